"""The queue of readers' wishes: what is asked for, what waits first, paged by place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from commonplace.catalogue.letters.queue import MATTERS_A_PAGE, Gathered
from commonplace.catalogue.wishes.models import WAITING as THAT_WAIT
from commonplace.catalogue.wishes.models import State
from commonplace.catalogue.wishes.queue import ReadWish, matters, oldest_of
from commonplace.web.addresses import parameters_of
from commonplace.web.answering import answer
from commonplace.web.pages.troubles import read_only
from commonplace.web.staff.door import staff_only
from commonplace.web.words.formats import format_label
from commonplace.web.words.wishes import MARKS, state_of_wish

QUEUE = "/staff/wishes"
WAITING, ALL = "waiting", "all"
STATES: Mapping[str, tuple[State, ...]] = {
    WAITING: THAT_WAIT,
    **{state.value: (state,) for state in State},
    ALL: tuple(State),
}
_LABELS: Mapping[str, str] = {
    WAITING: noop("Everything that waits"),
    State.OPEN.value: noop("Not looked at yet"),
    State.LOOKING.value: noop("Being looked at"),
    State.COMING.value: noop("The library is getting it"),
    State.HERE.value: noop("It is here"),
    State.LEFT.value: noop("The library will not get it"),
    ALL: noop("Everything"),
}


@dataclass(frozen=True, slots=True)
class AskedFor:
    """What some readers ask for, in the words of the first of them."""

    matter: Gathered
    first: ReadWish

    @property
    def address(self) -> str:
        """Its own page."""
        return asked_address(str(self.matter.about[0]))

    @property
    def format(self) -> str:
        """The format asked for."""
        return format_label(self.first.format) if self.first.format else ""

    @property
    def mark(self) -> str:
        """The shape of its state."""
        return MARKS[self.first.state]

    @property
    def state(self) -> str:
        """Its state in words."""
        return state_of_wish(self.first.state)


@dataclass(frozen=True)
class WishesPage:
    """A page of the queue."""

    state: str
    wishes: Sequence[AskedFor]
    next: str

    @property
    def states(self) -> tuple[tuple[str, str], ...]:
        """The states one may ask for."""
        return tuple((state, _(label)) for state, label in _LABELS.items())

    def facts(self) -> dict[str, Any]:
        """The queue as JSON."""
        return {
            "state": self.state,
            "wishes": [
                {
                    "address": each.address,
                    "title": each.first.title,
                    "creator": each.first.creator,
                    "wishes": each.matter.letters,
                    "since": each.first.made,
                }
                for each in self.wishes
            ],
            "next": self.next,
        }


def asked_address(likeness: str) -> str:
    """The page of the wishes for this."""
    return f"{QUEUE}/{likeness}"


@staff_only
@read_only
def wishes_page(request: HttpRequest) -> HttpResponse:
    """What readers ask for, what waits first."""
    given = parameters_of(request.META.get("QUERY_STRING", ""))
    state, after = (given.get(name, [""])[-1] for name in ("state", "after"))
    state = state if state in STATES else WAITING
    found = matters(STATES[state], after, MATTERS_A_PAGE + 1)
    page = found[:MATTERS_A_PAGE]
    first = oldest_of(page)
    wishes = [AskedFor(each, first[each.oldest]) for each in page]
    onward = _onward(state, page[-1].place) if len(found) > len(page) else ""
    return answer(request, "staff/wishes.html", WishesPage(state, wishes, onward))


def _onward(state: str, place: str) -> str:
    chosen = {"state": state} if state != WAITING else {}
    return f"{QUEUE}?{urlencode(chosen | {'after': place})}"
