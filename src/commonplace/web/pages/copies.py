"""The copies of one title on a page of their own, however many there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.http import HttpRequest, HttpResponse

from commonplace.bibliography import HoldingsStatement
from commonplace.catalogue.queries import TitleRow, last_load_finished
from commonplace.holdings.queries import items_of, statements_of
from commonplace.web.addresses import read_choices, title_address
from commonplace.web.answering import answer
from commonplace.web.blocks.copies import Copies, Line, item_facts
from commonplace.web.blocks.titles import ShownTitle
from commonplace.web.pages.finding import title_or_nothing
from commonplace.web.pages.troubles import read_only
from commonplace.web.searching.keeping import for_this_reader
from commonplace.web.searching.my_branch import kept_branch, library_near
from commonplace.web.words.moments import as_of

LINES_A_PAGE = 150
MOST_FACTS = 5_000


@dataclass(frozen=True)
class CopiesPage:
    """Every copy, so many lines a page."""

    row: TitleRow
    copies: Copies
    statements: Sequence[HoldingsStatement]
    loaded: datetime | None
    wanted: int = 1

    @property
    def title(self) -> ShownTitle:
        """Whose copies they are."""
        return ShownTitle(self.row)

    @property
    def as_of(self) -> str:
        """When they were last known, in words."""
        return as_of(self.loaded) if self.loaded else ""

    @cached_property
    def all_lines(self) -> tuple[Line, ...]:
        """The copies by where they stand."""
        return self.copies.lines()

    @property
    def pages(self) -> int:
        """How many pages of lines there are."""
        return max(-(-len(self.all_lines) // LINES_A_PAGE), 1)

    @property
    def page(self) -> int:
        """The page shown."""
        return min(self.wanted, self.pages)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines of this page."""
        first = (self.page - 1) * LINES_A_PAGE
        return self.all_lines[first : first + LINES_A_PAGE]

    @property
    def addresses(self) -> tuple[tuple[int, str], ...]:
        """The pages with their addresses."""
        path = f"{title_address(self.row.title_id)}/copies"
        return tuple((n, f"{path}?page={n}" if n > 1 else path) for n in range(1, self.pages + 1))

    def facts(self) -> dict[str, Any]:
        """The copies as JSON."""
        return {
            "title_id": self.row.title_id,
            "address": self.title.address,
            "as_of": self.loaded,
            **self.copies.facts(),
            "items": [item_facts(i, self.copies.library) for i in self.copies.items[:MOST_FACTS]],
            "statements": [
                {"branch": each.branch, "text": each.text, "note": each.note}
                for each in self.statements
            ],
        }


@read_only
def copies_page(request: HttpRequest, title_id: str) -> HttpResponse:
    """Where every copy is."""
    page = CopiesPage(
        row=title_or_nothing(title_id),
        copies=Copies(items_of([title_id])[title_id], library_near(request)),
        statements=statements_of([title_id])[title_id],
        loaded=last_load_finished(),
        wanted=read_choices(request.META.get("QUERY_STRING", "")).page,
    )
    return for_this_reader(answer(request, "title/copies.html", page), kept_branch(request))
