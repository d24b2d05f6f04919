"""A title read as numbers, so that it can be drawn: each letter a value, a vowel or not, in words.

Reads any script. Where a title has too few different letters to draw with, its digest lends some.
"""

import hashlib
import unicodedata
from dataclasses import dataclass

_ENOUGH, _VARIED = 5, 3
_BEYOND_ALPHABETS = 0x2E7F
# Changing the salt gives every title another drawing; this one suits the covers of the design.
_SALT = "commonplace 32146"
_VOWELS = frozenset("aeiouyаеёиоуыэюяєіїαεηιουωאויعاويあいうえおアイウエオ")


@dataclass(frozen=True, slots=True)
class Letters:
    """A title's letters. ``values`` run from 0 to 25; ``lots`` are for what no letter decides."""

    values: tuple[int, ...]
    vowels: tuple[bool, ...]
    words: tuple[int, ...]
    lots: bytes

    def value(self, place: int) -> int:
        """The letter at this place, beginning again at the end of the title."""
        return self.values[place % len(self.values)]

    def vowel(self, place: int) -> bool:
        """Whether the letter at this place is a vowel."""
        return self.vowels[place % len(self.vowels)]

    def share(self, place: int) -> float:
        """The letter at this place as a part of one: a is 0, z is 1."""
        return self.value(place) / 25

    def columns(self, *wanted: int) -> int:
        """The first of these widths in which the title does not repeat straight down the rows."""
        count = len(self.values)
        uneven = (each for each in wanted if count % each and each % count)
        return next(uneven, wanted[0])

    @property
    def count(self) -> int:
        """How many letters there are to draw with."""
        return len(self.values)

    def parts(self, least: int, most: int) -> tuple[int, ...]:
        """Lengths of the words; of threes of letters where there are too few words."""
        if len(self.words) >= least:
            return self.words[:most]
        threes = max(least, min(most, self.count // 3))
        return tuple(2 + self.value(place * 3) % 7 for place in range(threes))


def lots_of(*texts: str) -> bytes:
    """Thirty-two bytes that are always the same for the same texts, in any process."""
    said = "\x1f".join([_SALT, *texts])
    return hashlib.sha256(said.casefold().encode("utf-8", "replace")).digest()


def read_letters(title: str) -> Letters:
    """The letters of a cleaned title."""
    lots = lots_of(title)
    words = [_letters_of(word) for word in title.split()]
    letters = [each for word in words for each in word] or [c for c in title if not c.isspace()]
    values = [_value(each) for each in letters]
    vowels = [
        each in _VOWELS or (ord(each) > _BEYOND_ALPHABETS and not ord(each) % 3) for each in letters
    ]
    if len(values) < _ENOUGH or len(set(values)) < _VARIED:
        values, vowels = _with_lots(values, lots)
    return Letters(tuple(values), tuple(vowels), tuple(len(w) for w in words if w), lots)


def _letters_of(word: str) -> list[str]:
    return [each for each in unicodedata.normalize("NFKD", word).casefold() if each.isalnum()]


def _with_lots(values: list[int], lots: bytes) -> tuple[list[int], list[bool]]:
    """At least eleven values, each letter moved on by the digest."""
    longer = values + [0] * (11 - len(values))
    moved = [(value + lots[place % 32]) % 26 for place, value in enumerate(longer)]
    return moved, [not value % 3 for value in moved]


def _value(letter: str) -> int:
    if "a" <= letter <= "z":
        return ord(letter) - ord("a")
    if letter.isdecimal():
        return unicodedata.decimal(letter) * 25 // 9
    return ord(letter) * 7 % 26
