"""Every golden query with how it stands: those that fail first, then what moved in the last run."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from commonplace.catalogue.golden.keeping import expect_no_longer, let_go
from commonplace.catalogue.golden.models import Cause
from commonplace.catalogue.golden.queries import all_golden, last_runs
from commonplace.catalogue.golden.values import Golden, Run, State
from commonplace.discovery.golden.running import run_golden
from commonplace.web.answering import answer
from commonplace.web.golden.shown import ShownGolden, shown_of
from commonplace.web.pages.troubles import WITH_FORM, takes
from commonplace.web.staff.deciding import led_to
from commonplace.web.staff.door import staff_only
from commonplace.web.words.golden import run_said
from commonplace.web.words.moments import as_of

LIST = "/staff/golden"
TEMPLATE = "staff/golden.html"
A_PAGE = 50
_STATES = list(State)


@dataclass(frozen=True)
class GoldenPage:
    """A page of the golden queries; ``done`` is what was just done to them."""

    page: int = 1
    done: str = ""
    trouble: str = ""

    @cached_property
    def every(self) -> list[Golden]:
        """All of them, in the order of the page."""
        return sorted(all_golden(), key=self._rank)

    def _rank(self, one: Golden) -> tuple[bool, bool, int, int]:
        return (one.holds, not self._has_moved(one), _STATES.index(one.state), -one.number)

    def _has_moved(self, one: Golden) -> bool:
        last = self.last_run.ran if self.last_run else None
        return last is not None and any(each.moved == last for each in one.expected)

    @cached_property
    def last_run(self) -> Run | None:
        """The last time all of them were run."""
        return next(iter(last_runs(1)), None)

    @property
    def last_run_said(self) -> str:
        """When that was, and for what."""
        return run_said(self.last_run.cause, as_of(self.last_run.ran)) if self.last_run else ""

    @property
    def held(self) -> int:
        """How many hold."""
        return sum(one.holds for one in self.every)

    @property
    def moved(self) -> int:
        """How many moved in the last run."""
        return sum(self._has_moved(one) for one in self.every)

    @cached_property
    def shown(self) -> Sequence[ShownGolden]:
        """Those of this page."""
        first = (self.page - 1) * A_PAGE
        moved = frozenset(one.number for one in self.every if self._has_moved(one))
        return shown_of(self.every[first : first + A_PAGE], moved)

    @property
    def pages(self) -> tuple[tuple[int, str], ...]:
        """The pages there are, with their addresses."""
        last = max(1, ceil(len(self.every) / A_PAGE))
        return tuple((n, f"{LIST}?page={n}" if n > 1 else LIST) for n in range(1, last + 1))

    @property
    def said(self) -> str:
        """What was just done, in words."""
        return {
            "run": _("They were run just now."),
            "kept": _("It is kept, and was run at once."),
            "removed": _("It is kept no longer."),
        }.get(self.done, "")

    def facts(self) -> dict[str, Any]:
        """The golden queries as JSON."""
        run = self.last_run
        return {
            "queries": len(self.every),
            "hold": self.held,
            "moved": self.moved,
            "ran": run.ran if run else None,
            "cause": run.cause if run else "",
            "page": self.page,
            "pages": len(self.pages),
            "golden": [each.facts() for each in self.shown],
        }


@staff_only
@takes(*WITH_FORM)
def golden_page(request: HttpRequest) -> HttpResponse:
    """The golden queries, and what their forms are sent to."""
    if request.method == "POST":
        return _done(request)
    page = _number(request.GET.get("page", "1")) or 1
    return answer(request, TEMPLATE, GoldenPage(page, str(request.GET.get("done", ""))))


def _done(request: HttpRequest) -> HttpResponse:
    """Do what was asked; what is gone already is as good as removed."""
    deed, number = request.POST.get("deed", ""), _number(request.POST.get("number", ""))
    if deed == "run":
        ran = run_golden(Cause.PAGE)
        if ran.trouble:
            trouble = _("The search index cannot answer just now; they stand as they did before.")
            return answer(request, TEMPLATE, GoldenPage(trouble=trouble), status=503)
        return led_to(f"{LIST}?{urlencode({'done': 'run'})}")
    if deed == "remove":
        let_go(number)
    elif deed == "no-longer":
        expect_no_longer(number)
    else:
        return answer(request, TEMPLATE, GoldenPage(), status=422)
    return led_to(f"{LIST}?{urlencode({'done': 'removed'})}")


def _number(typed: str) -> int:
    """A number as an address has it; 0 for what is none."""
    is_number = typed.isascii() and typed.isdecimal() and len(typed) < len("1000000000")
    return int(typed) if is_number else 0
