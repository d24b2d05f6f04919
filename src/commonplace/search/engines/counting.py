"""Exact counts of facets from an index that is kept in parts.

Each part hands in only its own commonest values, so a sum may lack what one part held back; the
index says how much it may lack. Small results are asked for whole; in large ones the values that
may be shown are counted again: each for itself, which costs little where the question is a few
words, and otherwise (phrases of common words, ranges, many choices) all in one further look.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from commonplace.search.engines.contract import Count, Request
from commonplace.search.engines.layout import exact
from commonplace.search.fields import facet_of, number_named

FEW_TITLES = 500
_WHOLE = 3_000
_MORE_EACH_TIME = 8
_VERY_MANY = frozenset({"subject", "author", "series", "genre", "heading", "localid"})
"""Facets with more values than any part shall hand in."""
_TIMES_AS_MANY = 3
"""Values asked of each part for each that is shown: seldom does one beyond belong among those."""
_NUMBERS = 10_000
_TRYING, _DEAR = 0.003, 0.04

Aggregated = Mapping[str, Any]
Aggregations = dict[str, dict[str, object]]
Valued = tuple[str, str]
"""A column and one of its values."""


@dataclass(frozen=True, slots=True)
class Counting:
    """What is to be counted: one result, in an index that can do these two things.

    ``aggregate`` answers several aggregations at once, ``count_of`` how many titles of the result
    have one value in a column. ``in_parts``: the index has several parts.
    """

    aggregate: Callable[[Aggregations], Aggregated]
    count_of: Callable[[str, str], int]
    in_parts: bool

    def counts(self, names: Sequence[str], limit: int, *, few: bool) -> dict[str, list[Count]]:
        """The commonest values of each facet; ``few`` when the result has few titles."""
        columns = {
            name: column
            for name in names
            if (column := column_of(name)) and (limit > 0 or is_number(column))
        }
        if not columns:
            return {}
        found = self._found(columns, limit, few=few)
        uncertain = [
            each
            for name, column in columns.items()
            for each in self._uncertain(column, found[name], limit)
        ]
        again = self._again(uncertain)
        return {name: _exact(column, found[name], again)[: _most(column, limit)]
                for name, column in columns.items()}  # fmt: skip

    def _found(self, columns: Mapping[str, str], limit: int, *, few: bool) -> Aggregated:
        if few:
            try:
                return self.aggregate({n: _asked(c, _WHOLE) for n, c in columns.items()})
            except ValueError:  # more values than an index hands out at once
                pass
        each = _TIMES_AS_MANY * limit
        asked = {n: _asked(c, each if n in _VERY_MANY else _WHOLE) for n, c in columns.items()}
        found = dict(self.aggregate(asked))
        while each < _WHOLE and (lacking := self._lacking(columns, found, limit, each)):
            each *= _MORE_EACH_TIME
            found |= self.aggregate({name: _asked(c, each) for name, c in lacking.items()})
        return found

    def _lacking(
        self, columns: Mapping[str, str], found: Aggregated, limit: int, each: int
    ) -> dict[str, str]:
        """The columns with values that may belong to the commonest, but were not all handed in."""
        return {
            name: column
            for name, column in columns.items()
            if self.in_parts and name in _VERY_MANY and _may_lack(found[name], limit, each)
        }

    def _uncertain(self, column: str, found: Aggregated, limit: int) -> list[tuple[int, Valued]]:
        """The values that may be shown, where their counts may lack what some part held back."""
        lacking = 0 if is_number(column) else found["doc_count_error_upper_bound"]
        if not (self.in_parts and lacking):
            return []
        counts = [(int(each["doc_count"]), str(each["key"])) for each in found["buckets"]]
        least = _least(found, limit)
        return [(count, (column, key)) for count, key in counts if count + lacking >= least]

    def _again(self, uncertain: Iterable[tuple[int, Valued]]) -> dict[Valued, int]:
        """How many titles have each of these values, counted until now as so many.

        Each for itself, the rarest and cheapest first, until that proves dear.
        """
        asked = [each for _, each in sorted(uncertain)]
        counts: dict[Valued, int] = {}
        began = time.thread_time()
        for at, each in enumerate(asked, start=1):
            counts[each] = self.count_of(*each)
            spent = time.thread_time() - began
            if spent > _TRYING and spent / at * (len(asked) - at) > _DEAR:
                return counts | self._together(asked[at:])
        return counts

    def _together(self, asked: Sequence[Valued]) -> dict[Valued, int]:
        values: dict[str, list[str]] = {}
        for column, value in asked:
            values.setdefault(column, []).append(value)
        found = self.aggregate({column: _only(column, each) for column, each in values.items()})
        counted = {
            (column, str(each["key"])): int(each["doc_count"])
            for column in values
            for each in found[column]["buckets"]
        }
        return {each: counted.get(each, 0) for each in asked}


def _may_lack(found: Aggregated, limit: int, each: int) -> bool:
    """Whether a value that every part held back, or that was cut off at last, might belong here."""
    buckets, held_back = found["buckets"], found["doc_count_error_upper_bound"]
    cut_off = int(buckets[-1]["doc_count"]) if len(buckets) >= each else 0
    return bool(held_back) and held_back + cut_off >= _least(found, limit)


def _least(found: Aggregated, limit: int) -> int:
    """How many titles the rarest value has that would be shown."""
    buckets = found["buckets"]
    return int(buckets[limit - 1]["doc_count"]) if len(buckets) >= limit else 0


def _exact(column: str, found: Aggregated, again: Mapping[Valued, int]) -> list[Count]:
    """The counts, put right by those that were counted again; no others are left of those then."""
    counts = [Count(str(each["key"]), int(each["doc_count"])) for each in found["buckets"]]
    if is_number(column):
        return in_number_order(counts)
    right = [Count(value, count) for (its, value), count in again.items() if its == column]
    return commonest(right or counts)


def _most(column: str, limit: int) -> int | None:
    return None if is_number(column) else limit


def counts_of(
    request: Request, counting: Callable[[Request], Counting], *, few: bool
) -> dict[str, list[Count]]:
    """Counts of the facets a question asks for; ``counting`` is how each question is counted."""
    filtered = {each.name for each in request.filters}
    together = [name for name in request.counts if name not in filtered]
    counts = counting(request).counts(together, request.counts_limit, few=few)
    for name in filtered.intersection(request.counts):
        alone = counting(without_choices(request, name))
        common = alone.counts([name], request.counts_limit, few=False).get(name, [])
        counts[name] = _with_named(request, name, common, counting)
    return {name: counts.get(name, []) for name in request.counts}


def _with_named(
    request: Request, name: str, common: list[Count], counting: Callable[[Request], Counting]
) -> list[Count]:
    """The counts with the values that the facet's own filters name, however rare."""
    column = column_of(name)
    if column is None or is_number(column):
        return common
    counts = {each.value: each for each in common}
    for value, asked in each_named(request, name):
        if value not in counts:
            counts[value] = Count(value, counting(asked).count_of(column, value))
    return commonest(counts.values())


