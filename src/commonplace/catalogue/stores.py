"""The names of the three stores, reading from one, and writing many rows to one.

Which table lives in which store is said in ``config.stores``.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Any

from django.db import connections

PRECIOUS = "default"
RECORDS = "records"
DERIVED = "derived"

Row = Sequence[Any]


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
        self._insert(rows, f"DO UPDATE SET {values}" if values else "DO NOTHING")

    def put_new(self, rows: Sequence[Row]) -> None:
        """Insert those of these rows that are not there yet."""
        self._insert(rows, "DO NOTHING")

    def forget(self, title_ids: Iterable[str], column: str = "title_id") -> None:
        """Delete every row of these titles."""
        with connections[self.store].cursor() as cursor:
            cursor.executemany(
                f"DELETE FROM {self.name} WHERE {column} = %s",  # noqa: S608 -- our own names
                [(title_id,) for title_id in title_ids],
            )

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
        marks = ", ".join(["%s"] * len(self.columns))
        names = ", ".join(f'"{name}"' for name in self.columns)
        sql = f"INSERT INTO {self.name} ({names}) VALUES ({marks})"  # noqa: S608 -- our own names
        if self.same:
            sql += f" ON CONFLICT ({', '.join(self.same)}) {otherwise}"
        with connections[self.store].cursor() as cursor:
            cursor.executemany(sql, rows)


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


def as_stored(store: str, value: datetime | date | None) -> Any:
    """A time or a day in the form this store's database wants it."""
    operations = connections[store].ops
    if isinstance(value, datetime):
        return operations.adapt_datetimefield_value(value)
    return operations.adapt_datefield_value(value)
