"""Filters kept for every search, where the reader says so: in a cookie of their own, and nowhere
else. It is set by one button, gone with another, and gone when the browser is closed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.csrf import csrf_exempt

from commonplace.policy import Library
from commonplace.web.addresses import (
    WITHOUT_KEPT,
    Choices,
    parameters_of,
    read_choices,
    search_address,
)
from commonplace.web.answering import PRIVATE, answer
from commonplace.web.blocks.filters import Chip, Filters
from commonplace.web.pages.finding import our_library
from commonplace.web.pages.troubles import WITH_FORM, refused, takes, too_much
from commonplace.web.reporting.form import is_from_here, is_too_much

COOKIE = "filters"
MOST_KEPT = 1_500


def kept_filters(request: HttpRequest) -> Choices | None:
    """The filters this reader keeps, if any."""
    said = request.COOKIES.get(COOKIE, "")[: MOST_KEPT * 2]
    kept = _only_filters(read_choices(said)) if said else None
    return kept if kept and kept.narrowing else None


def with_kept(request: HttpRequest, choices: Choices, kept: Choices | None) -> HttpResponse | None:
    """Where a new search goes whose reader keeps filters; ``None`` where it says what it wants."""
    if kept is None or not choices.is_plain or names_kept(request.META.get("QUERY_STRING", "")):
        return None
    return _led(replace(choices, picks=kept.picks, years=kept.years).at(request.path_info))


def names_kept(query_string: str) -> bool:
    """Whether an address says that the filters which are kept are not wanted this time."""
    return WITHOUT_KEPT[1] in parameters_of(query_string).get(WITHOUT_KEPT[0], ())


def for_this_reader(response: HttpResponse, kept: Choices | str | None) -> HttpResponse:
    """The response kept by no shared cache, where this reader keeps filters or a branch."""
    if kept:
        response.headers["Cache-Control"] = PRIVATE
        response.headers.pop("Access-Control-Allow-Origin", None)
    return response


@dataclass(frozen=True)
class FiltersPage:
    """What is kept, and how to let go of it."""

    kept: Choices | None
    library: Library

    @property
    def chips(self) -> Sequence[Chip]:
        """The filters kept, in words."""
        return tuple(Filters(self.kept, {}, self.library, "/search").chips()) if self.kept else ()

    def facts(self) -> dict[str, Any]:
        """What is kept, as JSON."""
        return {"filters": self.kept.narrowing if self.kept else ""}


@csrf_exempt  # a cookie of the reader's own is all that changes; other sites' pages are refused
@takes(*WITH_FORM)
def filters_page(request: HttpRequest) -> HttpResponse:
    """The filters a reader keeps, and where they are kept or let go."""
    if request.method == "POST":
        return _done(request)
    page = FiltersPage(kept_filters(request), our_library())
    return for_this_reader(answer(request, "filters/page.html", page), Choices())


def _done(request: HttpRequest) -> HttpResponse:
    """Keep the filters of the search that was sent, or let go of those kept; and back to it."""
    if is_too_much(request):
        return too_much(request)
    if not is_from_here(request):
        return refused(request, PermissionError())
    request.encoding = "utf-8"
    choices = read_choices(request.POST.get("search", ""))
    response = _led(search_address(choices))
    kept = _only_filters(choices).narrowing
    if request.POST.get("deed") == "forget":
        response.delete_cookie(COOKIE, samesite="Lax")
    elif kept and len(kept) <= MOST_KEPT:
        secure = request.is_secure()
        response.set_cookie(COOKIE, kept, secure=secure, httponly=True, samesite="Lax")
    return response


def _only_filters(choices: Choices) -> Choices:
    return Choices(picks=choices.picks, years=choices.years)


def _led(address: str) -> HttpResponse:
    response = HttpResponseRedirect(address, status=303)
    response.headers["Cache-Control"] = PRIVATE
    return response
