"""One matter of the queue: what readers say of a title, what its record says, and the answer.

All reports of one kind on one title stand here together. Those that are ticked are answered at
once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import ngettext

from commonplace.catalogue.corrections.answering import answer_reports
from commonplace.catalogue.corrections.models import Kind, State
from commonplace.catalogue.corrections.queue import ReadReport, reports_on
from commonplace.catalogue.letters.answering import Given
from commonplace.catalogue.queries import titles_by_id
from commonplace.web.addresses import web_address
from commonplace.web.answering import answer
from commonplace.web.blocks.details import Detail, details_of
from commonplace.web.blocks.people import People, people_of
from commonplace.web.blocks.titles import ShownTitle
from commonplace.web.pages.troubles import WITH_FORM, takes
from commonplace.web.staff.answers import (
    AnswerPage,
    FilledAnswer,
    answer_given,
    answered_before,
    entry_facts,
    ticked,
)
from commonplace.web.staff.door import staff_only
from commonplace.web.staff.reports import matter_address
from commonplace.web.words.moments import number
from commonplace.web.words.reports import (
    MARKS,
    answers_to_reports,
    kind_of_report,
    state_of_report,
)
from commonplace.web.words.tongues import own_name

TEMPLATE = "staff/report.html"
WAITING = (State.OPEN, State.LOOKING)


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


@dataclass(frozen=True, kw_only=True)
class MatterPage(AnswerPage):
    """The reports of one kind on one title. ``title`` is ``None`` once that is withdrawn."""

    title_id: str
    kind: Kind
    letters: Sequence[ReadReport]

    @cached_property
    def titles(self) -> Mapping[str, ShownTitle]:
        """The titles it speaks of."""
        ids = {self.title_id} | {each.edition for each in self.letters if each.edition}
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
            for each in self.letters
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
        return all(each.state is State.OPEN for each in self.letters)

    def letters_now(self) -> Sequence[ReadReport]:
        """The reports, read again."""
        return reports_on(self.title_id, self.kind)

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
        return super().facts() | {
            "title_id": self.title_id,
            "title": self.title.facts() if self.title else None,
            "kind": self.kind,
            "reports": [_facts_of(each) for each in self.letters],
        }


@staff_only
@takes(*WITH_FORM)
def matter_page(request: HttpRequest, title_id: str, kind: str) -> HttpResponse:
    """The reports of one kind on one title, and where they are answered."""
    reports = reports_on(title_id, Kind(kind)) if kind in set(Kind) else []
    if not reports:
        raise Http404
    page = MatterPage(
        title_id=title_id,
        kind=Kind(kind),
        letters=reports,
        filled=ticked(reports, WAITING),
        answered=answered_before(request),
    )
    if request.method != "POST":
        return answer(request, TEMPLATE, page)
    return answer_given(request, page, TEMPLATE, _give, list(State))


def _give(filled: FilledAnswer, given: Given) -> int:
    return answer_reports(filled.seen, given)


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
        "history": [entry_facts(each) for each in report.history],
    }
