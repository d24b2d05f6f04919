"""Asking the library to get something: sending a wish, and looking up its receipt.

A wish is its form and what was said: the same sent twice is one wish with one code.
"""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from commonplace.bibliography import identity
from commonplace.catalogue.letters.codes import code_of, hash_of
from commonplace.catalogue.letters.sending import (
    LetterRefused,
    Receipt,
    Reply,
    TooManyJustNow,
    WordsTooLong,
    refuse_many_just_now,
)
from commonplace.catalogue.letters.words import MOST_CHARACTERS, kept
from commonplace.catalogue.stores import PRECIOUS
from commonplace.catalogue.wishes.models import WAITING, State, Wish
from commonplace.search.analysis import title_form

MOST_OF_A_LINE = 300
MOST_AN_HOUR = 120
MOST_WAITING = 5_000


class NoTitle(LetterRefused):
    """Nothing was asked for."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader asks for; ``language`` is the page's."""

    title: str
    creator: str = ""
    format: str = ""
    note: str = ""
    language: str = "en"


def ask(asked: Asked, form: str) -> str:
    """Keep this wish and give the code of its receipt; ``form`` is the nonce of the form sent.

    Raises ``LetterRefused``.
    """
    said = {"title": kept(asked.title), "creator": kept(asked.creator), "note": kept(asked.note)}
    if not said["title"]:
        raise NoTitle
    is_long = max(len(said["title"]), len(said["creator"])) > MOST_OF_A_LINE
    if is_long or len(said["note"]) > MOST_CHARACTERS:
        raise WordsTooLong
    code = code_of(form, "wish", *said.values(), asked.format)
    if Wish.objects.filter(receipt=hash_of(code)).exists():
        return code
    refuse_many_just_now(Wish, MOST_AN_HOUR)
    if Wish.objects.filter(state__in=WAITING).count() >= MOST_WAITING:
        raise TooManyJustNow
    kept_with = said | {
        "format": asked.format,
        "likeness": likeness_of(said["title"]),
        "language": asked.language,
        "made": timezone.now(),
    }
    with transaction.atomic(PRECIOUS):
        Wish.objects.get_or_create(receipt=hash_of(code), defaults=kept_with)
    return code


def likeness_of(title: str) -> str:
    """What wishes for the same title share, however it was written."""
    return identity("wish", title_form(title))


def receipt(code: str) -> Receipt[Asked] | None:
    """What became of the wish with this code; ``None`` when there is no such wish."""
    wish = Wish.objects.filter(receipt=hash_of(code)).first()
    if wish is None:
        return None
    replies = wish.answers.order_by("id")
    return Receipt(
        Asked(wish.title, wish.creator, wish.format, wish.note, wish.language),
        State(wish.state),
        wish.made,
        wish.erased,
        tuple(Reply(State(r.state), r.sentence, r.made, r.title_id) for r in replies),
    )
