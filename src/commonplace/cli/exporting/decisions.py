"""``commonplace export decisions``: what the staff decided, in a file for other programs."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from commonplace.cli.exporting.writing import STANDARD_OUTPUT, write_lines
from commonplace.cli.opening import open_library

app = typer.Typer(
    help="What the library made itself, for other programs. Example: commonplace export decisions",
    no_args_is_help=True,
)


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
    write_lines(_lines(), file)


def _lines() -> Iterator[dict[str, Any]]:
    from commonplace.catalogue.corrections.overrides import overrides_for_export
    from commonplace.catalogue.grouping.exporting import decisions_for_export

    yield from decisions_for_export()
    yield from overrides_for_export()
