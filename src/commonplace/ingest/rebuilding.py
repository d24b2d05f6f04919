"""Building the derived rows again from the records: after a change of their shape, or at any time.

Readers see the old rows until the new ones are there, and a rebuild that is cut off never was.
SQLite does it in one transaction, tables and all. PostgreSQL would lock readers out for as long,
so there the rows grow in a schema beside, which takes the old one's name at the end.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import groupby, islice
from typing import NamedTuple

import zstandard
from django.conf import settings
from django.db import connections, transaction

from commonplace.browse.storing import put_headings
from commonplace.catalogue import storing
from commonplace.catalogue.corrections.in_force import InForce
from commonplace.catalogue.grouping.settling import note_settled, settle_all
from commonplace.catalogue.models import SourceRecord
from commonplace.catalogue.stores import DERIVED, PRECIOUS, in_chunks, select
from commonplace.discovery.changes import newest_change
from commonplace.ingest.ledger import only_one_load
from commonplace.ingest.preparing import begin_derived, derived_models, derived_schema
from commonplace.ingest.rows import TitleRows, rows_of
from commonplace.ingest.writing import issued, put_derived
from commonplace.records.readers import Frame, Serialization

BATCH = 500
FIRST_SCHEMA = 1
_SECONDS_A_DAY = 86_400


class Kept(NamedTuple):
    """One title's rows with what the record itself does not say."""

    rows: TitleRows
    source: str
    day: int
    version: int


def rebuild_rows() -> int:
    """Build every derived row again; how many titles there are now.

    Raises ``LoadIsRunning`` while a load writes.
    """
    with only_one_load(settings.HOME.path):
        _keep_first_addresses()
        beside = connections[DERIVED].vendor == "postgresql"
        return _rebuild_beside() if beside else _rebuild_in_place()


def _keep_first_addresses() -> None:
    """Hold on to the works of the first schema, whose ids are in the rows it made and nowhere else.

    They were the keys of their titles then. Of works whose titles were withdrawn nobody knows these
    any more; that the works were there is kept.
    """
    if derived_schema() != FIRST_SCHEMA:
        return
    held = """SELECT title_id, work_id FROM rows_title UNION ALL SELECT '', work_id FROM rows_work
              WHERE work_id NOT IN (SELECT work_id FROM rows_title)"""
    with transaction.atomic(PRECIOUS):
        for chunk in in_chunks(select(DERIVED, held)):
            storing.FORMER_KEYS.put_new(chunk)


def _rebuild_in_place() -> int:
    with connections[DERIVED].schema_editor() as editor:
        for table in connections[DERIVED].introspection.table_names():
            editor.execute(editor.sql_delete_table % {"table": editor.quote_name(table)})
        for model in derived_models():
            editor.create_model(model)
        return _fill()


def _rebuild_beside() -> int:
    name = settings.SCHEMAS[DERIVED]
    fresh, old = f"{name}_new", f"{name}_old"
    _run(f"DROP SCHEMA IF EXISTS {fresh} CASCADE", f"CREATE SCHEMA {fresh}")
    try:
        _run(f"SET search_path TO {fresh}")
        with connections[DERIVED].schema_editor() as editor:
            for model in derived_models():
                editor.create_model(model)
        titles = _fill()
    finally:
        _run(f"SET search_path TO {name}")
    with transaction.atomic(DERIVED):
        storing.hold_works()
        _run(f"ALTER SCHEMA {name} RENAME TO {old}", f"ALTER SCHEMA {fresh} RENAME TO {name}")
        _run(f"DROP SCHEMA {old} CASCADE")
    return titles


def _run(*statements: str) -> None:
    with connections[DERIVED].cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _fill() -> int:
    """Every title from its record, and then every work."""
    titles = 0
    changes = newest_change()
    kept = _all_kept()
    while batch := list(islice(kept, BATCH)):
        with transaction.atomic(DERIVED):
            _write(batch)
        titles += len(batch)
    begin_derived()
    settle_all()
    note_settled(changes.records, changes.precious)
    return titles


def _all_kept() -> Iterator[Kept]:
    decompress = zstandard.ZstdDecompressor().decompress
    ours = InForce().now()
    records = SourceRecord.objects.filter(is_withdrawn=False).order_by("first_loaded", "title_id")
    for each in records.iterator(chunk_size=BATCH):
        content = decompress(bytes(each.content))
        frame = Frame(1, 0, content, Serialization(each.serialization))
        day = int(each.first_loaded.timestamp()) // _SECONDS_A_DAY
        rows = rows_of(frame, source=each.source, added=day, ours=ours)
        if isinstance(rows, TitleRows) and not rows.is_suppressed:
            yield Kept(rows, each.source, day, each.load_id)


def _write(batch: list[Kept]) -> None:
    for (source, day, version), kept in groupby(batch, key=lambda each: each[1:]):
        rows = [each.rows for each in kept]
        put_derived(rows, source, day=day, version=version)
        with transaction.atomic(PRECIOUS):  # a new version of the work key is a new key to hold
            storing.issue([issued(row, source) for row in rows], at=datetime.now(UTC))
    headings = {row[0]: row for kept in batch for row in kept.rows.headings}
    put_headings(list(headings.values()))
