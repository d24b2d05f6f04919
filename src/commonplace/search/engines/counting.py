"""Counts of facets, as an index is asked for them and as they are handed on."""

from collections.abc import Mapping, Sequence

from commonplace.search.engines.contract import Count
from commonplace.search.fields import facet_of, number_named

_LEAST_CANDIDATES = 100
_NUMBERS = 5_000


def column_of(name: str) -> str | None:
    """The index's column with the values that are counted under this name."""
    facet, number = facet_of(name), number_named(name)
    return f"f_{facet}" if facet else f"n_{number}" if number else None


def terms_counted(column: str, limit: int) -> dict[str, object]:
    """How an index is asked for the commonest values of a column, and some more to choose from.

    Each part of the index hands in only its own commonest, so a sum may lack a part; the answer
    says when it may, and then these values are counted again for themselves.
    """
    size = _NUMBERS if column.startswith("n_") else max(_LEAST_CANDIDATES, 2 * limit)
    return {"terms": {"field": column, "size": size, "segment_size": 2 * size}}


def recounted(column: str, buckets: Sequence[Mapping[str, str | int]]) -> dict[str, object]:
    """How an index is asked to count these values exactly."""
    values = [bucket["key"] for bucket in buckets]
    return {"terms": {"field": column, "size": len(values), "include": values}}


def is_unsure(found: Mapping[str, object], column: str) -> bool:
    """Whether some of these counts may lack a part; numbers are few enough never to."""
    return bool(found["doc_count_error_upper_bound"]) and not column.startswith("n_")


def best_counts(buckets: Sequence[Mapping[str, str | int]], limit: int) -> list[Count]:
    """The commonest values, ties in the order of the value."""
    counts = [Count(str(bucket["key"]), int(bucket["doc_count"])) for bucket in buckets]
    return sorted(counts, key=lambda count: (-count.count, count.value))[:limit]
