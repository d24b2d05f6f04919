"""The copies, by the convention that gives barcodes; and the holdings statements with their places.

Exports often say the same twice, in the standard's field and in the system's own. Copies with a
barcode are believed, each barcode once; where none has one, the first convention that says
anything.
"""

from msgspec.structs import replace

from commonplace.bibliography import HoldingsStatement, Item
from commonplace.records.mapping.builders.copies import Copy, StatementLine
from commonplace.records.mapping.plan import Gathered

CONVENTIONS = ("copies_952", "copies_852", "copies_876", "copies_949", "copies_945", "copies_999")


def items(gathered: Gathered) -> tuple[Item, ...]:
    """The copies the record names."""
    values = gathered.values
    by_convention = [values[name] for name in CONVENTIONS if name in values]
    if not by_convention:
        return ()
    if "copies_876" in values:
        by_convention = [
            _placed(values["copies_876"], values.get("copies_852") or []),
            *by_convention,
        ]
    found: list[Copy] = [copy for copies in by_convention for copy in copies]
    _report_dates(found, gathered)
    with_barcode: dict[str, Copy] = {}
    for copy in found:
        if copy.item.barcode:
            with_barcode.setdefault(copy.item.barcode, copy)
    chosen = with_barcode.values() or by_convention[0]
    return tuple(copy.item for copy in chosen if not copy.is_gone)


def _placed(pieces: list[Copy], places: list[Copy]) -> list[Copy]:
    """876 with branch and call number of the 852 it is linked to, or of the only one."""
    by_link = {place.link: place.item for place in places}
    only = places[0].item if len(places) == 1 else None
    return [_at(piece, by_link.get(piece.link, only) if piece.link else only) for piece in pieces]


def _at(piece: Copy, place: Item | None) -> Copy:
    if place is None:
        return piece
    own = piece.item
    there = replace(
        own,
        branch=place.branch,
        location=own.location or place.location,
        call_number=place.call_number,
    )
    return replace(piece, item=there)


def _report_dates(found: list[Copy], gathered: Gathered) -> None:
    for copy in found:
        if copy.wrong_date:
            gathered.report("item_date_wrong", "952$q", f"no due date: {copy.wrong_date[:40]}")


def holdings(gathered: Gathered) -> tuple[HoldingsStatement, ...]:
    """The runs the library has, each with the branch of the 852 it is linked to."""
    lines: list[StatementLine] | None = gathered.values.get("statements")
    if lines is None:
        return ()
    places: list[Copy] = gathered.values.get("copies_852") or []
    by_link = {place.link: place.item.branch for place in places if place.link}
    first = places[0].item.branch if places else ""
    return tuple(
        HoldingsStatement(by_link.get(line.link, first), line.text, line.note) for line in lines
    )
