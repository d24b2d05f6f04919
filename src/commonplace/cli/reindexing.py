"""``commonplace reindex``."""

import time
from enum import StrEnum
from typing import Annotated

import typer

from commonplace.cli.opening import open_library
from commonplace.cli.saying import CommandError, say, say_json


class EngineName(StrEnum):
    """The engines that can keep the index."""

    TANTIVY = "tantivy"
    OPENSEARCH = "opensearch"


def reindex(
    rows: Annotated[
        bool, typer.Option("--rows", help="First build the derived rows again from the records.")
    ] = False,
    works: Annotated[
        bool, typer.Option("--works", help="Only gather the titles into works again.")
    ] = False,
    engine: Annotated[
        EngineName | None, typer.Option(help="Which engine keeps it; else the one in use.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """Build a new search index beside the one in use, then swap. Readers notice nothing.

    Example: commonplace reindex
    """
    open_library()
    from commonplace.discovery.building import rebuild
    from commonplace.discovery.following import regroup
    from commonplace.discovery.indexes import IndexIsBeingWritten
    from commonplace.discovery.places import Engine
    from commonplace.ingest.errors import IngestError
    from commonplace.ingest.rebuilding import rebuild_rows
    from commonplace.search.engines.errors import EngineError

    began = time.monotonic()
    try:
        if rows:
            rebuild_rows()
        titles = regroup() if works else rebuild(Engine(engine) if engine else None)
    except (IndexIsBeingWritten, IngestError, EngineError) as error:
        raise CommandError(str(error)) from error
    seconds = round(time.monotonic() - began, 2)
    _tell("moved" if works else "titles", titles, seconds, as_json=as_json)


def _tell(done: str, titles: int, seconds: float, *, as_json: bool) -> None:
    """Say what was done, and what the golden queries find now."""
    from commonplace.catalogue.golden.models import Cause
    from commonplace.discovery.golden.running import run_after

    golden = run_after(Cause.REINDEX)
    if as_json:
        say_json({done: titles, "seconds": seconds, "golden": golden.as_json()})
        return
    if done == "moved":
        say(f"Works gathered again in {seconds} s; {titles:,} titles went to another work.")
    else:
        say(f"{titles:,} titles indexed in {seconds} s.")
    if golden.is_worth_saying:
        say(golden.sentence)
