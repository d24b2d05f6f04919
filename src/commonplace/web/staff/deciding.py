"""Decisions about works as staff see them: what, who, when, why, and what became of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from commonplace.catalogue.grouping.deciding import LONGEST_REASON, By
from commonplace.catalogue.grouping.queries import (
    Decision,
    titles_of_keys,
    titles_with_keys,
    works_of_titles,
)
from commonplace.catalogue.letters.words import kept
from commonplace.catalogue.queries import titles_by_id
from commonplace.web.addresses import decision_address
from commonplace.web.blocks.titles import ShownTitle
from commonplace.web.staff.door import staff_of
from commonplace.web.words.moments import as_of, number

MOST_NAMED = 4


@dataclass(frozen=True, slots=True)
class Deed:
    """A decision with the names of what it is about.

    ``named`` are editions of what was joined, or what was set apart; ``stayed`` of what it was set
    apart from.
    """

    decision: Decision
    named: Sequence[ShownTitle]
    stayed: Sequence[ShownTitle] = ()

    @property
    def address(self) -> str:
        """Its own page."""
        return decision_address(self.decision.own_id)

    @property
    def kind(self) -> str:
        """What was decided."""
        if not self.decision.is_split:
            return _("Joined")
        count = len(self.decision.titles)
        words = ngettext("%(num)s edition set apart", "%(num)s editions set apart", count)
        return words % {"num": number(count)}

    @property
    def when(self) -> str:
        """When it was decided."""
        return as_of(self.decision.made)

    @property
    def undone_when(self) -> str:
        """When it was undone; nothing while it stands."""
        return as_of(self.decision.undoing.moment) if self.decision.undoing else ""

    def facts(self) -> dict[str, Any]:
        """The decision for a JSON twin, for staff: with names."""
        said = self.decision
        return {
            "decision": said.own_id,
            "address": self.address,
            "kind": said.kind,
            "keys": list(said.keys),
            "rest": list(said.rest),
            "title_ids": list(said.titles),
            "reason": said.reason,
            "made": said.made.isoformat(),
            "made_by_name": said.made_by_name,
            "undone": said.undoing.moment.isoformat() if said.undoing else None,
            "undone_by_name": said.undoing.by_name if said.undoing else "",
            "undone_reason": said.undoing.reason if said.undoing else "",
        }


def deeds_of(decisions: Sequence[Decision]) -> list[Deed]:
    """These decisions with names, looked up for all of them at once."""
    keys = {key for each in decisions for key in (*each.keys[:MOST_NAMED], *each.rest[:MOST_NAMED])}
    with_keys = titles_with_keys(keys, but={t for each in decisions for t in each.titles})
    ids = {title for each in decisions for title in each.titles[:MOST_NAMED]}
    shown = {
        title_id: ShownTitle(row)
        for title_id, row in titles_by_id(sorted(ids | set(with_keys.values()))).items()
    }

    def of_keys(some: Iterable[str]) -> list[ShownTitle]:
        titles = dict.fromkeys(with_keys[key] for key in some if key in with_keys)
        return [shown[each] for each in titles if each in shown][:MOST_NAMED]

    def of_titles(some: Iterable[str]) -> list[ShownTitle]:
        return [shown[each] for each in some if each in shown][:MOST_NAMED]

    return [
        Deed(each, of_titles(each.titles), of_keys(each.rest))
        if each.is_split
        else Deed(each, of_keys(each.keys))
        for each in decisions
    ]


def works_now(decision: Decision) -> list[ShownTitle]:
    """The works that what a decision is about is in now, each by one of its titles."""
    in_works = works_of_titles(decision.titles)
    titles = [*in_works, *titles_of_keys((*decision.keys, *decision.rest))]
    rows = titles_by_id(titles)
    found = {row.work_id: ShownTitle(row) for row in rows.values()}
    return [found[work_id] for work_id in sorted(found)]


def by_of(request: HttpRequest) -> By:
    """Who of the staff decides."""
    staff = staff_of(request)
    return By(staff.account_id, staff.name)


def reason_of(request: HttpRequest) -> str:
    """The reason a form gives, without what no page should show; a little more than may be kept, so
    that too long a one is refused and not cut.
    """
    return kept(request.POST.get("reason", "")[: LONGEST_REASON * 4])


def led_to(address: str) -> HttpResponse:
    """Go and look there: what was sent has been done."""
    return HttpResponseRedirect(address, status=303)