def commonest(counts: Iterable[Count]) -> list[Count]:
    """The commonest first; those that are as common in the order of their values."""
    return sorted(counts, key=lambda count: (-count.count, count.value))


def in_number_order(counts: Iterable[Count]) -> list[Count]:
    """The least number first."""
    return sorted(counts, key=lambda count: int(count.value))


def is_number(column: str) -> bool:
    """Whether a column holds numbers."""
    return column.startswith("n_")


def without_choices(request: Request, name: str) -> Request:
    """The question as the counts of this facet need it: what it chose is not asked for."""
    kept = tuple(
        replace(each, values=(), least=None, most=None) if each.name == name else each
        for each in request.filters
    )
    return replace(request, filters=kept)


def each_named(request: Request, name: str) -> Iterator[tuple[str, Request]]:
    """Each value that a facet's own filters name, and the question it is counted in."""
    asked = without_choices(request, name)
    own = [each for each in request.filters if each.name == name]
    left_out = dict.fromkeys(exact(value) for each in own for value in each.without)
    chosen = dict.fromkeys(exact(value) for each in own for value in each.values)
    for value in filter(None, left_out | chosen):
        yield value, _taken_back(asked, name, value) if value in left_out else asked


def _taken_back(request: Request, name: str, value: str) -> Request:
    kept = tuple(
        replace(each, without=tuple(v for v in each.without if exact(v) != value))
        if each.name == name
        else each
        for each in request.filters
    )
    return replace(request, filters=kept)


def column_of(name: str) -> str | None:
    """The index's column with the values that are counted under this name."""
    facet, number = facet_of(name), number_named(name)
    return f"f_{facet}" if facet else f"n_{number}" if number else None


def terms_of_column(column: str, most: int) -> dict[str, object]:
    """How an index is asked for the commonest values of one column."""
    return {"terms": {"field": column, "size": most, "segment_size": 2 * most}}


def _only(column: str, values: list[str]) -> dict[str, object]:
    """How an index is asked for these values of a column and no others, each in every part."""
    most = len(values)
    return {"terms": {"field": column, "size": most, "segment_size": most, "include": values}}


def _asked(column: str, each: int) -> dict[str, object]:
    """How an index is asked for the values that each part has oftenest, so many of each.

    To find the words of a value costs a part more than to count it.
    """
    if is_number(column):
        return terms_of_column(column, _NUMBERS)
    return {"terms": {"field": column, "size": each, "segment_size": each}}
