"""Promise 41: an index that hangs costs a reader two seconds once, and then nothing."""

import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

import pytest
from django.test import Client

from commonplace.config.home import Home
from commonplace.discovery import serving
from commonplace.discovery.directories import current_directory
from commonplace.search.engines import patience
from commonplace.search.engines.contract import Found, Request
from commonplace.search.engines.patience import EngineTooSlow, Patience
from commonplace.search.engines.tantivy.engine import TantivyEngine
from tests.faults.small import forget_everything, load_three_titles

SOON = 0.3


class Hanging(TantivyEngine):
    """An index on a disk that does not answer until it is let go."""

    def __init__(self, directory: Path) -> None:
        super().__init__(directory)
        self.let_go = Event()
        self.asked = 0

    def search(self, request: Request) -> Found:
        self.asked += 1
        self.let_go.wait(60)
        return super().search(request)


@pytest.fixture
def reader(sqlite_home: Home, tmp_path: Path) -> Client:
    """Somebody at a library of three titles."""
    assert sqlite_home
    return load_three_titles(tmp_path)


@pytest.fixture
def hanging(reader: Client, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hanging]:
    """The library's index, hanging; asked by nobody before."""
    assert reader
    directory = current_directory()
    assert directory is not None
    engine = Hanging(directory)
    mine = Patience()
    monkeypatch.setattr(patience, "BUDGET", SOON)
    monkeypatch.setattr(patience, "_patience", mine)
    monkeypatch.setattr(serving, "within_its_time", mine.ask)
    monkeypatch.setattr(serving, "serving_engine", lambda: engine)
    yield engine
    engine.let_go.set()
    forget_everything()


def test_the_page_says_that_search_is_slow_finds_beginnings_and_shows_where_to_browse(
    reader: Client, hanging: Hanging
) -> None:
    answer = reader.get("/search?q=emm")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Search is slow just now" in page
    assert "Emma" in page
    assert 'href="/new"' in page
    facts = reader.get("/search.json?q=emm").json()
    assert facts["is_trouble"]
    assert facts["is_slow"]
    assert hanging.asked == 1, "one wait, however much the pages ask"


def test_nobody_waits_while_an_answer_is_overdue(reader: Client, hanging: Hanging) -> None:
    reader.get("/search?q=emma")
    for address in ("/search?q=persuasion", "/suggest?q=emm", "/filter/subject", "/new", "/"):
        assert reader.get(address).status_code == 200
    assert hanging.asked == 1


def test_once_the_answer_is_there_the_index_is_asked_again_and_was_never_called_broken(
    reader: Client, hanging: Hanging
) -> None:
    assert reader.get("/search.json?q=emma").json()["is_slow"]
    hanging.let_go.set()
    until = time.monotonic() + 20
    while patience.is_overdue() and time.monotonic() < until:
        time.sleep(0.01)
    facts = reader.get("/search.json?q=emma").json()
    assert (facts["is_trouble"], facts["is_slow"], facts["total_titles"]) == (False, False, 1)


def test_every_few_seconds_one_question_is_let_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "BUDGET", 0.05)
    monkeypatch.setattr(patience, "REST", 0.1)
    let_go, asks, mine = Event(), [], Patience()

    def ask() -> bool:
        asks.append(1)
        return let_go.wait(60)

    for _ in range(40):
        with pytest.raises(EngineTooSlow):
            mine.ask(ask)
        time.sleep(0.03)
    assert 1 < len(asks) <= patience.MOST_OUT
    let_go.set()
    until = time.monotonic() + 20
    while mine.is_out and time.monotonic() < until:
        time.sleep(0.01)
    assert mine.ask(ask)


def test_many_may_ask_at_once_and_errors_come_through() -> None:
    mine, answers = Patience(), []
    threads = [Thread(target=lambda n=n: answers.append(mine.ask(lambda: n))) for n in range(50)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sorted(answers) == list(range(50))
    with pytest.raises(ZeroDivisionError):
        mine.ask(lambda: 1 / 0)
    assert not mine.is_out
