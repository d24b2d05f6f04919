"""What a call number is made of once it is read, and the key those parts are kept by.

A scheme reads a number into ``Part``s, and parts compare as Python compares tuples. ``key_of``
writes them so that plain byte order says the same: a figure begins with how many digits it has
(``3641``, ``41999``), nothing stands before something, and only printable ASCII is used, so SQLite
and PostgreSQL (collation C) agree.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import Any, Final, NamedTuple

LONGEST = 200
_MOST_DIGITS = 99
_SIZE = re.compile(r"\s*\[(?:FOLIO|FLAT|QUARTO|OVERSIZE)[^\]]*\]", re.IGNORECASE)


class Kind:
    """What a part is; where two numbers differ in kind at one place, the lower stands first.

    Plain numbers, not an enumeration: a million labels are compared by them.
    """

    SPELLING: Final = 0  # how the number is written: tells equals apart, orders nothing else
    FIGURE: Final = 1  # a whole number, with the decimals or letters written to it
    LETTERS: Final = 2  # a word, an author's letters, a Cutter; ``mark`` is its work mark
    LATER: Final = 3  # a whole number in a scheme that files letters first
    LAST: Final = 4  # letters filed after figures all the same


class Joint:
    """What stands before a part, in the order the punctuation of a document number files."""

    SPACE: Final = 0
    POINT: Final = 1
    COLON: Final = 2
    DASH: Final = 3
    SLASH: Final = 4


class Part(NamedTuple):
    """One element of a call number. Figures use ``number``, the others ``text``."""

    joint: int
    kind: int
    number: int
    text: str
    mark: str


Parts = tuple[Part, ...]


class Tokens:
    """A pattern in which ``@`` is a letter and ``#`` a figure.

    Of numbers in plain ASCII, nearly all there are, it is a pattern of ranges: quicker than asking
    of each character whether some script counts it a letter.
    """

    def __init__(self, pattern: str) -> None:
        self._ascii = _filled(pattern, "[A-Z]", "[0-9]")
        self._any = _filled(pattern, r"[^\W\d_]", r"\d")

    def of(self, text: str) -> list[Any]:
        """What ``re.findall`` finds in this text, which is in capitals."""
        return (self._ascii if text.isascii() else self._any).findall(text)


def _filled(pattern: str, letter: str, digit: str) -> re.Pattern[str]:
    return re.compile(pattern.replace("@", letter).replace("#", digit))


_JOINTS = (" ", "+", ",", "-", "/")
_KINDS = ("!", "", "", "^", "_")
_MARK = "!"
_MANY_DIGITS = 9
_FIGURES = frozenset({Kind.FIGURE, Kind.LATER})
AFTER_ALL = "\x7f"
AFTER_JOINTS = "0"


def plain(number: str) -> str:
    """The number in capitals without diacritics, no longer than a label can be.

    >>> plain("[folio] j fic brontë")
    ' J FIC BRONTE'
    """
    text = number[:LONGEST]
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not _is_mark(c))
    if "[" in text:
        text = _SIZE.sub("", text, count=1)
    return text.upper()[:LONGEST]


def figure(digits: str, written: str = "", kind: int = Kind.FIGURE, joint: int = 0) -> Part:
    """A whole number; ``written`` is what is written to it: decimals with their point, letters."""
    return Part(joint, kind, int(digits[:_MOST_DIGITS]), written, "")


def letters(text: str, mark: str = "", joint: int = 0) -> Part:
    """A word, or a Cutter with its work mark."""
    return Part(joint, Kind.LETTERS, 0, text, mark)


def decimals(digits: str | None) -> str:
    """The decimals of a class with their point; zeros at the end say nothing.

    >>> decimals("500"), decimals("00"), decimals(None)
    ('.5', '', '')
    """
    kept = digits.rstrip("0") if digits else ""
    return f".{kept}" if kept else ""


def key_of(parts: Iterable[Part]) -> str:
    """The shelf key: text whose byte order is the order of the parts.

    >>> key_of((letters("QA"), figure("76", ".9"), letters("C5", "A"), figure("1999")))
    'QA 276.9 C5!A 41999'
    """
    key = "".join(map(_written, parts))[1:]
    return key if key.isascii() else "".join(map(_in_ascii, key))


def _written(part: Part) -> str:
    joint, kind, number, text, mark = part
    before = _JOINTS[joint] + _KINDS[kind]
    if kind in _FIGURES:
        return f"{before}{counted(number)}{text}"
    return f"{before}{text}{_MARK}{mark}" if mark else before + text


def counted(number: int) -> str:
    """A whole number after the count of its digits; from nine digits on, a 9 and two figures.

    >>> counted(42), counted(123456789)
    ('242', '909123456789')
    """
    digits = str(number)
    length = len(digits)
    return f"{length}{digits}" if length < _MANY_DIGITS else f"9{length:02d}{digits}"


def _in_ascii(character: str) -> str:
    return character if character.isascii() else f"~{ord(character):06X}"


def _is_mark(character: str) -> bool:
    return unicodedata.category(character) == "Mn"
