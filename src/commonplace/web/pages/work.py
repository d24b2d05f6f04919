"""A work's page: every edition of it the library has, by format."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from commonplace.bibliography import FORMATS, Item
from commonplace.catalogue.queries import TitleRow, titles_of_works
from commonplace.holdings.queries import items_of
from commonplace.policy import Library
from commonplace.web.answering import answer
from commonplace.web.blocks.copies import Copies
from commonplace.web.blocks.online import standing
from commonplace.web.blocks.people import People, people_of
from commonplace.web.blocks.titles import ShownTitle
from commonplace.web.pages.finding import our_library
from commonplace.web.words.formats import format_label

MOST_EDITIONS = 200
_FORMAT_ORDER = {code: place for place, code in enumerate(FORMATS)}


@dataclass(frozen=True, slots=True)
class EditionRow:
    """One edition with its copies."""

    title: ShownTitle
    copies: Copies

    @property
    def mark(self) -> str:
        """The shape that says whether it can be had."""
        return standing(self.title.description, self.copies)[0]

    @property
    def status(self) -> str:
        """The same in words."""
        return standing(self.title.description, self.copies)[1]


@dataclass(frozen=True)
class WorkPage:
    """A work with its editions, newest first within each format."""

    work_id: str
    rows: Sequence[TitleRow]
    items: Mapping[str, Sequence[Item]]
    library: Library

    @cached_property
    def title(self) -> ShownTitle:
        """The edition the work is shown by: the one most copies are of."""
        best = max(self.rows, key=lambda row: len(self.items.get(row.title_id, ())))
        return ShownTitle(best)

    @property
    def people(self) -> People:
        """Who made it."""
        return people_of(self.title.description)

    @cached_property
    def copies(self) -> Copies:
        """All copies of all editions."""
        items = [item for row in self.shown for item in self.items.get(row.title_id, ())]
        return Copies(items, self.library)

    @property
    def shown(self) -> Sequence[TitleRow]:
        """The editions listed."""
        return self.rows[:MOST_EDITIONS]

    @cached_property
    def formats(self) -> tuple[tuple[str, tuple[EditionRow, ...]], ...]:
        """The editions by format, in the order formats are listed everywhere."""
        together: dict[str, list[EditionRow]] = {}
        for row in self.shown:
            copies = Copies(self.items.get(row.title_id, ()), self.library)
            format_rows = together.setdefault(row.description.format, [])
            format_rows.append(EditionRow(ShownTitle(row), copies))
        ordered = sorted(together.items(), key=lambda pair: _FORMAT_ORDER.get(pair[0], 99))
        return tuple((format_label(code), tuple(rows)) for code, rows in ordered)

    def facts(self) -> dict[str, Any]:
        """The work as JSON."""
        return {
            "work_id": self.work_id,
            "address": self.title.work_address,
            "title": self.title.description.full_title,
            "contributors": [each.name for each in self.title.makers],
            "editions": [
                edition.title.facts() | edition.copies.facts()
                for _label, rows in self.formats
                for edition in rows
            ],
            **self.copies.facts(),
        }


@require_safe
def work_page(request: HttpRequest, work_id: str) -> HttpResponse:
    """Every edition of one work."""
    rows = titles_of_works([work_id])[work_id]
    if not rows:
        raise Http404
    items = items_of([row.title_id for row in rows[:MOST_EDITIONS]])
    page = WorkPage(work_id, rows, items, our_library())
    return answer(request, "work/page.html", page)
