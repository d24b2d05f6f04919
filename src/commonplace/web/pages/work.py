"""A work's page: every edition of it the library has, best first, and why they are together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect

from commonplace.bibliography import Item
from commonplace.catalogue.grouping.addresses import Nowhere, lead_of
from commonplace.catalogue.queries import TitleRow, titles_of_works
from commonplace.community.contributions.queries import NO_VOICES, voices_of
from commonplace.community.contributions.values import Voices
from commonplace.holdings.queries import items_of
from commonplace.policy import Library
from commonplace.web.addresses import staff_work_address, work_address
from commonplace.web.answering import TWIN, answer
from commonplace.web.blocks.copies import Copies
from commonplace.web.blocks.people import People, people_of
from commonplace.web.blocks.titles import ShownTitle
from commonplace.web.grouping.editions import Edition, Editions, Section
from commonplace.web.grouping.together import WhyTogether
from commonplace.web.grouping.wishes import Wishes, read_wishes
from commonplace.web.pages.finding import Gone, our_library
from commonplace.web.pages.troubles import read_only
from commonplace.web.voices.heard import SHOWN, Heard


@dataclass(frozen=True)
class WorkPage:
    """A work with its editions, so many a page. ``items`` are those of every edition."""

    work_id: str
    rows: Sequence[TitleRow]
    items: Mapping[str, Sequence[Item]]
    library: Library
    wishes: Wishes
    voices: Voices = NO_VOICES

    @property
    def address(self) -> str:
        """Its own path."""
        return work_address(self.work_id)

    @property
    def canonical(self) -> str:
        """The address of this page for everybody, whatever they came with."""
        is_plain = not self.wishes.is_narrowed
        return Wishes(page=self.editions.page if is_plain else 1).at(self.address)

    @property
    def for_staff(self) -> str:
        """Where staff mend it."""
        return staff_work_address(self.work_id)

    @cached_property
    def editions(self) -> Editions:
        """Its editions, best first."""
        every = [Edition(row, self.items.get(row.title_id, ()), self.library) for row in self.rows]
        return Editions(every, self.wishes, self.address)

    @cached_property
    def title(self) -> ShownTitle:
        """The edition the work is shown by."""
        return self.editions.best.title

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
    def format_count(self) -> int:
        """In how many formats the library has it."""
        return len({row.description.format for row in self.rows})

    @property
    def sections(self) -> Sequence[Section]:
        """The editions of this page, by format and by language."""
        return self.editions.sections

    @cached_property
    def heard(self) -> Heard:
        """What readers say of it."""
        return Heard(self.work_id, self.library, self.voices)

    @cached_property
    def together(self) -> WhyTogether:
        """Why these editions are one work."""
        return WhyTogether(self.work_id, self.rows)

    def facts(self) -> dict[str, Any]:
        """The work as JSON."""
        shown = self.editions
        return {
            "work_id": self.work_id,
            "address": self.address,
            "title": self.title.description.full_title,
            "contributors": [each.name for each in self.title.makers],
            "editions_total": len(self.rows),
            "editions_fitting": shown.total,
            "page": shown.page,
            "pages": shown.pages,
            "filters": {
                "format": [each.facts() for each in shown.formats],
                "language": [each.facts() for each in shown.languages],
            },
            "editions": [
                _facts(edition, section)
                for section in self.sections
                for edition in section.editions
            ],
            "together": self.together.facts(),
            **self.copies.facts(),
            **self.heard.facts(),
        }


def _facts(edition: Edition, section: Section) -> dict[str, Any]:
    told = section.told.get(edition.row.title_id, ())
    return {
        **edition.title.facts(),
        **edition.copies.facts(),
        "stands_under": {section.kind: section.code},
        "told_apart_by": [each.striptags() for each in told],
    }


def _elsewhere(request: HttpRequest, work_id: str) -> HttpResponse:
    """Where the titles of a work went that has none any more."""
    lead = lead_of(work_id)
    if lead is Nowhere.GONE:
        raise Gone
    if lead is Nowhere.UNKNOWN:
        raise Http404
    twin = TWIN if request.path_info.endswith(TWIN) else ""
    query = read_wishes(request.META.get("QUERY_STRING", "")).at("")
    return HttpResponsePermanentRedirect(work_address(lead) + twin + query, preserve_request=True)


@read_only
def work_page(request: HttpRequest, work_id: str) -> HttpResponse:
    """Every edition of one work."""
    rows = titles_of_works([work_id])[work_id]
    if not rows:
        return _elsewhere(request, work_id)
    wishes = read_wishes(request.META.get("QUERY_STRING", ""))
    items = items_of([row.title_id for row in rows])
    voices = voices_of(work_id, SHOWN)
    page = WorkPage(work_id, rows, items, our_library(), wishes, voices)
    return answer(request, "work/page.html", page)
