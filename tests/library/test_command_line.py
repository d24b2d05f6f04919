"""The command line: exit codes, one JSON object as the last line, a sentence for every mistake."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.making import marc, record


def run(home: Path, *arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "commonplace.config.command", "--home", str(home)]
    environment = {k: v for k, v in os.environ.items() if k != "COMMONPLACE_HOME"}
    done = subprocess.run(
        [*command, *arguments], check=False, capture_output=True, input=stdin, env=environment
    )
    out, error = done.stdout.decode(), done.stderr.decode()
    return subprocess.CompletedProcess(arguments, done.returncode, out, error)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("nosuch",), 2),
        (("load",), 2),
        (("load", "--nosuch", "x"), 2),
        (("serve", "--port", "99999"), 2),
        (("load", "missing.mrc"), 1),
        (("load", "/"), 1),
        (("load", "-"), 1),
        (("search", "x", "--sort", "nosuch"), 2),
        (("search", "x", "--filter", "nosuch=1"), 2),
        (("search", "x", "--filter", "not.year=1990"), 2),
        (("search", "x", "--sort", "nearest", "--branch", "MOON"), 2),
        (("show", "nosuchtitle00"), 1),
        (("show", "x", "--as", "nosuch"), 2),
    ],
)
def test_a_mistake_gets_a_sentence_and_an_exit_code(
    tmp_path: Path, arguments: tuple[str, ...], code: int
) -> None:
    done = run(tmp_path / "home", *arguments)
    assert done.returncode == code
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr


def test_load_reads_standard_input_and_ends_with_one_json_object(tmp_path: Path) -> None:
    content = (
        marc(record("1", "Emma"))
        + b"00099nam a2200049 i 4500garbage\x1e\x1d"
        + marc(record("2", "Persuasion"))
    )
    done = run(tmp_path / "home", "load", "-", "--json", stdin=content)
    report = json.loads(done.stdout.splitlines()[-1])
    assert done.returncode == 3
    assert (report["read"], report["loaded"], report["quarantined"]) == (3, 2, 1)
    assert sum(report["problems"].values()) >= 1
    quarantine = json.loads(run(tmp_path / "home", "quarantine", "--json").stdout)
    assert quarantine["quarantined"][0]["position"] == 2


def test_search_answers_with_the_promised_fields(tmp_path: Path) -> None:
    content = marc(record("1", "Emma", creator="Austen, Jane"))
    run(tmp_path / "home", "load", "-", stdin=content)
    done = run(tmp_path / "home", "search", "emma austen", "--json")
    answer = json.loads(done.stdout.splitlines()[-1])
    promised = {"total_titles", "total_works", "hits", "filters", "did_you_mean", "explained"}
    assert promised <= answer.keys()
    (hit,) = answer["hits"]
    assert hit["title"] == "Emma"
    assert hit["contributors"] == ["Austen, Jane"]
    assert {"title_id", "work_id", "format", "year", "language", "why", "source"} <= hit.keys()


def test_a_search_says_one_title_and_several_titles(tmp_path: Path) -> None:
    content = marc(record("1", "Emma", creator="Austen, Jane"))
    run(tmp_path / "home", "load", "-", stdin=content)
    assert "1 title, 1 work" in run(tmp_path / "home", "search", "emma").stdout.splitlines()
    meant = run(tmp_path / "home", "search", "emmma").stdout.splitlines()
    assert meant == ["0 titles, 0 works", "Did you mean “emma”? It finds 1 title."]


def test_describe_needs_no_library(tmp_path: Path) -> None:
    file = tmp_path / "one.mrc"
    file.write_bytes(marc(record("1", "Emma")))
    done = run(tmp_path / "home", "describe", str(file), "--jsonl")
    described = json.loads(done.stdout)
    assert described["description"]["title_proper"] == "Emma"
    assert described["position"] == 1
    assert not (tmp_path / "home").exists()


def test_worker_processes_load_what_one_process_loads(tmp_path: Path) -> None:
    file = tmp_path / "many.mrc"
    file.write_bytes(marc(*(record(f"n{n}", f"Title {n}") for n in range(1_500))))
    done = run(tmp_path / "home", "load", str(file), "--workers", "2", "--json")
    assert json.loads(done.stdout.splitlines()[-1])["loaded"] == 1_500
    found = run(tmp_path / "home", "search", "title", "--json")
    assert json.loads(found.stdout.splitlines()[-1])["total_titles"] == 1_500


def test_a_title_is_shown_as_json_marc_and_marcxml(tmp_path: Path) -> None:
    content = marc(record("1", "Emma"))
    run(tmp_path / "home", "load", "-", stdin=content)
    found = run(tmp_path / "home", "search", "emma", "--json").stdout.splitlines()[-1]
    title_id = json.loads(found)["hits"][0]["title_id"]
    assert json.loads(run(tmp_path / "home", "show", title_id).stdout)["title_id"] == title_id
    assert run(tmp_path / "home", "show", title_id, "--as", "marc").stdout.encode() == content
    assert (
        '<subfield code="a">Emma'
        in run(tmp_path / "home", "show", title_id, "--as", "marcxml").stdout
    )
