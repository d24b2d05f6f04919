"""The reader's own branch, for what is *nearest*: in the address of a search, and remembered in a
cookie of its own only by whoever says so. The cookie holds a branch's code and nothing else.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote, unquote

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from commonplace.policy import Branch, Library
from commonplace.policy.nearness import kilometres, seen_from
from commonplace.search.engines.contract import Sort
from commonplace.web.addresses import Choices, branch_address, read_choices, search_address
from commonplace.web.answering import PRIVATE
from commonplace.web.pages.finding import our_library
from commonplace.web.pages.troubles import refused, too_much
from commonplace.web.reporting.form import is_from_here, is_too_much
from commonplace.web.wording import isolated, said_here
from commonplace.web.words.choices import FEWEST_TO_CHOOSE

COOKIE = "branch"
MOST_CODE = 64
_A_YEAR = 365 * 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class NearTo:
    """What *nearest* means in a search: the branch it is near to, and those there are to choose."""

    library: Library
    near: str
    kept: str

    @property
    def branches(self) -> Sequence[Branch]:
        """The branches to choose from; none where there is only one to be near to."""
        return self.library.branches if has_choice(self.library) else ()

    @property
    def can_keep(self) -> bool:
        """Whether the branch could be remembered and is not."""
        return bool(self.branches and self.near) and self.near != self.kept

    @property
    def is_kept(self) -> bool:
        """Whether the branch is the one that is remembered."""
        return bool(self.branches and self.near) and self.near == self.kept

    @property
    def sentence(self) -> str:
        """What comes first, in words."""
        name = isolated(self.library.branch(self.near).name)
        if not self.near and self.branches:
            return said_here(
                "First what is in now, then what is online, at last what is not in. Choose a "
                "branch, and what is near it comes first."
            )
        if not self.near:
            return said_here("First what is in now, then what is online, at last what is not in.")
        if self._knows_ways:
            return said_here(
                "First what is in now at %(branch)s, then what is online, then what is in at other "
                "branches, the nearer first; at last what is not in.",
                branch=name,
            )
        return said_here(
            "First what is in now at %(branch)s, then what is online, then what is in at other "
            "branches; at last what is not in.",
            branch=name,
        )

    @property
    def _knows_ways(self) -> bool:
        here = self.library.branch(self.near)
        others = (each for each in self.library.branches if each.code != self.near)
        return any(kilometres(here, each) is not None for each in others)


def near_to(request: HttpRequest, choices: Choices) -> NearTo | None:
    """What the order *nearest* goes by; ``None`` in any other order."""
    if choices.sort is not Sort.NEAREST:
        return None
    return NearTo(our_library(), choices.near, kept_branch(request))


def has_choice(library: Library) -> bool:
    """Whether there is more than one branch, so that one can be nearer than another."""
    return len(library.branches) >= FEWEST_TO_CHOOSE


def kept_branch(request: HttpRequest) -> str:
    """The code of the branch this reader said is theirs; nothing where it is none of ours."""
    code = unquote(request.COOKIES.get(COOKIE, "")[: 3 * MOST_CODE])
    return code if our_library().has_branch(code) else ""


def library_near(request: HttpRequest) -> Library:
    """The library as this reader sees it: their own branch first and the nearest after it."""
    return seen_from(our_library(), kept_branch(request))


def with_branch(request: HttpRequest, choices: Choices) -> HttpResponse | None:
    """Where a search for what is nearest goes whose reader has a branch and did not name another:
    its answer then hangs on its address alone."""
    if choices.sort is not Sort.NEAREST or choices.near or not (kept := kept_branch(request)):
        return None
    return _led(replace(choices, near=kept).at(request.path_info))


def remembered_or_forgotten(request: HttpRequest) -> HttpResponse:
    """Remember the branch that was sent, or forget the one remembered; and back to where it was."""
    if is_too_much(request):
        return too_much(request)
    if not is_from_here(request):
        return refused(request, PermissionError())
    request.encoding = "utf-8"
    code = request.POST.get("branch", "")[:MOST_CODE]
    is_known = our_library().has_branch(code)
    response = _led(_back(request, code if is_known else ""))
    if request.POST.get("deed") == "forget":
        response.delete_cookie(COOKIE, samesite="Lax")
    elif is_known:
        response.set_cookie(
            COOKIE, quote(code, safe=""), max_age=_A_YEAR,
            secure=request.is_secure(), httponly=True, samesite="Lax",
        )  # fmt: skip
    return response


def _back(request: HttpRequest, code: str) -> str:
    """The search it was chosen on, the branch's own page, or all branches."""
    if "search" in request.POST:
        return search_address(read_choices(request.POST["search"]))
    return branch_address(code) if code and request.POST.get("on") == "branch" else "/branches"


def _led(address: str) -> HttpResponse:
    response = HttpResponseRedirect(address, status=303)
    response.headers["Cache-Control"] = PRIVATE
    return response
