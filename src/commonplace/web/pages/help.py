"""How to search, and what the pages do for accessibility."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from commonplace.web.addresses import Choices, search_address
from commonplace.web.answering import answer
from commonplace.web.pages.troubles import read_only


@dataclass(frozen=True, slots=True)
class Example:
    """Something to type, and what it finds."""

    text: str
    finds: str

    @property
    def address(self) -> str:
        """The search itself."""
        return search_address(Choices(text=self.text))


@dataclass(frozen=True, slots=True)
class HelpPage:
    """Help in one page."""

    @property
    def examples(self) -> tuple[Example, ...]:
        """Searches to try."""
        return (
            Example("last train home", _("all of these words, anywhere")),
            Example('"last train home"', _("these words next to each other")),
            Example("migra*", _("every word that begins so")),
            Example("train OR railway", _("either word")),
            Example("train NOT freight", _("the first word without the second")),
            Example("author:fan", _("a name among those who made it")),
            Example("subject:china", _("a word in a subject heading")),
            Example("title:home format:dvd", _("words in the title, in one format")),
            Example("pubyear:[1990 TO 2005]", _("years, both included")),
        )

    def facts(self) -> dict[str, Any]:
        """The examples as JSON."""
        return {
            "examples": [{"text": each.text, "finds": each.finds} for each in self.examples],
        }


@read_only
def help_page(request: HttpRequest) -> HttpResponse:
    """How to search."""
    return answer(request, "help/page.html", HelpPage())
