"""What very many completions begin with, and the commonest of those: counted once, not at each key.

To complete a few letters an index looks through every completion that begins so, which for *the* in
a large catalogue takes too long to wait for. Completions are counted on their way into the index,
titles apart from headings, and those of the heavy beginnings are kept in order.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import NamedTuple

from commonplace.search.engines.layout import (
    COMPLETED_BY,
    COMPLETED_FACETS,
    SUBDIVIDED,
    Prepared,
)

LONGEST = 6
HEAVY = 1_000
"""So many completions an index looks through in two milliseconds."""
MOST_HELD = 2_000_000
_KEPT, _KEPT_LONGEST = 40, 400


class Beginning(NamedTuple):
    """Letters that many completions begin with, and the commonest of these, the first the first.

    Each is the key it is looked up by, ``COMPLETED_BY`` and the text that is shown.
    """

    letters: str
    titles: Sequence[str]
    headings: Sequence[str]

    def completing(self, key: str, most: int) -> tuple[list[str], list[str]] | None:
        """The titles and the headings that begin so, as shown; ``None`` where others may be meant.

        A ``key`` longer than the letters may begin what was too rare to be kept for them.
        """
        found = [_shown(kept, key, most) for kept in (self.titles, self.headings)]
        is_whole = all(
            len(texts) == most or len(kept) < _KEPT_LONGEST or key == self.letters
            for texts, kept in zip(found, (self.titles, self.headings), strict=True)
        )
        return (found[0], found[1]) if is_whole else None


def _shown(kept: Iterable[str], key: str, most: int) -> list[str]:
    shown = (text.partition(COMPLETED_BY)[2] for text in kept if text.startswith(key))
    return list(islice(dict.fromkeys(shown), most))


Told = tuple[list[str], list[str]]
"""Completions of titles, and of headings."""


class Completions:
    """How many titles have each completion, as far as it can be held in memory."""

    def __init__(self) -> None:
        self._titles: Counter[str] = Counter()
        self._headings: Counter[str] = Counter()

    def add(self, prepared: Iterable[Prepared]) -> None:
        """Count the completions of these titles."""
        told = [_told_apart(each) for each in prepared]
        self._titles.update(chain.from_iterable(titles for titles, _ in told))
        self._headings.update(chain.from_iterable(headings for _, headings in told))
        if len(self._titles) > MOST_HELD:
            self._titles = Counter({text: n for text, n in self._titles.items() if n > 1})

    def beginnings(self) -> Iterator[Beginning]:
        """Every heavy beginning of one to ``LONGEST`` letters."""
        begun = {"": (_in_order(self._titles), _in_order(self._headings))}
        for length in range(1, LONGEST + 1):
            begun = dict(chain.from_iterable(_split(told, length) for told in begun.values()))
            most = _KEPT_LONGEST if length == LONGEST else _KEPT
            for letters, (titles, headings) in begun.items():
                yield Beginning(letters, titles[:most], headings[:most])


def _told_apart(prepared: Prepared) -> Told:
    """The completions of one title: what it is called, and the headings it stands under."""
    headings = set(_headings(prepared))
    apart: Told = ([], [])
    for each in _values(prepared, "completion"):
        shown, _, heading = each.partition(COMPLETED_BY)[2].partition(COMPLETED_BY)
        apart[bool(heading) or shown in headings].append(each)
    return apart


def _headings(prepared: Prepared) -> Iterator[str]:
    """Its headings as they are completed: without their subdivisions."""
    for facet in COMPLETED_FACETS:
        for heading in _values(prepared, f"f_{facet}"):
            yield " ".join(heading.partition(SUBDIVIDED)[0].split())


def _values(prepared: Prepared, name: str) -> list[str]:
    values = prepared.get(name)
    return values if isinstance(values, list) else []


def _in_order(counts: Mapping[str, int]) -> list[str]:
    return sorted(counts, key=lambda text: (-counts[text], text))


def _split(told: Told, length: int) -> Iterator[tuple[str, Told]]:
    """These completions by so many letters, where enough begin so; they stay in their order."""
    by_letters: defaultdict[str, Told] = defaultdict(lambda: ([], []))
    for kind, texts in enumerate(told):
        for text in texts:
            by_letters[text[:length]][kind].append(text)
    for letters, each in by_letters.items():
        if len(each[0]) + len(each[1]) > HEAVY and COMPLETED_BY not in letters:
            yield letters, each
