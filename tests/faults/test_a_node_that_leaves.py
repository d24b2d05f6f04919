"""Promise 42, on a real cluster: half of it goes while readers search, and they do not notice."""

import os
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from threading import Event, Thread

import pytest

from commonplace.search.engines.contract import Request
from commonplace.search.engines.errors import EngineError
from commonplace.search.engines.opensearch.address import cluster_address
from commonplace.search.engines.opensearch.cluster import Cluster
from commonplace.search.engines.opensearch.engine import OpenSearchEngine
from commonplace.search.engines.opensearch.indexes import Indexes
from commonplace.search.query.tree import Words
from tests.conformance.engines import title

TRAINS = [title(f"Train {number}") for number in range(40)]
FOUND = Request(Words("train"), counts=("format",))
PATIENT = 60.0


@pytest.fixture
def name() -> str:
    """A library's name that no other test has."""
    return f"leaving-{os.urandom(4).hex()}"


@pytest.fixture
def cluster(opensearch: str, name: str) -> Iterator[Cluster]:
    """The tests' cluster, with each part of an index on both nodes."""
    address = f"{opensearch}/{name}?shards=2&copies=1"
    cluster = Cluster(cluster_address(address), budget=PATIENT)
    yield cluster
    Indexes(cluster).retire()
    cluster.close()


@pytest.fixture
def served(cluster: Cluster) -> OpenSearchEngine:
    """Forty trains, served under the library's name."""
    kept = Indexes(cluster)
    index = kept.make(to_be_filled=True)
    OpenSearchEngine(cluster, index).add(TRAINS)
    kept.take_over(index)
    return OpenSearchEngine(cluster, kept.alias)


class Readers:
    """Some who search all the time, and what they were answered."""

    def __init__(self, engine: OpenSearchEngine, how_many: int = 3) -> None:
        self._engine = engine
        self._enough = Event()
        self.totals: list[int] = []
        self.failures: list[str] = []
        self._threads = [Thread(target=self._read) for _ in range(how_many)]

    def __enter__(self) -> "Readers":
        for each in self._threads:
            each.start()
        self.wait_for(5)
        return self

    def __exit__(self, *_error: object) -> None:
        self._enough.set()
        for each in self._threads:
            each.join()

    def wait_for(self, more: int) -> None:
        """Go on once so many more were answered."""
        wanted = len(self.totals) + more
        _until(lambda: len(self.totals) >= wanted or bool(self.failures))

    def _read(self) -> None:
        while not self._enough.is_set():
            try:
                self.totals.append(self._engine.search(FOUND).total)
            except EngineError as error:
                self.failures.append(str(error))


def test_when_the_first_copies_are_lost_the_second_answer(
    cluster: Cluster, served: OpenSearchEngine
) -> None:
    (index,) = Indexes(cluster)._others("")
    _comes_to(cluster, index, "green")
    with Readers(served) as readers:
        for node, shard in _first_copies(cluster, index):
            lost = {"index": index, "shard": shard, "node": node, "allow_primary": True}
            cluster.ask("POST", "/_cluster/reroute", {"commands": [{"cancel": lost}]})
            readers.wait_for(5)
        _comes_to(cluster, index, "green")
        readers.wait_for(5)
    assert readers.failures == []
    assert set(readers.totals) == {len(TRAINS)}
    assert served.health().is_well


def _first_copies(cluster: Cluster, index: str) -> list[tuple[str, int]]:
    found = cluster.ask("GET", f"/{index}/_search_shards")["shards"]
    copies = [copy for shard in found for copy in shard if copy["primary"]]
    return [(copy["node"], copy["shard"]) for copy in copies]


def test_an_index_without_its_copies_answers_and_says_so(
    cluster: Cluster, served: OpenSearchEngine
) -> None:
    (index,) = Indexes(cluster)._others("")
    more = {"index.auto_expand_replicas": "false", "index.number_of_replicas": 2}
    cluster.ask("PUT", f"/{index}/_settings", more)
    _until(lambda: bool(served.health().sentence))
    health = served.health()
    assert (health.is_well, health.titles) == (True, len(TRAINS))
    assert "2 copies of parts have no node yet (the cluster is yellow)" in health.sentence
    assert served.search(FOUND).total == len(TRAINS)


def test_when_the_node_that_is_asked_goes_the_other_is_asked(
    opensearch: str, name: str, served: OpenSearchEngine
) -> None:
    assert served
    one, other = opensearch.removeprefix("http://").split(",")
    gate = Gate(one)
    address = f"http://127.0.0.1:{gate.port},{other}/{name}"
    cluster = Cluster(cluster_address(address), budget=PATIENT)
    with Readers(OpenSearchEngine(cluster, name)) as readers:
        gate.shut()
        readers.wait_for(20)
    cluster.close()
    assert set(readers.totals) == {len(TRAINS)}
    assert readers.failures == []


class Gate:
    """Lets what is said through to a node, until it is shut."""

    def __init__(self, node: str) -> None:
        host, _, port = node.rpartition(":")
        self._node = (host, int(port))
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port = self._server.getsockname()[1]
        self._open: list[socket.socket] = []
        self._passing: list[Thread] = []
        self._letting_in = Thread(target=self._let_in)
        self._letting_in.start()

    def shut(self) -> None:
        """Cut everybody off in the middle of a word."""
        self._server.shutdown(socket.SHUT_RDWR)
        self._letting_in.join()
        self._server.close()
        for each in self._open:
            with suppress(OSError):  # gone already
                each.shutdown(socket.SHUT_RDWR)
        for thread in self._passing:
            thread.join()
        for each in self._open:
            each.close()

    def _let_in(self) -> None:
        with suppress(OSError):  # shut
            while True:
                inside, _ = self._server.accept()
                outside = socket.create_connection(self._node)
                self._open += [inside, outside]
                for pair in ((inside, outside), (outside, inside)):
                    self._passing.append(Thread(target=_pass_on, args=pair))
                    self._passing[-1].start()


def _pass_on(here: socket.socket, there: socket.socket) -> None:
    with suppress(OSError):
        while said := here.recv(65_536):
            there.sendall(said)
        there.shutdown(socket.SHUT_WR)


def _comes_to(cluster: Cluster, index: str, status: str) -> None:
    found = cluster.ask("GET", f"/_cluster/health/{index}", wait_for_status=status, timeout="50s")
    assert found["status"] == status


def _until(is_so: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENT
    while not is_so() and time.monotonic() < until:
        time.sleep(0.01)
