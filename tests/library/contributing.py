"""What tests of contributions share: titles loaded without an index, and people who write."""

from collections.abc import Iterable

from commonplace.bibliography import title_id_of
from commonplace.catalogue.models import Load
from commonplace.catalogue.stores import DERIVED, select
from commonplace.community.contributions.authors import Author
from commonplace.discovery.settling import settle_changes
from commonplace.ingest.counts import Counts
from commonplace.ingest.pipeline import Batch
from commonplace.ingest.rows import rows_of
from commonplace.ingest.writing import Writer
from commonplace.records.readers import Frame, Serialization
from tests.making import field, marc, record

SOURCE = "library"
ANN, BEN = Author("ann", "Ann"), Author("ben", "Ben")


def book(
    number: str, title: str, author: str, *isbns: str, fmt: str = "am", year: int = 2000
) -> bytes:
    """A book as a small library catalogues it."""
    return marc(
        record(
            number,
            title,
            field("100", f"a {author},", indicators="1 "),
            field("264", f"c {year}", indicators=" 1"),
            *(field("020", f"a {isbn}") for isbn in isbns),
            leader=f"00000c{fmt} a2200000 i 4500",
        )
    )


def take_in(records: Iterable[bytes], *, load: Load | None = None) -> Load:
    """Write these records as a load does, and settle their works as the follower does."""
    load = load or Load.objects.create(source=SOURCE, started="2026-01-01T00:00:00Z")
    frames = [Frame(n, 0, each, Serialization.MARC21) for n, each in enumerate(records, start=1)]
    rows = [rows_of(frame, source=SOURCE, added=0) for frame in frames]
    Writer(load, day=0).write(Batch(frames, rows), None, Counts())
    settle_changes()
    return load


def title_of(number: str) -> str:
    """The title's id."""
    return title_id_of(SOURCE, number)


def work_of(number: str) -> str:
    """The work this record's title is in."""
    sql = "SELECT work_id FROM rows_title WHERE title_id = %s"
    return str(select(DERIVED, sql, [title_of(number)])[0][0])
