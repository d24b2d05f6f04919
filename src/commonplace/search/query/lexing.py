"""A query cut into its signs: words, quoted phrases, brackets, operators, fields, ranges.

One pass from left to right, each character looked at a bounded number of times, whatever it is.
``AND``, ``OR`` and ``NOT`` are operators only in capitals; a minus only directly before something.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Sign(StrEnum):
    """The kinds of signs."""

    WORD = "word"
    QUOTED = "quoted"
    RANGE = "range"
    FIELD = "field"
    OPEN = "("
    CLOSE = ")"
    AND = "AND"
    OR = "OR"
    NOT = "NOT"
    MINUS = "-"


@dataclass(frozen=True, slots=True)
class Token:
    """One sign with its text; ``is_closed`` is false for a quote that never ends."""

    sign: Sign
    text: str
    is_closed: bool = True


_JOINERS_OF_LETTERS = "\u200c\u200d"
_QUOTES = '"“”„‟«»＂'
_TOKEN = re.compile(
    rf"""
      (?P<space>\s+)
    | (?P<open>[(（])
    | (?P<close>[)）])
    | [{_QUOTES}](?P<quoted>[^{_QUOTES}]*)(?P<end>[{_QUOTES}]?)
    | (?P<range>\[[^\[\]()]*\])
    | (?P<minus>(?<![^\s(（:])(?!(?<=\d\s)-\d)-(?=[^\s\-)]))
    | (?P<field>[^\W\d_][^\W_]{{1,19}}):(?=[^\s:/)])
    | (?P<word>[^\s()（）{_QUOTES}]+)
    """,
    re.VERBOSE,
)
_OPERATORS = {"AND": Sign.AND, "OR": Sign.OR, "NOT": Sign.NOT}
_KINDS = {"open": Sign.OPEN, "close": Sign.CLOSE, "range": Sign.RANGE, "minus": Sign.MINUS,
          "field": Sign.FIELD}  # fmt: skip


def signs(text: str) -> Iterator[Token]:
    """The signs of a query, in order."""
    for found in _TOKEN.finditer(text):
        kind = found.lastgroup or ""
        if kind == "word":
            yield Token(_OPERATORS.get(found[0], Sign.WORD), found[0])
        elif kind == "end":
            yield Token(Sign.QUOTED, found["quoted"], is_closed=bool(found["end"]))
        elif kind != "space":
            yield Token(_KINDS[kind], found[kind])


def cleaned(text: str) -> str:
    """The text without controls and marks that change its direction; line ends become spaces."""
    return "".join(_kept(each) for each in text)


def _kept(character: str) -> str:
    if character in "\t\n\r\v\f":
        return " "
    if character in _JOINERS_OF_LETTERS:
        return character
    return "" if unicodedata.category(character).startswith("C") else character
