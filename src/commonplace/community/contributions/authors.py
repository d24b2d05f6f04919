"""Who contributes: an opaque key, never a name, a card or an address, and what is shown of them."""

from dataclasses import dataclass

from django.utils.crypto import salted_hmac

from commonplace.community.contributions.models import AUTHOR_LENGTH, Role


@dataclass(frozen=True, slots=True)
class Author:
    """Somebody who contributes. ``key`` tells one from another; ``name`` may be empty."""

    key: str
    name: str = ""
    role: Role = Role.READER


def author_key(*evidence: str) -> str:
    """The key of whoever this evidence names. Without this library's secret nobody can guess it."""
    said = "\x1f".join(evidence)
    return salted_hmac("author of a contribution", said, algorithm="sha256").hexdigest()[
        :AUTHOR_LENGTH
    ]
