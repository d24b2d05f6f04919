"""A cluster that is down, slow, red, busy or of another layout: said, in time, and never half an
answer."""

import shutil
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

import pytest

from commonplace.search.engines.contract import Document, Request
from commonplace.search.engines.errors import EngineError
from commonplace.search.engines.layout import prepare
from commonplace.search.engines.opensearch import indexes
from commonplace.search.engines.opensearch.address import cluster_address
from commonplace.search.engines.opensearch.cluster import Cluster
from commonplace.search.engines.opensearch.engine import OpenSearchEngine
from commonplace.search.engines.opensearch.errors import (
    ClusterBusy,
    ClusterRefused,
    ClusterUnavailable,
    NoSuchIndex,
)
from commonplace.search.engines.opensearch.indexes import Indexes
from commonplace.search.engines.opensearch.writing import Writing
from commonplace.search.query.tree import Words
from tests.conformance.engines import title

TRAIN = title("Last train home", facets={"format": ["dvd"]})
FOUND = Request(Words("train"), counts=("format",))


@pytest.fixture
def cluster(opensearch: str) -> Iterator[Cluster]:
    """The tests' cluster, asked patiently."""
    cluster = Cluster(cluster_address(f"{opensearch}/trouble?shards=2&copies=0"), budget=60.0)
    yield cluster
    Indexes(cluster).retire()
    cluster.close()


@pytest.fixture
def engine(cluster: Cluster) -> OpenSearchEngine:
    """An engine with one title in it and no copies."""
    engine = OpenSearchEngine(cluster, Indexes(cluster).make())
    engine.add([TRAIN])
    return engine


@pytest.fixture
def silent() -> Iterator[str]:
    """The address of something that takes every call and says nothing."""
    with socket.create_server(("127.0.0.1", 0), backlog=64) as server:
        yield f"http://127.0.0.1:{server.getsockname()[1]}"


def test_a_cluster_that_is_not_there_is_said_and_then_left_alone() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    engine = OpenSearchEngine(Cluster(cluster_address(f"http://127.0.0.1:{port}")), "library")
    for _ in range(3):
        with pytest.raises(ClusterUnavailable, match="no node of the cluster can be reached"):
            engine.search(FOUND)
    with pytest.raises(ClusterUnavailable, match="left alone"):
        engine.search(FOUND)
    health = engine.health()
    assert (health.is_well, health.titles) == (False, 0)
    assert "no node" in health.sentence


def test_a_cluster_that_is_silent_costs_no_more_than_its_time_and_soon_nothing(silent: str) -> None:
    engine = OpenSearchEngine(Cluster(cluster_address(silent), budget=0.3), "library")
    for _ in range(3):
        before = time.monotonic()
        with pytest.raises(ClusterUnavailable, match=r"did not answer within 0\.3 s"):
            engine.search(FOUND)
        assert 0.25 < time.monotonic() - before < 3
    before = time.monotonic()
    with pytest.raises(ClusterUnavailable, match="left alone"):
        engine.suggest("tr")
    assert time.monotonic() - before < 0.1


def test_when_one_node_is_gone_the_other_is_asked(
    opensearch: str, engine: OpenSearchEngine
) -> None:
    assert engine.search(FOUND).total == 1
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    alive = opensearch.partition("://")[2]
    cluster = Cluster(cluster_address(f"http://127.0.0.1:{port},{alive}"), budget=60.0)
    for _ in range(4):
        assert cluster.ask("GET", "/_cluster/health")["number_of_nodes"] == 2
    cluster.close()


