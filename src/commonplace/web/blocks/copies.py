"""Where the copies of a title are and whether they can be had, grouped as people look for them.

Copies with the same branch, place and call number share a line: five thousand items of a periodical
make a page one can read. What a record claims and cannot be (due in the year 9999) is not shown.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from commonplace.bibliography import Item, ItemStatus
from commonplace.policy import Branch, Library
from commonplace.web.words.moments import due_day, number, today

_LONG_AGO = timedelta(days=5 * 366)
_FAR_AHEAD = timedelta(days=3 * 366)
_ORDER = (
    ItemStatus.IN, ItemStatus.IN_LIBRARY_ONLY, ItemStatus.ON_ITS_WAY, ItemStatus.OUT,
    ItemStatus.ON_ORDER, ItemStatus.UNKNOWN, ItemStatus.MISSING,
)  # fmt: skip
_MARKS = {
    ItemStatus.IN: "in",
    ItemStatus.IN_LIBRARY_ONLY: "here",
    ItemStatus.ON_ITS_WAY: "way",
    ItemStatus.ON_ORDER: "way",
    ItemStatus.OUT: "out",
    ItemStatus.MISSING: "out",
    ItemStatus.UNKNOWN: "unsaid",
}


@dataclass(frozen=True, slots=True)
class State:
    """So many copies in one status, the first of them due back on ``due``."""

    status: ItemStatus
    copies: int
    due: date | None = None

    @property
    def mark(self) -> str:
        """The shape that stands before the words: in, out, way, here or unsaid."""
        return _MARKS[self.status]

    @property
    def words(self) -> str:
        """The status in words, with the count where there are several."""
        words = _status_words(self.status, self.due)
        if self.copies == 1:
            return words
        copies = ngettext("%(n)s copy", "%(n)s copies", self.copies) % {"n": number(self.copies)}
        return _("%(status)s, %(copies)s") % {"status": words, "copies": copies}


@dataclass(frozen=True, slots=True)
class Line:
    """Copies that stand together: a branch, a place in it, a call number, and their states."""

    branch: Branch
    location: str
    call_number: str
    note: str
    states: tuple[State, ...]

    @property
    def copies(self) -> int:
        """How many stand here."""
        return sum(state.copies for state in self.states)

    @property
    def is_in(self) -> bool:
        """Whether one of them can be had now."""
        return self.states[0].status is ItemStatus.IN


class Copies:
    """All copies of one title, or of several."""

    def __init__(self, items: Sequence[Item], library: Library) -> None:
        self.items = items
        self.library = library
        self.total = len(items)
        self.inside = sum(item.status is ItemStatus.IN for item in items)
        self.lendable = sum(item.status is not ItemStatus.MISSING for item in items)

    def lines(self) -> tuple[Line, ...]:
        """The copies by where they stand: where something is in comes first."""
        together: dict[tuple[str, str, str, str], list[Item]] = {}
        for item in self.items:
            place = (item.branch, item.location, item.call_number, item.note)
            together.setdefault(place, []).append(item)
        lines = [self._line(place, items) for place, items in together.items()]
        order = {branch.code: n for n, branch in enumerate(self.library.branches)}
        lines.sort(key=lambda line: (not line.is_in, order.get(line.branch.code, len(order))))
        return tuple(lines)

    def _line(self, place: tuple[str, str, str, str], items: Sequence[Item]) -> Line:
        branch, location, call_number, note = place
        return Line(
            self.library.branch(branch),
            self.library.location(location),
            call_number,
            note,
            states_of(items),
        )

    @property
    def branches_in(self) -> tuple[Branch, ...]:
        """The branches where a copy is in, in the library's order."""
        codes = dict.fromkeys(i.branch for i in self.items if i.status is ItemStatus.IN)
        order = {branch.code: n for n, branch in enumerate(self.library.branches)}
        return tuple(
            self.library.branch(code) for code in sorted(codes, key=lambda c: order.get(c, 999))
        )

    @cached_property
    def first_due(self) -> date | None:
        """When the first copy that is out comes back."""
        return _first_due(self.items)

    @cached_property
    def mark(self) -> str:
        """The shape for all of them together."""
        if self.inside:
            return "in"
        return _MARKS[self._best] if self.total else "unsaid"

    @cached_property
    def _best(self) -> ItemStatus:
        found = {item.status for item in self.items}
        return next((status for status in _ORDER if status in found), ItemStatus.UNKNOWN)

    @cached_property
    def summary(self) -> str:
        """All of them in one phrase: "3 of 6 copies are in"."""
        if not self.total:
            return _("No copy is listed")
        if self.inside:
            return (
                ngettext(
                    "%(inside)s of %(total)s copy is in",
                    "%(inside)s of %(total)s copies are in",
                    self.total,
                )
                % self._counts()
                if self.total > 1
                else _("The copy is in")
            )
        return self._summary_of_absent()

    def _summary_of_absent(self) -> str:
        if self._best is ItemStatus.OUT:
            return ngettext("The copy is out", "All %(total)s are out", self.total) % self._counts()
        return _status_words(self._best, None)

    @property
    def brief(self) -> str:
        """The same on a card: "3 of 6 in", "Out"."""
        if self.inside and self.total > 1:
            return _("%(inside)s of %(total)s in") % self._counts()
        if not self.total:
            return _("No copy listed")
        return _status_words(ItemStatus.IN if self.inside else self._best, None)

    def _counts(self) -> dict[str, str]:
        return {"inside": number(self.inside), "total": number(self.total)}

    def facts(self) -> dict[str, Any]:
        """The counts for a JSON twin."""
        due = self.first_due
        return {
            "copies": self.total,
            "in": self.inside,
            "first_due": due.isoformat() if due and not self.inside else None,
        }


def states_of(items: Iterable[Item]) -> tuple[State, ...]:
    """These copies by status, the ones to be had first."""
    found: dict[ItemStatus, list[Item]] = {}
    for item in items:
        found.setdefault(item.status, []).append(item)
    return tuple(
        State(status, len(found[status]), _first_due(found[status]))
        for status in _ORDER
        if status in found
    )


def item_facts(item: Item, library: Library) -> dict[str, Any]:
    """One copy for a JSON twin."""
    due = _first_due([item])
    return {
        "branch": item.branch,
        "branch_name": library.branch(item.branch).name,
        "location": library.location(item.location),
        "call_number": item.call_number,
        "status": item.status.value,
        "due": due.isoformat() if due else None,
        "note": item.note,
        "copy": item.copy,
    }


def _first_due(items: Iterable[Item]) -> date | None:
    dues = [item.due for item in items if item.due]
    if not dues:
        return None
    least, most = today() - _LONG_AGO, today() + _FAR_AHEAD
    return min((due for due in dues if least < due < most), default=None)


def _status_words(status: ItemStatus, due: date | None) -> str:
    if status is ItemStatus.OUT and due:
        return _("Out, due %(day)s") % {"day": due_day(due)}
    return _STATUS_WORDS[status]()


_STATUS_WORDS = {
    ItemStatus.IN: lambda: _("In"),
    ItemStatus.OUT: lambda: _("Out"),
    ItemStatus.ON_ITS_WAY: lambda: _("On its way"),
    ItemStatus.ON_ORDER: lambda: _("On order"),
    ItemStatus.IN_LIBRARY_ONLY: lambda: _("Use it here"),
    ItemStatus.MISSING: lambda: _("Missing"),
    ItemStatus.UNKNOWN: lambda: _("Ask the staff"),
}
