"""Reading the stores' change logs: which titles must be indexed again."""

from typing import NamedTuple

from django.db import connections

from commonplace.catalogue.stores import DERIVED, PRECIOUS, RECORDS, select
from commonplace.discovery.indexes import Cursor

_LOGS = {
    RECORDS: "catalogue_recordschange",
    PRECIOUS: "catalogue_preciouschange",
    DERIVED: "rows_rowschange",
}
KEPT = 100_000


class Changes(NamedTuple):
    """Titles that changed, and the cursor behind them; ``by_people`` are those of these that what
    readers or staff did touches."""

    title_ids: list[str]
    cursor: Cursor
    by_people: list[str]


def newest_change() -> Cursor:
    """The end of each change log."""
    return Cursor(_newest(RECORDS), _newest(PRECIOUS), _newest(DERIVED))


def changes_after(cursor: Cursor, limit: int) -> Changes:
    """At most ``limit`` entries of each log behind this cursor; no titles when there are none."""
    logs = [_after(store, number, limit) for store, number in _numbers(cursor)]
    ends = (log[-1][0] if log else number for log, number in zip(logs, cursor, strict=True))
    titles = dict.fromkeys(title for log in logs for _, title in log if title)
    by_people = dict.fromkeys(title for _, title in logs[1] if title)
    return Changes(list(titles), Cursor(*ends), list(by_people))


def forget_changes_up_to(cursor: Cursor) -> None:
    """Drop entries that the index has; the last ``KEPT`` stay, for indexes on other hosts."""
    for store, sequence in _numbers(cursor):
        with connections[store].cursor() as database:
            database.execute(
                f"DELETE FROM {_LOGS[store]} WHERE sequence < %s",  # noqa: S608 -- our own names
                [sequence - KEPT],
            )


def is_lost(cursor: Cursor) -> bool:
    """Whether only a new index helps: entries behind this cursor were dropped, or the logs end
    before it, as those of a store that was restored do."""
    return any(
        not _oldest(store) - 1 <= sequence <= _newest(store) for store, sequence in _numbers(cursor)
    )


def _numbers(cursor: Cursor) -> tuple[tuple[str, int], ...]:
    """Each store with how far its log was read."""
    return ((RECORDS, cursor.records), (PRECIOUS, cursor.precious), (DERIVED, cursor.derived))


def _oldest(store: str) -> int:
    """The oldest entry that is kept; 1 where nothing was ever dropped or written."""
    rows = select(store, f"SELECT coalesce(min(sequence), 1) FROM {_LOGS[store]}")  # noqa: S608 -- our own names
    oldest = int(rows[0][0])
    return oldest if oldest > 1 else 1


def _newest(store: str) -> int:
    rows = select(store, f"SELECT coalesce(max(sequence), 0) FROM {_LOGS[store]}")  # noqa: S608 -- our own names
    return int(rows[0][0])


def _after(store: str, sequence: int, limit: int) -> list[tuple[int, str]]:
    sql = f"""SELECT sequence, title_id FROM {_LOGS[store]}
              WHERE sequence > %s ORDER BY sequence LIMIT %s"""  # noqa: S608 -- our own names
    return [(row[0], row[1]) for row in select(store, sql, [sequence, limit])]
