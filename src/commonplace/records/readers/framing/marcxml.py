"""Where one MARCXML record ends and the next begins.

Records are cut out by their ``record`` tags, with or without a namespace, alone, in a collection,
or inside the records of OAI-PMH and SRU. Nothing is parsed here, so broken XML in one record costs
no other, entities that a file declares are never expanded, and offsets are exact.
"""

import re
from collections.abc import Iterator

from commonplace.records.problems import Problem
from commonplace.records.readers.framing.frame import LIMIT, Frame, Serialization
from commonplace.records.readers.framing.source import Source

MARK = re.compile(
    rb"<(?:(?P<comment>!--)|(?P<cdata>!\[CDATA\[)"
    rb"|(?P<end>/(?:[\w.-]{1,40}:)?record\s{,40}>)|(?P<start>(?:[\w.-]{1,40}:)?record(?=[\s/>])))"
)
LONGEST_MARK = 200
OF_A_RECORD = re.compile(rb"<(?:[\w.-]+:)?(?:leader|controlfield|datafield|subfield)\b")
HEADER = re.compile(rb"<(?:[\w.-]+:)?header[\s>]")
ROOT = re.compile(rb"<((?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*))")


def frames(source: Source, position: int, head: bytes) -> Iterator[Frame]:
    """The records of a file in order, the first of them with this position."""
    cutter = _Cutter(source.offset, position, _root_of(head))
    while chunk := source.read():
        cutter.data += chunk
        yield from cutter.cut(is_last=False)
    yield from cutter.cut(is_last=True)
    yield from cutter.rest()


def _root_of(head: bytes) -> bytes:
    """The tag that must be closed at the end; none when the file is a record alone."""
    root = ROOT.search(head)
    return root[1] if root and root[2] != b"record" else b""


class _Cutter:
    """The bytes since the last record, and where the record begins that they hold, if one does.

    A record tag inside another begins anew: the outer one is an envelope, or was never closed.
    """

    def __init__(self, offset: int, position: int, root: bytes) -> None:
        self.data = b""
        self._offset = offset
        self._position = position
        self._root = root
        self._at = 0
        self._begin: int | None = None
        self._done = 0
        self._is_leaving_out = False
        self._without_end = -1

    def cut(self, *, is_last: bool) -> Iterator[Frame]:
        while mark := MARK.search(self.data, self._at):
            if mark["start"]:
                yield from self._opened(mark.start())
            elif mark["end"]:
                yield from self._closed(mark.end())
            elif (after := self._after_what_is_not_markup(mark)) is not None:
                self._at = after
                continue
            elif not is_last and len(self.data) - mark.start() < LIMIT:
                self._at = mark.start()
                break
            self._at = mark.end()
        else:
            self._at = max(self._at, len(self.data) - LONGEST_MARK)
        yield from self._forget()

    def rest(self) -> Iterator[Frame]:
        """What stands after the last record: nothing but closing tags, or the file was cut."""
        begin = self._done if self._begin is None else self._begin
        left = self.data[begin:]
        is_closed = not self._root or re.search(rb"</" + re.escape(self._root) + rb"\s*>", left)
        if is_closed and self._begin is None and not OF_A_RECORD.search(left):
            return
        done = f"The last {len(left)} bytes of the file were set aside."
        yield self._frame(begin, len(self.data), Problem("truncated", "record", done))

    def _opened(self, at: int) -> Iterator[Frame]:
        begin = self._done if self._begin is None else self._begin
        if not self._is_leaving_out and OF_A_RECORD.search(self.data, begin, at):
            yield self._frame(begin, at)
        self._begin, self._is_leaving_out = at, False

    def _closed(self, at: int) -> Iterator[Frame]:
        begin = self._done if self._begin is None else self._begin
        is_record = OF_A_RECORD.search(self.data, begin, at) is not None
        is_empty = self._begin is not None and not HEADER.search(self.data, begin, at)
        if (is_record or is_empty) and not self._is_leaving_out:
            yield self._frame(begin, at)
        self._begin, self._done, self._is_leaving_out = None, at, False

    def _after_what_is_not_markup(self, mark: re.Match[bytes]) -> int | None:
        """Where a comment or CDATA section ends; its begin alone is passed over when broken."""
        if mark["cdata"]:
            return self._after_cdata(mark.end())
        end = self.data.find(b"--", mark.end())
        if end < 0 or end + 2 == len(self.data):
            return None
        return end + 3 if self.data[end + 2] == ord(">") else mark.end()

    def _after_cdata(self, begin: int) -> int | None:
        """Where the section ends; what was searched in vain is not searched again."""
        searched = self._offset + len(self.data)
        if searched == self._without_end:
            return None
        end = self.data.find(b"]]>", begin)
        self._without_end = searched if end < 0 else -1
        return end + 3 if end >= 0 else None

    def _forget(self) -> Iterator[Frame]:
        """Let go of bytes that belong to no record any more, or to one that is too large."""
        begin = self._done if self._begin is None else self._begin
        if len(self.data) - begin > LIMIT:
            if not self._is_leaving_out and OF_A_RECORD.search(self.data, begin):
                size = self._at - begin
                done = f"The first {size} bytes were set aside, the rest of it left out."
                yield self._frame(begin, self._at, Problem("over_limit", "record", done))
                self._is_leaving_out = True
            self._begin, begin = None, self._at
            self._done = begin
        self.data = self.data[begin:]
        self._offset += begin
        self._at -= begin
        self._done -= min(begin, self._done)
        self._begin = None if self._begin is None else 0

    def _frame(self, begin: int, end: int, *problems: Problem) -> Frame:
        content, offset = self.data[begin:end], self._offset + begin
        position, self._position = self._position, self._position + 1
        return Frame(
            position, offset, content, Serialization.MARCXML, problems, unreadable=bool(problems)
        )
