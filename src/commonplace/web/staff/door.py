"""The door of the staff pages: who may come in, and who is in.

Only a page behind the door looks at the session, so that no other page can tell one reader from
another.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from commonplace.patrons.queries import account_by_id
from commonplace.patrons.sessions import account_in

SIGN_IN = "/sign-in"
_KNOWN = "commonplace.staff"

View = Callable[..., HttpResponse]


@dataclass(frozen=True, slots=True)
class Staff:
    """Somebody of the staff, signed in."""

    account_id: str
    name: str


def staff_only(page: View) -> View:
    """A page for staff: others are led to the sign-in page, or told that it is not for them."""

    @wraps(page)
    def behind(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        account = account_by_id(account_in(request.session))
        if account is None:
            response: HttpResponse = HttpResponseRedirect(_sign_in_address(request))
        elif not account.is_staff:
            raise PermissionDenied
        else:
            request.META[_KNOWN] = Staff(account.account_id, account.name)
            response = page(request, *args, **kwargs)
        response.headers["Cache-Control"] = "private, no-store"
        return response

    return behind


def staff_of(request: HttpRequest) -> Staff:
    """Who of the staff is asking. Only for pages behind ``staff_only``."""
    staff = staff_known(request)
    if staff is None:
        raise PermissionDenied
    return staff


def staff_known(request: HttpRequest) -> Staff | None:
    """Who of the staff is asking, if the page is behind the door; nothing is looked up."""
    staff: Staff | None = request.META.get(_KNOWN)
    return staff


def _sign_in_address(request: HttpRequest) -> str:
    return f"{SIGN_IN}?{urlencode({'next': request.get_full_path()})}"
