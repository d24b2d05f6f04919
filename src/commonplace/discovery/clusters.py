"""The index in an OpenSearch cluster, which several hosts may share.

``COMMONPLACE_OPENSEARCH_URL`` says where the cluster is. What an index remembers stands in it, so
any host may follow. Each process looks about once a second whether the index has moved or grown.
"""

import os
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from threading import Lock

from commonplace.discovery.directories import remove_all_but
from commonplace.discovery.places import CLUSTER_ADDRESS, Cursor, Engine, make_current
from commonplace.search.engines.contract import Document, SearchEngine
from commonplace.search.engines.errors import EngineError, IndexUnusable
from commonplace.search.engines.layout import Prepared, prepare
from commonplace.search.engines.opensearch.address import (
    BadClusterAddress,
    ClusterAddress,
    cluster_address,
)
from commonplace.search.engines.opensearch.cluster import Cluster
from commonplace.search.engines.opensearch.engine import OpenSearchEngine
from commonplace.search.engines.opensearch.indexes import Indexes, KeptIndex
from commonplace.search.engines.opensearch.writing import Writing

_LOOK = 1.0


class InACluster:
    """The place of a library's indexes in one cluster."""

    def __init__(self, address: ClusterAddress):
        self._cluster = Cluster(address)
        self._indexes = Indexes(self._cluster)
        self._engine = OpenSearchEngine(self._cluster, self._indexes.alias)
        self._lock = Lock()
        self._seen: KeptIndex | None = None
        self._seen_at = -_LOOK

    def engine(self) -> SearchEngine | None:
        """The engine that answers searches, through the alias; ``None`` when nothing is served."""
        seen = self._look()
        if seen is not None and not seen.is_ours:
            raise IndexUnusable(seen.name, "it was written by another version")
        return self._engine if seen else None

    def version(self) -> tuple[str, int]:
        """Which index, and how far it is."""
        seen = self._look()
        return (seen.name, sum(_cursor_of(seen))) if seen else ("", 0)

    def cursor(self) -> Cursor | None:
        """How far the served index is; ``None`` where there is none of our layout."""
        served = self._indexes.served()
        return _cursor_of(served) if served and served.is_ours else None

    def update(self, changed: Sequence[Document], gone: Sequence[str], cursor: Cursor) -> None:
        """Take these titles into the served index, forget those, and remember the cursor."""
        served = self._indexes.served()
        if served is None:
            raise IndexUnusable(self._indexes.alias, "it is gone")
        with OpenSearchEngine(self._cluster, served.name).writing() as writing:
            for title_id in gone:
                writing.remove(title_id)
            for document in changed:
                writing.add(prepare(document))
        self._indexes.remember(served.name, cursor._asdict())
        self.look_again()

    def build(self, titles: int = 0) -> "ClusterBuild":  # noqa: ARG002 -- a cluster sees to its parts
        """Begin a new index beside the one that is served."""
        return ClusterBuild(self._cluster, self._indexes, self.look_again)

    def retire(self) -> None:
        """Serve no index from now on."""
        make_current(Engine.OPENSEARCH)
        self._indexes.retire()
        self.look_again()

    def look_again(self) -> None:
        """This process changed the index: it shall not be the last to see that."""
        with self._lock:
            self._seen_at = -_LOOK

    def note_failure(self) -> None:
        """Nothing to note: what a cluster could not answer now it may answer in a minute."""

    def _look(self) -> KeptIndex | None:
        with self._lock:
            now = time.monotonic()
            if now - self._seen_at >= _LOOK:
                self._seen = self._indexes.glance()
                self._seen_at = now
            return self._seen


class ClusterBuild:
    """An index being filled in the cluster; ``finish`` lets it take over."""

    is_new = True

    def __init__(self, cluster: Cluster, indexes: Indexes, when_served: Callable[[], None]) -> None:
        self._when_served = when_served
        self._indexes = indexes
        self._name = indexes.make(to_be_filled=True)
        self._writing = Writing(cluster, self._name)

    def add(self, prepared: Iterable[Prepared]) -> None:
        """Take in these titles; a title that was added before is replaced."""
        for each in prepared:
            self._writing.add(each)

    def finish(self, cursor: Cursor) -> None:
        """Serve this index from now on; it holds the change logs up to ``cursor``."""
        self._writing.finish()
        self._indexes.remember(self._name, cursor._asdict())
        self._indexes.take_over(self._name)
        make_current(Engine.OPENSEARCH)
        remove_all_but(None)
        self._when_served()

    def abandon(self, error: BaseException) -> None:  # noqa: ARG002 - the contract of a build
        """Leave nothing behind, if the cluster can still be reached."""
        with suppress(EngineError):
            self._indexes.drop(self._name)


def in_a_cluster() -> InACluster:
    """The place in the cluster that the environment names. Raises ``BadClusterAddress``."""
    text = os.environ.get(CLUSTER_ADDRESS, "")
    if not text.strip():
        raise BadClusterAddress("it is not set, and this library's index is in a cluster")
    if text not in _places:
        _places[text] = InACluster(cluster_address(text))
    return _places[text]


_places: dict[str, InACluster] = {}


def _cursor_of(kept: KeptIndex) -> Cursor:
    known = (kept.remembers.get(name, 0) for name in Cursor._fields)
    return Cursor(*(number if isinstance(number, int) else 0 for number in known))
