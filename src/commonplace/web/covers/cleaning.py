"""Text made fit to print on a cover: no controls, no direction tricks, no towers of marks."""

import re
import unicodedata

# Joiners are letters' business in Persian, Indic scripts and emoji; every other format character
# (direction overrides, invisible tags, soft hyphens) has no place in a line we set ourselves.
JOINERS = frozenset("\u200c\u200d")
_MOST_MARKS, _MOST_MARKS_ON_LATIN = 4, 2
_AFTER_LATIN = "\u0590"
_MOST_CHARACTERS = 400
_PLANE_END, _NONCHARACTERS = 0xFFFE, range(0xFDD0, 0xFDF0)
_VIRAMA = 9
_HARMLESS = re.compile(r"[ -~\u00a1-\u00ac\u00ae-\u024f]*")


def clean(text: str) -> str:
    """The text composed, on one line, without anything invisible; at most 400 characters."""
    text = text[:_MOST_CHARACTERS]
    if not _HARMLESS.fullmatch(text):
        text = "".join(map(_printable, unicodedata.normalize("NFC", text)))
        text = _without_towers(text)[:_MOST_CHARACTERS]
    return " ".join(text.split())


def is_mark(character: str) -> bool:
    """Whether the character takes no room of its own: a mark, a joiner, a variation selector."""
    return character in JOINERS or unicodedata.category(character) in {"Mn", "Me"}


def clusters(text: str) -> list[str]:
    """What a reader takes for one character each: letters with their marks, joined emoji."""
    found: list[str] = []
    for each in text:
        if found and _belongs(found[-1], each):
            found[-1] += each
        else:
            found.append(each)
    return found


def _printable(character: str) -> str:
    if character in JOINERS:
        return character
    category = unicodedata.category(character)
    if category in {"Cc", "Zl", "Zp", "Zs"}:
        return " "
    unfit = category in {"Cf", "Cs", "Co"} or _is_noncharacter(ord(character))
    return "" if unfit else character


def _is_noncharacter(code: int) -> bool:
    return code & _PLANE_END == _PLANE_END or code in _NONCHARACTERS


def _without_towers(text: str) -> str:
    kept: list[str] = []
    run, most = 0, _MOST_MARKS
    for each in text:
        if is_mark(each):
            run += 1
        else:
            run, most = 0, _MOST_MARKS_ON_LATIN if each < _AFTER_LATIN else _MOST_MARKS
        if run <= most:
            kept.append(each)
    return "".join(kept)


def _belongs(before: str, character: str) -> bool:
    if is_mark(character) or unicodedata.category(character) == "Mc":
        return True
    if before[-1] == "\u200d" or "\U0001f3fb" <= character <= "\U0001f3ff":
        return True
    flags = "\U0001f1e6" <= character <= "\U0001f1ff"
    if flags and len(before) == 1 and "\U0001f1e6" <= before <= "\U0001f1ff":
        return True
    return unicodedata.combining(before[-1]) == _VIRAMA and character.isalpha()
