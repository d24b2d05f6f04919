"""What pages ask of the holdings: items and statements, answered for many titles at once."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from commonplace.bibliography import HoldingsStatement, Item, ItemStatus
from commonplace.catalogue.stores import DERIVED, select


def items_of(title_ids: Sequence[str]) -> dict[str, list[Item]]:
    """The items of each of these titles; a title without items maps to an empty list."""
    found: dict[str, list[Item]] = {title_id: [] for title_id in title_ids}
    for title_id, *row in _select(
        "SELECT title_id, branch, location, call_number, barcode, status, due, note, copy, loans"
        " FROM holdings_item WHERE title_id IN ({}) ORDER BY id",
        title_ids,
    ):
        found[title_id].append(_item(row))
    return found


def statements_of(title_ids: Sequence[str]) -> dict[str, list[HoldingsStatement]]:
    """The holdings statements of each of these titles."""
    found: dict[str, list[HoldingsStatement]] = {title_id: [] for title_id in title_ids}
    for title_id, *row in _select(
        "SELECT title_id, branch, text, note FROM holdings_statement"
        " WHERE title_id IN ({}) ORDER BY id",
        title_ids,
    ):
        found[title_id].append(HoldingsStatement(*row))
    return found


def _item(row: Sequence[Any]) -> Item:
    branch, location, call_number, barcode, status, due, *rest = row
    if isinstance(due, str):
        due = date.fromisoformat(due)
    return Item(branch, location, call_number, barcode, ItemStatus(status), due, *rest)


def _select(sql: str, title_ids: Sequence[str]) -> list[tuple[Any, ...]]:
    if not title_ids:
        return []
    return select(DERIVED, sql.format(", ".join(["%s"] * len(title_ids))), title_ids)
