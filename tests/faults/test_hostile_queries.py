"""Promises 31 to 40, and 45 as far as there is CQL: hostile queries, through every face.

Each gets a page with a sentence, never everything there is, and the next reader is answered.
"""

import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import urlopen

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from commonplace.cli.app import run_app
from commonplace.config.home import Home
from commonplace.discovery.answers import Asked
from commonplace.discovery.searching import find
from commonplace.ingest.preparing import prepare_stores
from commonplace.search.query.cql import CqlRefused
from tests.conftest import point_at
from tests.faults.hostile import CQL, TEXTS, addresses
from tests.faults.small import load_three_titles

ALL = 3
PLAIN = {200, 400}
# What asks for all three by right: each has a word or a number that every title has.
FOR_EVERYTHING = {"every record in CQL"}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Home]:
    """A library of three titles, loaded once."""
    folder = tmp_path_factory.mktemp("hostile")
    home = Home(folder / "home")
    with pytest.MonkeyPatch.context() as environment:
        environment.delenv("COMMONPLACE_DATABASE_URL", raising=False)
        environment.setenv("COMMONPLACE_HOME", str(home.path))
        home.prepare()
        point_at(home)
        prepare_stores()
        load_three_titles(folder)
        yield home


@pytest.fixture
def reader(home: Home, monkeypatch: pytest.MonkeyPatch) -> Client:
    """Somebody with bad intentions."""
    monkeypatch.setenv("COMMONPLACE_HOME", str(home.path))
    point_at(home)
    return Client(SERVER_NAME="localhost", raise_request_exception=True)


@pytest.mark.parametrize("what", addresses())
def test_every_page_of_finding_answers_plainly(reader: Client, what: str) -> None:
    query = addresses()[what]
    page = reader.get(f"/search?{query}", follow=True)
    assert page.status_code in PLAIN
    assert b"<h1" in page.content
    assert b"Traceback" not in page.content
    assert reader.get(f"/suggest?{query}", follow=True).status_code in PLAIN
    assert reader.get(f"/suggest.json?{query}", follow=True).status_code in PLAIN
    facts = reader.get(f"/search.json?{query}", follow=True).json()
    assert facts.get("total_titles", 0) < ALL, "never everything there is"
    assert reader.get("/search.json?q=emma").json()["total_titles"] == 1


SIMPLIFIED = (
    "200 kB", "10,000 words", "5,000 ANDs", "40,000 brackets", "40,000 closing brackets",
    "brackets with words", "a lone quote", "a star", "only exclusions", "an unknown field",
    "an unknown value", "an unknown number", "a range that is turned", "a range without a field",
    "Han without a space", "brackets in pairs", "stars within", "a minus", "a caret",
)  # fmt: skip


@pytest.mark.parametrize("what", SIMPLIFIED)
def test_what_was_simplified_or_left_out_is_said(reader: Client, what: str) -> None:
    facts = reader.get(f"/search.json?{addresses()[what]}", follow=True).json()
    assert facts["problems"]
    assert all(sentence.endswith((".", "?")) for sentence in facts["problems"])
    page = reader.get(f"/search?{addresses()[what]}", follow=True).content.decode()
    assert page.count('class="mean-it"') >= len(facts["problems"])


@pytest.mark.parametrize("what", CQL)
def test_hostile_cql_is_answered_or_refused_with_a_number(home: Home, what: str) -> None:
    point_at(home)
    number, total = _cql(CQL[what])
    assert number or total < ALL or what in FOR_EVERYTHING


def _cql(text: str) -> tuple[int, int]:
    """The number of the refusal, or how many titles are found."""
    try:
        return 0, find(Asked(text, is_cql=True)).total_titles
    except CqlRefused as refused:
        return refused.diagnostic.number, 0


COMMANDS = ("search", "suggest", "parse")
FOR_A_SHELL = [name for name, text in TEXTS.items() if "\0" not in text and len(text) < 100_000]


@pytest.mark.parametrize("what", FOR_A_SHELL)
def test_commands_answer_plainly(
    reader: Client, what: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert reader
    for command in COMMANDS:
        code = run_app([command, "--json", "--", TEXTS[what]])
        said = capsys.readouterr()
        assert code == 0, said.err
        assert "Traceback" not in said.err
        json.loads(said.out)
    assert run_app(["search", "--cql", "--", TEXTS[what]]) in {0, 2}
    assert "Traceback" not in capsys.readouterr().err


ANY = st.one_of(
    st.text(max_size=60),
    st.lists(
        st.sampled_from([*'()"*-:[]^~?/\\', " ", "AND", "OR", "NOT", "ti:", "py:", "fo:", "br:",
                         "x", "TO", "\u202e", "\ud800", "\0", "\u200d"]),
        max_size=20,
    ).map("".join),
)  # fmt: skip


@settings(max_examples=150)
@given(ANY)
def test_no_text_finds_everything_unless_it_is_empty(home: Home, typed: str) -> None:
    point_at(home)
    answer = find(Asked(typed))
    assert answer.explained
    assert all(each.sentence for each in answer.problems)
    if typed.strip():
        assert answer.total_titles < ALL or "x" in typed


@settings(max_examples=80)
@given(st.binary(max_size=60), st.sampled_from(["q", "field", "sort", "page", "year", "subject"]))
def test_any_bytes_in_an_address_are_answered(home: Home, given_: bytes, name: str) -> None:
    point_at(home)
    client = Client(SERVER_NAME="localhost", raise_request_exception=True)
    for page in ("/search", "/search.json", "/suggest.json"):
        assert client.get(f"{page}?{name}={quote(given_)}", follow=True).status_code in PLAIN


def test_the_server_answers_every_one_of_them_and_lives(home: Home) -> None:
    """The real one, over a socket, as a stranger sees it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = [sys.executable, "-m", "commonplace.config.command", "--home", str(home.path)]
    serving = subprocess.Popen(
        [*command, "serve", "--port", str(port), "--workers", "1"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        _wait_for(port, serving)
        for what, query in addresses().items():
            for page in ("search", "search.json", "suggest.json"):
                status = _status(f"http://127.0.0.1:{port}/{page}?{query}")
                assert status in {200, 400, 404, 413, 414, 431}, (what, page)
            assert _total(port, "emma") == 1, what
    finally:
        serving.terminate()
        _, said = serving.communicate(timeout=30)
    assert "Traceback" not in said
    assert "panicked" not in said


def _wait_for(port: int, serving: "subprocess.Popen[str]") -> None:
    for _ in range(300):
        assert serving.poll() is None
        try:
            with urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5):
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail("the server did not come up")


def _status(address: str) -> int:
    """How the server answers; 414 where it does not even read so long an address."""
    try:
        with urlopen(address, timeout=30) as answer:  # noqa: S310 -- our own server
            return int(answer.status)
    except HTTPError as error:
        return error.code
    except (ConnectionError, OSError):
        assert len(address) > 10_000
        return 414


def _total(port: int, typed: str) -> Any:
    with urlopen(f"http://127.0.0.1:{port}/search.json?q={typed}", timeout=30) as answer:
        return json.load(answer)["total_titles"]
