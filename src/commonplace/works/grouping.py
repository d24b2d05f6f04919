"""Keys gathered into works: what staff decided first, newest first, then evidence, strongest first.

A function of its arguments and of nothing else: the same keys, edges and rulings give the same
works in whatever order they come. A work never holds two different parts (volumes, seasons) unless
staff said so, and never what staff set apart.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from commonplace.bibliography import id_of
from commonplace.works.evidence import Kind
from commonplace.works.guards import may_meet, part_of


class Edge(NamedTuple):
    """Two keys (numbers of their ids) whose titles share evidence of this kind."""

    kind: Kind
    one: int
    other: int


class Join(NamedTuple):
    """Staff: these keys are one work."""

    keys: tuple[int, ...]


class Split(NamedTuple):
    """Staff: ``keys`` belong together, ``rest`` belong together, and the two apart.

    ``own`` is no published key, but the id of titles set apart by name; the ``keys`` went with it.
    Of ``elsewhere`` are titles that were of the rest once: apart from ``own`` they stay, wherever.
    """

    own: int
    keys: tuple[int, ...]
    rest: tuple[int, ...]
    elsewhere: tuple[int, ...] = ()


Ruling = Join | Split

_ONE, _OTHER = 1, 2


def group(
    keys: Mapping[int, str], edges: Iterable[Edge], rulings: Sequence[Ruling] = ()
) -> dict[int, int]:
    """For each of these keys (number → text) the number of its work. ``rulings``: newest first.

    A work is named after the first, by its id, of its published keys; one that has none after the
    id its split gave it.
    """
    works = _Works(keys)
    for ruling in rulings:
        _obey(works, ruling)
    for edge in sorted(edges, key=_strength):
        if may_meet(edge.kind, keys[edge.one], keys[edge.other]):
            works.join_on_evidence(edge.one, edge.other)
    return works.named({ruling.own for ruling in rulings if isinstance(ruling, Split)})


def _strength(edge: Edge) -> tuple[int, str, str]:
    one, other = sorted((id_of(edge.one), id_of(edge.other)))
    return (edge.kind, one, other)


def _obey(works: "_Works", ruling: Ruling) -> None:
    """Newer rulings were obeyed before: what they joined stays joined, what they parted, parted."""
    if isinstance(ruling, Join):
        works.join_all(ruling.keys)
        return
    apart = (ruling.own, *ruling.keys)
    works.keep_apart(ruling.own, apart, (*ruling.rest, *ruling.elsewhere))
    works.join_all(apart)
    works.join_all(ruling.rest)


_NO_PART = frozenset({""})


class _Works:
    """Disjoint sets of keys. A set remembers on which sides of which splits its keys stand."""

    def __init__(self, keys: Mapping[int, str]) -> None:
        self._members: dict[int, list[int]] = {key: [key] for key in keys}
        self._place: dict[int, int] = {key: key for key in keys}
        self._parts: dict[int, frozenset[str]] = {}
        self._texts = keys
        self._sides: dict[int, dict[int, int]] = {}

    def keep_apart(self, split: int, ones: Iterable[int], others: Iterable[int]) -> None:
        """None of the ones may come together with any of the others; those that are, stay."""
        for side, keys in ((_ONE, ones), (_OTHER, others)):
            for key in keys:
                if key in self._place:
                    sides = self._sides.setdefault(self._place[key], {})
                    sides[split] = sides.get(split, 0) | side

    def join_all(self, keys: Sequence[int]) -> None:
        """Join each with those before it, as far as nothing keeps them apart."""
        joined: list[int] = []
        for key in keys:
            if key in self._place:
                for other in joined:
                    self._join(self._place[other], self._place[key])
                places = [self._place[other] for other in joined]
                if self._place[key] not in places:
                    joined.append(key)

    def join_on_evidence(self, one: int, other: int) -> None:
        """Join these two, unless the work would then hold two parts."""
        first, second = self._place[one], self._place[other]
        if first == second:
            return
        parts, others = self._parts_of(first) - _NO_PART, self._parts_of(second) - _NO_PART
        if parts <= others or others <= parts:
            self._join(first, second)

    def _parts_of(self, root: int) -> frozenset[str]:
        if root not in self._parts:
            self._parts[root] = frozenset({part_of(self._texts[root])})
        return self._parts[root]

    def _join(self, first: int, second: int) -> None:
        if first == second or self._are_apart(first, second):
            return
        parts = self._parts_of(first) | self._parts_of(second)
        keep, gone = first, second
        if len(self._members[first]) < len(self._members[second]):
            keep, gone = second, first
        for key in self._members[gone]:
            self._place[key] = keep
        self._members[keep] += self._members.pop(gone)
        self._parts[keep] = parts
        for split, side in self._sides.pop(gone, {}).items():
            sides = self._sides.setdefault(keep, {})
            sides[split] = sides.get(split, 0) | side

    def _are_apart(self, first: int, second: int) -> bool:
        ones, others = self._sides.get(first), self._sides.get(second)
        if not ones or not others:
            return False
        return any(ones[split] | others[split] == _ONE | _OTHER for split in ones.keys() & others)

    def named(self, own: set[int]) -> dict[int, int]:
        """Each key with the number of its work."""
        names: dict[int, int] = {}
        for members in self._members.values():
            published = [key for key in members if key not in own] or members
            name = min(published, key=id_of)
            names.update(dict.fromkeys(members, name))
        return names
