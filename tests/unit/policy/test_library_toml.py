"""``library.toml``: what a good one gives, and one clear sentence for every mistake."""

from contextlib import suppress
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonplace.bibliography.call_numbers import scheme_named
from commonplace.policy import Library, PolicyError, read_library
from commonplace.policy.library import SHELVING

GOOD = """
[library]
name = "Wrenfield Libraries"
timezone = "Europe/London"
languages = ["en", "ar"]

[[branch]]
code = "C"
name = "Central"
latitude = 51.5
step_free = true
hours = { mon = "9:30-13:00, 14:00-20:00", sun = "closed" }
closed = ["2026-12-25"]

[locations]
AF = "Adult fiction"
"""


def read(folder: Path, text: str) -> Library:
    file = folder / "library.toml"
    file.write_text(text, encoding="utf-8")
    return read_library(file)


def test_a_library_without_a_file_has_defaults(tmp_path: Path) -> None:
    assert read_library(tmp_path / "library.toml") == Library()


def test_branches_hours_and_locations_are_read(tmp_path: Path) -> None:
    library = read(tmp_path, GOOD)
    branch = library.branch("C")
    assert library.location("AF") == "Adult fiction"
    assert [span.opens for span in branch.hours_on(date(2026, 11, 23))] == [time(9, 30), time(14)]
    assert branch.hours_on(date(2026, 11, 22)) == ()


def test_a_branch_is_closed_on_its_closed_days(tmp_path: Path) -> None:
    assert read(tmp_path, GOOD).branch("C").hours_on(date(2026, 12, 25)) == ()


def test_a_code_nobody_named_is_its_own_name(tmp_path: Path) -> None:
    library = read(tmp_path, GOOD)
    assert library.branch("X").name == "X"
    assert library.location("Y") == "Y"


def test_a_collection_outweighs_its_branch_and_a_branch_the_library(tmp_path: Path) -> None:
    library = read(
        tmp_path,
        '[library]\nshelving = "dewey"\n[[branch]]\ncode = "LAW"\nshelving = "lc"\n'
        '[[branch]]\ncode = "C"\n[shelving]\nGOV = "sudoc"\n',
    )
    assert library.shelved_by("C", "AF") == "dewey"
    assert library.shelved_by("LAW", "AF") == "lc"
    assert library.shelved_by("LAW", "GOV") == "sudoc"
    assert Library().shelved_by("LAW", "GOV") == ""


def test_every_scheme_one_can_shelve_by_has_a_rule_of_its_own() -> None:
    assert {scheme_named(code).code for code in SHELVING} == set(SHELVING)


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        ("library = 3", 1, "library"),
        ("[library]\nlanguages = 5", 2, "languages"),
        ('[library]\nlanguages = ["xx"]', 2, "languages"),
        ("[library]\nname = 7", 2, "name"),
        ('[library]\ntimezone = "Mars/Base"', 2, "timezone"),
        ('[library]\nfiling = "Swedish"', 2, "filing"),
        ('[library]\nnam = "x"', 2, "nam"),
        ("[libary]", 1, "libary"),
        ("branch = 3", 1, "branch"),
        ("branch = [1, 2]", 1, "branch"),
        ("[branch]", 1, "branch"),
        ("[[library]]", 1, "library"),
        ('[[branch]]\nname = "x"', 1, "code"),
        ('[[branch]]\ncode = "A"\nhours = 3', 3, "hours"),
        ('[[branch]]\ncode = "A"\nhours = { mon = 9 }', 3, "mon"),
        ('[[branch]]\ncode = "A"\nhours = { mon = "20:00-9:00" }', 3, "mon"),
        ('[[branch]]\ncode = "A"\nhours = { mon = "25:00-26:00" }', 3, "mon"),
        ('[[branch]]\ncode = "A"\nhours = { day = "closed" }', 3, "day"),
        ('[[branch]]\ncode = "A"\nclosed = ["Christmas"]', 3, "closed"),
        ('[[branch]]\ncode = "A"\nlatitude = nan', 3, "latitude"),
        ('[[branch]]\ncode = "A"\nstep_free = "maybe"', 3, "step_free"),
        ('[[branch]]\ncode = "A"\n[[branch]]\ncode = "A"', 2, "code"),
        ("locations = 4", 1, "locations"),
        ("[reports]\nkeep_words_days = 0", 2, "keep_words_days"),
        ("[reports]\nkeep_words_days = 3651", 2, "keep_words_days"),
        ("[reports]\nkeep_words_days = true", 2, "keep_words_days"),
        ('[reports]\nkeep_words_days = "90"', 2, "keep_words_days"),
        ("[library\n", 1, "(the file)"),
    ],
)
def test_a_mistake_is_named_with_its_line_and_key(
    tmp_path: Path, text: str, line: int, key: str
) -> None:
    with pytest.raises(PolicyError) as refused:
        read(tmp_path, text)
    fault = refused.value.faults[0]
    assert (fault.line, fault.key) == (line, key)
    assert fault.sentence.endswith(".")


def test_every_mistake_is_told_not_only_the_first(tmp_path: Path) -> None:
    with pytest.raises(PolicyError) as refused:
        read(tmp_path, '[library]\nname = 7\ntimezone = "Mars"\n')
    assert len(refused.value.faults) == 2


def test_a_file_that_is_not_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "library.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(PolicyError, match="UTF-8"):
        read_library(tmp_path / "library.toml")


@given(st.text(max_size=200))
def test_any_text_is_a_library_or_a_named_mistake(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    folder = tmp_path_factory.mktemp("toml")
    with suppress(PolicyError):
        library = read(folder, text.encode("utf-8", "replace").decode("utf-8"))
        assert isinstance(library, Library)
