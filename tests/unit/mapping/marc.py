"""Records for the mapping tests, written the way cataloguers read them aloud.

``record("245 10 $aGone girl :$ba novel /$cGillian Flynn.")``; ``#`` in an indicator is a blank.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from commonplace.bibliography import Description
from commonplace.records.mapping import describe
from commonplace.records.record import Field, WholeRecord

BOOK = "00000nam a2200000 i 4500"
CODES = "200101s2020    nyu           000 0 eng d"


def field(line: str) -> Field:
    """A field from a line: ``001 value``, ``007 value`` or ``TAG II $aValue$bValue``."""
    tag, rest = line[:3], line[4:]
    if tag.startswith("00"):
        return Field(tag, value=rest)
    indicators, _, content = rest.partition("$")
    parts = tuple((part[0], part[1:]) for part in content.split("$") if part)
    return Field(tag, indicators.strip().replace("#", " ").ljust(2), parts)


def record(*lines: str, leader: str = BOOK) -> WholeRecord:
    """A record with these fields; 001 and 008 are there unless the lines have their own."""
    tags = {line[:3] for line in lines}
    given = [line for line in (f"008 {CODES}", "001 r1") if line[:3] not in tags]
    return WholeRecord(leader, [field(line) for line in [*given, *lines] if line])


def described(*lines: str, leader: str = BOOK) -> Description:
    """The description of such a record; it has a title, unless the lines have one."""
    titled = any(line[:3] == "245" for line in lines)
    more = () if titled else ("245 10 $aUntold",)
    return describe(record(*lines, *more, leader=leader)).description


def problems_of(*lines: str, leader: str = BOOK) -> set[str]:
    """The codes of what is wrong with such a record."""
    return {problem.code for problem in describe(record(*lines, leader=leader)).problems}


def from_json(given: Mapping[str, Any]) -> WholeRecord:
    """A record from MARC-in-JSON, as the shared vectors have them."""
    fields = [_field(tag, content) for each in given["fields"] for tag, content in each.items()]
    return WholeRecord(given["leader"], fields)


def _field(tag: str, content: str | Mapping[str, Any]) -> Field:
    if isinstance(content, str):
        return Field(tag, value=content)
    indicators = (content.get("ind1") or " ") + (content.get("ind2") or " ")
    subfields: Sequence[Mapping[str, str]] = content["subfields"]
    return Field(
        tag, indicators, tuple((code, text) for each in subfields for code, text in each.items())
    )
