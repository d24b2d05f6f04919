"""The library's corrections as loads apply them and pages show them.

Of each field the newest override that nobody undid is in force.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from zlib import crc32

import msgspec
import structlog

from commonplace.catalogue.corrections.applying import Values
from commonplace.catalogue.corrections.fields import FIELDS, Value
from commonplace.catalogue.corrections.models import Override
from commonplace.catalogue.stores import PRECIOUS, select

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Correction:
    """One override with its story."""

    override_id: int
    title_id: str
    field: str
    value: Value
    record_said: Value
    reason: str
    made_by_name: str
    made: datetime
    undone: datetime | None = None
    undone_by_name: str = ""
    undone_reason: str = ""
    is_in_force: bool = False


class Ours(NamedTuple):
    """A title's corrected values, and a number that tells one set of them from another."""

    values: Values
    revision: int


class InForce:
    """Every override in force, by title; read again only when one was made or undone."""

    def __init__(self) -> None:
        self._seen: tuple[Any, ...] = ()
        self._ours: dict[str, Ours] = {}

    def now(self) -> Mapping[str, Ours]:
        """What is in force at this moment. Costs one small statement when nothing changed."""
        sql = "SELECT count(*), count(undone), max(id) FROM catalogue_override"
        (seen,) = select(PRECIOUS, sql)
        if seen != self._seen:
            self._ours, self._seen = _all_in_force(), seen
        return self._ours


def ours(title_id: str) -> Ours | None:
    """The corrected values of one title."""
    sql = f"{_IN_FORCE} AND title_id = %s ORDER BY id"
    return _gathered(select(PRECIOUS, sql, [title_id])).get(title_id)


_ANY = "SELECT 1 FROM catalogue_override WHERE title_id = %s AND undone IS NULL LIMIT 1"
_IN_FORCE = "SELECT title_id, field, value, id FROM catalogue_override WHERE undone IS NULL"


def _all_in_force() -> dict[str, Ours]:
    return _gathered(select(PRECIOUS, f"{_IN_FORCE} ORDER BY id"))


def _gathered(rows: Collection[tuple[Any, ...]]) -> dict[str, Ours]:
    """By title: of each field the last of these rows."""
    last: dict[str, dict[str, tuple[Any, ...]]] = {}
    for row in rows:
        last.setdefault(row[0], {})[row[1]] = row
    return {title_id: _ours(fields.values()) for title_id, fields in last.items()}


def _ours(rows: Collection[tuple[Any, ...]]) -> Ours:
    readable = {row[1]: row for row in rows if _is_readable(*row)}
    values = {name: FIELDS[name].decoded(row[2]) for name, row in sorted(readable.items())}
    numbers = ",".join(str(readable[name][3]) for name in values)
    return Ours(values, crc32(numbers.encode()) & 0x7FFF_FFFF)


def _is_readable(title_id: str, field: str, value: str, override_id: int) -> bool:
    """Whether this version knows the field and can read the value. A load goes on without it."""
    try:
        FIELDS[field].decoded(value)
    except (KeyError, msgspec.DecodeError):
        _log.error("override_not_readable", title_id=title_id, field=field, override=override_id)
        return False
    return True


def corrections_of(title_id: str) -> list[Correction]:
    """Every override of this title, newest first."""
    return _corrections(Override.objects.filter(title_id=title_id))


def corrections_in_force() -> list[Correction]:
    """Every override in force, newest first."""
    found = _corrections(Override.objects.filter(undone=None))
    return [each for each in found if each.is_in_force]


def in_force_of(title_id: str) -> list[Correction]:
    """The overrides in force for this title, in the table's order. For pages everybody reads."""
    if not select(PRECIOUS, _ANY, [title_id]):  # of hardly a title; a fifth of asking for the rows
        return []
    order = list(FIELDS)
    found = _corrections(Override.objects.filter(title_id=title_id, undone=None))
    return sorted((e for e in found if e.is_in_force), key=lambda each: order.index(each.field))


def count_titles_corrected() -> int:
    """How many titles have overrides in force."""
    return Override.objects.filter(undone=None).values("title_id").distinct().count()


def _corrections(rows: Any) -> list[Correction]:
    """These overrides, newest first; the first of each field that is not undone is in force."""
    found, taken = [], set()
    for each in rows.order_by("-pk"):
        if not _is_readable(each.title_id, each.field, each.value, each.pk):
            continue
        place = (each.title_id, each.field)
        is_in_force = each.undone is None and place not in taken
        if is_in_force:
            taken.add(place)
        found.append(correction(each, is_in_force=is_in_force))
    return found


def correction(row: Override, *, is_in_force: bool = False) -> Correction:
    """The row as pages show it. Only for one that this version can read."""
    field = FIELDS[row.field]
    return Correction(
        override_id=row.pk,
        title_id=row.title_id,
        field=row.field,
        value=field.decoded(row.value),
        record_said=field.decoded(row.record_said),
        reason=row.reason,
        made_by_name=row.made_by_name,
        made=row.made,
        undone=row.undone,
        undone_by_name=row.undone_by_name,
        undone_reason=row.undone_reason,
        is_in_force=is_in_force,
    )