def test_an_index_with_a_part_that_no_node_holds_gives_no_part_of_an_answer(
    cluster: Cluster, engine: OpenSearchEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert engine.search(FOUND).total == 1
    (index,) = Indexes(cluster)._others("")
    _lose_a_part(cluster, index)
    assert not engine.health().is_well
    assert "red" in engine.health().sentence
    with pytest.raises(ClusterUnavailable):
        engine.search(FOUND)
    with pytest.raises(ClusterUnavailable):
        engine.count([FOUND])
    monkeypatch.setattr(indexes, "_ALLOTTED", "1s")
    with pytest.raises(ClusterUnavailable, match="no node holds"):
        Indexes(cluster).take_over(index)


def _lose_a_part(cluster: Cluster, index: str) -> None:
    """The files of one of the two parts are gone when the index is opened again."""
    uuid = cluster.ask("GET", f"/{index}/_settings")[index]["settings"]["index"]["uuid"]
    nodes = cluster.ask("GET", "/_nodes/settings", filter_path="nodes.*.settings.path.data")
    cluster.ask("POST", f"/{index}/_close")
    for node in nodes["nodes"].values():
        (data,) = node["settings"]["path"]["data"]
        shutil.rmtree(Path(data) / "nodes" / "0" / "indices" / uuid / "0", ignore_errors=True)
    cluster.ask("POST", f"/{index}/_open", wait_for_active_shards=0)


def test_an_index_of_another_layout_is_said_with_what_to_do(
    cluster: Cluster, engine: OpenSearchEngine
) -> None:
    assert engine.health().is_well
    (index,) = Indexes(cluster)._others("")
    cluster.ask("PUT", f"/{index}/_mapping", {"_meta": {"layout": "0.0"}})
    health = engine.health()
    assert not health.is_well
    assert "commonplace reindex" in health.sentence


def test_more_than_the_cluster_takes_at_once_is_sent_again_in_smaller_chunks(
    engine: OpenSearchEngine,
) -> None:
    """The tests' cluster takes 2 MB at once; a first chunk here has 4."""
    notes = " ".join(f"word{at}" for at in range(1_500))
    engine.add(title(f"Heavy {at}", notes=notes) for at in range(400))
    assert engine.search(Request(Words("heavy word7"))).total == 400


def test_a_cluster_that_stays_busy_is_given_up_in_the_end(cluster: Cluster) -> None:
    index = Indexes(cluster).make()
    writing = Writing(cluster, index, patience=0.5)
    breaker = "network.breaker.inflight_requests.limit"
    _set(cluster, breaker, "20b")
    try:
        with pytest.raises(ClusterBusy, match=r"took no changes for 0\.5 s"):
            _write(writing, [TRAIN])
    finally:
        _set_back(cluster, breaker)


def test_a_cluster_that_is_busy_for_a_moment_is_waited_for(cluster: Cluster) -> None:
    index = Indexes(cluster).make()
    breaker = "network.breaker.inflight_requests.limit"
    _set(cluster, breaker, "20b")
    freeing = Thread(target=_set_back, args=(cluster, breaker, 0.7))
    freeing.start()
    _write(Writing(cluster, index), [TRAIN])
    freeing.join()
    assert OpenSearchEngine(cluster, index).search(FOUND).total == 1


def test_an_index_that_may_not_be_written_is_said_at_once(
    cluster: Cluster, engine: OpenSearchEngine
) -> None:
    (index,) = Indexes(cluster)._others("")
    cluster.ask("PUT", f"/{index}/_settings", {"index.blocks.write": True})
    with pytest.raises(ClusterRefused, match="cluster_block_exception"):
        engine.add([title("Another")])


def test_nothing_is_written_into_an_index_that_was_dropped(
    cluster: Cluster, engine: OpenSearchEngine
) -> None:
    (index,) = Indexes(cluster)._others("")
    Indexes(cluster).drop(index)
    with pytest.raises(EngineError):
        engine.add([TRAIN])
    with pytest.raises(NoSuchIndex):
        cluster.ask("GET", f"/{index}")


def test_readers_are_answered_while_one_index_takes_over_from_another(
    cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexes, "GRACE", 0.5)
    kept = Indexes(cluster)
    _filled(cluster, kept, [TRAIN])
    reader = OpenSearchEngine(cluster, kept.alias)
    totals: list[int] = []
    enough = Event()
    asking = Thread(target=lambda: _ask_on(reader, totals, enough))
    asking.start()
    for at in range(4):
        _filled(cluster, kept, [TRAIN, *(title(f"Train {n}") for n in range(at))])
    enough.set()
    asking.join()
    assert len(totals) > 4
    assert totals == sorted(totals)
    assert reader.search(FOUND).total == 4
    served = kept.served()
    assert served is not None
    assert kept._others("") == [served.name]


def _filled(cluster: Cluster, kept: Indexes, documents: list[Document]) -> None:
    name = kept.make(to_be_filled=True)
    OpenSearchEngine(cluster, name).add(documents)
    kept.take_over(name)


def _ask_on(engine: OpenSearchEngine, totals: list[int], enough: Event) -> None:
    while not enough.is_set():
        totals.append(engine.search(FOUND).total)


def _write(writing: Writing, documents: list[Document]) -> None:
    for each in documents:
        writing.add(prepare(each))
    writing.finish()


def _set(cluster: Cluster, name: str, value: str | None) -> None:
    cluster.ask("PUT", "/_cluster/settings", {"transient": {name: value}})


def _set_back(cluster: Cluster, name: str, after: float = 0.0) -> None:
    time.sleep(after)
    _set(cluster, name, None)
