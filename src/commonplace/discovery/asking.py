"""A search said in words and ``name=value`` pairs, as the command line and programs say it."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from commonplace.discovery.answers import Asked
from commonplace.policy import Library
from commonplace.search.engines.contract import Filter, Sort
from commonplace.search.fields import FACETS
from commonplace.search.query import cql
from commonplace.search.query.parsing import Understood, parse

_YEARS = re.compile(r"(\d{0,4})-(\d{0,4})\Z|(\d{1,4})\Z", re.ASCII)
_STARS = re.compile(r"(\d)(?:[.,](\d))?\Z", re.ASCII)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class BadFilter(Exception):
    """A filter or an order nobody knows; the message says which there are."""


def understood(asked: Asked) -> Understood:
    """The query as it is understood. Raises ``CqlRefused`` for CQL that cannot be answered."""
    if asked.is_cql:
        found = cql.understand(asked.text)
        return Understood(found.tree, (), found.explained)
    return parse(asked.text, field=asked.field, languages=asked.languages)


def asked_from(
    text: str, pairs: Iterable[tuple[str, str]], *, sort: str, page: int, size: int
) -> Asked:
    """The search these words ask for. Raises ``BadFilter`` for a name or an order nobody knows."""
    if sort not in set(Sort):
        raise BadFilter(f"There is no order “{sort}”; choose one of {', '.join(Sort)}.")
    return Asked(text=text, filters=filters_from(pairs), sort=Sort(sort), page=page, page_size=size)


def known_branch(library: Library, code: str) -> str:
    """The code of a branch of this library. Raises ``BadFilter`` for one it does not name."""
    if code and not library.has_branch(code):
        known = ", ".join(each.code for each in library.branches) or "none"
        raise BadFilter(f"There is no branch “{code}”; library.toml names {known}.")
    return code


def filters_from(pairs: Iterable[tuple[str, str]]) -> tuple[Filter, ...]:
    """Filters from pairs; one name's values join by OR, ``not.NAME`` leaves values out."""
    chosen: dict[str, list[str]] = {}
    without: dict[str, list[str]] = {}
    numbers: list[Filter] = []
    for name, value in pairs:
        plain = name.removeprefix("not.")
        if plain in _NUMBERS:
            numbers += _NUMBERS[plain](value)
        elif plain in FACETS:
            (chosen if plain == name else without).setdefault(plain, []).append(value)
        else:
            known = ", ".join(sorted((*FACETS, *_NUMBERS)))
            raise BadFilter(f"There is no filter “{plain}”; there are {known}.")
    names = dict.fromkeys((*chosen, *without))
    made = (
        Filter(each, values=tuple(chosen.get(each, ())), without=tuple(without.get(each, ())))
        for each in names
    )
    return (*made, *numbers)


def suiting(age: int) -> list[Filter]:
    """What keeps the titles that suit this age."""
    return [Filter("youngest", most=age), Filter("oldest", least=age)]


def _ages(value: str) -> list[Filter]:
    return suiting(_whole(value))


def _years(value: str) -> list[Filter]:
    found = _YEARS.match(value)
    if not found:
        raise BadFilter(f"“{value}” is not a year or a span of years; write 1990-2005.")
    least, most = found[1] or found[3], found[2] or found[3]
    return [Filter("year", least=int(least) if least else None, most=int(most) if most else None)]


def _added(value: str) -> list[Filter]:
    since = datetime.now(UTC) - timedelta(days=min(_whole(value), 36_500))
    return [Filter("added", least=(since - _EPOCH).days)]


def rated(stars: str) -> list[Filter]:
    """What keeps the titles with a mean of so many stars or more; half stars may be said.

    Raises ``BadFilter`` for what is no number of stars.
    """
    found = _STARS.match(stars)
    if not found:
        raise BadFilter(f"“{stars}” is not a number of stars; write 4 or 3.5.")
    return [Filter("rating", least=int(found[1]) * 10 + int(found[2] or 0))]


def _whole(value: str) -> int:
    if not (value.isdecimal() and value.isascii()):
        raise BadFilter(f"“{value}” is not a whole number.")
    return int(value[:9])


_NUMBERS = {"year": _years, "added": _added, "age": _ages, "rating": rated}
