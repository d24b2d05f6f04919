"""What staff may correct of a description: ``FIELDS`` is the table, a line each.

A field has a kind of value; the kind decides how it is kept as JSON (here), how a form's entries
become it (``entries``) and how pages show it (``web.words.corrections``).
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import msgspec
from django.utils.translation import gettext_noop as noop
from msgspec.structs import replace

from commonplace.bibliography import Audience, Contributor, Description, Link, Series

Value = Any
"""The value of a field: text, a number, or a tuple of a description's own values."""


class Kind(StrEnum):
    """What kind of value a field has."""

    LINE = "line"
    PROSE = "prose"
    YEAR = "year"
    COUNT = "count"
    FORMAT = "format"
    LANGUAGES = "languages"
    AUDIENCE = "audience"
    PEOPLE = "people"
    SERIES = "series"
    LINKS = "links"


@dataclass(frozen=True, slots=True)
class Field:
    """One thing staff may correct: its name in JSON, what pages call it, where it stands."""

    name: str
    label: str
    kind: Kind
    read: Callable[[Description], Value]
    put: Callable[[Description, Value], Description]

    def encoded(self, value: Value) -> str:
        """The value as it is kept; equal values give equal text."""
        return msgspec.json.encode(value).decode()

    def decoded(self, kept: str | bytes) -> Value:
        """The value that was kept. Raises ``msgspec.ValidationError`` for anything else."""
        return _DECODERS[self.kind].decode(kept)


_TYPES: dict[Kind, Any] = {
    Kind.LINE: str,
    Kind.PROSE: str,
    Kind.YEAR: int | None,
    Kind.COUNT: int,
    Kind.FORMAT: str,
    Kind.LANGUAGES: tuple[str, ...],
    Kind.AUDIENCE: Audience,
    Kind.PEOPLE: tuple[Contributor, ...],
    Kind.SERIES: tuple[Series, ...],
    Kind.LINKS: tuple[Link, ...],
}
_DECODERS = {kind: msgspec.json.Decoder(of) for kind, of in _TYPES.items()}


def _plain(name: str, label: str, kind: Kind) -> Field:
    """A field that is a part of the description under its own name."""
    return Field(
        name,
        label,
        kind,
        lambda said: getattr(said, name),
        lambda said, value: replace(said, **{name: value}),
    )


def _with_title(said: Description, title: str) -> Description:
    """What filing leaves out stays left out while the title still begins with it."""
    skip = said.filing_skip
    is_same = title[:skip].casefold() == said.title_proper[:skip].casefold() and len(title) > skip
    return replace(said, title_proper=title, filing_skip=skip if is_same else 0)


def _with_twin(said: Description, title: str) -> Description:
    others = {name: text for name, text in said.vernacular.items() if name != "title_proper"}
    return replace(said, vernacular=others | ({"title_proper": title} if title else {}))


def _with_year(said: Description, year: int | None) -> Description:
    """The date as the record words it would contradict the year, so it goes with it."""
    return replace(
        said,
        publication=replace(said.publication, year=year, date=str(year) if year else ""),
    )


def _with_skip(said: Description, skip: int) -> Description:
    return replace(said, filing_skip=min(skip, max(len(said.title_proper) - 1, 0)))


# In the order a page shows them and corrections are applied.
_TABLE = (
    Field("title_proper", noop("Title"), Kind.LINE, lambda d: d.title_proper, _with_title),
    Field(
        "filing_skip",
        noop("Letters left out in filing"),
        Kind.COUNT,
        lambda d: d.filing_skip,
        _with_skip,
    ),
    Field(
        "vernacular_title",
        noop("Title in its own script"),
        Kind.LINE,
        lambda d: d.vernacular.get("title_proper", ""),
        _with_twin,
    ),
    _plain("part_number", noop("Number of the part"), Kind.LINE),
    _plain("part_name", noop("Name of the part"), Kind.LINE),
    _plain("remainder", noop("Rest of the title"), Kind.LINE),
    _plain("uniform_title", noop("Uniform title"), Kind.LINE),
    _plain("responsibility", noop("Responsibility, as stated"), Kind.LINE),
    _plain("contributors", noop("Contributors"), Kind.PEOPLE),
    _plain("format", noop("Format"), Kind.FORMAT),
    Field("year", noop("Year"), Kind.YEAR, lambda d: d.publication.year, _with_year),
    _plain("edition", noop("Edition"), Kind.LINE),
    _plain("languages", noop("Languages"), Kind.LANGUAGES),
    _plain("series", noop("Series"), Kind.SERIES),
    _plain("summary", noop("Summary"), Kind.PROSE),
    _plain("audience", noop("Audience"), Kind.AUDIENCE),
    _plain("links", noop("Links"), Kind.LINKS),
)

FIELDS: dict[str, Field] = {each.name: each for each in _TABLE}
