"""Putting every title into its work after records, evidence or decisions changed.

What is settled is a function of the rows and the standing decisions alone, so it may be done at any
time, again, in any order, in parts or as a whole, with the same end. One settling at a time reads
the decisions, writes the rows with their change log, and points the anchors; one that was cut off
is repeated whole, because the cursor is written last.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

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
from commonplace.catalogue.rows.models import FreedNumber, Settled
from commonplace.catalogue.stores import DERIVED, PRECIOUS, Row, Table, among, in_chunks, select
from commonplace.catalogue.storing import FREED_NUMBERS, hold_works
from commonplace.works.grouping import group

_CHANGES = Table(DERIVED, "rows_rowschange", ("title_id",))


def settle(title_ids: Collection[str]) -> list[str]:
    """Settle the works that these titles touch, or touched; the titles that changed their work."""
    with transaction.atomic(DERIVED):
        hold_works()
        freed = [row[0] for row in select(DERIVED, "SELECT value FROM rows_freednumber")]
        moved = _settle(title_ids, freed)
        FREED_NUMBERS.remove([(value,) for value in freed])
    return moved


def settle_now(title_ids: Collection[str], *, patience: int) -> None:
    """Settle for somebody who waits: only what these titles touch, and not behind a long writing.

    Raises ``OperationalError`` when somebody else has been writing for so many seconds.
    """
    with transaction.atomic(DERIVED):
        hold_works(patience)
        _settle(title_ids, ())


def _settle(title_ids: Collection[str], freed: Iterable[int]) -> list[str]:
    rulings = standing()
    keys = _keys_ever_of(title_ids, rulings)
    part = part_around(keys, rulings, freed)
    moved = _put(part, rulings, _key_rows(keys | part.live), _title_rows(part.under))
    repoint(title_ids, part)
    return moved


def settle_all() -> list[str]:
    """Settle every work; the titles that changed theirs."""
    with transaction.atomic(DERIVED):
        hold_works()
        rulings = standing()
        part = whole(rulings)
        every_key = _streamed("SELECT key_id, work_id FROM rows_workkey")
        every_title = _streamed("SELECT title_id, key_id, work_id FROM rows_title")
        moved = _put(part, rulings, every_key, every_title)
        FreedNumber.objects.all().delete()
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


def _keys_ever_of(title_ids: Collection[str], rulings: Standing) -> set[int]:
    """The keys these titles have, had, or had when they were withdrawn; and what they are under."""
    set_apart = (rulings.set_apart.get(number_of(title)) for title in title_ids)
    keys = {own for own in set_apart if own is not None}
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
    left = _left_behind(part, works)
    stale: list[Row] = []
    changed: list[Row] = []
    for key_id, work_id in key_rows:
        key = number_of(key_id)
        if key not in part.live:
            stale.append((key_id,))
        elif (now := id_of(left.get(key) or works.get(key, key))) != work_id:
            changed.append((now, key_id))
    moved: list[Row] = []
    for title_id, key_id, work_id in title_rows:
        under = rulings.set_apart.get(number_of(title_id)) or number_of(key_id)
        if (now := id_of(works.get(under, under))) != work_id:
            moved.append((now, title_id))
    _write(stale, changed, moved)
    return [title_id for _work_id, title_id in moved]


def _left_behind(part: Part, works: Mapping[int, int]) -> dict[int, int]:
    """Keys that would be works without titles, because theirs are all set apart: with those."""
    empty = {works.get(key, key) for key in part.left}
    empty -= {work for key, work in works.items() if work in empty and key not in part.left}
    left = {key: own for key, own in part.left.items() if works.get(key, key) in empty}
    return {key: works.get(own, own) for key, own in left.items()}


def _write(stale: Sequence[Row], changed: Sequence[Row], moved: Sequence[Row]) -> None:
    with connections[DERIVED].cursor() as cursor:
        cursor.executemany("DELETE FROM rows_workkey WHERE key_id = %s", stale)
        cursor.executemany("UPDATE rows_workkey SET work_id = %s WHERE key_id = %s", changed)
        cursor.executemany("UPDATE rows_title SET work_id = %s WHERE title_id = %s", moved)
    _CHANGES.put([(title_id,) for _work_id, title_id in moved])
