"""Writing lines of JSON to standard output, or to a file that is whole or not there at all."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, Protocol

import orjson

from commonplace.cli.saying import CommandError, note

STANDARD_OUTPUT = Path("-")


class Writable(Protocol):
    """Where lines go."""

    def write(self, line: bytes, /) -> int:
        """Take these bytes."""

    def flush(self) -> None:
        """Let nothing wait."""


def write_lines(lines: Iterable[dict[str, Any]], file: Path) -> None:
    """Write these to the file, readable by its owner alone; or to standard output, for ``-``."""
    if file == STANDARD_OUTPUT:
        sys.stdout.flush()
        _write(lines, sys.stdout.buffer)
        return
    try:
        count = _replace(lines, file)
    except OSError as error:
        raise CommandError(f"{file} cannot be written: {error.strerror}.") from error
    note(f"{count:,} lines written to {file}.")


def _write(lines: Iterable[dict[str, Any]], into: Writable) -> int:
    count = 0
    for line in lines:
        into.write(orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE))
        count += 1
    into.flush()
    return count


def _replace(lines: Iterable[dict[str, Any]], file: Path) -> int:
    """Write a new file beside it and put it in its place when it is whole."""
    with NamedTemporaryFile(dir=file.parent, prefix=f".{file.name}.", delete=False) as made:
        try:
            count = _write(lines, made)
            os.fsync(made.fileno())
            Path(made.name).replace(file)
        except BaseException:
            Path(made.name).unlink(missing_ok=True)
            raise
    return count
