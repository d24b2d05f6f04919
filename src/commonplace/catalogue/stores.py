"""The names of the three stores, reading from one, and writing many rows to one.

Which table lives in which store is said in ``config.stores``.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Any

from django.db import connections

PRECIOUS = "default"
RECORDS = "records"
DERIVED = "derived"

Row = Sequence[Any]

_NOTHING = "DO NOTHING"


@dataclass(frozen=True, slots=True)
class Table:
    """A table as bulk writing sees it: where it is, its columns, what makes a row the same row."""

    store: str
    name: str
    columns: tuple[str, ...]
    same: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()

    def put(self, rows: Sequence[Row]) -> None:
        """Insert these rows; one already there is replaced, but for its ``kept`` columns."""
        changed = [name for name in self.columns if name not in self.same + self.kept]
        values = ", ".join(f'"{name}" = excluded."{name}"' for name in changed)
        self._insert(rows, f"DO UPDATE SET {values}" if values else _NOTHING)

    def put_new(self, rows: Sequence[Row]) -> None:
        """Insert those of these rows that are not there yet."""
        self._insert(rows, _NOTHING)

    def forget(self, title_ids: Iterable[str], column: str = "title_id") -> None:
        """Delete every row of these titles."""
        with connections[self.store].cursor() as cursor:
            for chunk in in_chunks(title_ids):
                cursor.execute(f"DELETE FROM {self.name} WHERE {among(column, chunk)}", chunk)  # noqa: S608 -- our own names

    def remove(self, rows: Sequence[Row]) -> None:
        """Delete the rows that are the ``same`` as these, given by those columns alone."""
        condition = " AND ".join(f'"{name}" = %s' for name in self.same)
        with connections[self.store].cursor() as cursor:
            cursor.executemany(
                f"DELETE FROM {self.name} WHERE {condition}",  # noqa: S608 -- our own names
                rows,
            )

    def _insert(self, rows: Sequence[Row], otherwise: str) -> None:
        if not rows:
            return
        clause = f" ON CONFLICT ({', '.join(self.same)}) {otherwise}" if self.same else ""
        connection = connections[self.store]
        if connection.vendor == "postgresql" and connection.in_atomic_block and len(rows) > FEW:
            self._copy(rows, clause)
            return
        marks = ", ".join(["%s"] * len(self.columns))
        sql = f"INSERT INTO {self.name} ({self._names}) VALUES ({marks}){clause}"  # noqa: S608 -- our own names
        with connection.cursor() as cursor:
            cursor.executemany(sql, rows)

    def _copy(self, rows: Sequence[Row], clause: str) -> None:
        """PostgreSQL's bulk way: COPY into a table of this session, and from there in one step.

        Of rows that are the same the last one counts, or the first where those that are there stay:
        as when they are inserted one by one.
        """
        fresh = f"fresh_{self.name}"
        once, order = "", ""
        if self.same:
            once = f"DISTINCT ON ({', '.join(self.same)})"
            first = "ctid" if clause.endswith(_NOTHING) else "ctid DESC"
            order = f"ORDER BY {', '.join(self.same)}, {first}"
        with connections[self.store].cursor() as cursor:
            cursor.execute(
                f"CREATE TEMPORARY TABLE IF NOT EXISTS {fresh} ON COMMIT DELETE ROWS"  # noqa: S608 -- our own names
                f" AS SELECT {self._names} FROM {self.name} LIMIT 0"
            )
            cursor.execute(f"TRUNCATE {fresh}")
            with cursor.copy(f"COPY {fresh} ({self._names}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
            cursor.execute(
                f"INSERT INTO {self.name} ({self._names})"  # noqa: S608 -- our own names
                f" SELECT {once} {self._names} FROM {fresh} {order}{clause}"
            )

    @property
    def _names(self) -> str:
        return ", ".join(f'"{name}"' for name in self.columns)


FEW = 20
"""So many rows are inserted one by one, more of them in bulk."""
MOST_VALUES = 5_000
"""As many parameters as every database takes in one statement, with room to spare."""


def among(column: str, values: Collection[Any]) -> str:
    """The condition that a column has one of these values, which travel as parameters."""
    return f"{column} IN ({', '.join(['%s'] * len(values))})"


def in_chunks(values: Iterable[Any], length: int = MOST_VALUES) -> Iterator[list[Any]]:
    """The values, as many at a time as one statement takes; nothing for none."""
    rest = iter(values)
    while chunk := list(islice(rest, length)):
        yield chunk


def select(store: str, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """The rows this statement gives in this store. Values travel as parameters, never as text."""
    with connections[store].cursor() as cursor:
        cursor.execute(sql, list(values))
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


@contextmanager
def waiting_long(seconds: int) -> Iterator[None]:
    """Within, this process waits so long for another one that writes, where a page would give up.

    SQLite has one writer a file; on PostgreSQL whoever loads waits as long as it takes anyway.
    """
    usual: dict[str, int] = {}
    for store in (PRECIOUS, RECORDS, DERIVED):
        if connections[store].vendor == "sqlite":
            ((usual[store],),) = select(store, "PRAGMA busy_timeout")
            select(store, f"PRAGMA busy_timeout = {seconds * 1_000:d}")
    try:
        yield
    finally:
        for store, milliseconds in usual.items():
            select(store, f"PRAGMA busy_timeout = {milliseconds:d}")


def as_stored(store: str, value: datetime | date | None) -> Any:
    """A time or a day in the form this store's database wants it."""
    operations = connections[store].ops
    if isinstance(value, datetime):
        return operations.adapt_datetimefield_value(value)
    return operations.adapt_datefield_value(value)
