"""Building the derived rows again from the records: after a change of their shape, or at any time.

It is one transaction on the derived store, tables and all: readers see the old rows until the new
ones are there, and a rebuild that is cut off never was.
"""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

import zstandard
from django.db import connections

from commonplace.browse.storing import put_headings
from commonplace.catalogue.models import SourceRecord
from commonplace.catalogue.stores import DERIVED
from commonplace.ingest.preparing import derived_models, derived_schema, put_schema_number
from commonplace.ingest.rows import TitleRows, rows_of
from commonplace.ingest.writing import put_derived
from commonplace.records.readers import Frame, Serialization

BATCH = 500
_SECONDS_A_DAY = 86_400


class Kept(NamedTuple):
    """One title's rows with what the record itself does not say."""

    rows: TitleRows
    source: str
    day: int
    version: int


def rebuild_rows() -> int:
    """Build every derived row again; how many titles there are now."""
    titles = 0
    is_there = derived_schema() is not None
    with connections[DERIVED].schema_editor() as editor:
        for model in derived_models():
            if is_there:
                editor.delete_model(model)
            editor.create_model(model)
        kept = _all_kept()
        while batch := list(islice(kept, BATCH)):
            _write(batch)
            titles += len(batch)
        put_schema_number()
    return titles


def _all_kept() -> Iterator[Kept]:
    decompress = zstandard.ZstdDecompressor().decompress
    records = SourceRecord.objects.filter(is_withdrawn=False).order_by("first_loaded", "title_id")
    for each in records.iterator(chunk_size=BATCH):
        content = decompress(bytes(each.content))
        frame = Frame(1, 0, content, Serialization(each.serialization))
        day = int(each.first_loaded.timestamp()) // _SECONDS_A_DAY
        rows = rows_of(frame, source=each.source, added=day)
        if isinstance(rows, TitleRows) and not rows.is_suppressed:
            yield Kept(rows, each.source, day, each.load_id)


def _write(batch: list[Kept]) -> None:
    for kept in batch:
        put_derived([kept.rows], kept.source, day=kept.day, version=kept.version)
    headings = {row[0]: row for kept in batch for row in kept.rows.headings}
    put_headings(list(headings.values()))
