"""``commonplace golden export`` and ``import``: golden queries for other libraries."""

from pathlib import Path
from typing import Annotated

import typer

from commonplace.cli.exporting.writing import STANDARD_OUTPUT, write_lines
from commonplace.cli.golden.running import AsJson
from commonplace.cli.opening import open_library
from commonplace.cli.saying import CommandError, note, say, say_json

SOMETHING_ASIDE = 3
MOST_NOTED = 20


def export(
    file: Annotated[
        Path, typer.Argument(help="The file to write; - is standard output.")
    ] = STANDARD_OUTPUT,
) -> None:
    """Write the golden queries, one JSON object a line.

    Titles are named by work key too, so that another library finds them by what they are.

    Example: commonplace golden export golden.jsonl
    """
    open_library()
    from commonplace.discovery.golden.sharing import golden_for_export

    write_lines(golden_for_export(), file)


def take_in(
    file: Annotated[Path, typer.Argument(help="JSON lines, as golden export writes them.")],
    as_json: AsJson = False,
) -> None:
    """Keep the golden queries of a file; what is not in this catalogue is set aside.

    Doing it again doubles nothing. Ends with 3 when lines were set aside.

    Example: commonplace golden import golden.jsonl
    """
    open_library()
    from commonplace.catalogue.grouping.deciding import By
    from commonplace.discovery.golden.sharing import read_lines
    from commonplace.discovery.golden.sharing import take_in as keep_all

    try:
        with file.open("rb") as opened:
            taken = keep_all(read_lines(opened), by=By("", ""))
    except OSError as error:
        raise CommandError(f"{file} cannot be read: {error.strerror}.") from error
    for line, reason in taken.aside[:MOST_NOTED]:
        note(f"line {line:,}: {reason}")
    if (rest := len(taken.aside) - MOST_NOTED) > 0:
        note(f"… and {rest:,} more lines.")
    if as_json:
        say_json(taken.as_json())
    else:
        say(f"{taken.queries:,} golden queries kept, with {taken.titles:,} titles to find.")
    if taken.aside:
        raise typer.Exit(SOMETHING_ASIDE)
