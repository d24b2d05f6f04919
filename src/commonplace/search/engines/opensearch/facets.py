"""Counting one facet exactly in an index of several parts.

Each part hands in its commonest values and says how much of any other it may hold back. Where that
could change what is shown, more values are asked for, and those that may be shown are counted
again, each in every part.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from commonplace.search.engines.contract import Count, Request
from commonplace.search.engines.counting import (
    column_of,
    commonest,
    each_named,
    in_number_order,
    is_number,
    without_choices,
)

Json = dict[str, Any]

_MOST_NUMBERS = 10_000
_LEAST_VALUES, _MOST_VALUES = 100, 15_000
_MORE_FROM_EACH_PART = 4
_MORE_EACH_TIME = 16


class Question(NamedTuple):
    """An aggregation over the titles that a request finds, under a name of its own there."""

    request: Request
    name: str
    aggregation: Json


class FacetCount:
    """The counts of one facet for one request, asked for in as many rounds as it takes."""

    def __init__(self, request: Request, name: str, column: str):
        self.name = name
        self._column = column
        self._limit = max(0, request.counts_limit)
        self._asked = without_choices(request, name)
        self._size = max(_LEAST_VALUES, 2 * self._limit)
        self._counts: list[Count] = []
        self._named = dict(each_named(request, name)) if not is_number(column) else {}
        self._named_counts: list[Count] = []
        self._next = self._first()

    def questions(self) -> Sequence[Question]:
        """What must be asked now; nothing once the counts are exact."""
        return self._next

    def take(self, answer: Callable[[Question], Json]) -> None:
        """Take in the answers to these questions."""
        asked, self._next = self._next, ()
        for question in asked:
            found = answer(question)
            if "buckets" in found:
                self._take_values(found, is_exact="include" in question.aggregation["terms"])
            else:
                value = question.aggregation["filter"]["term"][self._column]
                self._named_counts.append(Count(value, found["doc_count"]))

    def counts(self) -> list[Count]:
        """The counts as the contract wants them."""
        if is_number(self._column):
            return in_number_order(self._counts)
        shown = {each.value: each for each in commonest(self._counts)[: self._limit]}
        return commonest((shown | {each.value: each for each in self._named_counts}).values())

    def _first(self) -> Sequence[Question]:
        named = [
            Question(asked, f"{self.name}.{at}", {"filter": {"term": {self._column: value}}})
            for at, (value, asked) in enumerate(self._named.items())
        ]
        if is_number(self._column):
            return [self._values(size=_MOST_NUMBERS), *named]
        return [self._values(size=self._size), *named] if self._limit else named

    def _values(self, **asked: object) -> Question:
        return Question(self._asked, self.name, {"terms": {"field": self._column, **asked}})

    def _take_values(self, found: Json, *, is_exact: bool) -> None:
        self._counts = [Count(str(each["key"]), each["doc_count"]) for each in found["buckets"]]
        lacking = found.get("doc_count_error_upper_bound", 0)
        if is_exact or not lacking or is_number(self._column):
            return
        least = self._counts[self._limit - 1].count if len(self._counts) >= self._limit else 0
        if lacking >= least and self._size < _MOST_VALUES:
            self._size = min(_MORE_EACH_TIME * self._size, _MOST_VALUES)
            size = self._size
            self._next = [self._values(size=size, shard_size=_MORE_FROM_EACH_PART * size)]
            return
        shown = [each.value for each in self._counts if each.count + lacking >= least]
        self._next = [self._values(size=len(shown), include=shown)]


def facet_counts(request: Request) -> Iterator[FacetCount]:
    """The facets a request wants counted, those there are."""
    for name in dict.fromkeys(request.counts):
        if column := column_of(name):
            yield FacetCount(request, name, column)
