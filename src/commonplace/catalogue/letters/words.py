"""Words that people write to the library: made safe to keep, counted, searched for what is private.

Nothing a person can see is taken away: only controls, halves of characters, and the marks that turn
or hide text, which a hostile hand may send and no database or page should keep.
"""

import re
import unicodedata

from stdnum import isbn

MOST_CHARACTERS = 1_000
_BREAKS = re.compile(r"\r\n?|[\u0085\u2028\u2029]")
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
    r"\ud800-\udfff]"
)
_EMPTY_LINES = re.compile(r"\n[^\S\n]*\n\s*")
_MAIL = re.compile(r"[^\s@]{1,64}@[^\s@.]{1,63}(?:\.[^\s@.]{1,63}){1,8}")
_FIGURES = re.compile(r"(?<!\w)\+?\(?\d(?:[ ./()\u2010-\u2015-]{0,2}\d){6,18}(?!\w)")
_DAY_OR_YEARS = re.compile(r"\d{4}\D?\d{4}|\d{4}\D\d{1,2}\D\d{1,2}|\d{1,2}\D\d{1,2}\D\d{4}")


def kept(text: str) -> str:
    """Words as they are stored and shown again: one form of each letter, one empty line at most.

    >>> kept("One\\r\\n\\r\\n\\r\\ntwo\\x00 ")
    'One\\n\\ntwo'
    """
    text = _UNSEEN.sub("", _BREAKS.sub("\n", text))
    return _EMPTY_LINES.sub("\n\n", unicodedata.normalize("NFC", text)).strip()


def has_address(words: str) -> bool:
    """Whether an e-mail address seems to be in these words."""
    return bool(_MAIL.search(words))


def has_number(words: str) -> bool:
    """Whether a number of a telephone or a card seems to be: no ISBN, day or span of years.

    >>> has_number("Ring 01632 960110"), has_number("It is 978-0-306-40615-7, of 1998-2005")
    (True, False)
    """
    return any(not _is_harmless(found[0]) for found in _FIGURES.finditer(words))


def _is_harmless(figures: str) -> bool:
    return bool(_DAY_OR_YEARS.fullmatch(figures)) or isbn.is_valid(figures)
