"""Making the three stores of a home ready: schemas, migrations, derived tables."""

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connections, models, router
from django.db.migrations.executor import MigrationExecutor

from commonplace.catalogue.models import SourceRecord
from commonplace.catalogue.rows.models import SCHEMA_NUMBER, RowsChange, SchemaNumber
from commonplace.catalogue.stores import DERIVED, PRECIOUS, RECORDS, select
from commonplace.ingest.errors import RowsOutdated

_LOCK_NUMBER = 0x436F_6D70


def prepare_stores() -> None:
    """Bring every store to the shape this version needs; quick when nothing is to be done."""
    settings.HOME.prepare()
    with _alone():
        _prepare()


def _prepare() -> None:
    for store in (PRECIOUS, RECORDS, DERIVED):
        _make_schema(store)
    for store in (PRECIOUS, RECORDS):
        _migrate(store)
    if derived_schema() is None:
        create_derived_tables()
        if SourceRecord.objects.exists():  # the file was lost, not new: nothing but rows is missing
            from commonplace.ingest.rebuilding import rebuild_rows  # noqa: PLC0415 -- uses this module

            rebuild_rows()


@contextmanager
def _alone() -> Iterator[None]:
    """One process prepares at a time, on this host and, with PostgreSQL, on all of them."""
    connection = connections[PRECIOUS]
    with (settings.HOME.path / "prepare.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if connection.vendor != "postgresql":
            yield
            return
        select(PRECIOUS, "SELECT pg_advisory_lock(%s)", [_LOCK_NUMBER])
        try:
            yield
        finally:
            select(PRECIOUS, "SELECT pg_advisory_unlock(%s)", [_LOCK_NUMBER])


def derived_schema() -> int | None:
    """The schema number the derived store was built with; ``None`` when there is nothing yet."""
    connection = connections[DERIVED]
    if SchemaNumber._meta.db_table not in connection.introspection.table_names():
        return None
    return SchemaNumber.objects.values_list("number", flat=True).first()


def is_outdated() -> bool:
    """Whether the derived rows have the shape of another version."""
    return derived_schema() != SCHEMA_NUMBER


def refuse_outdated_rows() -> None:
    """Raise ``RowsOutdated`` where this version can neither read nor write the derived rows."""
    if is_outdated():
        raise RowsOutdated


def create_derived_tables() -> None:
    """The derived tables, empty, with the schema number of this version."""
    with connections[DERIVED].schema_editor() as editor:
        for model in derived_models():
            editor.create_model(model)
    begin_derived()


def begin_derived() -> None:
    """Write down that the derived tables have this version's shape, and begin their change log.

    Its first entry is numbered by the time, so that an index made from tables that are gone is
    seen to be behind.
    """
    SchemaNumber.objects.create(number=SCHEMA_NUMBER)
    RowsChange.objects.create(sequence=time.time_ns() // 1_000_000, title_id="")
    connection = connections[DERIVED]
    with connection.cursor() as cursor:
        for sql in connection.ops.sequence_reset_sql(no_style(), [RowsChange]):
            cursor.execute(sql)


def derived_models() -> list[type[models.Model]]:
    """Every model whose table lives in the derived store."""
    return [model for model in apps.get_models() if router.db_for_write(model) == DERIVED]


def _migrate(store: str) -> None:
    executor = MigrationExecutor(connections[store])
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", database=store, verbosity=0, interactive=False)


def _make_schema(store: str) -> None:
    """On PostgreSQL each store is a schema; SQLite has a file for each and needs none."""
    if connections[store].vendor != "postgresql":
        return
    with connections[store].cursor() as cursor:
        cursor.execute(f"CREATE SCHEMA IF NOT EXISTS {settings.SCHEMAS[store]}")
