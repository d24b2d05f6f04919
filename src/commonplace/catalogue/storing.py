"""Writing the catalogue: source records with their change log, titles and works made from them.

Every function takes many rows at once and is idempotent. The caller opens the transactions, the
precious store first: a deed cut off between stores is done again, never half believed.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from django.db import connections

from commonplace.catalogue.stores import DERIVED, PRECIOUS, RECORDS, Row, Table, as_stored, select

TITLES = Table(
    DERIVED,
    "rows_title",
    (
        "title_id", "work_id", "control_number", "source", "description", "added", "version",
        "title_key", "author_key",
    ),
    same=("title_id",),
    kept=("added",),
)  # fmt: skip
WORKS = Table(DERIVED, "rows_work", ("work_id", "work_key"), same=("work_id",))
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
    ("title_id", "source", "control_number", "issued"),
    same=("title_id",),
)
RECORDS_CHANGES = Table(RECORDS, "catalogue_recordschange", ("title_id",))


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


def shown(title_ids: Collection[str]) -> set[str]:
    """Those of these titles that pages show now."""
    if not title_ids:
        return set()
    marks = ", ".join(["%s"] * len(title_ids))
    sql = f"SELECT title_id FROM rows_title WHERE title_id IN ({marks})"  # noqa: S608 -- marks only
    return {row[0] for row in select(DERIVED, sql, list(title_ids))}


def issue(titles: Iterable[tuple[str, str, str]], *, at: datetime) -> None:
    """Remember for ever that these ``(title_id, source, control_number)`` were given out."""
    when = as_stored(PRECIOUS, at)
    ISSUED.put_new([(*title, when) for title in titles])


def put_titles(titles: Sequence[Row], works: Sequence[Row]) -> None:
    """Write the rows pages read: ``TITLES.columns`` and ``WORKS.columns``."""
    WORKS.put_new(works)
    TITLES.put(titles)


def remove_titles(title_ids: Collection[str]) -> None:
    """Take these titles out of what pages show."""
    TITLES.forget(title_ids)


def mark_withdrawn(title_ids: Collection[str]) -> None:
    """Remember that these records are gone from their source, and log the change."""
    _set_withdrawn(title_ids)
    log_changes(title_ids)


def log_changes(title_ids: Collection[str]) -> None:
    """Write down that these titles must be indexed again, beside the change itself."""
    RECORDS_CHANGES.put([(title_id,) for title_id in title_ids])


def _set_withdrawn(title_ids: Collection[str]) -> None:
    with connections[RECORDS].cursor() as cursor:
        cursor.executemany(
            "UPDATE catalogue_sourcerecord SET is_withdrawn = %s WHERE title_id = %s",
            [(True, title_id) for title_id in title_ids],
        )
