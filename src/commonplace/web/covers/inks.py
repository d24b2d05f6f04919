"""The inks of the covers: a dark ground, a paper, a warm and a cool ink for each class.

The tokens ``c0`` to ``c9`` and ``cf`` (fiction) are the page's too: spines take the class's colour
by ``class_ink``. Films, music and children's books without a class have sets of their own.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class InkSet:
    """``main`` and ``paper`` are the grounds and each other's text; ``deep`` is a floor at night.

    ``on_paper`` is the text on paper where ``main`` is too pale for it; ``warm_dark`` and
    ``cool_dark`` replace the two picture inks on the dark ground where they would drown in it.
    """

    main: str
    paper: str
    warm: str
    cool: str
    deep: str
    on_paper: str = ""
    warm_dark: str = ""
    cool_dark: str = ""


@dataclass(frozen=True, slots=True)
class Inks:
    """The four inks of one cover, with the floor of a night scene and the paper to write on it."""

    ground: str
    text: str
    warm: str
    cool: str
    deep: str
    pale: str

    @property
    def picture(self) -> tuple[str, str, str]:
        """The inks a drawing may use on the ground."""
        return (self.warm, self.cool, self.text)


INK_SETS: dict[str, InkSet] = {
    "c0": InkSet("#2E3A59", "#F1EEE4", "#E5A64B", "#8FA9C9", "#1B2338"),
    "c1": InkSet("#4B2E57", "#F2E8DC", "#D9A441", "#B98FB4", "#2C1A35"),
    "c2": InkSet("#33506F", "#F3EEE2", "#DE8F58", "#A9C2D4", "#1D3147"),
    "c3": InkSet("#9E3828", "#F7ECDD", "#E9A445", "#20262E", "#20262E"),
    "c4": InkSet("#1B5E63", "#F2ECDD", "#E2B13C", "#80B9B4", "#0F3A3E"),
    "c5": InkSet("#174A73", "#EEF0E6", "#F0B23E", "#74A7C8", "#0E2E4A"),
    "c6": InkSet("#4C5F2E", "#F6F1DE", "#DB6C3C", "#A9B97B", "#2C391A"),
    "c7": InkSet("#86284F", "#F9EBE4", "#F2B84B", "#DB8FAA", "#4E142D"),
    "c8": InkSet(
        "#8A5A12", "#FBF3E1", "#B9791A", "#8A3526", "#2B2A4A", "#6B3A14", "#F0BF5E", "#2B2A4A"
    ),
    "c9": InkSet("#5A4230", "#F4EBDC", "#C9632E", "#BA9E7B", "#33251A"),
    "cf": InkSet("#16403A", "#F4EFDF", "#E3734F", "#80B49C", "#0B2622"),
    "night": InkSet("#28324F", "#F4ECE0", "#E9B949", "#C8553D", "#171D31"),
    "bright": InkSet("#1F4E79", "#FFF3D0", "#F2B705", "#E4572E", "#12314F"),
}

# Most of a public library is fiction: one ink for all of it would make every list of novels grey.
_FICTION = ("cf", "c7", "c4", "c8", "night", "c1")
_MUSIC = ("c5", "c7", "night", "c4", "c1")
_FILM = ("night", "c3", "cf", "c9", "c5")
_CHILDREN = ("bright", "c6", "c7", "c4")
_ANY = ("c0", "c2", "c4", "c5", "c6", "c7", "c9", "cf")

_BY_MEDIUM = {"music": _MUSIC, "score": _MUSIC, "film": _FILM, "game": _CHILDREN}
_FOR_CHILDREN = frozenset({"picture_book", "board_book", "toy"})

_NOVELS, _NEARLY_BLACK = "cf", 0.04045
_BEFORE_DEWEY = r"(?:(?:J|JUV|Y|YA|T|R|REF|LP|LT|DVD|BD|CD|BLU-RAY|AUDIO|VIDEO|OVERSIZE) )?"
_DEWEY = re.compile(_BEFORE_DEWEY + r"([0-9])[0-9]{2}(?![0-9])")
_LC = re.compile(r"([A-Z])([A-Z]{0,2}) ?(?:[0-9]|$)")
_LIFE = re.compile(r"(?:B|BIO|BIOG|BIOGRAPHY) [A-Z]")
_FICTION_MARK = re.compile(r"\[?(FIC|F|FICTION|SF|MYS|MYSTERY|E|EASY|ER|J ?FIC|Y ?FIC|NOVEL)\b")
_CHILDREN_MARK = re.compile(r"\[?(J|JP|E|ER|EASY|J ?FIC)\b")
# Where a class of the Library of Congress would stand if the shelves were Dewey's.
_LC_ROWS = {
    "A": "c0", "B": "c1", "C": "c9", "D": "c9", "E": "c9", "F": "c9", "G": "c9", "H": "c3",
    "J": "c3", "K": "c3", "L": "c3", "M": "c7", "N": "c7", "P": "c8", "Q": "c5", "R": "c6",
    "S": "c6", "T": "c6", "U": "c3", "V": "c3", "Z": "c0",
}  # fmt: skip
_LC_PAIRS = {"PZ": "cf", "GV": "c7", "GN": "c3", "GR": "c3", "GT": "c3", "GB": "c5", "GC": "c5"}
_RELIGION = frozenset({"BL", "BM", "BP", "BQ", "BR", "BS", "BT", "BV", "BX"})
_LANGUAGES = frozenset({"P", "PA", "PB", "PC", "PD", "PE", "PF", "PG", "PH", "PJ", "PK", "PL"})


def class_ink(class_: str) -> str:
    """The token of a class's colour: ``c0`` to ``c9``, ``cf`` for fiction, ``c0`` when unknown."""
    return _token(class_) or "c0"


