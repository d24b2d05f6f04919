"""Subjects and genres, each label once, and the regions and periods they name."""

from typing import Any

from msgspec.structs import replace

from commonplace.bibliography import Heading
from commonplace.records.mapping.builders.headings import Subject
from commonplace.records.mapping.plan import Gathered


def headings(gathered: Gathered) -> dict[str, Any]:
    """Subjects, genres, and the regions and periods among them.

    A label that two thesauri have stands once, under the first.
    """
    values = gathered.values
    made: dict[str, Any] = {}
    found: list[Subject] | None = values.get("headings")
    about = [_with_twin(each) for each in found] if found else []
    for terms in values.get("keywords", ()):
        about += terms
    if about:
        made["subjects"] = _each_once(about)
    if "genres" in values:
        made["genres"] = _each_once(values["genres"])
    if found:
        regions = [place for each in found for place in each.regions]
        periods = [time for each in found for time in each.periods]
        if regions:
            made["regions"] = tuple(dict.fromkeys(regions))
        if periods:
            made["periods"] = tuple(dict.fromkeys(periods))
    return made


def _with_twin(each: Subject) -> Heading:
    return replace(each.heading, vernacular=each.vernacular) if each.vernacular else each.heading


def _each_once(headings: list[Heading]) -> tuple[Heading, ...]:
    if len(headings) == 1:
        return (headings[0],)
    found: dict[tuple[str, ...], Heading] = {}
    for each in headings:
        found.setdefault(each.parts, each)
    if len({"\x1f".join(parts).casefold() for parts in found}) == len(found):
        return tuple(found.values())
    once: dict[str, Heading] = {}
    for each in headings:
        once.setdefault(each.label.casefold(), each)
    return tuple(once.values())
