"""What a load counted, and how it adds up.

``read = loaded + unchanged + superseded + deleted + other_kind + quarantined``. A record is
superseded when a later one of the same file has its control number.
"""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

KINDS = ("loaded", "unchanged", "superseded", "deleted", "other_kind", "quarantined")


@dataclass(slots=True)
class Counts:
    """The figures of one load or of one of its files, growing as it goes."""

    kinds: Counter[str] = field(default_factory=Counter)
    problems: Counter[str] = field(default_factory=Counter)
    withdrawn: int = 0

    @property
    def read(self) -> int:
        """How many records were met."""
        return sum(self.kinds[kind] for kind in KINDS)

    def add(self, other: "Counts") -> None:
        """Take in another's figures."""
        self.kinds.update(other.kinds)
        self.problems.update(other.problems)
        self.withdrawn += other.withdrawn

    def as_json(self) -> dict[str, Any]:
        """The figures under the names ``commands.md`` promises."""
        counted = {kind: self.kinds[kind] for kind in KINDS}
        problems = dict(sorted(self.problems.items()))
        return {"read": self.read, **counted, "withdrawn": self.withdrawn, "problems": problems}

    @classmethod
    def from_json(cls, said: dict[str, Any]) -> "Counts":
        """The figures ``as_json`` wrote; the counts of an interrupted file go on from them."""
        kinds = Counter({kind: int(said.get(kind, 0)) for kind in KINDS})
        return cls(kinds, Counter(said.get("problems", {})), int(said.get("withdrawn", 0)))
