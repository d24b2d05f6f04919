"""The bytes of a file, decompressed and counted, never more than a few chunks of them in memory.

A damaged gzip file gives what could be read, then ends; ``damage`` says what happened. A file that
swells without end (a few kilobytes that become gigabytes) is damaged too. UTF-16 and other
encodings of XML become UTF-8 here, and offsets count the bytes after that.
"""

import codecs
import os
import zlib
from collections.abc import Iterator
from typing import BinaryIO

CHUNK = 1024 * 1024
GZIP = b"\x1f\x8b"
GZIP_WINDOW = 31

SWELLING = 300
SMALL = 64 * CHUNK


class Source:
    """A stream of bytes that can be looked into before it is read."""

    def __init__(self, raw: BinaryIO) -> None:
        self._raw = raw
        self._head = self._fill(2)
        self._chunks: Iterator[bytes] = self._plain()
        self.damage = ""
        self.offset = 0
        self.is_compressed = self._head == GZIP
        if self.is_compressed:
            self._chunks = filter(None, self._decompressed(self._head))
            self._head = b""

    def head(self, size: int) -> bytes:
        """The next bytes, at least ``size`` of them unless the file is shorter; none is used up."""
        while len(self._head) < size and (chunk := next(self._chunks, b"")):
            self._head += chunk
        return self._head

    def read(self) -> bytes:
        """The next bytes, or none at the end."""
        chunk, self._head = self._head or next(self._chunks, b""), b""
        self.offset += len(chunk)
        return chunk

    def skip(self, size: int) -> None:
        """Pass over this many bytes; a plain file on disk is not even read."""
        if size > len(self._head) and not self.is_compressed and self._raw.seekable():
            self._raw.seek(size - len(self._head), os.SEEK_CUR)
            self._head, self.offset = b"", self.offset + size
            return
        wanted = self.offset + size
        while self.offset < wanted and (chunk := self.read()):
            surplus = self.offset - wanted
            if surplus > 0:
                self._head, self.offset = chunk[-surplus:], wanted

    def recode(self, encoding: str) -> None:
        """From here on, give UTF-8 for what the file has in another encoding."""
        self._chunks = self._recoded(encoding, self._head, self._chunks)
        self._head, self.is_compressed = b"", True

    def _fill(self, size: int) -> bytes:
        start = b""
        while len(start) < size and (more := self._raw.read(size - len(start))):
            start += more
        return start

    def _plain(self) -> Iterator[bytes]:
        while chunk := self._raw.read(CHUNK):
            yield chunk

    def _decompressed(self, waiting: bytes) -> Iterator[bytes]:
        """Each member of a gzip file in turn; zeros after the last are padding."""
        taken = given = 0
        inflate = zlib.decompressobj(wbits=GZIP_WINDOW)
        while waiting or (waiting := self._raw.read(CHUNK)):
            if inflate.eof:
                waiting = waiting.lstrip(b"\0")
                inflate = zlib.decompressobj(wbits=GZIP_WINDOW) if waiting else inflate
                continue
            taken += len(waiting)
            try:
                chunk = inflate.decompress(waiting, CHUNK)
            except zlib.error:
                self.damage = "the compressed data is damaged"
                return
            waiting = inflate.unconsumed_tail or inflate.unused_data
            taken -= len(waiting)
            given += len(chunk)
            if given > SMALL and given > SWELLING * taken:
                self.damage = "the compressed data swells without end"
                return
            yield chunk
        yield inflate.flush()
        if not inflate.eof:
            self.damage = "the compressed file ends too early"

    @staticmethod
    def _recoded(encoding: str, start: bytes, chunks: Iterator[bytes]) -> Iterator[bytes]:
        decoder = codecs.getincrementaldecoder(encoding)("replace")
        text = decoder.decode(start)
        while True:
            if text:
                yield text.encode("utf-8", "replace")
            chunk = next(chunks, b"")
            text = decoder.decode(chunk, final=not chunk)
            if not chunk:
                break
        if text:
            yield text.encode("utf-8", "replace")
