"""Putting every title into its work after records, evidence or decisions changed.

What is settled is a function of the rows and the standing decisions alone, so it may be done at any
time, again, in any order, in parts or as a whole, with the same end. Derived rows change in one
transaction with their change log; anchors follow after it, and a settling that was cut off is
repeated whole, because the cursor is written last.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

from django.db import connections, transaction

from commonplace.bibliography import id_of, number_of
from commonplace.catalogue.grouping.anchors import repoint, repoint_all
from commonplace.catalogue.grouping.reading import (
    AT_A_TIME,
    Part,
    part_around,
    texts_of_joined,
    whole,
)
from commonplace.catalogue.grouping.rulings import Standing, standing
from commonplace.catalogue.rows.models import Settled
from commonplace.catalogue.stores import DERIVED, PRECIOUS, Row, Table, among, in_chunks, select
from commonplace.works.grouping import group

_LOCK_NUMBER = 0x576F_726B
_CHANGES = Table(DERIVED, "rows_rowschange", ("title_id",))


def settle(title_ids: Collection[str]) -> list[str]:
    """Settle the works that these titles touch, or touched; the titles that changed their work."""
    rulings = standing()
    with transaction.atomic(DERIVED):
        _one_at_a_time()
        keys = _with_companions(_keys_ever_of(title_ids))
        part = part_around(keys, rulings)
        moved = _put(part, rulings, _key_rows(keys | part.live), _title_rows(part.under))
    repoint(title_ids, part)
    return moved


def settle_all() -> list[str]:
    """Settle every work; the titles that changed theirs."""
    rulings = standing()
    with transaction.atomic(DERIVED):
        _one_at_a_time()
        part = whole(rulings)
        every_key = _streamed("SELECT key_id, work_id FROM rows_workkey")
        every_title = _streamed("SELECT title_id, key_id, work_id FROM rows_title")
        moved = _put(part, rulings, every_key, every_title)
    repoint_all()
    return moved


def settled_up_to() -> tuple[int, int] | None:
    """Up to which entries of the records' and the precious change log works are settled.

    ``None`` where they never were, or a load without a log may have been cut off.
    """
    return Settled.objects.values_list("records", "precious").first()


def forget_settled() -> None:
    """From now until ``note_settled``, no work is known to be settled."""
    Settled.objects.all().delete()


def note_settled(records: int, precious: int) -> None:
    """Write down up to where works are settled."""
    Settled.objects.update_or_create(pk=1, defaults={"records": records, "precious": precious})


def _one_at_a_time() -> None:
    """SQLite lets one writer in anyway; PostgreSQL is asked to."""
    if connections[DERIVED].vendor == "postgresql":
        select(DERIVED, "SELECT pg_advisory_xact_lock(%s)", [_LOCK_NUMBER])


def _keys_ever_of(title_ids: Iterable[str]) -> set[int]:
    """The keys these titles have, had, or had when they were withdrawn."""
    keys: set[int] = set()
    for chunk in in_chunks(title_ids):
        here = among("title_id", chunk)
        for store, table in (
            (DERIVED, "rows_title"),
            (PRECIOUS, "catalogue_issuedtitle"),
            (PRECIOUS, "catalogue_formerkey"),
        ):
            sql = f"SELECT key_id FROM {table} WHERE key_id <> '' AND {here}"  # noqa: S608 -- marks only
            keys |= {number_of(row[0]) for row in select(store, sql, chunk)}
    return keys


def _streamed(sql: str) -> Iterator[Row]:
    """The rows of a statement, a few at a time: all of them at once would fill the memory."""
    with connections[DERIVED].chunked_cursor() as cursor:
        cursor.execute(sql)
        while rows := cursor.fetchmany(AT_A_TIME):
            yield from rows


def _with_companions(keys: set[int]) -> set[int]:
    """These keys and all that are in one work with them until now: what joined them may be gone."""
    companions = set(keys)
    for chunk in in_chunks(id_of(key) for key in keys):
        sql = f"""SELECT key_id FROM rows_workkey WHERE work_id IN
                  (SELECT work_id FROM rows_workkey WHERE {among("key_id", chunk)})"""  # noqa: S608 -- marks only
        companions |= {number_of(row[0]) for row in select(DERIVED, sql, chunk)}
    return companions


def _key_rows(keys: Iterable[int]) -> list[Row]:
    rows: list[Row] = []
    for chunk in in_chunks(id_of(key) for key in keys):
        sql = f"SELECT key_id, work_id FROM rows_workkey WHERE {among('key_id', chunk)}"  # noqa: S608 -- marks only
        rows += select(DERIVED, sql, chunk)
    return rows


def _title_rows(titles: Iterable[int]) -> list[Row]:
    rows: list[Row] = []
    for chunk in in_chunks(id_of(title) for title in titles):
        sql = f"SELECT title_id, key_id, work_id FROM rows_title WHERE {among('title_id', chunk)}"  # noqa: S608 -- marks only
        rows += select(DERIVED, sql, chunk)
    return rows


def _put(
    part: Part, rulings: Standing, key_rows: Iterable[Row], title_rows: Iterable[Row]
) -> list[str]:
    """Write what differs from these rows: keys, and titles with their keys, each with the work it
    is in until now.
    """
    works = group(texts_of_joined(part, rulings), part.edges, rulings.rulings)
    stale: list[Row] = []
    changed: list[Row] = []
    for key_id, work_id in key_rows:
        key = number_of(key_id)
        if key not in part.live:
            stale.append((key_id,))
        elif (now := id_of(works.get(key, key))) != work_id:
            changed.append((now, key_id))
    moved: list[Row] = []
    for title_id, key_id, work_id in title_rows:
        under = rulings.set_apart.get(number_of(title_id)) or number_of(key_id)
        if (now := id_of(works.get(under, under))) != work_id:
            moved.append((now, title_id))
    _write(stale, changed, moved)
    return [title_id for _work_id, title_id in moved]


def _write(stale: Sequence[Row], changed: Sequence[Row], moved: Sequence[Row]) -> None:
    with connections[DERIVED].cursor() as cursor:
        cursor.executemany("DELETE FROM rows_workkey WHERE key_id = %s", stale)
        cursor.executemany("UPDATE rows_workkey SET work_id = %s WHERE key_id = %s", changed)
        cursor.executemany("UPDATE rows_title SET work_id = %s WHERE title_id = %s", moved)
    _CHANGES.put([(title_id,) for _work_id, title_id in moved])
