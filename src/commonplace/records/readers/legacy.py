"""Telling MARC-8 from the encodings that libraries used although MARC never knew them.

In MARC-8 a diacritic stands before its letter, so the bytes of Latin-1 make unlikely pairs there,
and the other way round. Other encodings are believed when nearly all their words look like words:
letters of one script, capitals where capitals stand, no signs in the middle.
"""

import re
from typing import NamedTuple

ENCODINGS = ("cp1252", "cp1251", "cp866", "koi8-r", "cp850")
ENOUGH = 0.8

LIKELY_PAIRS = {
    "\xe1": "aeiou",
    "\xe2": "aeiouyclnrsz",
    "\xe3": "aeiouwycghjs",
    "\xe4": "ano",
    "\xe5": "aeiou",
    "\xe6": "aegiou",
    "\xe7": "zegic",
    "\xe8": "aeiouy",
    "\xe9": "csznrdte",
    "\xea": "au",
    "\xeb": "acdefghijklmnopqrstuvwyz",
    "\xec": "abcdefghijklmnopqrstuvwyz",
    "\xed": "ou",
    "\xee": "ou",
    "\xf0": "cst",
    "\xf1": "aeo",
    "\xf2": "abdehiklmnorstuvwyz",
    "\xf7": "st",
    "\xfa": "abcdefghijklmnopqrstuvwyz",
    "\xfb": "abcdefghijklmnopqrstuvwyz",
}
"""Diacritics of MARC-8 with the letters they stand before in real words: grave, acute, circumflex,
tilde, macron, breve, dot, umlaut, caron, ring, ligature, double acute, cedilla, ogonek, dot below,
comma below, double tilde."""

HIGH = re.compile("[\x80-\xff]")
PAIR = re.compile("(?<![\xe0-\xfe])(.?)([\xe0-\xfe]+)([^\xe0-\xfe]?)", re.DOTALL)
SIGN = re.compile("[\xa8\xaa\xab\xb8\xb9\xc0-\xc8]")
LETTER = re.compile("(?<=[A-Za-z\xe0-\xfe])[\xa1-\xbd]|[\xa1-\xbd](?=[A-Za-z\xe0-\xfe])")
FRENCH = re.compile("[b-df-hj-np-tv-z]\xe9[csznrdt]", re.IGNORECASE)
CZECH = re.compile("[bdhkmptv]\xe9r", re.IGNORECASE)
"""Between consonants: in Latin-1 a French é, but after some of them in MARC-8 a Czech ř."""

NO_WORD = re.compile(rb"\x1f.|[0-9\x1e]", re.DOTALL)
WORD = re.compile(r"[^\s!-/:-@\[-`{-~]+")
LATIN = re.compile(
    r"[a-zàáâãäåæçèéêëìíîïñòóôõöøœùúûüýßšžð]+|"
    r"[A-ZÀ-ÖØ-ÝŒŠŽ][a-zàáâãäåæçèéêëìíîïñòóôõöøœùúûüýßšžð]*|[A-ZÀ-ÖØ-ÝŒŠŽ]+"
)
CYRILLIC = re.compile(r"[а-яё]+|[А-ЯЁ][а-яё]*|[А-ЯЁ]+")
SIGNS = re.compile(r"[«»“”„‘’–—…·©®°£§¿¡№ªº½¼¾×±\xa0]+")
ACCENTED = re.compile(r"[^\x00-\x7f]")
ACCENTS = 0.67


class Guess(NamedTuple):
    """An encoding, and how much of the text makes sense in it: 1 is all."""

    encoding: str
    sense: float


def marc8_sense(data: bytes) -> float:
    """How much of what is not ASCII makes sense as MARC-8 without escape sequences: 1 is all."""
    text = NO_WORD.sub(b" ", data).decode("latin-1")
    high = len(HIGH.findall(text))
    likely = sum(_likely(*each) for each in PAIR.findall(text))
    letters = len(LETTER.findall(SIGN.sub("", text)))
    return (likely + letters + len(SIGN.findall(text))) / high if high else 1.0


def _likely(before: str, marks: str, letter: str) -> int:
    """How many of these diacritics are likely before this letter."""
    together = f"{before}{marks}{letter}"
    if FRENCH.fullmatch(together) and not CZECH.fullmatch(together):
        return 0
    return sum(letter != "" and letter.lower() in LIKELY_PAIRS.get(each, "") for each in marks)


def best_guess(data: bytes) -> Guess | None:
    """The encoding in which the text reads best; none when none is any good."""
    words = NO_WORD.sub(b" ", data)
    scores = [(_sense(words.decode(each, "replace")), each) for each in ENCODINGS]
    sense, encoding = max(scores, key=lambda each: each[0])
    if sense < ENOUGH:
        return None
    return Guess(encoding, sense)


def _sense(text: str) -> float:
    words = [each for each in WORD.findall(text) if not each.isascii()]
    return sum(map(_is_word, words)) / len(words) if words else 0.0


def _is_word(word: str) -> bool:
    parts = [each for each in SIGNS.sub(" ", word).split() if not each.isascii()]
    return all(_is_latin(each) or CYRILLIC.fullmatch(each) for each in parts)


def _is_latin(word: str) -> bool:
    accents = len(ACCENTED.findall(word))
    return LATIN.fullmatch(word) is not None and accents <= max(1, ACCENTS * len(word))
