"""Publication statements: MARC 21 260 and 264.

264 says by its second indicator what the statement is about; 260 is always publication. Places and
publishers lose the cataloguer's brackets; ``s.l.`` and ``s.n.`` are no answer and fall away.
"""

import re

from msgspec import Struct

from commonplace.records.mapping.punctuation import trimmed, unbracketed
from commonplace.records.mapping.remembering import remembered
from commonplace.records.record import Field

FUNCTIONS = {
    "0": "production",
    "1": "publication",
    "2": "distribution",
    "3": "manufacture",
    "4": "copyright",
}
STATES = frozenset(
    (
        "Ala", "Alta", "Ariz", "Ark", "Calif", "Colo", "Conn", "Del", "Fla", "Ga", "Ill", "Ind",
        "Kan", "Ky", "La", "Man", "Mass", "Md", "Me", "Mich", "Minn", "Miss", "Mo", "Mont", "Neb",
        "Nev", "Okla", "Ont", "Or", "Pa", "Penn", "Que", "Sask", "Tenn", "Tex", "Va", "Vt", "Wash",
        "Wis", "Wyo", "Eng", "Scot",
    )
)  # fmt: skip
_NOBODY = re.compile(
    r"(?:s\.? ?[ln]\.?(?: ?, ?s\.? ?n\.?)?|sine (?:loco|nomine)|n\.? ?p\.?|publisher unknown"
    r"|(?:place of )?(?:publication|publisher|distribution|distributor|production)(?: place)?"
    r" not (?:identified|given))\??",
    re.IGNORECASE,
)


class PublicationLine(Struct, frozen=True, gc=False):
    """One statement: what it is about, where, who, when; ``is_current`` for the latest of many."""

    function: str = "publication"
    place: str = ""
    publisher: str = ""
    date: str = ""
    is_current: bool = False
    is_264: bool = False


@remembered
def publication_line(field: Field) -> PublicationLine | None:
    """The statement of one field.

    >>> made = (("a", "[New York] :"), ("b", "Zeitgeist,"), ("c", "2011."))
    >>> line = publication_line(Field("264", " 1", made))
    >>> line.place, line.publisher, line.date
    ('New York', 'Zeitgeist', '2011')
    """
    places: list[str] = []
    publishers: list[str] = []
    date = ""
    for code, value in field.subfields:
        if code == "a":
            _put(places, value, unbracketed(value) + _lost_stop(value))
        elif code == "b":
            _put(publishers, value, unbracketed(value))
        elif code == "c" and not date:
            date = trimmed(value)
    if not (places or publishers or date):
        return None
    return PublicationLine(
        function=FUNCTIONS.get(field.indicators[1:2], "other")
        if field.tag == "264"
        else "publication",
        place="; ".join(places),
        publisher="; ".join(publishers),
        date=date,
        is_current=field.indicators[0] == "3",
        is_264=field.tag == "264",
    )


def _lost_stop(place: str) -> str:
    """The full stop of an abbreviated state or province, which trimming takes for a final one."""
    bare = place.rstrip(" :;,]")
    return "." if bare.endswith(".") and bare[:-1].rpartition(" ")[2] in STATES else ""


def _put(found: list[str], value: str, text: str) -> None:
    if value and text and not _NOBODY.fullmatch(text):
        found.append(text)
