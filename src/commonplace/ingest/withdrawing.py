"""The end of a full load: titles of the source that the files lacked are withdrawn.

All in one transaction, and only when every file was read to its end. A title whose new record could
not be read keeps its old one: its control number is looked for in what was set aside.
"""

import re

from django.db import transaction

from commonplace.browse.storing import forget_places
from commonplace.catalogue import storing
from commonplace.catalogue.models import Load, QuarantinedRecord, SeenTitle
from commonplace.catalogue.stores import DERIVED, RECORDS, select
from commonplace.holdings.storing import forget_holdings
from commonplace.ingest.errors import TooFewRecords
from commonplace.ingest.quarantine import bytes_of

SHRINKS_TOO_FAR = 0.5


def withdraw_unseen(load: Load, *, accept_shrink: bool) -> int:
    """Withdraw what this full load did not meet; how many titles that were.

    Raises ``TooFewRecords`` when more than half would go and ``accept_shrink`` is false.
    """
    unseen = _unseen(load)
    seen = SeenTitle.objects.filter(load_id=load.pk).count()
    if len(unseen) > SHRINKS_TOO_FAR * (seen + len(unseen)) and not accept_shrink:
        raise TooFewRecords(seen=seen, before=seen + len(unseen))
    gone = _really_gone(load, unseen)
    with transaction.atomic(DERIVED):
        storing.hold_works()
        forget_holdings(gone)
        forget_places(gone)
        storing.remove_titles(gone)
    with transaction.atomic(RECORDS):
        storing.mark_withdrawn(gone)
        SeenTitle.objects.filter(load_id=load.pk).delete()
    return len(gone)


def _unseen(load: Load) -> dict[str, str]:
    sql = """SELECT title_id, control_number FROM catalogue_sourcerecord
             WHERE source = %s AND NOT is_withdrawn AND title_id NOT IN
                   (SELECT title_id FROM catalogue_seentitle WHERE load_id = %s)"""
    return dict(select(RECORDS, sql, [load.source, load.pk]))


def _really_gone(load: Load, unseen: dict[str, str]) -> list[str]:
    words: set[bytes] = set()
    for each in QuarantinedRecord.objects.filter(load_id=load.pk).iterator():
        words.update(_WORD.findall(bytes_of(each)))
    return [title for title, number in unseen.items() if not _stands_among(number, words)]


def _stands_among(number: str, words: set[bytes]) -> bool:
    """Whether every part of this control number stands, whole, in what was set aside."""
    parts = _WORD.findall(number.encode("utf-8", "surrogatepass"))
    return bool(parts) and words.issuperset(parts)


_WORD = re.compile(rb"[A-Za-z0-9\x80-\xff]+")
