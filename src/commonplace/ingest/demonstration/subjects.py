"""Subject headings as the table writes them (``Migrant labor--China``) as MARC 21 fields.

600 people, 610 bodies, 650 topics, 651 places. Subdivisions: $v forms, $z places, $y times, $x
everything else.
"""

import re
from typing import NamedTuple

from commonplace.ingest.demonstration.vocabulary import BODIES, FORMS, is_place

_TIME = re.compile(r"(\d{3,4}(-|$)|centur|^To \d|B\.C\.|\bdynasty|^\d{4}s)", re.IGNORECASE)
_PERSON = re.compile(
    r".+, (?:active |approximately |born |-)?\d{1,4}(?: B\.C\.)?-"
    r"|.+, (?:-\d{3,4}|\d+(?:st|nd|th) cent)"
)
_CHARACTER = re.compile(
    r"^(?P<name>.+?) (?P<what>\((?:Fictitious|Legendary|Biblical|Greek|Norse|Hindu)[^()]*\))$"
)
_DATE_OF_PERSON = re.compile(r"^(?P<name>.+?), (?P<dates>[^,]*\d.*)$")
_EVENT = re.compile(
    r"\b(War|Revolution|Depressions|Genocide|Massacre|Uprising|Strike|Riot|Pandemic|Epidemic|Holocaust)\b"
)


class Subject(NamedTuple):
    """One heading as a field: tag, first indicator, subfields."""

    tag: str
    first_indicator: str
    subfields: tuple[tuple[str, str], ...]


def subject_of(heading: str) -> Subject:
    """The field that carries this heading."""
    main, *rest = (part.strip() for part in heading.split("--"))
    subdivisions = tuple((_code_of(part), part) for part in rest)
    tag, indicator, subfields = _main(main)
    return Subject(tag, indicator, (*subfields, *subdivisions))


def _code_of(part: str) -> str:
    if part in FORMS:
        return "v"
    if is_place(part):
        return "z"
    return "y" if _TIME.search(part) else "x"


def _main(main: str) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    character = _CHARACTER.match(main)
    if character:
        name = character["name"]
        return "600", _inverted(name), (("a", name), ("c", character["what"]))
    if main in BODIES:
        return "610", "2", (("a", main),)
    if is_place(main):
        return "651", " ", (("a", main),)
    if _PERSON.match(main) and not _EVENT.search(main) and not main.startswith(("Art", "Music")):
        return _person(main)
    return "650", " ", (("a", main),)


def _person(main: str) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    found = _DATE_OF_PERSON.match(main)
    if not found:
        return "600", _inverted(main), (("a", main),)
    name, _, fuller = found["name"].partition(" (")
    subfields = [("a", name)]
    if fuller:
        subfields.append(("q", f"({fuller}"))
    return "600", _inverted(name), (*subfields, ("d", found["dates"]))


def _inverted(name: str) -> str:
    return "1" if "," in name else "0"
