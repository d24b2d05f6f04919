"""``commonplace quarantine``."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from commonplace.cli.opening import open_library
from commonplace.cli.saying import say, say_json


def quarantine(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
    extract: Annotated[Path | None, typer.Option(help="Write the bytes into this folder.")] = None,
) -> None:
    """What loads set aside: in which file it stood, where, and why.

    Example: commonplace quarantine --extract broken/
    """
    open_library()
    from commonplace.ingest import quarantine as kept

    found = list(kept.quarantined())
    written = kept.extract(extract) if extract else 0
    if as_json:
        say_json({"quarantined": [asdict(each) for each in found], "extracted": written})
        return
    for each in found:
        say(f"{each.file}, record {each.position:,}, byte {each.offset:,} ({each.length:,} bytes)")
        for problem in each.problems:
            say(f"    {problem['code']} at {problem['place']}: {problem['done']}")
    if not found:
        say("Nothing is in quarantine.")
    if extract:
        say(f"{written:,} records written to {extract}.")
