"""Joining works: find the other one by address, id or words; look at both; say why; join.

What is typed is tried as an address or an id first, and searched for when it is neither.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from markupsafe import Markup

from commonplace.catalogue.grouping.addresses import lead_of
from commonplace.catalogue.grouping.deciding import (
    LONGEST_REASON,
    MOST_WORKS,
    DecisionRefused,
    Why,
    join,
)
from commonplace.catalogue.grouping.explaining import splits_between
from commonplace.catalogue.grouping.foreseeing import foresee_join
from commonplace.catalogue.grouping.queries import own_keys, works_of_titles
from commonplace.catalogue.queries import TitleRow, titles_of_works
from commonplace.discovery.answers import Asked
from commonplace.discovery.searching import find
from commonplace.web.addresses import MOST_TEXT, cleaned, staff_work_address
from commonplace.web.answering import answer
from commonplace.web.blocks.cards import ShownCard
from commonplace.web.blocks.titles import ShownTitle
from commonplace.web.grouping.named import Halves, called_after, halves_of
from commonplace.web.pages.finding import our_library
from commonplace.web.pages.troubles import WITH_FORM, takes
from commonplace.web.staff.deciding import Deed, by_of, deeds_of, led_to, reason_of
from commonplace.web.staff.door import staff_only
from commonplace.web.staff.works import elsewhere
from commonplace.web.templating import said
from commonplace.web.wording import said_here
from commonplace.web.words.grouping import medium_label, refusal_of, warning_of
from commonplace.web.words.moments import listed
from commonplace.works.explaining import Obstacle, differences, parts_of

MOST_FOUND = 20
_ADDRESS = re.compile(r"\b(?P<kind>work|title)/(?P<id>[a-z2-7]{13})(?![a-z0-9])", re.ASCII)
_ID = re.compile(r"[a-z2-7]{13}", re.ASCII)


@dataclass(frozen=True)
class FindingPage:
    """Looking for the work to join with: what was typed, and the works found."""

    work_id: str
    title: ShownTitle
    typed: str = ""
    trouble: str = ""

    @property
    def address(self) -> str:
        """Its own path."""
        return f"{staff_work_address(self.work_id)}/join"

    @cached_property
    def cards(self) -> Sequence[ShownCard]:
        """The works found, without this one."""
        if not self.typed:
            return ()
        found = find(Asked(self.typed, field="title", page_size=MOST_FOUND))
        library = our_library()
        cards = [each for each in found.cards if each.work_id != self.work_id]
        return [ShownCard(card, library, self.typed) for card in cards]

    def facts(self) -> dict[str, Any]:
        """What was found as JSON."""
        found = [each.facts() for each in self.cards]
        return {"work_id": self.work_id, "typed": self.typed, "works": found}


@dataclass(frozen=True, slots=True)
class Warned:
    """What to consider before joining: a sentence, and what each work is."""

    sentence: str
    lines: Sequence[Markup] = ()

    def facts(self) -> dict[str, Any]:
        """The warning for a JSON twin."""
        return {"sentence": self.sentence, "works": [each.striptags() for each in self.lines]}


@dataclass(frozen=True)
class JoiningPage:
    """The works that would be one, before they are. ``works`` begins with the one looked at."""

    works: Sequence[tuple[str, Sequence[TitleRow]]]
    reason: str = ""
    trouble: str = ""

    @property
    def work_id(self) -> str:
        """The work looked at first."""
        return self.works[0][0]

    @property
    def title(self) -> ShownTitle:
        """What it is called."""
        return called_after(self.works[0][1])

    @property
    def address(self) -> str:
        """Its own path."""
        return f"{staff_work_address(self.work_id)}/join"

    @property
    def others(self) -> Sequence[str]:
        """The works to join with it."""
        return [work_id for work_id, _rows in self.works[1:]]

    @cached_property
    def halves(self) -> Halves:
        """Works before and after."""
        return halves_of(foresee_join([work_id for work_id, _rows in self.works]))

    @cached_property
    def _keys(self) -> dict[str, list[str]]:
        return {
            work_id: sorted({key.text for key in own_keys(work_id).values()})
            for work_id, _rows in self.works
        }

    @cached_property
    def warnings(self) -> Sequence[Warned]:
        """Where they differ in kind or part."""
        first = self._keys[self.work_id]
        found = {why for other in self.others for why in differences(first, self._keys[other])}
        return [
            Warned(warning_of(why), [self._line(why, *each) for each in self.works])
            for why in sorted(found, key=lambda why: why.name)
        ]

    def _line(self, why: Obstacle, work_id: str, rows: Sequence[TitleRow]) -> Markup:
        keys = self._keys[work_id]
        kinds = [medium_label(parts_of(key).medium) for key in keys]
        parts = [parts_of(key).part or "–" for key in keys]
        words = listed(sorted(set(kinds if why is Obstacle.MEDIUM else parts)))
        return said_here("%(work)s: %(what)s", work=said(called_after(rows).name), what=words)

    @cached_property
    def overruled(self) -> Sequence[Deed]:
        """Splits that this would overrule."""
        return deeds_of(splits_between([work_id for work_id, _rows in self.works]))

    @property
    def most_characters(self) -> int:
        """How long a reason may be."""
        return LONGEST_REASON

    def facts(self) -> dict[str, Any]:
        """The question as JSON."""
        return {
            "works": [work_id for work_id, _rows in self.works],
            "warnings": [each.facts() for each in self.warnings],
            "overruled": [each.facts() for each in self.overruled],
        } | self.halves.facts()


@staff_only
@takes(*WITH_FORM)
def join_page(request: HttpRequest, work_id: str) -> HttpResponse:
    """Find another work, look at both, join them."""
    rows = titles_of_works([work_id])[work_id]
    if not rows:
        return elsewhere(request, work_id)
    if request.method == "POST":
        return _joined(request, work_id)
    typed = cleaned(request.GET.get("q", ""), MOST_TEXT)
    named = _work_named(typed)
    wanted = [*request.GET.getlist("with"), *([named] if named else [])]
    if wanted:
        return _asked(request, work_id, wanted, typed)
    page = FindingPage(work_id, called_after(rows), typed)
    return answer(request, "staff/joining.html", page)


def _work_named(typed: str) -> str:
    """The work that this address or id leads to; nothing where it is none."""
    found = _ADDRESS.search(typed)
    an_id = found["id"] if found else typed.strip()
    if not _ID.fullmatch(an_id):
        return ""
    of_title = works_of_titles([an_id]).get(an_id, "")
    lead = lead_of(an_id)
    return of_title or (lead if isinstance(lead, str) else "")


def _asked(request: HttpRequest, work_id: str, wanted: Sequence[str], typed: str) -> HttpResponse:
    """Show what would be one, and ask for the reason."""
    others = _others(work_id, wanted)
    works = _works((work_id, *others))
    if len(works) - 1 < max(len(others), 1):
        trouble = refusal_of(Why.NOT_SEVERAL if not others else Why.NO_SUCH_WORK)
        title = called_after(works[0][1])
        page = FindingPage(work_id, title, "" if _work_named(typed) else typed, trouble)
        return answer(request, "staff/joining.html", page, status=422)
    return answer(request, "staff/join.html", JoiningPage(works))


def _others(work_id: str, wanted: Sequence[str]) -> list[str]:
    """The works that these ids lead to, but for this one."""
    ids = [each for each in dict.fromkeys(wanted) if _ID.fullmatch(each)][:MOST_WORKS]
    leads = [lead_of(each) for each in ids]
    known = [lead if isinstance(lead, str) else ids[n] for n, lead in enumerate(leads)]
    return [each for each in dict.fromkeys(known) if each != work_id][: MOST_WORKS - 1]


def _works(work_ids: Sequence[str]) -> list[tuple[str, Sequence[TitleRow]]]:
    found = titles_of_works(work_ids)
    return [(work_id, found[work_id]) for work_id in work_ids if found[work_id]]


def _joined(request: HttpRequest, work_id: str) -> HttpResponse:
    """Join what the form says, as it says: what changed meanwhile is not guessed at."""
    wanted = [each for each in request.POST.getlist("with")[:MOST_WORKS] if _ID.fullmatch(each)]
    reason = reason_of(request)
    try:
        made = join({work_id, *wanted}, by=by_of(request), reason=reason)
    except DecisionRefused as error:
        return _refused(request, _works((work_id, *dict.fromkeys(wanted))), reason, error.why)
    query = urlencode({"done": made.own_id})
    return led_to(f"{staff_work_address(work_id)}?{query}")


def _refused(
    request: HttpRequest,
    works: Sequence[tuple[str, Sequence[TitleRow]]],
    reason: str,
    why: Why,
) -> HttpResponse:
    trouble = refusal_of(why)
    if why in {Why.NO_REASON, Why.LONG_REASON} and len(works) > 1:
        page = JoiningPage(works, reason, trouble)
        return answer(request, "staff/join.html", page, status=422)
    work_id, rows = works[0]
    finding = FindingPage(work_id, called_after(rows), trouble=trouble)
    return answer(request, "staff/joining.html", finding, status=409)
