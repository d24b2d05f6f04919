"""Every reason for and against a work has its words."""

import pytest

from commonplace.bibliography.formats import FORMATS
from commonplace.catalogue.grouping.deciding import Why
from commonplace.web.wording import isolated
from commonplace.web.words.grouping import (
    MEDIUMS,
    called_sentence,
    kind_of_evidence,
    medium_label,
    refusal_of,
    tie_sentence,
    warning_of,
    why_not,
)
from commonplace.works.evidence import Kind
from commonplace.works.explaining import Called, Obstacle

ONE, OTHER, TEXT = isolated("One <b>"), isolated("Other"), isolated("Shared %(x)s")


@pytest.mark.parametrize("kind", [each for each in Kind if each not in {Kind.KEY, Kind.CALLED}])
def test_every_number_has_a_sentence(kind: Kind) -> None:
    sentence = tie_sentence(kind, ONE, OTHER, TEXT)
    assert "One &lt;b&gt;" in sentence
    assert "Shared %(x)s" in sentence


@pytest.mark.parametrize("how", list(Called))
def test_every_other_name_has_a_sentence(how: Called) -> None:
    assert "One &lt;b&gt;" in called_sentence(how, ONE, OTHER, TEXT)


def test_every_kind_of_work_and_of_evidence_has_a_name() -> None:
    assert {each.medium for each in FORMATS.values()} == set(MEDIUMS)
    assert medium_label("film") == "Film"
    assert medium_label("hologram") == "hologram"
    assert all(kind_of_evidence(kind) for kind in Kind)


def test_every_obstacle_and_refusal_says_something_and_what_differs_is_warned_of() -> None:
    assert all(why_not(each) for each in Obstacle)
    assert all(refusal_of(each) for each in Why)
    assert warning_of(Obstacle.MEDIUM)
    assert not warning_of(Obstacle.COMMON)
