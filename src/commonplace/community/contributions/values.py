"""What readers of contributions get: frozen values, and the place where one stands among others."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import NamedTuple

from commonplace.bibliography.names_that_last import ID_LENGTH
from commonplace.community.contributions.models import MOST_STARS, Role, State

FEWEST_FOR_A_MEAN = 3
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_MOST_FIGURES = 17


class Kind(Enum):
    """The kinds of contribution there are."""

    RATING = "rating"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Ratings:
    """The ratings of a work that count: how many of each, from half a star to five."""

    histogram: tuple[int, ...] = (0,) * MOST_STARS

    @property
    def count(self) -> int:
        """How many there are."""
        return sum(self.histogram)

    @property
    def mean(self) -> float | None:
        """Their mean in stars; ``None`` where too few have rated for it to say anything."""
        if self.count < FEWEST_FOR_A_MEAN:
            return None
        halves = sum(each * stars for stars, each in enumerate(self.histogram, start=1))
        return halves / self.count / 2

    @property
    def halves(self) -> int:
        """The mean to the nearest half star, in half stars; 0 where there is none."""
        return 0 if self.mean is None else int(self.mean * 2 + 0.5)


class Place(NamedTuple):
    """Where a comment stands among others, the newest first."""

    written: datetime
    contribution_id: str

    def __str__(self) -> str:
        """The place as an address says it."""
        return f"{(self.written - _EPOCH) // _MICROSECOND}-{self.contribution_id}"


def read_place(said: str) -> Place | None:
    """The place an address says; ``None`` for anything else."""
    figures, _, contribution_id = said.partition("-")
    is_moment = figures.isdecimal() and figures.isascii() and len(figures) <= _MOST_FIGURES
    is_id = contribution_id.isalnum() and contribution_id.isascii()
    if not (is_moment and is_id and len(contribution_id) == ID_LENGTH):
        return None
    try:
        return Place(_EPOCH + int(figures) * _MICROSECOND, contribution_id)
    except OverflowError:
        return None


@dataclass(frozen=True, slots=True)
class WrittenComment:
    """A comment as everybody may read it. ``stars`` are its author's for this work, or 0."""

    contribution_id: str
    title_id: str
    format: str
    author_name: str
    role: Role
    library: str
    language: str
    written: datetime
    version: int
    words: str
    is_spoiler: bool
    stars: int = 0

    @property
    def place(self) -> Place:
        """Where it stands among others."""
        return Place(self.written, self.contribution_id)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a contribution is: what kind, in which state, on which title, in which work now."""

    kind: Kind
    state: State
    title_id: str
    work_id: str
    written: datetime


@dataclass(frozen=True, slots=True)
class Voices:
    """What readers say of one work, as its page begins with it. ``counts`` of published ones."""

    ratings: Ratings = field(default_factory=Ratings)
    comments: tuple[WrittenComment, ...] = ()
    counts: dict[Kind, int] = field(default_factory=dict)

    @property
    def comments_total(self) -> int:
        """How many comments there are."""
        return self.counts.get(Kind.COMMENT, 0)
