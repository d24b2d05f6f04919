"""Series: MARC 21 490 (as printed), 440 (as printed and traced) and 8XX (the heading).

A statement in 490 with first indicator 1 is traced: its heading stands in an 8XX, and the two are
one series. ``conclusions.series`` joins them.
"""

from msgspec import Struct

from commonplace.records.mapping.punctuation import tidy, trimmed
from commonplace.records.record import Field

_TITLE_PARTS = {"440": "anp", "490": "a", "830": "anp"}
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
    title = _title(field)
    if not title:
        return None
    return SeriesLine(
        title=title,
        number=trimmed(field.first("v")),
        heading=_heading(field) if field.tag[0] == "8" else title if field.tag == "440" else "",
        is_heading=field.tag[0] == "8",
        is_traced=field.tag == "490" and field.indicators[0] == "1",
    )


def _title(field: Field) -> str:
    if field.tag == "490":
        return trimmed(field.first("a"))
    codes = _TITLE_PARTS.get(field.tag, "tnp")
    kept = [value for code, value in field.subfields if code in codes]
    return trimmed(tidy(" ".join(_from_title(field, kept))))


def _from_title(field: Field, kept: list[str]) -> list[str]:
    """For a name and title heading, what begins with $t: a number before it counts the name."""
    if field.tag in ("440", "490", "830"):
        return kept
    title = field.first("t")
    return kept[kept.index(title) :] if title else []


def _heading(field: Field) -> str:
    kept = [value for code, value in field.subfields if code in _HEADING_PARTS]
    return trimmed(tidy(" ".join(kept)))
