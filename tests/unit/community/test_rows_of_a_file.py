"""Rows of a file to import: CSV and JSON lines by content, broken lines, hostile cells."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonplace.community.importing.rows import (
    COLUMNS,
    LONGEST_LINE,
    NotRows,
    read_rows,
    unknown_columns,
)


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """A file to write rows into; its name says nothing of what is in it."""
    return tmp_path / "words.data"


def cells(path: Path) -> list[dict[str, str] | None]:
    """The cells of every row."""
    return [dict(row.cells) if row.cells is not None else None for row in read_rows(path)]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_csv_file_may_be_separated_as_spreadsheets_do(written: Path, separator: str) -> None:
    written.write_bytes(f"\ufeffID{separator}Text\r\n1{separator}One\r\n".encode())
    assert cells(written) == [{"id": "1", "text": "One"}]


def test_a_cell_may_hold_lines_and_each_row_knows_where_it_begins(written: Path) -> None:
    written.write_text('id,text\n1,"One\n\ntwo"\n\n2,Three\n', encoding="utf-8")
    assert [row.line for row in read_rows(written)] == [2, 6]
    assert cells(written)[0] == {"id": "1", "text": "One\n\ntwo"}


def test_lines_of_json_are_told_by_content(written: Path) -> None:
    lines = ('{"id": 7, "rating": 4.5, "spoiler": true, "text": null, "other": [1]}', "", "[1]")
    written.write_text("\n".join(lines), encoding="utf-8")
    first = {"id": "7", "rating": "4.5", "spoiler": "true", "text": ""}
    assert cells(written) == [first, None]


def test_a_broken_line_costs_no_other(written: Path) -> None:
    written.write_text('{"id": 1}\n{"id": \n{"id": 3}\n', encoding="utf-8")
    assert cells(written) == [{"id": "1"}, None, {"id": "3"}]
    written.write_text("id,text\n1,a,b,c\n2,b\n3\n", encoding="utf-8")
    assert cells(written) == [None, {"id": "2", "text": "b"}, {"id": "3"}]


def test_what_a_spreadsheet_would_compute_is_taken_as_it_stands(written: Path) -> None:
    written.write_text("id,text\n1,=1+1\n2,'=1+1\n3,'tis\n", encoding="utf-8")
    texts = [each["text"] for each in cells(written) if each]
    assert texts == ["=1+1", "=1+1", "'tis"]


@pytest.mark.parametrize(
    "content",
    [b"", b"\n\n", b"<!DOCTYPE html>\n<p>Not found", b"name,age\nAnn,9\n", b"id,text\n1,caf\xe9\n"],
)
def test_a_file_that_is_none_is_refused_before_its_first_row(written: Path, content: bytes) -> None:
    written.write_bytes(content)
    with pytest.raises(NotRows):
        next(iter(read_rows(written)))


def test_endless_lines_are_no_rows(written: Path) -> None:
    written.write_bytes(b"id,text\n1," + b"x" * (LONGEST_LINE + 10) + b"\n2,b\n")
    assert cells(written)[0] is None
    written.write_bytes(b'{"text": "' + b"x" * LONGEST_LINE + b'"}\n{"id": 2}')
    assert cells(written) == [None, {"id": "2"}]


def test_of_a_file_that_is_none_no_columns_are_named(written: Path) -> None:
    written.write_text("00714cam a2200205 a 4500,a,b\n" * 9, encoding="utf-8")
    with pytest.raises(NotRows):
        unknown_columns(written)


def test_columns_that_nobody_reads_are_named(written: Path) -> None:
    written.write_text("id,text,Shoe size,\n1,a,b,\n", encoding="utf-8")
    assert unknown_columns(written) == ["shoe size"]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_any_text_at_all_is_rows_or_is_refused(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    path = tmp_path_factory.mktemp("any") / "any"
    path.write_text(text, encoding="utf-8", newline="")
    try:
        for row in read_rows(path):
            assert row.cells is None or set(row.cells) <= {*COLUMNS, *row.cells}
    except NotRows:
        return


@given(st.lists(st.tuples(st.text(max_size=20), st.text(max_size=20)), max_size=5))
def test_any_cells_come_back_as_they_were(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str]]
) -> None:
    import csv  # noqa: PLC0415 -- only to write what is read back

    clean = [
        (one.replace("\0", "").strip("'"), other.replace("\0", "").strip("'"))
        for one, other in rows
    ]
    path = tmp_path_factory.mktemp("any") / "any.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("id", "text"), *clean])
    read = [(row["id"], row["text"]) for row in cells(path) if row]
    assert read == [pair for pair in clean if any(pair)]
