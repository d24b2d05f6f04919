"""Promises 21 and 26: a load killed at any moment resumes to the state of an uninterrupted one."""

import hashlib
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from commonplace.catalogue.stores import DERIVED, select
from commonplace.ingest.writing import Writer
from tests.library.contributing import book, take_in
from tests.making import field, marc, record

RECORDS = 6_000
TABLES = {
    "derived": (
        "SELECT title_id, work_id, control_number, description FROM rows_title ORDER BY title_id",
        "SELECT title_id, branch, call_number, status FROM holdings_item ORDER BY title_id",
        "SELECT scheme, shelf_key, title_id FROM browse_shelfplace ORDER BY title_id",
        "SELECT heading_id, label FROM browse_headingrow ORDER BY heading_id",
        "SELECT key_id, work_key, work_id FROM rows_workkey ORDER BY key_id",
        "SELECT value, title, key, kind FROM rows_evidence ORDER BY value, title",
    ),
    "records": (
        "SELECT title_id, control_number, content FROM catalogue_sourcerecord ORDER BY title_id",
    ),
    "precious": ("SELECT title_id FROM catalogue_issuedtitle ORDER BY title_id",),
}


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file long enough to be cut off in the middle."""
    path = tmp_path_factory.mktemp("export") / "export.mrc"
    made = (
        record(
            f"n{n}",
            f"Title number {n}",
            field("650", f"a Subject {n % 97}"),
            field("952", "a MAIN", f"o 305.{n % 50} ABC", f"p {n:08}"),
            creator=f"Author {n % 1_000}",
        )
        for n in range(RECORDS)
    )
    path.write_bytes(marc(*made))
    return path


def command(home: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "commonplace.config.command", "--home", str(home), *arguments]


def run(home: Path, *arguments: str) -> str:
    environment = os.environ | {"COMMONPLACE_HOME": str(home)}
    done = subprocess.run(
        command(home, *arguments), check=True, capture_output=True, text=True, env=environment
    )
    return done.stdout.splitlines()[-1]


def state(home: Path) -> dict[str, str]:
    """A hash of what every table holds, without times and row numbers."""
    hashes = {}
    for store, statements in TABLES.items():
        with sqlite3.connect(home / f"{store}.sqlite3") as database:
            for sql in statements:
                hashed = hashlib.sha256()
                for row in database.execute(sql):
                    hashed.update(repr(row).encode())
                hashes[sql] = hashed.hexdigest()
        database.close()
    return hashes


def test_a_load_killed_again_and_again_ends_as_one_that_was_not(
    export: Path, tmp_path: Path
) -> None:
    run(tmp_path / "whole", "load", str(export), "--workers", "0")
    cut = tmp_path / "cut"
    for delay in (0.9, 1.3, 1.8):
        loading = subprocess.Popen(
            command(cut, "load", str(export), "--workers", "0"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(delay)
        loading.send_signal(signal.SIGKILL)
        loading.wait()
    report = json.loads(run(cut, "load", str(export), "--workers", "0", "--json"))
    assert report["read"] == RECORDS
    assert report["loaded"] + report["unchanged"] == RECORDS
    assert state(cut) == state(tmp_path / "whole")
    found = json.loads(run(cut, "search", "title number", "--json"))
    assert found["total_titles"] == RECORDS


def test_a_second_load_is_told_that_one_is_running(export: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    first = subprocess.Popen(
        command(home, "load", str(export), "--workers", "0"), stdout=subprocess.DEVNULL
    )
    lock = home / "load.lock"
    until = time.monotonic() + 20
    while time.monotonic() < until and not (lock.exists() and lock.read_text()):
        time.sleep(0.02)
    second = subprocess.run(
        command(home, "load", str(export)), check=False, capture_output=True, text=True
    )
    first.wait()
    assert second.returncode == 1
    assert "already running (process" in second.stderr
    assert "Traceback" not in second.stderr


class Killed(Exception):
    """The process is gone at this point."""


@pytest.mark.usefixtures("home")
def test_what_a_killed_load_left_half_written_is_put_right_by_another_load() -> None:
    """One that is never resumed, because its file is a newer one by then."""
    old, new = book("t1", "The hobbit", "Tolkien"), book("t1", "Bilbo", "Tolkien")
    other = book("t2", "Silmarillion", "Tolkien")
    take_in([old, other])
    before = titles()
    with pytest.MonkeyPatch.context() as patch, suppress(Killed):
        patch.setattr(Writer, "_write_records", killed)
        take_in([new, other.replace(b"cam a", b"dam a", 1)])
    assert titles() != before
    take_in([old, other])
    assert titles() == before


def killed(*_args: object) -> None:
    """Stands in for what a killed process did not come to."""
    raise Killed


def titles() -> list[tuple[str, str]]:
    """The titles pages show, each with its own key."""
    return select(DERIVED, "SELECT title_id, key_id FROM rows_title ORDER BY title_id")
