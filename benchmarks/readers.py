"""Readers at a served library: how soon it answers, how many pages a second, what a worker weighs.

The server is the command, with two workers; readers are threads with a connection each that ask
one thing after another, each query once, so that nothing that was asked is remembered.
"""

import contextlib
import http.client
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path
from queue import Empty, Queue
from urllib.parse import urlencode

from benchmarks.tables import milliseconds, table

HOST = "127.0.0.1"
WORKERS = 2
READERS = 8
WARMING = 50
_PATIENCE = 120.0
_PRIVATE = "Private_Dirty:"


def measure(searches: Sequence[str], title_ids: Sequence[str]) -> str:
    """The tables: pages a second by kind of page, and the server itself."""
    asked = list(dict.fromkeys(f"/search?{urlencode({'q': text})}" for text in searches))
    kinds = {
        "results, titles, names and subjects searched once each": asked[WARMING:],
        "the same, two of three asked before": _as_asked(asked[WARMING:]),
        "titles": [f"/title/{each}" for each in title_ids],
        "completions, each once": [
            f"/suggest?{urlencode({'q': text[: 3 + n % 6]})}" for n, text in enumerate(searches)
        ],
    }
    with _served() as (port, pid, started):
        _asked(port, asked[:WARMING])
        rows = [[kind, *_asked(port, addresses)] for kind, addresses in kinds.items()]
        weight = max(_private_memory(each) for each in _workers(pid))
    head = [f"{READERS} readers at {WORKERS} workers", "pages", "pages/s", "p50 ms", "p95 ms"]
    server = [
        ["from the command to the first page, s", f"{started:.1f}"],
        ["private memory of the largest worker, MB", f"{weight:,.0f}"],
    ]
    return table(head, rows) + "\n" + table(["serve", "figure"], server)


def _as_asked(addresses: Sequence[str]) -> list[str]:
    """Searches as a day has them: much is asked again soon after."""
    return [each for n in range(0, len(addresses), 8) for each in [*addresses[n : n + 8]] * 3]


@contextlib.contextmanager
def _served() -> Iterator[tuple[int, int, float]]:
    """A library that is served: its port, the process, and how long its first page took."""
    with socket.socket() as free:
        free.bind((HOST, 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "commonplace.config.command", "serve"]
    began = time.monotonic()
    server = subprocess.Popen(
        [*command, "--port", str(port), "--workers", str(WORKERS)], stdout=subprocess.DEVNULL
    )
    try:
        while not _answers(port):
            if server.poll() is not None or time.monotonic() - began > _PATIENCE:
                raise RuntimeError("the library could not be served")
            time.sleep(0.05)
        yield port, server.pid, time.monotonic() - began
    finally:
        server.terminate()
        server.wait(30)


def _answers(port: int) -> bool:
    try:
        return _Reader(port).seconds("/") > 0
    except OSError:
        return False


class _Reader:
    """One connection, kept open."""

    def __init__(self, port: int):
        self._connection = http.client.HTTPConnection(HOST, port, timeout=_PATIENCE)

    def seconds(self, address: str) -> float:
        """How long one page takes; raises ``RuntimeError`` for one that fails."""
        began = time.perf_counter()
        self._connection.request("GET", address, headers={"Accept": "text/html"})
        answer = self._connection.getresponse()
        answer.read()
        if answer.status >= 400:
            raise RuntimeError(f"{address} answered {answer.status}")
        return time.perf_counter() - began


def _asked(port: int, addresses: Sequence[str]) -> list[str]:
    waiting: Queue[str] = Queue()
    for address in addresses:
        waiting.put(address)
    began = time.perf_counter()
    with ThreadPoolExecutor(READERS) as readers:
        reading = [readers.submit(_read_on, port, waiting) for _ in range(READERS)]
        taken = [seconds for each in reading for seconds in each.result()]
    per_second = len(taken) / (time.perf_counter() - began)
    return [f"{len(taken):,}", f"{per_second:,.0f}", *islice(milliseconds(taken), 2)]


def _read_on(port: int, waiting: "Queue[str]") -> list[float]:
    reader, taken = _Reader(port), []
    with contextlib.suppress(Empty):
        while True:
            taken.append(reader.seconds(waiting.get_nowait()))
    return taken


def _workers(pid: int) -> list[int]:
    """The processes that a process started, and those that they started."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    return [each for child in map(int, children) for each in (child, *_workers(child))]


def _private_memory(pid: int) -> float:
    """What a process has for itself, in MB; the index, mapped from its files, is not counted."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith(_PRIVATE)) / 1024
