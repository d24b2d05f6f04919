"""The fields readers may name in a query, and what each looks at.

The names and two-letter codes are the ones public-library patrons already know. ``kind`` says how
an engine keeps it: ``text`` is analysed into words, ``exact`` is one value as it stands, ``number``
has ranges.
``facet`` names the facet an exact field reads.
"""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """How a field is kept."""

    TEXT = "text"
    EXACT = "exact"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the query language."""

    name: str
    code: str
    kind: Kind
    looks_at: tuple[str, ...]
