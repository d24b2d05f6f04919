"""Copies, as library systems write them into their exports, and holdings statements.

Every system has a convention of its own: Koha 952, Evergreen and MARC holdings 852, Sirsi 949 or
999, Innovative 945 or 949. A ``CopyTable`` states one convention as a table; what is common is
here. A record says what was true when it was exported: live systems answer better.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from msgspec import Struct

from commonplace.bibliography import Item, ItemStatus
from commonplace.records.mapping.punctuation import tidy, trimmed
from commonplace.records.record import Field

Parts = dict[str, str]
StatusRule = Callable[[Parts, str], ItemStatus]

WORDS = (
    (
        ItemStatus.IN,
        r"available|on shelf|in library$|checked in|reshelving|recently returned|not checked out",
    ),
    (
        ItemStatus.OUT,
        r"checked out|on loan|charged|overdue|long overdue|claims returned|borrowed|issued",
    ),
    (ItemStatus.ON_ITS_WAY, r"in transit|transit|on holds shelf|hold ?shelf|on its way|awaiting"),
    (ItemStatus.ON_ORDER, r"on order|in process|cataloging|cataloguing|ordered|received|new"),
    (
        ItemStatus.IN_LIBRARY_ONLY,
        r"reference|library use|in-library|non-?circ|not for loan|reserves?",
    ),
    (
        ItemStatus.MISSING,
        r"lost|missing|damaged|discard|withdrawn|trace|bindery|mending|repair|deleted",
    ),
)
_WORDS = tuple((status, re.compile(rf"(?:{words})", re.IGNORECASE)) for status, words in WORDS)
_ISO_DATE = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})")
_SHORT_DATE = re.compile(r"(\d{1,2})[-/](\d{1,2})[-/](\d{2,4})")
_CENTURY, _SHORT_YEAR = 2000, 100


class Copy(Struct, frozen=True, gc=False):
    """One copy, the link number ($8) that joins it to its holdings, and what went wrong."""

    item: Item
    link: str = ""
    is_gone: bool = False
    wrong_date: str = ""


def in_words(parts: Parts, code: str) -> ItemStatus:
    """The status a system spells out; ``UNKNOWN`` for words nobody listed.

    >>> in_words({"s": "Checked out"}, "s").value, in_words({"s": "$12.99"}, "s").value
    ('out', 'unknown')
    """
    said = parts.get(code, "")
    return next((status for status, words in _WORDS if words.match(said)), ItemStatus.UNKNOWN)


def of_koha(parts: Parts, code: str) -> ItemStatus:
    """Koha's status, spread over several subfields: lost, not for loan, on loan until.

    >>> [of_koha(parts, "q").value for parts in ({"7": "-1"}, {"q": "2024-05-01"}, {})]
    ['on_order', 'out', 'in']
    >>> of_koha({"z": "In transit from Central"}, "q").value
    'on_its_way'
    """
    if parts.get("1", "0") not in ("0", ""):
        return ItemStatus.MISSING
    if parts.get(code):
        return ItemStatus.OUT
    not_for_loan = parts.get("7", "0")
    if not_for_loan.startswith("-"):
        return ItemStatus.ON_ORDER
    if not_for_loan not in ("0", "") or parts.get("5", "0") not in ("0", ""):
        return ItemStatus.IN_LIBRARY_ONLY
    # Koha exports no transfers; libraries that want readers to know say so in the public note.
    is_on_its_way = in_words(parts, "z") is ItemStatus.ON_ITS_WAY
    return ItemStatus.ON_ITS_WAY if is_on_its_way else ItemStatus.IN


_INNOVATIVE = {
    "-": ItemStatus.IN,
    "m": ItemStatus.MISSING,
    "n": ItemStatus.MISSING,
    "$": ItemStatus.MISSING,
    "z": ItemStatus.MISSING,
    "w": ItemStatus.MISSING,
    "o": ItemStatus.IN_LIBRARY_ONLY,
    "t": ItemStatus.ON_ITS_WAY,
    "!": ItemStatus.ON_ITS_WAY,
    "p": ItemStatus.ON_ORDER,
}


def of_innovative(parts: Parts, code: str) -> ItemStatus:
    """The one-letter status of Innovative systems, or words where a library writes words.

    >>> of_innovative({"s": "-"}, "s").value, of_innovative({"s": "t"}, "s").value
    ('in', 'on_its_way')
    """
    said = parts.get(code, "").strip()
    return _INNOVATIVE.get(said) or in_words(parts, code)


@dataclass(frozen=True, slots=True)
class CopyTable:
    """One convention: which subfield says what. Several codes: the first that says something.

    ``needs`` lists what makes a field a copy at all: of each word one code must be there. A field
    that only looks alike (a price, an order command) is then no copy. ``call_number`` codes are
    joined in the record's order.
    """

    needs: str
    branch: str
    location: str = ""
    call_number: str = ""
    barcode: str = ""
    status: str = ""
    due: str = ""
    copy: str = ""
    loans: str = ""
    note: str = ""
    gone: str = ""
    rule: StatusRule = in_words

    def __call__(self, field: Field) -> Copy | None:
        """The copy one field describes; ``None`` when it describes none."""
        parts = dict(field.subfields)
        if not all(any(parts.get(code) for code in word) for word in self.needs.split()):
            return None
        due, wrong = _date(_pick(parts, self.due))
        item = Item(
            branch=_pick(parts, self.branch),
            location=_pick(parts, self.location),
            call_number=tidy(" ".join(v for c, v in field.subfields if c in self.call_number)),
            barcode=_pick(parts, self.barcode),
            status=self.rule(parts, self.status or self.due),
            due=due,
            note=_pick(parts, self.note),
            copy=_pick(parts, self.copy),
            loans=_count(_pick(parts, self.loans)),
        )
        gone = parts.get(self.gone, "0") if self.gone else "0"
        return Copy(item, parts.get("8", "").split(".")[0], gone not in ("0", ""), wrong)


def _pick(parts: Parts, codes: str) -> str:
    for code in codes:
        if value := parts.get(code):
            return value.strip()
    return ""


def _count(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0  # noqa: PLR2004 - no copy has a milliard loans


def _date(text: str) -> tuple[date | None, str]:
    """The date in the forms systems export, or the text that is none."""
    if not text:
        return None, ""
    try:
        if found := _ISO_DATE.match(text):
            return date(int(found[1]), int(found[2]), int(found[3])), ""
        if found := _SHORT_DATE.match(text):
            year = int(found[3])
            return date(
                year if year > _SHORT_YEAR else year + _CENTURY, int(found[1]), int(found[2])
            ), ""
    except ValueError:
        pass
    return None, text


class StatementLine(Struct, frozen=True, gc=False):
    """One holdings statement and the link number of the place it is kept."""

    text: str
    note: str = ""
    link: str = ""


def statement_line(field: Field) -> StatementLine | None:
    """The run a library has, as 866, 867 or 868 puts it.

    >>> statement_line(Field("866", " 0", (("8", "1"), ("a", "v.1 (1990)-v.30 (2019)")))).text
    'v.1 (1990)-v.30 (2019)'
    """
    text = tidy(" ".join(field.all("a")))
    if not text:
        return None
    return StatementLine(text, trimmed(field.first("z")), field.first("8").split(".")[0])
