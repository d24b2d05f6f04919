"""A branch is asked for by its name, in part and in any case, as well as by its code."""

import pytest

from commonplace.discovery.narrowing.branch_names import with_branches
from commonplace.policy.library import Branch
from commonplace.search.query.parsing import parse
from commonplace.search.query.tree import Both, Either, Is, Not, Query, Words

BRANCHES = (
    Branch("CEN", "Central Library"),
    Branch("MIL", "Mill Street Library"),
    Branch("MILN", "Milner Road Library"),
    Branch("东", "东城图书馆"),
)


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("branch:CEN", Is("branch", "CEN")),
        ("branch:cen", Is("branch", "CEN")),
        ("br:central", Is("branch", "CEN")),
        ('br:"mill street"', Is("branch", "MIL")),
        ('br:"MILL STREET LIBRARY"', Is("branch", "MIL")),
        ("br:mil", Is("branch", "MIL")),
        ("br:road", Is("branch", "MILN")),
        ("br:东城", Is("branch", "东")),
        ("cats br:central", Both((Words("cats"), Is("branch", "CEN")))),
        ("cats -br:central", Both((Words("cats"), Not(Is("branch", "CEN"))))),
        ("br:(central OR street)", Either((Is("branch", "CEN"), Is("branch", "MIL")))),
        ("onorder:central", Is("onorder", "CEN")),
        ("onorder:yes", Is("onorder", "yes")),
    ],
)
def test_a_name_becomes_the_code(typed: str, tree: Query) -> None:
    understood = with_branches(parse(typed), BRANCHES)
    assert understood.tree == tree
    assert not understood.problems


def test_a_name_may_fit_several_branches_but_never_all() -> None:
    some = with_branches(parse("br:library"), BRANCHES)
    assert some.tree == Either(tuple(Is("branch", code) for code in ("CEN", "MIL", "MILN")))
    every = with_branches(parse("br:library"), BRANCHES[:3])
    assert every.tree == Is("branch", "library")
    assert [each.code for each in every.problems] == ["no_such_value"]


def test_what_is_no_branch_is_said_with_the_nearest() -> None:
    (mistake,) = with_branches(parse('br:"mil street libary"'), BRANCHES).problems
    assert mistake.sentence.endswith("Did you mean “Mill Street Library”?")
    for typed in ("br:centr", 'br:"the central library"'):
        (mistake,) = with_branches(parse(typed), BRANCHES).problems
        assert mistake.sentence.endswith("Did you mean “Central Library”?")
    (mistake,) = with_branches(parse("br:nowhere"), BRANCHES).problems
    assert mistake.code == "no_such_value"


def test_a_library_that_names_no_branches_has_codes_only() -> None:
    understood = parse("br:nowhere")
    assert with_branches(understood, ()) == understood
