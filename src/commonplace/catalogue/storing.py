"""Writing the catalogue: source records with their change log, titles and works made from them.

Every function takes many rows at once and is idempotent. The caller opens the transactions, the
precious store first: a deed cut off between stores is done again, never half believed.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from django.db import connections

from commonplace.bibliography import number_of
from commonplace.bibliography.as_json import from_stored
from commonplace.catalogue.stores import (
    DERIVED,
    PRECIOUS,
    RECORDS,
    Row,
    Table,
    among,
    as_stored,
    in_chunks,
    select,
)
from commonplace.works.evidence import evidence_of

TITLES = Table(
    DERIVED,
    "rows_title",
    (
        "title_id", "work_id", "key_id", "control_number", "source", "description", "added",
        "version", "title_key", "author_key",
    ),
    same=("title_id",),
    kept=("added",),
)  # fmt: skip
WORK_KEYS = Table(DERIVED, "rows_workkey", ("key_id", "work_key", "work_id"), same=("key_id",))
EVIDENCE = Table(
    DERIVED, "rows_evidence", ("value", "title", "key", "kind"), same=("value", "title")
)
FREED_NUMBERS = Table(DERIVED, "rows_freednumber", ("value",), same=("value",))
SOURCE_RECORDS = Table(
    RECORDS,
    "catalogue_sourcerecord",
    (
        "title_id", "source", "control_number", "serialization", "content", "fingerprint",
        "problems", "first_loaded", "changed", "load_id", "is_withdrawn",
    ),
    same=("title_id",),
    kept=("first_loaded",),
)  # fmt: skip
AUTHORITY_RECORDS = Table(
    RECORDS,
    "catalogue_authorityrecord",
    ("record_id", "kind", "source", "control_number", "serialization", "content", "load_id"),
    same=("record_id",),
)
ISSUED = Table(
    PRECIOUS,
    "catalogue_issuedtitle",
    ("title_id", "source", "control_number", "issued", "key_id"),
    same=("title_id",),
    kept=("issued",),
)
FORMER_KEYS = Table(
    PRECIOUS, "catalogue_formerkey", ("title_id", "key_id"), same=("title_id", "key_id")
)
RECORDS_CHANGES = Table(RECORDS, "catalogue_recordschange", ("title_id",))
PRECIOUS_CHANGES = Table(PRECIOUS, "catalogue_preciouschange", ("title_id",))
_PRECIOUS_LOG = 0x4C6F_6731
_LOADS = 32
_WORKS_LOCK = 0x576F_726B


class Known(NamedTuple):
    """What the catalogue remembers of a title before a load touches it."""

    fingerprint: bytes
    is_withdrawn: bool
    load_id: int


def known(title_ids: Collection[str]) -> dict[str, Known]:
    """What is remembered of these titles; unknown ones are left out."""
    if not title_ids:
        return {}
    marks = ", ".join(["%s"] * len(title_ids))
    sql = f"""SELECT title_id, fingerprint, is_withdrawn, load_id FROM catalogue_sourcerecord
              WHERE title_id IN ({marks})"""  # noqa: S608 -- marks only
    return {
        row[0]: Known(bytes(row[1]), bool(row[2]), row[3])
        for row in select(RECORDS, sql, list(title_ids))
    }


def known_whole(title_ids: Collection[str]) -> dict[str, Known]:
    """``known``, but for titles whose rows are not of their record, or are not there.

    A load that was killed between the stores, and never went on, leaves such.
    """
    versions: dict[str, int] = {}
    for chunk in in_chunks(title_ids):
        sql = f"SELECT title_id, version FROM rows_title WHERE {among('title_id', chunk)}"  # noqa: S608 -- marks only
        versions |= dict(select(DERIVED, sql, chunk))
    return {
        title_id: each
        for title_id, each in known(title_ids).items()
        if each.is_withdrawn or load_of(versions.get(title_id, 0)) == each.load_id
    }


def version_of(load_id: int, revision: int) -> int:
    """A title's version: which load wrote its record, and which of our corrections are over it."""
    return load_id + (revision << _LOADS)


def load_of(version: int) -> int:
    """The load in a version."""
    return version & ((1 << _LOADS) - 1)


def shown(title_ids: Collection[str]) -> set[str]:
    """Those of these titles that pages show now."""
    if not title_ids:
        return set()
    marks = ", ".join(["%s"] * len(title_ids))
    sql = f"SELECT title_id FROM rows_title WHERE title_id IN ({marks})"  # noqa: S608 -- marks only
    return {row[0] for row in select(DERIVED, sql, list(title_ids))}


def works_of_keys(key_ids: Collection[str]) -> dict[str, str]:
    """The work each of these keys is in, those of them that are in another than their own."""
    works: dict[str, str] = {}
    for chunk in in_chunks(key_ids):
        sql = f"""SELECT key_id, work_id FROM rows_workkey
                  WHERE work_id <> key_id AND {among("key_id", chunk)}"""  # noqa: S608 -- marks only
        works |= {row[0]: row[1] for row in select(DERIVED, sql, chunk)}
    return works


