"""Why titles are one work, and why others are not: what ``grouping`` did, told as reasons.

It does again what grouping did, on the titles of one work alone, and notes what joined what. Which
numbers too many titles share is said by the caller: only the whole catalogue can tell.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import combinations
from typing import NamedTuple

from commonplace.bibliography import Description, id_of
from commonplace.works.evidence import Evidence, Kind, evidence_of
from commonplace.works.grouping import Edge, Join, Ruling
from commonplace.works.guards import may_meet, part_of
from commonplace.works.numbers import MARK


class Member(NamedTuple):
    """A title of a work. ``under`` is what it is grouped under: its key, or the id of a split."""

    title_id: str
    description: Description
    key: str
    under: int


@dataclass(frozen=True, slots=True)
class KeyParts:
    """A work key taken apart."""

    creator: str
    title: str
    part: str
    medium: str


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """Titles grouped under the same number: they have this key."""

    under: int
    key: str
    title_ids: tuple[str, ...]

    @property
    def parts(self) -> KeyParts:
        """Whose it is, what it is called, which part, what kind."""
        return parts_of(self.key)


@dataclass(frozen=True, slots=True)
class Tie:
    """What joined two groups: evidence that two titles share, or a decision of the staff."""

    one: str
    other: str
    evidence: Evidence | None = None
    decision: str = ""


class Obstacle(Enum):
    """Why titles that share evidence are not one work all the same."""

    MEDIUM = "they are different kinds of creation"
    PART = "they are different parts"
    NAMES = "their names do not agree"
    COMMON = "too many titles share it"
    DECIDED = "staff set them apart"
    WHOLE = "their works hold different parts"


def parts_of(key: str) -> KeyParts:
    """The parts of a key, numbers without the mark they have there.

    >>> parts_of("1|herbert f|dune||text").title
    'dune'
    """
    _version, creator, title, part, medium = key.split("|")
    return KeyParts(creator, title, part.replace(MARK, ""), medium)


class Called(Enum):
    """How a name that a title also has differs from the one in its key."""

    TITLE = "another title"
    SPACES = "the same title with other spaces"
    CREATOR = "another maker"
    NOBODY = "no maker"
    KEY = "something else"


def called_how(own: str, called: str) -> Called:
    """In what another key that a title could have had differs from its own.

    >>> called_how("1|a|dune||text", "1|b|dune||text")
    <Called.CREATOR: 'another maker'>
    """
    one, other = parts_of(own), parts_of(called)
    if (one.part, one.medium) != (other.part, other.medium):
        return Called.KEY
    if one.title == other.title:
        return Called.CREATOR if other.creator else Called.NOBODY
    if one.creator != other.creator:
        return Called.KEY
    is_spaced = one.title.replace(" ", "") == other.title.replace(" ", "")
    return Called.SPACES if is_spaced else Called.TITLE


def key_groups(members: Iterable[Member]) -> list[KeyGroup]:
    """The titles by what they are grouped under, in the order of the first of each."""
    found: dict[int, list[Member]] = {}
    for member in members:
        found.setdefault(member.under, []).append(member)
    return [
        KeyGroup(under, min(some).key, tuple(each.title_id for each in some))
        for under, some in found.items()
    ]


def ties(
    groups: Sequence[KeyGroup],
    said: "Said",
    rulings: Sequence[tuple[str, Ruling]] = (),
    too_common: Collection[int] = (),
) -> list[Tie]:
    """What joined the groups of one work, in the order it did: as few ties as hold it together.

    ``rulings`` are the standing decisions with their names, newest first. Numbers that are
    ``too_common`` join nothing.
    """
    by_number = {group.under: group for group in groups}
    joined = _Joined(by_number)
    found: list[Tie] = []
    for name, ruling in rulings:
        for one, other in _pairs(ruling, by_number):
            if joined.join(one, other):
                first, second = by_number[one].title_ids[0], by_number[other].title_ids[0]
                found.append(Tie(first, second, decision=name))
    return [*found, *_on_evidence(said, joined, too_common)]


def obstacle(kind: Kind, one: str, other: str) -> Obstacle:
    """Why this kind of evidence did not join titles with these keys."""
    apart = differences([one], [other])
    if apart:
        return apart[0]
    return Obstacle.WHOLE if may_meet(kind, one, other) else Obstacle.NAMES


def differences(keys: Iterable[str], others: Iterable[str]) -> list[Obstacle]:
    """In what the works with these keys differ, though one work would have it in common."""
    keys, others = list(keys), list(others)
    found: list[Obstacle] = []
    if not {parts_of(key).medium for key in keys} & {parts_of(key).medium for key in others}:
        found.append(Obstacle.MEDIUM)
    if not {part_of(key) for key in keys} & {part_of(key) for key in others}:
        found.append(Obstacle.PART)
    return found


class Said:
    """What the titles of a work say: by number, who calls on it, and who has it as key."""

    def __init__(self, members: Iterable[Member]) -> None:
        self.callers: dict[int, dict[int, str]] = {}
        self.evidence: dict[int, Evidence] = {}
        self.titles: dict[int, str] = {}
        self.holders: dict[int, int] = {}
        for member in members:
            self.titles.setdefault(member.under, member.title_id)
            for said in evidence_of(member.description, member.key):
                self._take(member, said)

    def _take(self, member: Member, said: Evidence) -> None:
        """A key whose titles were all set apart is met where they are."""
        number = said.number
        if said.kind is not Kind.KEY:
            self.evidence[number] = said
            self.callers.setdefault(number, {}).setdefault(member.under, member.title_id)
        elif member.under == number or number not in self.holders:
            self.holders[number] = member.under

    @property
    def shared(self) -> list[int]:
        """The numbers that may join groups here: shared, or some title's key."""
        return sorted(
            number
            for number, callers in self.callers.items()
            if len(callers) > 1 or number in self.holders
        )

    def edges(self, too_common: Collection[int]) -> Iterable[tuple[Edge, Tie]]:
        """The edges between groups, each with the tie it would be."""
        for number in self.shared:
            said, callers = self.evidence[number], self.callers[number]
            if number in too_common:
                continue
            if said.kind is Kind.CALLED:
                yield from self._edges_to(number, said, callers)
                continue
            for one, other in combinations(sorted(callers), 2):
                yield Edge(said.kind, one, other), Tie(callers[one], callers[other], said)

    def _edges_to(
        self, number: int, said: Evidence, callers: Mapping[int, str]
    ) -> Iterable[tuple[Edge, Tie]]:
        """A name leads to the titles that have it as their key."""
        holder = self.holders.get(number)
        for caller, title_id in callers.items():
            if holder is not None and caller != holder:
                yield Edge(said.kind, holder, caller), Tie(title_id, self.titles[holder], said)


