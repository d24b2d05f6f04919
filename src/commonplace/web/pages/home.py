"""The home page: the search, what is new, what is asked for, which branch is open."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from commonplace.catalogue.queries import newest_titles
from commonplace.discovery.answers import Answer, Asked, Card
from commonplace.discovery.searching import find
from commonplace.policy import Library
from commonplace.search.engines.contract import Filter, Sort
from commonplace.web.addresses import narrowed_search
from commonplace.web.answering import answer
from commonplace.web.blocks.boards import Board, best_of, on_a_board
from commonplace.web.blocks.cards import ShownCard
from commonplace.web.blocks.hours import OpenBranch
from commonplace.web.pages.branches import open_branches
from commonplace.web.pages.finding import our_library
from commonplace.web.pages.troubles import read_only
from commonplace.web.words.formats import format_label
from commonplace.web.words.tongues import NOT_A_LANGUAGE, bcp47, own_name

ON_A_BOARD = 6
MOST_LANGUAGES = 5
MOST_ASKED_FOR = 5
_DOOR_FORMATS = ("large_print", "graphic_novel", "audiobook_cd", "dvd")


@dataclass(frozen=True, slots=True)
class Door:
    """A way into the catalogue beside the search box."""

    label: str
    address: str
    tag: str = ""
    direction: str = ""


@dataclass(frozen=True, slots=True)
class HomePage:
    """What the library has at a glance. ``everything`` is the answer to the empty search."""

    library: Library
    everything: Answer
    boards: tuple[Board, ...]
    branches: tuple[OpenBranch, ...]

    @property
    def doors(self) -> tuple[Door, ...]:
        """Ways in that lead to something."""
        return tuple(_doors(self.library, self.everything))

    @property
    def asked_for(self) -> tuple[ShownCard, ...]:
        """The works borrowed most."""
        cards: list[Card] = list(self.everything.cards[:MOST_ASKED_FOR])
        return tuple(ShownCard(card, self.library, "") for card in cards)

    @property
    def languages(self) -> int:
        """In how many languages the library has something."""
        counts = self.everything.counts.get("language", ())
        return sum(each.value not in NOT_A_LANGUAGE for each in counts)

    def facts(self) -> dict[str, Any]:
        """The page as JSON."""
        return {
            "library": self.library.name,
            "total_titles": self.everything.total_titles,
            "total_works": self.everything.total_works,
            "boards": [board.facts() for board in self.boards],
            "most_borrowed": [card.facts() for card in self.asked_for],
            "branches": [each.facts() for each in self.branches],
        }


@read_only
def home_page(request: HttpRequest) -> HttpResponse:
    """The library's window."""
    page = HomePage(
        library=our_library(),
        everything=find(Asked(sort=Sort.POPULAR, page_size=MOST_ASKED_FOR)),
        boards=tuple(board for board in _boards() if board.titles),
        branches=open_branches(),
    )
    return answer(request, "home/page.html", page)


def _boards() -> Iterator[Board]:
    yield Board(
        "new",
        _("New on the shelves"),
        _("What came in last"),
        on_a_board(newest_titles(ON_A_BOARD)),
        "/new",
        _("All new titles"),
    )
    watching = (Filter("format", values=("bluray", "dvd", "uhd")), _AT_HAND)
    yield Board(
        "watch",
        _("To watch tonight"),
        _("In at a branch now"),
        best_of(watching, sort=Sort.POPULAR, limit=ON_A_BOARD),
        narrowed_search(available="now", format="dvd"),
        _("All DVDs that are in"),
    )
    children = (Filter("audience", values=("children",)), _AT_HAND)
    yield Board(
        "children",
        _("For children"),
        _("In at a branch now"),
        best_of(children, sort=Sort.POPULAR, limit=ON_A_BOARD),
        "/children",
        _("The children’s page"),
    )


_AT_HAND = Filter("available", values=("now",))


def _doors(library: Library, everything: Answer) -> Iterator[Door]:
    if library.branches:
        first = library.branches[0]
        label = _("In at %(branch)s now") % {"branch": first.name}
        yield Door(label, narrowed_search(available="now", branch=first.code))
    formats = {each.value for each in everything.counts.get("format", ())}
    for code in _DOOR_FORMATS:
        if code in formats:
            yield Door(format_label(code), narrowed_search(format=code))
    if any(each.value == "children" for each in everything.counts.get("audience", ())):
        yield Door(_("For children"), "/children")
    yield from _language_doors(everything)


def _language_doors(everything: Answer) -> Iterator[Door]:
    here = (get_language() or "en").partition("-")[0]
    codes = [each.value for each in everything.counts.get("language", ())]
    others = [code for code in codes if code not in NOT_A_LANGUAGE and bcp47(code) != here]
    for code in others[:MOST_LANGUAGES]:
        tag = bcp47(code)
        yield Door(own_name(tag), narrowed_search(language=code), tag, "auto")
