"""Subjects and genres, each label once, and the regions and periods they name."""

from collections.abc import Iterable

from msgspec.structs import replace

from commonplace.bibliography import Heading
from commonplace.records.mapping.builders.headings import Subject
from commonplace.records.mapping.plan import Gathered


def subjects(gathered: Gathered) -> tuple[Heading, ...]:
    """What it is about. A label that two thesauri have stands once, under the first."""
    found: list[Subject] | None = gathered.values.get("headings")
    keywords: list[tuple[Heading, ...]] | None = gathered.values.get("keywords")
    if found is None and keywords is None:
        return ()
    headings = [_with_twin(each) for each in found or ()]
    return _each_once([*headings, *(term for terms in keywords or () for term in terms)])


def _with_twin(each: Subject) -> Heading:
    return replace(each.heading, vernacular=each.vernacular) if each.vernacular else each.heading


def genres(gathered: Gathered) -> tuple[Heading, ...]:
    """What it is."""
    found: list[Heading] | None = gathered.values.get("genres")
    return _each_once(found) if found else ()


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


def regions(gathered: Gathered) -> tuple[str, ...]:
    """The places its subjects name, each once."""
    found: list[Subject] | None = gathered.values.get("headings")
    return _unique(place for each in found for place in each.regions) if found else ()


def periods(gathered: Gathered) -> tuple[str, ...]:
    """The times its subjects name, each once."""
    found: list[Subject] | None = gathered.values.get("headings")
    return _unique(time for each in found for time in each.periods) if found else ()


def _unique(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
