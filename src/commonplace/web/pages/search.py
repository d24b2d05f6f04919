"""Results: what a search found, one work once, with the filters that narrow it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import Any

from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
)
from markupsafe import Markup

from commonplace.catalogue.queries import last_load_finished
from commonplace.community.contributions.queries import ratings_of_works
from commonplace.community.contributions.values import Ratings
from commonplace.discovery.answers import LAST_PAGE, PAGE_SIZE, Answer
from commonplace.discovery.searching import find
from commonplace.policy import Library
from commonplace.policy.nearness import seen_from
from commonplace.search.engines.contract import Sort
from commonplace.web.addresses import Choices, read_choices, wish_address
from commonplace.web.answering import TWIN, answer
from commonplace.web.blocks.cards import NO_RATINGS, ShownCard
from commonplace.web.blocks.filters import Ages, Chip, Filters, Group, Years
from commonplace.web.blocks.headings import ShownHeading
from commonplace.web.instead import Instead, found_instead, instead_of
from commonplace.web.leavings import held_by_none, left_out
from commonplace.web.pages.finding import our_library
from commonplace.web.pages.troubles import read_only
from commonplace.web.searching.keeping import (
    for_this_reader,
    kept_filters,
    names_kept,
    with_kept,
)
from commonplace.web.searching.my_branch import NearTo, near_to, with_branch
from commonplace.web.wording import sentence_of
from commonplace.web.words.moments import as_of

_AROUND = 2


@dataclass(frozen=True, slots=True)
class PageLink:
    """One page of the results; ``number`` is 0 for a gap."""

    number: int
    address: str
    is_current: bool = False


@dataclass(frozen=True)
class ResultsPage:
    """An answer and the choices it answers. ``heading`` is set on a heading's own page."""

    choices: Choices
    answer: Answer
    library: Library
    path: str = "/search"
    heading: ShownHeading | None = None
    loaded: datetime | None = None
    left_out: Sequence[Markup] = ()
    kept_filters: str = ""
    near_to: NearTo | None = None
    ratings: Mapping[str, Ratings] = field(default_factory=dict)

    @cached_property
    def cards(self) -> tuple[ShownCard, ...]:
        """The works on this page."""
        words, ratings = self.choices.text, self.ratings
        library = seen_from(self.library, self.choices.near)
        return tuple(
            ShownCard(card, library, words, ratings.get(card.work_id, NO_RATINGS))
            for card in self.answer.cards
        )

    @cached_property
    def _filters(self) -> Filters:
        return Filters(self.choices, self.answer.counts, self.library, self.path)

    @cached_property
    def groups(self) -> tuple[Group | Years | Ages, ...]:
        """The filters that offer a choice."""
        return tuple(self._filters.groups())

    @cached_property
    def chips(self) -> tuple[Chip, ...]:
        """The filters in use."""
        return tuple(self._filters.chips())

    @property
    def problems(self) -> tuple[Markup, ...]:
        """What was mistaken in the query, and what was done."""
        return tuple(map(sentence_of, self.answer.problems))

    @property
    def canonical(self) -> str:
        """The one path of this page."""
        return replace(self.choices, keeps_filters=False).at(self.path)

    @property
    def to_keep(self) -> str:
        """The search whose filters can be kept for the next; nothing where that is done."""
        can_keep = self.path == "/search" and self.choices.narrowing and not self.are_kept
        return replace(self.choices, page=1).query() if can_keep else ""

    @property
    def are_kept(self) -> bool:
        """Whether these are the filters that the reader keeps for every search."""
        return bool(self.kept_filters) and self.kept_filters == self.choices.narrowing

    @property
    def meant(self) -> tuple[Instead, ...]:
        """What may have been meant instead."""
        return tuple(
            instead_of(replace(self.choices, text=each.text, page=1), self.path, each.titles)
            for each in self.answer.did_you_mean
        )

    @cached_property
    def instead(self) -> Sequence[Instead]:
        """What finds something where this found nothing."""
        has_answer = self.answer.total_titles or self.answer.is_trouble
        return () if has_answer else tuple(found_instead(self.choices, self.path))

    @property
    def wish(self) -> str:
        """Where the library can be asked to get what was looked for."""
        return wish_address(self.choices)

    @property
    def as_of(self) -> str:
        """When the copies were last known, in words."""
        return as_of(self.loaded) if self.loaded else ""

    @property
    def kept(self) -> Sequence[tuple[str, str]]:
        """What the filter form carries along unseen: the words, their field, the order."""
        plain = replace(self.choices.cleared(), page=1)
        return plain.parameters()

    @property
    def kept_by_sorting(self) -> Sequence[tuple[str, str]]:
        """What the form for the order carries along: everything else."""
        return replace(self.choices, sort=Sort.RELEVANCE, page=1).parameters()

    @property
    def cleared(self) -> str:
        """The address of the same words without filters."""
        return self.choices.cleared().at(self.path)

    @property
    def is_beyond(self) -> bool:
        """Whether the page asked for is behind the last one there is."""
        return self.choices.page > self.answer.pages

    @property
    def is_cut_off(self) -> bool:
        """Whether there is more than can be paged through, and this is the last of it."""
        is_last = self.choices.page == LAST_PAGE == self.answer.pages
        return is_last and self.answer.total_works > LAST_PAGE * PAGE_SIZE

    @property
    def last_page(self) -> str:
        """The last page there is."""
        return self._at(self.answer.pages)

    @property
    def pages(self) -> tuple[PageLink, ...]:
        """The pages one can go to from here, with gaps."""
        return tuple(self._pages()) if self.answer.pages > 1 and not self.is_beyond else ()

    def _pages(self) -> Iterator[PageLink]:
        here, last = self.choices.page, self.answer.pages
        shown = sorted({1, last, *range(max(1, here - _AROUND), min(last, here + _AROUND) + 1)})
        before = 0
        for number in shown:
            if number > before + 1:
                yield PageLink(0, "")
            yield PageLink(number, self._at(number), number == here)
            before = number

    @property
    def next(self) -> str:
        """The next page; empty on the last."""
        has_next = self.choices.page < self.answer.pages
        return self._at(self.choices.page + 1) if has_next else ""

    def _at(self, page: int) -> str:
        return self.choices.on_page(page).at(self.path)

    def facts(self) -> dict[str, Any]:
        """The answer as JSON."""
        said = self.answer
        return {
            "address": self.canonical,
            "heading": self.heading.facts() if self.heading else None,
            "total_titles": said.total_titles,
            "total_works": said.total_works,
            "works_are_about": said.works_are_about,
            "page": self.choices.page,
            "pages": said.pages,
            "explained": said.explained,
            "sort": self.choices.sort.value,
            "near": self.choices.near or None,
            "next": self.next or None,
            "problems": [each.sentence for each in said.problems],
            "left_out": [each.striptags() for each in self.left_out],
            "did_you_mean": [each.text for each in said.did_you_mean],
            "meant": [each.facts() for each in self.meant],
            "instead": [each.facts() for each in self.instead],
            "is_trouble": said.is_trouble,
            "is_slow": said.is_slow,
            "withdrawn": said.withdrawn,
            "works": [card.facts() for card in self.cards],
            "filters": self._filters.facts(),
        }


