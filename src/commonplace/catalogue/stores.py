"""The names of the three stores, and reading from one. Which table lives in which: ``config``."""

from collections.abc import Sequence
from typing import Any

from django.db import connections

PRECIOUS = "default"
RECORDS = "records"
DERIVED = "derived"


def select(store: str, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """The rows this statement gives in this store. Values travel as parameters, never as text."""
    with connections[store].cursor() as cursor:
        cursor.execute(sql, list(values))
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows
