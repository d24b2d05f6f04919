"""The made-up library's copies, as Koha exports them (952).

Who has what is drawn from a hash, so that every build of one day is the same, and from the day
itself, so that due dates are near it: of a hundred copies about 62 are in, 25 out, 4 on their way,
4 on order and 5 used in the library only. What the table says of a copy in words goes before.

Koha keeps no transfer in 952, so the public note ($z) of such a copy says it: ``In transit from
Central``.
"""

import hashlib
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from commonplace.ingest.demonstration.carriers import CARRIERS
from commonplace.ingest.demonstration.draft import Draft, Part
from commonplace.ingest.demonstration.reading import TableFault
from commonplace.ingest.demonstration.shelving import call_number_of, location_of
from commonplace.ingest.demonstration.table import Entry

BRANCH_NAMES = {
    "CEN": "Central",
    "MIL": "Millgate",
    "QUA": "Quayside",
    "EAS": "Eastwell",
    "NOR": "Northmoor",
}
BRANCHES = tuple(BRANCH_NAMES)
STATUSES = ("in", "out", "on_its_way", "on_order", "in_library_only")
ON_ORDER, LIBRARY_USE_ONLY = "-1", "1"
_SHARES = (("in", 62), ("out", 87), ("on_its_way", 91), ("on_order", 95), ("in_library_only", 100))


class Copy(NamedTuple):
    """One copy: where it belongs, where it is, how it stands, and the days that hangs on."""

    branch: str
    location: str
    status: str
    detail: str = ""


class Dice:
    """Numbers that look thrown and are always the same for the same name."""

    def __init__(self, name: str) -> None:
        self._bytes = hashlib.sha256(name.encode()).digest()

    def throw(self, place: int, sides: int) -> int:
        """A number from 0 to one under ``sides``; each place is a throw of its own."""
        return int.from_bytes(self._bytes[2 * place : 2 * place + 4], "big") % sides


class Barcodes:
    """Fourteen figures: 2 for an item, 9078 for the library, eight for the copy, a check figure."""

    def __init__(self) -> None:
        self._given: set[int] = set()

    def give(self, name: str) -> str:
        """A barcode nobody has yet."""
        number = int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big") % 100_000_000
        while number in self._given:
            number = (number + 1) % 100_000_000
        self._given.add(number)
        figures = f"29078{number:08}"
        return figures + _check_figure(figures)


def _check_figure(figures: str) -> str:
    doubled = [int(each) * (2 if place % 2 == 0 else 1) for place, each in enumerate(figures)]
    total = sum(each // 10 + each % 10 for each in doubled)
    return str(-total % 10)


def copies_of(entry: Entry, control_number: str) -> Iterator[Copy]:
    """The copies the table says the library owns; none of what is online."""
    if CARRIERS[entry.format].is_online:
        return
    if isinstance(entry.copies, list):
        yield from (_copy_in_words(words, entry) for words in entry.copies)
        return
    for number in range(entry.copies):
        branch = _branch(control_number, number)
        thrown = Dice(f"{control_number} {number}").throw(0, 100)
        status = next(name for name, below in _SHARES if thrown < below)
        yield Copy(branch, location_of(entry, branch), status)


def _branch(control_number: str, number: int) -> str:
    dice = Dice(control_number)
    others = sorted(BRANCHES[1:], key=lambda branch: Dice(control_number + branch).throw(0, 9973))
    starts_elsewhere = dice.throw(3, 3) == 0
    order = [*others, BRANCHES[0]] if starts_elsewhere else [BRANCHES[0], *others]
    return order[number % len(order)]


def _copy_in_words(words: str, entry: Entry) -> Copy:
    """``EAS DVD out 11``: branch, location, status, and days till due or the branch it left."""
    branch, location, status, *detail = words.split()
    if branch not in BRANCHES or status not in STATUSES:
        raise TableFault(
            f"{entry.where}: the copy “{words}” should read branch, location, status; "
            f"statuses are {', '.join(STATUSES)}."
        )
    return Copy(branch, location, status, " ".join(detail))


def add_copies(
    draft: Draft, entry: Entry, control_number: str, today: date, barcodes: Barcodes
) -> None:
    """A 952 for each copy."""
    call_number = call_number_of(entry)
    for number, copy in enumerate(copies_of(entry, control_number), 1):
        dice = Dice(f"{control_number} copy {number}")
        acquired = today - timedelta(days=_days_owned(dice, entry, today))
        draft.add(
            "952", "  ", ("2", "ddc"), *_standing(copy, dice, today), ("c", copy.location),
            ("d", "" if copy.status == "on_order" else acquired.isoformat()),
            ("l", str(dice.throw(4, 90) * (copy.status != "on_order"))), ("o", call_number),
            ("p", barcodes.give(f"{control_number} {number}")), ("t", str(number)),
            ("y", CARRIERS[entry.format].item_type),
        )  # fmt: skip


def _standing(copy: Copy, dice: Dice, today: date) -> list[Part]:
    """The subfields that tell where the copy is and whether it can be had."""
    due, not_for_loan, note = "", "0", ""
    if copy.status == "out":
        days = int(copy.detail or dice.throw(2, 26) - 4)
        due = (today + timedelta(days=days)).isoformat()
    elif copy.status == "on_its_way":
        elsewhere = [branch for branch in BRANCHES if branch != copy.branch]
        left = copy.detail or elsewhere[dice.throw(2, len(elsewhere))]
        note = f"In transit from {BRANCH_NAMES[left]}"
    elif copy.status == "on_order":
        not_for_loan = ON_ORDER
    elif copy.status == "in_library_only":
        not_for_loan = LIBRARY_USE_ONLY
    return [("7", not_for_loan), ("a", copy.branch), ("b", copy.branch), ("q", due), ("z", note)]


def _days_owned(dice: Dice, entry: Entry, today: date) -> int:
    """Some weeks for one in twelve, else years, but never longer than it has been published."""
    published = max(today.year - (entry.published or today.year - 6), 0) * 365
    if dice.throw(6, 12) == 0:
        return dice.throw(8, 60)
    return min(60 + dice.throw(8, 2800), max(published, 30 + dice.throw(8, 200)))
