"""Talking to the cluster: the one module that knows its client.

Every question has a time budget. When several in a row fail, the cluster is left alone for a while
and questions fail at once, so that web workers do not all stand waiting for it. What went wrong is
told without the question, which may hold what a reader typed.
"""

import logging
import time
from collections.abc import Mapping, Sequence
from threading import Lock
from typing import Any

import opensearchpy
import orjson
from opensearchpy.serializer import Serializer

from commonplace.search.engines.errors import EngineError
from commonplace.search.engines.opensearch.address import ClusterAddress
from commonplace.search.engines.opensearch.errors import (
    AnswerIncomplete,
    ClusterBusy,
    ClusterRefused,
    ClusterUnavailable,
    NoSuchIndex,
    as_asked_for,
)

Json = dict[str, Any]

# Failures are told by our own errors; the client would write a page about each into the log.
logging.getLogger("opensearch").setLevel(logging.CRITICAL)

BUDGET = 2.0
PATIENCE = 60.0
_FAILURES = 3
_REST = 5.0
_ON_THE_WAY = 0.2
_CONNECTIONS = 8
# What was waited for has not come about: the answer says so itself.
_NOT_YET = 408
_NOT_FOUND, _BUSY, _SERVER = 404, 429, 500
_WANTED = ",".join(
    f"responses.{part}"
    for part in (
        "status", "error.type", "error.root_cause.type", "timed_out", "_shards.failed",
        "hits.total.value", "hits.hits.sort", "hits.hits.fields", "aggregations",
    )
)  # fmt: skip


class Cluster:
    """One cluster, asked from one process. Safe to share between threads."""

    def __init__(self, address: ClusterAddress, *, budget: float = BUDGET):
        self.address = address
        self._budget = budget
        self._client = _client(address)
        self._circuit = _Circuit()

    def ask(self, method: str, path: str, body: Json | None = None, **params: str | int) -> Json:
        """One thing said to the cluster, with all the time it needs. Its answer, an ``EngineError``
        otherwise."""
        return self._performed(method, path, body, params, PATIENCE)

    def glance(self, path: str, **params: str | int) -> Json:
        """Something small that a question waits for, within its time budget."""
        with self._circuit:
            return self._performed("GET", path, None, params, self._budget)

    def bulk(self, lines: bytes) -> Json:
        """Many changes at once: pairs of lines, as the cluster wants them.

        Indexes are named by an alias that must be there: a cluster would make up an index that was
        dropped meanwhile.
        """
        wanted = {"filter_path": _BULK, "require_alias": "true"}
        return self._performed("POST", "/_bulk", lines, wanted, PATIENCE)

    def search(self, index: str, preference: str, bodies: Sequence[Json]) -> list[Json]:
        """The complete answers to several searches, asked together within the time budget."""
        header = {
            "index": index,
            "preference": preference,
            "search_type": "dfs_query_then_fetch",
            "allow_partial_search_results": False,
        }
        limit = {"timeout": f"{int(1000 * (self._budget - _ON_THE_WAY))}ms"}
        lines = b"".join(
            orjson.dumps(each, option=orjson.OPT_APPEND_NEWLINE)
            for body in bodies
            for each in (header, limit | body)
        )
        with self._circuit:
            found = self._performed(
                "POST", "/_msearch", lines, {"filter_path": _WANTED}, self._budget
            )
            with as_asked_for():
                return _all_of(found.get("responses", ()), len(bodies))

    def close(self) -> None:
        """Let go of every connection."""
        self._client.transport.close()

    def _performed(
        self,
        method: str,
        path: str,
        body: Json | bytes | None,
        params: Mapping[str, str | int],
        seconds: float,
    ) -> Json:
        try:
            found = self._client.transport.perform_request(
                method,
                path,
                params=dict(params),
                body=body,
                timeout=seconds,
                ignore=(_NOT_YET,),
            )
        except opensearchpy.TransportError as error:
            raise _said(error, seconds) from None  # the client's error quotes the question
        return found if isinstance(found, dict) else {}


_BULK = "errors,items.*.status,items.*.error.type"


class _Circuit:
    """Counts failures; opens after several in a row and lets one question through when rested."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._failures = 0
        self._rests_until = 0.0

    def __enter__(self) -> None:
        with self._lock:
            now = time.monotonic()
            if self._failures >= _FAILURES and now < self._rests_until:
                raise ClusterUnavailable("the cluster failed just now and is left alone a while")
            if self._failures >= _FAILURES:
                self._rests_until = now + _REST

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        with self._lock:
            if not isinstance(error, ClusterUnavailable):
                self._failures = 0
                return
            self._failures += 1
            self._rests_until = time.monotonic() + _REST


class _Orjson(Serializer):
    """JSON as the client wants to be given it; changes in bulk are made into lines beforehand."""

    mimetype = "application/json"

    def loads(self, s: str) -> Any:
        return orjson.loads(s)

    def dumps(self, data: Any) -> Any:
        return data if isinstance(data, bytes) else orjson.dumps(data)


def _client(address: ClusterAddress) -> opensearchpy.OpenSearch:
    secured: Json = {"ca_certs": address.certificates or None} if address.is_encrypted else {}
    return opensearchpy.OpenSearch(
        [{"host": host.strip("[]"), "port": port} for host, port in address.hosts],
        http_auth=address.credentials,
        use_ssl=address.is_encrypted,
        http_compress=False,
        pool_maxsize=_CONNECTIONS,
        max_retries=len(address.hosts),
        retry_on_timeout=False,
        retry_on_status=(),
        serializer=_Orjson(),
        **secured,
    )


def _said(error: opensearchpy.TransportError, seconds: float) -> EngineError:
    status = error.status_code
    if isinstance(error, opensearchpy.ConnectionTimeout):
        return ClusterUnavailable(f"the cluster did not answer within {seconds:g} s")
    if not isinstance(status, int):
        return ClusterUnavailable(f"no node of the cluster can be reached ({type(error).__name__})")
    return _by_status(status, str(error.error))


def _by_status(status: int, kind: str) -> EngineError:
    if status == _NOT_FOUND:
        return NoSuchIndex(f"the cluster has no such index ({kind})")
    if status == _BUSY:
        return ClusterBusy(f"the cluster has too much to do ({kind})")
    if status >= _SERVER:
        return ClusterUnavailable(f"the cluster cannot answer: {kind} ({status})")
    return ClusterRefused(f"the cluster refused: {kind} ({status})")


def _all_of(replies: Sequence[Json], questions: int) -> list[Json]:
    """The replies, if every question has a complete one."""
    if len(replies) != questions:
        raise AnswerIncomplete("the cluster left questions unanswered")
    return [_complete(reply) for reply in replies]


def _complete(reply: Json) -> Json:
    """The reply, if every part of the index had its say."""
    if "error" in reply:
        causes = reply["error"].get("root_cause") or [reply["error"]]
        raise _by_status(int(reply["status"]), str(causes[0].get("type")))
    if reply.get("timed_out"):
        raise AnswerIncomplete("the cluster ran out of time")
    if failed := reply.get("_shards", {}).get("failed"):
        raise AnswerIncomplete(f"{failed} parts of the index did not answer")
    return reply
