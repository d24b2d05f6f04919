"""What tells a work from others of its title and creator: its part, its remainder, its number.

Too little, and volumes and namesakes meet; too much, and editions part over a subtitle that only
some records have.
"""

import re
from typing import NamedTuple

from commonplace.bibliography import Description
from commonplace.works.creators import makers
from commonplace.works.documents import document_number
from commonplace.works.normalising import normalised
from commonplace.works.numbers import FIGURES, designation, in_figures
from commonplace.works.titles import Named, variant_title
from commonplace.works.words import (
    GENERIC_OF_MUSIC,
    GENERIC_OF_PERIODICALS,
    GENERIC_REMAINDER,
    GENERIC_TITLES,
    INDEFINITE,
    OTHER_WORK,
    YEARLY,
)

TOLD_BY_CREATOR = frozenset({"text", "comic", "score", "music"})
"""Kinds of work whose creator and title are mostly enough."""

YOUNG = frozenset({"children", "teens"})
_OR_ELSE = r"or|oder|ou|eller"  # codespell:ignore
_OR = re.compile(rf"(?:{_OR_ELSE})\b", re.IGNORECASE)
_COUNT = r"\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten"
_VOLUME = re.compile(
    r"(?:a |the )?(?P<word>volume|vol|book|bk|part|pt|tome|tomo|band|teil|number|no|season|"
    rf"series|saison|level|grade)\b\.? ?(?:[ivxl]+\b|{_COUNT})",
    re.IGNORECASE,
)
_BOOK = frozenset({"book", "bk"})
_NUMBER = re.compile(rf"\d|\b(?:{'|'.join(FIGURES)})\b")
_YEARS = re.compile(r"(?:\d{4} ?){1,2}")
_COUNTS = re.compile(
    r"(?<!\d)\d{1,3}(?!\d)|\b(?:volume|vol|part|book|level|grade|phase)\b|"
    r"\b(?:first|second|third|introductory|elementary|intermediate|advanced) "
    r"(?:course|year|series|reader)\b"
)
_SEGMENT = re.compile(r" [:;=] |: ")
_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")
_PLAIN_NUMBER = re.compile(r"\D*(\d{1,4})\D*")


class Evidenced(NamedTuple):
    """What a key is made of so far."""

    creator: str
    named: Named
    own: Named
    medium: str


def told_apart(description: Description, known: Evidenced) -> str:
    """What distinguishes it, the number of its part first; empty for most works."""
    part, names = _part(description, known)
    told = [part, names]
    number = document_number(description, known.creator)
    if number:
        told += [number, _companion(known)]
    else:
        told += [_remainder(description, known, part), _qualifier(known)]
    told = [each for each in told if each]
    if not told and _needs_a_year(description, known):
        told.append(_year(description, known.medium))
    return " ".join(told)


def _companion(known: Evidenced) -> str:
    """What a document's number leaves open: which sheet of a map, or that it is a mere summary."""
    if not known.own.remainder:
        return ""
    first = normalised(_SEGMENT.split(known.own.remainder, maxsplit=1)[0])
    if known.medium == "map":
        return first
    found = OTHER_WORK.match(first)
    return found[0] if found else ""


def _part(description: Description, known: Evidenced) -> tuple[str, str]:
    """The number of the part, marked, and its name; where creators are known the number does."""
    printed = (description.part_number, description.part_name, known.named.part or known.own.part)
    found = [designation(normalised(_before_the_comma(each))) for each in printed if each]
    numbers = [number for number, _ in found if number]
    names = [name for _, name in found if name]
    if not found:
        return _series_number(description, known), ""
    if numbers and _is_by_somebody(description, known):
        return numbers[0], ""
    return " ".join(dict.fromkeys(numbers[:2])), " ".join(dict.fromkeys(names))


def _before_the_comma(text: str) -> str:
    """``1, Le temps du père`` without its name; a name alone keeps its commas."""
    before = text.partition(",")[0]
    return before if any(map(str.isdigit, before)) else text


def _is_by_somebody(description: Description, known: Evidenced) -> bool:
    if known.medium == "film":
        return True
    main = description.creator
    kind = main.kind if main is not None else _kind_of_maker(description)
    return bool(known.creator) and kind == "person" and known.medium in TOLD_BY_CREATOR


def _kind_of_maker(description: Description) -> str:
    made = makers(description) or description.contributors
    return next((each.kind for each in made), "person")


