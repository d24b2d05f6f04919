"""Subject headings as the table writes them (``Migrant labor--China``) as MARC 21 fields.

600 people, 610 bodies, 650 topics, 651 places. Subdivisions: $v forms, $z places, $y times, $x
everything else.
"""

import re
from typing import NamedTuple

from commonplace.ingest.demonstration.vocabulary import (
    BODIES,
    FORMS,
    PERSONS,
    TOPICS_OF_PLACES,
    is_place,
)

_DASHES = re.compile(r"--(?!-)")
_TIME = re.compile(r"(\d{3,4}(-|$)|centur|^To \d|B\.C\.|\bdynasty|^\d{4}s)", re.IGNORECASE)
_PERSON = re.compile(
    r".+, (?:active |approximately |born |-)?\d{1,4}(?: B\.C\.)?-"
    r"|.+, (?:-\d{3,4}|\d+(?:st|n?d|rd|th) cent)"
)
_CHARACTER = re.compile(
    r"^(?P<name>.+?) (?P<what>\((?:Fictitious|Legendary|Biblical|Greek|Norse|Hindu)[^()]*\))$"
)
_DATE_OF_PERSON = re.compile(r"^(?P<name>.+?), (?P<dates>[^,]*\d.*)$")
_EVENT = re.compile(
    r"\b(Wars?|Revolution|Depressions|Genocide|Massacre|Uprising|Strike|Riots?|Pandemic|Epidemic|"
    r"Holocaust|Crisis|Famine|Fire|Flood|Earthquake|Expedition|Campaign|Disaster|Attacks?|Movement)\b"
)


class Subject(NamedTuple):
    """One heading as a field: tag, first indicator, subfields."""

    tag: str
    first_indicator: str
    subfields: tuple[tuple[str, str], ...]


def subject_of(heading: str) -> Subject:
    """The field that carries this heading."""
    main, *rest = (part.strip() for part in _DASHES.split(heading))
    tag, indicator, subfields = _main(main)
    code, subdivisions = tag, []
    for part in rest:
        code = _code_of(part, after=code)
        subdivisions.append((code, part))
    return Subject(tag, indicator, (*subfields, *subdivisions))


def _code_of(part: str, *, after: str) -> str:
    """The subfield of this part; behind a place, what is not known as a topic is a place too."""
    if part in FORMS:
        return "v"
    if is_place(part):
        return "z"
    if _TIME.search(part):
        return "y"
    return "z" if after == "z" and part not in TOPICS_OF_PLACES else "x"


def _main(main: str) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    character = _CHARACTER.match(main)
    if character:
        name = character["name"]
        return "600", _inverted(name), (("a", name), ("c", character["what"]))
    if main in PERSONS:
        return "600", _inverted(main), (("a", main),)
    if main in BODIES:
        return _body(main)
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
    subfields = [("a", name if fuller else f"{name},")]
    if fuller:
        subfields.append(("q", f"({fuller},"))
    return "600", _inverted(name), (*subfields, ("d", found["dates"]))


def _body(main: str) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    place, divided, part = main.partition(". ")
    if divided and is_place(place):
        return "610", "1", (("a", f"{place}."), ("b", part))
    return "610", "2", (("a", main),)


def _inverted(name: str) -> str:
    return "1" if "," in name else "0"
