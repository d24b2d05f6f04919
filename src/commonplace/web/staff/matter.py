"""One matter of the queue: what readers say of a title, what its record says, and the answer.

All reports of one kind on one title stand here together. Those that are ticked are answered at
once; if somebody else was quicker with one of them, nothing is answered and the page says so.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from commonplace.catalogue.corrections.answering import answer_reports
from commonplace.catalogue.corrections.models import Kind, State
from commonplace.catalogue.corrections.queue import ReadReport, reports_on
from commonplace.catalogue.letters import answering
from commonplace.catalogue.letters.answering import AnswerRefused, Given
from commonplace.catalogue.letters.words import MOST_CHARACTERS
from commonplace.catalogue.queries import titles_by_id
from commonplace.web.addresses import web_address
from commonplace.web.answering import TWIN, answer
from commonplace.web.blocks.details import Detail, details_of
from commonplace.web.blocks.people import People, people_of
from commonplace.web.blocks.titles import ShownTitle
from commonplace.web.pages.troubles import WITH_FORM, takes
from commonplace.web.staff.door import staff_of, staff_only
from commonplace.web.staff.reports import matter_address
from commonplace.web.words.moments import number
from commonplace.web.words.reports import (
    MARKS,
    answers_to_reports,
    kind_of_report,
    state_of_report,
)
from commonplace.web.words.tongues import own_name

WAITING = (State.OPEN, State.LOOKING)
MOST_SHOWN = 20_000


class NoState(AnswerRefused):
    """What becomes of the reports was not chosen."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What is in the answer's form: the reports ticked, the state, the sentence."""

    seen: Mapping[int, int]
    state: str = ""
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class ShownReport:
    """A report as staff see it. ``edition`` is the title that does not belong, where it is here."""

    report: ReadReport
    edition: ShownTitle | None
    is_chosen: bool

    @property
    def value(self) -> str:
        """What the form sends for it: its number, and its version as it is shown."""
        return f"{self.report.number}.{self.report.version}"

    @property
    def state(self) -> str:
        """Its state in words."""
        return state_of_report(self.report.state)

    @property
    def mark(self) -> str:
        """The shape of its state."""
        return MARKS[self.report.state]

    @property
    def language(self) -> str:
        """The language of the page it was written on."""
        return own_name(self.report.language)

    @property
    def link(self) -> str:
        """The link that is dead."""
        return web_address(self.report.link)

    @property
    def history(self) -> tuple[tuple[str, Any], ...]:
        """What was answered, each with its state in words."""
        return tuple((state_of_report(each.state), each) for each in self.report.history)


@dataclass(frozen=True)
class MatterPage:
    """The reports of one kind on one title. ``title`` is ``None`` once that is withdrawn."""

    title_id: str
    kind: Kind
    reports: Sequence[ReadReport]
    filled: Filled
    trouble: str = ""
    answered: int = 0

    @cached_property
    def titles(self) -> Mapping[str, ShownTitle]:
        """The titles it speaks of."""
        ids = {self.title_id} | {each.edition for each in self.reports if each.edition}
        return {title_id: ShownTitle(row) for title_id, row in titles_by_id(list(ids)).items()}

    @property
    def title(self) -> ShownTitle | None:
        """What it is about."""
        return self.titles.get(self.title_id)

    @property
    def address(self) -> str:
        """Its own path."""
        return matter_address(self.title_id, self.kind)

    @property
    def label(self) -> str:
        """What is wrong."""
        return kind_of_report(self.kind)

    @property
    def people(self) -> People:
        """Who the record says made it."""
        return people_of(self.title.description) if self.title else People()

    @property
    def details(self) -> tuple[Detail, ...]:
        """What else the record says."""
        return details_of(self.title.description) if self.title else ()

    @cached_property
    def shown(self) -> tuple[ShownReport, ...]:
        """The reports, those that are to be answered ticked."""
        return tuple(
            ShownReport(each, self.titles.get(each.edition), each.number in self.filled.seen)
            for each in self.reports
        )

    @property
    def states(self) -> tuple[tuple[str, str], ...]:
        """What a report may become."""
        return tuple(
            (state.value, words)
            for state, words in answers_to_reports()
            if state is not State.OPEN or not self.is_all_open
        )

    @property
    def is_all_open(self) -> bool:
        """Whether nobody has looked at any of them."""
        return all(each.state is State.OPEN for each in self.reports)

    @property
    def most_characters(self) -> int:
        """How many characters an answer has room for."""
        return MOST_CHARACTERS

    @property
    def done(self) -> str:
        """That an answer was given."""
        if not self.answered:
            return ""
        sentence = ngettext(
            "%(num)s report was answered.", "%(num)s reports were answered.", self.answered
        )
        return sentence % {"num": number(self.answered)}

    def facts(self) -> dict[str, Any]:
        """The matter as JSON."""
        trouble = {"trouble": self.trouble} if self.trouble else {}
        return trouble | {
            "title_id": self.title_id,
            "title": self.title.facts() if self.title else None,
            "kind": self.kind,
            "reports": [_facts_of(each) for each in self.reports],
        }


