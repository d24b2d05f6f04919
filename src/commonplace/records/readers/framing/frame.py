"""One record as it stands in a file: where, how many bytes, and what was odd about its edges."""

from enum import Enum
from typing import NamedTuple

from commonplace.records.problems import Problem

LIMIT = 16 * 1024 * 1024
"""The most bytes a record may have. MARC 21 allows 99,999; large serials have a few million."""


class Serialization(Enum):
    """How a record is written down."""

    MARC21 = "MARC 21"
    MARCXML = "MARCXML"
    JSON = "MARC-in-JSON"


class Frame(NamedTuple):
    """The bytes of one record, cut from its file but not yet read.

    ``position`` counts the file's records from 1; ``offset`` counts its bytes from 0, after
    decompression. An ``unreadable`` frame is set aside without being looked into.
    """

    position: int
    offset: int
    content: bytes
    serialization: Serialization
    problems: tuple[Problem, ...] = ()
    unreadable: bool = False

    @property
    def end(self) -> int:
        """The offset of the first byte after this record: where a later reading resumes."""
        return self.offset + len(self.content)
