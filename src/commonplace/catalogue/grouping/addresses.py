"""Where an address of a work leads: to itself, to another work, to nothing any more."""

import json
from enum import Enum

from commonplace.catalogue.grouping.anchors import work_of_heirs, works_of
from commonplace.catalogue.stores import DERIVED, PRECIOUS, select


class Nowhere(Enum):
    """Why an address of a work leads nowhere."""

    GONE = "its titles were withdrawn"
    UNKNOWN = "it never was one"


def lead_of(work_id: str) -> str | Nowhere:
    """The id of the work to show at this address: itself, or the one it became.

    An id stays good for ever: a key's leads to the work the key is in or, when no title has the key
    any more, to where its titles went; the id a split gave leads to where its titles are.
    """
    if _has_titles(work_id):
        return work_id
    became = works_of("rows_workkey", "key_id", [work_id]).get(work_id)
    if became and _has_titles(became):
        return became
    return _work_of_set_apart(work_id) or work_of_heirs(work_id) or _why_nowhere(work_id)


def _has_titles(work_id: str) -> bool:
    sql = "SELECT 1 FROM rows_title WHERE work_id = %s LIMIT 1"
    return bool(select(DERIVED, sql, [work_id]))


def _work_of_set_apart(own_id: str) -> str | None:
    """Where the first title that this split set apart is now."""
    sql = "SELECT titles FROM catalogue_groupingdecision WHERE own_id = %s"
    rows = select(PRECIOUS, sql, [own_id])
    if not rows:
        return None
    works = works_of("rows_title", "title_id", sorted(json.loads(rows[0][0])))
    return next(iter(sorted(works.values())), None)


def _why_nowhere(work_id: str) -> Nowhere:
    for table, column in (
        ("catalogue_issuedtitle", "key_id"),
        ("catalogue_formerkey", "key_id"),
        ("catalogue_groupingdecision", "own_id"),
    ):
        sql = f"SELECT 1 FROM {table} WHERE {column} = %s LIMIT 1"  # noqa: S608 -- our own names
        if select(PRECIOUS, sql, [work_id]):
            return Nowhere.GONE
    return Nowhere.UNKNOWN
