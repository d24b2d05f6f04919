"""Answering letters: a state and a sentence, for one letter or several at once.

Every answer is added to the letter's history. Letters that somebody else answered in the meantime
are left alone, all of them, and whoever came second is told.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import models, transaction
from django.db.models import F
from django.utils import timezone

from commonplace.catalogue.letters.words import MOST_CHARACTERS, kept
from commonplace.catalogue.stores import PRECIOUS


class AnswerRefused(Exception):
    """An answer that cannot be given."""


class NoSentence(AnswerRefused):
    """The reader is owed a sentence, and there is none."""


class SentenceTooLong(AnswerRefused):
    """The sentence is longer than an answer may be."""


class NothingChosen(AnswerRefused):
    """No letter was chosen to be answered."""


class AnsweredMeanwhile(AnswerRefused):
    """Somebody else answered one of these letters since they were looked at."""


@dataclass(frozen=True, slots=True)
class Given:
    """An answer: the state, the sentence to the reader, and who gives it."""

    state: str
    sentence: str
    by: str
    by_name: str


@dataclass(frozen=True, slots=True)
class Answered:
    """A kind of letter: its table, that of its answers, the states that end it.

    ``link`` is the column of the answers that names the letter.
    """

    letters: type[models.Model]
    answers: type[models.Model]
    closing: Collection[str]
    link: str

    def answer(self, seen: Mapping[int, int], given: Given, **more: Any) -> int:
        """Give this answer to these letters, each as it was ``seen``: its number and its version.

        How many were answered: all of them, or none and ``AnswerRefused``. ``more`` are columns
        that only the answers of this kind have.
        """
        sentence = _sound(given.sentence, seen)
        now = timezone.now()
        with transaction.atomic(PRECIOUS):
            for number, version in sorted(seen.items()):
                self._move_on(number, version, given.state, now)
            said = {"state": given.state, "sentence": sentence, "made": now} | more
            said |= {"made_by": given.by, "made_by_name": given.by_name}
            rows = (self.answers(**{self.link: number}, **said) for number in seen)
            self.answers._default_manager.bulk_create(rows)
        return len(seen)

    def erase_words(self, days: int, columns: Iterable[str]) -> int:
        """Empty these columns of letters that were answered for good so many days ago.

        How many there were. The letter, its answers and its receipt stay. Called once a day by the
        follower; safe to call at any time.
        """
        now = timezone.now()
        old = self.letters._default_manager.filter(
            closed__lt=now - timedelta(days=days), erased__isnull=True, state__in=self.closing
        )
        return int(old.update(**dict.fromkeys(columns, ""), erased=now))

    def _move_on(self, number: int, version: int, state: str, now: datetime) -> None:
        changed = self.letters._default_manager.filter(pk=number, version=version).update(
            state=state, version=F("version") + 1, closed=now if state in self.closing else None
        )
        if not changed:
            raise AnsweredMeanwhile


def _sound(sentence: str, seen: Mapping[int, int]) -> str:
    sentence = kept(sentence)
    if not sentence:
        raise NoSentence
    if len(sentence) > MOST_CHARACTERS:
        raise SentenceTooLong
    if not seen:
        raise NothingChosen
    return sentence
