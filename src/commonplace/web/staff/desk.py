"""The staff's desk: what is waiting, from one table. A new staff page adds its line here."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from commonplace.catalogue.corrections.queue import count_open
from commonplace.catalogue.golden.queries import count_not_holding
from commonplace.catalogue.wishes.queue import count_waiting
from commonplace.patrons.queries import Visits, visits_of
from commonplace.web.answering import answer
from commonplace.web.pages.troubles import read_only
from commonplace.web.staff.corrected import count_to_look_at
from commonplace.web.staff.door import Staff, staff_of, staff_only
from commonplace.web.words.moments import as_of


@dataclass(frozen=True, slots=True)
class Desk:
    """One kind of work: ``label`` is marked with ``noop``; ``waiting`` counts what is to be done.

    ``about`` says in a sentence what is done there; ``waiting`` is ``None`` where nothing waits.
    """

    label: str
    about: str
    address: str
    waiting: Callable[[], int] | None = None


DESKS: tuple[Desk, ...] = (
    Desk(
        noop("What readers say is wrong"),
        noop("Reports on titles: look, answer, put it right."),
        "/staff/reports",
        count_open,
    ),
    Desk(
        noop("What readers ask for"),
        noop("Titles they looked for in vain: look, answer, get them."),
        "/staff/wishes",
        count_waiting,
    ),
    Desk(
        noop("Corrected descriptions"),
        noop("Where the library says otherwise than its records; those that changed come first."),
        "/staff/descriptions",
        count_to_look_at,
    ),
    Desk(
        noop("Works joined and set apart"),
        noop("What was decided about which titles are editions of one work, and its undoing."),
        "/staff/grouping",
    ),
    Desk(
        noop("Golden queries"),
        noop("Searches whose answer you know: how they stand, and what the last load moved."),
        "/staff/golden",
        count_not_holding,
    ),
)


@dataclass(frozen=True, slots=True)
class Queue:
    """A desk as it is shown: in the page's language, with how much waits."""

    label: str
    about: str
    address: str
    waiting: int | None


@dataclass(frozen=True)
class DeskPage:
    """What is waiting, and what a person should know of their own account."""

    staff: Staff
    visits: Visits

    @cached_property
    def queues(self) -> tuple[Queue, ...]:
        """Every desk with its count."""
        return tuple(
            Queue(_(d.label), _(d.about), d.address, d.waiting() if d.waiting else None)
            for d in DESKS
        )

    @property
    def before(self) -> str:
        """When the visit before this one began, in words; nothing when this is the first."""
        moment = self.visits.before
        return as_of(moment) if moment else ""

    def facts(self) -> dict[str, Any]:
        """The desks as JSON."""
        return {
            "name": self.staff.name,
            "queues": [
                {"label": each.label, "address": each.address, "waiting": each.waiting}
                for each in self.queues
            ],
        }


@staff_only
@read_only
def desk_page(request: HttpRequest) -> HttpResponse:
    """Where staff begin."""
    staff = staff_of(request)
    return answer(request, "staff/desk.html", DeskPage(staff, visits_of(staff.account_id)))
