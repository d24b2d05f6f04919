"""A plan is made shorter, and finds the same."""

from commonplace.search.engines.plan import (
    NO_TITLE,
    All,
    Any,
    EveryTitle,
    OneOf,
    Word,
    Worth,
)
from commonplace.search.engines.simplifying import (
    IsThere,
    ranked_once,
    simplified,
    without_idle_choices,
)

TRAIN, TRAINS = Word("t_title", "train"), Word("t_title", "trains")
EITHER = OneOf("t_title", ("trains", "train"))


def _there(*words: str) -> IsThere:
    return lambda _field, word: word in words


def test_what_no_title_has_is_left_out() -> None:
    is_there = _there("train")
    assert simplified(EITHER, is_there) == TRAIN
    assert simplified(Any((TRAINS, TRAIN)), is_there) == TRAIN
    assert simplified(All((TRAINS, TRAIN)), is_there) == NO_TITLE
    assert simplified(All((TRAIN,), (TRAINS,)), is_there) == TRAIN


def test_what_must_hold_is_not_asked_twice() -> None:
    is_there = _there("train", "trains")
    both = All((EITHER, TRAIN, TRAIN, EveryTitle()))
    assert simplified(both, is_there) == TRAIN
    assert simplified(All((EveryTitle(),)), is_there) == EveryTitle()


def test_clauses_that_are_worth_something_alike_are_one() -> None:
    clauses = [Worth(EITHER, 20.0), Worth(TRAIN, 12.0), Worth(TRAINS, 5.0)]
    found = ranked_once(clauses, _there("train"))
    assert found == [Worth(TRAIN, 32.0)]


def test_a_whole_title_stays_a_choice_and_goes_where_it_adds_nothing() -> None:
    choice = Any((TRAIN, OneOf("known", ("train",))))
    is_there = _there("train")
    assert simplified(choice, is_there) == choice
    assert without_idle_choices(choice, lambda _found, _named: True) == TRAIN