def _token(class_: str) -> str:
    text = class_.strip().upper()[:40]
    if dewey := _DEWEY.match(text):
        return f"c{dewey[1]}"
    if lc := _LC.match(text):
        letters = lc[1] + lc[2]
        if len(letters) > 1 or text != letters or letters not in {"F", "E"}:
            return _lc_token(letters)
    if _LIFE.match(text):
        return "c9"
    return _NOVELS if _FICTION_MARK.match(text) else ""


def _lc_token(letters: str) -> str:
    pair = letters[:2]
    if letters in {"FIC", "MYS", "SF", "ER"}:
        return "cf"
    if pair in _RELIGION:
        return "c2"
    return _LC_PAIRS.get(pair) or ("c4" if pair in _LANGUAGES else _LC_ROWS.get(pair[0], ""))


def ink_set(class_: str, format_code: str, medium: str, lot: int) -> InkSet:
    """The four inks for a class; where the class leaves a choice, ``lot`` makes it."""
    token = _token(class_)
    names: tuple[str, ...]
    children = format_code in _FOR_CHILDREN or _CHILDREN_MARK.match(class_.strip().upper())
    if children and token in {"", _NOVELS}:
        names = _CHILDREN
    elif token == _NOVELS:
        names = _FICTION
    elif token:
        names = (token,)
    else:
        names = _BY_MEDIUM.get(medium, _ANY)
    return INK_SETS[names[lot % len(names)]]


def on_dark(inks: InkSet) -> Inks:
    """The set printed on its dark ground."""
    warm, cool = inks.warm_dark or inks.warm, inks.cool_dark or inks.cool
    return Inks(inks.main, inks.paper, warm, cool, inks.deep, inks.paper)


def on_paper(inks: InkSet) -> Inks:
    """The set printed on its paper."""
    text = inks.on_paper or inks.main
    return Inks(inks.paper, text, inks.warm, inks.cool, inks.deep, inks.paper)


def mix(one: str, other: str, share: float) -> str:
    """``one`` with this share of ``other`` in it; covers use no transparency."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def contrast(one: str, other: str) -> float:
    """Contrast of two inks as WCAG reckons it, from 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(ink: str) -> float:
    parts = [each / 255 for each in _channels(ink)]
    red, green, blue = (
        p / 12.92 if p <= _NEARLY_BLACK else ((p + 0.055) / 1.055) ** 2.4 for p in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(ink: str) -> tuple[int, int, int]:
    return int(ink[1:3], 16), int(ink[3:5], 16), int(ink[5:7], 16)
