"""The work key, version 1: ``1|creator|title|what distinguishes|kind of work``.

The order of things: whose it is, what it is called, which part of it, and what kind of creation,
so that a film is not its book. ``docs/reference/work-key.md`` says the same in words, with test
vectors; change one, change the version.
"""

import re

from commonplace.bibliography import Contributor, Description, format_of
from commonplace.works.normalising import normalised
from commonplace.works.numbers import FIGURES, designation, in_figures
from commonplace.works.words import (
    ARTICLES,
    COLLECTIVE_TITLES,
    GENERIC_REMAINDER,
    GENERIC_TITLES,
)

VERSION = "1"
LONGEST = 255
SHORT_TITLE = 2
FILMED = frozenset({"film"})
TOLD_BY_CREATOR = frozenset({"text", "music", "score"})
"""Kinds of work whose creator and title are mostly enough."""

_QUALIFIER = re.compile(r"\([^()]*\)")
_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")
_OR_ELSE = r"or|oder|ou|eller"  # codespell:ignore
_NTH = r"\d{1,2}(?:st|nd|rd|th)"  # codespell:ignore
_ALTERNATIVE = re.compile(rf"[,;:]\s*(?:{_OR_ELSE})\b[,:;]?\s.*", re.IGNORECASE)
_EDITION = re.compile(
    rf",? (?:{_NTH}|first|second|third|fourth|fifth|revised|new|updated)"
    r" ed(?:ition|n)?\.?$",
    re.IGNORECASE,
)
_COUNT = r"\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten"
_RANK = rf"{_NTH}|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
_SEASON = re.compile(
    r"[.,:;\-–\s](?P<part>(?:the )?(?:complete )?"
    rf"(?:(?:seasons?|series) (?:{_COUNT})|(?:{_RANK}) (?:season|series)))$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"[.,:;] ?(?P<part>(?:volume|vol\.|book|bk\.|part|pt\.|tome|tomo|band|teil|livre|libro) ?"
    rf"(?:\d{{1,3}}|[ivxl]+|{_COUNT})\b.*|(?<=\. )\d{{1,3}}(?:, .*)?)$",
    re.IGNORECASE,
)
_NUMBER = re.compile(rf"\d|\b(?:{'|'.join(FIGURES)})\b")
_DIRECTED = re.compile(
    r"(?:\b(?:directed|réalisé|dirigida?) (?:and \w+ )?(?:by|par|por)|\bdirectors?(?! of)[,:]?|"
    r"\b(?:un )?film (?:by|de|von)) (?P<name>[^,;:/.()\[\]]{3,60}(?:\. [^,;:/.()\[\]]{2,40})?)",
    re.IGNORECASE,
)
_OR = re.compile(rf"(?:{_OR_ELSE})\b", re.IGNORECASE)
_VOLUME = re.compile(
    r"(?:a |the )?(?:volume|vol|book|bk|part|pt|tome|tomo|band|teil|number|no)\b\.? ?"
    rf"(?:[ivxl]+\b|{_COUNT})",
    re.IGNORECASE,
)


def work_key(description: Description) -> str:
    """The key of the work this title is an edition of.

    >>> from commonplace.bibliography import Contributor, Description
    >>> obama = Contributor("Obama, Michelle", is_creator=True)
    >>> work_key(Description(title_proper="Becoming", contributors=(obama,), format="ebook"))
    '1|michelle obama|becoming||text'
    """
    medium = format_of(description.format).medium
    creator = _creator(description, medium)
    title, part = _title(description, creator, medium)
    told_apart = _distinction(description, title, part, medium=medium, creator=creator)
    return "|".join((VERSION, creator[:LONGEST], title[:LONGEST], told_apart[:LONGEST], medium))


def _creator(description: Description, medium: str) -> str:
    """Whose it is: a film's director, anything else's main entry, else whoever is named first."""
    people = description.contributors
    if medium in FILMED:
        director = next((each for each in people if _directs(each)), None)
        return _name(director) if director else _named_director(description)
    creator = description.creator
    if creator is None:
        creator = next((each for each in people if not each.work), None)
    return _name(creator) if creator else ""


def _directs(person: Contributor) -> bool:
    if person.kind != "person" or person.work:
        return False
    directing = any(role.endswith("director") and "art" not in role for role in person.roles)
    return directing or any(role == "filmmaker" for role in person.roles)


def _named_director(description: Description) -> str:
    """The director that credits or responsibility name in words, where no heading does."""
    for words in (description.credits, description.responsibility):
        found = _DIRECTED.search(words)
        if found:
            return _in_order(normalised(found["name"]))
    return ""


def _name(person: Contributor) -> str:
    """A person's words in alphabetical order, so that inverted and direct names are one.

    Initials fall away where two whole words are left: ``Ozeki, Ruth L.`` is ``Ozeki, Ruth``.
    """
    name = normalised(_QUALIFIER.sub("", person.name))
    if person.kind != "person":
        return name
    return _in_order(name)


def _in_order(name: str) -> str:
    words = sorted(name.split())
    whole = [word for word in words if len(word) > 1]
    return " ".join(whole if len(whole) > 1 else words)


def _title(description: Description, creator: str, medium: str) -> tuple[str, str]:
    """The title without its article, and the part it names inside itself."""
    title = _QUALIFIER.sub("", description.title_proper) or description.title_proper
    title, part = _without_part(title, medium)
    uniform = description.uniform_title
    if uniform and _names_one_work(description, uniform):
        uniform, of_uniform = _without_part(_QUALIFIER.sub("", uniform), medium)
        return _stripped(uniform, 0, description.languages), part or of_uniform
    title = _EDITION.sub("", _ALTERNATIVE.sub("", title)) or title
    skip = description.filing_skip if title.startswith(description.title_proper[:1]) else 0
    return _without_creator(_stripped(title, skip, description.languages), creator), part


def _names_one_work(description: Description, uniform: str) -> bool:
    """Not a collective title; and under a body only where it is what was translated.

    Bodies have uniform titles that gather a whole set of reports.
    """
    first = normalised(uniform.split(".", maxsplit=1)[0])
    if first in COLLECTIVE_TITLES or "selections" in normalised(uniform).split():
        return False
    main = description.creator
    return main is None or main.kind == "person" or bool(description.original_languages)


def _without_part(title: str, medium: str) -> tuple[str, str]:
    """The title, and the season or volume it ends with: ``1Q84. Book 3``."""
    found = (_SEASON if medium in FILMED else _NUMBERED).search(title)
    if found is None or not found.start():
        return title, ""
    return title[: found.start()], found["part"]


def _stripped(title: str, skip: int, languages: tuple[str, ...]) -> str:
    """Normalised, without a leading article: the one the record marks, else its language's."""
    if skip:
        return normalised(title[skip:]) or normalised(title)
    words = normalised(title)
    articles = ARTICLES.get(languages[0], ARTICLES["eng"]) if languages else ARTICLES["eng"]
    first, _, rest = words.partition(" ")
    return rest if rest and first in articles else words


def _without_creator(title: str, creator: str) -> str:
    """Without ``by`` and the creator's own name at the end."""
    before, by, name = title.rpartition(" by ")
    return before if by and name and set(name.split()) <= set(creator.split()) else title


def _distinction(
    description: Description, title: str, part: str, *, medium: str, creator: str
) -> str:
    """What tells it from other works of that title by that creator, or nothing."""
    told = _parts_told(description, part)
    remainder = _telling(description, title, creator=creator, medium=medium)
    if remainder:
        told.append(remainder)
    if medium in FILMED and not creator and not told:
        told.append(_film_year(description))
    return " ".join(each for each in told if each)


def _parts_told(description: Description, part: str) -> list[str]:
    """The parts it names; where one has a number, the number is enough."""
    named = (description.part_number, description.part_name, part)
    parts = [designation(normalised(each.partition(",")[0])) for each in named if each]
    numbered = [each for each in parts if _NUMBER.search(each)]
    return numbered[:1] or parts


def _film_year(description: Description) -> str:
    """Nobody directs it as far as we know: its year has to tell it from its namesakes."""
    found = _YEAR.search(" ".join(_QUALIFIER.findall(description.uniform_title)))
    if found:
        return found[1]
    year = description.publication.original_year or description.publication.year
    return str(year) if year else ""


def _telling(description: Description, title: str, *, creator: str, medium: str) -> str:
    """The remainder, where it distinguishes; a volume's number, unless it is the first."""
    remainder = description.remainder
    if not remainder or _OR.match(remainder):
        return ""
    words = normalised(remainder)
    if _VOLUME.match(remainder):
        number = designation(words.split(" of ")[0])
        return "" if number.split(" ")[0] == "1" else number
    if GENERIC_REMAINDER.fullmatch(words) or _is_translated(description, title):
        return ""
    told = _needs_it(description, title, creator=creator, medium=medium)
    return " ".join(in_figures(words.split())) if told else ""


def _is_translated(description: Description, title: str) -> bool:
    """Whether the key has another title than the one the remainder belongs to."""
    own = _stripped(description.title_proper, description.filing_skip, description.languages)
    return bool(description.uniform_title) and not own.startswith(title)


def _needs_it(description: Description, title: str, *, creator: str, medium: str) -> bool:
    """Whether title and creator alone might be many works.

    Films, comics, games and the like name their volumes there. Of an album it never tells enough
    to part it from itself. A text needs it without a person as creator, under a short title or one
    that any book or its series may have, in fiction, and where it counts something.
    """
    main = description.creator
    if not creator or medium not in TOLD_BY_CREATOR:
        return True
    if medium == "music" or main is None:
        return main is None
    if main.kind != "person" or title in GENERIC_TITLES or description.fiction:
        return True
    return (
        len(title.split()) <= SHORT_TITLE
        or bool(_NUMBER.search(normalised(description.remainder)))
        or _is_of_its_series(description, title)
    )


def _is_of_its_series(description: Description, title: str) -> bool:
    names = {normalised(name) for each in description.series for name in (each.title, each.heading)}
    return any(title and name.endswith(title) for name in names)
