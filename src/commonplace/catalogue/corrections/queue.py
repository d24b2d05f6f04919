"""The queue of readers' reports for staff: matters, each the reports of one kind on one title.

Open matters come first, those with the most reports before those with fewer, the oldest first.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from commonplace.catalogue.corrections.models import Kind, Report, ReportAnswer, State
from commonplace.catalogue.letters.queue import (
    MATTERS_A_PAGE,
    MOST_READ,
    Entry,
    Gathered,
    gathered,
)


class Matter(Gathered):
    """The reports of one kind on one title."""

    @property
    def title_id(self) -> str:
        """The title."""
        return str(self.about[0])

    @property
    def kind(self) -> Kind:
        """What is wrong with it."""
        return Kind(self.about[1])


@dataclass(frozen=True, slots=True)
class ReadReport:
    """A report as staff read it, with its history."""

    number: int
    version: int
    state: State
    words: str
    edition: str
    link: str
    language: str
    made: datetime
    erased: datetime | None
    history: tuple[Entry, ...]


def count_open() -> int:
    """How many reports wait for an answer: the number on the desk."""
    return Report.objects.filter(state__in=(State.OPEN, State.LOOKING)).count()


def matters(
    states: Sequence[State], kind: Kind | None = None, after: str = "", limit: int = MATTERS_A_PAGE
) -> list[Matter]:
    """The matters with reports in these states, from behind this ``place`` of the queue on."""
    wanted: dict[str, Sequence[str]] = {"state": states, "kind": [kind] if kind else list(Kind)}
    found = gathered("catalogue_report", ("title_id", "kind"), wanted, after, limit)
    return [Matter(each.about, each.rank, each.letters, each.oldest) for each in found]


def oldest_of(found: Sequence[Matter]) -> dict[int, datetime]:
    """When the oldest report of each of these matters was made, by its number."""
    numbers = [matter.oldest for matter in found]
    return dict(Report.objects.filter(pk__in=numbers).values_list("id", "made"))


def reports_on(title_id: str, kind: Kind) -> list[ReadReport]:
    """The newest reports of this kind on this title, those that wait before the others."""
    newest = Report.objects.filter(title_id=title_id, kind=kind).order_by("-id")
    found = list(newest[:MOST_READ])
    histories: dict[int, list[Entry]] = {}
    for each in ReportAnswer.objects.filter(report__in=found).order_by("id"):
        entry = Entry(each.state, each.sentence, each.made_by_name, each.made)
        histories.setdefault(each.report_id, []).append(entry)
    read = [_read(report, tuple(histories.get(report.pk, ()))) for report in found]
    return sorted(read, key=lambda one: one.state not in (State.OPEN, State.LOOKING))


def _read(report: Report, history: tuple[Entry, ...]) -> ReadReport:
    return ReadReport(
        report.pk,
        report.version,
        State(report.state),
        report.words,
        report.edition,
        report.link,
        report.language,
        report.made,
        report.erased,
        history,
    )
