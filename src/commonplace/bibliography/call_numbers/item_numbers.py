"""What follows the class in LC, NLM and Dewey numbers: Cutters, author letters, dates, volumes.

A Cutter is a decimal and is compared as text (.M321 before .M33); its work mark stands apart (.R4v
before .R42). Any other figure is whole. A volume written ``v2`` without a point is told from the
Cutter .V2 by what stands before it; ``1983-84`` is read as 1983-1984; months after a volume follow
the year.
"""

import re
from collections.abc import Mapping

from commonplace.bibliography.call_numbers.parts import Kind, Part, Tokens, figure, letters

_TOKENS = Tokens(r"(\.\s?)?(@+)(?:(#+(?:\.#+)?)((?:@+(?!#|@))?))?|(#+)((?:@+(?!#|@))?)")
_SPAN = re.compile(r"\b((?:1[5-9]|20)\d\d)([-/])(\d\d)(?!\d)")
_SPELT = Part(0, Kind.SPELLING, 0, "", "")

# Words that count the pieces of a set, and the short form all their spellings file under.
_COUNTING: Mapping[str, str] = {
    "V": "V", "VOL": "V", "VOLS": "V", "VOLUME": "V", "C": "C", "COP": "C", "COPY": "C",
    "NO": "NO", "NOS": "NO", "NR": "NO", "NUM": "NO", "NUMBER": "NO", "PT": "PT", "PTS": "PT",
    "PART": "PT", "SER": "SERIES", "SERIES": "SERIES", "BK": "BK",  # codespell:ignore
    "BOOK": "BK", "BD": "BD", "BAND": "BD", "T": "T", "TOM": "T", "TOME": "T", "HEFT": "HEFT",
    "VYP": "VYP", "JAHRG": "JG", "JG": "JG", "FASC": "FASC", "ED": "ED",
    "SUPP": "SUPPL", "SUPPL": "SUPPL", "SUPPLEMENT": "SUPPL", "DISC": "DISC", "DISK": "DISC",
}  # fmt: skip

# Months and seasons by their place in the year: winter is the issue that opens it.
_IN_THE_YEAR: Mapping[str, int] = {
    "WINTER": 5, "JAN": 10, "JANUARY": 10, "FEB": 20, "FEBRUARY": 20, "MAR": 30, "MARCH": 30,
    "SPRING": 35, "APR": 40, "APRIL": 40, "MAY": 50, "JUN": 60, "JUNE": 60, "SUMMER": 65,
    "JUL": 70, "JULY": 70, "AUG": 80, "AUGUST": 80, "SEP": 90, "SEPT": 90, "SEPTEMBER": 90,
    "AUTUMN": 95, "FALL": 95, "OCT": 100, "OCTOBER": 100, "NOV": 110, "NOVEMBER": 110, "DEC": 120,
    "DECEMBER": 120,
}  # fmt: skip


def item_parts(text: str) -> list[Part]:
    """The parts of what follows the class, already in capitals.

    >>> [part.text or part.number for part in item_parts(".L3 1902 v.2".upper())]
    ['L3', 1902, 'V', 2]
    """
    reading = _Reading()
    for token in _TOKENS.of(with_whole_years(text)):
        reading.take(token)
    return reading.finished()


def with_whole_years(text: str) -> str:
    """Spans of years with both years whole.

    >>> with_whole_years("1983-84, 1998/99, 1999-00")
    '1983-1984, 1998/1999, 1999-2000'
    """
    return _SPAN.sub(_whole_span, text) if "-" in text or "/" in text else text


def _whole_span(found: re.Match[str]) -> str:
    first, dash, last = found.groups()
    century = int(first) // 100
    if int(last) < int(first) % 100:
        century += 1
    return f"{first}{dash}{century}{last}"


class _Reading:
    """One reading from left to right; what was seen decides what a letter before a figure is."""

    __slots__ = ("has_date", "has_text", "is_counting", "parts", "spelt")

    def __init__(self) -> None:
        self.parts: list[Part] = []
        self.has_text = self.has_date = self.is_counting = self.spelt = False

    def take(self, token: tuple[str, ...]) -> None:
        """Read one more token of ``_TOKENS``."""
        point, word, digits, mark, whole, suffix = token
        if whole:
            self._take_figure(whole, suffix)
        elif not digits:
            self._take_word(word)
        elif not point and self._counts(word):
            pieces, point, fraction = digits.partition(".")
            self.parts += (letters(_COUNTING[word]), figure(pieces, point + fraction + mark))
            self.is_counting = self.spelt = True
        else:
            self.parts.append(letters(word + digits, mark))
            self.has_text = True

    def finished(self) -> list[Part]:
        """All parts, with one that says a volume was written as Cutters are."""
        return [*self.parts, _SPELT] if self.spelt else self.parts

    def _take_figure(self, digits: str, suffix: str) -> None:
        if self.parts and (short := _COUNTING.get(self.parts[-1].text)):
            self.parts[-1] = letters(short)
            self.is_counting = True
        self.parts.append(figure(digits, suffix))
        self.has_date = self.has_text

    def _take_word(self, word: str) -> None:
        if self.is_counting and word in _IN_THE_YEAR:
            self.parts.append(figure(str(_IN_THE_YEAR[word])))
            return
        self.parts.append(letters(word))
        self.has_text = True

    def _counts(self, word: str) -> bool:
        """Whether these letters, written to a figure, count pieces rather than begin a Cutter."""
        if not self.has_text or word not in _COUNTING:
            return False
        return len(word) > 1 or self.is_counting or (self.has_date and word in "VCT")
