"""The work key, version 1: ``1|creator|title|what distinguishes|kind of work``.

The order of things: whose it is, what it is called, which part of it, and what kind of creation,
so that a film is not its book. ``docs/reference/work-key.md`` says the same in words, with test
vectors; change one, change the version.
"""

import re

from commonplace.bibliography import Contributor, Description, format_of
from commonplace.works.normalising import normalised
from commonplace.works.numbers import designation, in_figures
from commonplace.works.words import (
    ARTICLES,
    COLLECTIVE_TITLES,
    GENERIC_REMAINDER,
    GENERIC_TITLES,
)

VERSION = "1"
LONGEST = 255
FILMED = frozenset({"film"})

_QUALIFIER = re.compile(r"\([^()]*\)")
_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")
_ALTERNATIVE = re.compile(r"[,;:]\s*(?:or|oder|ou|eller|of)\b[,:;]?\s.*", re.IGNORECASE)
_EDITION = re.compile(
    r",? (?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|revised|new|updated)"
    r" ed(?:ition|n)?\.?$",
    re.IGNORECASE,
)
_COUNT = r"\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten"
_RANK = r"\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
_SEASON = re.compile(
    r"[.,:;\-–\s](?P<season>(?:the )?(?:complete )?"
    rf"(?:(?:seasons?|series) (?:{_COUNT})|(?:{_RANK}) (?:season|series)))$",
    re.IGNORECASE,
)
_DIRECTED = re.compile(
    r"(?:\b(?:directed|réalisé|dirigida?) (?:and \w+ )?(?:by|par|por)|\bdirectors?(?! of)[,:]?|"
    r"\b(?:un )?film (?:by|de|von)) (?P<name>[^,;:/.()\[\]]{3,60}(?:\. [^,;:/.()\[\]]{2,40})?)",
    re.IGNORECASE,
)
_OR = re.compile(r"(?:or|oder|ou)\b", re.IGNORECASE)
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
    uniform = description.uniform_title
    if uniform and not _is_collective(uniform):
        return _stripped(_QUALIFIER.sub("", uniform), 0, description.languages), ""
    title = _QUALIFIER.sub("", description.title_proper) or description.title_proper
    title, part = _without_season(title) if medium in FILMED else (title, "")
    title = _EDITION.sub("", _ALTERNATIVE.sub("", title)) or title
    skip = description.filing_skip if title.startswith(description.title_proper[:1]) else 0
    return _without_creator(_stripped(title, skip, description.languages), creator), part


def _is_collective(uniform: str) -> bool:
    first = normalised(uniform.split(".", maxsplit=1)[0])
    return first in COLLECTIVE_TITLES or "selections" in normalised(uniform).split()


def _without_season(title: str) -> tuple[str, str]:
    found = _SEASON.search(title)
    if found is None or not found.start():
        return title, ""
    return title[: found.start()], found["season"]


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
    parts = [description.part_number, description.part_name, part]
    told = [designation(normalised(each)) for each in parts if each]
    remainder = _telling(description, title, creator=creator)
    if remainder:
        told.append(remainder)
    if medium in FILMED and not creator:
        told.append(_film_year(description))
    return " ".join(each for each in told if each)


def _film_year(description: Description) -> str:
    """Nobody directs it as far as we know: its year has to tell it from its namesakes."""
    found = _YEAR.search(" ".join(_QUALIFIER.findall(description.uniform_title)))
    if found:
        return found[1]
    year = description.publication.original_year or description.publication.year
    return str(year) if year else ""


def _telling(description: Description, title: str, *, creator: str) -> str:
    """The remainder, where it distinguishes; a volume's number, unless it is the first."""
    remainder = description.remainder
    if not remainder or _OR.match(remainder):
        return ""
    words = normalised(remainder)
    if _VOLUME.match(remainder):
        number = designation(words.split(" of ")[0])
        return "" if number.split(" ")[0] == "1" else number
    if GENERIC_REMAINDER.fullmatch(words):
        return ""
    return " ".join(in_figures(words.split())) if _needs_it(description, title, creator) else ""


def _needs_it(description: Description, title: str, creator: str) -> bool:
    """Whether title and creator alone might be many works.

    So it is without a person as creator, under a title that is its series' name or any book's, and
    in fiction, where a remainder that is no ``a novel`` names the volume.
    """
    main = description.creator
    if not creator or main is None or main.kind != "person":
        return True
    if title in GENERIC_TITLES or description.fiction:
        return True
    names = {normalised(name) for each in description.series for name in (each.title, each.heading)}
    return any(title and name.endswith(title) for name in names)
