"""Pairs of titles that a person read and called one work or two, and how often grouping agrees.

Each line of ``labelled_pairs.jsonl`` is two descriptions in as few words as decide it. The pairs
``aside`` were read, and counted, before any rule was made for them.
"""

from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Literal

import msgspec
import pytest

from commonplace.bibliography import Description, number_of, work_id_of
from commonplace.works import Kind, evidence_of, may_meet, work_key
from commonplace.works.grouping import Edge, group

PAIRS = Path(__file__).with_name("labelled_pairs.jsonl")


class Pair(msgspec.Struct):
    """Two titles, and whether they are one work."""

    set: Literal["tuned", "aside"]
    same: bool
    one: Description
    other: Description


def pairs_of(which: str) -> list[Pair]:
    """The pairs of this set."""
    lines = PAIRS.read_bytes().splitlines()
    pairs = [msgspec.json.decode(line, type=Pair) for line in lines]
    return [pair for pair in pairs if pair.set == which]


def by_key(pair: Pair) -> bool:
    """Whether the key alone makes them one."""
    return work_key(pair.one) == work_key(pair.other)


def by_evidence(pair: Pair) -> bool:
    """Whether key and evidence make them one, in a catalogue of these two."""
    keys = {number_of(work_id_of(key)): key for key in map(work_key, (pair.one, pair.other))}
    said: dict[int, set[tuple[int, Kind]]] = {}
    for title in (pair.one, pair.other):
        key = work_key(title)
        for each in evidence_of(title, key):
            said.setdefault(each.number, set()).add((number_of(work_id_of(key)), each.kind))
    edges = [
        Edge(max(kind, its_kind), one, other)
        for sharing in said.values()
        for (one, kind), (other, its_kind) in combinations(sorted(sharing), 2)
        if one != other
    ]
    return len(set(group(keys, edges).values())) == 1


@pytest.mark.parametrize("which", ["tuned", "aside"])
@pytest.mark.parametrize("judged", [by_key, by_evidence])
def test_grouping_agrees_with_who_read_the_pairs(
    which: str, judged: Callable[[Pair], bool]
) -> None:
    pairs = pairs_of(which)
    joined = [pair for pair in pairs if judged(pair)]
    right = [pair for pair in joined if pair.same]
    same = [pair for pair in pairs if pair.same]
    assert len(pairs) > 100
    assert len(right) / len(joined) >= 0.98
    assert len(right) / len(same) >= 0.85


def test_what_a_person_parted_no_number_joins_across_kinds_or_parts() -> None:
    for pair in [each for which in ("tuned", "aside") for each in pairs_of(which)]:
        one, other = work_key(pair.one), work_key(pair.other)
        for each in evidence_of(pair.one, one):
            if one.rpartition("|")[2] != other.rpartition("|")[2]:
                assert not may_meet(each.kind, one, other)
