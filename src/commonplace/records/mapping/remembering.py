"""A memory for builders: the same field comes again and again, in any catalogue.

Names, subjects, series and publishers repeat from record to record; a builder is pure, so what it
answered for one field it may answer again. Each memory is bounded, the least used goes first.
"""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

from commonplace.records.record import Field

KEPT = 1 << 14
_T = TypeVar("_T")


def remembered(build: Callable[[Field], _T]) -> Callable[[Field], _T]:
    """The builder with a memory: the same field, the same answer, the same object."""

    @lru_cache(maxsize=KEPT)
    def remember(tag: str, indicators: str, subfields: tuple[tuple[str, str], ...]) -> _T:
        return build(Field(tag, indicators, subfields))

    @wraps(build)
    def recall(field: Field) -> _T:
        tag, indicators, subfields, _ = field
        return remember(tag, indicators, tuple(subfields))

    return recall
