"""What a search page asks and what it is answered, as frozen values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from commonplace.bibliography import Item
from commonplace.catalogue.queries import TitleRow
from commonplace.search.engines.contract import Count, Filter, Sort
from commonplace.search.query.mistakes import Mistake
from commonplace.search.query.reasons import Reason
from commonplace.search.query.tree import ANYWHERE

PAGE_SIZE = 20
LAST_PAGE = 50
MOST_GROUPED = 20_000
MANY_GROUPED = 4_000
"""Titles grouped of a result whose works are not counted exactly: as much as is leafed through."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One search as the address says it. ``field`` is the menu beside the search box.

    ``languages`` (MARC codes) are those of the page, beside English; ``is_cql`` says that the text
    is CQL, as other programs ask, and no reader's. ``branch`` is the reader's own, for the order
    *nearest available*.
    """

    text: str = ""
    field: str = ANYWHERE
    filters: tuple[Filter, ...] = ()
    sort: Sort = Sort.RELEVANCE
    page: int = 1
    page_size: int = PAGE_SIZE
    languages: tuple[str, ...] = ()
    is_cql: bool = False
    branch: str = ""


@dataclass(frozen=True, slots=True)
class Edition:
    """One title among those of its work: the row, its copies, and whether the search matched it."""

    row: TitleRow
    items: Sequence[Item]
    is_match: bool


@dataclass(frozen=True, slots=True)
class Card:
    """One work found. ``editions`` are its titles, the best match first; ``further`` more exist."""

    work_id: str
    editions: Sequence[Edition]
    why: Sequence[Reason] = ()
    further: int = 0

    @property
    def editions_total(self) -> int:
        """How many titles the work has in all."""
        return len(self.editions) + self.further

    @property
    def best(self) -> TitleRow:
        """The edition the card speaks of."""
        return self.editions[0].row


@dataclass(frozen=True, slots=True)
class Meant:
    """A query that may have been meant, and how many titles it finds."""

    text: str
    titles: int


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one search. ``works_are_about`` is true above 20,000 titles.

    ``counts`` are exact and count titles, by facet name. ``problems`` are the mistakes in
    the query; ``explained`` says in English what was looked for. ``is_trouble`` is true when the
    engine could not answer and the catalogue answered by title beginnings instead, ``is_slow`` when
    that is for lack of time. ``withdrawn`` titles were found here and are in the catalogue no more.
    """

    asked: Asked
    cards: Sequence[Card]
    total_titles: int
    total_works: int
    works_are_about: bool = False
    pages: int = 1
    counts: Mapping[str, Sequence[Count]] = field(default_factory=dict)
    explained: str = ""
    problems: Sequence[Mistake] = ()
    did_you_mean: Sequence[Meant] = ()
    is_trouble: bool = False
    is_slow: bool = False
    withdrawn: int = 0
