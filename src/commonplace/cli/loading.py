"""``commonplace load``."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from commonplace.cli.opening import open_library
from commonplace.cli.saying import CommandError, note, say, say_json

if TYPE_CHECKING:
    from commonplace.ingest.loading import LoadReport

QUARANTINED = 3


def load(
    files: Annotated[list[str], typer.Argument(help="Files of records; - is standard input.")],
    source: Annotated[str, typer.Option(help="Which system the records come from.")] = "library",
    full: Annotated[
        bool, typer.Option("--full", help="The files are everything: withdraw what they lack.")
    ] = False,
    accept_shrink: Annotated[
        bool, typer.Option("--accept-shrink", help="Withdraw even if most titles would go.")
    ] = False,
    workers: Annotated[
        int | None, typer.Option(min=0, max=64, help="Processes that read and map.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="End with one JSON object.")] = False,
) -> None:
    """Load records: MARC 21, MARCXML or MARC-in-JSON, gzipped or not, told apart by content.

    Running it again is safe; a load that was killed resumes. Ends with the records searchable.

    Example: commonplace load export.mrc --full
    """
    open_library()
    from commonplace.ingest.errors import IngestError
    from commonplace.ingest.loading import LoadOptions
    from commonplace.ingest.loading import load as load_files
    from commonplace.search.engines.errors import EngineError

    options = LoadOptions(source, full, accept_shrink, workers)
    try:
        with _Bar() as bar:
            report = load_files(files, options, bar.advance)
    except (IngestError, EngineError) as error:
        raise CommandError(str(error)) from error
    if as_json:
        say_json(report.as_json())
    else:
        _say_report(report)
    _note_cut_short(report.cut_short, is_full=full)
    if report.counts.kinds["quarantined"]:
        raise typer.Exit(QUARANTINED)


def _note_cut_short(names: list[str], *, is_full: bool) -> None:
    kept = " Nothing was withdrawn." if is_full else ""
    for name in names:
        note(f"{name} may have been cut off: its last record cannot be read.{kept}")


class _Bar:
    """A progress line on a terminal; nothing in a pipe."""

    def __init__(self) -> None:
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        console = Console(file=sys.stderr)
        self._shown = Progress(
            *columns, TimeElapsedColumn(), console=console, disable=not sys.stderr.isatty()
        )
        self._tasks: dict[str, int] = {}

    def __enter__(self) -> "_Bar":
        self._shown.start()
        return self

    def __exit__(self, *_exc: object) -> None:
        self._shown.stop()

    def advance(self, name: str, read: int) -> None:
        """This many records of this file have been read."""
        if name not in self._tasks:
            self._tasks[name] = self._shown.add_task(name, total=None)
        self._shown.update(self._tasks[name], completed=read)  # type: ignore[arg-type]  # rich takes any number


def _say_report(report: "LoadReport") -> None:
    told = report.as_json()
    problems, _golden = told.pop("problems"), told.pop("golden")
    for name, figure in told.items():
        say(f"{name.replace('_', ' '):>20}  {figure:,}")
    if isinstance(problems, dict) and problems:
        say("\nProblems, mended or set aside (docs/reference/problems.md says what each means):")
        for code, count in sorted(problems.items(), key=lambda each: -each[1]):
            say(f"{count:>20,}  {code}")
    if report.golden.is_worth_saying:
        say(f"\n{report.golden.sentence}")