@read_only
def search_page(request: HttpRequest) -> HttpResponse:
    """What a search found."""
    query, kept = request.META.get("QUERY_STRING", ""), kept_filters(request)
    choices = replace(read_choices(query), keeps_filters=kept is not None)
    if elsewhere := with_kept(request, choices, kept) or with_branch(request, choices):
        return elsewhere
    unheeded = left_out(query)
    if not unheeded and (elsewhere := canonical(request, choices)):
        return elsewhere
    found = find(choices.asked())
    page = ResultsPage(
        choices=choices,
        answer=found,
        library=our_library(),
        loaded=last_load_finished(),
        left_out=(*unheeded, *held_by_none(choices, found)),
        kept_filters=kept.narrowing if kept else "",
        near_to=(near := near_to(request, choices)),
        ratings=ratings_of_works([card.work_id for card in found.cards]),
    )
    return for_this_reader(
        answer(request, "results/page.html", page), kept or (near.kept if near else None)
    )


def canonical(request: HttpRequest, choices: Choices) -> HttpResponse | None:
    """A redirect to the one address of these choices, where this is another spelling of it."""
    query, asked = choices.query(), request.META.get("QUERY_STRING", "")
    if asked == query:
        return None
    path = request.path_info
    address = f"{path}?{query}" if query else path
    # What depends on the filters a reader keeps is not for ever.
    if names_kept(asked):
        return HttpResponseRedirect(address)
    return HttpResponsePermanentRedirect(address)


def path_of(request: HttpRequest) -> str:
    """The page's own path, also when its twin was asked for."""
    return request.path_info.removesuffix(TWIN)
