"""Names as the table writes them, taken apart for a heading and put together for a reader.

``Cross, Daniel, 1963- (producer)`` is a person, two dates, a role. ``Radiohead (Musical group)`` is
a body: a qualifier begins with a capital, a role never does.
"""

import re
from typing import NamedTuple

from commonplace.ingest.demonstration.vocabulary import BODIES

_ROLES = re.compile(r"^(?P<name>.+?)\s*\((?P<roles>[a-zçé][^()]*)\)$")
_DATES = re.compile(
    r"^(?P<name>.+?), "
    r"(?P<dates>(?:active |approximately |born |-)?\d{1,4}\b.*|\d+(?:st|n?d|rd|th) cent.*)$"
)
_FULLER = re.compile(r"^(?P<name>.+?) \((?P<fuller>[A-Z][^()]*)\)$")
_BODY = re.compile(
    r"\b(Orchestra|Films?|Studios?|Pictures|Philharmoni\w+|Quartet|Ensemble|Company|Entertainment|"
    r"Corporation|Choir|Chorus|Inc|Ltd|Limited|University|Society|Museum|Productions?|Television|"
    r"Publishing|Games|Band|Trio|Academy|Symphony|Staatskapelle|Nintendo|Collective|Institute|"
    r"Association|Institution|Geographic|Club|Consort|Singers|Brothers|Players|Sisters|"
    r"Organization|Firm|Musical group|Program|BBC|HBO)\b"
)


class Name(NamedTuple):
    """One name: ``kind`` is ``person`` or ``body``; ``fuller`` is what stands in brackets."""

    filed: str
    dates: str = ""
    fuller: str = ""
    roles: tuple[str, ...] = ()
    kind: str = "person"

    @property
    def has_surname(self) -> bool:
        """Whether it is filed under a surname (MARC 21 100, first indicator 1)."""
        return self.kind == "person" and "," in self.filed

    def direct(self, *, surname_first: bool = False) -> str:
        """The name as a title page prints it."""
        if not self.has_surname:
            return self.filed.partition(" (")[0]
        surname, _, rest = self.filed.partition(", ")
        given, _, suffix = rest.partition(", ")
        name = f"{surname} {given}" if surname_first else f"{given} {surname}"
        return f"{name}, {suffix}" if suffix else name


def name_of(written: str, *, dates: str = "", kind: str = "", role: str = "") -> Name:
    """The name as the table writes it, taken apart."""
    found = _ROLES.match(written)
    roles = tuple(part.strip() for part in (found["roles"] if found else role).split(",") if part)
    rest = found["name"] if found else written
    kind = kind or _kind_of(rest)
    if kind == "body":
        return Name(rest, roles=roles, kind="body")
    dated = _DATES.match(rest)
    if dated:
        rest, dates = dated["name"], dated["dates"]
    fuller = _FULLER.match(rest)
    if fuller:
        return Name(fuller["name"], dates, fuller["fuller"], roles)
    return Name(rest, dates, "", roles)


def _kind_of(name: str) -> str:
    if name in BODIES:
        return "body"
    return "body" if "," not in name and _BODY.search(name) else "person"
