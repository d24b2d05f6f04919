"""The other forms under which a text is found, and those under which a typed word is looked for.

A text keeps, beside its words, the plainer forms its inflected words lead to, behind a mark:
*trains* leaves ``~train``. A typed word is looked for as it is, behind the mark, and as the plainer
forms it leads to itself, so *train*, *trains* and *trained* find each other; the mark tells a word
that was written from one it only leads to, which counts for less. Names are not inflected: they
have other spellings (*Dept.*, *Dostoevskii*) and sounds, but no stems.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from commonplace.search.analysis.equivalents import SEVERAL_WORDS, SPELLED
from commonplace.search.analysis.languages import CATALOGUED_IN, likely
from commonplace.search.analysis.numerals import (
    NUMBER_WORDS,
    ROMAN,
    figures_of_roman,
    figures_typed,
    numbers_said,
)
from commonplace.search.analysis.pinyin import joined_where_romanised, said, without_tone
from commonplace.search.analysis.stemming import Stems, stems_of
from commonplace.search.analysis.tokens import Analysed

MARK = "~"
_CHINESE = "chi"
_READ_OTHERWISE = frozenset({"jpn", "kor", "vie"})
_MOST_REMEMBERED = 200_000
_NUMBERS = NUMBER_WORDS | ROMAN | {"u"}
_INITIALS = frozenset(SEVERAL_WORDS)
_SPELLED = frozenset((*SPELLED, *SEVERAL_WORDS))


class _Marked(dict[str, str]):
    """The forms each word leads to in some languages, marked, in one text; most have none."""

    def __init__(self, stems: Sequence[Stems]):
        super().__init__()
        self._stems = stems

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        forms = [form for stems in self._stems for form in stems[word]]
        marked = "" if not forms and word not in _SPELLED else _marked(word, forms)
        self[word] = marked
        return marked


def _marked(word: str, stems: Iterable[str]) -> str:
    plainer = (SPELLED.get(form, form) for form in stems)
    forms = dict.fromkeys((*_spelled_otherwise(word), *plainer))
    return " ".join(f"{MARK}{form}" for form in forms if form != word)


class Forms:
    """The other forms of texts that are in these languages."""

    def __init__(self, languages: Iterable[str]):
        spoken = tuple(languages)
        self._marked = _Marked(stems_of((CATALOGUED_IN, *spoken)))
        self._is_romanised = _CHINESE in spoken
        self.is_read_in_pinyin = _READ_OTHERWISE.isdisjoint(spoken)

    def of_description(self, text: Analysed) -> list[str]:
        """The forms of a text of plain words."""
        forms = set(map(self._marked.__getitem__, " ".join(text.main).split()))
        forms.discard("")
        return [*forms, *_said_in_full(text.extra)]

    def of_titles(self, text: Analysed, values: Sequence[str]) -> list[str]:
        """The forms of titles: with numbers, however they are said, and in pinyin."""
        titles = " ".join(text.main)
        words = titles.split()
        forms = set(map(self._marked.__getitem__, words))
        forms.discard("")
        if not _NUMBERS.isdisjoint(words):
            forms.update(f"{MARK}{figures}" for figures in _figures(words, text.main, values))
        return [*forms, *_said_in_full(text.extra), *self._sounds(text.main, titles)]

    def of_names(self, text: Analysed) -> Iterable[str]:
        """The other spellings of names, and their sounds; names are never stemmed."""
        names = " ".join(text.main)
        words = names.split()
        sounds = self._sounds(text.main, names)
        if _SPELLED.isdisjoint(words):
            return sounds
        spelled = (form for word in words for form in _spelled_otherwise(word))
        return [*dict.fromkeys(f"{MARK}{form}" for form in spelled), *sounds]

    def _sounds(self, lines: Sequence[str], together: str) -> Iterable[str]:
        """The Han characters of these lines in pinyin, and romanised syllables joined."""
        if not self._is_romanised and (together.isascii() or not self.is_read_in_pinyin):
            return ()
        sounds: list[str] = []
        for line in lines:
            sounds += said(line) if self.is_read_in_pinyin else ()
            sounds += joined_where_romanised(line.split()) if self._is_romanised else ()
        return dict.fromkeys(sounds)


def _said_in_full(initials: Iterable[str]) -> list[str]:
    """What initials in headings stand for: *Bible. N.T.* is the New Testament."""
    if _INITIALS.isdisjoint(initials):
        return []
    return [f"{MARK}{word}" for each in initials for word in SEVERAL_WORDS.get(each, ())]


def _figures(words: Iterable[str], lines: Iterable[str], values: Iterable[str]) -> Iterator[str]:
    """The figures of all the numbers in these titles, and the one word that is written by a letter:
    *The hate u give*."""
    for line in lines:
        yield from numbers_said(line.split())
    yield from figures_of_roman("\n".join(values))
    if "u" in words and "s" not in words:  # not of U.S.
        yield "you"


@lru_cache(maxsize=500)
def forms_in(languages: tuple[str, ...]) -> Forms:
    """The forms of texts in these languages, given as MARC codes."""
    return Forms(languages)


def looked_for_as(word: str) -> Iterator[tuple[str, ...]]:
    """What is the same as a typed word, wherever it stands: each in one word or several."""
    yield from ((form,) for form in _in_one_word(word))
    if word in SEVERAL_WORDS:
        yield SEVERAL_WORDS[word]


def leads_to(word: str, text: str, languages: Sequence[str]) -> tuple[str, ...]:
    """The plainer forms of a word typed in this text, where readers speak these languages."""
    stems = stems_of((CATALOGUED_IN, *languages, *likely(text)))
    return tuple(dict.fromkeys(form for form in _plainer(word, stems) if form != word))


def _plainer(word: str, stems: Sequence[Stems]) -> Iterator[str]:
    for each in stems:
        yield from (SPELLED.get(form, form) for form in each[word])


def _spelled_otherwise(word: str) -> Iterator[str]:
    if word in SPELLED:
        yield SPELLED[word]
    yield from SEVERAL_WORDS.get(word, ())


def _in_one_word(word: str) -> Iterator[str]:
    if word in SPELLED:
        yield SPELLED[word]
    yield from filter(None, (figures_typed(word), without_tone(word)))
