"""Readers' reports that something is wrong with a title: sending one, and looking up a receipt.

A report is its form and what was said: the same sent twice is one report with one code. Nobody is
remembered, so a flood is met by bounds on everybody together.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from commonplace.catalogue.corrections.codes import code_of, hash_of
from commonplace.catalogue.corrections.models import Kind, Report, State
from commonplace.catalogue.corrections.words import MOST_CHARACTERS, kept
from commonplace.catalogue.grouping.anchors import anchor_for
from commonplace.catalogue.stores import PRECIOUS

MOST_OPEN_ON_A_TITLE = 20
MOST_AN_HOUR = 120
_HOUR = timedelta(hours=1)


class ReportRefused(Exception):
    """A report that cannot be taken."""


class WordsTooLong(ReportRefused):
    """There are more words than a report may have."""


class TooManyOnTitle(ReportRefused):
    """As many reports on this title are open as staff need to see."""


class TooManyJustNow(ReportRefused):
    """As many reports came in within the hour as staff can look at."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a reader says: what is wrong with which title; ``language`` is the page's."""

    title_id: str
    kind: Kind
    words: str = ""
    edition: str = ""
    link: str = ""
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Reply:
    """What staff answered and when, as the reader of the report sees it."""

    state: State
    sentence: str
    made: datetime


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a report. ``words`` are empty once they are ``erased``."""

    said: Said
    state: State
    made: datetime
    erased: datetime | None
    replies: tuple[Reply, ...]


def send(said: Said, form: str) -> str:
    """Keep this report and give the code of its receipt; ``form`` is the nonce of the form sent.

    The bounds are counted before the report is added: reports sent in the same instant may pass
    them together, by as many as there are web workers. Raises ``ReportRefused`` or ``NoSuchTitle``.
    """
    words = kept(said.words)
    if len(words) > MOST_CHARACTERS:
        raise WordsTooLong
    code = code_of(form, said.title_id, said.kind, said.edition, said.link, words)
    if Report.objects.filter(receipt=hash_of(code)).exists():
        return code
    _refuse_too_many(said.title_id)
    with transaction.atomic(PRECIOUS):
        Report.objects.get_or_create(
            receipt=hash_of(code),
            defaults={
                "title_id": said.title_id,
                "anchor": anchor_for(said.title_id),
                "kind": said.kind,
                "words": words,
                "edition": said.edition,
                "link": said.link,
                "language": said.language,
                "made": timezone.now(),
            },
        )
    return code


def receipt(code: str) -> Receipt | None:
    """What became of the report with this code; ``None`` when there is no such report."""
    report = Report.objects.filter(receipt=hash_of(code)).first()
    return receipt_of(report) if report else None


def receipt_of(report: Report) -> Receipt:
    """A report as its reader sees it."""
    replies = report.answers.order_by("id")
    return Receipt(
        Said(
            report.title_id,
            Kind(report.kind),
            report.words,
            report.edition,
            report.link,
            report.language,
        ),
        State(report.state),
        report.made,
        report.erased,
        tuple(Reply(State(each.state), each.sentence, each.made) for each in replies),
    )


def _refuse_too_many(title_id: str) -> None:
    open_on_title = Report.objects.filter(
        title_id=title_id, state__in=(State.OPEN, State.LOOKING)
    ).count()
    if open_on_title >= MOST_OPEN_ON_A_TITLE:
        raise TooManyOnTitle
    if Report.objects.filter(made__gt=timezone.now() - _HOUR).count() >= MOST_AN_HOUR:
        raise TooManyJustNow
