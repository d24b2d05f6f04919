"""United Nations document symbols: A/RES/60/1, A/CONF.151/26/ADD.1, TD/B(S-XIX)/7.

The body, then what the document is, then its session and number, cut at strokes. Figures are whole
and stand before letters; the Roman numerals of special sessions are figures. ADD., CORR. and REV.
follow the document they belong to.
"""

import re

from commonplace.bibliography.call_numbers.captions.un import UN
from commonplace.bibliography.call_numbers.parts import (
    AFTER_JOINTS,
    Joint,
    Kind,
    Part,
    Parts,
    Tokens,
    figure,
    letters,
    plain,
)
from commonplace.bibliography.call_numbers.scheme import Range, Scheme

_SYMBOL = re.compile(r"\s*([A-Z]{1,8})/[A-Z\d]", re.ASCII)
_TOKENS = Tokens("#+|@+|/")
_ROMAN = re.compile(r"(?=[IVXLC])(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})\Z")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_NUMBERED = frozenset({"VOL", "PART", "S"})


def parse(number: str) -> Parts | None:
    """The parts of a symbol; ``None`` when it does not begin with a body and a stroke."""
    text = plain(number)
    if not _SYMBOL.match(text):
        return None
    parts: list[Part] = []
    joint: int = Joint.SPACE
    for each in _TOKENS.of(text):
        if each == "/":
            joint = Joint.SLASH
            continue
        parts.append(_part(each, joint, parts[-1].text if parts else ""))
        joint = Joint.SPACE
    return tuple(parts)


def _part(token: str, joint: int, before: str) -> Part:
    if token.isdecimal():
        return figure(token, joint=joint)
    if joint == Joint.SPACE and before in _NUMBERED and _ROMAN.match(token):
        return Part(joint, Kind.FIGURE, _roman(token), "", "")
    return letters(token, joint=joint)


def _roman(numeral: str) -> int:
    values = [_VALUES[each] for each in numeral]
    following = [*values[1:], 0]
    return sum(-one if one < after else one for one, after in zip(values, following, strict=True))


def looks_like_it(number: str) -> bool:
    """A body we know, and a stroke after it."""
    found = _SYMBOL.match(plain(number))
    return found is not None and found[1] in UN


def classes_of(number: str) -> tuple[str, ...]:
    """The body: ``("A",)``."""
    parts = parse(number)
    return (parts[0].text,) if parts else ()


def range_of_class(class_: str) -> Range | None:
    """Everything of a body."""
    return Range(class_, class_ + AFTER_JOINTS) if class_ in UN else None


SCHEME = Scheme("un", parse, looks_like_it, classes_of, range_of_class, UN)
