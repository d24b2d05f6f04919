"""Golden queries: kept once, run after every load, and what moved is known."""

import json
from pathlib import Path

import pytest
from django.db import DatabaseError
from typer.testing import CliRunner

from commonplace.bibliography import title_id_of
from commonplace.catalogue.golden import keeping
from commonplace.catalogue.golden.keeping import (
    GoldenRefused,
    Wanted,
    Why,
    expect_no_longer,
    keep,
    let_go,
)
from commonplace.catalogue.golden.models import Cause, GoldenQuery, GoldenRun
from commonplace.catalogue.golden.queries import all_golden, count_not_holding, golden, last_runs
from commonplace.catalogue.golden.values import Change, Golden, Search, State
from commonplace.catalogue.grouping.deciding import By, split
from commonplace.catalogue.grouping.queries import works_of_titles
from commonplace.cli.app import app
from commonplace.config.home import Home
from commonplace.discovery.building import rebuild
from commonplace.discovery.golden import running
from commonplace.discovery.golden.running import asked_as_readers_do, run_golden, run_one
from commonplace.discovery.indexes import folder
from commonplace.discovery.searching import find
from commonplace.ingest.loading import LoadOptions, LoadReport, load
from tests.making import field, marc, record

MAUD = By("1", "Maud")
BOOKS = (
    record("emma", "Emma", creator="Austen, Jane"),
    record("emma2", "Emma", field("264", "c 1996", indicators=" 1"), creator="Austen, Jane"),
    record("dune", "Dune", creator="Herbert, Frank"),
    record("messiah", "Dune messiah", creator="Herbert, Frank"),
)


def title(number: str) -> str:
    return title_id_of("library", number)


def load_all(folder: Path, *records: object) -> LoadReport:
    path = folder / "all.mrc"
    path.write_bytes(marc(*records))  # type: ignore[arg-type]  # records of tests.making
    return load([str(path)], LoadOptions(is_full=True, accept_shrink=True), lambda *_: None)


@pytest.fixture(autouse=True)
def library(home: Home, tmp_path: Path) -> Home:
    load_all(tmp_path, *BOOKS)
    return home


def a_golden(text: str, number: str, within: int = 1, **more: str) -> int:
    search = Search(text, more.pop("field", "anywhere"))
    return keep(search, Wanted(title(number), within), by=MAUD, **more)


def only() -> Golden:
    (one,) = all_golden()
    return one


def test_a_golden_query_is_new_until_it_is_run_and_then_holds() -> None:
    number = a_golden("  dune \n", "dune", note="The novel\x00, first.")
    assert (only().search.text, only().note, only().state) == (
        "dune",
        "The novel, first.",
        State.NEW,
    )
    assert count_not_holding() == 0
    ran = run_golden(Cause.COMMAND)
    assert ran.all_hold
    assert ran.sentence == "1 golden query: 1 holds, none moved."
    one = only()
    assert (one.number, one.state, one.total, one.made_by_name) == (number, State.HOLDS, 2, "Maud")
    assert one.first == (title("dune"), title("messiah"))
    (expected,) = one.expected
    assert (expected.place, expected.change, expected.moved) == (1, None, None)


def test_the_place_is_the_one_readers_see() -> None:
    for text in ("dune", "messiah", "austen", "herbert frank"):
        a_golden(text, "messiah", within=9)
    run_golden(Cause.COMMAND)
    for one in all_golden():
        cards = [card.work_id for card in find(asked_as_readers_do(one.search)).cards]
        (expected,) = one.expected
        assert expected.place == (
            cards.index(expected.work_id) + 1 if expected.work_id in cards else 0
        )


def test_a_load_says_what_it_moved_and_a_later_one_that_nothing_did(tmp_path: Path) -> None:
    a_golden("dune messiah", "messiah")
    a_golden("emma", "emma")
    assert load_all(tmp_path, *BOOKS).golden.moved == []
    report = load_all(tmp_path, *BOOKS[:3])
    assert report.golden.sentence == (
        "1 of 2 golden queries moved, 1 holds: “dune messiah” from 1 to nowhere (no longer holds)."
    )
    said = report.as_json()["golden"]
    assert isinstance(said, dict)
    assert (said["queries"], said["hold"]) == (2, 1)
    assert said["moved"][0]["change"] == "broken"
    assert count_not_holding() == 1
    assert (
        load_all(tmp_path, *BOOKS[:3]).golden.sentence == "2 golden queries: 1 holds, none moved."
    )
    gone = next(one for one in all_golden() if not one.holds).expected[0]
    assert (gone.state, gone.place_before, gone.change) == (State.GONE, 1, Change.BROKEN)
    again = load_all(tmp_path, *BOOKS)
    assert "from nowhere to 1 (holds again)" in again.golden.sentence
    assert [run.moved for run in last_runs(9)] == [1, 0, 1, 0]
    assert {run.cause for run in last_runs(9)} == {"load"}


