"""A work as staff see it: editions that can be set apart, why they are together, what was not
joined, and what was decided before.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from commonplace.bibliography import id_of
from commonplace.catalogue.grouping.addresses import Nowhere, lead_of
from commonplace.catalogue.grouping.deciding import (
    LONGEST_REASON,
    DecisionRefused,
    Why,
    split,
)
from commonplace.catalogue.grouping.explaining import Apart, why_apart
from commonplace.catalogue.grouping.foreseeing import foresee_split
from commonplace.catalogue.grouping.queries import all_decisions, decision
from commonplace.catalogue.queries import TitleRow, titles_by_id, titles_of_works
from commonplace.web.addresses import staff_work_address, work_address
from commonplace.web.answering import answer
from commonplace.web.blocks.titles import ShownTitle
from commonplace.web.grouping.named import Halves, called_after, halves_of
from commonplace.web.grouping.picks import Picks, Ticks, carried, read_ticks
from commonplace.web.grouping.together import WhyTogether, shown_text
from commonplace.web.pages.finding import Gone
from commonplace.web.pages.troubles import WITH_FORM, takes
from commonplace.web.staff.deciding import (
    Deed,
    by_of,
    deeds_of,
    led_to,
    reason_of,
    works_now,
)
from commonplace.web.staff.door import staff_only
from commonplace.web.words.grouping import kind_of_evidence, refusal_of, why_not

MOST_DECISIONS = 20
_MOST_TICKED = 100
_ID = re.compile(r"[a-z2-7]{13}", re.ASCII)


@dataclass(frozen=True, slots=True)
class ShownApart:
    """What a title here shares with another; ``other`` is ``None`` for what too many share."""

    apart: Apart
    here: ShownTitle
    other: ShownTitle | None

    @property
    def shared(self) -> Any:
        """The number or the name they share."""
        return shown_text(self.apart.evidence)

    @property
    def kind(self) -> str:
        """What sort of thing they share."""
        return kind_of_evidence(self.apart.evidence.kind)

    @property
    def why(self) -> str:
        """Why it did not join them."""
        return why_not(self.apart.why)

    def facts(self) -> dict[str, Any]:
        """The same for a JSON twin."""
        return {
            "kind": self.apart.evidence.kind.name.lower(),
            "text": self.apart.evidence.text,
            "title_id": self.apart.here,
            "other_title_id": self.apart.elsewhere,
            "other_work_id": self.apart.work_id,
            "keys": self.apart.key_count,
            "why_not": self.apart.why.name.lower(),
            "decision": self.apart.decision,
        }


@dataclass(frozen=True)
class StaffWorkPage:
    """A work with everything staff need to mend it."""

    work_id: str
    rows: Sequence[TitleRow]
    ticks: Ticks
    trouble: str = ""
    done: Deed | None = None
    has_moved: bool = False

    @property
    def address(self) -> str:
        """Its own path."""
        return staff_work_address(self.work_id)

    @property
    def public_address(self) -> str:
        """The page readers see."""
        return work_address(self.work_id)

    @cached_property
    def title(self) -> ShownTitle:
        """The edition it is called after."""
        return called_after(self.rows)

    @cached_property
    def together(self) -> WhyTogether:
        """Why these are one work."""
        return WhyTogether(self.work_id, self.rows)

    @cached_property
    def picks(self) -> Picks:
        """Its editions, to be ticked."""
        return Picks(self.rows, self.together.together.groups, self.ticks)

    @cached_property
    def apart(self) -> tuple[ShownApart, ...]:
        """What shares evidence with it and was not joined."""
        found = why_apart(self.together.together, self.rows)
        others = titles_by_id([each.elsewhere for each in found if each.elsewhere])
        here = {row.title_id: row for row in self.rows}
        return tuple(
            ShownApart(
                each,
                ShownTitle(here[each.here]),
                ShownTitle(others[each.elsewhere]) if each.elsewhere in others else None,
            )
            for each in found
        )

    @cached_property
    def deeds(self) -> Sequence[Deed]:
        """What was decided about it, newest first, undone or not."""
        together = self.together.together
        ids = {id_of(group.under) for group in together.groups} | set(together.keys)
        ids |= {key.key_id for key in together.keys.values()}
        return deeds_of(list(islice(all_decisions().naming(ids), MOST_DECISIONS)))

    @cached_property
    def works_now(self) -> Sequence[ShownTitle]:
        """The works that what was just decided is about."""
        return works_now(self.done.decision) if self.done else ()

    @property
    def is_done_later(self) -> bool:
        """Whether works have not followed yet what was just decided: a load is writing."""
        return self.done is not None and (len(self.works_now) > 1) != self.done.decision.is_split

    def facts(self) -> dict[str, Any]:
        """The work as JSON, for staff."""
        return {
            "work_id": self.work_id,
            "address": self.address,
            "title": self.title.description.full_title,
            "editions_total": len(self.rows),
            "page": self.picks.page,
            "pages": self.picks.pages,
            "editions": self.picks.facts(),
            "together": self.together.facts(),
            "apart": [each.facts() for each in self.apart],
            "decisions": [each.facts() for each in self.deeds],
        }


@dataclass(frozen=True)
class SettingApartPage:
    """What would be set apart, before it is."""

    work_id: str
    title: ShownTitle
    chosen: frozenset[str]
    reason: str = ""
    trouble: str = ""

    @property
    def address(self) -> str:
        """The work's page for staff, where this is sent."""
        return staff_work_address(self.work_id)

    @property
    def carried(self) -> str:
        """The editions as the form carries them."""
        return ",".join(sorted(self.chosen))

    @cached_property
    def halves(self) -> Halves:
        """Works before and after."""
        return halves_of(foresee_split(self.work_id, self.chosen))

    @property
    def most_characters(self) -> int:
        """How long a reason may be."""
        return LONGEST_REASON

    def facts(self) -> dict[str, Any]:
        """The question as JSON."""
        return {"work_id": self.work_id, "title_ids": sorted(self.chosen)} | self.halves.facts()


