"""Promise 42: whatever a cluster answers, a page is a page, and half an answer is never kept."""

import json
import os
import threading
from collections.abc import Callable, Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from commonplace.config.home import Home
from commonplace.discovery.places import CLUSTER_ADDRESS, Engine, make_current
from commonplace.search.engines.opensearch.mapping import LAYOUT
from tests.faults.small import forget_everything, load_three_titles

WELL = {"library-1": {"mappings": {"_meta": {"layout": LAYOUT, "precious": 1, "records": 1}}}}
HIT = {"sort": [1.0, 1, 1]}
WHOLE = {"status": 200, "timed_out": False, "_shards": {"failed": 0}}
Reply = tuple[int, bytes]


class Liar(ThreadingHTTPServer):
    """Something on the loopback that answers every search with the same lie."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answering)
        self.searches = 0
        self.index: Any = WELL
        self.lie: Callable[[int], Reply] = lambda _questions: (500, b"")

    @property
    def address(self) -> str:
        """Where it is, under a name nobody has asked for yet."""
        return f"http://127.0.0.1:{self.server_port}/library-{os.urandom(4).hex()}"


class _Answering(BaseHTTPRequestHandler):
    server: Liar

    def do_GET(self) -> None:
        self._say(200, json.dumps(self.server.index).encode())

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.searches += 1
        self._say(*self.server.lie(body.count(b"\n") // 2))

    def _say(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_said: Any) -> None:
        """Say nothing."""


def each(reply: Any) -> Callable[[int], Reply]:
    """Every question of a search is answered so."""
    return lambda questions: (200, json.dumps({"responses": [reply] * questions}).encode())


def always(status: int, body: Any = b"") -> Callable[[int], Reply]:
    said = body if isinstance(body, bytes) else json.dumps(body).encode()
    return lambda _questions: (status, said)


ERROR = {"type": "search_phase_execution_exception", "root_cause": [{"type": "no_shard"}]}
LIES: Mapping[str, Callable[[int], Reply]] = {
    "red": each({"status": 503, "error": ERROR}),
    "red as a whole": always(503, {"error": ERROR, "status": 503}),
    "too busy": each({"status": 429, "error": {"type": "circuit_breaking_exception"}}),
    "too busy as a whole": always(429, {"error": {"type": "rejected"}, "status": 429}),
    "a part did not answer": each(
        {**WHOLE, "_shards": {"failed": 1}, "hits": {"total": {"value": 1}, "hits": [HIT]}}
    ),
    "out of time": each({**WHOLE, "timed_out": True, "hits": {"total": {"value": 0}, "hits": []}}),
    "fewer answers than questions": always(200, {"responses": []}),
    "no permission": always(403, {"error": {"type": "security_exception"}, "status": 403}),
    "another mapping: no hits": each(WHOLE),
    "another mapping: hits without their order": each(
        {**WHOLE, "hits": {"total": {"value": 1}, "hits": [{}]}, "aggregations": {}}
    ),
    "another mapping: no counts": each({**WHOLE, "hits": {"total": {"value": 1}, "hits": [HIT]}}),
    "another mapping: counts of another kind": each(
        {
            **WHOLE,
            "hits": {"total": {"value": 1}, "hits": [HIT]},
            "aggregations": {"format": 7, "year": {"buckets": {"a": 1}}},
        }
    ),
    "hits of another kind": each({**WHOLE, "hits": [1, 2]}),
    "errors of another kind": each({"error": "no", "status": "bad"}),
    "a list": always(200, [1, 2, 3]),
    "a page for people": always(200, b"<!DOCTYPE html><title>Sign in</title>"),
    "nothing": always(200, b""),
    "half a letter": always(200, b'{"responses": ["\xe5'),
    "an answer without end": always(200, b'{"responses": [' + b"[" * 100_000),
}


@pytest.fixture
def liar() -> Iterator[Liar]:
    server = Liar()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def reader(
    sqlite_home: Home, tmp_path: Path, liar: Liar, monkeypatch: pytest.MonkeyPatch
) -> Client:
    """Somebody at a library of three titles whose index is with the liar."""
    assert sqlite_home
    client = load_three_titles(tmp_path)
    make_current(Engine.OPENSEARCH)
    monkeypatch.setenv(CLUSTER_ADDRESS, liar.address)
    return client


@pytest.mark.parametrize("what", LIES)
def test_a_search_is_answered_from_the_catalogue_and_nothing_is_remembered(
    reader: Client, liar: Liar, what: str
) -> None:
    liar.lie = LIES[what]
    for _ in range(2):
        before = liar.searches
        facts = reader.get("/search.json?q=emm").json()
        assert facts["is_trouble"]
        assert [work["title"] for work in facts["works"]] == ["Emma"]
        assert liar.searches > before, "asked anew"
    for address in ("/search?q=emma", "/suggest?q=em", "/filter/subject", "/new"):
        assert reader.get(address).status_code == 200
    forget_everything()


@pytest.mark.parametrize(
    "index",
    [
        {},
        [],
        {"library-1": {}},
        {"library-1": {"mappings": {}}},
        {"library-1": {"mappings": {"_meta": {}}}},
        {"library-1": {"mappings": {"_meta": {"layout": "0.0"}}}},
        {"library-1": {"mappings": {"_meta": 7}}},
    ],
)
def test_an_index_nobody_of_us_made_is_not_searched(
    reader: Client, liar: Liar, index: object
) -> None:
    liar.index = index
    facts = reader.get("/search.json?q=emm").json()
    assert facts["is_trouble"]
    assert [work["title"] for work in facts["works"]] == ["Emma"]
    assert liar.searches == 0


def test_after_three_failures_it_is_left_alone_and_pages_do_not_wait(
    reader: Client, liar: Liar
) -> None:
    liar.lie = LIES["red"]
    for at in range(6):
        assert reader.get(f"/search.json?q=emm{at}").json()["is_trouble"]
    assert liar.searches <= 4
