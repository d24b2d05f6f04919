"""The engines under test and small titles to test them with. A new engine adds a line here."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from commonplace.bibliography.names_that_last import title_id_of, work_id_of
from commonplace.search.analysis import sort_key
from commonplace.search.engines.contract import (
    Document,
    Filter,
    Found,
    Hit,
    Request,
    SearchEngine,
    Sort,
)
from commonplace.search.engines.memory import MemoryEngine
from commonplace.search.engines.opensearch.address import cluster_address
from commonplace.search.engines.opensearch.cluster import Cluster
from commonplace.search.engines.opensearch.engine import OpenSearchEngine
from commonplace.search.engines.opensearch.indexes import Indexes
from commonplace.search.engines.tantivy.engine import TantivyEngine
from commonplace.search.query.parsing import parse

# The tests look at answers, not at the clock, and may share a machine with anything.
_PATIENT = 60.0


def _in_the_cluster(_: Path, request: pytest.FixtureRequest) -> SearchEngine:
    """An index of its own in the tests' cluster, dropped with the test."""
    address = cluster_address(f"{request.getfixturevalue('opensearch')}/conformance?shards=2")
    cluster = Cluster(address, budget=_PATIENT)
    indexes = Indexes(cluster)
    name = indexes.make()

    def drop() -> None:
        indexes.drop(name)
        cluster.close()

    request.addfinalizer(drop)
    return OpenSearchEngine(cluster, name)


ENGINES: Mapping[str, Callable[[Path, pytest.FixtureRequest], SearchEngine]] = {
    "memory": lambda _, __: MemoryEngine(),
    "tantivy": lambda directory, _: TantivyEngine(directory, writable=True),
    "opensearch": _in_the_cluster,
}

Texts = Mapping[str, Sequence[str]]


def title(  # noqa: PLR0913 - a title has that many sides
    name: str,
    *,
    number: str = "",
    work: str = "",
    numbers: Mapping[str, int] | None = None,
    facets: Mapping[str, Sequence[str]] | None = None,
    known: Sequence[str] = (),
    **texts: str,
) -> Document:
    """A title of this name; ``contributor="Fan, Lixin"`` and the like are its other texts."""
    return Document(
        title_id=title_id_of("tests", number or name),
        work_id=work_id_of(work or number or name),
        texts={"title": [name, *known], **{text: [value] for text, value in texts.items()}},
        known_titles=[name, *known],
        facets=facets or {},
        numbers=numbers or {},
        title_key=sort_key(name),
        author_key=sort_key(texts.get("contributor", "")),
    )


class Library:
    """An engine with titles in it, asked in a reader's words and answering in names."""

    def __init__(self, engine: SearchEngine):
        self.engine = engine
        self._names: dict[str, str] = {}

    def has(self, *documents: Document) -> None:
        """Add these titles."""
        self.engine.add(documents)
        self._names |= {each.title_id: each.texts["title"][0] for each in documents}

    def named(self, hit: Hit) -> str:
        """The name of one title found."""
        return self._names[hit.title_id]

    def names(self, hits: Found) -> list[str]:
        """The names of the titles found, in order."""
        return [self.named(hit) for hit in hits.hits]

    def finds(self, typed: str, *filters: Filter, sort: Sort = Sort.RELEVANCE) -> list[str]:
        """The names of what is found by this, in order."""
        return self.names(self.asked(typed, *filters, sort=sort))

    def asked(self, typed: str, *filters: Filter, sort: Sort = Sort.RELEVANCE) -> Found:
        """The engine's answer to this."""
        return self.engine.search(Request(parse(typed).tree, filters=filters, sort=sort))

    def counts(self, typed: str, facet: str, *filters: Filter) -> dict[str, int]:
        """The counts of one facet."""
        request = Request(parse(typed).tree, filters=filters, counts=(facet,))
        return {each.value: each.count for each in self.engine.search(request).counts[facet]}
