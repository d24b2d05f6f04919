"""``commonplace describe``: no database, only what Commonplace understands of each record."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from commonplace.cli.opening import open_library
from commonplace.cli.saying import CommandError, say, say_json


def describe(
    file: Annotated[Path, typer.Argument(help="A file of records.")],
    jsonl: Annotated[bool, typer.Option("--jsonl", help="One JSON object a line.")] = False,
    source: Annotated[str, typer.Option(help="The source title ids are made from.")] = "library",
) -> None:
    """What Commonplace understands of each record in a file.

    Example: commonplace describe export.mrc --jsonl
    """
    open_library(prepare=False)
    from commonplace.ingest.explaining import explained
    from commonplace.records.readers import NotRecords

    try:
        for each in explained(file, source=source):
            if jsonl:
                say_json(each)
            else:
                say("\n".join(_lines(each)) + "\n")
    except NotRecords as error:
        raise CommandError(f"{file.name}: {error}") from error
    except BrokenPipeError:
        raise
    except OSError as error:
        raise CommandError(f"{file}: {error.strerror}") from error


def _lines(each: dict[str, Any]) -> Iterator[str]:
    yield f"record {each['position']:,}, byte {each['offset']:,}"
    if each.get("quarantined"):
        yield "  quarantined"
    for name, value in each.get("description", {}).items():
        if value:
            yield f"  {name}: {value}"
    for problem in each["problems"]:
        yield f"  ! {problem['code']} at {problem['place']}: {problem['done']}"