class Issued(NamedTuple):
    """A title id as it is given out, with the work key the title has now."""

    title_id: str
    source: str
    control_number: str
    key_id: str


def issue(titles: Collection[Issued], *, at: datetime) -> None:
    """Remember for ever that these ids were given out, and every key a title had before."""
    when = as_stored(PRECIOUS, at)
    keys = {title.title_id: title.key_id for title in titles}
    former = [row for row in _keys_held(keys) if row[1] not in ("", keys[row[0]])]
    FORMER_KEYS.put_new(former)
    ISSUED.put([(*title[:3], when, title.key_id) for title in titles])


def _keys_held(title_ids: Collection[str]) -> list[Row]:
    rows: list[Row] = []
    for chunk in in_chunks(title_ids):
        sql = f"""SELECT title_id, key_id FROM catalogue_issuedtitle
                  WHERE {among("title_id", chunk)}"""  # noqa: S608 -- marks only
        rows += select(PRECIOUS, sql, chunk)
    return rows


def put_titles(titles: Sequence[Row], keys: Sequence[Row], evidence: Sequence[Row]) -> None:
    """Write the rows pages read, with the columns of ``TITLES``, ``WORK_KEYS``, ``EVIDENCE``."""
    WORK_KEYS.put_new(keys)
    TITLES.put(titles)
    EVIDENCE.put_new(evidence)


def remove_titles(title_ids: Collection[str]) -> None:
    """Take these titles out of what pages show, and what they say of works."""
    forget_evidence(title_ids)
    TITLES.forget(title_ids)


def forget_evidence(title_ids: Collection[str], said_now: Iterable[Row] = ()) -> None:
    """Drop what these titles say of works, as their rows say it until now.

    ``said_now`` is what they will say instead; what they no longer share with others is noted, so
    that those are settled too.
    """
    rows: list[Row] = []
    for chunk in in_chunks(title_ids):
        sql = f"""SELECT title_id, description, work_key FROM rows_title
                  JOIN rows_workkey ON rows_workkey.key_id = rows_title.key_id
                  WHERE {among("title_id", chunk)}"""  # noqa: S608 -- marks only
        for title_id, description, work_key in select(DERIVED, sql, chunk):
            said = evidence_of(from_stored(bytes(description)), work_key)
            rows += [(each.number, number_of(title_id)) for each in said]
    EVIDENCE.remove(rows)
    stays = {(row[0], row[1]) for row in said_now} if rows else set()
    _note_freed({row[0] for row in rows if row not in stays})


def _note_freed(values: Iterable[int]) -> None:
    for chunk in in_chunks(values):
        sql = f"SELECT DISTINCT value FROM rows_evidence WHERE {among('value', chunk)}"  # noqa: S608 -- marks only
        FREED_NUMBERS.put_new(select(DERIVED, sql, chunk))


def hold_works(seconds: int = 0) -> None:
    """Until this transaction of the derived store ends, nobody else writes what works are made of.

    SQLite lets one writer in anyway; PostgreSQL is asked to. With ``seconds``, waits no longer
    and then raises ``OperationalError``, as SQLite does.
    """
    if connections[DERIVED].vendor == "postgresql":
        select(DERIVED, "SELECT set_config('lock_timeout', %s, true)", [f"{seconds}s"])
        select(DERIVED, "SELECT pg_advisory_xact_lock(%s)", [_WORKS_LOCK])


def mark_withdrawn(title_ids: Collection[str]) -> None:
    """Remember that these records are gone from their source, and log the change."""
    _set_withdrawn(title_ids)
    log_changes(title_ids)


def log_changes(title_ids: Collection[str]) -> None:
    """Write down that these titles must be indexed again, beside the change itself."""
    RECORDS_CHANGES.put([(title_id,) for title_id in title_ids])


def log_precious_changes(title_ids: Iterable[str]) -> None:
    """Write down that what readers or staff did touches these titles, beside the deed itself.

    The caller's transaction holds the log until it ends, so that entries become visible in the
    order of their numbers and a follower never passes one by.
    """
    if connections[PRECIOUS].vendor == "postgresql":
        select(PRECIOUS, "SELECT pg_advisory_xact_lock(%s)", [_PRECIOUS_LOG])
    PRECIOUS_CHANGES.put([(title_id,) for title_id in title_ids])


def _set_withdrawn(title_ids: Collection[str]) -> None:
    with connections[RECORDS].cursor() as cursor:
        cursor.executemany(
            "UPDATE catalogue_sourcerecord SET is_withdrawn = %s WHERE title_id = %s",
            [(True, title_id) for title_id in title_ids],
        )
