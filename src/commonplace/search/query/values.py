"""Values of exact and number fields, from what a reader typed to what documents hold."""

import re
from collections.abc import Callable, Mapping
from datetime import date

from commonplace.bibliography.formats import FORMATS
from commonplace.search.fields import Field
from commonplace.search.query.tree import Is, Range

MOST = 99_999_999
FIRST_DAY = date(1970, 1, 1)

_BETWEEN = re.compile(r"^\[?\s*(\S+)\s+TO\s+(\S+?)\s*\]?$", re.IGNORECASE)
_FROM_TO = re.compile(r"^(\d{1,9})?[-–](\d{1,9})?$")
_NUMBER = re.compile(r"^[+-]?\d{1,40}(?:[.,]\d{1,9})?$")

_BY_LABEL = {each.label.casefold(): each.code for each in FORMATS.values()}
_SAME: Mapping[str, Mapping[str, str]] = {
    "format": _BY_LABEL,
    "audience": {"child": "children", "juvenile": "children", "teen": "teens", "adult": "adults"},
    "contenttype": {"non-fiction": "nonfiction"},
}
_IN_SMALL_LETTERS = {"format", "audience", "contenttype", "language", "available", "onorder"}


def value_of(field: Field, typed: str) -> Is:
    """What an exact field is asked for."""
    value = " ".join(typed.strip("* ").split())
    if field.name in _IN_SMALL_LETTERS:
        value = value.casefold()
        value = _SAME.get(field.name, {}).get(value, value)
    if field.name == "format":
        value = re.sub(r"[\s-]", "_", value)
    return Is(field.name, value)


def range_of(field: Field, typed: str, today: date) -> Range | None:
    """What a number field is asked for; ``None`` where that is no number. Ends may be turned."""
    ends = _ends(typed.strip())
    if ends is None:
        return None
    least, most = (None if end in {"", "*"} else _number(field, end) for end in ends)
    return _SINCE[field.name](least, most, today) if field.name in _SINCE else Range(
        field.name, least, most
    )  # fmt: skip


def _ends(typed: str) -> tuple[str, str] | None:
    if _NUMBER.match(typed):
        return typed, typed
    found = _BETWEEN.match(typed) or _FROM_TO.match(typed)
    if found is None:
        return None
    ends = (found[1] or "", found[2] or "")
    has_numbers = all(end in {"", "*"} or _NUMBER.match(end) for end in ends)
    return ends if has_numbers and any(end not in {"", "*"} for end in ends) else None


def _number(field: Field, typed: str) -> int:
    whole, _, fraction = typed.replace(",", ".").partition(".")
    number = int(whole)
    if field.name == "starrating":
        number = number * 10 + int(fraction[:1] or 0)
    return max(-MOST, min(number, MOST))


def _days_ago(least: int | None, most: int | None, today: date) -> Range:
    """Newly added: *nw:30* and *nw:[0 TO 30]* are the last thirty days."""
    if least == most:
        least = 0
    day = (today - FIRST_DAY).days
    return Range(
        "new",
        None if most is None else day - most,
        None if least is None else day - least,
    )


_SINCE: Mapping[str, Callable[[int | None, int | None, date], Range]] = {"new": _days_ago}
