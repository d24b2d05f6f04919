"""Completions of what is being typed: for the list under the search box, and a page of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop
from django.utils.translation import ngettext

from commonplace.bibliography import HeadingKind
from commonplace.discovery.suggesting.completing import Completion, completions
from commonplace.web.addresses import (
    MOST_TEXT,
    Choices,
    Pick,
    cleaned,
    parameters_of,
    search_address,
    title_address,
)
from commonplace.web.answering import answer
from commonplace.web.blocks.headings import shown_label
from commonplace.web.pages.troubles import read_only
from commonplace.web.words.moments import number
from commonplace.web.words.names import person_as_said

KINDS = {
    HeadingKind.TITLE: noop("Titles"),
    HeadingKind.NAME: noop("People"),
    HeadingKind.SUBJECT: noop("Subjects"),
    HeadingKind.SERIES: noop("Series"),
}


@dataclass(frozen=True, slots=True)
class Offer:
    """One completion: its words, where it leads, and what is there."""

    text: str
    address: str
    note: str
    titles: int | None

    def facts(self) -> dict[str, Any]:
        """The completion as JSON."""
        return {
            "text": self.text,
            "address": self.address,
            "note": self.note,
            "titles": self.titles,
        }


@dataclass(frozen=True, slots=True)
class Offers:
    """The completions of one kind."""

    kind: str
    label: str
    offers: Sequence[Offer]


@dataclass(frozen=True)
class SuggestPage:
    """What may be being typed."""

    typed: str
    found: Sequence[Completion]

    @cached_property
    def groups(self) -> Sequence[Offers]:
        """The completions by kind."""
        return tuple(self._groups())

    def _groups(self) -> Iterator[Offers]:
        for kind, label in KINDS.items():
            offers = [_offer(each) for each in self.found if each.kind is kind]
            if offers:
                yield Offers(kind.value, _(label), offers)

    @property
    def search(self) -> str:
        """The search for what was typed, as it is."""
        return search_address(Choices(text=self.typed))

    @property
    def said(self) -> str:
        """How many there are, for those who hear the page."""
        count = len(self.found)
        if not count:
            return _("No suggestions")
        return ngettext("%(num)s suggestion", "%(num)s suggestions", count) % {"num": number(count)}

    def facts(self) -> dict[str, Any]:
        """The completions as JSON."""
        return {
            "q": self.typed,
            "suggestions": [offer.text for group in self.groups for offer in group.offers],
            "groups": [
                {
                    "kind": group.kind,
                    "label": group.label,
                    "options": [offer.facts() for offer in group.offers],
                }
                for group in self.groups
            ],
            "said": self.said,
        }


@read_only
def suggest_page(request: HttpRequest) -> HttpResponse:
    """Completions of ``?q=``."""
    given = parameters_of(request.META.get("QUERY_STRING", "")).get("q", [""])
    typed = cleaned(given[-1], MOST_TEXT)
    return answer(request, "suggest/page.html", SuggestPage(typed, completions(typed)))


def _offer(each: Completion) -> Offer:
    """A completion as it is shown. How many titles are called the same is no help to anybody."""
    if each.kind is HeadingKind.TITLE:
        whole = search_address(Choices(text=each.text, field="title"))
        return Offer(each.text, title_address(each.title_id) if each.title_id else whole, "", None)
    note = ngettext("%(n)s title", "%(n)s titles", each.titles) % {"n": number(each.titles)}
    label = person_as_said if each.kind is HeadingKind.NAME else shown_label
    shown = each.text if each.is_twin else label(each.text)
    return Offer(shown, search_address(_choices(each)), note, each.titles)


def _choices(each: Completion) -> Choices:
    asked = each.asked
    plain = Choices(text=asked.text, field=asked.field)
    picks = {filter_.name: Pick(filter_.values) for filter_ in asked.filters}
    return replace(plain, picks=MappingProxyType(picks))