def _series_number(description: Description, known: Evidenced) -> str:
    """The number in a series that is called as the work itself, where nothing else tells it."""
    if known.own.remainder and not known.named.is_uniform:
        return ""
    titles = {known.named.title, known.own.title}
    for each in description.series:
        if each.number and known.medium == "comic" and variant_title(each.title) in titles:
            found = _PLAIN_NUMBER.fullmatch(each.number)
            return f"#{int(found[1])}" if found else ""
    return ""


def _remainder(description: Description, known: Evidenced, part: str) -> str:
    """The remainder, where it distinguishes; a volume's number, unless it is the first book."""
    text = known.own.remainder
    if not text or _OR.match(text):
        return ""
    words = normalised(text)
    volume = _VOLUME.match(text)
    if volume:
        number, rest = designation(words.split(" of ")[0])
        if part or (number == "#1" and volume["word"].lower() in _BOOK):
            return ""
        return number if _is_by_somebody(description, known) else f"{number} {rest}".rstrip()
    if known.named.is_uniform and not _may_be_any(description, known):
        return ""
    if _says_nothing(words, known.medium) or not _needs_it(description, known, words):
        return ""
    return " ".join(in_figures(_shortened(text, known.medium).split()))


def _may_be_any(description: Description, known: Evidenced) -> bool:
    """Whether the remainder belongs to the uniform title, and that names more than one work."""
    if not known.own.title.startswith(known.named.title):
        return False
    return not _is_by_somebody(description, known) or known.named.title in GENERIC_TITLES


def _says_nothing(words: str, medium: str) -> bool:
    if medium == "music" and GENERIC_OF_MUSIC.fullmatch(words):
        return True
    if medium == "periodical" and GENERIC_OF_PERIODICALS.fullmatch(words):
        return True
    return bool(GENERIC_REMAINDER.fullmatch(words)) and not any(map(str.isdigit, words))


def _shortened(text: str, medium: str) -> str:
    """Of a film only the first of several remainders, and any that counts."""
    if medium != "film":
        return normalised(text)
    first, *others = map(normalised, _SEGMENT.split(text))
    return " ".join([first, *(each for each in others if _NUMBER.search(each))])


def _needs_it(description: Description, known: Evidenced, words: str) -> bool:
    """Whether title and creator alone might be many works.

    Films, games, maps and the like name their volumes there. A text needs it where nobody made
    it, under a title of its series or one that any book may have, under one that is a mere topic,
    in fiction, and where it counts something or names an index, a workbook and the like. What
    begins with *a* describes.
    """
    if not known.creator or known.medium not in TOLD_BY_CREATOR or known.medium == "music":
        return True
    if not _is_by_somebody(description, known) or OTHER_WORK.search(words):
        return True
    title = known.named.title
    if title in GENERIC_TITLES or _COUNTS.search(words) or _is_of_its_series(description, title):
        return True
    if words.split(" ", 1)[0] in INDEFINITE or _YEARS.fullmatch(words):
        return False
    return _is_told(description) or known.medium == "comic" or _is_topic(description, title)


def _is_told(description: Description) -> bool:
    """Whether it is fiction; where no code says so, the young and the subjects' words do."""
    if description.fiction is not None:
        return description.fiction
    if description.audience.code in YOUNG:
        return True
    return any(part.endswith("fiction") for each in description.subjects for part in each.parts)


def _is_of_its_series(description: Description, title: str) -> bool:
    return bool(title) and any(
        name and variant_title(name).endswith(title)
        for each in description.series
        for name in (each.title, each.heading)
    )


def _is_topic(description: Description, title: str) -> bool:
    """Whether it is called like one of its own subjects or its creator: ``Jazz``, ``Virgil``."""
    words = set(title.split())
    main = description.creator
    names = [each.parts[0] for each in description.subjects] + ([main.name] if main else [])
    return any(words <= set(normalised(each).split()) for each in names)


def _qualifier(known: Evidenced) -> str:
    """What a uniform title is told apart by, unless that is only the body it is filed under."""
    said = known.named.qualifier
    if not said or set(said.split()) <= set(known.creator.split()):
        return ""
    return said


def _needs_a_year(description: Description, known: Evidenced) -> bool:
    """A film nobody directs; what bodies issue every year under one title."""
    if known.medium == "film":
        return not known.creator
    if known.medium != "text" or _is_by_somebody(description, known):
        return False
    title = known.named.title
    if _YEAR.search(title):
        return False
    return title in GENERIC_TITLES or bool(YEARLY.match(title))


def _year(description: Description, medium: str) -> str:
    found = _YEAR.search(description.uniform_title) if medium == "film" else None
    if found:
        return found[1]
    year = description.publication.original_year or description.publication.year
    return f"#{year}" if year and medium != "film" else str(year or "")
