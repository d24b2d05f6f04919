"""The branches: where they are and when they are open."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from commonplace.web.answering import answer
from commonplace.web.blocks.hours import OpenBranch
from commonplace.web.pages.finding import our_library
from commonplace.web.pages.troubles import read_only
from commonplace.web.words.moments import now


@dataclass(frozen=True, slots=True)
class BranchesPage:
    """Every branch."""

    branches: tuple[OpenBranch, ...]

    def facts(self) -> dict[str, Any]:
        """The branches as JSON."""
        return {"branches": [each.facts() for each in self.branches]}


@dataclass(frozen=True, slots=True)
class BranchPage:
    """One branch."""

    here: OpenBranch

    @property
    def map_address(self) -> str:
        """The place on a map outside, where its coordinates are known."""
        at = self.here.branch
        if at.latitude is None or at.longitude is None:
            return ""
        spot = f"{at.latitude:.5f}/{at.longitude:.5f}"
        query = f"mlat={at.latitude:.5f}&mlon={at.longitude:.5f}"
        return f"https://www.openstreetmap.org/?{query}#map=17/{spot}"

    def facts(self) -> dict[str, Any]:
        """The branch as JSON."""
        return self.here.facts()


@read_only
def branches_page(request: HttpRequest) -> HttpResponse:
    """The branches with their hours."""
    return answer(request, "branches/page.html", BranchesPage(open_branches()))


@read_only
def branch_page(request: HttpRequest, code: str) -> HttpResponse:
    """One branch: how to get there, when, and what it has in."""
    found = [each for each in open_branches() if each.branch.code == code]
    if not found:
        raise Http404
    return answer(request, "branches/branch.html", BranchPage(found[0]))


def open_branches() -> tuple[OpenBranch, ...]:
    """Every branch as of now."""
    moment = now()
    return tuple(OpenBranch(branch, moment) for branch in our_library().branches)
