"""Words the demonstration needs for headings and 008, from ``vocabulary.toml``, to be added to."""

import tomllib
from importlib.resources import files

from babel import Locale

_WORDS = tomllib.loads(
    files("commonplace.ingest.demonstration").joinpath("vocabulary.toml").read_text("utf-8")
)
_COUNTRIES = {
    name
    for code, name in Locale("en").territories.items()
    if len(code) == len("GB") and code.isalpha()
}
PLACES = frozenset([*_COUNTRIES, *_WORDS["places"]])
QUALIFIERS = frozenset(_WORDS["place_qualifiers"])
FORMS = frozenset(_WORDS["forms"])
PERSONS = frozenset(_WORDS["persons"])
TOPICS_OF_PLACES = frozenset(_WORDS["topics_of_places"])
BODIES = frozenset(_WORDS["bodies"])


def is_place(part: str) -> bool:
    """Whether this part of a heading names a place."""
    if part in PLACES or part.endswith((" Region", " Islands", " County", " Sheng")):
        return True
    _, opened, qualifier = part.partition(" (")
    last = qualifier.rstrip(")").rpartition(", ")[2]
    return bool(opened) and (last in QUALIFIERS or last in PLACES)


def country_code(place: str) -> str:
    """The MARC country code of a place of publication; ``xx`` where the list has none."""
    cities: dict[str, str] = _WORDS["cities"]
    code = cities.get(place) or cities.get(place.rpartition(", ")[2], "xx")
    return code.ljust(3)
