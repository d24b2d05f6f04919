"""The indexes of one library in a cluster: one is served, another may be built beside it.

The served one is reached by an alias, the library's name. A new index is called the name and a
number; when it is full the alias moves to it in one step and the old ones are dropped. What an
index must remember of itself, its layout and how far the change logs are in it, stands in it.
"""

import re
import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

from commonplace.search.engines.opensearch.cluster import BUDGET, Cluster, Json
from commonplace.search.engines.opensearch.errors import (
    ClusterUnavailable,
    NoSuchIndex,
    as_asked_for,
)
from commonplace.search.engines.opensearch.mapping import (
    LAYOUT,
    WHILE_FILLED,
    index_of,
    while_served,
    written_as,
)

GRACE = BUDGET + 0.5
_STARTED, _COPIED, _ALLOTTED = "30s", "45s", "10s"


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
        return self._found(partial(self._cluster.ask, "GET"))

    def glance(self) -> KeptIndex | None:
        """The same within a question's time budget."""
        return self._found(self._cluster.glance)

    def _found(self, ask: Callable[..., Json]) -> KeptIndex | None:
        try:
            found = ask(f"/{self.alias}/_mapping", filter_path="*.mappings._meta")
        except NoSuchIndex:
            return None
        with as_asked_for():
            for name, kept in found.items():
                return KeptIndex(name, dict(kept["mappings"]["_meta"]))
        return None

    def make(self, *, to_be_filled: bool = False) -> str:
        """A new and empty index that nobody is served from; its name.

        One that is to be filled is written faster, and made safe when it takes over.
        """
        name = f"{self.alias}-{time.time_ns():x}"
        address = self._cluster.address
        settings = WHILE_FILLED if to_be_filled else while_served(address)
        made: Json = {"aliases": {written_as(name): {}}, **index_of(address, settings)}
        self._cluster.ask("PUT", f"/{name}", made, wait_for_active_shards=1, timeout=_STARTED)
        return name

    def take_over(self, name: str) -> None:
        """Serve this index from now on, and drop every other one of this library.

        The others stay until every search that was already under way has had its time.
        """
        self._settle(name)
        served, others = self.served(), self._others(name)
        actions = [{"add": {"index": name, "alias": self.alias}}]
        if served and served.name != name:
            actions.append({"remove": {"index": served.name, "alias": self.alias}})
        self._cluster.ask("POST", "/_aliases", {"actions": actions})
        if others:
            time.sleep(GRACE)
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

    def _settle(self, name: str) -> None:
        """Give a filled index its copies; go on without them if they take too long to make.

        What is written out can be copied as files, and is not done again title by title.
        """
        if not self._comes_to("yellow", name, _ALLOTTED):
            raise ClusterUnavailable(f"the new index {name} has parts that no node holds")
        self._cluster.ask("POST", f"/{name}/_flush")
        served = {"index": while_served(self._cluster.address)}
        self._cluster.ask("PUT", f"/{name}/_settings", served)
        self._comes_to("green", name, _COPIED)

    def _comes_to(self, status: str, name: str, patience: str) -> bool:
        path = f"/_cluster/health/{name}"
        found = self._cluster.ask("GET", path, wait_for_status=status, timeout=patience)
        return not found.get("timed_out")
