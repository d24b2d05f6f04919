"""Every value of one filter in a search, with a search among them: the page behind *See all*."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language

from commonplace.browse.queries import FoundHeading, heading
from commonplace.discovery.documents import filed_in
from commonplace.discovery.searching import heading_filter, values_of
from commonplace.policy import Library
from commonplace.search.analysis import words_of
from commonplace.search.engines.contract import Count
from commonplace.web.addresses import (
    ONE_WAY,
    Choices,
    Pick,
    cleaned,
    heading_address,
    parameters_of,
    read_choices,
)
from commonplace.web.answering import answer
from commonplace.web.blocks.filters import Filters, Option, years_label
from commonplace.web.blocks.headings import shown_label
from commonplace.web.pages.finding import our_library
from commonplace.web.pages.troubles import read_only
from commonplace.web.words.choices import FILTERS, filter_label

MOST = 1_000
MOST_SHOWN = 200
BY_NAME = "name"
_MOST_TYPED = 200
_NUMBERS = frozenset({"added", "age", "rating"})


@dataclass(frozen=True, slots=True)
class Year:
    """One year as a link, with its count."""

    label: str
    address: str
    titles: int


@dataclass(frozen=True)
class ValuesPage:
    """The values of one filter. ``found`` is the heading they are under, on a heading's page."""

    name: str
    choices: Choices
    counts: Sequence[Count]
    library: Library
    typed: str = ""
    order: str = ""
    found: FoundHeading | None = None

    @property
    def label(self) -> str:
        """The filter's name."""
        return filter_label(self.name)

    @property
    def path(self) -> str:
        """The page the choices are made on."""
        found = self.found
        return heading_address(found.kind, found.heading_id) if found else "/search"

    @property
    def under(self) -> str:
        """The heading in words."""
        return shown_label(self.found.label, self.found.kind) if self.found else ""

    @cached_property
    def _filters(self) -> Filters:
        return Filters(self.choices, {self.name: self.counts}, self.library, self.path)

    @cached_property
    def _all(self) -> Sequence[Option]:
        """The options that have what was typed, in the order asked for; years are no options."""
        if self.name == "year":
            return ()
        wanted = words_of(self.typed)
        options = [each for each in self._filters.options(self.name, MOST) if _has(each, wanted)]
        if self.order == BY_NAME:
            language = get_language() or "en"
            options.sort(key=lambda each: filed_in(each.label, language))
        return options

    @property
    def options(self) -> Sequence[Option]:
        """As many of them as a page bears."""
        return self._all[:MOST_SHOWN]

    @property
    def is_cut(self) -> bool:
        """Whether there are more than are shown."""
        return len(self._all) > MOST_SHOWN or len(self.counts) >= MOST

    @property
    def years(self) -> Sequence[Year]:
        """The years, the newest first."""
        if self.name != "year":
            return ()
        return [
            Year(
                years_label(int(each.value), int(each.value)),
                self.choices.with_years(int(each.value), int(each.value)).at(self.path),
                each.count,
            )
            for each in reversed(self.counts)
            if each.value.isdecimal()
        ]

    @property
    def can_leave_out(self) -> bool:
        """Whether values can be left out as well as chosen."""
        return self.name not in ONE_WAY

    @property
    def kept(self) -> Sequence[tuple[str, str]]:
        """What applying carries along unseen: everything but what stands here to be ticked."""
        shown = {each.value for each in self.options}
        pick = self.choices.pick(self.name)
        unseen = Pick(
            tuple(value for value in pick.values if value not in shown),
            tuple(value for value in pick.without if value not in shown),
        )
        plain = self.choices.with_pick(self.name, unseen)
        return replace(plain, keeps_filters=False).parameters()

    @property
    def asked(self) -> Sequence[tuple[str, str]]:
        """What searching among the values carries along: the search, and its heading."""
        under = [("under", f"{self.found.kind}/{self.found.heading_id}")] if self.found else []
        return [*replace(self.choices, keeps_filters=False).parameters(), *under]

    @property
    def orders(self) -> Sequence[tuple[str, str, bool]]:
        """The two orders: each with its address and whether it is the one."""
        return [(order, self._at(order), order == self.order) for order in ("", BY_NAME)]

    @property
    def back(self) -> str:
        """The results as they are."""
        return self.choices.at(self.path)

    def _at(self, order: str) -> str:
        further = {"find": self.typed, "order": order}
        query = urlencode([*self.asked, *((k, v) for k, v in further.items() if v)])
        return f"/filter/{self.name}?{query}" if query else f"/filter/{self.name}"

    def facts(self) -> dict[str, Any]:
        """The values as JSON."""
        counts = self.counts if self.name == "year" else ()
        return {
            "filter": self.name,
            "find": self.typed,
            "is_cut": self.is_cut,
            "values": [
                {"value": each.value, "label": each.label, "count": each.count}
                for each in self.options
            ]
            or [{"value": each.value, "count": each.count} for each in counts],
        }


@read_only
def values_page(request: HttpRequest, name: str) -> HttpResponse:
    """All values of one filter within a search."""
    if name not in FILTERS or name in _NUMBERS:
        raise Http404
    query = request.META.get("QUERY_STRING", "")
    choices, given = replace(read_choices(query), page=1), parameters_of(query)
    typed = cleaned(given.get("find", [""])[-1], _MOST_TYPED)
    found = _heading(cleaned(given.get("under", [""])[-1], _MOST_TYPED))
    always = (heading_filter(found.heading_id),) if found else ()
    page = ValuesPage(
        name=name,
        choices=choices,
        counts=values_of(choices.asked(*always), name, typed, most=MOST),
        library=our_library(),
        typed=typed,
        order=BY_NAME if given.get("order", [""])[-1] == BY_NAME else "",
        found=found,
    )
    return answer(request, "filter/page.html", page)


def _heading(under: str) -> FoundHeading | None:
    """The heading this names; nothing for nothing. Raises ``Http404`` for one that is not here."""
    if not under:
        return None
    kind, _, heading_id = under.partition("/")
    found = heading(kind, heading_id)
    if found is None:
        raise Http404
    return found


def _has(option: Option, words: Sequence[str]) -> bool:
    if not words:
        return bool(option.count) or option.is_chosen or option.is_left_out
    own = words_of(f"{option.label} {option.value}")
    return all(any(each.startswith(word) for each in own) for word in words)
