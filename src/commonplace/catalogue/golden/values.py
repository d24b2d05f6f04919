"""Golden queries as frozen values: what is expected, where it stands, and what moved."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class State(StrEnum):
    """How what is expected stands; the worst is first."""

    MISSING = "missing"
    LOWER = "lower"
    GONE = "gone"
    NEW = "new"
    HOLDS = "holds"


class Change(StrEnum):
    """What a move means; the gravest is first."""

    BROKEN = "broken"
    MENDED = "mended"
    DOWN = "down"
    UP = "up"


@dataclass(frozen=True, slots=True)
class Search:
    """A search as it was typed, in the field chosen beside it, with filters as in an address."""

    text: str
    field: str
    filters: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Expected:
    """A title to be found. ``work_id`` is the work it is in now; of ``place`` see the model."""

    number: int
    title_id: str
    key_id: str
    work_id: str
    within: int = 1
    place: int | None = None
    place_before: int | None = None
    moved: datetime | None = None
    is_gone: bool = False

    @property
    def state(self) -> State:
        """How it stands."""
        if self.place is None:
            return State.NEW
        if self.is_gone:
            return State.GONE
        if not self.place:
            return State.MISSING
        return State.HOLDS if self.place <= self.within else State.LOWER

    @property
    def change(self) -> Change | None:
        """What its last move meant; ``None`` when it never moved."""
        if self.place is None or self.place_before is None:
            return None
        held, holds = _is_within(self.place_before, self.within), self.state is State.HOLDS
        if held != holds:
            return Change.MENDED if holds else Change.BROKEN
        is_up = bool(self.place) and (not self.place_before or self.place < self.place_before)
        return Change.UP if is_up else Change.DOWN


def _is_within(place: int, within: int) -> bool:
    return 0 < place <= within


@dataclass(frozen=True, slots=True)
class Golden:
    """A golden query with what became of it. ``first``: titles, one of each of the first works."""

    number: int
    search: Search
    expected: Sequence[Expected]
    note: str
    made_by_name: str
    made: datetime
    ran: datetime | None = None
    total: int = 0
    first: Sequence[str] = ()

    @property
    def state(self) -> State:
        """The worst of what is expected."""
        states = {each.state for each in self.expected}
        return next((state for state in State if state in states), State.NEW)

    @property
    def holds(self) -> bool:
        """Whether everything stands where it is expected."""
        return self.state is State.HOLDS


@dataclass(frozen=True, slots=True)
class Run:
    """One run of all golden queries."""

    ran: datetime
    cause: str
    queries: int
    held: int
    moved: int
