"""Whose a work is: a name brought to what all the forms of it have in common.

A person is the last word of the surname and the first letter of what stands before it, so that
``Tolkien, J. R. R.`` and ``John Ronald Reuel Tolkien`` are both ``tolkien j``. A body is its words
without those that only say what sort of company it is.
"""

import re
from functools import lru_cache

from commonplace.bibliography import Contributor, Description
from commonplace.works.normalising import mended, normalised, without_qualifiers
from commonplace.works.titles import variant_title
from commonplace.works.words import (
    ALIASES,
    COMPANY_WORDS,
    GENERIC_TITLES,
    HONORIFICS,
    KNOWN_BODIES,
    NOT_MAKERS,
    PARTICLES,
)

FILMED = "film"

_DIRECTED = re.compile(
    r"(?:\b(?:directed|réalisé|realisation de|dirigid[oa]?) (?:and \w+ )?(?:by|par|por)|"
    r"\bdirectors?(?! of)[,:]?|\b(?:un )?film (?:by|de|von)) "
    r"(?P<name>[^,;:/()\[\]]{3,60})",
    re.IGNORECASE,
)
_DIRECTS = re.compile(
    r"^(?:film |television |motion picture |co-)?director$|^direction$|^filmmaker$|"
    r"^r[eé]alisat(?:eur|rice|ion)|^regisseur|^director of (?:the )?film",
    re.IGNORECASE,
)
_AND = re.compile(r" (?:and|et|und|y|&) |[;/]", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[^\W\d_]{3})\.\s.*")
_DONE = re.compile(
    r"^.*\b(?:by|par|von|door|por|di)\s+|^(?:sc[eé]nario|textes?|dessins?|paroles|[eé]crit)\s+",
    re.IGNORECASE,
)
_LONGEST_NAME = 4
WRITTEN = frozenset({"text", "comic", "score"})
_YEAR = re.compile(r"\b(?:1[4-9]|20)\d\d\b")


def creator_of(description: Description, medium: str, title: str) -> str:
    """Whose it is: a film's director, anything else's main entry, else whoever made it."""
    if medium == FILMED:
        return _director(description)
    main = description.creator
    if main is not None:
        return name_of(main, description)
    if not description.contributors:
        return _responsible(description, medium)
    made = makers(description)
    own = next((each for each in description.contributors if each.work), None)
    if own is not None and _is_called(own.work, title):
        return name_of(own, description)
    if medium == "periodical":
        return _publisher_of(made, title, description)
    if description.uniform_title:
        made = [each for each in made if each.kind != "person"]
    return name_of(made[0], description) if made else ""


def makers(description: Description) -> list[Contributor]:
    """Who may have made it: not for another work, and in a part that makes a work."""
    return [
        each
        for each in description.contributors
        if not each.work and NOT_MAKERS.isdisjoint(each.roles)
    ]


def directors(description: Description) -> list[Contributor]:
    """The people a heading names as a film's directors, in the record's order."""
    return [
        each
        for each in description.contributors
        if each.kind == "person" and not each.work and any(map(_DIRECTS.match, each.roles))
    ]


def name_of(person: Contributor, description: Description) -> str:
    """The name of this contributor as the key has it."""
    return _named(mended(person.name, description.languages), person.kind)


def read_backwards(name: str) -> str:
    """A direct name as if its first word were the surname: ``Liu Cixin`` as ``liu c``."""
    words = _without(normalised(without_qualifiers(name)), HONORIFICS)
    return f"{words[0]} {words[1][0]}" if len(words) > 1 else "".join(words)


@lru_cache(maxsize=1 << 13)
def _named(name: str, kind: str) -> str:
    if kind == "meeting":
        years = _YEAR.findall(name)
        return " ".join([normalised(without_qualifiers(name)), *years[:1]])
    if kind == "body":
        return _body(name)
    return _person(_AND.split(without_qualifiers(name))[0] or name)


def _person(name: str) -> str:
    """The surname's last word and the first letter of the forename.

    A direct name is read backwards; what only says who they are falls away.
    """
    inverted = "," in name
    first, _, second = name.partition(",")
    surname = _without(normalised(first), HONORIFICS)
    forenames = _without(normalised(second), HONORIFICS)
    if not surname:
        return normalised(name)
    if _is_company(surname):
        return _body(name)
    if not inverted:
        surname, forenames = _in_two(surname)
    if not forenames or forenames[0] in PARTICLES:
        return surname[-1]
    return f"{surname[-1]} {forenames[0][0]}"


def _is_company(words: list[str]) -> bool:
    return len(words) > 1 and (words[-1] in COMPANY_WORDS or " ".join(words) in KNOWN_BODIES)


def _in_two(words: list[str]) -> tuple[list[str], list[str]]:
    """Surname and forenames of a direct name; an initial at the end shows it was inverted."""
    if len(words[-1]) == 1 and len(words) > 1 and len(words[0]) > 1:
        return words[:1], words[1:]
    return words[-1:], words[:-1]


def _without(text: str, left_out: frozenset[str]) -> list[str]:
    words = text.split()
    return [word for word in words if word not in left_out] or words


def _body(name: str) -> str:
    words = normalised(without_qualifiers(name)).split()
    if words[:2] == ["u", "s"]:
        words[:2] = ["united", "states"]
    if words[:1] == ["the"]:
        del words[0]
    while len(words) > 1 and words[-1] in COMPANY_WORDS:
        del words[-1]
    told = " ".join(words)
    return ALIASES.get(told, told)


def _director(description: Description) -> str:
    """The first director by role, else in the words of the credits, else the main entry."""
    found = directors(description)
    if found:
        return name_of(found[0], description)
    for words in (description.credits, description.responsibility):
        named = _DIRECTED.search(words)
        if named:
            said = _SENTENCE.sub("", _AND.split(named["name"])[0])
            return _named(mended(said, description.languages), "person")
    main = description.creator
    return name_of(main, description) if main is not None and main.kind == "person" else ""


def _responsible(description: Description, medium: str) -> str:
    """Whom the statement of responsibility names first, where no heading names anybody."""
    if medium not in WRITTEN or not description.responsibility:
        return ""
    whole = mended(description.responsibility, description.languages).partition(";")[0]
    named = _DONE.sub("", whole)
    said = _AND.split(named.partition(",")[0])[0]
    words = said.split()
    shortest = 1 if named != whole else 2
    if not shortest <= len(words) <= _LONGEST_NAME or not words[-1][:1].isupper():
        return ""
    return _named(said, "person")


def _publisher_of(made: list[Contributor], title: str, description: Description) -> str:
    """Of a periodical without a main entry: nobody, unless many have such a title."""
    bodies = [each for each in made if each.kind == "body"]
    return name_of(bodies[0], description) if bodies and title in GENERIC_TITLES else ""


def _is_called(work: str, title: str) -> bool:
    return bool(title) and variant_title(work) == title
