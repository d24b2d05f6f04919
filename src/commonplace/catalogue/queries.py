"""What pages and feeds ask of the catalogue: named SQL, answered with frozen values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import zstandard

from commonplace.bibliography import Description
from commonplace.bibliography.as_json import from_stored
from commonplace.catalogue.stores import DERIVED, PRECIOUS, RECORDS, among, select

_EPOCH = date(1970, 1, 1)
_TITLE = "title_id, work_id, control_number, source, description, added, version"


@dataclass(frozen=True, slots=True)
class TitleRow:
    """One title as pages show it. ``version`` grows with each change; caches hang on it."""

    title_id: str
    work_id: str
    control_number: str
    source: str
    description: Description
    added: date
    version: int


@dataclass(frozen=True, slots=True)
class StoredRecord:
    """The source record behind a title, as it was loaded."""

    title_id: str
    source: str
    control_number: str
    serialization: str
    content: bytes
    problems: str
    first_loaded: datetime
    changed: datetime
    is_withdrawn: bool


def titles_by_id(title_ids: Sequence[str]) -> dict[str, TitleRow]:
    """The titles with these ids, those of them there are, in one statement."""
    if not title_ids:
        return {}
    rows = select(
        DERIVED, f"SELECT {_TITLE} FROM rows_title WHERE {among('title_id', title_ids)}", title_ids
    )
    return {row.title_id: row for row in map(_title_row, rows)}


def title(title_id: str) -> TitleRow | None:
    """The title with this id, or ``None``."""
    return titles_by_id([title_id]).get(title_id)


def titles_of_works(work_ids: Sequence[str]) -> dict[str, list[TitleRow]]:
    """All titles of each of these works, newest first."""
    found: dict[str, list[TitleRow]] = {work_id: [] for work_id in work_ids}
    if work_ids:
        sql = f"SELECT {_TITLE} FROM rows_title WHERE {among('work_id', work_ids)}"
        for row in map(_title_row, select(DERIVED, sql, work_ids)):
            found[row.work_id].append(row)
    for rows in found.values():
        rows.sort(key=lambda row: (-(row.description.publication.year or 0), row.title_id))
    return found


def newest_titles(limit: int) -> list[TitleRow]:
    """The titles that came in last, newest first."""
    sql = f"SELECT {_TITLE} FROM rows_title ORDER BY added DESC, id DESC LIMIT %s"
    return [_title_row(row) for row in select(DERIVED, sql, [limit])]


def id_ranges(length: int) -> list[tuple[int, int]]:
    """Spans of row numbers, ends included, that together hold every title."""
    least, most = select(DERIVED, "SELECT min(id), max(id) FROM rows_title")[0]
    if least is None:
        return []
    return [(first, first + length - 1) for first in range(least, most + 1, length)]


def titles_in_range(first: int, last: int) -> list[TitleRow]:
    """The titles with row numbers in this span."""
    sql = f"SELECT {_TITLE} FROM rows_title WHERE id BETWEEN %s AND %s ORDER BY id"
    return [_title_row(row) for row in select(DERIVED, sql, [first, last])]


def titles_filed_under(key: str, limit: int) -> list[TitleRow]:
    """Titles whose title or creator files from this key on: the answer without a search index."""
    beyond = key + "\U0010ffff"
    found: dict[str, TitleRow] = {}
    for column in ("title_key", "author_key"):
        sql = f"""SELECT {_TITLE} FROM rows_title WHERE {column} >= %s AND {column} < %s
                  ORDER BY {column}, title_id LIMIT %s"""
        for row in map(_title_row, select(DERIVED, sql, [key, beyond, limit])):
            found.setdefault(row.title_id, row)
    return list(found.values())[:limit]


def count_titles() -> int:
    """How many titles the catalogue shows."""
    return int(select(DERIVED, "SELECT count(*) FROM rows_title", [])[0][0])


def count_records() -> int:
    """How many source records are kept and not withdrawn; suppressed ones among them."""
    sql = "SELECT count(*) FROM catalogue_sourcerecord WHERE NOT is_withdrawn"
    return int(select(RECORDS, sql)[0][0])


def work_keys_of(work_id: str) -> dict[str, str]:
    """The published keys, by their ids, of the titles in this work; empty when it has none."""
    sql = "SELECT key_id, work_key FROM rows_workkey WHERE work_id = %s ORDER BY key_id"
    return dict(select(DERIVED, sql, [work_id]))


def was_issued(title_id: str) -> bool:
    """Whether this id was ever a title here: gone is not the same as never heard of."""
    sql = "SELECT 1 FROM catalogue_issuedtitle WHERE title_id = %s"
    return bool(select(PRECIOUS, sql, [title_id]))


def source_record(title_id: str) -> StoredRecord | None:
    """The source record of this title, withdrawn or not, or ``None``."""
    sql = """SELECT title_id, source, control_number, serialization, content, problems,
                    first_loaded, changed, is_withdrawn
             FROM catalogue_sourcerecord WHERE title_id = %s"""
    rows = select(RECORDS, sql, [title_id])
    return _stored_record(rows[0]) if rows else None


def last_load_finished() -> datetime | None:
    """When the newest finished load ended: what *as of* means for the snapshot."""
    rows = select(RECORDS, "SELECT max(finished) FROM catalogue_load", [])
    return _moment(rows[0][0]) if rows[0][0] else None


def _stored_record(row: Sequence[Any]) -> StoredRecord:
    content = zstandard.ZstdDecompressor().decompress(bytes(row[4]))
    first, changed = _moment(row[6]), _moment(row[7])
    title_id, source, control_number, serialization = row[:4]
    return StoredRecord(
        title_id,
        source,
        control_number,
        serialization,
        content,
        row[5],
        first,
        changed,
        bool(row[8]),
    )


def _title_row(row: Sequence[Any]) -> TitleRow:
    title_id, work_id, control_number, source, stored, days, version = row
    description, added = from_stored(bytes(stored)), _EPOCH + timedelta(days=days)
    return TitleRow(title_id, work_id, control_number, source, description, added, version)


def _moment(value: Any) -> datetime:
    """A time as the store gives it: SQLite keeps text in UTC, PostgreSQL gives it aware."""
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=UTC)
    moment = datetime.fromisoformat(value)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
