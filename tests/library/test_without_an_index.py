"""When the index cannot answer, every page of finding still does: less, and plainly."""

from itertools import cycle
from pathlib import Path

import pytest
from django.test import Client
from structlog.testing import capture_logs

from commonplace.config.home import Home
from commonplace.discovery import indexes, serving
from commonplace.discovery.suggesting.completing import forget_completions
from commonplace.ingest.loading import LoadOptions, load
from commonplace.search.engines.patience import EngineTooSlow
from tests.making import field, marc, record


@pytest.fixture
def reader(sqlite_home: Home, tmp_path: Path) -> Client:
    """Somebody at a library whose index broke."""
    assert sqlite_home
    subject = field("650", "a Villages", indicators=" 0")
    (tmp_path / "all.mrc").write_bytes(marc(record("1", "Emma", subject, creator="Austen, Jane")))
    load([str(tmp_path / "all.mrc")], LoadOptions(workers=0), lambda _name, _read: None)
    indexes.note_failure()
    forget_completions()
    return Client(SERVER_NAME="localhost")


@pytest.mark.parametrize(
    "address",
    [
        "/suggest?q=emma", "/filter/subject", "/filter/subject?find=vil", "/filter/year",
        "/search?q=ema", "/search?q=emma&age=7", "/filters", "/wish", "/new",
    ],
)  # fmt: skip
def test_every_page_of_finding_answers_without_an_index(reader: Client, address: str) -> None:
    assert reader.get(address).status_code == 200
    page, _, query = address.partition("?")
    assert reader.get(f"{page}.json", QUERY_STRING=query).status_code == 200


def test_what_begins_so_is_still_found_and_nothing_is_made_up(reader: Client) -> None:
    found = reader.get("/search.json?q=emm").json()
    assert found["is_trouble"]
    assert [each["title"] for each in found["works"]] == ["Emma"]
    assert reader.get("/search.json?q=ema").json()["did_you_mean"] == []
    assert reader.get("/suggest.json?q=emma").json()["groups"] == []


def test_the_log_says_once_that_the_index_is_broken(reader: Client) -> None:
    with capture_logs() as lines:
        for _ in range(5):
            assert reader.get("/search.json?q=emm").json()["is_trouble"]
    assert [line["event"] for line in lines] == ["index_failed"]


def test_troubles_that_come_by_turns_are_each_said_once(monkeypatch: pytest.MonkeyPatch) -> None:
    troubles = cycle(["no answer in time", "not asked, an answer is overdue"])

    def engine() -> None:
        raise EngineTooSlow(next(troubles))

    monkeypatch.setattr(serving, "serving_engine", engine)
    with capture_logs() as lines:
        for _ in range(6):
            assert serving.asked_of_engine(lambda _engine: "an answer", "none") == "none"
    assert [line["reason"] for line in lines] == [
        "no answer in time",
        "not asked, an answer is overdue",
    ]
