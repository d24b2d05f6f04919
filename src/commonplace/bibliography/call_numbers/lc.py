"""Library of Congress Classification: QA 76.9 .C5 A12 1999 v.2.

Class letters, a whole number with decimals, perhaps a date or an ordinal, Cutters as decimals, then
dates, volumes and copies. Compared element by element, nothing before something, figures before
letters: B9 2000 before B9 .L3 before B9.2. (Rules: LC's Classification and Shelflisting Manual.)
"""

import re

from commonplace.bibliography.call_numbers.captions.lc import LC
from commonplace.bibliography.call_numbers.item_numbers import item_parts
from commonplace.bibliography.call_numbers.parts import (
    AFTER_ALL,
    Parts,
    decimals,
    figure,
    letters,
    plain,
)
from commonplace.bibliography.call_numbers.scheme import Range, Scheme

_CLASS = re.compile(
    r"\s*([A-Z]{1,3})"
    r"(?:\s*(\d{1,4})(?!\d)(?:\.(\d+)(?!\d|(?:ST|[NR]D|TH)\b))?)?",
    re.ASCII,
)
_SECOND_POINT = re.compile(r"\s*\.\s*\d+(?!\d|ST|[NR]D|TH)", re.ASCII)
_DATE_WITH_POINT = re.compile(r"\s+\.(?:1[5-9]|20)\d\d\b", re.ASCII)
_ITEM = re.compile(r"\s*\.?\s*[A-Z]{1,3}\d|\s+(?:1[5-9]|20)\d\d\b", re.ASCII)


def parse(number: str) -> Parts | None:
    """The parts of an LC number; ``None`` when it is none."""
    return parse_plain(plain(number))


def parse_plain(text: str) -> Parts | None:
    """The same of a number already in capitals. A class alone must be one there is: PZ, not X."""
    found = _CLASS.match(text)
    if not found:
        return None
    class_letters, whole, fraction = found.groups()
    rest = text[found.end() :]
    if whole is None:
        is_class = class_letters in LC and not rest.strip()
        return (letters(class_letters),) if is_class else None
    if _SECOND_POINT.match(rest) and not _DATE_WITH_POINT.match(rest):
        return None
    head = (letters(class_letters), figure(whole, decimals(fraction)))
    return (*head, *item_parts(rest)) if rest else head


def looks_like_it(number: str) -> bool:
    """A class there is, its number, and a Cutter or a date after it."""
    text = plain(number)
    found = _CLASS.match(text)
    if not found or found[2] is None or not _is_known(found[1]):
        return False
    return _ITEM.match(text, found.end()) is not None


def classes_of(number: str) -> tuple[str, ...]:
    """The class and the subclass, ``("Q", "QA")``; law without a caption goes with its family."""
    found = _CLASS.match(plain(number))
    if not found or (found[2] is None and not parse(number)) or not _is_known(found[1]):
        return ()
    subclass = found[1] if found[1] in LC else found[1][:2]
    return tuple(dict.fromkeys((subclass[0], subclass)))


def range_of_class(class_: str) -> Range | None:
    """Everything under these letters: ``H`` holds HG."""
    return Range(class_, class_ + AFTER_ALL) if _is_known(class_) else None


def _is_known(class_letters: str) -> bool:
    """Whether LC uses these letters; of law and local history it has more than our captions."""
    return class_letters in LC or (class_letters[:1] == "K" and class_letters[:2] in LC)


SCHEME = Scheme("lc", parse, looks_like_it, classes_of, range_of_class, LC)
