"""What records say now, without the library's corrections, and how that stands to these.

A record is read and mapped anew; what was read is remembered until the record changes.
"""

from collections import OrderedDict
from collections.abc import Collection, Mapping
from enum import StrEnum

import zstandard

from commonplace.bibliography import Description
from commonplace.catalogue.corrections.applying import said_of
from commonplace.catalogue.corrections.in_force import Correction
from commonplace.catalogue.stores import RECORDS, among, in_chunks, select
from commonplace.records.mapping import describe
from commonplace.records.readers import Frame, Serialization, read_record

_REMEMBERED = 1_000
_remembered: OrderedDict[tuple[str, bytes], Description] = OrderedDict()


class RecordNow(StrEnum):
    """How the record stands to a correction of it, in the order staff should look at them."""

    AGREES = "agrees"
    CHANGED = "changed"
    SAME = "same"
    GONE = "gone"


def record_now(correction: Correction, says: Description | None) -> RecordNow:
    """Whether the record changed since it was corrected, or says the same by now."""
    if says is None:
        return RecordNow.GONE
    now = said_of(says, correction.field)
    if now == correction.value:
        return RecordNow.AGREES
    return RecordNow.SAME if now == correction.record_said else RecordNow.CHANGED


def record_says(title_id: str) -> Description | None:
    """What this title's record says; ``None`` where it is withdrawn or cannot be read."""
    return records_say([title_id]).get(title_id)


def records_say(title_ids: Collection[str]) -> dict[str, Description]:
    """What the records of these titles say, those of them that are here."""
    prints = _fingerprints(title_ids)
    unread = [title for title, mark in prints.items() if (title, mark) not in _remembered]
    found = {title: _remembered[title, prints[title]] for title in prints.keys() - set(unread)}
    for title_id, description in _read(unread).items():
        found[title_id] = description
        _remembered[title_id, prints[title_id]] = description
    while len(_remembered) > _REMEMBERED:
        _remembered.popitem(last=False)
    return found


def _fingerprints(title_ids: Collection[str]) -> Mapping[str, bytes]:
    prints: dict[str, bytes] = {}
    for chunk in in_chunks(title_ids):
        sql = f"""SELECT title_id, fingerprint FROM catalogue_sourcerecord
                  WHERE NOT is_withdrawn AND {among("title_id", chunk)}"""  # noqa: S608 -- marks only
        prints |= {row[0]: bytes(row[1]) for row in select(RECORDS, sql, chunk)}
    return prints


def _read(title_ids: Collection[str]) -> dict[str, Description]:
    decompress = zstandard.ZstdDecompressor().decompress
    found: dict[str, Description] = {}
    for chunk in in_chunks(title_ids):
        sql = f"""SELECT title_id, serialization, content FROM catalogue_sourcerecord
                  WHERE {among("title_id", chunk)}"""  # noqa: S608 -- marks only
        for title_id, serialization, content in select(RECORDS, sql, chunk):
            frame = Frame(1, 0, decompress(bytes(content)), Serialization(serialization))
            record, _problems = read_record(frame)
            if record is not None:
                found[title_id] = describe(record).description
    return found
