"""The one writer of a load: rows of mapped records into the three stores, batch by batch.

Order within a batch: precious (ids given out), derived (what pages read), records (the source
record, the change log, the ledger's offset). Whatever is cut off before the last is done again on
resuming, and doing it again changes nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from django.db import transaction

from commonplace.bibliography import identity, number_of
from commonplace.browse.storing import forget_places, put_headings, put_places
from commonplace.catalogue import storing
from commonplace.catalogue.corrections.in_force import InForce
from commonplace.catalogue.models import Load, LoadedFile, QuarantinedRecord
from commonplace.catalogue.stores import DERIVED, PRECIOUS, RECORDS, Row, Table, as_stored
from commonplace.holdings.storing import forget_holdings, put_holdings
from commonplace.ingest.correcting import with_ours
from commonplace.ingest.counts import Counts
from commonplace.ingest.ledger import Progress, committed
from commonplace.ingest.pipeline import Batch
from commonplace.ingest.rows import Deleted, OtherKind, Rows, SetAside, TitleRows

QUARANTINE = Table(
    RECORDS,
    "catalogue_quarantinedrecord",
    (
        "record_id", "source", "file", "position", "offset", "content", "problems", "load_id",
        "set_aside",
    ),
    same=("record_id",),
)  # fmt: skip
SEEN = Table(RECORDS, "catalogue_seentitle", ("load_id", "title_id"), same=("load_id", "title_id"))


@dataclass(slots=True)
class Sorted:
    """One batch, sorted by what is to be done. Of a title, the last record counts."""

    titles: dict[str, TitleRows] = field(default_factory=dict)
    unchanged: set[str] = field(default_factory=set)
    deleted: set[str] = field(default_factory=set)
    others: list[OtherKind] = field(default_factory=list)
    set_aside: list[SetAside] = field(default_factory=list)


class Writer:
    """Writes one load of one source.

    ``logs_changes`` is false only where the index is built from this very load and needs no log.
    """

    def __init__(self, load: Load, *, day: int, logs_changes: bool = True) -> None:
        self.load = load
        self.logs_changes = logs_changes
        self.now = datetime.now(UTC)
        self.day = day
        self._headings: set[str] = set()
        self._standing: dict[str, str] = {}
        self._in_force = InForce()
        others = Load.objects.filter(finished=None).exclude(pk=load.pk)
        self._known = storing.known_whole if others.exists() else storing.known

    def begin_file(self) -> None:
        """From here on, a repeated control number is one of a new file."""
        self._standing.clear()

    def write(self, batch: Batch, entry: LoadedFile | None, counts: Counts) -> list[TitleRows]:
        """Write a batch and return the titles that are new or changed.

        ``counts`` grows by it; ``entry`` is the file's ledger entry (standard input has none).
        """
        known = self._known([row.title_id for row in batch.rows if isinstance(row, TitleRows)])
        batch_sorted = self._sort(batch.rows, known, counts)
        self._put_ours(batch_sorted.titles)
        written = [row for row in batch_sorted.titles.values() if not row.is_suppressed]
        hidden = {row.title_id for row in batch_sorted.titles.values() if row.is_suppressed}
        gone = batch_sorted.deleted | hidden
        self._write_precious(written)
        self._write_derived(written, gone)
        with transaction.atomic(RECORDS):
            self._write_records(batch_sorted, entry)
            if entry is not None:
                committed(entry, _progress(batch), counts)
        return written

    def _sort(
        self, rows: Iterable[Rows], known: dict[str, storing.Known], counts: Counts
    ) -> Sorted:
        result = Sorted()
        for row in rows:
            counts.problems.update(row.codes)
            match row:
                case TitleRows():
                    self._sort_title(row, known.get(row.title_id), result, counts)
                case Deleted():
                    self._count(row.title_id, "deleted", counts)
                    result.titles.pop(row.title_id, None)
                    result.deleted.add(row.title_id)
                case OtherKind():
                    counts.kinds["other_kind"] += 1
                    result.others.append(row)
                case SetAside():
                    counts.kinds["quarantined"] += 1
                    result.set_aside.append(row)
        return result

    def _sort_title(
        self, row: TitleRows, before: storing.Known | None, result: Sorted, counts: Counts
    ) -> None:
        title_id = row.title_id
        is_same = before is not None and before.fingerprint == row.fingerprint
        is_shown = before is not None and not before.is_withdrawn
        if is_same and is_shown and title_id not in result.deleted:
            result.titles.pop(title_id, None)
            result.unchanged.add(title_id)
            self._count(title_id, "unchanged", counts)
            return
        result.deleted.discard(title_id)
        result.titles[title_id] = row
        self._count(title_id, "loaded", counts)

    def _put_ours(self, titles: dict[str, TitleRows]) -> None:
        """The library's corrections over the few titles that have any."""
        ours = self._in_force.now()
        for title_id in ours.keys() & titles.keys():
            titles[title_id] = with_ours(titles[title_id], self.load.source, self.day, ours)

    def _count(self, title_id: str, kind: str, counts: Counts) -> None:
        before = self._standing.get(title_id)
        if before is not None:
            counts.kinds[before] -= 1
            counts.kinds["superseded"] += 1
        counts.kinds[kind] += 1
        self._standing[title_id] = kind

    def _write_precious(self, written: Sequence[TitleRows]) -> None:
        with transaction.atomic(PRECIOUS):
            storing.issue([issued(row, self.load.source) for row in written], at=self.now)

    def _write_derived(self, written: Sequence[TitleRows], gone: set[str]) -> None:
        with transaction.atomic(DERIVED):
            storing.hold_works()
            standing = storing.shown([*(row.title_id for row in written), *gone])
            forget_holdings(standing)
            forget_places(standing)
            storing.remove_titles(gone & standing)
            storing.forget_evidence(standing - gone, evidence_rows(written))
            put_derived(written, self.load.source, day=self.day, version=self.load.pk)
            self._put_headings(written)

    def _put_headings(self, written: Sequence[TitleRows]) -> None:
        new = {row[0]: row for title in written for row in title.headings}
        fresh = [row for heading_id, row in new.items() if heading_id not in self._headings]
        self._headings.update(row[0] for row in fresh)
        put_headings(fresh)

    def _write_records(self, batch: Sorted, entry: LoadedFile | None) -> None:
        when = as_stored(RECORDS, self.now)
        source, load_id = self.load.source, self.load.pk
        storing.SOURCE_RECORDS.put(
            [
                (
                    row.title_id, source, row.control_number, row.serialization, row.content,
                    row.fingerprint, row.problems, when, when, load_id, False,
                )
                for row in batch.titles.values()
            ]
        )  # fmt: skip
        changed = batch.titles.values()
        storing.log_changes([r.title_id for r in changed if self.logs_changes or r.is_suppressed])
        if batch.deleted:
            storing.mark_withdrawn(batch.deleted)
        storing.AUTHORITY_RECORDS.put(
            [
                (r.record_id, r.kind, source, r.control_number, r.serialization, r.content, load_id)
                for r in batch.others
            ]
        )
        name = entry.name if entry else "standard input"
        QUARANTINE.put([(*_aside(row, source, name), load_id, when) for row in batch.set_aside])
        if self.load.is_full:
            SEEN.put_new([(load_id, each) for each in (*batch.titles, *batch.unchanged)])


