"""Which volume, part or season: numbers told from the words around them, in figures."""

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
FIGURES: dict[str, str] = {
    word: str(value)
    for words in (_WORDS, _ORDINALS)
    for value, word in enumerate(words.split(), start=1)
}
_ROMAN = re.compile(r"(?=[ivxl])(xl|l?x{0,3})(ix|iv|v?i{0,3})")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")  # codespell:ignore
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
    ]
)
SEASON_WORDS = frozenset({"season", "series", "saison", "temporada", "staffel", "stagione"})
_FILLERS = frozenset({"the", "complete", "entire", "a", "an", "of", "in"})


def in_figures(words: Iterable[str]) -> list[str]:
    """The words with numbers written as figures.

    >>> in_figures("the 2nd season part ii".split())
    ['the', '2', 'season', 'part', '2']
    """
    made: list[str] = []
    for word in words:
        figure = FIGURES.get(word)
        if figure is None and (found := _ORDINAL.fullmatch(word)):
            figure = found[1]
        if figure is None and made and made[-1] in VOLUME_WORDS:
            figure = _from_roman(word)
        made.append(figure if figure is not None else word)
    return made


def _from_roman(word: str) -> str | None:
    if not _ROMAN.fullmatch(word):
        return None
    values = [_VALUES[letter] for letter in word]
    signed = [-value if value < max(values[at:]) else value for at, value in enumerate(values)]
    return str(sum(signed))


def designation(text: str) -> str:
    """What tells this part from its fellows: ``2`` for any second volume, ``season 1``, else words.

    The text is normalised already.

    >>> designation("book two the return"), designation("the complete 1st season")
    ('2', 'season 1')
    >>> designation("the return")
    'return'
    """
    figures = in_figures(text.split())
    counted = figures[1:] if figures and figures[0] in VOLUME_WORDS else figures
    numbers = list(takewhile(str.isdigit, counted))
    if numbers and not any(word in SEASON_WORDS for word in figures):
        return " ".join(numbers)
    words = [word for word in figures if word not in _FILLERS]
    numbers = [word for word in words if word.isdigit()]
    rest = [word for word in words if not word.isdigit() and word not in VOLUME_WORDS]
    if numbers and any(word in SEASON_WORDS for word in rest):
        return f"season {numbers[0]}"
    return " ".join([*numbers, *rest]) if rest else " ".join(numbers)
