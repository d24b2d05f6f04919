"""What a library has of a title, as the load's records state it: copies and summary statements."""

from datetime import date
from enum import StrEnum

from msgspec import Struct


class ItemStatus(StrEnum):
    """Whether one copy can be had. ``UNKNOWN`` is an answer."""

    IN = "in"
    OUT = "out"
    ON_ITS_WAY = "on_its_way"
    ON_ORDER = "on_order"
    IN_LIBRARY_ONLY = "in_library_only"
    MISSING = "missing"
    UNKNOWN = "unknown"


class Item(Struct, frozen=True, omit_defaults=True):
    """One copy with a barcode. Branch and location are codes as the record has them."""

    branch: str
    location: str = ""
    call_number: str = ""
    barcode: str = ""
    status: ItemStatus = ItemStatus.UNKNOWN
    due: date | None = None
    note: str = ""
    copy: str = ""
    loans: int = 0


class HoldingsStatement(Struct, frozen=True, omit_defaults=True):
    """A run a library has, in its own words: ``v.1 (1990)-v.30 (2019)`` (MARC 21 866–868)."""

    branch: str
    text: str
    note: str = ""
