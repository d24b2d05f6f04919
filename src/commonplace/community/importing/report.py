"""What taking in a file came to: how many rows of each fate, and those that were set aside."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from commonplace.community.importing.entries import Aside


class Fate(Enum):
    """What became of a row that was read."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    EMPTY = "empty"
    SET_ASIDE = "set_aside"


class AsideRow(NamedTuple):
    """A row that was set aside, where it stands, and why."""

    line: int
    why: Aside
    cells: Mapping[str, str]


@dataclass(slots=True)
class Report:
    """The counts of one file. ``awaiting_review``: of those added or changed, what waits."""

    fates: Counter[Fate] = field(default_factory=Counter)
    reasons: Counter[Aside] = field(default_factory=Counter)
    awaiting_review: int = 0
    seconds: float = 0.0

    def as_json(self) -> dict[str, object]:
        """The report as the last line of ``import --json``: ``read`` is the sum of the fates."""
        return {
            "read": self.fates.total(),
            **{fate.value: self.fates[fate] for fate in Fate},
            "awaiting_review": self.awaiting_review,
            "reasons": {why.name.lower(): count for why, count in self.reasons.items()},
            "seconds": round(self.seconds, 3),
        }
