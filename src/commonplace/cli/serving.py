"""``commonplace serve``: web workers and the follower, ended together."""

import sys
from typing import Annotated

import typer

from commonplace.cli.opening import open_library
from commonplace.cli.saying import CommandError, say

EVERYWHERE = ("127.0.0.1", "0.0.0.0", "::")  # noqa: S104 -- named, not listened at


def serve(
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535)] = 8000,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Web workers.")] = 2,
) -> None:
    """Serve the catalogue, and keep its index current. Ends on Ctrl-C.

    Example: commonplace serve --port 8000
    """
    open_library()
    _refuse_outdated_rows()
    serve_here(host, port, workers)


def serve_here(host: str, port: int, workers: int) -> None:
    """Start the follower beside the web server; both end when the server does."""
    from commonplace.cli.processes import Processes

    processes = Processes(host, port, workers)
    processes.refuse_a_taken_address()
    say(f"Serving at {address_of(host, port)}")
    sys.stdout.flush()
    processes.run()


def _refuse_outdated_rows() -> None:
    from commonplace.ingest.errors import RowsOutdated
    from commonplace.ingest.preparing import refuse_outdated_rows

    try:
        refuse_outdated_rows()
    except RowsOutdated as error:
        raise CommandError(str(error)) from error


def address_of(host: str, port: int) -> str:
    """Where a browser on this machine finds what listens here."""
    return f"http://{'localhost' if host in EVERYWHERE else host}:{port}"
