"""Keeping works settled: what the change logs name, or everything.

Whoever holds the index lock does it, before the titles are indexed: a title that went to another
work is in the derived store's change log and so in what is indexed next.
"""

from django.db import transaction

from commonplace.catalogue.grouping.settling import (
    note_settled,
    settle,
    settle_all,
    settled_up_to,
)
from commonplace.catalogue.stores import DERIVED
from commonplace.catalogue.storing import hold_works
from commonplace.discovery.changes import changes_after, is_lost, newest_change
from commonplace.discovery.indexes import Cursor

BATCH = 1_000
MUCH = 20_000
_NOTHING_BEHIND = 2**63 - 1
"""Titles that moved are what settling gives, not what it is for."""


def settle_changes() -> None:
    """Settle the works of everything that changed since they were settled last."""
    while _settle_some():
        pass


def _settle_some() -> bool:
    """Settle a few, and write down how far that is in the same transaction; whether it did any.

    Rows that are built again meanwhile come with their own mark, so each time it is read anew.
    """
    with transaction.atomic(DERIVED):
        hold_works()
        settled = settled_up_to()
        if settled is None or _is_far_behind(Cursor(*settled, _NOTHING_BEHIND)):
            settle_everything()
            return False
        changes = changes_after(Cursor(*settled, _NOTHING_BEHIND), BATCH)
        if changes.cursor[:2] == settled:
            return False
        settle(changes.title_ids)
        note_settled(changes.cursor.records, changes.cursor.precious)
    return True


def _is_far_behind(settled: Cursor) -> bool:
    return sum(newest_change()[:2]) - sum(settled[:2]) > MUCH or is_lost(settled)


def settle_everything() -> list[str]:
    """Settle every work; the titles that went to another one."""
    with transaction.atomic(DERIVED):
        hold_works()
        newest = newest_change()
        moved = settle_all()
        note_settled(newest.records, newest.precious)
    return moved
