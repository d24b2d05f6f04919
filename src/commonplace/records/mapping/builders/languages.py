"""Languages: MARC 21 041, spoken, subtitled and original, in codes old and new.

Before 2001 several codes were packed into one subfield (``engfre``); records with second indicator
7 use another list, named in $2. What no list knows is kept apart, to be reported.
"""

from msgspec import Struct

from commonplace.records.record import Field
from commonplace.records.vocabularies.languages import language_of

_CODE_LENGTH = 3
_SPOKEN, _SUBTITLES, _ORIGINAL, _SUMMARY = "ad", "jp", "hk", "b"


class LanguageLine(Struct, frozen=True, gc=False):
    """What one 041 says; ``summaries`` held subtitles before $j was made (2009)."""

    spoken: tuple[str, ...] = ()
    subtitles: tuple[str, ...] = ()
    originals: tuple[str, ...] = ()
    summaries: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


def language_line(field: Field) -> LanguageLine:
    """The languages of one field.

    >>> line = language_line(Field("041", "1 ", (("a", "chi"), ("j", "eng"), ("h", "chi"))))
    >>> line.spoken, line.subtitles, line.originals
    (('chi',), ('eng',), ('chi',))
    >>> language_line(Field("041", "0 ", (("a", "engfre"),))).spoken
    ('eng', 'fre')
    """
    unknown: list[str] = []

    def of(codes: str) -> tuple[str, ...]:
        found = [each for value in field.all(codes) for each in split(value, unknown)]
        return tuple(dict.fromkeys(found))

    return LanguageLine(
        of(_SPOKEN), of(_SUBTITLES), of(_ORIGINAL), of(_SUMMARY), tuple(dict.fromkeys(unknown))
    )


def split(value: str, unknown: list[str]) -> list[str]:
    """The codes in one subfield; what is none goes to ``unknown``."""
    value = value.strip(" .,;|")
    packed = len(value) > _CODE_LENGTH and len(value) % _CODE_LENGTH == 0 and value.isalpha()
    pieces = (
        [value[at : at + _CODE_LENGTH] for at in range(0, len(value), _CODE_LENGTH)]
        if packed
        else value.replace("/", " ").replace(",", " ").split()
    )
    known = [(piece, language_of(piece)) for piece in pieces]
    unknown += [piece for piece, code in known if not code]
    return [code for _, code in known if code]
