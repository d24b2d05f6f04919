"""Addresses on the web: MARC 21 856. Only ``http`` and ``https`` become links; a record is hostile.

An address with user information (``http://library@elsewhere/``), control characters or marks that
turn the direction of writing is refused; other characters outside ASCII are percent-encoded.
"""

import re
import unicodedata
from urllib.parse import quote

from msgspec import Struct

from commonplace.records.mapping.punctuation import tidy, trimmed
from commonplace.records.record import Field

LONGEST = 2000
RELATIONS = {
    "0": "resource",
    "1": "version",
    "2": "related",
    "3": "resource",
    "4": "version",
    "8": "related",
}
_PLAIN = re.compile(
    r"https?://[a-z0-9.-]+(?::\d{1,5})?(?:[/?#][!#-;=?-\[\]_a-z~|@&$]*)?", re.IGNORECASE
)
_ABOUT = re.compile(
    r"contents|description|sample|review|biograph|cover|abstract|excerpt|finding aid", re.IGNORECASE
)
_HOST = re.compile(r"https?://[^\s/?#@\\]+(?=[/?#]|$)", re.IGNORECASE)


class LinkLine(Struct, frozen=True, gc=False):
    """One 856: where to, what it calls itself, and what it says it is (nothing, often)."""

    url: str = ""
    label: str = ""
    relation: str = ""
    refused: str = ""


def link_line(field: Field) -> LinkLine | None:
    """The link of one field; ``None`` when it has no address.

    >>> line = link_line(Field("856", "42", (("3", "Contents"), ("u", "https://loc.gov/toc"))))
    >>> line.url, line.label, line.relation
    ('https://loc.gov/toc', 'Contents', 'related')
    """
    addresses = field.all("u")
    if not addresses:
        return None
    safe = next(filter(None, map(safe_address, addresses)), "")
    if not safe:
        return LinkLine(refused=addresses[0])
    label = _label(field)
    relation = RELATIONS.get(field.indicators[1:2], "")
    if label and _ABOUT.search(label):
        relation = "related"
    return LinkLine(safe, label, relation)


def _label(field: Field) -> str:
    part = said = ""
    for code, value in field.subfields:
        if code == "3":
            part = trimmed(value)
        elif code == "y" or (code == "z" and not said):
            said = trimmed(tidy(value))
    return f"{part}: {said}" if part and said else part or said


def safe_address(text: str) -> str:
    """The address if a reader may safely follow it, else an empty string.

    >>> safe_address("www.gpo.gov/fdsys"), safe_address("javascript:alert(1)")
    ('http://www.gpo.gov/fdsys', '')
    """
    text = text.strip()
    if text[:4].lower() == "www.":
        text = "http://" + text
    if len(text) > LONGEST:
        return ""
    if _PLAIN.fullmatch(text):
        return text
    if not _HOST.match(text) or any(unicodedata.category(char) in ("Cc", "Cf") for char in text):
        return ""
    return quote(text, safe="!#$%&'()*+,/:;=?@[]~|")
