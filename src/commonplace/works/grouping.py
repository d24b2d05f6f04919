"""Keys gathered into works: what staff decided first, newest first, then evidence, strongest first.

A function of its arguments and of nothing else: the same keys, edges and rulings give the same
works in whatever order they come. A work never holds two different parts (volumes, seasons) unless
staff said so, and never what staff set apart.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, product
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

    ``own`` is the first of ``keys``: no published key, but the id of titles set apart by name.
    """

    own: int
    keys: tuple[int, ...]
    rest: tuple[int, ...]


Ruling = Join | Split


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
    for one, other in product(apart, ruling.rest):
        works.keep_apart(one, other)
    works.join_all(apart)
    works.join_all(ruling.rest)


class _Works:
    """Disjoint sets of keys, with pairs that must not meet."""

    def __init__(self, keys: Mapping[int, str]) -> None:
        self._members: dict[int, list[int]] = {key: [key] for key in keys}
        self._place: dict[int, int] = {key: key for key in keys}
        self._parts: dict[int, frozenset[str]] = {}
        self._texts = keys
        self._apart: dict[int, set[int]] = {}

    def keep_apart(self, one: int, other: int) -> None:
        if one in self._place and other in self._place and self._place[one] != self._place[other]:
            self._apart.setdefault(one, set()).add(other)
            self._apart.setdefault(other, set()).add(one)

    def join_all(self, keys: Sequence[int]) -> None:
        """Join each pair that nothing keeps apart."""
        there = [key for key in keys if key in self._place]
        for one, other in combinations(there, 2):
            self._join(self._place[one], self._place[other])

    def join_on_evidence(self, one: int, other: int) -> None:
        """Join these two, unless the work would then hold two parts."""
        first, second = self._place[one], self._place[other]
        if first != second and self._parts_of(first) & self._parts_of(second):
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

    def _are_apart(self, first: int, second: int) -> bool:
        if not self._apart:
            return False
        others = set(self._members[second])
        return any(self._apart.get(key, set()) & others for key in self._members[first])

    def named(self, own: set[int]) -> dict[int, int]:
        """Each key with the number of its work."""
        names: dict[int, int] = {}
        for members in self._members.values():
            published = [key for key in members if key not in own] or members
            name = min(published, key=id_of)
            names.update(dict.fromkeys(members, name))
        return names