def _progress(batch: Batch) -> Progress:
    last = batch.frames[-1]
    ends_well = not isinstance(batch.rows[-1], SetAside)
    return Progress(last.end, last.position, ends_well)


def issued(row: TitleRows, source: str) -> storing.Issued:
    """What is remembered of this title for ever."""
    return storing.Issued(row.title_id, source, row.control_number, row.key_id)


def put_derived(written: Sequence[TitleRows], source: str, *, day: int, version: int) -> None:
    """Write what pages read of these titles; their old holdings and places are gone already."""
    put_titles(written, source, day=day, version=version)
    put_holdings(
        [item for row in written for item in row.items],
        [statement for row in written for statement in row.statements],
    )
    put_places([place for row in written for place in row.places])


def put_titles(written: Sequence[TitleRows], source: str, *, day: int, version: int) -> None:
    """Write what pages read of these titles but for their copies and places.

    A title goes to the work its key is in; whether it joins others is settled afterwards. Its
    version is another when the library's corrections are.
    """
    works = storing.works_of_keys({row.key_id for row in written})
    storing.put_titles(
        [
            (
                r.title_id, works.get(r.key_id, r.key_id), r.key_id, r.control_number, source,
                r.description, day, storing.version_of(version, r.revision), r.title_key,
                r.author_key,
            )
            for r in written
        ],
        [(r.key_id, r.work_key, r.key_id) for r in written],
        evidence_rows(written),
    )  # fmt: skip


def evidence_rows(written: Sequence[TitleRows]) -> Sequence[Row]:
    """What these titles say of works, in the order of the table's index."""
    return sorted(
        (value, number_of(row.title_id), row.evidence[0][0], kind)
        for row in written
        for value, kind in row.evidence
    )


def _aside(row: SetAside, source: str, file: str) -> Row:
    record_id = identity("quarantine", source, file, str(row.offset), row.fingerprint)
    return (
        record_id, source, file, row.position, row.offset, row.content, row.problems,
    )  # fmt: skip


def forget_quarantined(load: Load) -> None:
    """Drop what earlier loads of these files, from this source, set aside and this one did not."""
    names = load.loadedfile_set.filter(is_complete=True).values_list("name", flat=True)
    before = QuarantinedRecord.objects.filter(source=load.source, file__in=list(names))
    before.exclude(load_id=load.pk).delete()
