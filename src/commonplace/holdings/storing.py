"""Writing what stands where, as a load states it."""

from collections.abc import Collection, Sequence

from commonplace.bibliography import HoldingsStatement, Item
from commonplace.catalogue.stores import DERIVED, Row, Table, as_stored

ITEMS = Table(
    DERIVED,
    "holdings_item",
    (
        "title_id", "branch", "location", "call_number", "barcode", "status", "due", "note",
        "copy", "loans",
    ),
)  # fmt: skip
STATEMENTS = Table(DERIVED, "holdings_statement", ("title_id", "branch", "text", "note"))


def put_holdings(items: Sequence[Row], statements: Sequence[Row]) -> None:
    """Write these rows; of titles that had holdings before, forget those first."""
    ITEMS.put(items)
    STATEMENTS.put(statements)


def forget_holdings(title_ids: Collection[str]) -> None:
    """Forget what these titles had."""
    ITEMS.forget(title_ids)
    STATEMENTS.forget(title_ids)


def item_row(title_id: str, item: Item) -> Row:
    """The row of ``ITEMS`` for this copy."""
    due = as_stored(DERIVED, item.due) if item.due else None
    return (
        title_id, item.branch, item.location, item.call_number, item.barcode, item.status.value,
        due, item.note, item.copy, item.loans,
    )  # fmt: skip


def statement_row(title_id: str, statement: HoldingsStatement) -> Row:
    """The row of ``STATEMENTS`` for this run."""
    return (title_id, statement.branch, statement.text, statement.note)
