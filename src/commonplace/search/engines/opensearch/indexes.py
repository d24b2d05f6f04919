"""The indexes of one library in a cluster: one is served, another may be built beside it.

The served one is reached by an alias, the library's name. A new index is called the name and a
number; when it is full the alias moves to it in one step and the old ones are dropped. What an
index must remember of itself, its layout and how far the change logs are in it, stands in it.
"""

import re
import time
from collections.abc import Mapping
from typing import NamedTuple

from commonplace.search.engines.opensearch.cluster import Cluster, Json
from commonplace.search.engines.opensearch.errors import ClusterUnavailable, NoSuchIndex
from commonplace.search.engines.opensearch.mapping import LAYOUT, index_of

_STARTED = "60s"


class KeptIndex(NamedTuple):
    """An index in the cluster: its name, and what it remembers of itself."""

    name: str
    remembers: Mapping[str, object]

    @property
    def is_ours(self) -> bool:
        """Whether it is laid out as this version writes it."""
        return self.remembers.get("layout") == LAYOUT


class Indexes:
    """The indexes of the library that the cluster's address names."""

    def __init__(self, cluster: Cluster):
        self._cluster = cluster
        self.alias = cluster.address.name

    def served(self) -> KeptIndex | None:
        """The index that is served; ``None`` when there is none yet."""
        path, wanted = f"/{self.alias}/_mapping", "*.mappings._meta"
        try:
            found = self._cluster.ask("GET", path, filter_path=wanted)
        except NoSuchIndex:
            return None
        for name, kept in found.items():
            return KeptIndex(name, kept["mappings"]["_meta"])
        return None

    def make(self) -> str:
        """A new and empty index that nobody is served from; its name."""
        name = f"{self.alias}-{time.time_ns():x}"
        made = index_of(self._cluster.address)
        self._cluster.ask("PUT", f"/{name}", made, wait_for_active_shards=1, timeout=_STARTED)
        return name

    def take_over(self, name: str) -> None:
        """Serve this index from now on, and drop every other one of this library."""
        self._wait_until_it_answers(name)
        others = self._others(name)
        moves: list[Json] = [{"remove": {"index": each, "alias": "*"}} for each in others]
        actions = [*moves, {"add": {"index": name, "alias": self.alias}}]
        self._cluster.ask("POST", "/_aliases", {"actions": actions})
        for each in others:
            self.drop(each)

    def remember(self, name: str, remembers: Mapping[str, object]) -> None:
        """Write into an index what it must remember, beside its layout."""
        meta = {"_meta": {"layout": LAYOUT, **remembers}}
        self._cluster.ask("PUT", f"/{name}/_mapping", meta)

    def drop(self, name: str) -> None:
        """Drop an index that nobody is served from."""
        self._cluster.ask("DELETE", f"/{name}", ignore_unavailable="true")

    def retire(self) -> None:
        """Serve nothing from now on; what was served is dropped."""
        for each in self._others(""):
            self.drop(each)

    def _others(self, name: str) -> list[str]:
        path = f"/{self.alias}-*/_alias"
        ours = re.compile(rf"{re.escape(self.alias)}-[0-9a-f]{{10,20}}")
        found = self._cluster.ask("GET", path, expand_wildcards="open")
        return [each for each in found if each != name and ours.fullmatch(each)]

    def _wait_until_it_answers(self, name: str) -> None:
        """A part of the index may have lost its node while the index was built."""
        path = f"/_cluster/health/{name}"
        found = self._cluster.ask("GET", path, wait_for_status="yellow", timeout="30s")
        if found.get("status") not in {"yellow", "green"}:
            raise ClusterUnavailable(f"the new index {name} has parts that no node holds")
