"""Reading the stores' change logs: which titles must be indexed again."""

from typing import NamedTuple

from django.db import connections

from commonplace.catalogue.stores import PRECIOUS, RECORDS, select
from commonplace.discovery.indexes import Cursor

_LOGS = {RECORDS: "catalogue_recordschange", PRECIOUS: "catalogue_preciouschange"}


KEPT = 100_000


class Changes(NamedTuple):
    """Titles that changed, and the cursor behind them."""

    title_ids: list[str]
    cursor: Cursor


def newest_change() -> Cursor:
    """The end of both change logs."""
    return Cursor(records=_newest(RECORDS), precious=_newest(PRECIOUS))


def changes_after(cursor: Cursor, limit: int) -> Changes:
    """At most ``limit`` entries of each log behind this cursor; no titles when there are none."""
    records = _after(RECORDS, cursor.records, limit)
    precious = _after(PRECIOUS, cursor.precious, limit)
    behind = Cursor(
        records=records[-1][0] if records else cursor.records,
        precious=precious[-1][0] if precious else cursor.precious,
    )
    return Changes(list(dict.fromkeys(title for _, title in (*records, *precious))), behind)


def forget_changes_up_to(cursor: Cursor) -> None:
    """Drop entries that the index has; the last ``KEPT`` stay, for indexes on other hosts."""
    for store, sequence in ((RECORDS, cursor.records), (PRECIOUS, cursor.precious)):
        with connections[store].cursor() as database:
            database.execute(
                f"DELETE FROM {_LOGS[store]} WHERE sequence < %s",  # noqa: S608 -- our own names
                [sequence - KEPT],
            )


def is_too_far_behind(cursor: Cursor) -> bool:
    """Whether entries behind this cursor were dropped: only a new index helps then."""
    return any(
        sequence < _oldest(store) - 1
        for store, sequence in ((RECORDS, cursor.records), (PRECIOUS, cursor.precious))
    )


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