class _Joined:
    """Groups as they are joined, with the parts each cluster holds."""

    def __init__(self, groups: Mapping[int, KeyGroup]) -> None:
        self.texts = {under: group.key for under, group in groups.items()}
        self._place = {under: under for under in groups}
        self._parts = {under: frozenset({part_of(key)}) for under, key in self.texts.items()}

    def _root(self, under: int) -> int:
        while self._place[under] != under:
            under = self._place[under]
        return under

    def join(self, one: int, other: int, *, must_agree: bool = False) -> bool:
        """Join these two; ``False`` where they were, or hold different parts and must agree."""
        first, second = self._root(one), self._root(other)
        if first == second or (must_agree and self._differ(first, second)):
            return False
        self._place[second] = first
        self._parts[first] |= self._parts[second]
        return True

    def _differ(self, one: int, other: int) -> bool:
        parts, others = self._parts[one], self._parts[other]
        return bool(parts - {""}) and bool(others - {""}) and parts.isdisjoint(others)


def _pairs(ruling: Ruling, groups: Mapping[int, KeyGroup]) -> Iterable[tuple[int, int]]:
    """The pairs of groups that a decision holds together."""
    sides = [ruling.keys] if isinstance(ruling, Join) else [(ruling.own, *ruling.keys), ruling.rest]
    for side in sides:
        yield from combinations([key for key in side if key in groups], 2)


def _on_evidence(said: Said, joined: _Joined, too_common: Collection[int]) -> Iterable[Tie]:
    """What evidence joined, the strongest first."""
    for edge, tie in sorted(said.edges(too_common), key=lambda pair: _strength(pair[0])):
        agree = may_meet(edge.kind, joined.texts[edge.one], joined.texts[edge.other])
        if agree and joined.join(edge.one, edge.other, must_agree=True):
            yield tie


def _strength(edge: Edge) -> tuple[int, str, str]:
    one, other = sorted((id_of(edge.one), id_of(edge.other)))
    return (edge.kind, one, other)
