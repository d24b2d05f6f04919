"""A home with everything: the demonstration library and every MARC file beside the project.

Records of many files share control numbers, so each gets one of its own, and all go into one file
that is loaded as a librarian would load it.
"""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from django.db import connections

from commonplace.config.home import Home
from commonplace.ingest.demonstration import build, where
from commonplace.ingest.loading import LoadOptions, LoadReport, load
from commonplace.ingest.preparing import prepare_stores
from commonplace.records.readers import NotRecords, open_records, read_record
from commonplace.records.record import Field, Record, WholeRecord
from commonplace.records.writers import as_iso2709
from commonplace.records.writers.iso2709 import RecordTooLong
from tests.conftest import point_at

TODAY = date(2026, 11, 23)
_MARC = ("mrc", "marc", "dat", "xml", "json", "mrk", "gz")


def home_with_everything(folder: Path, shared: Path) -> Iterator[LoadReport]:
    """Fill a home, let Django speak of it while it is used, and close its stores."""
    home = Home(folder / "home")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("COMMONPLACE_HOME", str(folder / "home"))
        home.prepare()
        home.library_toml.write_bytes((where() / "library.toml").read_bytes())
        point_at(home)
        prepare_stores()
        together = folder / "everything.mrc"
        with together.open("wb") as out:
            out.writelines(everything(shared))
        yield load([str(together)], LoadOptions(workers=0), lambda _name, _read: None)
        for connection in connections.all():
            connection.close()


def everything(shared: Path) -> Iterator[bytes]:
    """Every record there is, in MARC 21, under a number of its own."""
    yield from build(where() / "titles", TODAY)
    files = (path for path in sorted((shared / "data").rglob("*")) if path.is_file())
    for at, path in enumerate(file for file in files if file.name.endswith(_MARC)):
        for number, record in enumerate(_records(path)):
            with suppress(RecordTooLong):
                yield as_iso2709(_renumbered(record, f"{at}.{number}"))


def _records(path: Path) -> Iterator[Record]:
    try:
        with open_records(path) as frames:
            for frame in frames:
                record, _ = read_record(frame)
                if record is not None:
                    yield record
    except NotRecords:
        return


def _renumbered(record: Record, number: str) -> WholeRecord:
    fields = (field for field in record.fields() if field.tag not in {"001", "003"})
    return WholeRecord(record.leader, [Field("001", value=number), *fields])
