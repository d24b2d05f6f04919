"""What is new is found within seconds while fifty readers search, and no search ever misses.

Nothing here is timed but with the patience of minutes: the seconds are printed, and measured in
``benchmarks/staying_current.py``.
"""

import sys
import time
from pathlib import Path

import pytest

from commonplace.config.home import Home
from tests.faults.crowd import Crowd, edda, export, run, seconds_until, served, write, write_rows

TITLES = 1_500
SWAPS = 3


@pytest.fixture
def library(home: Home, tmp_path: Path) -> Home:
    """A library with titles, on either database."""
    file = tmp_path / "export.mrc"
    file.write_bytes(export(TITLES))
    run(home.path, "load", str(file), "--workers", "0")
    return home


def test_what_is_new_is_found_while_fifty_search_and_no_search_fails(
    library: Home, tmp_path: Path
) -> None:
    seconds: dict[str, tuple[float, float]] = {}

    def timed(what: str, *command: str, **asked: str) -> None:
        began = time.monotonic()
        run(library.path, *command)
        ended = time.monotonic()
        found = seconds_until(port, ended, **asked)
        seconds[what] = ended - began, found

    with served(library.path) as port, Crowd(port, TITLES) as crowd:
        new = write(tmp_path / "new.mrc", edda("MAIN"))
        timed("a record", "load", new, "--workers", "0", q="quixotic", branch="MAIN")
        changed = write(tmp_path / "changed.mrc", edda("EAST"))
        timed("a changed item", "load", changed, "--workers", "0", q="quixotic", branch="EAST")
        said = [{"control_number": "new", "text": "Perspicacious!", "author_id": "a"}]
        rows = write_rows(tmp_path / "comments.jsonl", said)
        timed("a comment", "import", "comments", rows, q="perspicacious")
        for _swap in range(SWAPS):
            run(library.path, "reindex")
    told = [
        *(
            f"{what}: found {f:.2f} s after a command of {c:.2f} s\n"
            for what, (c, f) in seconds.items()
        ),
        f"{len(crowd.seconds)} searches, the slowest took {max(crowd.seconds):.2f} s\n",
    ]
    sys.stdout.writelines(told)
    assert not crowd.wrong
    assert len(crowd.seconds) >= crowd.readers
