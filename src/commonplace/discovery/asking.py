"""A search said in words and ``name=value`` pairs, as the command line and programs say it."""

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, datetime, timedelta

from django.conf import settings

from commonplace.bibliography import FORMATS
from commonplace.discovery.answers import Asked
from commonplace.discovery.narrowing.branch_names import with_branches
from commonplace.policy import Library
from commonplace.search.engines.contract import Filter, Sort
from commonplace.search.fields import FACETS
from commonplace.search.query import cql
from commonplace.search.query.parsing import Understood, parse

_YEARS = re.compile(r"(\d{0,4})-(\d{0,4})\Z|(\d{1,4})\Z", re.ASCII)
_STARS = re.compile(r"(\d)(?:[.,](\d))?\Z", re.ASCII)
VALUES: Mapping[str, Collection[str]] = {
    "available": ("now", "online"),
    "audience": ("children", "teens", "adults", "general"),
    "format": tuple(FORMATS),
    "kind": ("fiction", "nonfiction"),
}
"""The values of the filters that have a few."""

_OF_OUR_OWN = frozenset({"in", "onorder", "heading", "localid"})
"""What programs of the library's own may ask for, and no page offers."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class BadFilter(Exception):
    """A filter or an order nobody knows; the message says which there are."""


def understood(asked: Asked) -> Understood:
    """The query as it is understood. Raises ``CqlRefused`` for CQL that cannot be answered."""
    branches = settings.LIBRARY.branches
    if asked.is_cql:
        found = cql.understand(asked.text)
        return with_branches(Understood(found.tree, (), found.explained), branches)
    found_in = parse(asked.text, field=asked.field, languages=asked.languages)
    return with_branches(found_in, branches)


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
        if plain in _NUMBERS and plain == name:
            numbers += _NUMBERS[plain](value)
        elif plain in FACETS:
            _refuse_unknown(plain, value)
            (chosen if plain == name else without).setdefault(plain, []).append(value)
        else:
            raise _no_filter(name, plain)
    names = dict.fromkeys((*chosen, *without))
    made = (
        Filter(each, values=tuple(chosen.get(each, ())), without=tuple(without.get(each, ())))
        for each in names
    )
    return (*made, *numbers)


def _no_filter(name: str, plain: str) -> BadFilter:
    if plain in _NUMBERS:
        return BadFilter(f"“{plain}” can be chosen and not left out: there is no filter “{name}”.")
    known = ", ".join(sorted({*FACETS, *_NUMBERS} - _OF_OUR_OWN))
    return BadFilter(f"There is no filter “{plain}”; there are {known}.")


def _refuse_unknown(name: str, value: str) -> None:
    """Of a filter that has few values, one it cannot have is a mistake and not an empty result."""
    known = VALUES.get(name)
    if known and value not in known:
        raise BadFilter(f"“{value}” is nothing “{name}” can be; choose one of {', '.join(known)}.")


def suiting(age: int) -> list[Filter]:
    """What keeps the titles that suit this age."""
    return [Filter("youngest", most=age), Filter("oldest", least=age)]


def _ages(value: str) -> list[Filter]:
    return suiting(_whole(value))


def _years(value: str) -> list[Filter]:
    found = _YEARS.match(value)
    if not found or value == "-":
        raise BadFilter(f"“{value}” is not a year or a span of years; write 1990-2005.")
    least, most = (
        int(end) if end else None for end in (found[1] or found[3], found[2] or found[3])
    )
    if least is not None and most is not None and least > most:
        least, most = most, least
    return [Filter("year", least=least, most=most)]


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
