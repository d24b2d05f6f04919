"""A library served by the command itself, and a crowd of readers who search it all the while."""

import http.client
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread
from typing import Any
from urllib.parse import urlencode

from commonplace.records.record import WholeRecord
from tests.making import field as marc_field
from tests.making import marc, record

HOST = "127.0.0.1"
READERS = 50
PAUSE = 0.4
MOST_SEARCHES = 10_000
STARTING, ANSWERING = 60.0, 60.0
LOOK = 0.05
_COMMAND = (sys.executable, "-m", "commonplace.config.command")


def export(titles: int) -> bytes:
    """A library's export, with something to find for every search of the crowd."""
    return marc(
        *(
            record(
                f"n{n}",
                f"Title number {n}",
                marc_field("650", f"a Subject {n % 97}"),
                marc_field("952", f"a {('MAIN', 'EAST')[n % 2]}", f"o 305.{n % 50} ABC", f"p {n}"),
                creator=f"Author {n % 500}",
            )
            for n in range(titles)
        )
    )


def run(home: Path, *arguments: str) -> None:
    """One command in this home, to its end."""
    done = subprocess.run(
        [*_COMMAND, *arguments], check=False, capture_output=True, text=True, env=_at(home)
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(arguments)}: {done.stderr}")


@contextmanager
def served(home: Path, workers: int = 2) -> Iterator[int]:
    """The library of this home, served: the port it listens at."""
    with socket.socket() as free:
        free.bind((HOST, 0))
        port = int(free.getsockname()[1])
    server = subprocess.Popen(
        [*_COMMAND, "serve", "--port", str(port), "--workers", str(workers)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=_at(home),
    )
    try:
        _wait_for(port, server)
        yield port
    finally:
        server.terminate()
        server.wait(30)


def _at(home: Path) -> dict[str, str]:
    return os.environ | {"COMMONPLACE_HOME": str(home)}


def _wait_for(port: int, server: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + STARTING
    while server.poll() is None and time.monotonic() < until:
        try:
            with Reader(port) as reader:
                reader.search(q="title")
        except (OSError, http.client.HTTPException):
            time.sleep(LOOK)
        else:
            return
    raise RuntimeError("the library could not be served")


class Reader:
    """Somebody with one connection, kept open."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection(HOST, port, timeout=ANSWERING)

    def __enter__(self) -> "Reader":
        return self

    def __exit__(self, *_: object) -> None:
        self.leave()

    def leave(self) -> None:
        """Hang up; the next search calls again."""
        self._connection.close()

    def search(self, **asked: str) -> dict[str, Any]:
        """What a search answers. Raises ``HTTPException`` for anything but an answer."""
        self._connection.request("GET", f"/search.json?{urlencode(asked)}")
        answer = self._connection.getresponse()
        said = answer.read()
        if answer.status != http.HTTPStatus.OK:
            raise http.client.HTTPException(f"{answer.status} for {asked}: {said[:200]!r}")
        found: dict[str, Any] = json.loads(said)
        return found


@dataclass
class Crowd:
    """Readers who search until they are told to stop, and what was wrong with their answers.

    Each asks for what is there, so an answer with nothing in it is as wrong as none.
    """

    port: int
    titles: int
    readers: int = READERS
    pause: float = PAUSE
    seconds: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    _stop: Event = field(default_factory=Event)
    _threads: list[Thread] = field(default_factory=list)

    def __enter__(self) -> "Crowd":
        self._threads = [Thread(target=self._read, args=(n,)) for n in range(self.readers)]
        for each in self._threads:
            each.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        for each in self._threads:
            each.join()

    def _read(self, number: int) -> None:
        with Reader(self.port) as reader:
            for turn in range(MOST_SEARCHES):
                if self._stop.wait(self.pause * (0.5 + number / self.readers)):
                    return
                n = (number * 37 + turn * 101) % self.titles
                began = time.monotonic()
                self._look(reader, _QUESTIONS[turn % len(_QUESTIONS)].format(n=n, s=n % 97))
                self.seconds.append(time.monotonic() - began)

    def _look(self, reader: Reader, question: str) -> None:
        try:
            answer = reader.search(q=question)
        except (OSError, http.client.HTTPException, ValueError) as error:
            reader.leave()
            self.wrong.append(repr(error))
            return
        if not answer["total_titles"] or answer["is_trouble"]:
            kind = "trouble" if answer["is_trouble"] else "nothing"
            self.wrong.append(f"{kind} for {question}")


_QUESTIONS = ("title number {n}", "ti:{n}", "subject {s}", "number author")


def seconds_until(port: int, began: float, **asked: str) -> float:
    """How long after ``began`` this search first finds something. Raises where it never does."""
    with Reader(port) as reader:
        while time.monotonic() - began < ANSWERING:
            if reader.search(**asked)["total_titles"]:
                return time.monotonic() - began
            time.sleep(LOOK)
    raise AssertionError(f"{asked} was not found within {ANSWERING} seconds")


def edda(branch: str, number: str = "new", word: str = "Quixotic") -> WholeRecord:
    """One title with a copy at this branch."""
    copy = marc_field("952", f"a {branch}", "o 839 EDDA", "p 90001")
    return record(number, f"{word} Edda", copy)


def write(path: Path, *records: WholeRecord) -> str:
    """A file of these records; its path."""
    path.write_bytes(marc(*records))
    return str(path)


def write_rows(path: Path, rows: Sequence[Mapping[str, object]]) -> str:
    """A file of these rows, as JSON lines; its path."""
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return str(path)
