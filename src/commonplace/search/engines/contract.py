"""What the catalogue needs from a search engine, and nothing an engine happens to offer.

An engine holds one ``Document`` per title. Asked with a ``Request`` it answers ``Found``: ids
in order, exact counts of titles, and filter counts. No engine's own words appear above this module.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from commonplace.search.query.tree import EVERYTHING, Query


class Ability(StrEnum):
    """What an engine may be unable to do; declared by the engine in ``cannot``."""

    SUGGESTIONS = "suggestions"
    SIMILAR = "similar"
    PERSISTENCE = "persistence"


class Sort(StrEnum):
    """The orders readers can ask for. Ties end by ``title_id``, so paging is stable."""

    RELEVANCE = "relevance"
    TITLE = "title"
    AUTHOR = "author"
    NEWEST = "newest"
    OLDEST = "oldest"
    ADDED = "added"
    RATING = "rating"
    POPULAR = "popular"
    NEAREST = "nearest"


@dataclass(frozen=True, slots=True)
class Document:
    """One title as an engine keeps it. ``discovery.documents`` makes it from the catalogue's rows.

    ``texts``: raw text by text field name (``title``, ``contributor``, ``subject`` …, see
    ``search.fields``); the engine analyses it with ``search.analysis``. ``known_titles``: every
    whole form of the title a patron may type (proper, with remainder, uniform, variant, vernacular,
    romanised, with the creator after it). ``facets``: exact values by facet name. ``numbers``:
    whole numbers by name (``year``, ``added`` as days since 1970, ``loans``, ``copies``, ``rating``
    in tenths of stars and the number of ``ratings`` behind it). ``title_key`` and ``author_key``
    sort. ``vernacular``: names in their own script, each with the heading among the facets that it
    is the twin of.
    """

    title_id: str
    work_id: str
    texts: Mapping[str, Sequence[str]]
    known_titles: Sequence[str] = ()
    facets: Mapping[str, Sequence[str]] = field(default_factory=dict)
    numbers: Mapping[str, int] = field(default_factory=dict)
    title_key: str = ""
    author_key: str = ""
    vernacular: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True, slots=True)
class Filter:
    """A narrowing by one facet: any of ``values`` (OR), none of ``without``; filters join by AND.

    ``year``, ``added`` and ``rating`` are numbers: they use ``least`` and ``most``, ends included.
    """

    name: str
    values: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """One question. ``counts`` names the facets to count; ``limit`` how many of the best titles.

    Where more than ``limit`` are found, nobody wants to know each of them: then ``of_many`` of the
    best are enough, if that is fewer.
    ``tiers`` are for ``Sort.NEAREST``: what passes the first of these filters comes first, then
    what passes the second, what passes none last; within each the most asked for first.
    """

    query: Query = EVERYTHING
    filters: tuple[Filter, ...] = ()
    sort: Sort = Sort.RELEVANCE
    counts: tuple[str, ...] = ()
    counts_limit: int = 50
    limit: int = 20_000
    of_many: int = 20_000
    tiers: tuple[Filter, ...] = ()

    def most_of(self, total: int) -> int:
        """How many titles are wanted of so many that are found."""
        most = self.limit if total <= self.limit else min(self.limit, self.of_many)
        return max(0, most)


@dataclass(frozen=True, slots=True)
class Hit:
    """One title found, in its place, with the work it belongs to."""

    title_id: str
    work_id: str
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Count:
    """How many titles of the whole result have this value."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Found:
    """The answer: the best hits in order, how many titles in all (exact), and counts by facet.

    A facet has its ``counts_limit`` commonest values, commonest first. One that is itself filtered
    is counted without its own ``values`` (and ends), so that its other values show what choosing
    them would add (OR within); what it leaves out stays left out. Every value chosen or left out is
    there too, however rare, even with 0: a chosen one as the others, one left out with what taking
    it back would add. A number (``year``) has every value there is, in order, whatever the limit.
    """

    hits: Sequence[Hit]
    total: int
    counts: Mapping[str, Sequence[Count]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Health:
    """Whether the engine can answer, how many titles it holds, a sentence if something is amiss."""

    is_well: bool
    titles: int
    sentence: str = ""


class SearchEngine(Protocol):
    """The contract. Ids unknown to ``remove`` are no mistake; adding a known id replaces it."""

    cannot: frozenset[Ability]

    def add(self, documents: Iterable[Document]) -> None:
        """Take in or replace these titles; they are found when the call has returned."""

    def remove(self, title_ids: Iterable[str]) -> None:
        """Forget these titles."""

    def search(self, request: Request) -> Found:
        """Answer one question."""

    def count(self, requests: Sequence[Request]) -> Sequence[int]:
        """How many titles each of these questions finds, exactly and cheaply."""

    def suggest(self, prefix: str, *, limit: int = 10) -> Sequence[str]:
        """Completions of what was typed, best first.

        A name in its own script has the heading it is the twin of behind ``COMPLETED_BY``.
        """

    def similar(self, title_id: str, *, limit: int = 10) -> Sequence[Hit]:
        """Titles like this one, of other works, best first."""

    def clear(self) -> None:
        """Forget everything."""

    def health(self) -> Health:
        """How the engine is."""
