"""Long lists cut to what a page can bear: some shown, some folded away, the others only counted.

A page stays light however long a record is; the librarian's view has all of it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

SHOWN, MOST = 50, 100
_MOST_BYTES, _MARKUP = 12_000, 100
Thing = TypeVar("Thing")
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Folded(Generic[Thing]):
    """A list in two parts, and how many things are in neither."""

    shown: tuple[Thing, ...] = ()
    rest: tuple[Thing, ...] = ()
    left_out: int = 0

    @property
    def all(self) -> tuple[Thing, ...]:
        """Both parts."""
        return (*self.shown, *self.rest)

    def each(self, make: Callable[[Thing], Made]) -> "Folded[Made]":
        """The same list with something made of each."""
        return Folded(tuple(map(make, self.shown)), tuple(map(make, self.rest)), self.left_out)


def fold(
    things: Sequence[Thing],
    shown: int = SHOWN,
    most: int | None = None,
    *,
    weigh: Callable[[Thing], str] = str,
) -> Folded[Thing]:
    """The first few shown, more of them folded, as far as ``most`` and a page's weight allow.

    ``weigh`` gives the words a thing is shown by. The first is always kept.
    """
    weight, kept = 0, 0
    for thing in things[: most or max(MOST, shown)]:
        weight += len(weigh(thing).encode(errors="replace")) + _MARKUP
        if weight > _MOST_BYTES and kept:
            break
        kept += 1
    return Folded(tuple(things[: min(shown, kept)]), tuple(things[shown:kept]), len(things) - kept)
