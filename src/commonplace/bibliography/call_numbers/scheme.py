"""The contract every scheme keeps.

A scheme is one module that says how to recognise, read and class a number. What is common to all
is here: keys, comparing, ranges and captions. ``parse`` answers ``None`` for what is not a number
of the scheme and never raises, whatever the text.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from commonplace.bibliography.call_numbers.parts import AFTER_ALL, Parts, key_of


class Range(NamedTuple):
    """Keys from ``first`` up to, not with, ``end``."""

    first: str
    end: str

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and self.first <= key < self.end


@dataclass(frozen=True, slots=True)
class Scheme:
    """One order of the shelf."""

    code: str
    parse: Callable[[str], Parts | None]
    looks_like_it: Callable[[str], bool]  # so sure that a bare label needs no telling
    classes_of: Callable[[str], tuple[str, ...]]  # the classes a number is in, broadest first
    range_of_class: Callable[[str], Range | None]
    captions: Mapping[str, str]  # class → what it is about, in English, marked for translation

    def key(self, number: str) -> str:
        """The shelf key; empty where the number is not of this scheme."""
        parts = self.parse(number)
        return key_of(parts) if parts else ""

    def compare(self, one: str, other: str) -> int:
        """-1, 0 or 1 as one stands before, with or after the other; what is no number is last."""
        first, second = (self.parse(number) or None for number in (one, other))
        if first is None or second is None:
            return (first is None) - (second is None)
        return (first > second) - (first < second)

    def range(self, beginning: str) -> Range | None:
        """Where everything stands that begins as this number does: ``AB 101.4`` holds AB 101.41."""
        key = self.key(beginning).removesuffix(" !")
        return Range(key, key + AFTER_ALL) if key else None

    def caption(self, class_: str) -> str:
        """What a class is about; empty where we have no words for it."""
        return self.captions.get(class_, "")
