"""Answering wishes, as all letters are answered; one that is fulfilled says by which title."""

from collections.abc import Mapping

from commonplace.catalogue.letters.answering import Answered, Given
from commonplace.catalogue.wishes.models import CLOSED, Wish, WishAnswer

_WISHES = Answered(Wish, WishAnswer, CLOSED, "wish_id")


def answer_wishes(seen: Mapping[int, int], given: Given, title_id: str = "") -> int:
    """Give this answer to these wishes, each as it was ``seen``: its number and its version.

    How many were answered: all of them, or none and ``AnswerRefused``.
    """
    return _WISHES.answer(seen, given, title_id=title_id)


def erase_answered_wishes(days: int) -> int:
    """Erase the words of wishes fulfilled or declined so many days ago; how many there were."""
    return _WISHES.erase_words(days, ["title", "creator", "note"])
