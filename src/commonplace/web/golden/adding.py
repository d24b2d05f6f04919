"""Keeping a golden query: type the search, or paste its address; choose what it is to find."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port, validate_host

from commonplace.catalogue.golden.keeping import LONGEST_NOTE, GoldenRefused, Wanted, Why, keep
from commonplace.catalogue.golden.models import MOST_PLACES
from commonplace.catalogue.golden.values import Search
from commonplace.discovery.answers import Answer
from commonplace.discovery.asking import BadFilter
from commonplace.discovery.golden.running import asked_as_readers_do, run_one
from commonplace.discovery.searching import find
from commonplace.search.engines.contract import Sort
from commonplace.web.addresses import Choices, read_choices, search_address
from commonplace.web.answering import answer
from commonplace.web.blocks.cards import ShownCard
from commonplace.web.golden.listing import LIST
from commonplace.web.golden.shown import narrowed_by
from commonplace.web.pages.finding import our_library
from commonplace.web.pages.troubles import WITH_FORM, takes
from commonplace.web.staff.deciding import by_of, led_to
from commonplace.web.staff.door import staff_only
from commonplace.web.words.golden import refusal_of_golden

ADD = f"{LIST}/add"
TEMPLATE = "staff/golden-add.html"
MOST_FOUND = 10
UNPROCESSABLE = 422
_ADDRESS = re.compile(
    r"(?:https?://)?([^/?#\s]*)(?:/[^?#\s]*)?/search(?:\.json)?\?(\S{1,4000})", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Filled:
    """What was filled in: the title chosen, another one typed, its place, a note."""

    title: str = ""
    other: str = ""
    within: str = "1"
    note: str = ""


@dataclass(frozen=True)
class AddingPage:
    """A search with what it finds, and the form that keeps it."""

    choices: Choices
    filled: Filled = Filled()
    trouble: str = ""
    address = ADD
    most_characters = LONGEST_NOTE
    most_places = MOST_PLACES

    @property
    def search(self) -> Search:
        """The search to be kept."""
        return Search(
            self.choices.text, self.choices.field, tuple(parse_qsl(self.choices.narrowing))
        )

    @property
    def kept(self) -> str:
        """The same as the form carries it."""
        return self.choices.query()

    @property
    def narrowed(self) -> Sequence[str]:
        """The filters, in words."""
        return narrowed_by(replace(self.choices, field="anywhere"))

    @property
    def results(self) -> str:
        """The same search as readers see it."""
        return search_address(self.choices)

    @property
    def is_asked(self) -> bool:
        """Whether there is a search yet."""
        return bool(self.search.text or self.search.filters)

    @cached_property
    def found(self) -> Answer | None:
        """What it finds now."""
        if not self.is_asked:
            return None
        try:
            return find(replace(asked_as_readers_do(self.search), page_size=MOST_FOUND))
        except BadFilter:  # the page knows a filter that a search of words does not
            return None

    @cached_property
    def cards(self) -> Sequence[ShownCard]:
        """The first works found."""
        found, library = self.found, our_library()
        return [ShownCard(each, library, self.search.text) for each in found.cards] if found else []

    def facts(self) -> dict[str, Any]:
        """The search and what it finds, as JSON."""
        return {
            "query": self.search.text,
            "field": self.search.field,
            "filters": [list(pair) for pair in self.search.filters],
            "total_titles": self.found.total_titles if self.found else 0,
            "found": [each.facts() for each in self.cards],
            "fields": ["search", "title", "other", "within", "note"],
        }


@staff_only
@takes(*WITH_FORM)
def add_page(request: HttpRequest) -> HttpResponse:
    """Try a search, and keep it with what it is to find."""
    if request.method == "POST":
        return _kept(request)
    choices = _asked(request.META.get("QUERY_STRING", ""))
    return answer(request, TEMPLATE, AddingPage(choices))


def _asked(query: str) -> Choices:
    """What is asked, in its own order; words that are an address of ours ask what that asks."""
    choices = read_choices(query)
    pasted = _ADDRESS.match(choices.text)
    if pasted and _is_ours(pasted[1]):
        choices = read_choices(pasted[2].partition("#")[0])
    return replace(choices, sort=Sort.RELEVANCE, page=1)


def _is_ours(host: str) -> bool:
    """Whether these pages are under this name; an address that begins with its path is ours."""
    domain, _port = split_domain_port(host)
    own = urlsplit(our_library().base_address).hostname
    names = [*settings.ALLOWED_HOSTS, own or ""]
    return not host or (bool(domain) and validate_host(domain, names))


def _kept(request: HttpRequest) -> HttpResponse:
    given = request.POST
    filled = Filled(*(given.get(name, "") for name in ("title", "other", "within", "note")))
    page = AddingPage(_asked(given.get("search", "")), filled)
    try:
        wanted = Wanted(filled.other.strip() or filled.title, _place(filled.within))
        number = keep(page.search, wanted, by=by_of(request), note=filled.note)
    except GoldenRefused as refused:
        page = replace(page, trouble=refusal_of_golden(refused.why))
        return answer(request, TEMPLATE, page, status=UNPROCESSABLE)
    run_one(number)
    return led_to(f"{LIST}?done=kept#g-{number}")


def _place(typed: str) -> int:
    """The place typed. Raises ``GoldenRefused``."""
    if typed.isascii() and typed.isdecimal() and len(typed) <= len(str(MOST_PLACES)):
        return int(typed)
    raise GoldenRefused(Why.NO_PLACE)
