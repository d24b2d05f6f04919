"""The title page: what it is, where it is, and what else there is to know of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.http import HttpRequest, HttpResponse
from markupsafe import Markup

from commonplace.bibliography import Description, HoldingsStatement, Item
from commonplace.bibliography.as_json import public
from commonplace.catalogue.queries import TitleRow, last_load_finished, titles_of_works
from commonplace.community.contributions.queries import NO_VOICES, voices_of
from commonplace.community.contributions.values import Voices
from commonplace.discovery.documents import ONLINE
from commonplace.discovery.searching import counts_of_headings
from commonplace.discovery.suggesting.alike import Similar, similar_titles
from commonplace.holdings.queries import items_of, statements_of
from commonplace.policy import Library
from commonplace.web.addresses import title_address
from commonplace.web.answering import answer, permanent_address
from commonplace.web.blocks.audience import ShownAudience
from commonplace.web.blocks.citation import citation_of, qr_of
from commonplace.web.blocks.copies import Copies, Line, item_facts
from commonplace.web.blocks.details import Detail, details_of
from commonplace.web.blocks.folding import Folded, fold
from commonplace.web.blocks.headings import (
    ShownHeading,
    about,
    in_series,
    series_headings,
    shared_facts,
    shared_words,
    shown,
)
from commonplace.web.blocks.online import Online, links_of, resource_of, standing
from commonplace.web.blocks.people import People, people_facts, people_of
from commonplace.web.blocks.shelf import Shelf, label_lines
from commonplace.web.blocks.telling import Telling
from commonplace.web.blocks.titles import ShownTitle
from commonplace.web.corrections import NO_CORRECTIONS, Corrections, corrections_shown
from commonplace.web.covers import class_ink
from commonplace.web.pages.finding import title_or_nothing
from commonplace.web.pages.shelf import shelf_by
from commonplace.web.pages.troubles import read_only
from commonplace.web.searching.keeping import for_this_reader
from commonplace.web.searching.my_branch import kept_branch, library_near
from commonplace.web.voices.heard import SHOWN, Heard
from commonplace.web.words.formats import label_place, online_deed
from commonplace.web.words.moments import as_of, due_day

MOST_EDITIONS = 30
MOST_FACTS = 1_000
MOST_SIMILAR = 6
SHOWN_LINES = 20
NO_SHELF = Shelf()


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of the work beside the others."""

    title: ShownTitle
    copies: Copies
    is_this: bool

    @property
    def mark(self) -> str:
        """The shape that says whether it can be had."""
        return standing(self.title.description, self.copies)[0]

    @property
    def status(self) -> str:
        """The same in words."""
        return standing(self.title.description, self.copies)[1]


