"""What a run of the golden queries found, as commands tell it: one line, and an object."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from commonplace.catalogue.golden.values import Change, Expected, Golden

MOST_TOLD = 5
CHANGES = {
    Change.BROKEN: "no longer holds",
    Change.MENDED: "holds again",
    Change.DOWN: "lower",
    Change.UP: "higher",
}
_ORDER = list(Change)


@dataclass(frozen=True, slots=True)
class Ran:
    """All golden queries after a run at ``ran``; ``trouble`` says why there was none."""

    golden: Sequence[Golden] = ()
    ran: datetime | None = None
    trouble: str = ""

    @property
    def held(self) -> int:
        """How many found what they are to find."""
        return sum(one.holds for one in self.golden)

    @property
    def is_worth_saying(self) -> bool:
        """Whether there are golden queries, or it is not known."""
        return bool(self.golden or self.trouble)

    @property
    def all_hold(self) -> bool:
        """Whether none failed."""
        return not self.trouble and self.held == len(self.golden)

    @property
    def moved(self) -> list[tuple[Golden, Expected]]:
        """What moved since the run before, the gravest first."""
        found = [
            (one, each)
            for one in self.golden
            for each in one.expected
            if each.moved is not None and each.moved == self.ran and each.change
        ]
        return sorted(found, key=lambda pair: _ORDER.index(pair[1].change or Change.UP))

    @property
    def sentence(self) -> str:
        """What moved, in one line."""
        if self.trouble:
            return f"The golden queries were not run: {self.trouble}."
        count, moved = len(self.golden), len({one.number for one, _each in self.moved})
        if not count:
            return "There are no golden queries yet. Keep one: commonplace golden add QUERY ID"
        noun = "golden query" if count == 1 else "golden queries"
        holding = f"{self.held} {'holds' if self.held == 1 else 'hold'}"
        if not moved:
            return f"{count} {noun}: {holding}, none moved."
        return f"{moved} of {count} {noun} moved, {holding}: {'; '.join(self._told())}."

    def _told(self) -> Iterator[str]:
        for one, each in self.moved[:MOST_TOLD]:
            change = CHANGES[each.change or Change.UP]
            before, place = place_of(each.place_before), place_of(each.place)
            yield f"“{one.search.text}” from {before} to {place} ({change})"
        if (rest := len(self.moved) - MOST_TOLD) > 0:
            yield f"and {rest} more"

    def as_json(self) -> dict[str, Any]:
        """What a command's JSON says of the run."""
        return {
            "queries": len(self.golden),
            "hold": self.held,
            "moved": [
                {"number": one.number, "query": one.search.text, **expected_as_json(each)}
                for one, each in self.moved
            ],
            "trouble": self.trouble,
        }


def place_of(place: int | None) -> str:
    """A place as a line says it."""
    return str(place) if place else "nowhere"


def golden_as_json(one: Golden) -> dict[str, Any]:
    """A golden query with how it stands, for programs."""
    return {
        "number": one.number,
        "query": one.search.text,
        "field": one.search.field,
        "filters": [list(pair) for pair in one.search.filters],
        "note": one.note,
        "kept_by": one.made_by_name,
        "kept": one.made,
        "state": one.state.value,
        "holds": one.holds,
        "ran": one.ran,
        "total_titles": one.total,
        "expected": [expected_as_json(each) for each in one.expected],
        "first": list(one.first),
    }


def expected_as_json(each: Expected) -> dict[str, Any]:
    """One title expected, for programs: place 0 is nowhere."""
    return {
        "title_id": each.title_id,
        "work_id": each.work_id,
        "within": each.within,
        "place": each.place,
        "state": each.state.value,
        "place_before": each.place_before,
        "moved": each.moved,
        "change": each.change.value if each.change else None,
    }
