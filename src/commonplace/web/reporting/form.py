"""The form of a letter to the library: made, signed, read back, and never lost.

It needs no cookie: nobody is signed in who could be made to send it. It is signed with what it is
about and the moment it was made, and one sent from another site's page is not taken.
"""

import secrets
import time
from collections.abc import Sequence
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


@dataclass(frozen=True)
class Filled:
    """What is in a form beside what its reader chose and wrote: its seal, and the trap."""

    seal: str
    trap: str = ""


class Seal(NamedTuple):
    """A form of ours: the number only it has, and when it was made."""

    nonce: str
    made: int

    @property
    def is_too_quick(self) -> bool:
        """Whether nobody can have read and filled it in so soon. A clock put back is no haste."""
        return 0 <= time.time() - self.made < QUICKEST


def fresh_seal(about: str) -> str:
    """The seal of a new form about this: a title, or a wish."""
    return _signer(about).sign(f"{secrets.token_urlsafe(16)}.{int(time.time())}")


def read_seal(about: str, seal: str) -> Seal | None:
    """The form this seal is of; ``None`` when it is not one of ours about this."""
    try:
        nonce, made = _signer(about).unsign(seal).split(".")
    except (BadSignature, ValueError):
        return None
    return Seal(nonce, int(made))


def is_too_much(request: HttpRequest) -> bool:
    """Whether more was sent than any reader writes."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    return not length.isdecimal() or int(length) > MOST_BODY


def read_fields(request: HttpRequest, *lines: str, texts: Sequence[str] = ()) -> dict[str, str]:
    """What was sent in these fields, as it came; what no page could show again is cut."""
    request.encoding = "utf-8"
    given = request.POST
    read = {"seal": given.get("form", ""), "trap": given.get(TRAP, "")}
    read |= {name: given.get(name, "") for name in lines}
    return {name: value[:_MOST_VALUE] for name, value in read.items()} | {
        name: given.get(name, "")[:MOST_SHOWN] for name in texts
    }


def is_from_here(request: HttpRequest) -> bool:
    """Whether a page of ours sent this, as far as the browser says who did."""
    site = request.headers.get("Sec-Fetch-Site", "")
    if site:
        return site in {"same-origin", "none"}
    origin = request.headers.get("Origin", "")
    ours = {request.get_host(), urlsplit(settings.LIBRARY.base_address).netloc}
    return not origin or urlsplit(origin).netloc in ours - {""}


def _signer(about: str) -> Signer:
    return Signer(salt=f"a letter about {about}")