@dataclass(frozen=True)
class TitlePage:
    """Everything on a title's page. ``counts`` are titles by heading id."""

    row: TitleRow
    library: Library
    address: str
    items: Mapping[str, Sequence[Item]]
    statements: Sequence[HoldingsStatement] = ()
    rows_of_work: Sequence[TitleRow] = ()
    alike: Sequence[Similar] = ()
    shelf: Shelf = NO_SHELF
    counts: Mapping[str, int] | None = None
    loaded: datetime | None = None
    corrections: Corrections = NO_CORRECTIONS
    voices: Voices = NO_VOICES

    @property
    def description(self) -> Description:
        """What the record says, and the library where it says otherwise."""
        return self.row.description

    @cached_property
    def title(self) -> ShownTitle:
        """The title as it is shown."""
        return ShownTitle(self.row)

    @cached_property
    def people(self) -> People:
        """Who made it."""
        return people_of(self.description)

    @cached_property
    def copies(self) -> Copies:
        """Its copies."""
        return Copies(self.items.get(self.row.title_id, ()), self.library)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Its copies by where they stand."""
        return self.copies.lines()

    @cached_property
    def shown_lines(self) -> Sequence[Line]:
        """The lines this page shows; the others have a page of their own."""
        return self.lines[:SHOWN_LINES]

    @property
    def first_due(self) -> str:
        """When the first copy comes back, in words."""
        due = self.copies.first_due
        return due_day(due) if due else ""

    @property
    def as_of(self) -> str:
        """When the copies were last known, in words."""
        return as_of(self.loaded) if self.loaded else ""

    @cached_property
    def call_number(self) -> str:
        """The call number to look for: of the nearest copy that is in, else the record's own."""
        labels = (line.call_number for line in self.lines if line.call_number)
        numbers = (each.number for each in self.description.call_numbers)
        return next(labels, "") or next(numbers, "")

    @cached_property
    def label(self) -> tuple[str, ...]:
        """The call number as it is printed on the thing, empty for what has no copies."""
        return label_lines(self.call_number) if self.lines else ()

    @property
    def label_place(self) -> str:
        """Where on the thing that is."""
        return label_place(self.description.format)

    @property
    def ink(self) -> str:
        """The colour of its class."""
        return class_ink(self.call_number)

    @cached_property
    def links(self) -> Folded[Online]:
        """The record's addresses that are safe to link to, the thing itself first."""
        return fold(links_of(self.description), weigh=lambda one: f"{one.address}{one.label}")

    @cached_property
    def resource(self) -> Online | None:
        """Where the thing itself is online."""
        return resource_of(self.description)

    @cached_property
    def is_online_first(self) -> bool:
        """Whether one goes online for it rather than to a shelf."""
        is_digital = self.description.format in ONLINE or not self.copies.total
        return is_digital and self.resource is not None

    @property
    def online_deed(self) -> str:
        """What one does with it there: read, listen, watch."""
        return online_deed(self.description.format)

    @cached_property
    def audience(self) -> ShownAudience:
        """For whom the record says it is."""
        return ShownAudience(self.description.audience)

    @cached_property
    def telling(self) -> Telling:
        """What the record tells of it."""
        return Telling(self.description)

    @cached_property
    def details(self) -> tuple[Detail, ...]:
        """The details as label and text."""
        return details_of(self.description)

    @cached_property
    def headings(self) -> Folded[ShownHeading]:
        """What it is about and what it is, with how many titles stand under each."""
        return shown(about(self.description), self.counts or {}, self.description.languages)

    @cached_property
    def series(self) -> Folded[tuple[ShownHeading, str]]:
        """The series it is in, each with its number there."""
        return in_series(self.description, self.counts or {})

    @cached_property
    def similar(self) -> tuple[tuple[ShownTitle, Markup], ...]:
        """Titles like this one, each with what they share in words."""
        return tuple((ShownTitle(each.row), shared_words(each.shared)) for each in self.alike)

    @cached_property
    def editions(self) -> tuple[Edition, ...]:
        """Every edition of the work, this one among them."""
        return tuple(
            Edition(
                ShownTitle(row),
                Copies(self.items.get(row.title_id, ()), self.library),
                row.title_id == self.row.title_id,
            )
            for row in self.rows_of_work[:MOST_EDITIONS]
        )

    @cached_property
    def heard(self) -> Heard:
        """What readers say of the work."""
        return Heard(self.row.work_id, self.library, self.voices, self.description.format)

    @cached_property
    def citation(self) -> str:
        """A plain citation."""
        return citation_of(self.row, self.address)

    @property
    def qr(self) -> Markup:
        """The address as a QR code."""
        return qr_of(self.address)

    def facts(self) -> dict[str, Any]:
        """Everything the page shows, as JSON."""
        said = self.description
        return {
            "title_id": self.row.title_id,
            "work_id": self.row.work_id,
            "control_number": self.row.control_number,
            "source": self.row.source,
            "address": self.address,
            "added": self.row.added.isoformat(),
            "title": said.full_title or self.title.name.words,
            "format": said.format,
            "description": public(said),
            "overrides": self.corrections.facts(),
            "contributors": people_facts(said),
            "availability": self.copies.facts() | {"as_of": self.loaded},
            "copies": [item_facts(item, self.library) for item in self.copies.items[:MOST_FACTS]],
            "statements": [
                {"branch": each.branch, "text": each.text, "note": each.note}
                for each in self.statements
            ],
            "links": [{"address": each.address, "label": each.label} for each in self.links.all],
            "shelf": self.shelf.facts(),
            "headings": [each.facts() for each in self.headings.all],
            "series": [each.facts() | {"number": number} for each, number in self.series.all],
            "similar": [
                ShownTitle(each.row).facts() | {"shared": shared_facts(each.shared)}
                for each in self.alike
            ],
            "editions": [
                each.title.facts() | each.copies.facts() | {"is_this": each.is_this}
                for each in self.editions
            ],
            "citation": self.citation,
            **self.heard.facts(),
        }


@read_only
def title_page(request: HttpRequest, title_id: str) -> HttpResponse:
    """One title: what it is, where it is, what it is like."""
    row = title_or_nothing(title_id)
    rows = titles_of_works([row.work_id])[row.work_id]
    page = TitlePage(
        row=row,
        library=library_near(request),
        address=permanent_address(request, title_address(title_id)),
        items=items_of([title_id, *(each.title_id for each in rows[:MOST_EDITIONS])]),
        statements=statements_of([title_id])[title_id],
        rows_of_work=rows,
        alike=similar_titles(title_id, limit=MOST_SIMILAR),
        shelf=shelf_by(title_id),
        counts=counts_by_heading(row.description),
        loaded=last_load_finished(),
        corrections=corrections_shown(title_id, row.description),
        voices=voices_of(row.work_id, SHOWN),
    )
    return for_this_reader(answer(request, "title/page.html", page), kept_branch(request))


def counts_by_heading(description: Description) -> dict[str, int]:
    """How many titles stand under each subject, genre and series of this description."""
    ids = [ref.heading_id for ref in about(description).all]
    ids += [ref.heading_id for ref, _number in series_headings(description).all]
    return dict(zip(ids, counts_of_headings(ids), strict=True))
