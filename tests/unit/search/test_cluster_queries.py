"""A plan in a cluster's words: never more than it accepts, and nothing that it would parse."""

import json
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonplace.search.engines import plan
from commonplace.search.engines.opensearch import queries
from commonplace.search.query.parsing import parse

LEAVES = st.one_of(
    st.builds(plan.Word, st.just("anywhere"), st.text(max_size=4)),
    st.builds(plan.InOrder, st.just("t_title"), st.tuples(st.just("a"), st.just("b"))),
    st.builds(plan.OneOf, st.just("f_format"), st.tuples(st.just("dvd"))),
)


def _groups(parts: st.SearchStrategy[plan.Clause]) -> st.SearchStrategy[plan.Clause]:
    many = st.lists(parts, max_size=6).map(tuple)
    return st.builds(plan.All, many, many) | st.builds(plan.Any, many)


CLAUSES = st.recursive(LEAVES, _groups, max_leaves=30)
LONG = st.tuples(CLAUSES, st.integers(1, 2_000)).map(
    lambda drawn: plan.All((drawn[0], *(plan.Word("anywhere", str(n)) for n in range(drawn[1]))))
)


def _leaves(said: object) -> Iterator[object]:
    """What a cluster counts in a query: whatever is neither a group nor what groups hold."""
    match said:
        case {"bool": dict(groups)}:
            for parts in (each for each in groups.values() if isinstance(each, list)):
                for part in parts:
                    yield from _leaves(part)
        case {"constant_score": {"filter": part}}:
            yield from _leaves(part)
        case _:
            yield said


@given(LONG, st.lists(CLAUSES, max_size=80))
def test_no_query_has_more_clauses_than_a_cluster_takes(
    clause: plan.Clause, ranking: list[plan.Clause]
) -> None:
    found = queries.matching(clause)
    asked = [queries.query_of(found), *queries.ranking(ranking, found)]
    assert sum(1 for each in asked for _ in _leaves(each)) <= queries.MOST_CLAUSES


@given(CLAUSES)
def test_a_query_that_is_short_enough_is_asked_whole(clause: plan.Clause) -> None:
    assert queries.matching(clause) == clause


def test_a_filter_behind_a_query_that_is_too_long_still_holds() -> None:
    words = plan.All(tuple(plan.Word("anywhere", str(n)) for n in range(2_000)))
    dvds, since = plan.OneOf("f_format", ("dvd",)), plan.Between("n_year", 1990, 2000)
    found = queries.matching(plan.All((words, dvds, since)))
    assert isinstance(found, plan.All)
    assert {dvds, since} < set(found.parts)


@pytest.mark.parametrize("typed", ["su:" + "".join(map(chr, range(0x4E00, 0x4E00 + 990)))])
def test_a_query_that_is_too_long_is_asked_by_its_beginning(typed: str) -> None:
    clause = plan.narrowed(parse(typed).tree, ())
    asked = json.dumps(queries.query_of(queries.matching(clause)), ensure_ascii=False)
    assert typed[3:5] in asked
    assert typed[-2:] not in asked


@pytest.mark.parametrize("typed", ["a AND (b", "/x.*/", "a~9", "{!lucene}a", "_id:*", "te^9", "\\"])
def test_no_kind_of_query_that_a_cluster_would_parse_is_ever_asked(typed: str) -> None:
    said = json.dumps(queries.query_of(plan.narrowed(parse(typed).tree, ())))
    assert not any(kind in said for kind in ("query_string", "regexp", "wildcard", "script"))


def test_how_rare_a_word_is_counts_once_and_what_a_place_is_worth_each_time() -> None:
    rare = plan.Weighed(plan.Word("t_title", "fault"), 0.2)
    worth = plan.Worth(plan.Word("t_title", "fault"), 3.0)
    asked = queries.ranking([rare, worth, rare, worth], plan.Word("anywhere", "fault"))
    assert [next(iter(each)) for each in asked] == ["bool", "constant_score", "constant_score"]
