"""Who published it and when: the year patrons know it by.

008/06 says what the two dates of 008/07-14 mean. A reprint's year is the reprint's, its original
year is kept beside; a DVD's year is the disc's, the film's is the original year. An unknown last
digit (``184u``) gives the middle of its decade. Where 008 says nothing sensible, the date as
printed speaks.
"""

import re
from functools import lru_cache

from commonplace.bibliography import Publication
from commonplace.records.mapping.builders.publication import PublicationLine
from commonplace.records.mapping.plan import Gathered

EARLIEST, LATEST = 500, 2099
WIDEST_GUESS = 15
_YEAR = re.compile(
    r"(?<!\d)(1[0-9]{3}|20[0-9]{2}|[5-9][0-9]{2}(?= ?(?:a\.?d|c\.?e)))(?!\d)", re.IGNORECASE
)
_BETWEEN = re.compile(r"between|entre|zwischen", re.IGNORECASE)
_DECADE = re.compile(r"(?<!\d)(1[0-9]|20)(\d)[-?_u](?!\d)|(?<!\d)(1[0-9]{2}|20[0-9])0s")
_COPYRIGHT = re.compile(r"(?:©|\bc|\bcopyright |℗|\bp)\s?(1[0-9]{3}|20[0-9]{2})\b", re.IGNORECASE)
_NOTHING = PublicationLine()
_NO_DATE = frozenset({"", "    ", "||||", "uuuu", "9999"})


def publication(gathered: Gathered) -> Publication:
    """The statement patrons would quote, with its year."""
    lines: list[PublicationLine] = gathered.values.get("publications") or []
    line = _best(lines)
    printed = _printed_year(line.date)
    kind = gathered.first("date_kind")
    date_1, date_2 = gathered.first("date_1"), gathered.first("date_2")
    year, original, wrong = years(kind, date_1, date_2)
    if wrong:
        gathered.report("date_impossible", "008/07-14", "the year was taken from the printed date")
    return Publication(
        place=line.place,
        publisher=line.publisher,
        date=line.date,
        year=_better(year, date_1, printed),
        copyright_year=_copyright_year(lines, kind, date_2),
        original_year=original,
    )


def _better(year: int | None, date_1: str, printed: int | None) -> int | None:
    """The printed year, where 008 has none or only a guess."""
    return printed if year is None or (printed is not None and "u" in date_1) else year


def _best(lines: list[PublicationLine]) -> PublicationLine:
    if len(lines) == 1:
        return lines[0] if lines[0].function != "copyright" else PublicationLine(date=lines[0].date)
    published = [line for line in lines if line.function == "publication"]
    published.sort(key=lambda line: not line.is_264)
    current = [line for line in published if line.is_current]
    others = [line for line in lines if line.function != "copyright"]
    chosen = (current or published or others or [_NOTHING])[0]
    if chosen.date or not lines:
        return chosen
    dated = next((line.date for line in published + lines if line.date), "")
    return PublicationLine("publication", chosen.place, chosen.publisher, dated)


@lru_cache(maxsize=1 << 12)
def years(kind: str, date_1: str, date_2: str) -> tuple[int | None, int | None, bool]:
    """The year and the original year in 008, and whether it says something impossible.

    >>> years("s", "2011", "    "), years("r", "1991", "1759"), years("c", "184u", "9999")
    ((2011, None, False), (1991, 1759, False), (1845, None, False))
    >>> years("r", "1759", "1991"), years("s", "9911", "    "), years("q", "1920", "1930")
    ((1991, 1759, False), (None, None, True), (1925, None, False))
    """
    first, wrong = _year(date_1)
    second, _ = _year(date_2)
    if kind in "nb":
        return None, None, False
    if kind == "q":
        return _middle(date_1, date_2), None, wrong
    if kind in "rp":
        pair = sorted(year for year in (first, second) if year is not None)
        if len(pair) == 2:  # noqa: PLR2004 - both dates; cataloguers at times swap them
            return pair[1], pair[0] if pair[0] != pair[1] else None, wrong
    return (first if first is not None else second if kind == "r" else None), None, wrong


def _year(text: str) -> tuple[int | None, bool]:
    if text in _NO_DATE or "|" in text:
        return None, False
    digits = text.replace("u", "0").replace("-", "0").replace(" ", "0")
    if not (digits.isascii() and digits.isdigit()):
        return None, True
    span = 10 ** sum(each in "u- " for each in text)
    if span > WIDEST_GUESS:
        return None, False
    year = int(digits) + span // 2
    return (year, False) if EARLIEST <= year <= LATEST else (None, True)


def _middle(date_1: str, date_2: str) -> int | None:
    if date_2 in _NO_DATE:
        return _year(date_1)[0]
    low, high = date_1.replace("u", "0"), date_2.replace("u", "9")
    if not (low.isdigit() and high.isdigit() and low.isascii() and high.isascii()):
        return _year(date_1)[0]
    middle = (int(low) + int(high)) // 2
    near = 0 <= int(high) - int(low) <= WIDEST_GUESS
    return middle if near and EARLIEST <= middle <= LATEST else None


@lru_cache(maxsize=1 << 12)
def _printed_year(date: str) -> int | None:
    found = [int(year) for year in _YEAR.findall(date)]
    if found:
        is_guess = len(found) > 1 and _BETWEEN.search(date) and found[1] - found[0] <= WIDEST_GUESS
        return (found[0] + found[1]) // 2 if is_guess else found[0]
    decade = _DECADE.search(date)
    if decade is None:
        return None
    return int(decade[1] + decade[2]) * 10 + 5 if decade[1] else int(decade[3]) * 10 + 5


def _copyright_year(lines: list[PublicationLine], kind: str, date_2: str) -> int | None:
    for line in lines:
        if line.function == "copyright":
            return _printed_year(line.date)
        found = _COPYRIGHT.search(line.date) if line.date else None
        if found:
            return int(found[1])
    return _year(date_2)[0] if kind == "t" else None
