"""The query as a small tree. An engine is one translation of it, by ``match`` over ``Query``.

Adding a kind of node makes mypy complain in every engine until each knows it.
"""

from dataclasses import dataclass

ANYWHERE = "anywhere"


@dataclass(frozen=True, slots=True)
class Words:
    """All of these words, in any order, in one field. ``text`` is as typed; engines analyse it.

    ``languages`` (MARC codes) are those the reader is likely to speak beside English: words are
    found in their plainer forms, and those are a matter of language.
    """

    text: str
    field: str = ANYWHERE
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Phrase:
    """These words next to each other, in this order."""

    text: str
    field: str = ANYWHERE


@dataclass(frozen=True, slots=True)
class Prefix:
    """A word that begins so: ``migra*``."""

    text: str
    field: str = ANYWHERE


@dataclass(frozen=True, slots=True)
class TitleIs:
    """A whole title, in any form the record gives it. ``Words`` look for that by themselves too."""

    text: str


@dataclass(frozen=True, slots=True)
class Range:
    """A number between two ends, both included; ``None`` leaves that end open."""

    field: str
    least: int | None
    most: int | None


@dataclass(frozen=True, slots=True)
class Is:
    """An exact value of a facet: ``format:dvd``, ``branch:central``. Never analysed."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Both:
    """Every part must hold."""

    parts: tuple["Query", ...]


@dataclass(frozen=True, slots=True)
class Either:
    """At least one part must hold."""

    parts: tuple["Query", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part must not hold. Alone it finds nothing: no query means every record by accident."""

    part: "Query"


@dataclass(frozen=True, slots=True)
class Everything:
    """Every title. Only browsing asks so (an empty box with a filter), never a mistaken query."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """No title: what is left of a query with no words in it."""


Query = Words | Phrase | Prefix | TitleIs | Range | Is | Both | Either | Not | Everything | Nothing

EVERYTHING = Everything()
