"""The receipt of a letter: whoever has its code sees what became of it. No account, no cookie.

The page is kept by nobody and tells no other site its address.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from commonplace.catalogue.letters.codes import grouped, read_code
from commonplace.catalogue.letters.sending import Receipt, Reply
from commonplace.catalogue.letters.words import has_address, has_number
from commonplace.web.answering import TWIN, answer, permanent_address
from commonplace.web.pages.troubles import WITH_FORM, read_only, takes, too_much
from commonplace.web.reporting.form import is_too_much
from commonplace.web.reporting.letters import ShownLetter, letter_with

LOOK_UP = "/receipt"
_MOST_TYPED = 100


@dataclass(frozen=True, slots=True)
class LookUpPage:
    """The form for a code, with what was typed when nothing has that code."""

    typed: str = ""
    trouble: str = ""

    def facts(self) -> dict[str, Any]:
        """The form as JSON."""
        return {"fields": ["code"]} | ({"trouble": self.trouble} if self.trouble else {})


@dataclass(frozen=True)
class ReceiptPage:
    """What became of one letter."""

    code: str
    address: str
    letter: ShownLetter
    is_new: bool

    @property
    def grouped(self) -> str:
        """The code as people read it."""
        return grouped(self.code)

    @property
    def receipt(self) -> Receipt[Any]:
        """What became of it."""
        return self.letter.receipt

    @property
    def state(self) -> tuple[str, str]:
        """Where it stands, and the shape beside that."""
        return self.letter.state(self.receipt.state)

    @property
    def replies(self) -> Sequence[tuple[str, Reply]]:
        """What the staff answered, the newest first, each with its state in words."""
        return [(self.letter.state(r.state)[0], r) for r in reversed(self.receipt.replies)]

    @property
    def warning(self) -> str:
        """What to know where the words hold a way to reach somebody."""
        words = self.letter.words
        if not (has_address(words) or has_number(words)):
            return ""
        return _(
            "There seems to be an e-mail address, a telephone number or the number of a card in"
            " your words. The staff can see it. Nobody will write or ring: the answer is given"
            " here."
        )

    def facts(self) -> dict[str, Any]:
        """The receipt as JSON."""
        made = self.receipt
        return {
            "code": self.grouped,
            "address": self.address,
            **self.letter.facts(),
            "made": made.made,
            "state": made.state,
            "is_erased": made.erased is not None,
            "answers": [
                {"state": each.state, "sentence": each.sentence, "made": each.made}
                for each in made.replies
            ],
        }


def receipt_address(code: str) -> str:
    """Where the receipt with this code is."""
    return f"{LOOK_UP}/{grouped(code)}"


@csrf_exempt  # nothing is changed by asking
@takes(*WITH_FORM)
def look_up_page(request: HttpRequest) -> HttpResponse:
    """Where a code is typed in, and where that leads."""
    if request.method != "POST":
        return _unseen(answer(request, "receipt/look_up.html", LookUpPage()))
    if is_too_much(request):
        return too_much(request)
    request.encoding = "utf-8"
    typed = request.POST.get("code", "")
    if not (code := read_code(typed)):
        return _not_found(request, typed, 422)
    twin = TWIN if request.path_info.endswith(TWIN) else ""
    return _unseen(HttpResponseRedirect(receipt_address(code) + twin, status=303))


@read_only
def receipt_page(request: HttpRequest, code: str) -> HttpResponse:
    """What became of the letter with this code."""
    read = read_code(code)
    found = letter_with(read) if read else None
    if found is None:
        return _not_found(request, code, 404)
    address = permanent_address(request, receipt_address(read))
    is_new = "sent" in request.GET and not found.receipt.replies
    page = ReceiptPage(read, address, found, is_new)
    return _unseen(answer(request, "receipt/page.html", page))


def _not_found(request: HttpRequest, typed: str, status: int) -> HttpResponse:
    trouble = _(
        "Nothing has this code. Compare it letter by letter with what you wrote down: it has"
        " twelve letters and figures, never an A, E, I, O or U, nor 0, 1, 2, 5 or 8."
    )
    page = LookUpPage(typed[:_MOST_TYPED], trouble)
    return _unseen(answer(request, "receipt/look_up.html", page, status=status))


def _unseen(response: HttpResponse) -> HttpResponse:
    """Kept by nobody, found by no robot, read by no other site, its address told to none."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers.pop("Access-Control-Allow-Origin", None)
    return response
