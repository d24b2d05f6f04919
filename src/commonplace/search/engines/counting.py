"""Exact counts of facets from an index that is kept in parts.

Each part hands in only its own commonest values, so a sum may lack what one part held back; the
index says how much it may lack. Small results are asked for whole; in large ones the values that
may be shown are counted again, each for itself, which costs little beside reading every value.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from commonplace.search.engines.contract import Count
from commonplace.search.fields import facet_of, number_named

FEW_TITLES = 500
_WHOLE = 3_000
_LEAST_CANDIDATES = 100
_NUMBERS = 2_000

Aggregated = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Counting:
    """What is to be counted: one result, in an index that can do these two things.

    ``aggregate`` answers several aggregations at once, ``count_of`` how many titles of the result
    have one value in a column. ``in_parts``: the index has several parts.
    """

    aggregate: Callable[[dict[str, object]], Aggregated]
    count_of: Callable[[str, str], int]
    in_parts: bool

    def counts(self, names: Sequence[str], limit: int, *, few: bool) -> dict[str, list[Count]]:
        """The commonest values of each facet; ``few`` when the result has few titles."""
        columns = {name: column for name in names if (column := column_of(name))}
        if not columns or limit < 1:
            return {}
        found = self._found(columns, limit, few=few)
        return {name: self._exact(columns[name], found[name], limit) for name in columns}

    def _found(self, columns: Mapping[str, str], limit: int, *, few: bool) -> Aggregated:
        if few:
            try:
                return self.aggregate({n: _asked(c, limit, _WHOLE) for n, c in columns.items()})
            except ValueError:  # more values than an index hands out at once
                pass
        return self.aggregate({name: _asked(c, limit, 0) for name, c in columns.items()})

    def _exact(self, column: str, found: Aggregated, limit: int) -> list[Count]:
        counts = [Count(str(each["key"]), int(each["doc_count"])) for each in found["buckets"]]
        lacking = found["doc_count_error_upper_bound"]
        if self.in_parts and lacking and not column.startswith("n_"):
            least = counts[limit - 1].count if len(counts) > limit else 0
            shown = [each.value for each in counts if each.count + lacking >= least]
            counts = [Count(value, self.count_of(column, value)) for value in shown]
        return sorted(counts, key=lambda count: (-count.count, count.value))[:limit]


def column_of(name: str) -> str | None:
    """The index's column with the values that are counted under this name."""
    facet, number = facet_of(name), number_named(name)
    return f"f_{facet}" if facet else f"n_{number}" if number else None


def terms_of_column(column: str, most: int) -> dict[str, object]:
    """How an index is asked for the commonest values of one column."""
    return {"terms": {"field": column, "size": most, "segment_size": 2 * most}}


def _asked(column: str, limit: int, at_least: int) -> dict[str, object]:
    least = _NUMBERS if column.startswith("n_") else max(_LEAST_CANDIDATES, at_least)
    return terms_of_column(column, max(least, 2 * limit))
