"""The demonstration library as it stands in demo/: sound records, the breadth it promises."""

import gzip
import subprocess
import unicodedata
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from shutil import which

import pytest
from pymarc import MARCReader, Record

from commonplace.bibliography import FORMATS
from commonplace.ingest.demonstration import Entry, build, read_table, where
from commonplace.ingest.demonstration.copies import BRANCH_NAMES
from commonplace.ingest.demonstration.draft import is_latin, script_code
from commonplace.ingest.demonstration.table import several
from commonplace.policy import Library, read_library

TODAY = date(2026, 11, 22)
SHARED = Path(__file__).parents[4] / "shared"


@cache
def entries() -> tuple[Entry, ...]:
    return tuple(read_table(where() / "titles"))


@cache
def content() -> bytes:
    return b"".join(build(where() / "titles", TODAY))


@cache
def records() -> tuple[Record, ...]:
    read = tuple(MARCReader(content(), to_unicode=True, permissive=False))
    return tuple(record for record in read if record is not None)


@cache
def library() -> Library:
    return read_library(where() / "library.toml")


def test_every_row_of_the_table_becomes_a_record() -> None:
    assert len(records()) == len(entries())


def test_at_least_six_hundred_titles_in_ten_formats() -> None:
    assert len(entries()) >= 600
    formats = {entry.format for entry in entries()}
    assert len(formats) >= 10
    assert formats <= FORMATS.keys()
    assert formats >= {
        "book", "large_print", "graphic_novel", "board_book", "dvd", "bluray", "audiobook_cd",
        "eaudiobook", "ebook", "music_cd", "video_game", "magazine",
    }  # fmt: skip


def test_at_least_twelve_languages_in_six_scripts() -> None:
    assert len({entry.main_language for entry in entries()} - {"zxx", "mul", "und"}) >= 12
    assert len({_script(entry.vernacular.title) for entry in entries()} - {""}) >= 6


def _script(text: str) -> str:
    if is_latin(text):
        return ""
    letter = next(each for each in text if each.isalpha() and not is_latin(each))
    return script_code(text) or unicodedata.name(letter).split()[0]


def test_at_least_sixty_works_in_several_formats_or_languages() -> None:
    editions = Counter((entry.uniform or entry.title, entry.creator) for entry in entries())
    assert sum(1 for count in editions.values() if count > 1) >= 60


def test_at_least_thirty_series() -> None:
    series = {line.partition(" ; ")[0] for entry in entries() for line in entry.series}
    assert len(series) >= 30


def test_every_audience_is_served_and_fiction_and_fact() -> None:
    assert {entry.audience for entry in entries()} >= {"children", "teens", "adults", "general"}
    assert {entry.fiction for entry in entries()} >= {True, False}


def test_the_first_title_is_last_train_home() -> None:
    first = next(entry for entry in entries() if entry.file == "films.toml")
    assert (first.title, first.format, first.year) == ("Last train home", "dvd", 2011)
    assert first.vernacular.title == "归途列车"
    assert first.shelf == "DVD 305.5 LAS"


def test_control_numbers_and_barcodes_are_each_given_once() -> None:
    numbers = [record["001"].data for record in records()]
    barcodes = [field["p"] for record in records() for field in record.get_fields("952")]
    assert len(numbers) == len(set(numbers))
    assert len(barcodes) == len(set(barcodes))


def test_of_a_hundred_copies_about_sixty_two_are_in_and_a_quarter_out() -> None:
    copies = [field for record in records() for field in record.get_fields("952")]
    out = sum(1 for field in copies if field.get("q"))
    apart = sum(1 for field in copies if field.get("z") or field["7"] != "0")
    assert 0.20 < out / len(copies) < 0.30
    assert 0.08 < apart / len(copies) < 0.18


def test_every_branch_and_location_of_a_copy_is_in_library_toml() -> None:
    copies = [field for record in records() for field in record.get_fields("952")]
    assert {field["a"] for field in copies} == {each.code for each in library().branches}
    assert {field["c"] for field in copies} <= library().locations.keys()


def test_the_branches_are_called_as_in_library_toml() -> None:
    assert {each.code: each.name for each in library().branches} == BRANCH_NAMES


def test_fixed_fields_have_their_length_and_links_their_twin() -> None:
    for record in records():
        assert len(record["008"].data or "") == 40, record.title
        links = Counter(
            field["6"].split("-")[1][:2] for field in record.get_fields() if "6" in field
        )
        assert all(count == 2 for number, count in links.items() if number != "00"), record.title


def test_yaz_reads_the_library_to_the_end(tmp_path: Path) -> None:
    yaz = which("yaz-marcdump")
    if yaz is None:
        pytest.skip("yaz-marcdump is not installed (apt install yaz)")
    file = tmp_path / "demonstration.mrc"
    file.write_bytes(content())
    told = subprocess.run([yaz, file], capture_output=True, text=True, check=True)
    assert told.stdout.count("\n001 ") == len(entries())
    assert "<!--" not in told.stdout, "yaz remarks on a record in a comment"
    assert told.stderr == ""


def test_what_is_said_to_be_found_in_a_record_stands_there() -> None:
    if not SHARED.is_dir():
        pytest.skip(f"no shared data at {SHARED}: numbers could not be looked up")
    for entry in entries():
        numbers = [*several(entry.isbn), *several(entry.issn)]
        numbers += [*several(entry.lccn), *several(entry.oclc)]
        if numbers:
            found = b"".join(_bytes_of(name) for name in several(entry.found_in))
            for number in numbers:
                assert _core(number) in found, f"{entry.where}: {number}"


def _core(number: str) -> bytes:
    """What both lengths of an ISBN share; leading noughts are lost in tables of figures."""
    isbn13 = number[3:-1] if len(number) == 13 else number[:-1]
    return (isbn13 if len(number) in (10, 13) else number).lstrip("0").encode()


@cache
def _bytes_of(name: str) -> bytes:
    name = name.partition("#")[0]
    file = next(each for each in (SHARED / "data" / name, SHARED / name) if each.is_file())
    content = file.read_bytes()
    return gzip.decompress(content) if file.suffix == ".gz" else content
