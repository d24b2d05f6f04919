"""How each script is set: its fonts, its direction, whether it has capitals and may be spaced.

A table by code point; what it does not name is set as Latin is, without capitals.
"""

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass

SERIF = "Iowan Old Style,Palatino Linotype,Palatino,P052,Noto Serif,serif"
SANS = "Segoe UI,Roboto,Noto Sans,Helvetica,Arial,sans-serif"


@dataclass(frozen=True, slots=True)
class Script:
    """One way of setting text. ``leading`` is the distance of lines in ems."""

    name: str
    serif: str = SERIF
    leading: float = 1.12
    is_rtl: bool = False
    has_capitals: bool = False
    breaks_anywhere: bool = False


_INDIC_FONTS = "Noto Serif Devanagari,Kohinoor Devanagari,Nirmala UI,Noto Serif,serif"

LATIN = Script("latin", has_capitals=True)
OTHER = Script("other", leading=1.3)
ARABIC = Script("arabic", "Noto Naskh Arabic,Geeza Pro,Segoe UI,serif", 1.4, is_rtl=True)
HEBREW = Script("hebrew", "Noto Serif Hebrew,New Peninim MT,David,Segoe UI,serif", is_rtl=True)
INDIC = Script("indic", _INDIC_FONTS, 1.4)
THAI = Script("thai", "Noto Serif Thai,Thonburi,Leelawadee UI,serif", 1.4, breaks_anywhere=True)
HAN = Script(
    "han", "Songti SC,Noto Serif CJK SC,Source Han Serif SC,SimSun,serif", 1.2, breaks_anywhere=True
)
HAN_FULL = Script(
    "han", "Songti TC,Noto Serif CJK TC,Source Han Serif TC,PMingLiU,serif", 1.2,
    breaks_anywhere=True,
)  # fmt: skip
JAPANESE = Script(
    "han", "Hiragino Mincho ProN,Yu Mincho,Noto Serif CJK JP,MS PMincho,serif", 1.2,
    breaks_anywhere=True,
)  # fmt: skip
HANGUL = Script("hangul", "AppleMyungjo,Noto Serif CJK KR,Batang,serif", 1.25)

_STARTS: tuple[tuple[int, Script], ...] = (
    (0x0000, LATIN),
    (0x0370, LATIN),
    (0x0530, LATIN),
    (0x0590, HEBREW),
    (0x0600, ARABIC),
    (0x0700, OTHER),
    (0x0750, ARABIC),
    (0x0780, OTHER),
    (0x08A0, ARABIC),
    (0x0900, INDIC),
    (0x0E00, THAI),
    (0x0F00, OTHER),
    (0x1000, THAI),
    (0x10A0, OTHER),
    (0x1100, HANGUL),
    (0x1200, OTHER),
    (0x1780, THAI),
    (0x1800, OTHER),
    (0x1C80, LATIN),
    (0x1C90, OTHER),
    (0x1D00, LATIN),
    (0x2000, OTHER),
    (0x2E80, HAN),
    (0x3040, JAPANESE),
    (0x3100, HAN),
    (0x3130, HANGUL),
    (0x3190, HAN),
    (0x31F0, JAPANESE),
    (0x3200, HAN),
    (0xA000, OTHER),
    (0xA640, LATIN),
    (0xA6A0, OTHER),
    (0xA720, LATIN),
    (0xA800, INDIC),
    (0xA960, HANGUL),
    (0xA980, OTHER),
    (0xAB30, LATIN),
    (0xAB70, OTHER),
    (0xAC00, HANGUL),
    (0xD800, OTHER),
    (0xF900, HAN),
    (0xFB00, LATIN),
    (0xFB1D, HEBREW),
    (0xFB50, ARABIC),
    (0xFE00, OTHER),
    (0xFE70, ARABIC),
    (0xFEFF, HAN),
    (0xFF66, JAPANESE),
    (0xFFA0, HANGUL),
    (0xFFE0, OTHER),
    (0x20000, HAN),
    (0x32000, OTHER),
)
_LAST_ALPHABET = "\u2fff"
_CODES = [start for start, _ in _STARTS]


def script_of(text: str, lang: str = "") -> Script:
    """The script most of the letters are in; the language tells Han of one country from another."""
    tally = Counter(_STARTS[bisect_right(_CODES, ord(c)) - 1][1] for c in text if c.isalpha())
    if not tally:
        return LATIN
    if tally[JAPANESE]:
        tally[JAPANESE] += tally.pop(HAN, 0)
    most = max(tally, key=lambda script: tally[script])
    return _han_of(lang) if most is HAN else most


def _han_of(lang: str) -> Script:
    code = lang.strip().lower()
    if code.startswith(("ja", "jpn")):
        return JAPANESE
    if code.startswith(("zh-hant", "zh-tw", "zh-hk", "zh-mo", "yue")):
        return HAN_FULL
    return HAN


def may_be_spaced(text: str) -> bool:
    """Whether spaced capitals suit: only where every letter is Latin, Greek or Cyrillic."""
    return script_of(text).has_capitals and not any(
        each > _LAST_ALPHABET and each.isalpha() for each in text
    )
