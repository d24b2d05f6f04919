"""``commonplace import``: exit codes, counts as JSON, what was set aside in a file."""

import json
from pathlib import Path

import pytest

from tests.library.contributing import book
from tests.library.test_command_line import run


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A library with one title."""
    (tmp_path / "all.mrc").write_bytes(book("t1", "The hobbit", "Tolkien, J. R. R."))
    assert run(tmp_path / "home", "load", str(tmp_path / "all.mrc")).returncode == 0
    return tmp_path / "home"


def test_what_finds_no_title_is_written_aside_and_the_rest_is_taken_in(
    home: Path, tmp_path: Path
) -> None:
    said, aside = tmp_path / "said.csv", tmp_path / "aside.jsonl"
    said.write_text(
        "control_number,rating,text,author_id,shoe\n"
        "t1,4.5,\"=cmd|' /C calc'!A0\",7,42\nt2,4,,7,42\n",
        encoding="utf-8",
    )
    done = run(home, "import", "ratings", str(said), "--aside", str(aside), "--json")
    assert done.returncode == 3
    counts = json.loads(done.stdout)
    assert (counts["read"], counts["added"], counts["reasons"]) == (2, 1, {"no_title": 1})
    assert "line 3: the title is not in the catalogue" in done.stderr
    assert "the column “shoe” is not read" in done.stderr
    assert json.loads(aside.read_text())["control_number"] == "t2"
    again = run(home, "import", "comments", str(said))
    assert again.returncode == 0
    assert "added  1" in again.stdout


def test_what_is_no_file_of_rows_is_refused_in_a_sentence(home: Path, tmp_path: Path) -> None:
    for name in ("nowhere.csv", "all.mrc", "."):
        done = run(home, "import", "ratings", str(tmp_path / name))
        assert done.returncode == 1
        assert len(done.stderr.splitlines()) == 1
        assert "Traceback" not in done.stderr
