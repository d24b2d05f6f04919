"""The branches: where they are and when they are open."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from commonplace.web.answering import answer
from commonplace.web.blocks.hours import OpenBranch
from commonplace.web.pages.finding import our_library
from commonplace.web.pages.troubles import WITH_FORM, read_only, takes
from commonplace.web.searching.keeping import for_this_reader
from commonplace.web.searching.my_branch import (
    has_choice,
    kept_branch,
    remembered_or_forgotten,
)
from commonplace.web.words.moments import now


@dataclass(frozen=True, slots=True)
class BranchesPage:
    """Every branch."""

    branches: tuple[OpenBranch, ...]
    mine: str = ""
    has_choice: bool = False

    def facts(self) -> dict[str, Any]:
        """The branches as JSON."""
        return {"branches": [each.facts() for each in self.branches]}


@dataclass(frozen=True, slots=True)
class BranchPage:
    """One branch."""

    here: OpenBranch
    mine: str = ""
    has_choice: bool = False

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


@csrf_exempt  # a cookie of the reader's own is all that changes; other sites' pages are refused
@takes(*WITH_FORM)
def branches_page(request: HttpRequest) -> HttpResponse:
    """The branches with their hours, and where a reader says which is theirs."""
    if request.method == "POST":
        return remembered_or_forgotten(request)
    mine, library = kept_branch(request), our_library()
    page = BranchesPage(open_branches(), mine, has_choice(library))
    return for_this_reader(answer(request, "branches/page.html", page), mine)


@read_only
def branch_page(request: HttpRequest, code: str) -> HttpResponse:
    """One branch: how to get there, when, and what it has in."""
    found = [each for each in open_branches() if each.branch.code == code]
    if not found:
        raise Http404
    mine, library = kept_branch(request), our_library()
    page = BranchPage(found[0], mine, has_choice(library))
    return for_this_reader(answer(request, "branches/branch.html", page), mine)


def open_branches() -> tuple[OpenBranch, ...]:
    """Every branch as of now."""
    moment = now()
    return tuple(OpenBranch(branch, moment) for branch in our_library().branches)
