"""``commonplace golden``: exit codes, a table, JSON, and carrying queries to another library."""

import json
import stat
from pathlib import Path

import pytest
from typer.testing import CliRunner

from commonplace.bibliography import title_id_of, work_id_of
from commonplace.catalogue.golden.queries import all_golden
from commonplace.cli import run
from commonplace.cli.app import app
from commonplace.config.home import Home
from commonplace.ingest.loading import LoadOptions, load
from commonplace.web.words.choices import FILTERS
from tests.making import marc, record

EMMA, DUNE = title_id_of("library", "emma"), title_id_of("library", "dune")


@pytest.fixture(autouse=True)
def library(sqlite_home: Home, tmp_path: Path) -> Home:
    load_all(tmp_path, emma="Emma", dune="Dune")
    return sqlite_home


def load_all(folder: Path, **titles: str) -> None:
    """Exactly these titles, by their control numbers."""
    path = folder / "all.mrc"
    path.write_bytes(marc(*(record(number, each) for number, each in titles.items())))
    options = LoadOptions(is_full=True, accept_shrink=True)
    load([str(path)], options, lambda *_: None)


def command(*arguments: str) -> tuple[int, str]:
    """The exit code, and the result that was said."""
    done = CliRunner().invoke(app, ["golden", *arguments])
    return done.exit_code, done.stdout


def last_object(said: str) -> dict[str, object]:
    found = json.loads(said.splitlines()[-1])
    assert isinstance(found, dict)
    return found


def test_it_ends_with_0_while_all_hold_and_with_1_when_one_does_not() -> None:
    assert command() == (
        0,
        "There are no golden queries yet. Keep one: commonplace golden add QUERY ID\n",
    )
    assert command("add", "emma", EMMA, "--note", "Austen")[0] == 0
    assert command()[0] == 0
    assert command("add", "emma", DUNE, "--within", "2")[0] == 0
    code, said = command()
    assert code == 1
    assert "not found   nowhere, wanted 2" in said
    assert "emma → Dune" in said
    assert "first is Emma" in said
    assert "1 golden query: 0 hold, none moved." in said


@pytest.mark.parametrize(
    "given", ["/title/{}", "https://catalogue.example/title/{}?lang=fr#copies", "/title/{}.json"]
)
def test_the_address_of_a_page_is_as_good_as_an_id(given: str) -> None:
    assert command("add", "emma", given.format(EMMA))[0] == 0
    assert all_golden()[0].expected[0].title_id == EMMA


def test_a_filter_nobody_knows_is_answered_with_those_an_address_has(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["golden", "add", "emma", EMMA, "--filter", "colour=red"]) == 2
    said = capsys.readouterr().err.partition("; there are ")[2]
    assert sorted(FILTERS) == said.strip().removesuffix(".").split(", ")


def test_what_it_says_to_programs_is_one_object() -> None:
    code, said = command(
        "add", "emma", EMMA, "--field", "title", "--filter", "format=book", "--json"
    )
    assert code == 0
    assert last_object(said)["golden"] == all_as_json()[0]
    code, said = command("--json")
    told = last_object(said)
    assert (code, told["queries"], told["hold"], told["moved"]) == (0, 1, 1, [])
    assert told["golden"] == all_as_json()
    (one,) = all_as_json()
    assert (one["field"], one["filters"], one["holds"]) == ("title", [["format", "book"]], True)
    assert last_object(command("remove", str(one["number"]), "--json")[1]) == {
        "removed": one["number"]
    }
    assert all_as_json() == []


def all_as_json() -> list[dict[str, object]]:
    return last_object(command("list", "--json")[1])["golden"]  # type: ignore[return-value]  # JSON


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("add", "emma", "nosuchtitle22"), 1),
        (("add", " ", EMMA), 1),
        (("add", "*", EMMA), 1),
        (("add", "--", "-emma", EMMA), 1),
        (("add", "emma", "/title/nosuchtitle22"), 1),
        (("add", "emma", EMMA, "--within", "0"), 2),
        (("add", "emma", EMMA, "--filter", "colour=red"), 2),
        (("add", "emma", EMMA, "--field", "colour"), 2),
        (("remove", "7"), 1),
        (("import", "nowhere.jsonl"), 1),
        (("import", "/"), 1),
    ],
)
def test_a_mistake_gets_a_sentence_and_changes_nothing(
    arguments: tuple[str, ...], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["golden", *arguments]) == code
    assert capsys.readouterr().err.strip()
    assert not all_golden()


def test_exported_golden_queries_are_read_back_and_doubling_nothing(tmp_path: Path) -> None:
    command("add", 'em"ma\u2028x', EMMA, "--within", "3", "--filter", "not.format=dvd")
    command("add", "dune", DUNE, "--note", "Sand")
    file = tmp_path / "golden.jsonl"
    assert command("export", str(file))[0] == 0
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    before = [(one.search, one.note, [e.within for e in one.expected]) for one in all_golden()]
    assert command("import", str(file))[0] == 0
    for one in all_golden():
        command("remove", str(one.number))
    code, said = command("import", str(file), "--json")
    assert (code, last_object(said)) == (0, {"queries": 2, "titles": 2, "set_aside": []})
    after = [(one.search, one.note, [e.within for e in one.expected]) for one in all_golden()]
    assert after == before


def test_another_library_finds_the_title_by_its_key_and_not_by_its_number(tmp_path: Path) -> None:
    command("add", "emma", EMMA)
    (line,) = (json.loads(each) for each in command("export")[1].splitlines())
    (said,) = line["expected"]
    assert (said["source"], said["control_number"]) == ("library", "emma")
    assert work_id_of(said["key"]) == said["key_id"]
    file = tmp_path / "golden.jsonl"
    file.write_text(json.dumps(line), encoding="utf-8")
    command("remove", str(all_golden()[0].number))
    load_all(tmp_path, emma="Persuasion", b7="Emma")
    assert command("import", str(file))[0] == 0
    (one,) = all_golden()
    assert one.expected[0].title_id == title_id_of("library", "b7")


def test_lines_that_cannot_be_taken_in_are_set_aside_and_cost_no_other(tmp_path: Path) -> None:
    good = {"query": "emma", "expected": [{"title_id": EMMA}, {"title_id": "z" * 13}]}
    lines: list[object] = [
        [],
        {"query": 7},
        {"query": "emma", "expected": [{"title_id": "'; DROP\u0000"}]},
        {"query": "emma", "expected": [{"title_id": "z" * 13, "key_id": "y" * 13}]},
        good | {"field": "colour"},
        good | {"filters": [["colour", "red"]]},
        good | {"query": "x" * 1_001},
        good | {"expected": [{"title_id": EMMA, "within": 101}]},
        good | {"note": "n" * 200_000},
        good,
    ]
    file = tmp_path / "golden.jsonl"
    text = "\n\n".join(json.dumps(each) for each in lines)
    deep = '\n\n{"query": "emma", "expected": [], "further": ' + "[" * 50_000
    file.write_bytes(b"\xff\xfe\n" + text.encode() + deep.encode())
    code, said = command("import", str(file), "--json")
    told = last_object(said)
    assert code == 3
    assert (told["queries"], told["titles"]) == (1, 1)
    aside = told["set_aside"]
    assert isinstance(aside, list)
    assert [each["line"] for each in aside] == [1, *range(2, 20, 2), 22]
    assert [one.search.text for one in all_golden()] == ["emma"]
