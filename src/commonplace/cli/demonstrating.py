"""``commonplace demo``: the demonstration library, loaded and served."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from commonplace.cli.opening import open_library
from commonplace.cli.saying import CommandError, note, say
from commonplace.cli.serving import address_of, serve_here
from commonplace.cli.staff import lines_of


def demo(
    port: Annotated[int, typer.Option(min=1, max=65535)] = 8000,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    serve: Annotated[bool, typer.Option(help="Serve it when it is loaded.")] = True,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Web workers.")] = 2,
) -> None:
    """Make the demonstration library in the home, load it, and serve it.

    Example: commonplace --home demo-library demo --port 8000
    """
    from commonplace.ingest.demonstration.furnishing import HomeIsTaken, furnish

    home = Path(os.environ.get("COMMONPLACE_HOME") or "library").absolute()
    os.environ["COMMONPLACE_HOME"] = str(home)
    try:
        records = furnish(home, today=datetime.now(UTC).date())
    except HomeIsTaken as error:
        raise CommandError(str(error)) from error
    library = open_library()
    from commonplace.ingest.errors import IngestError
    from commonplace.ingest.loading import LoadOptions, load

    options = LoadOptions(is_full=True, accept_shrink=True)
    try:
        report = load([str(records)], options, _quietly)
    except IngestError as error:
        raise CommandError(str(error)) from error
    say(f"{library.name}: {report.counts.read:,} titles loaded in {report.seconds:.1f} s.")
    say(f"{_take_in_words(home):,} ratings and comments of readers.")
    _tell_staff(library.name, f"{address_of(host, port)}/sign-in")
    if serve:
        note("Press Ctrl-C to end.")
        serve_here(host, port, workers)


def _take_in_words(home: Path) -> int:
    """What readers of the demonstration say; how many contributions that are."""
    from commonplace.community.contributions.values import Kind
    from commonplace.community.importing.report import Fate
    from commonplace.community.importing.taking_in import Import, take_in
    from commonplace.ingest.demonstration.furnishing import WORDS

    taken = 0
    for kind in Kind:
        run = Import(kind, "", lambda _row: None, lambda _rows: None)
        report = take_in(home / WORDS, run)
        taken += report.fates.total() - report.fates[Fate.EMPTY]
    return taken


def _tell_staff(issuer: str, address: str) -> None:
    """How to sign in as staff of the demonstration: it is the same at each start of this home."""
    from commonplace.patrons.demonstrating import demonstration_staff

    made = demonstration_staff(issuer=issuer)
    say(f"Staff sign in at {address}")
    for what, said in [("name", made.name), ("password", made.password), *lines_of(made)]:
        say(f"  {what}: {said}")


def _quietly(_name: str, _read: int) -> None:
    """The demonstration loads in seconds and needs no progress bar."""
