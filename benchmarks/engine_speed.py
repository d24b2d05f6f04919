"""The search engine alone, on real records: documents made ready, an index filled, questions asked.

    python -m benchmarks.engine_speed FILE [TITLES]

Queries are whole titles, first words of titles, names, subjects, and a fifth of common words with
over a tenth of all titles; each is asked once, with every facet counted and nothing remembered.
"""

import gc
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from benchmarks.tables import milliseconds, table
from commonplace.bibliography import title_id_of, work_id_of
from commonplace.discovery.documents import TitleNames, document_of
from commonplace.discovery.headings import headings_of
from commonplace.records.mapping import describe
from commonplace.records.readers import open_records, read_record
from commonplace.search.analysis import words_of
from commonplace.search.engines.contract import Document, Request, SearchEngine, Sort
from commonplace.search.engines.hits import works_shown
from commonplace.search.engines.layout import prepare
from commonplace.search.engines.tantivy.engine import TantivyEngine
from commonplace.search.query.parsing import parse

FACETS = ("available", "branch", "format", "language", "audience", "kind", "genre", "subject",
          "author", "series", "class", "year")  # fmt: skip
SEED = 20_261_122
QUERIES = 200
HEAP_MB = 400


def main(file: Path, most: int) -> None:
    """Print the figures for this file."""
    made = list(documents(file, most))
    gc.freeze()  # a process that serves does not hold every document
    queries = sampled(made)
    with tempfile.TemporaryDirectory(prefix="commonplace-engine-speed-") as folder:
        engine = TantivyEngine(Path(folder) / "index", writable=True)
        print(table(*filling(engine, made, Path(folder))))
        print(table(*asking(engine, queries)))


def documents(file: Path, most: int) -> Iterator[Document]:
    """Documents of the records of a file, as a load makes them."""
    with open_records(file) as frames:
        for frame in islice(frames, most):
            record, _ = read_record(frame)
            if record is not None:
                described = describe(record)
                number = str(frame.position)
                work_id = work_id_of(described.description.full_title)
                names = TitleNames(title_id_of("bench", number), work_id, number)
                about = described.description
                yield document_of(names, about, described.items, headings_of(about), added=20_000)


def filling(
    engine: TantivyEngine, made: Sequence[Document], folder: Path
) -> tuple[list[str], list[list[str]]]:
    """What making ready and feeding cost, a thousand documents at a time, as batches come."""
    preparing = feeding = 0.0
    with engine.writing(heap_mb=HEAP_MB, replacing=False) as writing:
        for start in range(0, len(made), 1_000):
            began = time.perf_counter()
            prepared = [prepare(document) for document in made[start : start + 1_000]]
            preparing += time.perf_counter() - began
            for each in prepared:
                writing.add(each)
            feeding += time.perf_counter() - began
        began = time.perf_counter()
    feeding += time.perf_counter() - began - preparing
    size = sum(path.stat().st_size for path in folder.rglob("*")) / 1e6
    per_title = [f"{seconds / len(made) * 1e6:.0f}" for seconds in (preparing, feeding)]
    head = ["titles", "making ready, µs each", "indexing, µs each", "index, MB"]
    return head, [[f"{len(made):,}", *per_title, f"{size:.0f}"]]


def sampled(made: Sequence[Document]) -> list[str]:
    """Common words first, then titles, beginnings of titles, names and subjects."""
    chance = random.Random(SEED)  # noqa: S311 -- a sample that is the same each time
    drawn = chance.sample(made, min(QUERIES, len(made)))
    words = Counter(word for each in drawn for word in set(_words(each)))
    common = [word for word, times in words.most_common(QUERIES // 5) if times > len(drawn) / 10]
    rest = [text for each in drawn for text in _texts(each)]
    return common + chance.sample(rest, min(QUERIES - len(common), len(rest)))


def _words(document: Document) -> Iterator[str]:
    for values in document.texts.values():
        for value in values:
            yield from words_of(value)


def _texts(document: Document) -> Iterator[str]:
    title = document.texts.get("title", ("",))[0]
    yield title
    yield " ".join(title.split()[:2])
    for facet in ("author", "subject"):
        yield from document.facets.get(facet, ())[:1]


def asking(engine: SearchEngine, queries: Sequence[str]) -> tuple[list[str], list[list[str]]]:
    """Latency of each kind of question over all the queries."""
    kinds: dict[str, Callable[[str], object]] = {
        "best 20,000, every facet counted, a page grouped by work": lambda text: works_shown(
            engine.search(Request(parse(text).tree, counts=FACETS)).hits, 0, 20
        ),
        "the same without counts": lambda text: works_shown(
            engine.search(Request(parse(text).tree)).hits, 0, 20
        ),
        "sorted by title": lambda text: engine.search(Request(parse(text).tree, sort=Sort.TITLE)),
        "total alone": lambda text: engine.count([Request(parse(text).tree)]),
        "completion of three letters": lambda text: engine.suggest(text[:3]),
    }
    totals = engine.count([Request(parse(each).tree) for each in queries])
    many = sum(total > 10_000 for total in totals)
    head = [f"{len(queries)} queries, {many} with over 10,000 hits", "p50 ms", "p95 ms", "p99 ms"]
    rows = [[kind, *milliseconds([_seconds(ask, each) for each in queries])[:3]]
            for kind, ask in kinds.items()]  # fmt: skip
    return head, rows


def _seconds(ask: Callable[[str], object], text: str) -> float:
    began = time.perf_counter()
    ask(text)
    return time.perf_counter() - began


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100_000)