@staff_only
@takes(*WITH_FORM)
def staff_work_page(request: HttpRequest, work_id: str) -> HttpResponse:
    """A work's page for staff, and the form that sets editions apart."""
    rows = titles_of_works([work_id])[work_id]
    if not rows:
        return elsewhere(request, work_id)
    if request.method != "POST":
        ticks = Ticks(chosen=frozenset(request.GET.getlist("title")[:_MOST_TICKED]))
        has_moved = "moved" in request.GET
        page = StaffWorkPage(work_id, rows, ticks, done=_done(request), has_moved=has_moved)
        return _shown(request, page)
    ticks = read_ticks(request.POST, rows, lambda: WhyTogether(work_id, rows).together.groups)
    if ticks.deed == "sure":
        return _set_apart(request, work_id, rows, ticks)
    if ticks.deed == "apart":
        return _asked(request, work_id, rows, ticks)
    return _shown(request, StaffWorkPage(work_id, rows, ticks))


def elsewhere(request: HttpRequest, work_id: str) -> HttpResponse:
    """Where the titles of a work went that has none any more. What was sent there is not done, and
    the page says so.
    """
    lead = lead_of(work_id)
    if lead is Nowhere.GONE:
        raise Gone
    if lead is Nowhere.UNKNOWN:
        raise Http404
    tail = request.path_info.partition(work_id)[2]
    query = request.META.get("QUERY_STRING", "") if request.method != "POST" else "moved"
    address = f"{staff_work_address(lead)}{tail}"
    return led_to(f"{address}?{query}" if query else address)


def _shown(request: HttpRequest, page: StaffWorkPage, status: int = 200) -> HttpResponse:
    return answer(request, "staff/work.html", page, status=status)


def _done(request: HttpRequest) -> Deed | None:
    """What was just decided, where the address says so."""
    wanted = request.GET.get("done", "")
    found = decision(wanted) if _ID.fullmatch(wanted) else None
    return deeds_of([found])[0] if found and found.is_standing else None


def _asked(
    request: HttpRequest, work_id: str, rows: Sequence[TitleRow], ticks: Ticks
) -> HttpResponse:
    """Show what would be, and ask for the reason; unless it cannot be."""
    if not 0 < len(ticks.chosen) < len(rows):
        trouble = refusal_of(Why.ALL_OR_NONE)
        return _shown(request, StaffWorkPage(work_id, rows, ticks, trouble), 422)
    page = SettingApartPage(work_id, called_after(rows), ticks.chosen)
    return answer(request, "staff/apart.html", page)


def _set_apart(
    request: HttpRequest, work_id: str, rows: Sequence[TitleRow], ticks: Ticks
) -> HttpResponse:
    said = reason_of(request)
    wanted = carried(request.POST)
    try:
        made = split(work_id, wanted, by=by_of(request), reason=said)
    except DecisionRefused as error:
        trouble = refusal_of(error.why)
        if error.why in {Why.NO_REASON, Why.LONG_REASON} and 0 < len(ticks.chosen) < len(rows):
            page = SettingApartPage(work_id, called_after(rows), ticks.chosen, said, trouble)
            return answer(request, "staff/apart.html", page, status=422)
        return _shown(request, StaffWorkPage(work_id, rows, ticks, trouble), 409)
    return led_to(f"{staff_work_address(work_id)}?done={made.own_id}")
