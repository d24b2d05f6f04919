"""A memory for builders: the same field comes again and again, in any catalogue.

Names, subjects, series and publishers repeat from record to record; a builder is pure, so what it
answered for one field it may answer again. Each memory is bounded, the least used goes first.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

from commonplace.records.record import Field

KEPT = 1 << 13
_T = TypeVar("_T")


def remembered(build: Callable[[Field], _T]) -> Callable[[Field], _T]:
    """The builder with a memory. It wants a field whose subfields are tuples."""
    return lru_cache(maxsize=KEPT)(build)
