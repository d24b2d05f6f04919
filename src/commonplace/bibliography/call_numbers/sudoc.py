"""Superintendent of Documents numbers: Y 4.ED 8/1:117-48.

Every run of figures is a whole number, points are no decimals. At one place: nothing, then ``:``
before ``-`` before ``/`` (a stem with all its issues before its next branch), and letters before
figures. A date of revision after a title's letters (R 42/995, R 42/2005) comes before other
figures; anywhere else a year cannot be told from a running number and is one. Hearings and prints
named S.HRG. and S.PRT. close their committee.
"""

import re
from functools import lru_cache
from itertools import pairwise

from commonplace.bibliography.call_numbers.captions.sudoc import SUDOC
from commonplace.bibliography.call_numbers.parts import (
    AFTER_ALL,
    AFTER_JOINTS,
    Joint,
    Kind,
    Part,
    Parts,
    Tokens,
    figure,
    key_of,
    letters,
    plain,
)
from commonplace.bibliography.call_numbers.scheme import Range, Scheme

_NUMBER = re.compile(
    r"\s*(?:X[A-Z]{0,3}|[A-Z]{1,4}\s*\.?\s*\d[^:]*|X\s*\.[^:]*"
    r"|\d{1,3}-\d{1,2}[A-Z]?):",  # Congress and session, as the Serial Set has it
    re.ASCII,
)
_TOKENS = Tokens("#+|@+|[./:-]")
_JOINTS = {".": Joint.POINT, ":": Joint.COLON, "-": Joint.DASH, "/": Joint.SLASH}
_DATE = re.compile(r"(?:[89]\d\d|1[89]\d\d|20\d\d)\Z", re.ASCII)
_SHORT_YEAR = 3  # until 1999 the first figure of a year was left out
_SENATE = frozenset({"HRG", "PRT"})


def parse(number: str) -> Parts | None:
    """The parts of a SuDoc number; ``None`` where there is no stem ended by a colon."""
    text = plain(number)
    if not _NUMBER.match(text):
        return None
    parts = _parts(_TOKENS.of(text))
    if "HRG" in text or "PRT" in text:
        return tuple(_senate_last(parts))
    return tuple(parts)


def _parts(tokens: list[str]) -> list[Part]:
    parts: list[Part] = []
    joint: int = Joint.SPACE
    follows_letters = has_title = False
    for token in tokens:
        if token in _JOINTS:  # of several marks the strongest counts; a point after letters none
            joint = max(joint, _JOINTS[token])
            continue
        if follows_letters and joint == Joint.POINT:
            joint = Joint.SPACE
        follows_letters = not token.isdecimal()
        has_title = has_title or (follows_letters and joint == Joint.COLON)
        parts.append(_part(token, joint, may_be_date=has_title and joint == Joint.SLASH))
        joint = Joint.SPACE
    return parts


@lru_cache(maxsize=1 << 14)
def _part(token: str, joint: int, *, may_be_date: bool) -> Part:
    if not token.isdecimal():
        return letters(token, joint=joint)
    if may_be_date and _DATE.match(token):
        return figure(token if len(token) > _SHORT_YEAR else "1" + token, joint=joint)
    return figure(token, kind=Kind.LATER, joint=joint)


def _senate_last(parts: list[Part]) -> list[Part]:
    for at, (one, other) in enumerate(pairwise(parts)):
        if one.joint == Joint.COLON and one.text == "S" and other.text in _SENATE:
            last = Part(Joint.COLON, Kind.LAST, 0, "S" + other.text, "")
            return [*parts[:at], last, *parts[at + 2 :]]
    return parts


def looks_like_it(number: str) -> bool:
    """A stem as the Superintendent makes them: letters, figures, a colon."""
    return _NUMBER.match(plain(number)) is not None


def classes_of(number: str) -> tuple[str, ...]:
    """The author and its office: ``("Y", "Y 4")``; none where only a Congress is named."""
    parts = parse(number)
    if not parts or not parts[0].text:
        return ()
    office = parts[1] if len(parts) > 1 and parts[1].kind == Kind.LATER else None
    author = parts[0].text
    return (author, f"{author} {office.number}") if office else (author,)


def range_of_class(class_: str) -> Range | None:
    """Everything of an author (``Y``) or of one of its offices (``Y 4``)."""
    author, _, office = class_.partition(" ")
    if not author.isalpha() or not author.isascii():
        return None
    if not office:
        return Range(author, author + AFTER_JOINTS)
    if not office.isdecimal():
        return None
    key = key_of((letters(author), figure(office, kind=Kind.LATER)))
    return Range(key, key + AFTER_ALL)


SCHEME = Scheme("sudoc", parse, looks_like_it, classes_of, range_of_class, SUDOC)
