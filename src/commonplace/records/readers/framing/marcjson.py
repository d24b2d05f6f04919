"""Where one MARC-in-JSON record ends and the next begins.

A record is an object whose first name is ``leader`` or ``fields``, whether it stands in an array,
on a line of its own, after another, or alone. A broken record ends where the next one begins.
"""

import re
from collections.abc import Iterator

import orjson

from commonplace.records.problems import Problem
from commonplace.records.readers.framing.frame import LIMIT, Frame, Serialization
from commonplace.records.readers.framing.sniffing import BLANK, JSON_RECORD
from commonplace.records.readers.framing.source import Source

TOKEN = re.compile(rb'"(?:[^"\\]++|\\.)*+(?:"|\Z)|[{}]', re.DOTALL)
LONGEST_BEGINNING = 400
AROUND = b" \t\r\n,"
AFTER = AROUND + b"]}"


def frames(source: Source, position: int, head: bytes) -> Iterator[Frame]:
    """The records of a file in order, the first of them with this position."""
    cutter = _Cutter(source.offset, position)
    while chunk := source.read():
        cutter.data += chunk
        yield from cutter.cut()
    yield from cutter.rest(is_array=head.lstrip(BLANK).startswith(b"["))


class _Cutter:
    """The bytes from the beginning of the record we are in."""

    def __init__(self, offset: int, position: int) -> None:
        self.data = b""
        self._offset = offset
        self._position = position
        self._is_in_record = False
        self._at = 0

    def cut(self) -> Iterator[Frame]:
        begin = 0
        while found := JSON_RECORD.search(self.data, self._at):
            if self._is_in_record:
                yield from self._record(begin, found.start())
            begin, self._at, self._is_in_record = found.start(), found.end(), True
        self._at = max(self._at, len(self.data) - LONGEST_BEGINNING)
        if not self._is_in_record:
            begin = self._at
        elif len(self.data) - begin > LIMIT:
            done = f"The first {self._at - begin} bytes were set aside, the rest of it left out."
            problem = Problem("over_limit", "record", done)
            yield self._frame(begin, self._at, problem)
            begin, self._is_in_record = self._at, False
        self.data = self.data[begin:]
        self._offset += begin
        self._at -= begin

    def rest(self, *, is_array: bool) -> Iterator[Frame]:
        """The last record, and whether the file was cut before its end."""
        whole = self.data.rstrip(AROUND)
        is_closed = whole.endswith(b"]" if is_array else b"}")
        if self._is_in_record and is_closed:
            yield from self._record(0, len(whole))
        elif self._is_in_record and whole.endswith(b"}"):
            yield from self._record(0, len(whole))
            done = "The list of records is not closed; records may be missing after this one."
            yield self._frame(len(whole), len(self.data), Problem("truncated", "file", done))
        elif self._is_in_record:
            done = f"The last {len(whole)} bytes of the file were set aside."
            yield self._frame(0, len(whole), Problem("truncated", "record", done))

    def _record(self, begin: int, end: int) -> Iterator[Frame]:
        """One record, and by itself whatever stands between its end and the next."""
        end = begin + len(self.data[begin:end].rstrip(AROUND))
        own = self._own_end(begin, end)
        yield self._frame(begin, own)
        if left := self.data[own:end].strip(AFTER):
            start = self.data.index(left, own)
            yield self._frame(start, start + len(left))

    def _own_end(self, begin: int, end: int) -> int:
        """Where the object closes that begins here; ``end`` when it never does."""
        try:
            orjson.loads(self.data[begin:end])
        except orjson.JSONDecodeError:
            depth = 0
            for token in TOKEN.finditer(self.data, begin, end):
                depth += {b"{": 1, b"}": -1}.get(token[0], 0)
                if not depth:
                    return token.end()
        return end

    def _frame(self, begin: int, end: int, *problems: Problem) -> Frame:
        content, offset = self.data[begin:end], self._offset + begin
        position, self._position = self._position, self._position + 1
        return Frame(
            position, offset, content, Serialization.JSON, problems, unreadable=bool(problems)
        )
