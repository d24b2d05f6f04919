"""What a page says when it cannot be shown: not found, withdrawn, misunderstood, out of order.

These pages open no database, so that they can be sent when the database is what is wrong.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.db import DatabaseError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from commonplace.web.answering import answer
from commonplace.web.pages.finding import Gone, NoShelf, TakenBack
from commonplace.web.requests import request_id

RETRY_AFTER = "30"
SAFE = ("GET", "HEAD")
WITH_FORM = (*SAFE, "POST")

View = Callable[..., HttpResponse]


@dataclass(frozen=True, slots=True)
class TroublePage:
    """What happened, and what to do next."""

    status: int
    heading: str
    sentence: str
    next_step: str
    request_id: str = ""

    def facts(self) -> dict[str, Any]:
        """The trouble as JSON."""
        facts = {"status": self.status, "error": self.heading, "sentence": self.sentence}
        return facts | ({"request_id": self.request_id} if self.request_id else {})


def read_only(page: View) -> View:
    """A page that can only be read: any other request of it is told so (405)."""

    @wraps(page)
    def read(request: HttpRequest, *args: str, **kwargs: str) -> HttpResponse:
        if request.method in SAFE:
            return page(request, *args, **kwargs)
        return only_read(request)

    return csrf_exempt(read)  # so that it is told what it did wrong, not that its form expired


def takes(*methods: str) -> Callable[[View], View]:
    """A page with a form, or a deed: any other request than these is told so (405)."""

    def taking(page: View) -> View:
        @wraps(page)
        def take(request: HttpRequest, *args: str, **kwargs: str) -> HttpResponse:
            if request.method in methods:
                return page(request, *args, **kwargs)
            return _not_taken(request, methods)

        return take

    return taking


def _not_taken(request: HttpRequest, methods: tuple[str, ...]) -> HttpResponse:
    page = TroublePage(
        405,
        _("This page does not do that"),
        _("It was asked in a way it does not answer."),
        _("Go back, or start from the home page."),
    )
    response = _answer(request, page)
    response.headers["Allow"] = ", ".join(methods)
    return response


def only_read(request: HttpRequest) -> HttpResponse:
    """A page was asked to do something it does not do."""
    page = TroublePage(
        405,
        _("This page can only be read"),
        _("Something was sent to it, and it takes nothing in."),
        _("Go back, or start from the home page."),
    )
    response = _answer(request, page)
    response.headers["Allow"] = ", ".join(SAFE)
    return response


def too_much(request: HttpRequest) -> HttpResponse:
    """More was sent than anybody writes by hand."""
    page = TroublePage(
        413,
        _("That is more than this page takes in"),
        _("Nothing of it was read or kept."),
        _("Go back, make it shorter, and send it again."),
    )
    return _answer(request, page)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """No such page, or no longer."""
    if isinstance(exception, Gone):
        return gone(request)
    if isinstance(exception, NoShelf):
        return on_no_shelf(request)
    if isinstance(exception, TakenBack):
        return taken_back(request)
    page = TroublePage(
        404,
        _("There is nothing at this address"),
        _("The address may have been mistyped, or the page may never have existed."),
        _("Search for what you were looking for, or start from the home page."),
    )
    return _answer(request, page)


def on_no_shelf(request: HttpRequest) -> HttpResponse:
    """A title that is here but has no call number."""
    page = TroublePage(
        404,
        _("This title stands on no shelf"),
        _("It is in the catalogue, but it has no call number to stand by."),
        _("Its own page says how it can be had."),
    )
    return _answer(request, page)


def gone(request: HttpRequest) -> HttpResponse:
    """A title that was here once."""
    page = TroublePage(
        410,
        _("This title is no longer in the catalogue"),
        _("The library had it once and has withdrawn it. Its address is kept so that you know."),
        _("Another edition may be here: search for it, or ask a librarian to borrow it elsewhere."),
    )
    return _answer(request, page)


def taken_back(request: HttpRequest) -> HttpResponse:
    """A reader's word that was here once."""
    page = TroublePage(
        410,
        _("This word is no longer here"),
        _("Its author took it back, or the library does not show it."),
        _("Search for the title it was about to read what others say."),
    )
    return _answer(request, page)


def misunderstood(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 -- by name
    """A request nobody's browser makes."""
    page = TroublePage(
        400,
        _("This request could not be understood"),
        _("The address holds more than a search can have, or something no page asks for."),
        _("Start again from a plain search."),
    )
    return _answer(request, page)


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 -- by name
    """Not for this person."""
    page = TroublePage(
        403,
        _("This page is not open to you"),
        _("It may be for the library’s staff, or your visit may have ended."),
        _("Go back, or start from the home page."),
    )
    return _answer(request, page)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 -- by name
    """A form without the mark of ours, or with an old one (Django's CSRF protection)."""
    page = TroublePage(
        403,
        _("This form has expired"),
        _("Nothing was changed. The form was open for too long, or you signed in meanwhile."),
        _("Go back: what you wrote is still there. Copy it, load the page again, and send it."),
    )
    return _answer(request, page)


def out_of_order(request: HttpRequest) -> HttpResponse:
    """Something broke: ours to mend, not the reader's. A busy database says when to come back."""
    error = sys.exc_info()[1]
    is_busy = isinstance(error, OperationalError | DatabaseError)
    page = TroublePage(
        503 if is_busy else 500,
        _("The catalogue is not well just now"),
        _("Something went wrong on our side. It has been noted; nothing you did caused it."),
        _("Wait half a minute and load this page again."),
        request_id(),
    )
    response = _answer(request, page)
    if is_busy:
        response.headers["Retry-After"] = RETRY_AFTER
    return response


def _answer(request: HttpRequest, page: TroublePage) -> HttpResponse:
    response = answer(request, "trouble/page.html", page, status=page.status)
    response.headers["Cache-Control"] = "no-store"
    return response
