"""Many hits at once: 20,000 titles in order, each made into a ``Hit`` only when it is looked at.

Grouping by work reads numbers, not ids, and costs a few milliseconds.
"""

from array import array
from collections.abc import Hashable, Iterator, Sequence
from itertools import compress, count, islice
from operator import eq
from typing import overload

from commonplace.bibliography.names_that_last import id_of
from commonplace.search.engines.contract import Hit


class NumberedHits(Sequence[Hit]):
    """Hits kept as columns of numbers: titles, works, scores; some 24 bytes each."""

    __slots__ = ("scores", "titles", "works")

    def __init__(self, titles: Sequence[int], works: Sequence[int], scores: Sequence[float]):
        self.titles = array("q", titles)
        self.works = array("q", works)
        self.scores = array("d", scores)

    def __len__(self) -> int:
        return len(self.titles)

    @overload
    def __getitem__(self, at: int) -> Hit: ...
    @overload
    def __getitem__(self, at: slice) -> "NumberedHits": ...
    def __getitem__(self, at: int | slice) -> "Hit | NumberedHits":
        if isinstance(at, slice):
            return NumberedHits(self.titles[at], self.works[at], self.scores[at])
        return Hit(id_of(self.titles[at]), id_of(self.works[at]), self.scores[at])

    def __iter__(self) -> Iterator[Hit]:
        spelled = zip(map(id_of, self.titles), map(id_of, self.works), self.scores, strict=True)
        return (Hit(title, work, score) for title, work, score in spelled)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]  # a view of changeable columns, as a list is


def by_score(scores: Sequence[float], titles: list[int], works: list[int]) -> NumberedHits:
    """Hits that come by falling score; those that tie are put in the order of their ids."""
    for tied in runs(scores):
        first, last = tied.start, tied.stop - 1
        if last - first > 1:
            in_order = sorted(zip(titles[tied], works[tied], strict=True))
            titles[tied], works[tied] = zip(*in_order, strict=True)
        elif titles[first] > titles[last]:  # most ties are of two
            titles[first], titles[last] = titles[last], titles[first]
            works[first], works[last] = works[last], works[first]
    return NumberedHits(titles, works, scores)


def runs(values: Sequence[float]) -> Iterator[slice]:
    """Where the same value stands two or more times in a row."""
    start = end = -1
    for at in compress(count(), map(eq, values, islice(values, 1, None))):
        if at != end:
            if end > start:
                yield slice(start, end + 1)
            start = at
        end = at + 1
    if end > start:
        yield slice(start, end + 1)


def put_first(first: NumberedHits, others: NumberedHits) -> NumberedHits:
    """The first hits, then those of the others that are not among them."""
    named = frozenset(first.titles)
    others_kept = [title not in named for title in others.titles]
    return NumberedHits(
        [*first.titles, *compress(others.titles, others_kept)],
        [*first.works, *compress(others.works, others_kept)],
        [*first.scores, *compress(others.scores, others_kept)],
    )


def works_shown(hits: Sequence[Hit], first: int, most: int) -> tuple[dict[str, list[str]], int]:
    """One page of works with the ids of their titles found, best first, and how many works in all.

    Only what is shown is spelled out: a page of 20,000 hits costs two milliseconds.
    """
    works = _works(hits)
    in_order = dict.fromkeys(works)
    wanted: dict[Hashable, list[int]] = {work: [] for work in islice(in_order, first, first + most)}
    for at, work in enumerate(works):
        if work in wanted:
            wanted[work].append(at)
    shown = {hits[places[0]].work_id: places for places in wanted.values()}
    return {work: [hits[at].title_id for at in shown[work]] for work in shown}, len(in_order)


def works_in(hits: Sequence[Hit]) -> int:
    """How many works these titles are of."""
    return len(frozenset(_works(hits)))


def _works(hits: Sequence[Hit]) -> Sequence[Hashable]:
    return hits.works if isinstance(hits, NumberedHits) else [hit.work_id for hit in hits]
