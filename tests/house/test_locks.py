"""What is locked can be installed anywhere: hashes, and no place a package came from."""

import re

import pytest

from tests.conftest import ROOT

LOCKS = sorted(path.name for path in ROOT.glob("requirements*.txt"))
_PLACE = re.compile(r"https?://|file:|\s@\s|--(?:extra-)?index-url|--find-links|-i\s|(?:^|\s)/\w")
_PINNED = re.compile(r"^[a-z0-9._-]+(\[[a-z0-9,._-]+\])?==\S+", re.IGNORECASE)


def test_there_is_a_lock_for_running_and_one_for_checking() -> None:
    assert LOCKS == ["requirements-checks.txt", "requirements.txt"]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_registry_no_folder_and_no_address(lock: str) -> None:
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    assert not [line for line in lines if _PLACE.search(line)]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_in_a_lock_is_pinned_and_has_hashes(lock: str) -> None:
    text = re.sub(r"^\s*#.*$", "", (ROOT / lock).read_text(encoding="utf-8"), flags=re.MULTILINE)
    entries = [each for each in re.split(r"\n(?=\S)", text.strip()) if each.strip()]
    assert len(entries) > 10
    assert not [each for each in entries if not _PINNED.match(each) or "--hash=sha256:" not in each]


def test_nothing_that_runs_knows_where_this_copy_of_the_project_lies() -> None:
    here = re.compile(rf"(?<![\w./-]){re.escape(str(ROOT))}(?![\w-])")
    looked_at = [
        path
        for folder in ("src", "tests", "tools", "benchmarks")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in {".py", ".toml", ".html", ".css", ".sh", ""} and path.is_file()
    ]
    looked_at += [ROOT / "Makefile", ROOT / "pyproject.toml", *(ROOT / name for name in LOCKS)]
    assert not [str(path) for path in looked_at if here.search(path.read_text("utf-8", "replace"))]
