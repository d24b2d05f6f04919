"""Tantivy and OpenSearch on the same titles, on this machine: filled, and asked the same.

    python -m benchmarks.both_engines FILE [TITLES]

The cluster has two nodes, both here, so its figures are what it costs, not what it could do with
machines of its own.
"""

import gc
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.engine_speed import asking, documents, sampled
from benchmarks.tables import table
from commonplace.search.engines.layout import Prepared, prepare
from commonplace.search.engines.opensearch.address import cluster_address
from commonplace.search.engines.opensearch.cluster import Cluster
from commonplace.search.engines.opensearch.engine import OpenSearchEngine
from commonplace.search.engines.opensearch.indexes import Indexes
from commonplace.search.engines.tantivy.engine import TantivyEngine
from tests.opensearch.starting import FOR_SPEED, CannotBeFetched, fetched, running_cluster

TITLES = 100_000
_PATIENT = 60.0
_WARMING = 3

Figures = tuple[list[str], list[list[str]]]


def measure(file: Path, folder: Path, most: int = TITLES) -> str:
    """The tables, or why there are none."""
    try:
        libraries = fetched()
    except CannotBeFetched as error:
        return f"Not measured: no OpenSearch could be fetched ({error}).\n"
    made = list(documents(file, most))
    queries = sampled(made)
    prepared = [prepare(document) for document in made]
    gc.freeze()
    filled: list[list[str]] = []
    here = _in_tantivy(prepared, queries, folder / "both", filled)
    began = time.monotonic()
    with running_cluster(libraries, FOR_SPEED) as address:
        started = time.monotonic() - began
        there = _in_opensearch(prepared, queries, address, filled)
    said = f"The cluster was up after {started:.0f} s.\n"
    head = ["engine", "titles", "titles/s filled", "ready for readers after s"]
    return "\n".join([table(head, filled), _beside(here, there), said])


def _in_tantivy(
    prepared: Sequence[Prepared], queries: Sequence[str], folder: Path, filled: list[list[str]]
) -> Figures:
    engine = TantivyEngine(folder, writable=True)
    began = time.monotonic()
    with engine.writing(heap_mb=160, replacing=False) as writing:
        for each in prepared:
            writing.add(each)
    filled.append(_filled("tantivy", prepared, time.monotonic() - began, 0.0))
    return asking(engine, queries)


def _in_opensearch(
    prepared: Sequence[Prepared], queries: Sequence[str], address: str, filled: list[list[str]]
) -> Figures:
    cluster = Cluster(cluster_address(f"{address}/bench"), budget=_PATIENT)
    indexes = Indexes(cluster)
    name = indexes.make(to_be_filled=True)
    engine = OpenSearchEngine(cluster, name)
    began = time.monotonic()
    with engine.writing() as writing:
        for each in prepared:
            writing.add(each)
    filling = time.monotonic() - began
    began = time.monotonic()
    indexes.take_over(name)
    filled.append(_filled("OpenSearch", prepared, filling, time.monotonic() - began))
    for _ in range(_WARMING):  # Java compiles what it has seen often
        asking(engine, queries[::2])
    figures = asking(engine, queries)
    cluster.close()
    return figures


def _filled(name: str, prepared: Sequence[Prepared], seconds: float, settling: float) -> list[str]:
    per_second = len(prepared) / seconds
    return [name, f"{len(prepared):,}", f"{per_second:,.0f}", f"{seconds + settling:.1f}"]


def _beside(here: Figures, there: Figures) -> str:
    head, rows = here
    both = [[*one, *other[1:]] for one, other in zip(rows, there[1], strict=True)]
    columns = [f"{each}, {name}" for name in ("tantivy", "OpenSearch") for each in head[1:]]
    return table([head[0], *columns], both)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="commonplace-both-engines-") as scratch:
        print(
            measure(
                Path(sys.argv[1]), Path(scratch), int(sys.argv[2]) if len(sys.argv) > 2 else TITLES
            )
        )
