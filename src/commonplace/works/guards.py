"""What evidence may not do: join a film and its book, two volumes, or a set and all that is in it.

Numbers are shared by mistake and by sets; a guard looks at the two keys before they are joined.
"""

from typing import NamedTuple

from commonplace.works.documents import DOCUMENT
from commonplace.works.evidence import Kind
from commonplace.works.numbers import MARK
from commonplace.works.titles import ISSUED

_SURE = frozenset({Kind.WORK_NUMBER, Kind.CALLED})


def part_of(key: str) -> str:
    """Which part of a larger whole this key is of: its volume or season, or an empty string."""
    told = key.split("|")[3]
    if MARK not in told:
        return ""
    return " ".join(word for word in told.split() if word[0] == MARK)


def may_meet(kind: Kind, one: str, other: str) -> bool:
    """Whether titles with these two keys, which share evidence of this kind, may be one work.

    They must be of one kind of work and of the same part; where both say what tells them apart,
    that too must agree, and documents must have one number. Music known by its title alone may be
    anybody's, but not two performers'. A shared ISBN, LCCN or OCLC number
    counts only if the titles agree, and the names do not speak against it.
    """
    if one == other:
        return True
    first, second = _Key(*one.split("|")), _Key(*other.split("|"))
    if first.medium != second.medium or not _told_alike(first.told, second.told):
        return False
    if part_of(one) != part_of(other) and not _leaves_out_its_number(kind, one, other):
        return False
    if kind in _SURE:
        return first.medium != "music" or _alike_or_missing(first.creator, second.creator)
    if kind is Kind.OCLC and first.creator == second.creator != "":
        return True
    return _named_alike(first, second)


class _Key(NamedTuple):
    version: str
    creator: str
    title: str
    told: str
    medium: str


def _named_alike(one: _Key, other: _Key) -> bool:
    """Titles and names alike; of neighbouring maps and newspapers one title within the other."""
    if one.medium in ISSUED and not _is_within(one.title, other.title):
        return False
    if not _agree(one.title, other.title):
        return False
    return one.title == other.title or _agree(one.creator, other.creator)


def _alike_or_missing(one: str, other: str) -> bool:
    return one == other or not one or not other


def _leaves_out_its_number(kind: Kind, one: str, other: str) -> bool:
    """A comic's volumes have titles of their own, and one of two records its number as well.

    They share publisher and year; a series and its volume do not share a name otherwise.
    """
    return kind is Kind.CALLED and one.endswith("|comic") and not (part_of(one) and part_of(other))


def _told_alike(one: str, other: str) -> bool:
    """One says nothing more, or the shorter is within the longer; never two document numbers."""
    if not one or not other or one == other:
        return True
    if DOCUMENT in one or DOCUMENT in other:
        return not (DOCUMENT in one and DOCUMENT in other)
    return _is_within(one, other)


def _is_within(one: str, other: str) -> bool:
    words, others = set(one.split()), set(other.split())
    return words <= others or others <= words


def _agree(one: str, other: str) -> bool:
    """Whether one says nothing, or two in three words of the shorter are in the longer."""
    if one.replace(" ", "") == other.replace(" ", ""):
        return True
    words, others = set(one.split()), set(other.split())
    return 3 * len(words & others) >= 2 * min(len(words), len(others))
