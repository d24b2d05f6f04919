"""Answering readers' reports: a state and a sentence, for one report or several at once.

Every answer is added to the report's history. Reports that somebody else answered in the meantime
are left alone, all of them, and whoever came second is told.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from commonplace.catalogue.corrections.models import CLOSED, Report, ReportAnswer, State
from commonplace.catalogue.corrections.words import MOST_CHARACTERS, kept
from commonplace.catalogue.stores import PRECIOUS


class AnswerRefused(Exception):
    """An answer that cannot be given."""


class NoSentence(AnswerRefused):
    """The reader is owed a sentence, and there is none."""


class SentenceTooLong(AnswerRefused):
    """The sentence is longer than an answer may be."""


class NothingChosen(AnswerRefused):
    """No report was chosen to be answered."""


class AnsweredMeanwhile(AnswerRefused):
    """Somebody else answered one of these reports since they were looked at."""


@dataclass(frozen=True, slots=True)
class Given:
    """An answer: the state, the sentence to the reader, and who gives it."""

    state: State
    sentence: str
    by: str
    by_name: str


def answer_reports(seen: Mapping[int, int], given: Given) -> int:
    """Give this answer to these reports, each as it was ``seen``: its number and its version.

    How many were answered: all of them, or none and ``AnswerRefused``.
    """
    sentence = kept(given.sentence)
    if not sentence:
        raise NoSentence
    if len(sentence) > MOST_CHARACTERS:
        raise SentenceTooLong
    if not seen:
        raise NothingChosen
    now = timezone.now()
    with transaction.atomic(PRECIOUS):
        for number, version in sorted(seen.items()):
            _move_on(number, version, given.state, now)
        ReportAnswer.objects.bulk_create(
            ReportAnswer(
                report_id=number,
                state=given.state,
                sentence=sentence,
                made_by=given.by,
                made_by_name=given.by_name,
                made=now,
            )
            for number in seen
        )
    return len(seen)


def erase_answered_words(days: int) -> int:
    """Erase the words of reports that were mended or left so many days ago; how many there were.

    The report, its answers and its receipt stay. Called once a day by the follower; safe to call at
    any time.
    """
    now = timezone.now()
    old = Report.objects.filter(
        closed__lt=now - timedelta(days=days), erased__isnull=True, state__in=CLOSED
    )
    return old.update(words="", erased=now)


def _move_on(number: int, version: int, state: State, now: datetime) -> None:
    changed = Report.objects.filter(pk=number, version=version).update(
        state=state, version=F("version") + 1, closed=now if state in CLOSED else None
    )
    if not changed:
        raise AnsweredMeanwhile
