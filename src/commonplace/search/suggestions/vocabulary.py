"""The words of a catalogue: of its titles, names, subjects, series and places.

They are counted while titles are made ready for the index, in the folded form the index has. A run
of Han, kana or hangul, in which nothing marks where words end, is one word here.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from commonplace.search.analysis import analyse
from commonplace.search.engines.contract import Document
from commonplace.search.engines.layout import Prepared
from commonplace.search.suggestions.runs import HAS_SIGN, RUN_OF_WORDS

SPELT_FROM = (
    "title", "author", "artist", "contributor", "responsibility", "subject", "localheading",
    "region", "series",
)  # fmt: skip
SHORTEST, LONGEST = 3, 30
SHORTEST_RUN, LONGEST_RUN = 2, 12
MOST_HELD = 2_000_000
MOST_WORDS = 400_000
_TEXTS = tuple(f"t_{name}" for name in SPELT_FROM)
_NO_LETTERS = re.compile(r"[\d_]")


class Vocabulary:
    """How many titles have each word, as far as it can be held in memory."""

    def __init__(self) -> None:
        self._titles: Counter[str] = Counter()

    def add(self, prepared: Iterable[Prepared]) -> None:
        """Count the words of these titles."""
        self._titles.update(chain.from_iterable(map(_words_of_title, prepared)))
        if len(self._titles) > MOST_HELD:
            self._titles = Counter({word: n for word, n in self._titles.items() if n > 1})

    def add_documents(self, documents: Iterable[Document]) -> None:
        """Count the words of these titles, which are not made ready."""
        self._titles.update(chain.from_iterable(map(_words_of_document, documents)))

    def words(self) -> Mapping[str, int]:
        """The words worth keeping, each with its number of titles.

        Of very many, those that more than one title has: most of the others are misspelt there.
        """
        words = {word: n for word, n in self._titles.items() if is_spelt(word)}
        least = 1
        while len(words) > MOST_WORDS:
            least += 1
            words = {word: n for word, n in words.items() if n >= least}
        return words


def is_spelt(word: str) -> bool:
    """Whether this is a word that can be misspelt: letters, neither too few nor too many."""
    if HAS_SIGN.search(word):
        return SHORTEST_RUN <= len(word) <= LONGEST_RUN
    return SHORTEST <= len(word) <= LONGEST and not _NO_LETTERS.search(word)


def _words_of_title(prepared: Prepared) -> set[str]:
    return _words_of([line for name in _TEXTS for line in _lines(prepared, name)])


def _words_of_document(document: Document) -> set[str]:
    texts = (document.texts[name] for name in SPELT_FROM if name in document.texts)
    return _words_of([line for values in texts for line in analyse(values).main])


def _words_of(lines: Sequence[str]) -> set[str]:
    text = " ".join(lines)
    words = {word for word in text.split() if word[0].isalpha()}
    if text.isascii() or not HAS_SIGN.search(text):
        return words
    return {word for word in words if not HAS_SIGN.search(word)}.union(_runs(lines))


def _lines(prepared: Prepared, name: str) -> list[str]:
    lines = prepared.get(name)
    return lines if isinstance(lines, list) else []


def _runs(lines: Iterable[str]) -> Iterator[str]:
    """The runs of characters that an index keeps one by one; it keeps pairs of them besides."""
    return ("".join(run.split()) for line in lines for run in RUN_OF_WORDS.findall(line))
