"""Dewey Decimal Classification: 641.5 CHI, 322.44 .F816 v.1 1974, REF 030 ENC, J 567.9 DIX.

The class is a decimal number (641.5 before 641.59 before 641.6; 62 is 062). Author letters and
Cutters file together, figures before letters, then work marks, dates and volumes. A local prefix is
a collection of its own, after the numbers that have none.
"""

import re

from commonplace.bibliography.call_numbers.captions.dewey import DEWEY
from commonplace.bibliography.call_numbers.item_numbers import item_parts
from commonplace.bibliography.call_numbers.parts import (
    Parts,
    counted,
    decimals,
    figure,
    letters,
    plain,
)
from commonplace.bibliography.call_numbers.scheme import Range, Scheme

_CLASS = re.compile(
    r"(\d{1,3})(?!\d|(?:ST|[NR]D|TH)\b)"
    r"(?:[/'’′]?\s?\.[/'’′]?\s?(\d+(?:[/'’′]\d+)*))?"
)
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+")
_PRIMES = re.compile(r"[/'’′]")
_BARE = re.compile(r"\s*\d{3}(\.\d+)?(\s|/|\Z|[^\w.])", re.ASCII)
_MOST_WORDS = 3
_BIOGRAPHY = "92"
_SECTION = 3


def parse(number: str) -> Parts | None:
    """The parts of a Dewey number, prefix and all; ``None`` when it is none."""
    text = plain(number)
    found = _class(text)
    if not found:
        return None
    whole, fraction = found.groups()
    before = text[: found.start()]
    prefix = [letters(word) for word in _WORD.findall(before)] if before else []
    class_ = figure(whole, decimals(fraction and _PRIMES.sub("", fraction)))
    rest = text[found.end() :]
    return (*prefix, class_, *item_parts(rest)) if rest or prefix else (class_,)


def _class(text: str) -> re.Match[str] | None:
    """Where the class stands. After a prefix it must be whole, three figures, or biography's 92."""
    digit = _DIGIT.search(text)
    found = _CLASS.match(text, digit.start()) if digit else None
    if not found:
        return None
    before = text[: found.start()]
    if before.isspace() or not before:
        return found
    if len(_WORD.findall(before)) > _MOST_WORDS:
        return None
    is_apart = not before[-1:].isalpha()
    is_whole = len(found[1]) == _SECTION or (found[1] == _BIOGRAPHY and is_apart)
    return found if is_whole else None


def looks_like_it(number: str) -> bool:
    """Three figures, perhaps decimals, and then no letter at once; no prefix."""
    return _BARE.match(number[:20]) is not None


def classes_of(number: str) -> tuple[str, ...]:
    """The hundred, the ten and the section by their figures: ``("6", "64", "641")``."""
    found = _class(plain(number))
    if not found:
        return ()
    section = f"{int(found[1]):03d}"
    return (section[0], section[:2], section)


def range_of_class(class_: str) -> Range | None:
    """Where a hundred (``6``), a ten (``64``) or a section (``641``) begins and ends."""
    if not (class_.isascii() and class_.isdecimal() and len(class_) <= _SECTION):
        return None
    width = 10 ** (_SECTION - len(class_))
    first = int(class_) * width
    return Range(counted(first), counted(first + width))


SCHEME = Scheme("dewey", parse, looks_like_it, classes_of, range_of_class, DEWEY)
