"""What staff decided about works: the list, newest first, and each decision with its undoing."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from commonplace.catalogue.grouping.deciding import LONGEST_REASON, DecisionRefused, Why, undo
from commonplace.catalogue.grouping.foreseeing import foresee_undoing
from commonplace.catalogue.grouping.queries import Decision, decision, decisions
from commonplace.web.addresses import parameters_of
from commonplace.web.answering import answer
from commonplace.web.blocks.titles import ShownTitle
from commonplace.web.grouping.named import Halves, halves_of
from commonplace.web.pages.troubles import WITH_FORM, read_only, takes
from commonplace.web.staff.deciding import Deed, by_of, deeds_of, led_to, reason_of, works_now
from commonplace.web.staff.door import staff_only
from commonplace.web.words.grouping import refusal_of

LIST = "/staff/grouping"
A_PAGE = 50
_LARGEST = 2**62


@dataclass(frozen=True)
class DecisionsPage:
    """Decisions, newest first, so many a page: ``before`` is where this page begins, 0 for now."""

    deeds: Sequence[Deed]
    before: int
    has_older: bool

    @property
    def older(self) -> str:
        """The page with older ones; nothing on the last."""
        if not self.has_older:
            return ""
        return f"{LIST}?before={self.deeds[-1].decision.number}"

    def facts(self) -> dict[str, Any]:
        """The list as JSON."""
        return {"decisions": [each.facts() for each in self.deeds], "older": self.older or None}


@dataclass(frozen=True)
class DecisionPage:
    """One decision: what it did, what undoing it would do, and the form for that."""

    deed: Deed
    reason: str = ""
    trouble: str = ""
    is_done: bool = False

    @property
    def decision(self) -> Decision:
        """The decision itself."""
        return self.deed.decision

    @cached_property
    def halves(self) -> Halves | None:
        """Works as they are, and as they would be without it; nothing once it is undone."""
        if not self.decision.is_standing:
            return None
        return halves_of(foresee_undoing(self.decision))

    @cached_property
    def works(self) -> Sequence[ShownTitle]:
        """The works it is about, as they are now."""
        return works_now(self.decision)

    @property
    def most_characters(self) -> int:
        """How long a reason may be."""
        return LONGEST_REASON

    def facts(self) -> dict[str, Any]:
        """The decision as JSON."""
        undoing = {"undoing": self.halves.facts()} if self.halves else {}
        return self.deed.facts() | undoing | ({"trouble": self.trouble} if self.trouble else {})


@staff_only
@read_only
def decisions_page(request: HttpRequest) -> HttpResponse:
    """What staff decided, newest first."""
    given = parameters_of(request.META.get("QUERY_STRING", "")).get("before", [""])[-1]
    is_number = given.isascii() and given.isdecimal()
    before = min(int(given[:19]), _LARGEST) if is_number else 0
    found = decisions(before, limit=A_PAGE + 1)
    page = DecisionsPage(deeds_of(found[:A_PAGE]), before, len(found) > A_PAGE)
    return answer(request, "staff/decisions.html", page)


@staff_only
@takes(*WITH_FORM)
def decision_page(request: HttpRequest, decision_id: str) -> HttpResponse:
    """One decision, and its undoing."""
    if request.method != "POST":
        page = DecisionPage(_deed(decision_id), is_done="done" in request.GET)
        return answer(request, "staff/decision.html", page)
    said = reason_of(request)
    try:
        undo(decision_id, by=by_of(request), reason=said)
    except DecisionRefused as error:
        page = DecisionPage(_deed(decision_id), said, refusal_of(error.why))
        status = 409 if error.why is Why.NOT_STANDING else 422
        return answer(request, "staff/decision.html", page, status=status)
    return led_to(f"{LIST}/{decision_id}?done")


def _deed(decision_id: str) -> Deed:
    found = decision(decision_id)
    if found is None:
        raise Http404
    return deeds_of([found])[0]
