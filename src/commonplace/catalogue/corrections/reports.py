"""Readers' reports that something is wrong with a title: sending one, and looking up a receipt.

A report is its form and what was said: the same sent twice is one report with one code. Nobody is
remembered, so a flood is met by bounds on everybody together.
"""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from commonplace.catalogue.corrections.models import Kind, Report, State
from commonplace.catalogue.grouping.anchors import anchor_for
from commonplace.catalogue.letters.codes import code_of, hash_of
from commonplace.catalogue.letters.sending import (
    LetterRefused,
    Receipt,
    Reply,
    WordsTooLong,
    refuse_many_just_now,
)
from commonplace.catalogue.letters.words import MOST_CHARACTERS, kept
from commonplace.catalogue.stores import PRECIOUS

MOST_OPEN_ON_A_TITLE = 20
MOST_AN_HOUR = 120


class TooManyOnTitle(LetterRefused):
    """As many reports on this title are open as staff need to see."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a reader says: what is wrong with which title; ``language`` is the page's."""

    title_id: str
    kind: Kind
    words: str = ""
    edition: str = ""
    link: str = ""
    language: str = "en"


def send(said: Said, form: str) -> str:
    """Keep this report and give the code of its receipt; ``form`` is the nonce of the form sent.

    Raises ``LetterRefused`` or ``NoSuchTitle``.
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


def receipt(code: str) -> Receipt[Said] | None:
    """What became of the report with this code; ``None`` when there is no such report."""
    report = Report.objects.filter(receipt=hash_of(code)).first()
    return receipt_of(report) if report else None


def receipt_of(report: Report) -> Receipt[Said]:
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
    refuse_many_just_now(Report, MOST_AN_HOUR)