def test_an_expectation_outlives_its_edition_and_goes_with_its_title(tmp_path: Path) -> None:
    a_golden("emma", "emma2")
    load_all(tmp_path, BOOKS[0], *BOOKS[2:])
    assert only().state is State.HOLDS
    load_all(tmp_path, *BOOKS)
    work = works_of_titles([title("emma")])[title("emma")]
    split(work, [title("emma2")], by=MAUD, reason="Another Emma")
    rebuild()
    run_golden(Cause.REINDEX)
    (expected,) = only().expected
    assert expected.work_id == works_of_titles([title("emma2")])[title("emma2")] != work
    assert expected.place in {1, 2}


def test_a_search_is_kept_once_with_all_that_it_is_to_find() -> None:
    number = a_golden("dune", "dune", note="One")
    assert a_golden("dune", "messiah", within=2) == number
    assert a_golden("dune", "dune", within=3) == number
    assert a_golden("dune", "dune", field="title") != number
    one = golden(number)
    assert one is not None
    assert [(each.title_id, each.within) for each in one.expected] == [
        (title("dune"), 3), (title("messiah"), 2),
    ]  # fmt: skip
    assert one.note == "One"
    assert expect_no_longer(one.expected[0].number)
    assert expect_no_longer(one.expected[1].number)
    assert golden(number) is None
    assert not expect_no_longer(one.expected[1].number)
    assert let_go(only().number)
    assert not let_go(number)


def test_a_field_has_one_name_whichever_of_its_names_was_used() -> None:
    numbers = {a_golden("dune", "dune", field=name) for name in ("title", "ti", "TI", "Title")}
    assert numbers == {only().number}
    assert only().search.field == "title"


def test_a_work_is_expected_by_its_own_id_too() -> None:
    work = works_of_titles([title("emma")])[title("emma")]
    keep(Search("emma", "title", (("format", "book"),)), Wanted(work), by=MAUD)
    run_one(only().number)
    assert only().state is State.HOLDS
    assert not GoldenRun.objects.exists()


@pytest.mark.parametrize(
    ("text", "wanted", "note", "why"),
    [
        (" \u202e\x00 ", Wanted(title("dune")), "", Why.NO_WORDS),
        ("a" * 1_001, Wanted(title("dune")), "", Why.LONG_WORDS),
        ("dune", Wanted(title("dune")), "n" * 1_001, Why.LONG_NOTE),
        ("dune", Wanted(title("nowhere")), "", Why.NO_TITLE),
        ("dune", Wanted("'; --"), "", Why.NO_TITLE),
        ("dune", Wanted("\x00"), "", Why.NO_TITLE),
        ("dune", Wanted(title("dune"), 0), "", Why.NO_PLACE),
        ("dune", Wanted(title("dune"), 101), "", Why.NO_PLACE),
    ],
)
def test_what_cannot_be_kept_is_refused_with_a_reason(
    text: str, wanted: Wanted, note: str, why: Why
) -> None:
    with pytest.raises(GoldenRefused) as refused:
        keep(Search(text, "anywhere"), wanted, by=MAUD, note=note)
    assert refused.value.why is why
    assert not all_golden()


def test_there_are_bounds_on_how_many_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "MOST_KEPT", 1)
    monkeypatch.setattr(keeping, "MOST_EXPECTED", 1)
    a_golden("dune", "dune")
    for text, why in (("emma", Why.MANY_QUERIES), ("dune", Why.MANY_EXPECTED)):
        with pytest.raises(GoldenRefused) as refused:
            a_golden(text, "emma")
        assert refused.value.why is why


def test_an_index_that_cannot_answer_changes_nothing_that_was_known() -> None:
    a_golden("dune", "dune")
    run_golden(Cause.COMMAND)
    before = only()
    (folder() / "CURRENT").unlink()
    ran = run_golden(Cause.COMMAND)
    assert not ran.all_hold
    assert ran.sentence == "The golden queries were not run: the search index cannot answer."
    assert only() == before
    assert GoldenRun.objects.count() == 1


def test_a_load_never_fails_because_of_its_golden_queries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_golden("dune", "dune")

    def fail() -> None:
        raise DatabaseError("disk I/O error")

    monkeypatch.setattr(running, "all_golden", fail)
    report = load_all(tmp_path, *BOOKS)
    assert report.counts.read == len(BOOKS)
    assert report.golden.sentence == "The golden queries were not run: disk I/O error."


def test_a_filter_nobody_knows_any_more_finds_nothing_and_stops_nothing() -> None:
    a_golden("dune", "dune")
    a_golden("emma", "emma")
    GoldenQuery.objects.filter(text="dune").update(filters="colour=red")
    run_golden(Cause.COMMAND)
    assert [one.state for one in all_golden()] == [State.MISSING, State.HOLDS]


def command(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, list(arguments))
    return done.exit_code, done.output


def test_reindexing_runs_them_too() -> None:
    a_golden("dune", "dune")
    code, said = command("reindex", "--json")
    assert (code, json.loads(said.splitlines()[-1])["golden"]["hold"]) == (0, 1)
    assert "1 golden query: 1 holds" in command("reindex")[1]
