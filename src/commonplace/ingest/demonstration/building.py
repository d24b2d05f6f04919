"""The table made into a file of MARC 21 records, as the made-up library's system exports it."""

import hashlib
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path

from pymarc import Record

from commonplace.bibliography import identity
from commonplace.ingest.demonstration.carriers import CARRIERS
from commonplace.ingest.demonstration.copies import Barcodes, add_copies
from commonplace.ingest.demonstration.describing import (
    add_link,
    add_notes,
    add_numbers,
    add_physical,
    add_series,
    add_subjects,
)
from commonplace.ingest.demonstration.draft import Draft
from commonplace.ingest.demonstration.fixed_fields import add_fixed_fields, leader_of
from commonplace.ingest.demonstration.reading import TableFault, read_table
from commonplace.ingest.demonstration.shelving import call_number_of
from commonplace.ingest.demonstration.table import Entry
from commonplace.ingest.demonstration.titles import add_contributors, add_titles

SOURCE = "Wrenfield"
#: The day the made-up library began with its present system.
FIRST_CATALOGUED = date(2012, 1, 9)


def where() -> Path:
    """The folder with ``library.toml`` and ``titles``: in the package, else in a working tree."""
    packed = Path(str(files("commonplace"))) / "demonstration_data"
    return packed if packed.is_dir() else Path(__file__).parents[4] / "demo"


def build(titles: Path, today: date) -> Iterator[bytes]:
    """Each title as an ISO 2709 record. Raises ``TableFault`` at the first mistake in the table."""
    barcodes = Barcodes()
    seen: dict[str, Entry] = {}
    for entry in read_table(titles):
        control_number = control_number_of(entry)
        if control_number in seen:
            raise TableFault(
                f"{entry.where}: stands in the table twice (also in {seen[control_number].where})."
            )
        seen[control_number] = entry
        yield _record(entry, control_number, today, barcodes).as_marc()


def everything(today: date) -> bytes:
    """The whole demonstration library as one file."""
    return b"".join(build(where() / "titles", today))


def control_number_of(entry: Entry) -> str:
    """A number that stays the same when other titles come and go."""
    told = (
        entry.title, entry.part_number, entry.part_name, entry.creator, entry.format,
        entry.main_language, entry.publisher, str(entry.year or ""), entry.platform, entry.edition,
    )  # fmt: skip
    hashed = hashlib.sha256(identity(*told).encode()).digest()
    return f"wl{int.from_bytes(hashed[:8], 'big') % 1_000_000_000:09}"


def _record(entry: Entry, control_number: str, today: date, barcodes: Barcodes) -> Record:
    draft = Draft()
    entered = min(max(date(entry.published or 1, 11, 5), FIRST_CATALOGUED), today)
    draft.control("001", control_number)
    draft.control("003", SOURCE)
    draft.control("005", f"{entered:%Y%m%d}090000.0")
    add_fixed_fields(draft, entry, f"{entered:%y%m%d}")
    add_numbers(draft, entry)
    if not CARRIERS[entry.format].is_online:
        draft.add("092", "  ", ("a", call_number_of(entry)))
    add_titles(draft, entry)
    add_physical(draft, entry)
    add_series(draft, entry)
    add_notes(draft, entry)
    add_subjects(draft, entry)
    add_contributors(draft, entry)
    add_link(draft, entry, control_number)
    add_copies(draft, entry, control_number, today, barcodes)
    record = Record(force_utf8=True, leader=leader_of(entry))
    record.fields = draft.all_fields()
    return record
