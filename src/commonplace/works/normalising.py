"""Names and titles brought to the form in which they are compared, after the NACO rules.

Letters in lower case without diacritics, ``&`` as *and*, apostrophes gone, every other sign a
space. Scripts other than Latin, Greek and Cyrillic keep their marks: there they are letters.
"""

import re
import unicodedata
from functools import lru_cache

_SPECIAL = str.maketrans(
    {
        "&": " and ", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l",
        "ı": "i", "ß": "ss", "ƒ": "f", "ħ": "h", "ŋ": "n", "ơ": "o", "ư": "u", "ё": "е",
        "'": "", "’": "", "ʼ": "", "ʻ": "", "‘": "", "ʹ": "", "ʺ": "", "`": "", "ʿ": "", "ʾ": "",
        "·": "", "\u00ad": "", "\u200b": "", "\u200c": "", "\u200d": "", "\u200e": "", "\u200f": "",
    }
)  # fmt: skip
_SIGNS = re.compile(r"[^\w\u0300-\u036f]|_")
_MARKS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")
_POSSESSIVE = re.compile(r"s['’ʼ]s\b")
WORTH_KEEPING = 100
_PLAIN = re.compile(r"[a-z0-9 ]*")


def normalised(text: str) -> str:
    """The text as it is compared.

    >>> normalised("Pride & Prejudice"), normalised("Cien años de soledad")
    ('pride and prejudice', 'cien anos de soledad')
    >>> normalised("Harry Potter and the sorcerer's stone"), normalised("Texas--History")
    ('harry potter and the sorcerers stone', 'texas history')
    """
    return _remembered(text) if len(text) < WORTH_KEEPING else _normalised(text)


def _normalised(text: str) -> str:
    low = text.lower()
    if not _PLAIN.fullmatch(low):
        low = _POSSESSIVE.sub("s", low).translate(_SPECIAL)
        if not low.isascii():
            low = unicodedata.normalize("NFKC", low).lower().translate(_SPECIAL)
            low = _MARKS.sub("", unicodedata.normalize("NFD", low))
            low = unicodedata.normalize("NFC", low)
        low = _kept(low)
    return " ".join(low.split())


_remembered = lru_cache(maxsize=1 << 13)(_normalised)


_QUALIFIER = re.compile(r"\([^()]*\)")
_DEEPEST = 4
_MISREAD = re.compile("[ãáâè](?=[aeiou])|ð(?=c)", re.IGNORECASE)


def mended(text: str, languages: tuple[str, ...]) -> str:
    """French whose diacritics were read as letters (``bãete``, ``âecole``) without them.

    Diacritics that stood before their letter in an old character set became letters of another;
    French has none of these pairs. Diacritics do not count in a key, so they may go.
    """
    if text.isascii() or "fre" not in languages:
        return text
    return _MISREAD.sub("", text.replace("²n", "øn"))


def without_qualifiers(text: str) -> str:
    """Without what stands in parentheses, be it one inside another."""
    for _ in range(_DEEPEST):
        if "(" not in text:
            break
        text = _QUALIFIER.sub("", text)
    return text


def _kept(text: str) -> str:
    """Letters, figures and the marks of other scripts; everything else becomes a space."""
    if text.isascii():
        return _SIGNS.sub(" ", text)
    return "".join(char if unicodedata.category(char)[0] in "LNM" else " " for char in text)
