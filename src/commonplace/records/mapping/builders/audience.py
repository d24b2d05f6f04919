"""For whom a record says it is: MARC 21 521, in which cataloguers put much in few words.

The first indicator says what the words count: reading grade, age, interest grade. Film and game
certificates and Lexile measures are recognised by their own words. Grades are American: first
grade is six years old.
"""

import re

from msgspec import Struct

from commonplace.records.mapping.punctuation import tidy
from commonplace.records.mapping.remembering import remembered
from commonplace.records.record import Field

_RATING = re.compile(
    r"\b(?P<board>MPAA|MPA|BBFC|FSK|TV|ESRB|PEGI|CHV|CHVRS|ACB|OFLC|RIAA|USK|CSA|film|video)?"
    r"(?:['’]s)?\s*(?:rating|rated|classification|certificate|parental guidelines?|ab)s?"
    r"(?:\s+code)?\s*[:;\-]?\s*(?:is\s+)?"
    r"(?P<rating>TV-?(?:Y7(?:-FV)?|Y|G|PG|14|MA)|NC-?17|PG-?13|PG|"
    r"(?:not rated|unrated|NR)\b|E10\+?|EC|AO|MA ?15\+|R ?18\+|1[2-8]A?|[GRXTMEU]\b|[067]\b)",
    re.IGNORECASE,
)
_BOARD_FIRST = re.compile(
    r"\b(?P<board>BBFC|FSK|PEGI|USK)\s*[:\-]?\s*(?:ab\s*)?(?P<rating>U|PG|1[2-8]A?|R18|0|3|6|7)\b"
)
_LEXILE = re.compile(r"\b((?:AD|BR|GN|HL|IG|NC|NP)?\d{1,4}L|(?:BR|NP)\b)(?!\w)")
_SPAN = re.compile(
    r"(?<![\d.])0*(\d{1,2})(?!\d)(?:\.\d)?\s*(?:-|–|to|through)\s*0*(\d{1,2})(?![\d%])"
)
_UP = re.compile(
    r"(?<![\d.])0*(\d{1,2})\s*(?:\+|(?:and|&) (?:up|older|above|over)|years? and (?:up|older))",
    re.IGNORECASE,
)
_ONE = re.compile(r"(?<![\d.])0*(\d{1,2})(?![\d%])")
_AGES = re.compile(r"\bages?\b|years?\b|\byrs?\b", re.IGNORECASE)
_GRADES = re.compile(r"\bgrades?\b|\bgr\.", re.IGNORECASE)
LOOKED_AT = 300
_FIRST_GRADE, _OLDEST_CHILD, _ANY_AGE = 5, 18, 99


class AudienceLine(Struct, frozen=True, gc=False):
    """What one 521 says: its words, and what of them we understood."""

    note: str
    rating: str = ""
    lexile: str = ""
    youngest: int | None = None
    oldest: int | None = None


@remembered
def audience_line(field: Field) -> AudienceLine | None:
    """The audience one field states; ``None`` when it is empty.

    >>> audience_line(Field("521", "8 ", (("a", "MPAA rating: PG-13."),))).rating
    'PG-13'
    >>> line = audience_line(Field("521", "1 ", (("a", "008-012."),)))
    >>> line.youngest, line.oldest
    (8, 12)
    """
    said = [tidy(value) for value in field.all("a")]
    note = "; ".join(value for value in said if value)
    if not note:
        return None
    looked_at = note[:LOOKED_AT]
    rating = _rating(looked_at)
    youngest, oldest = (None, None) if rating else _ages(looked_at, field.indicators[0])
    lexile = (
        _LEXILE.search(looked_at)
        if "exile" in note + field.first("b") or note[-1] in "L."
        else None
    )
    return AudienceLine(note, rating, lexile[1] if lexile else "", youngest, oldest)


def _rating(note: str) -> str:
    found = _BOARD_FIRST.search(note) or _RATING.search(note)
    if found is None:
        return ""
    board, rating = found["board"] or "", found["rating"].upper()
    if rating in ("NOT RATED", "UNRATED", "NR"):
        return "Not rated"
    if rating.isdigit() or board.upper() in ("BBFC", "FSK", "PEGI", "USK"):
        return f"{board.upper()} {rating}" if board else ""
    return re.sub(r"^(TV|NC|PG)-?(?=[\dYGPM])", r"\1-", rating)


def _ages(note: str, indicator: str) -> tuple[int | None, int | None]:
    """The years of age in the note: by the indicator, else by the word beside the figures."""
    by_grade = indicator in "02" or bool(_GRADES.search(note))
    by_age = indicator == "1" or bool(_AGES.search(note))
    if not (by_grade or by_age):
        return None, None
    low, high = _span(note, by_grade=by_grade and not _AGES.search(note))
    return (low, high) if low is None or low <= _OLDEST_CHILD else (None, None)


def _span(note: str, *, by_grade: bool) -> tuple[int | None, int | None]:
    text = (
        re.sub(r"\b(?:pre-?K|preschool|PK)\b", "-1", note, flags=re.IGNORECASE)
        if by_grade
        else note
    )
    text = re.sub(r"\b(?:K|kindergarten)\b", "0", text, flags=re.IGNORECASE) if by_grade else text
    older = _FIRST_GRADE if by_grade else 0
    if found := _SPAN.search(text):
        low, high = int(found[1]) + older, int(found[2]) + older
        return (low, high) if low <= high <= _ANY_AGE else (None, None)
    if found := _UP.search(text):
        return int(found[1]) + older, None
    if found := _ONE.search(text):
        return int(found[1]) + older, int(found[1]) + older
    return None, None
