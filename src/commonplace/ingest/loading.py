"""``load``: files of records into the catalogue, searchable when it returns.

    check every file → ledger → frames → workers → writer → (full: withdraw) → index

A file that holds no records stops the load before anything is changed. A killed load resumes at the
last committed batch; one that ended may be repeated at will.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings

from commonplace.catalogue.models import Load, LoadedFile
from commonplace.discovery.following import Index, index_for_load
from commonplace.ingest import ledger
from commonplace.ingest.counts import Counts
from commonplace.ingest.errors import NothingToLoad
from commonplace.ingest.pipeline import Mapper, Task, mapper, without_collecting, workers_for
from commonplace.ingest.withdrawing import withdraw_unseen
from commonplace.ingest.writing import Writer, forget_quarantined
from commonplace.records.readers import Frame, NotRecords, open_records

STANDARD_INPUT = "-"
_SECONDS_A_DAY = 86_400

Progress = Callable[[str, int], None]


@dataclass(frozen=True, slots=True)
class LoadOptions:
    """What may be said beside the files. ``workers``: ``None`` decides by size."""

    source: str = "library"
    is_full: bool = False
    accept_shrink: bool = False
    workers: int | None = None


@dataclass(slots=True)
class LoadReport:
    """What a load did: counts as ``commands.md`` names them, and how long it took."""

    counts: Counts = field(default_factory=Counts)
    seconds: float = 0.0

    def as_json(self) -> dict[str, object]:
        """The report as the last line of ``load --json``."""
        rate = self.counts.read / self.seconds if self.seconds else 0.0
        timing = {"seconds": round(self.seconds, 3), "records_per_second": round(rate, 1)}
        return self.counts.as_json() | timing


def load(files: Sequence[str], options: LoadOptions, progress: Progress) -> LoadReport:
    """Load these files (``-`` is standard input); ``progress`` hears of each batch.

    Raises ``IngestError`` with one clear sentence; nothing was changed then, or what was committed
    stands and the same command resumes.
    """
    began = time.monotonic()
    paths = _checked(files)
    report = LoadReport()
    with ledger.only_one_load(settings.HOME.path), without_collecting():
        begun, entries = ledger.begin(options.source, paths, is_full=options.is_full)
        with index_for_load() as index:
            _take_in(_Run(begun, options, index, progress), files, entries, report.counts)
            if options.is_full:
                report.counts.withdrawn = withdraw_unseen(
                    begun, accept_shrink=options.accept_shrink
                )
        forget_quarantined(begun)
        ledger.finish(begun, report.counts)
    report.seconds = time.monotonic() - began
    return report


@dataclass(frozen=True, slots=True)
class _Run:
    """One load under way."""

    load: Load
    options: LoadOptions
    index: Index
    progress: Progress


def _take_in(
    run: _Run, files: Sequence[str], entries: Sequence[LoadedFile], counts: Counts
) -> None:
    day = int(datetime.now(UTC).timestamp()) // _SECONDS_A_DAY
    writer = Writer(run.load, day=day, logs_changes=not run.index.is_new)
    workers = workers_for(
        _size_of([Path(f) for f in files if f != STANDARD_INPUT]), run.options.workers
    )
    by_name = iter(entries)
    with mapper(Task(run.options.source, day), workers) as mapping:
        for name in files:
            entry = None if name == STANDARD_INPUT else next(by_name)
            writer.begin_file()
            counts.add(_take_in_file(run, name, entry, (writer, mapping)))
    if run.options.is_full and not counts.read:
        raise NothingToLoad("A full load without a single record would empty the catalogue.")


def _take_in_file(
    run: _Run, name: str, entry: LoadedFile | None, hands: tuple[Writer, Mapper]
) -> Counts:
    writer, mapping = hands
    if entry is not None and entry.is_complete:
        return Counts.from_json(json.loads(entry.counts))
    counts = Counts.from_json(json.loads(entry.counts)) if entry else Counts()
    for batch in mapping.map(_frames(name, entry)):
        run.index.add(row.prepared for row in writer.write(batch, entry, counts))
        run.progress(name, counts.read)
    if entry is not None:
        ledger.complete(entry)
    return counts


def _frames(name: str, entry: LoadedFile | None) -> Iterator[Frame]:
    if entry is None:
        yield from open_records(sys.stdin.buffer)
        return
    with open_records(Path(name), start=entry.offset, position=entry.position + 1) as records:
        yield from records


def _checked(files: Sequence[str]) -> list[Path]:
    """The files to load, each seen to hold records. Standard input is looked at as it is read."""
    paths = [Path(name) for name in files if name != STANDARD_INPUT]
    for path in paths:
        try:
            with open_records(path) as records:
                next(iter(records), None)
        except NotRecords as error:
            raise NothingToLoad(f"{path.name}: {error} Nothing was changed.") from error
        except OSError as error:
            raise NothingToLoad(f"{path}: {error.strerror}. Nothing was changed.") from error
    return paths


def _size_of(paths: Sequence[Path]) -> int:
    return sum(path.stat().st_size for path in paths)
