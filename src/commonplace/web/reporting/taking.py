"""Taking a form in: kept and led to its receipt, or given back as it came with the reason."""

from typing import Any, Protocol, Self

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from commonplace.catalogue.letters.sending import LetterRefused
from commonplace.web.answering import TWIN, answer
from commonplace.web.reporting.form import Filled, is_from_here, read_seal
from commonplace.web.reporting.receipt import receipt_address
from commonplace.web.reporting.refusals import Refusal, refusal_for, refusal_of_seal


class LetterForm(Protocol):
    """A page with a form that becomes a letter. What else it holds, its template knows."""

    @property
    def template(self) -> str:
        """Its template."""

    @property
    def about(self) -> str:
        """What its seal is signed with."""

    @property
    def filled(self) -> Filled:
        """What is in the form."""

    @property
    def refusal(self) -> Refusal | None:
        """Why it came back."""

    def given_back(self, refusal: Refusal, seal: str) -> Self:
        """The same page with a reason, and with this seal."""

    def refused(self) -> Refusal | None:
        """Why what is in the form cannot be taken; ``None`` when it can."""

    def send(self, nonce: str) -> str:
        """Keep it, and give the code of its receipt. Raises ``LetterRefused``."""

    def facts(self) -> dict[str, Any]:
        """The page as JSON."""


def take(request: HttpRequest, page: LetterForm, fresh: str) -> HttpResponse:
    """Keep what was sent and lead to its receipt, or give it back; ``fresh`` is a new seal."""
    seal = read_seal(page.about, page.filled.seal)
    own = page.filled.seal if seal else fresh
    refusal = refusal_of_seal(seal, page.filled, is_from_here=is_from_here(request))
    refusal = refusal or page.refused()
    if refusal or seal is None:
        return shown(request, page.given_back(refusal, own) if refusal else page)
    try:
        code = page.send(seal.nonce)
    except (LetterRefused, DatabaseError) as error:
        return shown(request, page.given_back(refusal_for(error), own))
    twin = TWIN if request.path_info.endswith(TWIN) else ""
    response = HttpResponseRedirect(f"{receipt_address(code)}{twin}?sent", status=303)
    response.headers["Cache-Control"] = "no-store"
    return response


def shown(request: HttpRequest, page: LetterForm) -> HttpResponse:
    """The page with its form, kept by nobody."""
    refusal = page.refusal
    response = answer(request, page.template, page, status=refusal.status if refusal else 200)
    response.headers["Cache-Control"] = "no-store"
    response.headers.pop("Access-Control-Allow-Origin", None)
    if refusal and refusal.retry_after:
        response.headers["Retry-After"] = str(refusal.retry_after)
    return response
