"""What each stage of a load costs alone, over the first records of the file."""

import gc
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path
from typing import TypeVar

from commonplace.discovery.documents import TitleNames, document_of
from commonplace.discovery.headings import headings_of
from commonplace.ingest.rows import rows_of
from commonplace.records.mapping import describe
from commonplace.records.readers import open_records, read_record
from commonplace.search.engines.layout import prepare
from commonplace.works import work_key
from commonplace.works.evidence import evidence_of

RECORDS = 10_000
Given = TypeVar("Given")
Made = TypeVar("Made")
_WRITTEN = ("writing rows", "settling works", "indexing")
_NAMES = TitleNames("a" * 13, "a" * 13, "1")


def measure(file: Path) -> tuple[list[str], list[list[str]]]:
    """Microseconds and records a second for each stage."""
    rows: list[list[str]] = []

    def timed(name: str, deed: Callable[[Given], Made], values: Iterable[Given]) -> list[Made]:
        gc.disable()
        began = time.perf_counter()
        made = [deed(value) for value in values]
        seconds = time.perf_counter() - began
        gc.enable()
        rows.append([name, f"{seconds / len(made) * 1e6:.0f}", f"{len(made) / seconds:,.0f}"])
        return made

    with open_records(file) as opened:
        frames = timed("framing", lambda frame: frame, islice(opened, RECORDS))
    read = timed("reading", lambda frame: read_record(frame)[0], frames)
    records = [record for record in read if record is not None]
    described = timed("reading fields and mapping", describe, records)
    keys = timed("work key", lambda each: work_key(each.description), described)
    pairs = list(zip(described, keys, strict=True))
    timed("evidence", lambda pair: evidence_of(pair[0].description, pair[1]), pairs)
    documents = timed(
        "headings and search document",
        lambda each: document_of(
            _NAMES, each.description, each.items, headings_of(each.description), added=0
        ),
        described,
    )
    timed("analysis for the index", prepare, documents)
    timed(
        "all of the above, with hashes and zstd", lambda f: rows_of(f, source="b", added=0), frames
    )
    for name, seconds in zip(_WRITTEN, _written(file), strict=True):
        rows.append([name, f"{seconds / RECORDS * 1e6:.0f}", f"{RECORDS / seconds:,.0f}"])
    return ["stage", "µs a record", "records/s"], rows


def _written(file: Path) -> list[float]:
    """Seconds for each of ``_WRITTEN``, measured in a home of their own."""
    with tempfile.TemporaryDirectory(prefix="commonplace-bench-") as folder:
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.writing", str(file)],
            check=True,
            capture_output=True,
            text=True,
            env=os.environ | {"COMMONPLACE_HOME": folder},
        )
    return [float(line) for line in done.stdout.split()]
