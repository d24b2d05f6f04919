"""The order *nearest available*: which titles come before which, as tiers.

``TIERS`` is the table to read: what is in at the reader's own branch, what is online, what is in at
branches up to 2, 5, 10 and 25 km away, what is in elsewhere; then what is not in now.
"""

from collections.abc import Callable, Iterator

from commonplace.policy import Library
from commonplace.policy.nearness import bands
from commonplace.search.engines.contract import Filter
from commonplace.search.fields import IS_HELD

Tier = Callable[[Library, str], Iterator[Filter]]


def tiers(library: Library, home: str) -> tuple[Filter, ...]:
    """What comes first for a reader of this branch; with no branch, what can be had at all."""
    return tuple(each for tier in TIERS for each in tier(library, home))


def _here(_library: Library, home: str) -> Iterator[Filter]:
    """In now at the reader's own branch."""
    if home:
        yield Filter("in", values=(home,))


def _online(_library: Library, home: str) -> Iterator[Filter]:
    """To be had at once and without a walk: behind only what stands at the reader's own branch."""
    if home:
        yield Filter("available", values=("online",))


def _near(library: Library, home: str) -> Iterator[Filter]:
    """In now at a branch in one of the bands of distance."""
    if home:
        yield from (Filter("in", values=codes) for _most, codes in bands(library, home))


def _elsewhere(_library: Library, _home: str) -> Iterator[Filter]:
    """In now at a branch further away, or nobody knows how far; then online, without a branch."""
    yield Filter("available", values=("now",))
    yield Filter("available", values=("online",))


def _not_in(_library: Library, home: str) -> Iterator[Filter]:
    """Lent, on its way or on order: the reader's own branch's, then any."""
    if home:
        yield Filter("branch", values=(home,))
    yield Filter("in", values=(IS_HELD,))


TIERS: tuple[Tier, ...] = (_here, _online, _near, _elsewhere, _not_in)
