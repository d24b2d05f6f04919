"""Every decision about works, as lines for another program: keys by their text and titles by their
record, so that they mean something outside this catalogue.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from commonplace.catalogue.grouping.queries import Decision, every_decision
from commonplace.catalogue.stores import DERIVED, PRECIOUS, among, in_chunks, select

_BATCH = 500


def decisions_for_export() -> Iterator[dict[str, Any]]:
    """Every decision ever made, oldest first, undone ones too, ready for any JSON writer.

    A key that no title has any more has no text here; its id is a hash of it and lasts.
    """
    for batch in in_chunks(every_decision(), _BATCH):
        keys = texts_of_keys(key for each in batch for key in (*each.keys, *each.rest))
        records = records_of_titles(title for each in batch for title in each.titles)
        for each in batch:
            yield _line(each, keys, records)


def _line(
    each: Decision, keys: dict[str, str], records: dict[str, tuple[str, str]]
) -> dict[str, Any]:
    undone = each.undoing
    return {
        "kind": each.kind,
        "decision": each.own_id,
        "keys": [{"key_id": key, "key": keys.get(key)} for key in each.keys],
        "rest": [{"key_id": key, "key": keys.get(key)} for key in each.rest],
        "titles": [_title(title_id, records) for title_id in each.titles],
        "reason": each.reason,
        "made_by": each.made_by,
        "made_by_name": each.made_by_name,
        "made": each.made.isoformat(),
        "undone_by": undone.by if undone else "",
        "undone_by_name": undone.by_name if undone else "",
        "undone": undone.moment.isoformat() if undone else None,
        "undone_reason": undone.reason if undone else "",
    }


def _title(title_id: str, records: dict[str, tuple[str, str]]) -> dict[str, str]:
    source, control_number = records.get(title_id, ("", ""))
    return {"title_id": title_id, "source": source, "control_number": control_number}


def texts_of_keys(key_ids: Iterable[str]) -> dict[str, str]:
    """The text of each of these keys that some title has now."""
    found: dict[str, str] = {}
    for chunk in in_chunks(dict.fromkeys(key_ids)):
        sql = f"SELECT key_id, work_key FROM rows_workkey WHERE {among('key_id', chunk)}"  # noqa: S608 -- marks only
        found |= dict(select(DERIVED, sql, chunk))
    return found


def records_of_titles(title_ids: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Source and control number of each of these titles, withdrawn or not."""
    found: dict[str, tuple[str, str]] = {}
    for chunk in in_chunks(dict.fromkeys(title_ids)):
        sql = f"""SELECT title_id, source, control_number FROM catalogue_issuedtitle
                  WHERE {among("title_id", chunk)}"""  # noqa: S608 -- marks only
        found |= {row[0]: (row[1], row[2]) for row in select(PRECIOUS, sql, chunk)}
    return found
