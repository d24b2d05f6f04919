"""As many records as the profession's own tool counts, in every file of real records we have."""

import gzip
import io
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from commonplace.records.readers import Frame, NotRecords, Serialization, open_records, read_record
from tests.conftest import SHARED

FIRST_OF_BULK = 6_000_000
SKIPPED_FOLDERS = {"folio-inventory", "goodbooks", "vufind-ils-fixtures", "newcastle"}


def candidates() -> Iterator[Path]:
    """Files that may hold records; most of the folders left out here hold none."""
    for path in sorted((SHARED / "data").rglob("*")):
        if path.is_file() and path.relative_to(SHARED / "data").parts[0] not in SKIPPED_FOLDERS:
            yield path


def unpacked(path: Path) -> bytes:
    """What is in the file, as far as we look into it."""
    content = path.read_bytes()
    return gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content


def opened(path: Path) -> tuple[Serialization, list[Frame]] | None:
    """The frames of a file of records; nothing for any other file."""
    try:
        with open_records(path) as records:
            return records.serialization, list(records)
    except NotRecords:
        return None


def yaz_count(yaz_marcdump: str, content: bytes, folder: Path, *form: str) -> tuple[int, str]:
    """How many records yaz-marcdump finds, and what it printed."""
    path = folder / "records"
    path.write_bytes(content)
    printed = subprocess.run(
        [yaz_marcdump, *form, str(path)], capture_output=True, check=False
    ).stdout.decode("latin-1")
    return printed.count("\x1d") or printed.count("<!-- Record "), printed


def reads_to_the_end(printed: str, content: bytes) -> bool:
    """Whether the last record that yaz-marcdump reports is the last of the file."""
    last = re.findall(r"<!-- Record \d+ offset (\d+)", printed)[-1:]
    start = int(last[0]) if last else 0
    length = content[start : start + 5]
    return length.isdigit() and not content[start + int(length) :].strip(b"\r\n\0\x1a ")


def is_well_formed(content: bytes) -> bool:
    """Whether the whole file is one XML document, without which yaz-marcdump stops early."""
    try:
        etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return False
    return True


def agreement(path: Path, yaz_marcdump: str, folder: Path) -> str:
    """``equal``, ``different`` or why the two cannot be compared."""
    found = opened(path)
    if found is None:
        return "no records"
    serialization, frames = found
    content = unpacked(path)
    if serialization is Serialization.JSON:
        whole = json.loads(content, strict=False)
        return (
            "equal"
            if len(frames) == (len(whole) if isinstance(whole, list) else 1)
            else "different"
        )
    if serialization is Serialization.MARCXML:
        count, _ = yaz_count(yaz_marcdump, content, folder, "-i", "marcxml", "-o", "marc")
        is_readable = is_well_formed(content)
    else:
        count, printed = yaz_count(yaz_marcdump, content, folder, "-n", "-p")
        is_readable = reads_to_the_end(printed, content)
    if not is_readable:
        return "unreadable" if len(frames) >= count else "different"
    return "equal" if len(frames) == count else "different"


def test_every_file_has_as_many_records_as_yaz_counts(
    shared: Path, yaz_marcdump: str, tmp_path: Path
) -> None:
    results = {
        str(path.relative_to(shared)): agreement(path, yaz_marcdump, tmp_path)
        for path in candidates()
    }
    assert [name for name, result in results.items() if result == "different"] == []
    assert sum(result == "equal" for result in results.values()) > 60
    unreadable = [name for name, result in results.items() if result == "unreadable"]
    sys.stdout.write(f"yaz-marcdump does not read to the end: {unreadable}\n")
    assert len(unreadable) < 8


@pytest.mark.parametrize("name", ["gpo-full-99902", "gpo-brief-186917", "renewals-434531"])
def test_the_beginning_of_each_bulk_file_has_as_many_records_as_yaz_counts(
    name: str, shared: Path, yaz_marcdump: str, tmp_path: Path
) -> None:
    with gzip.open(shared / f"bench/{name}.mrc.gz") as packed:
        content = packed.read(FIRST_OF_BULK)
    content = content[: content.rindex(b"\x1d") + 1]
    frames = list(open_records(io.BytesIO(content)))
    assert len(frames) == yaz_count(yaz_marcdump, content, tmp_path, "-n", "-p")[0]
    assert all(read_record(each)[0] for each in frames[:2000])


def test_every_frame_of_every_file_is_read_or_says_why_not(shared: Path) -> None:
    assert shared.is_dir()
    silent = []
    for path in candidates():
        for frame in (opened(path) or (None, []))[1][:1500]:
            record, problems = read_record(frame)
            if record is None and not problems:
                silent.append((path, frame.position))
            if record is not None:
                for field in record.fields():
                    "".join(value for _, value in field.subfields).encode("utf-8")
    assert silent == []
