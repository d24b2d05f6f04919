"""How soon what is new is found while fifty readers search, and whether they feel a swap.

python -m benchmarks.staying_current

The library is served by the command, in a home of its own, with made-up titles; what changes does
so by commands, as anywhere. Seconds are counted from the end of the command that wrote.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from benchmarks.tables import milliseconds, table
from tests.faults.crowd import (
    Crowd,
    edda,
    export,
    run,
    seconds_until,
    served,
    write,
    write_rows,
)

TITLES = 20_000
TIMES = 5
PROMISED = 5.0

Change = tuple[tuple[str, ...], dict[str, str]]


def measure(folder: Path, titles: int = TITLES, times: int = TIMES) -> str:
    """The two tables; ``folder`` may be filled at will."""
    home = folder / "current"
    file = folder / "export.mrc"
    file.write_bytes(export(titles))
    run(home, "load", str(file))
    with served(home) as port, Crowd(port, titles) as crowd:
        rows = [
            _row(what, [_seconds(home, port, *change(folder, n)) for n in range(times)])
            for what, change in _CHANGES.items()
        ]
        searched = len(crowd.seconds)
        for _swap in range(times):
            run(home, "reindex")
        swapped = len(crowd.seconds) - searched
    head = ["found after", "median s", "slowest s", "promised s", "the command itself, s"]
    p50, p95, _p99, slowest = milliseconds(crowd.seconds)
    about = [
        ["titles", f"{titles:,}"],
        ["readers", f"{crowd.readers}"],
        ["searches meanwhile", f"{len(crowd.seconds):,}"],
        [f"of them during {times} swaps of the index", f"{swapped:,}"],
        ["failed, or found nothing", f"{len(crowd.wrong)}"],
        ["p50, p95 and slowest, ms", f"{p50}, {p95}, {slowest}"],
    ]
    return table(head, rows) + "\n" + table(["meanwhile", "figure"], about)


def _row(what: str, taken: list[tuple[float, float]]) -> list[str]:
    found = [after for _command, after in taken]
    commands = median(command for command, _after in taken)
    return [what, f"{median(found):.2f}", f"{max(found):.2f}", f"{PROMISED:g}", f"{commands:.2f}"]


def _seconds(
    home: Path, port: int, command: tuple[str, ...], asked: dict[str, str]
) -> tuple[float, float]:
    began = time.monotonic()
    run(home, *command)
    ended = time.monotonic()
    return ended - began, seconds_until(port, ended, **asked)


def _loaded(folder: Path, turn: int) -> Change:
    file = write(folder / "new.mrc", edda("MAIN", f"new{turn}", f"Quixotic{_WORDS[turn]}"))
    return ("load", file, "--workers", "0"), {"q": f"quixotic{_WORDS[turn]}"}


def _moved(folder: Path, turn: int) -> Change:
    file = write(folder / "new.mrc", edda("EAST", f"new{turn}", f"Quixotic{_WORDS[turn]}"))
    return ("load", file, "--workers", "0"), {"q": f"quixotic{_WORDS[turn]}", "branch": "EAST"}


def _spoken_of(folder: Path, turn: int) -> Change:
    said = {"control_number": f"n{turn}", "text": f"Perspicacious{_WORDS[turn]}", "author_id": "a"}
    rows = write_rows(folder / "said.jsonl", [said])
    return ("import", "comments", rows), {"q": f"perspicacious{_WORDS[turn]}"}


_WORDS = ("alba", "bruma", "cima", "duna", "eco", "faro", "gota", "hoja")
_CHANGES: dict[str, Callable[[Path, int], Change]] = {
    "a record is loaded": _loaded,
    "a copy is moved to another branch": _moved,
    "a comment is taken in": _spoken_of,
}


def main() -> Iterator[str]:
    """The tables, in a folder that is forgotten."""
    with tempfile.TemporaryDirectory(prefix="commonplace-current-") as folder:
        yield measure(Path(folder))


if __name__ == "__main__":
    sys.stdout.writelines(main())
