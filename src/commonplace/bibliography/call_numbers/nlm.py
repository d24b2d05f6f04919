"""National Library of Medicine Classification: WG 120 C62h 1999.

Built as LC's and filed as LC's: letters, a whole number with decimals, Cutters as decimals, dates,
volumes. Its letters, W to WZ and QS to QZ, are those LC left free for it; the Z of a bibliography
(ZQV 38) stands before them.
"""

import re

from commonplace.bibliography.call_numbers import lc
from commonplace.bibliography.call_numbers.captions.nlm import NLM
from commonplace.bibliography.call_numbers.parts import AFTER_JOINTS, Parts, plain
from commonplace.bibliography.call_numbers.scheme import Range, Scheme

_LETTERS = re.compile(r"\s*Z?(Q[S-Z]|W[A-Z]?)(?![^\W\d_])")
_ITEM = re.compile(r"\s*Z?(?:Q[S-Z]|W[A-Z]?)\s*\d{1,3}(?:\.\d+)?(?!\d)\s+\.?[A-Z]", re.ASCII)


def parse(number: str) -> Parts | None:
    """The parts of an NLM number; ``None`` when its letters are not NLM's."""
    text = plain(number)
    found = _LETTERS.match(text)
    return lc.parse_plain(text) if found and (found[1] in NLM) else None


def looks_like_it(number: str) -> bool:
    """Letters of NLM's, the number, and a Cutter or author's letters."""
    return _ITEM.match(plain(number)) is not None and parse(number) is not None


def classes_of(number: str) -> tuple[str, ...]:
    """Its one class: ``("WG",)``."""
    found = _LETTERS.match(plain(number))
    return (found[1],) if found and found[1] in NLM and parse(number) else ()


def range_of_class(class_: str) -> Range | None:
    """Everything under exactly these letters: ``W`` does not hold WG."""
    return Range(class_, class_ + AFTER_JOINTS) if class_ in NLM else None


SCHEME = Scheme("nlm", parse, looks_like_it, classes_of, range_of_class, NLM)
