"""What peers expect of a search, on a home with everything: the score may not fall.

``make bench`` prints every line of it; so does ``pytest -s`` here.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from benchmarks.relevance import SAMPLE, all_titles
from commonplace.catalogue.queries import TitleRow
from commonplace.discovery.building import rebuild
from commonplace.discovery.places import CLUSTER_ADDRESS, Engine
from commonplace.discovery.remembering import forget_answers
from commonplace.search.engines.opensearch import cluster
from tests.relevance.everything import home_with_everything
from tests.relevance.expecting import Score, judge_checks, judge_pairs
from tests.relevance.reasons_checked import untrue_reasons
from tests.relevance.typed_whole import judged, lines_of, sampled

PATIENT = 60.0
PAIRS_THAT_HOLD = 64
FIRST_PAGES_THAT_HOLD = 30
TITLES, OF_OTHER_SCRIPTS = 150, 50
FOUND_FIRST = 0.98
SAID_OTHERWISE = (
    "colour of water", "20 years", "dune by frank herbert", "spanish", "and of the", "归途列车",
    "gui tu lie che", "henry 8", "u.s. epa water", "migra*", '"last train"',
)  # fmt: skip


@pytest.fixture(scope="module")
def everything(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The expectations, while a home with everything is in use."""
    for _ in home_with_everything(tmp_path_factory.mktemp("everything"), shared):
        yield json.loads((shared / "vectors" / "relevance.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module", params=Engine)
def vectors(everything: Any, request: pytest.FixtureRequest) -> Iterator[Any]:
    """The same, with the index where each of the engines keeps it."""
    if request.param is Engine.TANTIVY:
        yield everything
        return
    with pytest.MonkeyPatch.context() as environment:
        environment.setattr(cluster.Cluster.__init__, "__kwdefaults__", {"budget": PATIENT})
        environment.setenv(CLUSTER_ADDRESS, f"{request.getfixturevalue('opensearch')}/everything")
        rebuild(Engine.OPENSEARCH)
        forget_answers()
        yield everything


def test_nine_in_ten_pairs_of_searches_hold(vectors: Any) -> None:
    score = judge_pairs(vectors["stanford_equivalence"])
    _print("pairs", score)
    assert score.judged > 40
    assert score.share >= 0.9
    assert score.held >= PAIRS_THAT_HOLD


def test_first_pages_are_as_a_public_library_expects(vectors: Any) -> None:
    score = judge_checks(vectors["nypl_public"], all_titles())
    _print("first pages", score)
    assert not score.missed
    assert score.held >= FIRST_PAGES_THAT_HOLD


@pytest.mark.usefixtures("vectors")
def test_a_known_title_is_first_however_it_is_typed() -> None:
    """Each way of typing holds nearly always; of one that is rare, a title may be missed."""
    rates = judged(sampled(SAMPLE, TITLES, OF_OTHER_SCRIPTS))
    print("\n".join(lines_of(rates)))  # noqa: T201 - for people
    for name, rate in rates.items():
        assert rate.found >= min(FOUND_FIRST * rate.typed, rate.typed - 1), (name, rate.missed)
    assert sum(r.found for r in rates.values()) >= 0.99 * sum(r.typed for r in rates.values())


@pytest.mark.usefixtures("vectors")
def test_every_reason_for_a_hit_is_so() -> None:
    typed = [searched for row in sampled(SAMPLE, 40, 15) for searched in _searches(row)]
    assert not list(untrue_reasons([*typed, *SAID_OTHERWISE]))


def _searches(row: TitleRow) -> Iterator[str]:
    """Two words of a title, a name with a word of it, and a subject."""
    said = row.description
    words = said.title_proper.split()
    yield " ".join((words[0], words[-1]))
    if said.creator:
        yield f"{said.creator.name.partition(',')[0]} {words[-1]}"
    if said.subjects:
        yield said.subjects[0].parts[0]


def _print(what: str, score: Score) -> None:
    lines = [f"{what}: {score}", *(f"  missed: {line}" for line in score.missed)]
    print("\n".join([*lines, *(f"  met: {line}" for line in score.met)]))  # noqa: T201 - for people
