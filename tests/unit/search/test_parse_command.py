"""``commonplace parse`` shows how a reader's query, or another program's, is understood."""

import json

import pytest

from commonplace.cli.app import run_app


def test_a_mistake_is_explained_and_is_no_failure(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_app(["parse", "titel:middlemarch"]) == 0
    assert "Did you mean “title”?" in capsys.readouterr().out


def test_cql_is_understood_as_the_same_tree(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_app(["parse", "--cql", "--json", "dc.title = train sortby date"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["tree"] == {"kind": "words", "text": "train", "field": "title"}
    assert said["sort"] == "oldest"


def test_cql_is_written_as_xml(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_app(["parse", "--cql", "--xcql", "fish"]) == 0
    assert capsys.readouterr().out.startswith("<searchClause>\n  <index>cql.serverChoice</index>")


def test_refused_cql_is_told_with_its_number_and_fails(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_app(["parse", "--cql", "--json", "(a"]) == 2
    said = json.loads(capsys.readouterr().out)
    assert said["diagnostic"]["number"] == 10
    assert said["problems"] == [
        "The query is not written as CQL wants it: expected “)”, got the end."
    ]


def test_xml_without_cql_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_app(["parse", "--xcql", "fish"]) == 2
    assert "add --cql" in capsys.readouterr().err
