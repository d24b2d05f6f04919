"""What writing costs, in a home of its own: python -m benchmarks.writing FILE.

Prints three figures: seconds for the rows of ``RECORDS`` titles in the three stores, for settling
their works, and for the same titles in the search index.
"""

import gc
import sys
import tempfile
import time
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import django

RECORDS = 10_000
COMMIT = 4_000


def main() -> None:
    """Measure and print."""
    django.setup()
    from commonplace.catalogue.grouping.settling import settle_all
    from commonplace.catalogue.models import Load
    from commonplace.ingest.counts import Counts
    from commonplace.ingest.pipeline import Batch
    from commonplace.ingest.preparing import prepare_stores
    from commonplace.ingest.rows import TitleRows, rows_of
    from commonplace.ingest.writing import Writer
    from commonplace.records.readers import open_records
    from commonplace.search.engines.tantivy.engine import TantivyEngine

    prepare_stores()
    with open_records(Path(sys.argv[1])) as opened:
        frames = list(islice(opened, RECORDS))
    rows = [rows_of(frame, source="bench", added=0) for frame in frames]
    gc.disable()
    load = Load.objects.create(source="bench", started=datetime.now(UTC))
    writer = Writer(load, day=0, logs_changes=False)
    began = time.perf_counter()
    for at in range(0, RECORDS, COMMIT):
        writer.write(Batch(frames[at : at + COMMIT], rows[at : at + COMMIT]), None, Counts())
    print(time.perf_counter() - began)
    began = time.perf_counter()
    settle_all()
    print(time.perf_counter() - began)
    engine = TantivyEngine(Path(tempfile.mkdtemp()), writable=True)
    began = time.perf_counter()
    with engine.writing(heap_mb=160, replacing=False) as writing:
        for row in rows:
            if isinstance(row, TitleRows):
                writing.add(row.prepared)
    print(time.perf_counter() - began)


if __name__ == "__main__":
    main()
