"""How wide text is, in ems: a table for a Palatino-like serif, and means for other scripts.

Exact for the fonts named first in ``scripts``; a browser that must use another one is held to the
line by the width given on the line itself.
"""

import unicodedata
from functools import lru_cache

from commonplace.web.covers.cleaning import JOINERS, clusters

_SERIF = (
    (0.20, "'"),
    (0.24, " ,.:;j·"),
    (0.28, "!ı‘’¡ιії"),
    (0.30, "ilł"),
    (0.32, "tΙІЇ"),
    (0.34, "()-IJ[]`f{}"),
    (0.38, '"*'),
    (0.40, "r°ζ"),
    (0.42, "sεξгґ"),
    (0.44, "?c¿ςсьє"),
    (0.46, "взэ"),
    (0.48, "eτае"),
    (0.50, "0123456789#$_az“”–«»§†γνχтух"),
    (0.52, "Sxλя"),
    (0.54, "oðβδθουΓбоъГҐ"),
    (0.56, "Fbgkqvyßøκρσдкч"),
    (0.58, "hnħΒΕΡΤлрБВЕРТЬ"),
    (0.60, "+/<=>P\\^pu~þ×•ημУ"),
    (0.62, "BELTdđийнпц"),
    (0.64, "απφωΔΖΣΥΧЗХ"),
    (0.66, "RXYZыЯ"),
    (0.68, "ψ"),
    (0.70, "CΚΛмКСЄ"),
    (0.72, "KVфЧЭ"),
    (0.74, "@©®ΑΞАЪ"),
    (0.76, "GæД"),
    (0.78, "&ADOQUжюЛ"),
    (0.80, "ΗΘΝΟΠИЙНОП"),
    (0.82, "œΩЦ"),
    (0.84, "%HNwΦшщФЫ"),
    (0.86, "Ψ"),
    (0.88, "m"),
    (0.92, "ΜМ"),
    (0.94, "M"),
    (1.00, "W—…"),
    (1.02, "Ж"),
    (1.08, "ШЩ"),
    (1.12, "Ю"),
)
_SANS_NARROW = frozenset("IЇІJ .,:;'’‘·!|()[]-ijl")
_SANS_WIDE = frozenset("MWm@%—…ЖМШЩЮЫΜ")

_WIDTH = {letter: width for width, letters in _SERIF for letter in letters}
# Means by block: letters, then marks that take room.
_BLOCKS = (
    (0x0590, 0x05FF, 0.54),
    (0x0600, 0x08FF, 0.5),
    (0x0900, 0x0AFF, 0.58),
    (0x0B00, 0x0DFF, 0.8),
    (0x0E00, 0x0EFF, 0.58),
    (0x1000, 0x109F, 0.8),
    (0x1100, 0x11FF, 0.9),
    (0x1780, 0x17FF, 0.7),
    (0xAC00, 0xD7A3, 0.93),
    (0xFB50, 0xFEFC, 0.55),
)
_EMOJI, _EMOJI_BLOCKS = 1.3, range(0x1F000, 0x20000)
_UNKNOWN = 0.75


def text_width(text: str) -> float:
    """The width in the serif, in ems."""
    return sum(map(_advance, text))


def capitals_width(text: str, spacing: float) -> float:
    """The width in the sans of names and labels, in ems, with the space after each letter."""
    return sum(_sans_advance(each) + spacing for each in text)


def cut_to(text: str, room: float) -> str:
    """The text, or as much of its beginning as fits in ``room`` ems with an ellipsis after it."""
    return text if text_width(text) <= room else with_ellipsis(text, room)


def with_ellipsis(text: str, room: float) -> str:
    """As much of the beginning as fits in ``room`` ems together with the ellipsis it gets."""
    kept, used = "", text_width("…")
    for each in clusters(text):
        used += text_width(each)
        if used > room:
            break
        kept += each
    whole_words = kept[: kept.rfind(" ") + 1]
    if len(whole_words) * 2 > len(kept):
        kept = whole_words
    return kept.rstrip(" ,;:.–—-/([") + "…"


def _sans_advance(character: str) -> float:
    if character in _SANS_NARROW:
        return 0.36
    if character in _SANS_WIDE:
        return 0.96
    return 0.68 if character < "\u0590" else _advance(character)


@lru_cache(maxsize=4096)
def _advance(character: str) -> float:
    known = _WIDTH.get(character)
    if known is not None:
        return known
    if character in JOINERS:
        return 0.0
    category = unicodedata.category(character)
    if category in {"Mn", "Me"}:
        return 0.0
    base = unicodedata.normalize("NFD", character)[0]
    if base in _WIDTH:
        return _WIDTH[base]
    return 0.4 if category == "Mc" else _mean(ord(character))


def _mean(code: int) -> float:
    for first, last, width in _BLOCKS:
        if first <= code <= last:
            return width
    if code in _EMOJI_BLOCKS:
        return _EMOJI
    wide = unicodedata.east_asian_width(chr(code)) in {"W", "F"}
    return 1.0 if wide else _UNKNOWN
