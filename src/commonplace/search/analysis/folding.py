"""Letters made comparable: case, width, diacritics, digits and apostrophes of every script.

Folded text holds word characters, spaces, line feeds (between values) and a few joiners
(``' - . / & * + # , _``) that ``tokens`` gives a meaning to. Everything else is a space or nothing.
Marks that are letters of their own (Devanagari vowels, Thai vowels, voiced kana, й) stay.
"""

import unicodedata

from commonplace.search.analysis.han import SIMPLER

JOINERS = "'-./&*+#,_"

_ALWAYS = {
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i",
    "ħ": "h", "ŋ": "ng", "ŧ": "t", "ƒ": "f", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ə": "e",
    "ё": "е", "ѐ": "е", "ѝ": "и",
    "ى": "ي", "ی": "ي", "ې": "ي", "ة": "ه", "ە": "ه", "ک": "ك", "ٱ": "ا", "ـ": "",
    "‘": "'", "’": "'", "‛": "'", "′": "'", "`": "'", "״": "'", "׳": "'", "·": "'", "＇": "'",
    "‐": "-", "‑": "-", "־": "-", "♯": "#", "♭": "-flat", "・": "", "\n": "\n",
}  # fmt: skip

_FOLDED_AWAY = "LATIN", "GREEK", "ARABIC", "HEBREW"
_MARKS_THAT_GO = (
    (0x0300, 0x036F), (0x0483, 0x0489), (0x0591, 0x05C7), (0x0610, 0x061A), (0x064B, 0x065F),
    (0x0670, 0x0670), (0x06D6, 0x06ED), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF),
    (0xFE00, 0xFE0F), (0xFE20, 0xFE2F), (0xE0100, 0xE01EF),
)  # fmt: skip
_TRADE_MARKS = str.maketrans({"™": " ", "℠": " "})


class _Folding(dict[int, str]):
    """What each character becomes, worked out when it is first met."""

    def __missing__(self, codepoint: int) -> str:
        folded = self[codepoint] = _folded(chr(codepoint))
        return folded


def _folded(letter: str) -> str:
    if letter in _ALWAYS:
        return _ALWAYS[letter]
    if letter in JOINERS:
        return letter
    return _BY_CATEGORY.get(unicodedata.category(letter)[0], _space)(letter)


def _letter(letter: str) -> str:
    if letter in SIMPLER:
        return SIMPLER[letter]
    if "ァ" <= letter <= "ヶ":
        return chr(ord(letter) - 0x60)
    name = unicodedata.name(letter, "")
    if name.startswith("MODIFIER LETTER"):
        return "'"
    if name.startswith(_FOLDED_AWAY):
        bare = "".join(c for c in unicodedata.normalize("NFD", letter) if not _mark_that_goes(c))
        return "".join(_ALWAYS.get(c, c) for c in bare)
    return letter


def _mark_that_goes(letter: str) -> bool:
    return any(first <= ord(letter) <= last for first, last in _MARKS_THAT_GO)


def _mark(mark: str) -> str:
    return "" if _mark_that_goes(mark) else mark


def _digit(figure: str) -> str:
    value = unicodedata.decimal(figure, None)
    return figure if value is None else str(value)


def _control(character: str) -> str:
    return " " if character in "\t\r\x0b\x0c\x1c\x1d\x1e\x1f\x85" else ""


def _space(_: str) -> str:
    return " "


_BY_CATEGORY = {"L": _letter, "M": _mark, "N": _digit, "C": _control}
_FOLDING = _Folding()
_ASCII = [chr(code) for code in range(128)]
_OF_ASCII = "".join(_folded(each.lower()) or "?" for each in _ASCII).encode("ascii").ljust(256)
_DROPPED_OF_ASCII = "".join(each for each in _ASCII if not _folded(each)).encode("ascii")


def fold(text: str) -> str:
    """The text with only differences left that readers mean."""
    if text.isascii():
        return text.encode("ascii").translate(_OF_ASCII, _DROPPED_OF_ASCII).decode("ascii")
    plain = unicodedata.normalize("NFKC", text.translate(_TRADE_MARKS))
    return plain.casefold().translate(_FOLDING)
