"""A work's page: every edition of it the library has, by format."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect

from commonplace.bibliography import FORMATS, Item
from commonplace.catalogue.grouping.addresses import Nowhere, lead_of
from commonplace.catalogue.queries import TitleRow, titles_of_works
from commonplace.holdings.queries import items_of
from commonplace.policy import Library
from commonplace.web.addresses import read_choices, work_address
from commonplace.web.answering import TWIN, answer
from commonplace.web.blocks.copies import Copies
from commonplace.web.blocks.online import standing
from commonplace.web.blocks.people import People, people_of
from commonplace.web.blocks.titles import ShownTitle
from commonplace.web.pages.finding import Gone, our_library
from commonplace.web.pages.troubles import read_only
from commonplace.web.words.formats import format_label

EDITIONS_A_PAGE = 200
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
    """A work with its editions, so many a page, newest first and by format.

    ``items`` are those of every edition.
    """

    work_id: str
    rows: Sequence[TitleRow]
    items: Mapping[str, Sequence[Item]]
    library: Library
    wanted: int = 1

    @property
    def address(self) -> str:
        """Its own path."""
        return work_address(self.work_id)

    @property
    def pages(self) -> int:
        """How many pages of editions there are."""
        return max(-(-len(self.rows) // EDITIONS_A_PAGE), 1)

    @property
    def page(self) -> int:
        """The page shown."""
        return min(self.wanted, self.pages)

    @property
    def addresses(self) -> tuple[tuple[int, str], ...]:
        """The pages with their addresses."""
        path = self.address
        return tuple((n, f"{path}?page={n}" if n > 1 else path) for n in range(1, self.pages + 1))

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
        items = [item for row in self.rows for item in self.items.get(row.title_id, ())]
        return Copies(items, self.library)

    @property
    def shown(self) -> Sequence[TitleRow]:
        """The editions of this page."""
        first = (self.page - 1) * EDITIONS_A_PAGE
        return self.rows[first : first + EDITIONS_A_PAGE]

    @property
    def shown_to(self) -> int:
        """The place of the last edition shown."""
        return min(self.page * EDITIONS_A_PAGE, len(self.rows))

    @property
    def shown_from(self) -> int:
        """The place of the first one."""
        return (self.page - 1) * EDITIONS_A_PAGE + 1

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
            "editions_total": len(self.rows),
            "page": self.page,
            "pages": self.pages,
            "editions": [
                edition.title.facts() | edition.copies.facts()
                for _label, rows in self.formats
                for edition in rows
            ],
            **self.copies.facts(),
        }


def _elsewhere(request: HttpRequest, work_id: str) -> HttpResponse:
    """Where the titles of a work went that has none any more."""
    lead = lead_of(work_id)
    if lead is Nowhere.GONE:
        raise Gone
    if lead is Nowhere.UNKNOWN:
        raise Http404
    twin = TWIN if request.path_info.endswith(TWIN) else ""
    return HttpResponsePermanentRedirect(work_address(lead) + twin, preserve_request=True)


@read_only
def work_page(request: HttpRequest, work_id: str) -> HttpResponse:
    """Every edition of one work."""
    rows = titles_of_works([work_id])[work_id]
    if not rows:
        return _elsewhere(request, work_id)
    wanted = read_choices(request.META.get("QUERY_STRING", "")).page
    items = items_of([row.title_id for row in rows])
    page = WorkPage(work_id, rows, items, our_library(), wanted)
    return answer(request, "work/page.html", page)
