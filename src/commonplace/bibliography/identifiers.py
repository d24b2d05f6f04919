"""Numbers that name a publication outside this catalogue, and the addresses it points at."""

from msgspec import Struct


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
