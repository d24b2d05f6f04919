"""Opening a file of records: what it is, where to begin, and its frames one after another."""

from collections.abc import Iterator
from contextlib import ExitStack
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from commonplace.records.problems import Problem
from commonplace.records.readers.framing import marc21, marcjson, marcxml
from commonplace.records.readers.framing.frame import Frame, Serialization
from commonplace.records.readers.framing.sniffing import serialization_of
from commonplace.records.readers.framing.source import Source


class RecordFile:
    """An open file of records, gone through once. Memory does not grow with the file."""

    def __init__(self, stream: BinaryIO, start: int, position: int, *, is_ours: bool) -> None:
        self._stream = stream
        self._is_ours = is_ours
        self._source = Source(stream)
        self.serialization: Serialization = serialization_of(self._source)
        self._head = self._source.head(1)
        self._source.skip(start)
        self._position = position

    @property
    def bytes_read(self) -> int:
        """How far the reading is, counted like offsets, after decompression."""
        return self._source.offset

    def __iter__(self) -> Iterator[Frame]:
        """The frames in the file's order; a damaged file ends with an unreadable one."""
        position = self._position
        for frame in self._frames():
            position = frame.position + 1
            yield frame
        if damage := self._source.damage:
            problem = Problem("compressed_file_damaged", "file", f"Reading ended: {damage}.")
            offset = self._source.offset
            yield Frame(position, offset, b"", self.serialization, (problem,), unreadable=True)

    def close(self) -> None:
        """Close the file, if it was opened here."""
        if self._is_ours:
            self._stream.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _frames(self) -> Iterator[Frame]:
        match self.serialization:
            case Serialization.MARC21:
                return marc21.frames(self._source, self._position)
            case Serialization.MARCXML:
                return marcxml.frames(self._source, self._position, self._head)
            case Serialization.JSON:
                return marcjson.frames(self._source, self._position, self._head)


def open_records(
    source: str | PathLike[str] | BinaryIO, *, start: int = 0, position: int = 1
) -> RecordFile:
    """Open a file or stream of records, gzipped or not, whatever it is called.

    To resume, give the ``end`` of the last frame that is safe as ``start``, and the number of the
    frame after it as ``position``. ``NotRecords`` is raised at once for anything but records.
    """
    if not isinstance(source, str | PathLike):
        return RecordFile(source, start, position, is_ours=False)
    with ExitStack() as until_it_is_records:
        stream = until_it_is_records.enter_context(Path(source).open("rb"))
        records = RecordFile(stream, start, position, is_ours=True)
        until_it_is_records.pop_all()
        return records
