"""A MARC record in memory, whatever serialization it came in.

A record is a leader and fields in order. ``fields`` may be lazy: ISO 2709 records slice by their
directory and decode only the tags asked for. Text is Unicode, NFC, as the record has it otherwise.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple, Protocol


class Field(NamedTuple):
    """One MARC field. A control field (00X) has ``value`` and no subfields.

    ``indicators`` are always two characters; ``subfields`` are ``(code, value)`` pairs in order.
    """

    tag: str
    indicators: str = "  "
    subfields: Sequence[tuple[str, str]] = ()
    value: str = ""

    def first(self, code: str) -> str:
        """The first subfield with this code, or an empty string."""
        for each, value in self.subfields:
            if each == code:
                return value
        return ""

    def all(self, codes: str) -> list[str]:
        """The values of all subfields whose code is one of ``codes``, in the record's order."""
        return [value for each, value in self.subfields if each in codes]


class Record(Protocol):
    """What mapping needs of a record."""

    @property
    def leader(self) -> str:
        """The 24 characters of the leader, blanks where it was short."""

    def fields(self, tags: Collection[str] | None = None) -> Iterator[Field]:
        """The fields with these tags (all, when none are named), in the record's order."""


class WholeRecord:
    """A record that was read whole: from MARCXML or MARC-in-JSON, or made by a test."""

    __slots__ = ("_fields", "leader")

    def __init__(self, leader: str, fields: Sequence[Field]) -> None:
        self.leader = leader[:24].ljust(24)
        self._fields = fields

    def fields(self, tags: Collection[str] | None = None) -> Iterator[Field]:
        """The fields with these tags (all, when none are named), in the record's order."""
        if tags is None:
            return iter(self._fields)
        return (each for each in self._fields if each.tag in tags)
