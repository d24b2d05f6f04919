"""Standard numbers as people type them: grouped, with the name of the number before them, an ISBN
in its form of ten digits. Records are looked at by their ISBN of thirteen."""

import re

from stdnum import isbn
from stdnum.exceptions import ValidationError

from commonplace.bibliography.identifiers import lccn_form

_S = r"[\s\-‐-―−]"
_NAMED = rf"{_S}{{0,3}}[:.#]?{_S}{{0,3}}"
_ISBN = re.compile(
    rf"(?<![\w-])(?:e?-?isbn(?:[ -]?1[03])?{_NAMED})?"
    rf"(?P<number>97[89](?:{_S}?\d){{10}}|\d(?:{_S}?\d){{8}}{_S}?[\dx])(?![\w-])",
    re.IGNORECASE,
)
_ISSN = re.compile(
    rf"(?<![\w-])[ep]?-?issn(?:-l)?{_NAMED}(\d{{4}}){_S}?(\d{{3}}[\dx])(?!\w)", re.IGNORECASE
)
_LCCN = re.compile(
    rf"(?<![\w-])lccn{_NAMED}([a-z]{{0,3}} ?\d{{2,10}}(?:-\d{{1,6}})?)(?!\w)", re.IGNORECASE
)
_OCLC = re.compile(
    rf"(?:\(ocolc\)|(?<![\w-])oclc(?: no| number)?){_NAMED}(?:oc[mn]|on)?0*(\d+)(?!\w)"
    r"|(?<![\w-])(?:oc[mn]|on(?=\d{10}))0*(\d+)(?!\w)",
    re.IGNORECASE,
)
_PARTED = re.compile(f"{_S}+")
_TEN = 10


def with_numbers_together(text: str) -> str:
    """What was typed, with each standard number in one word and without the name of its kind.

    The groups of an ISBN stay apart by hyphens, so that they are still found as single numbers.
    Numbers of OCLC are too short to be looked for anywhere.

    >>> with_numbers_together("isbn: 978 0 13 110370 2"), with_numbers_together("LCCN 85-2")
    ('978-0-13-110370-2', '85000002')
    """
    if not any(map(str.isdecimal, text)):
        return text
    text = _OCLC.sub(lambda found: f"id:{found[1] or found[2]}", text)
    text = _LCCN.sub(lambda found: lccn_form(found[1]) or found[0], text)
    return with_isbns_together(_ISSN.sub(r"\1-\2", text))


def with_isbns_together(text: str) -> str:
    """The text with each ISBN in one word."""
    return _ISBN.sub(_in_one_word, text)


def is_isbn(text: str) -> bool:
    """Whether the whole text is an ISBN, however it is grouped."""
    found = _ISBN.fullmatch(text.strip())
    return found is not None and _is_valid(found["number"])


def isbn_of_thirteen(word: str) -> str:
    """The ISBN of thirteen digits that one of ten leads to; empty for any other word.

    >>> isbn_of_thirteen("0131103709"), isbn_of_thirteen("0131103700")
    ('9780131103702', '')
    """
    if len(word) != _TEN or not word[:-1].isdecimal():
        return ""
    try:
        return isbn.to_isbn13(isbn.validate(word))
    except ValidationError:
        return ""


def _in_one_word(found: re.Match[str]) -> str:
    groups = _PARTED.split(found["number"])
    return "-".join(groups) if _is_grouped(groups) and _is_valid(found["number"]) else found[0]


def _is_grouped(groups: list[str]) -> bool:
    """Years side by side are no ISBN, even where the sum is right by chance."""
    is_long = sum(map(len, groups)) > _TEN
    return is_long or len(groups) == 1 or len(groups[-1]) == 1


def _is_valid(number: str) -> bool:
    figures = (str(int(each)) if each.isdecimal() else each for each in _PARTED.sub("", number))
    return isbn.is_valid("".join(figures))
