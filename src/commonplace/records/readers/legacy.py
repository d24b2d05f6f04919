"""Guessing among the encodings that libraries used although MARC never knew them.

A reading is believed when nearly all its words look like words: letters of one script, capitals
only where capitals stand, and no signs in the middle. Anything less is not believed at all.
"""

import re
from typing import NamedTuple

ENCODINGS = ("cp1252", "cp1251", "cp866", "koi8-r", "cp850")
ENOUGH = 0.85

WORD = re.compile(r"[^\s\x1d-\x1f!-/:-@\[-`{-~]*[^\x00-\x7f][^\s\x1d-\x1f!-/:-@\[-`{-~]*")
LATIN = re.compile(
    r"[a-zàáâãäåæçèéêëìíîïñòóôõöøœùúûüýßšžð]+|"
    r"[A-ZÀ-ÖØ-ÝŒŠŽ][a-zàáâãäåæçèéêëìíîïñòóôõöøœùúûüýßšžð]*|[A-ZÀ-ÖØ-ÝŒŠŽ]+"
)
CYRILLIC = re.compile(r"[а-яё]+|[А-ЯЁ][а-яё]*|[А-ЯЁ]+")
SIGNS = re.compile(r"[«»“”„‘’–—…·©®°£§¿¡№ªº½¼¾×±\xa0]+")
ACCENTED = re.compile(r"[^\x00-\x7f]")
ACCENTS = 0.6


class Guess(NamedTuple):
    """An encoding, and the text it gives."""

    encoding: str
    text: str


def best_guess(data: bytes) -> Guess | None:
    """The first of the encodings in which the text reads best; none when none is any good."""
    best, score = None, ENOUGH
    for encoding in ENCODINGS:
        text = data.decode(encoding, "replace")
        if (sense := _sense(text)) > score or (best is None and sense >= score):
            best, score = Guess(encoding, text), sense
    return best


def _sense(text: str) -> float:
    words = WORD.findall(text)
    return sum(map(_is_word, words)) / len(words) if words else 0.0


def _is_word(word: str) -> bool:
    word = SIGNS.sub(" ", word).strip()
    parts = [each for each in word.split() if not each.isascii()]
    return all(_is_latin(each) or CYRILLIC.fullmatch(each) for each in parts)


def _is_latin(word: str) -> bool:
    accents = len(ACCENTED.findall(word))
    return LATIN.fullmatch(word) is not None and accents <= max(1, ACCENTS * len(word))
