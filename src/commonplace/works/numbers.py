"""Which volume, part or season: numbers told from the words around them, in figures.

In a key a number that says which part it is has a ``#`` before it: ``#2``, ``season #2``.
"""

import re
from collections.abc import Iterable
from itertools import takewhile

_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
)
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_TENS = "thirty forty fifty sixty seventy eighty ninety"
_TEN, _TWENTY, _HUNDRED = 10, 20, 100
_VALUE_OF: dict[str, int] = {
    **{word: value for value, word in enumerate(_WORDS.split(), start=1)},
    **{word: 10 * value for value, word in enumerate(_TENS.split(), start=3)},
    "hundred": _HUNDRED,
    "thousand": 10 * _HUNDRED,
}
FIGURES: dict[str, str] = {
    word: str(value)
    for words in (_WORDS, _ORDINALS)
    for value, word in enumerate(words.split(), start=1)
}
_ROMAN = re.compile(r"(?=[ivxl])(xl|l?x{0,3})(ix|iv|v?i{0,3})")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th|ere|er|re|eme|e|nde|d)")  # codespell:ignore
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}

VOLUME_WORDS = frozenset(
    [
        "volume",
        "volumes",
        "vol",
        "vols",
        "v",
        "book",
        "bk",
        "buch",
        "part",
        "parts",
        "pt",
        "teil",
        "tome",
        "tomo",
        "tom",
        "t",
        "band",
        "bd",
        "number",
        "no",
        "nr",
        "num",
        "numero",
        "issue",
        "libro",
        "livre",
        "parte",
        "partie",
        "deel",
        "del",
        "osa",
        "chapter",
        "chapitre",
        "capitulo",
        "episode",
        "disc",
        "disque",
        "dvd",
    ]
)
SEASON_WORDS = frozenset({"season", "series", "saison", "temporada", "staffel", "stagione"})
_FILLERS = frozenset({"the", "complete", "entire", "a", "an", "of", "in"})
MARK = "#"
_MOST_NUMBERS = 3


def in_figures(words: Iterable[str]) -> list[str]:
    """The words with numbers written as figures.

    >>> in_figures("the 2nd season part ii".split())
    ['the', '2', 'season', 'part', '2']
    """
    made: list[str] = []
    for word in words:
        figure = FIGURES.get(word)
        if figure is None and word[0].isdigit() and (found := _ORDINAL.fullmatch(word)):
            figure = found[1]
        if figure is None and made and made[-1] in VOLUME_WORDS:
            figure = _from_roman(word)
        made.append(figure if figure is not None else word)
    return made


def cardinals(words: list[str]) -> list[str]:
    """The words with numbers in figures, as titles have them now so, now so.

    >>> cardinals("around world in eighty days".split()), cardinals("nineteen eighty four".split())
    (['around', 'world', 'in', '80', 'days'], ['1984'])
    >>> cardinals("one thousand one nights two hundred sheep".split())
    ['1001', 'nights', '200', 'sheep']
    """
    if _VALUE_OF.keys().isdisjoint(words):
        return words
    made: list[str] = []
    number = 0
    for word in words:
        value = _VALUE_OF.get(word, 0)
        together = _together(number, value) if number and value else 0
        if number and not together:
            made.append(str(number))
        if not value:
            made.append(word)
        number = together or value
    return [*made, str(number)] if number else made


def _together(number: int, value: int) -> int:
    """The number that these two make when spoken one after the other; 0 if they make none."""
    if value >= _HUNDRED:
        return number * value if number < value else 0
    if number % _HUNDRED == 0 or (number % _TEN == 0 and number >= _TWENTY and value < _TEN):
        return number + value
    return number * _HUNDRED + value if _TEN <= number <= _TWENTY and value >= _TEN else 0


def _from_roman(word: str) -> str | None:
    if not _ROMAN.fullmatch(word):
        return None
    values = [_VALUES[letter] for letter in word]
    signed = [-value if value < max(values[at:]) else value for at, value in enumerate(values)]
    return str(sum(signed))


def designation(text: str) -> tuple[str, str]:
    """What tells this part from its fellows: its number, marked, and the words around it.

    The text is normalised already. A number mixed with letters is one number.

    >>> designation("book two the return"), designation("the complete 1st season")
    (('#2', 'return'), ('season #1', ''))
    >>> designation("the return"), designation("44111 f7 tf 024"), designation("reihe 12")
    (('', 'return'), ('#44111-f7-tf-024', ''), ('#12', 'reihe'))
    """
    figures = in_figures(text.split())
    if any(word in SEASON_WORDS for word in figures):
        numbers = [MARK + (word.lstrip("0") or "0") for word in figures if word.isdigit()]
        if numbers:
            return " ".join(["season", *numbers[:_MOST_NUMBERS]]), ""
    words = figures[1:] if figures and figures[0] in VOLUME_WORDS else figures
    if words and _mixes(words):
        return MARK + "-".join(words), ""
    numbers = list(takewhile(str.isdigit, words)) or [word for word in words if word.isdigit()]
    numbers = [number.lstrip("0") or "0" for number in numbers]
    rest = [word for word in words if not word.isdigit() and word not in VOLUME_WORDS | _FILLERS]
    return " ".join(MARK + number for number in numbers[:_MOST_NUMBERS]), " ".join(rest)


def _mixes(words: list[str]) -> bool:
    """Whether it is a code such as ``44111-F7-TF-024`` or ``3A``, and hardly any word."""
    return any(map(_CODE.fullmatch, words)) and max(map(len, words)) <= _LONGEST_OF_CODE


_CODE = re.compile(r"\d+[a-z]+\d*|[a-z]+\d+[a-z]*")
_LONGEST_OF_CODE = 5
