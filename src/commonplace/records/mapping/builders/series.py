"""Series: MARC 21 490 (as printed), 440 (as printed and traced) and 8XX (the heading).

A statement in 490 with first indicator 1 is traced: its heading stands in an 8XX, and the two are
one series. ``conclusions.series`` joins them.
"""

from msgspec import Struct

from commonplace.records.mapping.punctuation import tidy, trimmed
from commonplace.records.record import Field

_TITLE_ENTRIES = frozenset({"440", "830"})
_HEADING_PARTS = "abcdqtnpfgklmors"


class SeriesLine(Struct, frozen=True, gc=False):
    """One series field: its title and number, and what it is good for."""

    title: str
    number: str = ""
    heading: str = ""
    is_traced: bool = False
    is_heading: bool = False
    vernacular: str = ""


def series_line(field: Field) -> SeriesLine | None:
    """The series one field names; ``None`` when it has no title.

    >>> line = series_line(Field("490", "1 ", (("a", "Harry Potter ;"), ("v", "bk. 3"))))
    >>> line.title, line.number, line.is_traced
    ('Harry Potter', 'bk. 3', True)
    """
    tag = field.tag
    if tag == "490":
        number = trimmed(field.first("v"))
        title = trimmed(field.first("a"))
        return SeriesLine(title, number, is_traced=field.indicators[0] == "1") if title else None
    title = _title(field)
    if not title:
        return None
    heading = title if tag in _TITLE_ENTRIES else _heading(field)
    return SeriesLine(title, trimmed(field.first("v")), heading, is_heading=tag != "440")


def _title(field: Field) -> str:
    if field.tag in _TITLE_ENTRIES:
        return trimmed(tidy(" ".join([value for code, value in field.subfields if code in "anp"])))
    kept = [value for code, value in field.subfields if code in "tnp"]
    return trimmed(tidy(" ".join(_from_title(field, kept))))


def _from_title(field: Field, kept: list[str]) -> list[str]:
    """What begins with $t: a number before it counts the name."""
    title = field.first("t")
    return kept[kept.index(title) :] if title else []


def _heading(field: Field) -> str:
    kept = [value for code, value in field.subfields if code in _HEADING_PARTS]
    return trimmed(tidy(" ".join(kept)))
