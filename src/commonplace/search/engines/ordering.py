"""The orders of results, as whole numbers an engine can keep beside each title and sort by.

A text key is cut into numbers of eight bytes each that sort as the text does; an empty key comes
last. A number and a part of the title's id share one number, so that titles of the same year always
stand in the same order.
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass

from commonplace.search.engines.contract import Document, Sort

TITLE_COLUMNS = 5
AUTHOR_COLUMNS = 3
_LAST = 2**63 - 1
_HALF = 2**63
_ID_BITS = 40
_MOST = 2**22 - 1
_TIES = 64
_RATERS = 10_000


@dataclass(frozen=True, slots=True)
class Ordering:
    """How a sort reads the numbers: which columns, and which end comes first."""

    columns: tuple[str, ...]
    descending: bool = False


_TITLE = tuple(f"by_title_{n}" for n in range(TITLE_COLUMNS))
_AUTHOR = tuple(f"by_author_{n}" for n in range(AUTHOR_COLUMNS))

ORDERINGS: Mapping[Sort, Ordering] = {
    Sort.TITLE: Ordering(_TITLE),
    Sort.AUTHOR: Ordering((*_AUTHOR, *_TITLE)),
    Sort.NEWEST: Ordering(("by_year",), descending=True),
    Sort.OLDEST: Ordering(("by_age",)),
    Sort.ADDED: Ordering(("by_added",), descending=True),
    Sort.RATING: Ordering(("by_rating",), descending=True),
    Sort.POPULAR: Ordering(("by_popularity",), descending=True),
    Sort.NEAREST: Ordering(("by_popularity",), descending=True),
}
COLUMNS = (*_TITLE, *_AUTHOR, "by_year", "by_age", "by_added", "by_rating", "by_popularity")


def columns_of(document: Document, title: int) -> dict[str, int]:
    """Every number a title is sorted by, by the name of its column; ``title`` is its id's."""
    numbers = document.numbers
    year = numbers.get("year")
    rising, falling = _part_of_id(title), _part_of_id(~title)
    columns = (
        *text_columns(document.title_key, TITLE_COLUMNS),
        *text_columns(document.author_key, AUTHOR_COLUMNS),
        _composite(-_MOST if year is None else year, falling),
        _composite(_MOST if year is None else year, rising),
        _composite(numbers.get("added", -_MOST), falling),
        _composite(_rating(numbers), falling),
        _composite(_asked_for(numbers), falling),
    )
    return dict(zip(COLUMNS, columns, strict=True))


def text_columns(key: str, count: int) -> list[int]:
    """The first ``8 * count`` bytes of a key as numbers that sort as it does; empty keys last."""
    if not key:
        return [_LAST] * count
    spelled = key.encode("utf-8", "replace")[: 8 * count].ljust(8 * count, b"\0")
    return [number - _HALF for number in struct.unpack(f">{count}Q", spelled)]


def popularity(numbers: Mapping[str, int]) -> int:
    """How much a title is asked for: a loan counts as much as sixteen copies or ratings."""
    return 16 * _bounded(numbers, "loans", _MOST // 16 - 1) + _held_and_rated(numbers, _MOST)


def _asked_for(numbers: Mapping[str, int]) -> int:
    """Loans, and where they are equal copies and ratings together."""
    most = _MOST // _TIES - 1
    return _TIES * _bounded(numbers, "loans", most) + _held_and_rated(numbers, _TIES - 1)


def _held_and_rated(numbers: Mapping[str, int], most: int) -> int:
    return min(_bounded(numbers, "copies", 15) + _bounded(numbers, "ratings", most), most)


def _bounded(numbers: Mapping[str, int], name: str, most: int) -> int:
    return min(max(numbers.get(name, 0), 0), most)


def _rating(numbers: Mapping[str, int]) -> int:
    """The mean, and where means are equal how many have rated."""
    mean = numbers.get("rating")
    if mean is None:
        return -_MOST
    return _RATERS * mean + _bounded(numbers, "ratings", _RATERS - 1)


def _composite(value: int, part_of_id: int) -> int:
    """A number with the head of the title's id behind it, so that no two titles tie."""
    bounded = value if -_MOST <= value <= _MOST else max(-_MOST, min(value, _MOST))
    return (bounded << _ID_BITS) + part_of_id


def _part_of_id(title: int) -> int:
    return (title >> (64 - _ID_BITS)) + (1 << (_ID_BITS - 1))
