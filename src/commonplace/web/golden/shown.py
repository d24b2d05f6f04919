"""A golden query as staff see it: the search, what it is to find, what it finds now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from commonplace.catalogue.golden.values import Expected, Golden, Search, State
from commonplace.catalogue.queries import TitleRow, titles_by_id
from commonplace.discovery.golden.telling import golden_as_json
from commonplace.search.query.tree import ANYWHERE
from commonplace.web.addresses import Choices, read_choices, search_address
from commonplace.web.blocks.filters import Filters
from commonplace.web.blocks.titles import ShownTitle
from commonplace.web.pages.finding import our_library
from commonplace.web.words.choices import FIELDS, field_label
from commonplace.web.words.golden import (
    MARKS,
    moved_said,
    place_said,
    state_of_golden,
    wanted_said,
)


@dataclass(frozen=True, slots=True)
class ShownExpected:
    """A title to be found. ``title`` is ``None`` where it is not in the catalogue now."""

    expected: Expected
    title: ShownTitle | None

    @property
    def state(self) -> str:
        """How it stands, in words."""
        return state_of_golden(self.expected.state)

    @property
    def mark(self) -> str:
        """The shape of its state."""
        return MARKS[self.expected.state]

    @property
    def place(self) -> str:
        """Where it stands."""
        return place_said(self.expected)

    @property
    def wanted(self) -> str:
        """Where it is to stand."""
        return wanted_said(self.expected.within)

    @property
    def moved(self) -> str:
        """Where it stood before."""
        return moved_said(self.expected)


@dataclass(frozen=True)
class ShownGolden:
    """A golden query with the names of its titles. ``has_moved``: in the last run."""

    golden: Golden
    rows: Mapping[str, TitleRow]
    has_moved: bool = False

    @property
    def expected(self) -> Sequence[ShownExpected]:
        """What it is to find."""
        return [ShownExpected(each, self._title(each.title_id)) for each in self.golden.expected]

    @property
    def found(self) -> Sequence[tuple[ShownTitle, bool]]:
        """What it finds first, each with whether that was wanted."""
        works = {each.work_id for each in self.golden.expected}
        titles = [title for each in self.golden.first if (title := self._title(each))]
        return [(title, title.row.work_id in works) for title in titles]

    @property
    def is_calm(self) -> bool:
        """Whether all is where it is wanted, as it was: nobody need look at it."""
        return self.golden.state is State.HOLDS and not self.has_moved

    @cached_property
    def choices(self) -> Choices:
        """The search as an address asks it."""
        return choices_of(self.golden.search)

    @property
    def address(self) -> str:
        """Its results, as readers see them."""
        return search_address(self.choices)

    @property
    def narrowed(self) -> Sequence[str]:
        """The field and the filters of the search, in words."""
        return narrowed_by(self.choices)

    def _title(self, title_id: str) -> ShownTitle | None:
        row = self.rows.get(title_id)
        return ShownTitle(row) if row else None

    def facts(self) -> dict[str, Any]:
        """The golden query as JSON."""
        titles = {
            title_id: self.rows[title_id].description.full_title
            for title_id in (*(each.title_id for each in self.golden.expected), *self.golden.first)
            if title_id in self.rows
        }
        return golden_as_json(self.golden) | {"address": self.address, "titles": titles}


def shown_of(every: Sequence[Golden], moved: frozenset[int] = frozenset()) -> list[ShownGolden]:
    """These golden queries with names, looked up for all of them at once."""
    ids = [title for one in every for title in (*one.first, *(e.title_id for e in one.expected))]
    rows = titles_by_id(list(dict.fromkeys(ids)))
    return [ShownGolden(one, rows, one.number in moved) for one in every]


def choices_of(search: Search) -> Choices:
    """A golden search as an address asks it; a field that no menu offers is named in the words."""
    text, field = search.text, search.field
    if text and field not in FIELDS:
        text, field = f"{field}:({text})", ANYWHERE
    return read_choices(urlencode([("q", text), ("field", field), *search.filters]))


def narrowed_by(choices: Choices) -> list[str]:
    """The field and the filters these choices have, in words."""
    field = [field_label(choices.field)] if choices.field != ANYWHERE else []
    chips = Filters(choices, {}, our_library(), "/search").chips()
    return [*field, *(chip.label for chip in chips)]
