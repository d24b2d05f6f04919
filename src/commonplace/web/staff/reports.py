"""The queue of readers' reports: matters, what waits first, filtered and paged by place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from commonplace.catalogue.corrections.models import Kind, State
from commonplace.catalogue.corrections.queue import Matter, matters, oldest_of
from commonplace.catalogue.letters.queue import MATTERS_A_PAGE
from commonplace.catalogue.queries import titles_by_id
from commonplace.web.addresses import parameters_of
from commonplace.web.answering import answer
from commonplace.web.blocks.titles import ShownTitle
from commonplace.web.pages.troubles import read_only
from commonplace.web.staff.door import staff_only
from commonplace.web.words.reports import KINDS, kind_of_report

QUEUE = "/staff/reports"
WAITING, ALL = "waiting", "all"
STATES: Mapping[str, tuple[State, ...]] = {
    WAITING: (State.OPEN, State.LOOKING),
    State.OPEN.value: (State.OPEN,),
    State.LOOKING.value: (State.LOOKING,),
    State.MENDED.value: (State.MENDED,),
    State.LEFT.value: (State.LEFT,),
    ALL: tuple(State),
}
_LABELS: Mapping[str, str] = {
    WAITING: noop("Everything that waits"),
    State.OPEN.value: noop("Not looked at yet"),
    State.LOOKING.value: noop("Being looked at"),
    State.MENDED.value: noop("Mended"),
    State.LEFT.value: noop("Left as it is"),
    ALL: noop("Everything"),
}
_RANKS = ("out", "way", "in")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of the queue is asked for: a state, a kind, and the place to read on from."""

    state: str = WAITING
    kind: Kind | None = None
    after: str = ""

    def address(self, after: str = "") -> str:
        """The queue so filtered, from this place on."""
        chosen = {"state": self.state if self.state != WAITING else ""}
        chosen |= {"kind": self.kind.value if self.kind else "", "after": after}
        query = urlencode({name: value for name, value in chosen.items() if value})
        return f"{QUEUE}?{query}" if query else QUEUE


@dataclass(frozen=True, slots=True)
class ShownMatter:
    """A matter as the queue shows it. ``title`` is ``None`` once that is withdrawn."""

    matter: Matter
    title: ShownTitle | None
    since: datetime

    @property
    def address(self) -> str:
        """Its own page."""
        return matter_address(self.matter.title_id, self.matter.kind)

    @property
    def kind(self) -> str:
        """What is wrong."""
        return kind_of_report(self.matter.kind)

    @property
    def mark(self) -> str:
        """The shape of its state."""
        return _RANKS[self.matter.rank]

    @property
    def state(self) -> str:
        """Its state in words."""
        return (_("Not looked at yet"), _("Being looked at"), _("Answered"))[self.matter.rank]


@dataclass(frozen=True)
class QueuePage:
    """A page of the queue."""

    wanted: Wanted
    matters: Sequence[ShownMatter]
    next: str

    @property
    def states(self) -> tuple[tuple[str, str], ...]:
        """The states one may ask for."""
        return tuple((state, _(label)) for state, label in _LABELS.items())

    @property
    def kinds(self) -> tuple[tuple[str, str], ...]:
        """The kinds one may ask for."""
        return tuple((kind.value, kind_of_report(kind)) for kind in KINDS)

    def facts(self) -> dict[str, Any]:
        """The queue as JSON."""
        return {
            "state": self.wanted.state,
            "kind": self.wanted.kind,
            "matters": [
                {
                    "address": each.address,
                    "title_id": each.matter.title_id,
                    "kind": each.matter.kind,
                    "reports": each.matter.letters,
                    "since": each.since,
                }
                for each in self.matters
            ],
            "next": self.next,
        }


def matter_address(title_id: str, kind: Kind) -> str:
    """The page of the reports of this kind on this title."""
    return f"{QUEUE}/{title_id}/{kind.value}"


@staff_only
@read_only
def reports_page(request: HttpRequest) -> HttpResponse:
    """What readers say is wrong, what waits first."""
    wanted = _wanted(request)
    found = matters(STATES[wanted.state], wanted.kind, wanted.after, MATTERS_A_PAGE + 1)
    page = found[:MATTERS_A_PAGE]
    onward = wanted.address(page[-1].place) if len(found) > len(page) else ""
    return answer(request, "staff/reports.html", QueuePage(wanted, _shown(page), onward))


def _shown(found: Sequence[Matter]) -> list[ShownMatter]:
    rows = titles_by_id(list({matter.title_id for matter in found}))
    since = oldest_of(found)
    titles = {title_id: ShownTitle(row) for title_id, row in rows.items()}
    return [ShownMatter(each, titles.get(each.title_id), since[each.oldest]) for each in found]


def _wanted(request: HttpRequest) -> Wanted:
    given = parameters_of(request.META.get("QUERY_STRING", ""))
    state, kind, after = (given.get(name, [""])[-1] for name in ("state", "kind", "after"))
    return Wanted(
        state if state in STATES else WAITING, Kind(kind) if kind in set(Kind) else None, after
    )
