"""The form that says something is wrong: made, signed, read back, and never lost.

It needs no cookie: nobody is signed in who could be made to send it. It is signed with the title
it is about and the moment it was made, and one sent from another site's page is not taken.
"""

import secrets
import time
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urlsplit

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest

MOST_BODY = 256 * 1024
MOST_SHOWN = 20_000
QUICKEST = 2
TRAP = "website"
_MOST_VALUE = 4_000


@dataclass(frozen=True, slots=True)
class Filled:
    """What is in the form: what its reader chose and wrote, and the form's own seal."""

    seal: str
    kind: str = ""
    words: str = ""
    edition: str = ""
    link: str = ""
    trap: str = ""


class Seal(NamedTuple):
    """A form of ours: the number only it has, and when it was made."""

    nonce: str
    made: int

    @property
    def is_too_quick(self) -> bool:
        """Whether nobody can have read and filled it in so soon. A clock put back is no haste."""
        return 0 <= time.time() - self.made < QUICKEST


def fresh_seal(title_id: str) -> str:
    """The seal of a new form about this title."""
    return _signer(title_id).sign(f"{secrets.token_urlsafe(16)}.{int(time.time())}")


def read_seal(title_id: str, seal: str) -> Seal | None:
    """The form this seal is of; ``None`` when it is not one of ours about this title."""
    try:
        nonce, made = _signer(title_id).unsign(seal).split(".")
    except (BadSignature, ValueError):
        return None
    return Seal(nonce, int(made))


def is_too_much(request: HttpRequest) -> bool:
    """Whether more was sent than any reader writes."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    return not length.isdecimal() or int(length) > MOST_BODY


def read_form(request: HttpRequest) -> Filled:
    """What was sent, as it came; words that no page could show again are cut."""
    request.encoding = "utf-8"
    given = request.POST
    return Filled(
        seal=given.get("form", "")[:_MOST_VALUE],
        kind=given.get("kind", "")[:_MOST_VALUE],
        words=given.get("words", "")[:MOST_SHOWN],
        edition=given.get("edition", "")[:_MOST_VALUE],
        link=given.get("link", "")[:_MOST_VALUE],
        trap=given.get(TRAP, "")[:_MOST_VALUE],
    )


def is_from_here(request: HttpRequest) -> bool:
    """Whether a page of ours sent this, as far as the browser says who did."""
    site = request.headers.get("Sec-Fetch-Site", "")
    if site:
        return site in {"same-origin", "none"}
    origin = request.headers.get("Origin", "")
    ours = {request.get_host(), urlsplit(settings.LIBRARY.base_address).netloc}
    return not origin or urlsplit(origin).netloc in ours - {""}


def _signer(title_id: str) -> Signer:
    return Signer(salt=f"something wrong with {title_id}")
