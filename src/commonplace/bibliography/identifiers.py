"""Numbers that name a publication outside this catalogue, and the addresses it points at."""

import re

from msgspec import Struct

_LCCN = re.compile(r"([a-z]{0,3})(\d{4}-\d{1,6}|\d{2}-\d{1,6}|\d{8,10})")


class Identifiers(Struct, frozen=True, omit_defaults=True):
    """Each a tuple without doubles, hyphens or qualifiers. ISBNs are in their 13-digit form.

    ``work`` are the addresses under which others know the work itself (MARC 21 758).
    """

    isbn: tuple[str, ...] = ()
    issn: tuple[str, ...] = ()
    lccn: tuple[str, ...] = ()
    oclc: tuple[str, ...] = ()
    upc: tuple[str, ...] = ()
    work: tuple[str, ...] = ()


class Link(Struct, frozen=True, omit_defaults=True):
    """An address the record gives (MARC 21 856). Only ``http`` and ``https`` ones become links.

    ``relation`` is ``resource`` (the thing itself, readable online), ``version`` or ``related``.
    """

    url: str
    label: str = ""
    relation: str = "related"


def lccn_form(text: str) -> str:
    """A Library of Congress control number, normalised by the Library's own rule; empty for what
    is none.

    >>> lccn_form("   85-2 "), lccn_form("n78-890351")
    ('85000002', 'n78890351')
    """
    found = _LCCN.match(text.replace(" ", "").split("/")[0].lower())
    if found is None:
        return ""
    prefix, digits = found[1], found[2]
    if "-" in digits:
        year, _, serial = digits.partition("-")
        digits = year + serial.zfill(6)
    return prefix + digits
