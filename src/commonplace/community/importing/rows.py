"""Rows of a file, CSV or JSON lines, told apart by content: each as text by column.

A file that is neither is refused before anything is changed; a line that is broken is its own fault
and costs no other.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TextIO

import orjson

if TYPE_CHECKING:
    from _csv import Reader

COLUMNS = (
    "id", "title_id", "work_id", "control_number", "source", "isbn", "rating", "text", "spoiler",
    "author_id", "author_name", "role", "library", "language", "date", "withdrawn",
)  # fmt: skip
LONGEST_LINE = 200_000
MOST_COLUMNS = 200
_NOT_MEANT = "'"
_MEANT_FOR_SHEETS = ("=", "+", "-", "@", "\t", "\r")


class Row(NamedTuple):
    """One row: the line it begins on, and its cells by column; ``None`` when it cannot be read."""

    line: int
    cells: Mapping[str, str] | None


class NotRows(Exception):
    """The file holds no rows that can be taken in; the message says why."""


def read_rows(path: Path) -> Iterator[Row]:
    """The rows of this file, in order. Raises ``NotRows``, at the latest before the first row."""
    _refuse_what_is_no_text(path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        beginning = _beginning(file)
        if not beginning:
            raise NotRows("the file is empty")
        yield from _json_lines(file) if beginning == "{" else _csv(file)


def unknown_columns(path: Path) -> list[str]:
    """Columns of a CSV file that are not read. Raises ``NotRows``."""
    _refuse_what_is_no_text(path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [] if _beginning(file) == "{" else sorted(set(_reader(file)[1]) - {*COLUMNS, ""})


def _refuse_what_is_no_text(path: Path) -> None:
    with path.open("rb") as file:
        for number, line in enumerate(iter(lambda: file.readline(LONGEST_LINE), b""), start=1):
            try:
                line.decode()
            except UnicodeDecodeError as error:
                is_cut = len(line) == LONGEST_LINE
                fault = "is too long" if is_cut else "is not UTF-8; save the file as UTF-8"
                raise NotRows(f"line {number:,} {fault}") from error


def _beginning(file: TextIO) -> str:
    """The first character that is no blank; the file is at its beginning again."""
    first = file.read(LONGEST_LINE).lstrip()[:1]
    file.seek(0)
    return first


def _json_lines(file: TextIO) -> Iterator[Row]:
    for number, line in enumerate(file, start=1):
        if line.strip():
            yield Row(number, _cells_of(line.removeprefix("\ufeff")))


def _cells_of(line: str) -> Mapping[str, str] | None:
    if len(line) > LONGEST_LINE:
        return None
    try:
        said = orjson.loads(line)
    except orjson.JSONDecodeError:
        return None
    if not isinstance(said, dict):
        return None
    return {name: _as_text(said[name]) for name in COLUMNS if name in said}


def _as_text(value: object) -> str:
    """What JSON says, as a cell would say it; a list or an object is no value of any column."""
    if value is None or isinstance(value, list | dict):
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _csv(file: TextIO) -> Iterator[Row]:
    rows, columns = _reader(file)
    while True:
        line = rows.line_num + 1
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error:
            yield Row(line, None)
            continue
        if any(cells):
            yield Row(line, _by_column(columns, cells))


def _by_column(columns: Sequence[str], cells: Sequence[str]) -> Mapping[str, str] | None:
    if len(cells) > len(columns) and any(cells[len(columns) :]):
        return None
    return {name: _as_meant(cell) for name, cell in zip(columns, cells, strict=False)}


def _as_meant(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from computing it."""
    is_kept_from = cell[:1] == _NOT_MEANT and cell[1:2] in _MEANT_FOR_SHEETS
    return cell[1:] if is_kept_from else cell


def _reader(file: TextIO) -> "tuple[Reader, list[str]]":
    """The rows behind the first line, and the columns that line names. Raises ``NotRows``."""
    csv.field_size_limit(LONGEST_LINE)
    head = file.readline(LONGEST_LINE)
    file.seek(0)
    separator = max(",;\t", key=head.count)
    rows = csv.reader(_without_nul(file), delimiter=separator)
    try:
        columns = [name.strip().lower() for name in next(rows, [])]
    except csv.Error:
        columns = []
    if not set(columns) & set(COLUMNS) or len(columns) > MOST_COLUMNS:
        raise NotRows(f"its first line names none of the columns {', '.join(COLUMNS)}")
    return rows, columns


def _without_nul(lines: Iterable[str]) -> Iterator[str]:
    return (line.replace("\0", "") for line in lines)
