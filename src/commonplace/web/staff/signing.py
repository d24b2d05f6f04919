"""Signing in and out: one form, and a button.

A sign-in that failed says so in one sentence and never which of the three was wrong. ``next`` is
only ever a path of ours.
"""

from dataclasses import dataclass
from math import ceil
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import rotate_token
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from commonplace.patrons.errors import SignInRefused, TooManyAttempts
from commonplace.patrons.models import MOST_NAME
from commonplace.patrons.queries import account_by_id
from commonplace.patrons.sessions import account_in, begin
from commonplace.patrons.signing_in import sign_in
from commonplace.patrons.throttling import subnet_of
from commonplace.web.answering import answer
from commonplace.web.pages.troubles import WITH_FORM, takes
from commonplace.web.staff.door import SIGN_IN
from commonplace.web.words.moments import number

DESK = "/staff"
_MOST_NEXT = 2_000
_LOOPBACK = frozenset({"127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class SignInPage:
    """The form, with what was wrong the last time it was sent."""

    next: str
    name: str = ""
    trouble: str = ""
    is_after_leaving: bool = False

    def facts(self) -> dict[str, Any]:
        """The form as JSON."""
        trouble = {"trouble": self.trouble} if self.trouble else {}
        return {"fields": ["name", "password", "code"], "next": self.next} | trouble


@takes(*WITH_FORM)
def sign_in_page(request: HttpRequest) -> HttpResponse:
    """The form, and what it is sent to."""
    onward = path_of_ours(request.POST.get("next") or request.GET.get("next") or "")
    if request.method == "POST":
        return _signed_in(request, onward)
    if account_by_id(account_in(request.session)):
        return _led_to(onward)
    page = SignInPage(onward, is_after_leaving="left" in request.GET)
    return answer(request, "sign-in/page.html", page)


@takes("POST")
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the visit, here and on the server."""
    request.session.flush()
    return _led_to(f"{SIGN_IN}?left")


def path_of_ours(wanted: str) -> str:
    """Where to go after signing in; the desk when this is no path of ours."""
    is_path = wanted.startswith("/") and not wanted.startswith(("//", "/\\", SIGN_IN))
    is_plain = len(wanted) <= _MOST_NEXT and wanted.isprintable()
    is_ours = is_path and is_plain and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if is_ours else DESK


def _signed_in(request: HttpRequest, onward: str) -> HttpResponse:
    name, password, code = (request.POST.get(each, "") for each in ("name", "password", "code"))
    try:
        account = sign_in(name, password, code, subnet=subnet_of(_address_of(request)))
    except SignInRefused:
        sentence = _(
            "This name, password and code do not go together. Check all three; each code can be"
            " used once."
        )
        return _again(request, SignInPage(onward, name[:MOST_NAME], sentence), 403)
    except TooManyAttempts as error:
        response = _again(request, SignInPage(onward, name[:MOST_NAME], _wait(error.seconds)), 429)
        response.headers["Retry-After"] = str(error.seconds)
        return response
    begin(request.session, account)
    rotate_token(request)
    return _led_to(onward)


def _wait(seconds: int) -> str:
    minutes = ceil(seconds / 60)
    sentence = ngettext(
        "There were too many attempts to sign in. Try again in %(num)s minute.",
        "There were too many attempts to sign in. Try again in %(num)s minutes.",
        minutes,
    )
    return sentence % {"num": number(minutes)}


def _again(request: HttpRequest, page: SignInPage, status: int) -> HttpResponse:
    return answer(request, "sign-in/page.html", page, status=status)


def _led_to(path: str) -> HttpResponse:
    response = HttpResponseRedirect(path)
    response.status_code = 303
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _address_of(request: HttpRequest) -> str:
    """Who is asking, by the word of a proxy on this machine if there is one. Never kept."""
    peer: str = request.META.get("REMOTE_ADDR", "")
    forwarded: str = request.META.get("HTTP_X_FORWARDED_FOR", "")
    return forwarded.rpartition(",")[2].strip() if forwarded and peer in _LOOPBACK else peer
