"""Taking letters in: once each, bounded, and told by their receipts what became of them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from django.db import models
from django.utils import timezone

Said = TypeVar("Said")
_HOUR = timedelta(hours=1)


class LetterRefused(Exception):
    """A letter that cannot be taken."""


class WordsTooLong(LetterRefused):
    """There are more words than a letter may have."""


class TooManyJustNow(LetterRefused):
    """As many letters of this kind came in within the hour as staff can look at."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What staff answered and when, as the letter's reader sees it; ``title_id`` is where it leads.

    A state is one of those of its kind of letter.
    """

    state: str
    sentence: str
    made: datetime
    title_id: str = ""


@dataclass(frozen=True, slots=True)
class Receipt(Generic[Said]):
    """What became of a letter. The words in what was ``said`` are empty once ``erased``."""

    said: Said
    state: str
    made: datetime
    erased: datetime | None
    replies: tuple[Reply, ...]


def refuse_many_just_now(letters: type[models.Model], most: int) -> None:
    """Raise ``TooManyJustNow`` where so many letters of this kind came in within the hour.

    They are counted before one is added: those sent in the same instant may pass together, by as
    many as there are web workers.
    """
    if letters._default_manager.filter(made__gt=timezone.now() - _HOUR).count() >= most:
        raise TooManyJustNow
