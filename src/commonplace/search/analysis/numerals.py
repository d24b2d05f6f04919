"""Numbers said in figures, in words and in Roman figures, led to figures.

*Nineteen eighty-four* is found as 1984, *Twenty thousand leagues* as 20000, *Henry VIII* as 8, and
the other way round. Words are English, Roman figures those of titles: capitals of the source.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
_TEENS = "fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_FIRSTS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_LATER = "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
_TENTHS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"

_SMALL = {word: at for at, word in enumerate(f"{_UNITS} {_TEENS}".split())}
_SMALL |= {word: 10 * at for at, word in enumerate(_TENS.split(), 2)}
_TIMES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
_PLACES = {word: at for at, word in enumerate(f"{_FIRSTS} {_LATER}".split(), 1)}
_PLACES |= {word: 10 * at for at, word in enumerate(_TENTHS.split(), 2)}
_MOST_WORDS = 8
_TEN, _TWENTY, _HUNDRED = 10, 20, 100

_CAPITALS = re.compile(r"(?<![\w.'])[IVX]+(?![\w'])")
_ONE = re.compile(r"\w I\s*(?:[:;,/)\]]|\n|\Z)")
_TWO_TO_39 = {
    f"{tens}{units}": 10 * at + number
    for at, tens in enumerate(["", "x", "xx", "xxx"])
    for number, units in enumerate(["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"])
}
_ALONE = frozenset({"v", "x"})
_ROMAN_FIGURES = {
    figures: str(number)
    for figures, number in _TWO_TO_39.items()
    if len(figures) > 1 and figures not in {"xx", "xxx"}
}
ROMAN = frozenset((*_ROMAN_FIGURES, *_ALONE, "i"))


def _ending(number: int) -> str:
    if number % _HUNDRED in {11, 12, 13}:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


NUMERALS: dict[str, str] = {word: str(number) for word, number in _SMALL.items()}
NUMERALS |= {word: f"{number}{_ending(number)}" for word, number in _PLACES.items()}
NUMBER_WORDS = frozenset((*_SMALL, *_TIMES, *_PLACES))

_WORD = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
NUMBERS_SAID = re.compile(rf"(?<!\S)(?:{_WORD})(?:[ -]+(?:and )?(?:{_WORD})){{1,7}}(?=[.,]?(?!\S))")


def figures_of(words: Sequence[str]) -> str:
    """The figures of one number said in two words or more; empty where it is none."""
    *before, last = (word for word in words if word != "and")
    place = _PLACES.get(last)
    said = [*before, last] if place is None else before
    if not said or any(word in _PLACES for word in said):
        return ""
    number = _value(said)
    if place is None or number is None:
        return "" if number is None or place is not None else str(number)
    is_whole = number % _TEN == 0 and place < _TEN if number < _HUNDRED else number % _HUNDRED == 0
    return f"{number + place}{_ending(number + place)}" if is_whole else ""


def _value(words: Sequence[str]) -> int | None:
    if _TIMES.keys().isdisjoint(words):
        return _in_groups([_SMALL[word] for word in words])
    whole = now = 0
    for word in words:
        if word in _SMALL:
            now += _SMALL[word]
        elif word == "hundred":
            now = max(now, 1) * _HUNDRED
        else:
            whole, now = whole + max(now, 1) * _TIMES[word], 0
    return whole + now


def _in_groups(numbers: Sequence[int]) -> int | None:
    """*Twenty two* is 22, *nineteen eighty four* 1984, *four fifty one* 451."""
    groups: list[int] = []
    is_open = False
    for number in numbers:
        if is_open and 0 < number < _TEN:
            groups[-1] += number
            is_open = False
        else:
            groups.append(number)
            is_open = number >= _TWENTY
    if len(groups) == 1:
        return groups[0]
    is_pair = len(groups) == 2 and groups[0] and groups[1] >= _TEN  # noqa: PLR2004 - a pair
    return groups[0] * _HUNDRED + groups[1] if is_pair else None


def numbers_said(words: Sequence[str]) -> Iterator[str]:
    """The figures of every number that these words say, in one word or in several.

    >>> list(numbers_said("two cities in twenty five years".split()))
    ['2', '25']
    """
    for is_number, run in groupby(words, key=NUMBER_WORDS.__contains__):
        said = list(run) if is_number else []
        while len(said) > 1 and said[0] in _PLACES:  # the first twenty-five
            yield NUMERALS[said.pop(0)]
        whole = figures_of(said) if 1 < len(said) <= _MOST_WORDS else ""
        yield from [whole] if whole else (NUMERALS[word] for word in said if word in NUMERALS)


def in_figures(words: Sequence[str]) -> list[str]:
    """The words with every number among them in figures, Roman ones too but for single letters.

    >>> in_figures(["catch", "twenty", "two", "part", "ii"])
    ['catch', '22', 'part', '2']
    """
    found: list[str] = []
    for is_number, run in groupby(words, key=NUMBER_WORDS.__contains__):
        said = list(run)
        whole = figures_of(said) if is_number and 1 < len(said) <= _MOST_WORDS else ""
        found += [whole] if whole else (_in_figures(word) for word in said)
    return found


def _in_figures(word: str) -> str:
    return figures_typed(word) or word if len(word) > 1 else word


def figures_of_roman(titles: str) -> Iterator[str]:
    """The figures of the Roman numbers in these titles, as they are written in the source.

    *I* is a number only at the end of a part of a title (*World War I*), because it is a word, too.
    """
    for found in _CAPITALS.findall(titles):
        figures = found.casefold()
        if figures in _ALONE or figures in _ROMAN_FIGURES:
            yield str(_TWO_TO_39[figures])
    if _ONE.search(titles):
        yield "1"


def figures_typed(word: str) -> str:
    """The figures of one word that is a number, in small letters; empty where it is none."""
    return NUMERALS.get(word) or _ROMAN_FIGURES.get(word, "")
