"""What readers ask for under one title: their wishes, what the catalogue has, the answer."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import ngettext

from commonplace.catalogue.letters.answering import Given
from commonplace.catalogue.queries import titles_by_id
from commonplace.catalogue.wishes.answering import answer_wishes
from commonplace.catalogue.wishes.models import WAITING, State
from commonplace.catalogue.wishes.queue import ReadWish, wishes_for
from commonplace.discovery.answers import Asked
from commonplace.discovery.searching import find
from commonplace.web.addresses import Choices, search_address
from commonplace.web.answering import answer
from commonplace.web.blocks.boards import on_a_board
from commonplace.web.blocks.titles import ShownTitle
from commonplace.web.pages.troubles import WITH_FORM, takes
from commonplace.web.staff.answers import (
    AnswerPage,
    FilledAnswer,
    NoSuchTitle,
    answer_given,
    answered_before,
    entry_facts,
    ticked,
)
from commonplace.web.staff.door import staff_only
from commonplace.web.wishes.queue import asked_address
from commonplace.web.words.formats import format_label
from commonplace.web.words.moments import number
from commonplace.web.words.tongues import own_name
from commonplace.web.words.wishes import MARKS, answers_to_wishes, state_of_wish

TEMPLATE = "staff/wish.html"
MOST_ALIKE = 6
_TITLE = re.compile(r"(?:.*/title/)?([a-z2-7]{13})(?:[/?#].*)?")


@dataclass(frozen=True, slots=True)
class ShownWish:
    """A wish as staff see it."""

    wish: ReadWish
    is_chosen: bool

    @property
    def value(self) -> str:
        """What the form sends for it: its number, and its version as it is shown."""
        return f"{self.wish.number}.{self.wish.version}"

    @property
    def state(self) -> str:
        """Its state in words."""
        return state_of_wish(self.wish.state)

    @property
    def mark(self) -> str:
        """The shape of its state."""
        return MARKS[self.wish.state]

    @property
    def language(self) -> str:
        """The language of the page it was written on."""
        return own_name(self.wish.language)

    @property
    def format(self) -> str:
        """The format asked for."""
        return format_label(self.wish.format) if self.wish.format else ""

    @property
    def history(self) -> tuple[tuple[str, Any], ...]:
        """What was answered, each with its state in words."""
        return tuple((state_of_wish(each.state), each) for each in self.wish.history)


@dataclass(frozen=True, kw_only=True)
class AskedPage(AnswerPage):
    """The wishes for one title."""

    likeness: str
    letters: Sequence[ReadWish]

    @property
    def first(self) -> ReadWish:
        """The wish that says best what is asked for: the first whose words are still kept."""
        return next((each for each in self.letters if each.title), self.letters[0])

    @property
    def address(self) -> str:
        """Its own path."""
        return asked_address(self.likeness)

    def letters_now(self) -> Sequence[ReadWish]:
        """The wishes, read again."""
        return wishes_for(self.likeness)

    @property
    def shown(self) -> tuple[ShownWish, ...]:
        """The wishes, those that are to be answered ticked."""
        return tuple(ShownWish(each, each.number in self.filled.seen) for each in self.letters)

    @property
    def states(self) -> tuple[tuple[str, str], ...]:
        """What a wish may become."""
        return tuple((state.value, words) for state, words in answers_to_wishes())

    @cached_property
    def here(self) -> Sequence[ShownTitle]:
        """What the catalogue has that is called so, or like it."""
        if not self.first.title:
            return ()
        found = find(Asked(self.first.title, page_size=MOST_ALIKE))
        return on_a_board(card.best for card in found.cards)

    @property
    def search(self) -> str:
        """Where to look further."""
        return search_address(Choices(text=self.first.title))

    @property
    def done(self) -> str:
        """That an answer was given."""
        if not self.answered:
            return ""
        sentence = ngettext(
            "%(num)s reader was answered.", "%(num)s readers were answered.", self.answered
        )
        return sentence % {"num": number(self.answered)}

    def facts(self) -> dict[str, Any]:
        """The wishes as JSON."""
        return super().facts() | {
            "title": self.first.title,
            "wishes": [_facts_of(each) for each in self.letters],
            "here": [each.facts() for each in self.here],
        }


@staff_only
@takes(*WITH_FORM)
def asked_page(request: HttpRequest, likeness: str) -> HttpResponse:
    """What readers ask for under one title, and where it is answered."""
    wishes = wishes_for(likeness)
    if not wishes:
        raise Http404
    page = AskedPage(
        likeness=likeness,
        letters=wishes,
        filled=ticked(wishes, WAITING),
        answered=answered_before(request),
    )
    if request.method != "POST":
        return answer(request, TEMPLATE, page)
    return answer_given(request, page, TEMPLATE, _give, list(State))


def _give(filled: FilledAnswer, given: Given) -> int:
    return answer_wishes(filled.seen, given, _title_id(filled.title.strip()))


def _title_id(typed: str) -> str:
    """The title whose address or id this is; nothing for nothing. Raises ``NoSuchTitle``."""
    if not typed:
        return ""
    found = _TITLE.fullmatch(typed)
    if found is None or not titles_by_id([found[1]]):
        raise NoSuchTitle
    return found[1]


def _facts_of(wish: ReadWish) -> dict[str, Any]:
    return {
        "number": wish.number,
        "version": wish.version,
        "state": wish.state,
        "title": wish.title,
        "creator": wish.creator,
        "format": wish.format,
        "note": wish.note,
        "language": wish.language,
        "made": wish.made,
        "erased": wish.erased,
        "history": [entry_facts(each) | {"title_id": each.title_id} for each in wish.history],
    }
