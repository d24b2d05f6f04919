"""Tables of contents: MARC 21 505.

In a basic note dashes part the entries and a slash the person from the title; an enhanced note
has $t and $r for the two.
"""

import re
from collections.abc import Iterator

from commonplace.bibliography import Contents
from commonplace.records.mapping.punctuation import tidy, trimmed
from commonplace.records.record import Field

_DASHES = re.compile(r"\s+--+\s*|(?<!-)--+\s+|\s+—\s+|(?<=[.?!)])--(?=[A-Z])")


def contents(field: Field) -> tuple[Contents, ...] | None:
    """The entries of one contents note.

    >>> contents(Field("505", "0 ", (("a", "Vals / Mangoré -- How high the moon / Lewis."),)))
    (Contents(title='Vals', by='Mangoré'), Contents(title='How high the moon', by='Lewis'))
    """
    if any(code == "t" for code, _ in field.subfields):
        return tuple(_enhanced(field)) or None
    text = tidy(" ".join(value for code, value in field.subfields if code == "a"))
    return tuple(each for each in map(_entry, _DASHES.split(text)) if each.title) or None


def _entry(text: str) -> Contents:
    title, _, by = text.partition(" / ")
    return Contents(_trimmed(title), _trimmed(by))


def _enhanced(field: Field) -> Iterator[Contents]:
    title, by = "", ""
    for code, value in field.subfields:
        if code == "r":
            by = f"{by}; {_trimmed(value)}" if by else _trimmed(value)
        elif code in "ta":
            if title:
                yield Contents(title, by)
            title, by = _trimmed(value), ""
    if title:
        yield Contents(title, by)


def _trimmed(text: str) -> str:
    return trimmed(text.strip().removesuffix("--").removeprefix("--"))
