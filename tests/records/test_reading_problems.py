"""Every problem that reading can find is provoked, documented, and says what was done."""

import gzip
import io
import re
from pathlib import Path

import pytest

from commonplace.records.problems import FRAMING, PROBLEMS, STRUCTURE, TEXT, Problem
from commonplace.records.readers import open_records, read_record
from tests.records.samples import GOOD, PROVOKING

REFERENCE = Path(__file__).resolve().parents[2] / "docs/reference/problems.md"


def found(content: bytes) -> list[tuple[bool, tuple[Problem, ...]]]:
    """Whether each record could be read, and what was wrong with it."""
    frames = list(open_records(io.BytesIO(content)))
    results = [read_record(each) for each in frames]
    return [(record is not None, problems) for record, problems in results]


@pytest.mark.parametrize("code", PROVOKING)
def test_a_record_with_this_fault_names_it(code: str) -> None:
    results = found(PROVOKING[code])
    having = [readable for readable, problems in results if code in {p.code for p in problems}]
    assert having == [not PROBLEMS[code].quarantines]


@pytest.mark.parametrize("code", PROVOKING)
def test_every_problem_says_where_and_what_was_done(code: str) -> None:
    for _, problems in found(PROVOKING[code]):
        for problem in problems:
            assert problem.place
            assert re.fullmatch(r"[A-Z0-9].*[.)]", problem.done, re.DOTALL)


def test_a_damaged_compressed_file_keeps_what_came_before() -> None:
    packed = gzip.compress(GOOD * 1000)
    results = found(packed[: len(packed) // 2])
    assert results[-1][1][0].code == "compressed_file_damaged"
    assert results[0] == (True, ())


def test_every_code_of_reading_is_provoked_by_a_sample() -> None:
    of_reading = {*FRAMING, *STRUCTURE, *TEXT}
    assert of_reading == {*PROVOKING, "compressed_file_damaged"}


def test_the_reference_page_has_every_code_and_no_other() -> None:
    documented = re.findall(r"^\| `(\w+)` \|", REFERENCE.read_text("utf-8"), re.MULTILINE)
    assert sorted(documented) == sorted(PROBLEMS)


def test_the_reference_page_says_what_is_set_aside() -> None:
    rows = re.findall(
        r"^\| `(\w+)` \|.*\| (mended|set aside) \|$", REFERENCE.read_text("utf-8"), re.MULTILINE
    )
    stated = {code: fate == "set aside" for code, fate in rows}
    assert stated == {code: each.quarantines for code, each in PROBLEMS.items()}
