"""The queue of one kind of letter for staff: matters, each the letters about the same.

Open matters come first, those with the most letters before those with fewer, the oldest first.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from commonplace.catalogue.stores import PRECIOUS, among, select

MATTERS_A_PAGE = 50
MOST_READ = 100
_RANK = "CASE state WHEN 'open' THEN 0 WHEN 'looking' THEN 1 ELSE 2 END"
_LONGEST_NUMBER = 11


@dataclass(frozen=True, slots=True)
class Gathered:
    """The letters about the same. ``rank`` is 0 while one is open, ``oldest`` the first's number.

    ``about`` holds the values of the columns they share.
    """

    about: tuple[Any, ...]
    rank: int
    letters: int
    oldest: int

    @property
    def place(self) -> str:
        """Where the matter stands in the queue: what follows is read from here."""
        return f"{self.rank}.{self.letters}.{self.oldest}"


@dataclass(frozen=True, slots=True)
class Entry:
    """What was answered, by whom and when; ``title_id`` is where the answer leads."""

    state: str
    sentence: str
    by_name: str
    made: datetime
    title_id: str = ""


def gathered(
    table: str,
    shared: Sequence[str],
    among_values: Mapping[str, Sequence[str]],
    after: str,
    limit: int,
) -> list[Gathered]:
    """The matters of this table from behind this ``place`` of the queue on.

    ``shared`` are the columns that make letters one matter; ``among_values`` what others must be.
    """
    place = _place(after)
    beyond = f"HAVING (min({_RANK}), -count(*), min(id)) > (%s, %s, %s)" if place else ""
    columns = ", ".join(shared)
    where = " AND ".join(among(column, values) for column, values in among_values.items())
    sql = f"""SELECT {columns}, min({_RANK}), count(*), min(id) FROM {table}
              WHERE {where} GROUP BY {columns} {beyond}
              ORDER BY min({_RANK}), -count(*), min(id) LIMIT %s"""  # noqa: S608 -- our own names
    given = [str(value) for values in among_values.values() for value in values]
    rows = select(PRECIOUS, sql, [*given, *place, limit])
    return [Gathered(row[: len(shared)], *row[len(shared) :]) for row in rows]


def _place(after: str) -> list[int]:
    """The three numbers of a matter's place, the middle one turned; nothing for anything else."""
    parts = after.split(".")
    are_numbers = all(
        part.isdecimal() and part.isascii() and len(part) <= _LONGEST_NUMBER for part in parts
    )
    if len(parts) != 3 or not are_numbers:  # noqa: PLR2004 -- rank, letters, oldest
        return []
    rank, letters, oldest = map(int, parts)
    return [rank, -letters, oldest]
