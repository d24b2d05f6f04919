"""*Nearest available* and *available now at a branch*, from records as libraries export them."""

from pathlib import Path

import pytest
from django.conf import settings

from commonplace.config.home import Home
from commonplace.discovery.answers import Asked
from commonplace.discovery.searching import counts_of, find
from commonplace.ingest.loading import LoadOptions, load
from commonplace.policy import Branch, Library
from commonplace.records.record import Field
from commonplace.search.engines.contract import Filter, Sort
from tests.making import field, marc, record

LIBRARY = Library(
    branches=(
        Branch("CEN", "Central", latitude=54.00, longitude=-2.0),
        Branch("MIL", "Millgate", latitude=54.01, longitude=-2.0),
        Branch("QUA", "Quayside", latitude=54.20, longitude=-2.0),
    )
)


def copy(branch: str, due: str = "") -> Field:
    """One copy as Koha writes it, out where it is due."""
    parts = (f"a {branch}", f"b {branch}", "c AF", "o 305.5 LAS", f"p {branch}1")
    return field("952", *parts, *([f"q {due}"] if due else []))


@pytest.fixture
def library(home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Titles named for where they are."""
    assert home
    monkeypatch.setattr(settings, "LIBRARY", LIBRARY)
    online = field("856", "u https://films.example/1", "y Watch it", indicators="40")
    records = marc(
        record("1", "In at Central", copy("CEN")),
        record("2", "Out at Central, in at Quayside", copy("CEN", "2026-12-03"), copy("QUA")),
        record("3", "In at Millgate", copy("MIL")),
        record("4", "Online", online),
        record("5", "Out at Millgate", copy("MIL", "2026-12-03")),
        record("6", "Nowhere"),
    )
    (tmp_path / "all.mrc").write_bytes(records)
    load([str(tmp_path / "all.mrc")], LoadOptions(workers=0), lambda _name, _read: None)


def titles(branch: str) -> list[str]:
    answer = find(Asked(sort=Sort.NEAREST, branch=branch))
    return [card.best.description.title_proper for card in answer.cards]


@pytest.mark.usefixtures("library")
def test_each_branch_has_its_own_nearest() -> None:
    assert titles("CEN") == [
        "In at Central", "Online", "In at Millgate", "Out at Central, in at Quayside",
        "Out at Millgate", "Nowhere",
    ]  # fmt: skip
    assert titles("MIL")[:3] == ["In at Millgate", "Online", "In at Central"]
    assert titles("MIL")[-2:] == ["Out at Millgate", "Nowhere"]
    assert titles("QUA")[:2] == ["Out at Central, in at Quayside", "Online"]
    assert titles("")[3:] == ["Online", "Out at Millgate", "Nowhere"]


@pytest.mark.usefixtures("library")
def test_available_now_at_a_branch_is_of_one_copy_and_counted_so() -> None:
    now, central = Filter("available", ("now",)), Filter("branch", ("CEN",))
    answer = find(Asked(filters=(now, central)))
    assert [card.best.description.title_proper for card in answer.cards] == ["In at Central"]
    assert answer.total_titles == 1
    counts = {each.value: each.count for each in answer.counts["branch"]}
    assert counts == {"CEN": 1, "MIL": 1, "QUA": 1}
    counts = {
        each.value: each.count for each in find(Asked(filters=(central,))).counts["available"]
    }
    assert counts == {"now": 1}
    either = Filter("available", ("now", "online"))
    assert list(counts_of([Asked(filters=(now, central)), Asked(filters=(either,))])) == [1, 4]


@pytest.mark.usefixtures("library")
def test_a_branch_is_known_by_its_name_in_what_may_have_been_meant_too() -> None:
    for typed, meant in (
        ("br:millgate nowere", []),
        ("br:quay central", [('br:"Quayside" central', 1)]),
        ("br:quayside centrl", [("br:quayside central", 1)]),
        ('br:"the millgate"', [('br:"Millgate"', 2)]),
    ):
        answer = find(Asked(typed))
        assert [(each.text, each.titles) for each in answer.did_you_mean] == meant
