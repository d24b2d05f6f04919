"""Anchors: where words are written, pointed to the work they are in now.

An anchor follows its title. If the title is gone it follows its key; if no title has that key any
more, the titles that had it; else it stays where it is, and nothing of what hangs on it is lost.
"""

from collections.abc import Collection, Iterable

from django.db import connections, transaction

from commonplace.bibliography import id_of
from commonplace.catalogue.grouping.models import Anchor
from commonplace.catalogue.grouping.reading import Part
from commonplace.catalogue.stores import DERIVED, PRECIOUS, Table, among, in_chunks, select
from commonplace.catalogue.storing import log_precious_changes

_ANCHORS_AT_ONCE = 1_000
_TABLE = Table(
    PRECIOUS,
    "catalogue_anchor",
    ("key_id", "title_id", "work_id"),
    same=("key_id", "title_id"),
)
_ANCHORS = "SELECT id, key_id, title_id, work_id FROM catalogue_anchor"


class NoSuchTitle(LookupError):
    """Nothing can be written on a title that the catalogue does not show."""


def anchor_for(title_id: str) -> Anchor:
    """The anchor for what is written on this title now; made at the first word.

    Raises ``NoSuchTitle``.
    """
    sql = "SELECT key_id, work_id FROM rows_title WHERE title_id = %s"
    rows = select(DERIVED, sql, [title_id])
    if not rows:
        raise NoSuchTitle(title_id)
    key_id, work_id = rows[0]
    anchor, _is_new = Anchor.objects.get_or_create(
        key_id=key_id, title_id=title_id, defaults={"work_id": work_id}
    )
    return anchor


def anchors_for(title_ids: Collection[str]) -> dict[str, int]:
    """The numbers of the anchors for what is written on these titles now, made where there is none.

    Titles that the catalogue does not show are left out.
    """
    anchors: dict[str, int] = {}
    for chunk in in_chunks(title_ids, _ANCHORS_AT_ONCE):
        sql = f"SELECT key_id, title_id, work_id FROM rows_title WHERE {among('title_id', chunk)}"  # noqa: S608 -- marks only
        places = {(key, title): work for key, title, work in select(DERIVED, sql, chunk)}
        _TABLE.put_new([(*place, work) for place, work in places.items()])
        rows = select(PRECIOUS, f"{_ANCHORS} WHERE {among('title_id', chunk)}", chunk)
        anchors |= {title: number for number, key, title, _ in rows if (key, title) in places}
    return anchors


def repoint(title_ids: Collection[str], part: Part) -> None:
    """Point the anchors of these titles, and of all titles and keys of this part, where they go."""
    titles = {*title_ids, *(id_of(title) for title in part.under)}
    keys = {id_of(key) for key in part.live} | _keys_written_on(titles)
    found: dict[int, tuple[str, str, str]] = {}
    for column, values in (("title_id", titles), ("key_id", keys)):
        for chunk in in_chunks(values):
            rows = select(PRECIOUS, f"{_ANCHORS} WHERE {among(column, chunk)}", chunk)
            found |= {number: (key, title, work) for number, key, title, work in rows}
    _point(found)


def repoint_all() -> None:
    """Point every anchor where it goes."""
    for chunk in in_chunks(select(PRECIOUS, _ANCHORS)):
        _point({number: (key, title, work) for number, key, title, work in chunk})


def _keys_written_on(titles: Iterable[str]) -> set[str]:
    """Keys these titles had, the last one too: words of others that are gone may hang on them."""
    keys: set[str] = set()
    for chunk in in_chunks(titles):
        for table in ("catalogue_formerkey", "catalogue_issuedtitle"):
            sql = f"SELECT key_id FROM {table} WHERE {among('title_id', chunk)}"  # noqa: S608 -- marks only
            keys |= {row[0] for row in select(PRECIOUS, sql, chunk)}
    return keys


def _point(anchors: dict[int, tuple[str, str, str]]) -> None:
    of_titles = works_of("rows_title", "title_id", {title for _, title, _ in anchors.values()})
    of_keys = works_of("rows_workkey", "key_id", {key for key, _, _ in anchors.values()})
    changed: list[tuple[str, int]] = []
    works: set[str] = set()
    for number, (key, title, work) in anchors.items():
        now = of_titles.get(title) or of_keys.get(key) or work_of_heirs(key) or work
        if now != work:
            changed.append((now, number))
            works |= {work, now}
    if not changed:
        return
    with transaction.atomic(PRECIOUS), connections[PRECIOUS].cursor() as cursor:
        # What is written counts from here on in another work: titles of both are indexed again,
        # also those that stay where they are.
        log_precious_changes(_titles_in(works))
        cursor.executemany("UPDATE catalogue_anchor SET work_id = %s WHERE id = %s", changed)


def _titles_in(works: Iterable[str]) -> list[str]:
    titles: list[str] = []
    for chunk in in_chunks(works):
        sql = f"SELECT title_id FROM rows_title WHERE {among('work_id', chunk)}"  # noqa: S608 -- marks only
        titles += [row[0] for row in select(DERIVED, sql, chunk)]
    return titles


def works_of(table: str, column: str, ids: Iterable[str]) -> dict[str, str]:
    """The work of each of these titles or keys that is there."""
    works: dict[str, str] = {}
    for chunk in in_chunks(ids):
        sql = f"SELECT {column}, work_id FROM {table} WHERE {among(column, chunk)}"  # noqa: S608 -- our own names
        works |= {row[0]: row[1] for row in select(DERIVED, sql, chunk)}
    return works


def work_of_heirs(key_id: str) -> str | None:
    """The work that most titles which once had this key are in now; ``None`` when none is here."""
    sql = """SELECT title_id FROM catalogue_formerkey WHERE key_id = %s
             UNION SELECT title_id FROM catalogue_issuedtitle WHERE key_id = %s"""
    titles = [row[0] for row in select(PRECIOUS, sql, [key_id, key_id])]
    works = list(works_of("rows_title", "title_id", titles).values())
    return min(works, key=lambda work: (-works.count(work), work)) if works else None
