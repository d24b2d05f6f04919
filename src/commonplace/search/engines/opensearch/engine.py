"""The contract carried out by a cluster. Nothing of the cluster's own words is seen above this."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from commonplace.search.engines.contract import Ability, Document, Found, Health, Hit, Request
from commonplace.search.engines.errors import EngineError
from commonplace.search.engines.layout import prepare
from commonplace.search.engines.opensearch.cluster import Cluster, Json
from commonplace.search.engines.opensearch.errors import as_asked_for
from commonplace.search.engines.opensearch.mapping import LAYOUT
from commonplace.search.engines.opensearch.nearby import completions, titles_like
from commonplace.search.engines.opensearch.searching import Searching
from commonplace.search.engines.opensearch.writing import Writing


class OpenSearchEngine:
    """One index of a cluster, by its name or by the alias it is served under."""

    cannot: frozenset[Ability] = frozenset()

    def __init__(self, cluster: Cluster, index: str):
        self._cluster = cluster
        self._index = index
        self._searching = Searching(cluster, index)

    def add(self, documents: Iterable[Document]) -> None:
        """Take in or replace these titles; they are found when the call has returned."""
        with self.writing() as writing:
            for document in documents:
                writing.add(prepare(document))

    def remove(self, title_ids: Iterable[str]) -> None:
        """Forget these titles."""
        with self.writing() as writing:
            for title_id in title_ids:
                writing.remove(title_id)

    @contextmanager
    def writing(self) -> Iterator[Writing]:
        """Write a batch, seen by searches when the block ends well.

        A batch that raises may have been taken in part; it is not seen before the next one, and
        giving it again mends it.
        """
        writing = Writing(self._cluster, self._index)
        yield writing
        writing.finish()

    def search(self, request: Request) -> Found:
        """Answer one question."""
        with as_asked_for():
            return self._searching.found(request)

    def count(self, requests: Sequence[Request]) -> Sequence[int]:
        """How many titles each of these questions finds, exactly and cheaply."""
        with as_asked_for():
            return self._searching.counted(requests)

    def suggest(self, prefix: str, *, limit: int = 10) -> Sequence[str]:
        """Completions of what was typed, from titles, names, subjects and series; best first."""
        with as_asked_for():
            return completions(self._cluster, self._index, prefix, limit)

    def similar(self, title_id: str, *, limit: int = 10) -> Sequence[Hit]:
        """Titles of other works that share its subjects, names and series, best first."""
        with as_asked_for():
            return titles_like(self._cluster, self._index, title_id, limit)

    def clear(self) -> None:
        """Forget everything."""
        path = f"/{self._index}/_delete_by_query"
        everything: Json = {"query": {"match_all": {}}}
        self._cluster.ask("POST", f"/{self._index}/_refresh")
        self._cluster.ask("POST", path, everything, refresh="true", conflicts="proceed")

    def health(self) -> Health:
        """How the engine is: whether every part of the index has a node, and ours its layout."""
        try:
            with as_asked_for():
                return self._health()
        except EngineError as error:
            return Health(is_well=False, titles=0, sentence=f"{error}")

    def _health(self) -> Health:
        path, wanted = f"/_cluster/health/{self._index}", "status,unassigned_shards"
        found = self._cluster.ask("GET", path, filter_path=wanted, timeout="1s")
        if found["status"] == "red":
            return Health(is_well=False, titles=0, sentence=_RED)
        titles = int(self._cluster.ask("GET", f"/{self._index}/_count")["count"])
        kept = self._cluster.ask("GET", f"/{self._index}/_mapping", filter_path="*.mappings._meta")
        layouts = {each["mappings"]["_meta"].get("layout") for each in kept.values()}
        if layouts != {LAYOUT}:
            return Health(is_well=False, titles=titles, sentence=_OTHER_LAYOUT)
        lacking = int(found.get("unassigned_shards", 0))
        sentence = _YELLOW.format(titles=titles, lacking=lacking) if lacking else ""
        return Health(is_well=True, titles=titles, sentence=sentence)


_RED = "parts of the index have no node (the cluster is red); searches are answered without it"
_YELLOW = "{titles:,} titles; {lacking} copies of parts have no node yet (the cluster is yellow)"
_OTHER_LAYOUT = "the index was written by another version. Run `commonplace reindex`."
