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
    url = refused = part = said = ""
    for code, value in field.subfields:
        if code == "u" and not url:
            url = safe_address(value)
            refused = refused or value
        elif code == "3":
            part = trimmed(value)
        elif code == "y" or (code == "z" and not said):
            said = trimmed(tidy(value))
    if not url:
        return LinkLine(refused=refused) if refused else None
    label = f"{part}: {said}" if part and said else part or said
    relation = RELATIONS.get(field.indicators[1:2], "")
    return LinkLine(url, label, "related" if label and _ABOUT.search(label) else relation)


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
