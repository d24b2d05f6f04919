"""Many hits in order, kept as columns."""

from itertools import groupby

from hypothesis import given
from hypothesis import strategies as st

from commonplace.search.engines.hits import by_score, runs

FEW = st.lists(st.integers(0, 3))
NUMBERS = st.integers(-(2**63), 2**63 - 1)


@given(FEW)
def test_runs_are_where_the_same_value_stands_in_a_row(values: list[int]) -> None:
    at, expected = 0, []
    for _, group in groupby(values):
        length = len(list(group))
        if length > 1:
            expected.append(slice(at, at + length))
        at += length
    assert list(runs(values)) == expected


@given(st.lists(st.tuples(st.integers(0, 4), NUMBERS, NUMBERS)))
def test_hits_that_score_alike_come_by_their_ids(hits: list[tuple[int, int, int]]) -> None:
    hits.sort(key=lambda hit: -hit[0])
    scores, titles, works = ([hit[at] for hit in hits] for at in range(3))
    found = by_score(scores, titles, works)
    in_order = sorted(hits, key=lambda hit: (-hit[0], hit[1]))
    assert list(found.titles) == [title for _, title, _ in in_order]
    assert sorted(zip(found.scores, found.titles, found.works, strict=True)) == sorted(hits)