@staff_only
@takes(*WITH_FORM)
def matter_page(request: HttpRequest, title_id: str, kind: str) -> HttpResponse:
    """The reports of one kind on one title, and where they are answered."""
    reports = reports_on(title_id, Kind(kind)) if kind in set(Kind) else []
    if not reports:
        raise Http404
    waiting = {each.number: each.version for each in reports if each.state in WAITING}
    page = MatterPage(title_id, Kind(kind), reports, Filled(waiting), answered=_answered(request))
    if request.method == "POST":
        return _answer(request, page)
    return answer(request, "staff/report.html", page)


def _answer(request: HttpRequest, page: MatterPage) -> HttpResponse:
    filled = _filled(request, {each.number for each in page.reports})
    staff = staff_of(request)
    try:
        if filled.state not in set(State):
            raise NoState
        given = Given(State(filled.state), filled.sentence, staff.account_id, staff.name)
        answered = answer_reports(filled.seen, given)
    except AnswerRefused as error:
        reports = reports_on(page.title_id, page.kind)
        again = MatterPage(page.title_id, page.kind, reports, filled, _trouble(error))
        status = 409 if isinstance(error, answering.AnsweredMeanwhile) else 422
        return answer(request, "staff/report.html", again, status=status)
    twin = TWIN if request.path_info.endswith(TWIN) else ""
    return HttpResponseRedirect(f"{page.address}{twin}?answered={answered}", status=303)


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
        answering.NoSentence: _("Write a sentence: the reader sees it with the code."),
        answering.NothingChosen: _("Tick the reports that you answer."),
    }
    return sentences[type(error)]


def _too_long() -> str:
    sentence = ngettext(
        "There is room for %(num)s character. Make your answer shorter.",
        "There is room for %(num)s characters. Make your answer shorter.",
        MOST_CHARACTERS,
    )
    return sentence % {"num": number(MOST_CHARACTERS)}


def _filled(request: HttpRequest, here: set[int]) -> Filled:
    """What was sent, of the reports that are here."""
    seen = {}
    for value in request.POST.getlist("report"):
        one, dot, version = value.partition(".")
        if dot and _is_number(one) and _is_number(version) and int(one) in here:
            seen[int(one)] = int(version)
    given = request.POST
    return Filled(seen, given.get("state", ""), given.get("sentence", "")[:MOST_SHOWN])


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 12  # noqa: PLR2004 -- of a row


def _answered(request: HttpRequest) -> int:
    said = request.GET.get("answered", "")
    return int(said) if _is_number(said) else 0


def _facts_of(report: ReadReport) -> dict[str, Any]:
    return {
        "number": report.number,
        "version": report.version,
        "state": report.state,
        "words": report.words,
        "edition": report.edition,
        "link": report.link,
        "language": report.language,
        "made": report.made,
        "erased": report.erased,
        "history": [
            {"state": e.state, "sentence": e.sentence, "by": e.by_name, "made": e.made}
            for e in report.history
        ],
    }
