"""``commonplace export decisions``: what the staff decided, in a file for other programs."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Annotated, Any, Protocol

import orjson
import typer

from commonplace.cli.opening import open_library
from commonplace.cli.saying import CommandError, note

app = typer.Typer(
    help="What the library made itself, for other programs. Example: commonplace export decisions",
    no_args_is_help=True,
)

STANDARD_OUTPUT = Path("-")


class Writable(Protocol):
    """Where lines go."""

    def write(self, line: bytes, /) -> int:
        """Take these bytes."""

    def flush(self) -> None:
        """Let nothing wait."""


@app.callback()
def export() -> None:
    """What the library made itself, for other programs.

    Example: commonplace export decisions decisions.jsonl
    """


@app.command()
def decisions(
    file: Annotated[
        Path, typer.Argument(help="The file to write; - is standard output.")
    ] = STANDARD_OUTPUT,
) -> None:
    """What the staff decided, one JSON object a line, oldest first: standing and undone.

    Works joined and set apart (kind join, split), then corrections of descriptions (kind
    override). Each with who, when and why; a file is readable by its owner alone.

    Example: commonplace export decisions decisions.jsonl
    """
    open_library()
    if file == STANDARD_OUTPUT:
        sys.stdout.flush()
        _write(sys.stdout.buffer)
        return
    try:
        count = _replace(file)
    except OSError as error:
        raise CommandError(f"{file} cannot be written: {error.strerror}.") from error
    note(f"{count:,} lines written to {file}.")


def _lines() -> Iterator[dict[str, Any]]:
    from commonplace.catalogue.corrections.overrides import overrides_for_export
    from commonplace.catalogue.grouping.exporting import decisions_for_export

    yield from decisions_for_export()
    yield from overrides_for_export()


def _write(into: Writable) -> int:
    count = 0
    for line in _lines():
        into.write(orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE))
        count += 1
    into.flush()
    return count


def _replace(file: Path) -> int:
    """Write a new file beside it and put it in its place when it is whole."""
    with NamedTemporaryFile(dir=file.parent, prefix=f".{file.name}.", delete=False) as made:
        try:
            count = _write(made)
            os.fsync(made.fileno())
            Path(made.name).replace(file)
        except BaseException:
            Path(made.name).unlink(missing_ok=True)
            raise
    return count
