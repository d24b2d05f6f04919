"""Answering letters from readers: the form with its ticks, what was sent, why it came back.

If somebody else was quicker with one of those that are ticked, nothing is answered and the page
says so.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from commonplace.catalogue.letters import answering
from commonplace.catalogue.letters.answering import AnswerRefused, Given
from commonplace.catalogue.letters.queue import Entry
from commonplace.catalogue.letters.words import MOST_CHARACTERS
from commonplace.web.answering import TWIN, answer
from commonplace.web.staff.door import staff_of
from commonplace.web.words.moments import number

MOST_SHOWN = 20_000
_LONGEST_NUMBER = 11
_LONGEST_LINE = 500

Give = Callable[["FilledAnswer", Given], int]


class NoState(AnswerRefused):
    """What becomes of the letters was not chosen."""


class NoSuchTitle(AnswerRefused):
    """The title that is said to fulfil a wish is not in the catalogue."""


@dataclass(frozen=True, slots=True)
class FilledAnswer:
    """What is in the answer's form: the letters ticked, the state, the sentence, the title."""

    seen: Mapping[int, int]
    state: str = ""
    sentence: str = ""
    title: str = ""


@dataclass(frozen=True, kw_only=True)
class AnswerPage(ABC):
    """A page with letters and the form that answers them; ``letters`` have number and version."""

    letters: Sequence[Any]
    filled: FilledAnswer
    trouble: str = ""
    answered: int = 0

    @property
    def most_characters(self) -> int:
        """How many characters an answer has room for."""
        return MOST_CHARACTERS

    @property
    @abstractmethod
    def address(self) -> str:
        """Its own path."""

    @abstractmethod
    def letters_now(self) -> Sequence[Any]:
        """Its letters, read again."""

    def again(self, filled: FilledAnswer, trouble: str) -> Self:
        """The page as it is now, with what was sent and why that was not taken."""
        now = self.letters_now()
        return replace(self, letters=now, filled=filled, trouble=trouble, answered=0)

    def facts(self) -> dict[str, Any]:
        """What every such page says as JSON."""
        return {"trouble": self.trouble} if self.trouble else {}


def ticked(letters: Sequence[Any], waiting: Sequence[str]) -> FilledAnswer:
    """The form before anybody filled it in: every letter that waits is ticked."""
    return FilledAnswer({each.number: each.version for each in letters if each.state in waiting})


def answer_given(
    request: HttpRequest, page: AnswerPage, template: str, give: Give, states: Sequence[str]
) -> HttpResponse:
    """Give what was sent as the answer and come back, or show the form again with the reason."""
    filled = _filled(request, {each.number for each in page.letters})
    staff = staff_of(request)
    try:
        if filled.state not in states:
            raise NoState
        given = Given(filled.state, filled.sentence, staff.account_id, staff.name)
        answered = give(filled, given)
    except AnswerRefused as error:
        status = 409 if isinstance(error, answering.AnsweredMeanwhile) else 422
        return answer(request, template, page.again(filled, _trouble(error)), status=status)
    twin = TWIN if request.path_info.endswith(TWIN) else ""
    return HttpResponseRedirect(f"{page.address}{twin}?answered={answered}", status=303)


def answered_before(request: HttpRequest) -> int:
    """How many letters the answer went to that led back here."""
    said = request.GET.get("answered", "")
    return int(said) if _is_number(said) else 0


def entry_facts(entry: Entry) -> dict[str, Any]:
    """An answer for a JSON twin, for staff: with a name."""
    return {
        "state": entry.state,
        "sentence": entry.sentence,
        "by": entry.by_name,
        "made": entry.made,
    }


def _trouble(error: AnswerRefused) -> str:
    """Why nothing was answered, and what to do."""
    if isinstance(error, answering.AnsweredMeanwhile):
        return _(
            "Somebody answered one of these while you were reading. Nothing of yours was sent: look"
            " at what is new below, and send your answer again if it still holds."
        )
    if isinstance(error, answering.SentenceTooLong):
        return _too_long()
    sentences: Mapping[type, str] = {
        NoState: _("Choose what becomes of it."),
        NoSuchTitle: _("There is no such title here: copy the address of its page."),
        answering.NoSentence: _("Write a sentence: the reader sees it with the code."),
        answering.NothingChosen: _("Tick what you answer."),
    }
    return sentences[type(error)]


def _too_long() -> str:
    sentence = ngettext(
        "There is room for %(num)s character. Make your answer shorter.",
        "There is room for %(num)s characters. Make your answer shorter.",
        MOST_CHARACTERS,
    )
    return sentence % {"num": number(MOST_CHARACTERS)}


def _filled(request: HttpRequest, here: set[int]) -> FilledAnswer:
    """What was sent, of the letters that are here."""
    seen = {}
    for value in request.POST.getlist("letter"):
        one, dot, version = value.partition(".")
        if dot and _is_number(one) and _is_number(version) and int(one) in here:
            seen[int(one)] = int(version)
    given = request.POST
    sentence = given.get("sentence", "")[:MOST_SHOWN]
    return FilledAnswer(
        seen, given.get("state", ""), sentence, given.get("title", "")[:_LONGEST_LINE]
    )


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= _LONGEST_NUMBER
