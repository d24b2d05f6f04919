"""Readers' words made safe to keep, and looked through for what a person should see first.

Nobody's opinion is judged here: only a link, an address or a number makes words wait for review.
"""

import re
import unicodedata

from commonplace.catalogue.letters.words import has_address, has_number, kept
from commonplace.community.contributions.models import MOST_NAME, ReviewReason
from commonplace.community.contributions.refusals import ContributionRefused, Why

MOST_CHARACTERS = 5_000
MOST_MARKS = 4
"""As many marks over one letter as any script needs; more are there to deface the page."""

_LINK = re.compile(
    r"(?:https?|ftp)://|\bwww\.\w|\b[a-z0-9-]{1,63}\.(?:com|net|org|info|biz|io|co|me|ly|gl|tk|ru|cn"
    r"|xyz|top|shop|site|online|click|link|app|club|live|icu)\b(?![.\w])",
    re.IGNORECASE,
)


def tidied(text: str) -> str:
    """Words as they are stored and shown.

    >>> tidied("Two  lines,\\r\\nand a \\u202eturn\\x00")
    'Two  lines,\\nand a turn'
    """
    return _with_few_marks(kept(text))


def tidied_words(text: str) -> str:
    """The words of a comment. Raises ``ContributionRefused`` for none, or too many."""
    words = tidied(text)
    if not words:
        raise ContributionRefused(Why.NO_WORDS)
    if len(words) > MOST_CHARACTERS:
        raise ContributionRefused(Why.TOO_LONG)
    return words


def tidied_name(text: str) -> str:
    """A display name: one line, cut where it is longer than a name is."""
    return " ".join(tidied(text[: MOST_NAME * 10]).split())[:MOST_NAME].strip()


def reason_to_review(words: str) -> ReviewReason | None:
    """What makes these words wait for review, if anything does.

    >>> reason_to_review("Better than the film."), reason_to_review("see www.example.org")
    (None, ReviewReason.LINK)
    """
    if has_address(words):
        return ReviewReason.ADDRESS
    if _LINK.search(words):
        return ReviewReason.LINK
    return ReviewReason.NUMBER if has_number(words) else None


def _with_few_marks(text: str) -> str:
    if text.isascii():
        return text
    letters: list[str] = []
    marks = 0
    for letter in text:
        marks = marks + 1 if unicodedata.combining(letter) else 0
        if marks <= MOST_MARKS:
            letters.append(letter)
    return "".join(letters)
