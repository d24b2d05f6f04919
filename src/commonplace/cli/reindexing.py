"""``commonplace reindex``."""

import time
from typing import Annotated

import typer

from commonplace.cli.opening import open_library
from commonplace.cli.saying import CommandError, say, say_json


def reindex(
    rows: Annotated[
        bool, typer.Option("--rows", help="First build the derived rows again from the records.")
    ] = False,
    works: Annotated[
        bool, typer.Option("--works", help="Only gather the titles into works again.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """Build a new search index beside the one in use, then swap. Readers notice nothing.

    Example: commonplace reindex
    """
    open_library()
    from commonplace.discovery.building import rebuild
    from commonplace.discovery.following import regroup
    from commonplace.discovery.indexes import IndexIsBeingWritten
    from commonplace.ingest.errors import IngestError
    from commonplace.ingest.rebuilding import rebuild_rows

    began = time.monotonic()
    try:
        if rows:
            rebuild_rows()
        titles = regroup() if works else rebuild()
    except (IndexIsBeingWritten, IngestError) as error:
        raise CommandError(str(error)) from error
    seconds = round(time.monotonic() - began, 2)
    done = "moved" if works else "titles"
    if as_json:
        say_json({done: titles, "seconds": seconds})
    elif works:
        say(f"Works gathered again in {seconds} s; {titles:,} titles went to another work.")
    else:
        say(f"{titles:,} titles indexed in {seconds} s.")
