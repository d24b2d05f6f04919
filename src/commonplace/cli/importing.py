"""``commonplace import``: ratings and comments written elsewhere, with where they come from."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated

import orjson
import typer
from rich.console import Console
from rich.progress import Progress, TextColumn, TimeElapsedColumn

from commonplace.cli.opening import open_library
from commonplace.cli.saying import CommandError, note, say, say_json

if TYPE_CHECKING:
    from commonplace.community.importing.report import AsideRow, Report

SOMETHING_ASIDE = 3
MOST_NOTED = 20

app = typer.Typer(
    help="Take in what readers wrote elsewhere. Example: commonplace import comments words.csv",
    no_args_is_help=True,
)

File = Annotated[Path, typer.Argument(help="CSV or JSON lines, told apart by content; UTF-8.")]
Where = Annotated[str, typer.Option(help="The library they were written at, if a row says none.")]
Aside = Annotated[Path | None, typer.Option(help="Write the rows set aside here, as JSON lines.")]
AsJson = Annotated[bool, typer.Option("--json", help="End with one JSON object.")]


@app.command()
def ratings(file: File, library: Where = "", aside: Aside = None, as_json: AsJson = False) -> None:
    """Take in ratings: one a person and work, half a star to five.

    Doing it again doubles nothing; a changed row changes its rating. Ends with 3 when rows were set
    aside. The columns: docs/reference/importing.md.

    Example: commonplace import ratings ratings.csv --library "Alder County Library"
    """
    _import("rating", file, library, aside, as_json=as_json)


@app.command()
def comments(file: File, library: Where = "", aside: Aside = None, as_json: AsJson = False) -> None:
    """Take in comments. Those with a link, an address or a number wait for review.

    Doing it again doubles nothing; a changed row changes its comment. Ends with 3 when rows were
    set aside. The columns: docs/reference/importing.md.

    Example: commonplace import comments comments.jsonl --aside later.jsonl
    """
    _import("comment", file, library, aside, as_json=as_json)


def _import(kind: str, file: Path, library: str, aside: Path | None, *, as_json: bool) -> None:
    open_library()
    from django.db import DatabaseError

    from commonplace.community.contributions.values import Kind
    from commonplace.community.importing.rows import NotRows, unknown_columns
    from commonplace.community.importing.taking_in import Import, take_in

    hearing = _Aside()
    try:
        for name in unknown_columns(file):
            note(f"{file}: the column “{name}” is not read.")
        with _written_to(aside) as hearing.file, _Counter() as counter:
            run = Import(Kind(kind), library, hearing.hear, counter.advance)
            report = take_in(file, run)
    except NotRows as error:
        raise CommandError(f"{file}: {error}. Nothing was changed.") from error
    except DatabaseError as error:
        sentence = f"The library cannot be written: {error}. Run the same again to go on."
        raise CommandError(sentence) from error
    hearing.note_more(aside)
    _tell(report, as_json=as_json)
    if hearing.count:
        raise typer.Exit(SOMETHING_ASIDE)


class _Aside:
    """Hears of rows set aside: says the first of them, and writes all where it was told to."""

    def __init__(self) -> None:
        self.count = 0
        self.file: IO[bytes] | None = None

    def hear(self, row: "AsideRow") -> None:
        self.count += 1
        if self.count <= MOST_NOTED:
            note(f"line {row.line:,}: {row.why.value}")
        if self.file is not None:
            said = {**row.cells, "line": row.line, "reason": row.why.name.lower()}
            self.file.write(orjson.dumps(said) + b"\n")

    def note_more(self, written: Path | None) -> None:
        """What was not said row by row, and what can be done with it."""
        if self.count > MOST_NOTED:
            note(f"… and {self.count - MOST_NOTED:,} more rows.")
        if self.count and written is None:
            note("Nothing of these rows is kept; --aside FILE writes them, to be taken in later.")


@contextmanager
def _written_to(path: Path | None) -> Iterator[IO[bytes] | None]:
    if path is None:
        yield None
        return
    with path.open("wb") as file:
        yield file


class _Counter:
    """A line that counts rows on a terminal; nothing in a pipe."""

    def __init__(self) -> None:
        columns = (TextColumn("{task.completed:,.0f} rows"), TimeElapsedColumn())
        console = Console(file=sys.stderr)
        self._shown = Progress(*columns, console=console, disable=not sys.stderr.isatty())
        self._task = self._shown.add_task("rows", total=None)

    def __enter__(self) -> "_Counter":
        self._shown.start()
        return self

    def __exit__(self, *_exc: object) -> None:
        self._shown.stop()

    def advance(self, rows: int) -> None:
        """So many more rows are taken in."""
        self._shown.advance(self._task, rows)


def _tell(report: "Report", *, as_json: bool) -> None:
    told = report.as_json()
    if as_json:
        say_json(told)
        return
    reasons = told.pop("reasons")
    for name, figure in told.items():
        say(f"{name.replace('_', ' '):>20}  {figure:,}")
    if isinstance(reasons, dict) and reasons:
        say("\nSet aside (docs/reference/importing.md says what each means):")
        for code, count in sorted(reasons.items(), key=lambda each: -each[1]):
            say(f"{count:>20,}  {code}")
