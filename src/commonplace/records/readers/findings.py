"""What was found wrong while one record is read: each kind once, at the first place it was met."""

from commonplace.records.problems import Problem


class Findings:
    """Problems gathered by code; a thousand bad subfields are one problem in a thousand places."""

    __slots__ = ("_counts", "_first")

    def __init__(self) -> None:
        self._first: dict[str, Problem] = {}
        self._counts: dict[str, int] = {}

    def note(self, code: str, place: str, done: str) -> None:
        """Something is wrong here, and this was done about it."""
        self._first.setdefault(code, Problem(code, place, done))
        self._counts[code] = self._counts.get(code, 0) + 1

    def has(self, *codes: str) -> bool:
        """Whether one of these was noted."""
        return not self._first.keys().isdisjoint(codes)

    def problems(self) -> tuple[Problem, ...]:
        """Everything noted, in the order first met."""
        return tuple(self._counted(each) for each in self._first.values())

    def _counted(self, first: Problem) -> Problem:
        count = self._counts[first.code]
        if count == 1:
            return first
        return Problem(first.code, first.place, f"{first.done} (In {count} places.)")
