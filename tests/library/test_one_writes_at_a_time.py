"""Loads, settlings and staff at the same moment: who waits for whom, and how long."""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import OperationalError, connections, transaction

from commonplace.catalogue.corrections.in_force import ours
from commonplace.catalogue.grouping import deciding, settling
from commonplace.catalogue.grouping.deciding import By, join
from commonplace.catalogue.stores import DERIVED, Row, Table, select
from commonplace.catalogue.storing import EVIDENCE, hold_works
from commonplace.config.home import Home
from commonplace.discovery.settling import settle_changes
from commonplace.ingest import mending
from commonplace.ingest.ledger import only_one_load
from commonplace.ingest.loading import LoadOptions, load
from commonplace.ingest.mending import asked_of, correct
from commonplace.patrons.queries import KnownAccount
from tests.library.contributing import book, take_in, title_of, work_of

STAFF = By("1", "Ada")
ADA = KnownAccount("1", "Ada", is_staff=True)
TALE = book("t1", "The hobbit", "Tolkien, J. R. R.")
OTHER = book("t2", "Silmarillion", "Tolkien, J. R. R.")


@contextmanager
def somebody_writes(seconds: float) -> Iterator[None]:
    """Somebody else writes the rows for so long, from before the block begins."""
    began = threading.Event()

    def write() -> None:
        with transaction.atomic(DERIVED):
            hold_works()
            select(DERIVED, "SELECT count(*) FROM rows_title")
            began.set()
            time.sleep(seconds)
        connections.close_all()

    other = threading.Thread(target=write)
    other.start()
    assert began.wait(10)
    try:
        yield
    finally:
        other.join()


def impatient(home: Home) -> None:
    """Databases on which a page gives up at once."""
    assert home.path.is_dir()
    if connections[DERIVED].vendor == "sqlite":
        select(DERIVED, "PRAGMA busy_timeout = 100")


def seconds_of(deed: Callable[[], Any]) -> float:
    """How long it takes."""
    began = time.monotonic()
    deed()
    return time.monotonic() - began


def test_a_load_waits_for_a_settling_that_takes_long(home: Home, tmp_path: Path) -> None:
    impatient(home)
    file = tmp_path / "one.mrc"
    file.write_bytes(TALE)
    with somebody_writes(1.0):
        assert seconds_of(lambda: load([str(file)], LoadOptions(), lambda *_: None)) > 0.8
    assert work_of("t1")
    if connections[DERIVED].vendor == "sqlite":
        assert select(DERIVED, "PRAGMA busy_timeout") == [(100,)], "a page gives up at once again"


def test_staff_wait_a_moment_and_the_follower_does_the_rest(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_in([TALE, OTHER])
    impatient(home)
    monkeypatch.setattr(deciding, "PATIENCE", 1)
    works = {work_of("t1"), work_of("t2")}
    with somebody_writes(3.0):
        assert seconds_of(lambda: join(works, by=STAFF, reason="One")) < 2.5
        assert work_of("t1") != work_of("t2")
    settle_changes()
    assert work_of("t1") == work_of("t2")


def test_a_correction_is_kept_and_mended_later_when_somebody_writes_for_long(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_in([TALE])
    impatient(home)
    monkeypatch.setattr(mending, "PATIENCE", 1)
    asked = asked_of(title_of("t1"), "title_proper", "The Hobbit", reason="Capital")
    with somebody_writes(3.0):
        assert correct(asked, by=ADA) is False
    assert ours(title_of("t1")) is not None
    assert mending.finish() == 1


def test_a_load_does_not_fail_because_a_colleague_corrects_a_title_just_then(
    home: Home, tmp_path: Path
) -> None:
    file = tmp_path / "one.mrc"
    file.write_bytes(TALE)
    ready = threading.Event()

    def hold() -> None:
        with only_one_load(settings.HOME.path):
            ready.set()
            time.sleep(0.2)
        connections.close_all()

    other = threading.Thread(target=hold)
    other.start()
    assert ready.wait(10)
    load([str(file)], LoadOptions(), lambda *_: None)
    other.join()
    assert home.path == settings.HOME.path


@pytest.mark.usefixtures("home")
def test_a_settling_obeys_what_was_decided_while_it_waited(monkeypatch: pytest.MonkeyPatch) -> None:
    take_in([TALE, OTHER])
    works = {work_of("t1"), work_of("t2")}

    def decide_first(seconds: int = 0) -> None:
        monkeypatch.setattr(settling, "hold_works", hold_works)
        with monkeypatch.context() as later:
            later.setattr(deciding, "settle_now", lambda *_, **__: busy())
            join(works, by=STAFF, reason="One")
        hold_works(seconds)

    monkeypatch.setattr(settling, "hold_works", decide_first)
    settling.settle([title_of("t1")])
    assert work_of("t1") == work_of("t2")


def busy() -> None:
    """As when somebody else writes."""
    raise OperationalError


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("more", [0, 30])
def test_of_equal_rows_the_first_is_put_new_and_the_last_is_put_on_either_database(
    more: int,
) -> None:
    others = [(value, 1, 1, 1) for value in range(100, 100 + more)]
    assert kinds(EVIDENCE.put_new, [(1, 1, 1, 3), (1, 1, 1, 2), *others]) == [(3,)]
    table = Table(DERIVED, "rows_evidence", EVIDENCE.columns, same=EVIDENCE.same)
    assert kinds(table.put, [(1, 1, 1, 3), (1, 1, 1, 2), *others]) == [(2,)]


def kinds(put: Callable[[Sequence[Row]], None], rows: Sequence[Row]) -> list[tuple[int]]:
    """The kind that stands after these rows were put."""
    with transaction.atomic(DERIVED):
        put(rows)
    return select(DERIVED, "SELECT kind FROM rows_evidence WHERE value = 1")
