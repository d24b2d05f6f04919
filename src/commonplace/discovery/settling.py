"""Keeping works settled: what the change logs name, or everything.

Whoever holds the index lock does it, before the titles are indexed: a title that went to another
work is in the derived store's change log and so in what is indexed next.
"""

from commonplace.catalogue.grouping.settling import (
    note_settled,
    settle,
    settle_all,
    settled_up_to,
)
from commonplace.discovery.changes import changes_after, is_too_far_behind, newest_change
from commonplace.discovery.indexes import Cursor

BATCH = 1_000
MUCH = 20_000
_NOTHING_BEHIND = 2**63 - 1


def settle_changes() -> None:
    """Settle the works of everything that changed since they were settled last."""
    settled = settled_up_to()
    newest = newest_change()
    if settled is None:
        settle_everything()
        return
    behind = Cursor(*settled, _NOTHING_BEHIND)  # moved titles are its result, not its business
    if sum(newest[:2]) - sum(settled) > MUCH or is_too_far_behind(behind):
        settle_everything()
        return
    while (changes := changes_after(behind, BATCH)).cursor != behind:
        settle(changes.title_ids)
        behind = changes.cursor
        note_settled(behind.records, behind.precious)


def settle_everything() -> list[str]:
    """Settle every work; the titles that went to another one."""
    newest = newest_change()
    moved = settle_all()
    note_settled(newest.records, newest.precious)
    return moved
