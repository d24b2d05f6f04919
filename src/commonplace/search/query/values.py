"""Values of exact and number fields, from what a reader typed to what documents hold."""

import difflib
import re
from collections.abc import Callable, Mapping
from datetime import date

from commonplace.search.fields import Field
from commonplace.search.query.mistakes import Mistake
from commonplace.search.query.named import names_of, values_named
from commonplace.search.query.tree import Either, Is, Query, Range
from commonplace.search.query.words import FIRST_DAY

MOST = 99_999_999
STARS = "starrating"
HALF = 5
"""Half a star, in tenths as means are kept."""
_BETWEEN = re.compile(r"^\[?\s*(\S+)\s+TO\s+(\S+?)\s*\]?$", re.IGNORECASE)
_FROM_TO = re.compile(r"^(\d{1,9}(?:[.,]\d)?)?[-–](\d{1,9}(?:[.,]\d)?)?$")
_NUMBER = re.compile(r"^[+-]?\d{1,40}(?:[.,]\d{1,9})?$")

_ANYWHERE_ON_ORDER = "yes"


def value_of(field: Field, typed: str, mistakes: list[Mistake]) -> Query:
    """What an exact field is asked for. A name may stand for several values; one that stands for
    none is looked for as it is, and said to be none."""
    value = " ".join(typed.strip("* ").split())
    codes = values_named(field.name, value)
    if codes is None:
        small = value.casefold()
        is_small = field.name == "notice" or small == _ANYWHERE_ON_ORDER
        return Is(field.name, small if is_small else value)
    if not codes:
        mistakes.append(_no_such_value(field, value))
        return Is(field.name, value.casefold())
    return _either(tuple(Is(field.name, code) for code in codes))


def _either(choices: tuple[Query, ...]) -> Query:
    return choices[0] if len(choices) == 1 else Either(choices)


def _no_such_value(field: Field, value: str) -> Mistake:
    close = difflib.get_close_matches(value.casefold(), list(names_of(field.name)), n=1, cutoff=0.7)
    if close:
        params = {"field": field.name, "text": value, "nearest": close[0]}
        return Mistake("no_such_value_but", params)
    return Mistake("no_such_value", {"field": field.name, "text": value})


def range_of(field: Field, typed: str, today: date) -> Range | None:
    """What a number field is asked for; ``None`` where that is no number. Ends may be turned."""
    ends = _ends(_in_figures(typed))
    if ends is None:
        return None
    least, most = (None if end in {"", "*"} else _number(field, end) for end in ends)
    return _SINCE[field.name](least, most, today) if field.name in _SINCE else Range(
        field.name, least, most
    )  # fmt: skip


def is_one_number(typed: str) -> bool:
    """Whether this is a number by itself and no range of them."""
    return bool(_NUMBER.match(_in_figures(typed)))


def _in_figures(typed: str) -> str:
    return typed.strip().replace("½", ".5")


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
    if field.name == STARS:
        number = number * 10 + int(fraction[:1] or 0)
    return max(-MOST, min(number, MOST))


def as_shown(found: Range) -> Range:
    """A number of stars as pages draw it: *sr:4* finds what is nearer to four stars than to three
    and a half or four and a half. A mean that is no half star is meant exactly."""
    stars = found.least
    if found.field != STARS or stars is None or stars != found.most or stars % HALF:
        return found
    return Range(STARS, stars - HALF // 2, stars + HALF // 2)


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
COUNTED_BACK = frozenset(_SINCE)
"""Fields that are asked for in days since: fewer of them are a later day."""
