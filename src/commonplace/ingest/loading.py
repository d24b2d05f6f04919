"""``load``: files of records into the catalogue, searchable when it returns.

    check every file → ledger → frames → workers → writer → (full: withdraw) → mend → index → golden

A file that holds no records stops the load before anything is changed. A killed load resumes at the
last committed batch; one that ended may be repeated at will.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError

from commonplace.catalogue.golden.models import Cause
from commonplace.catalogue.models import Load, LoadedFile
from commonplace.catalogue.stores import waiting_long
from commonplace.discovery.following import Index, index_for_load
from commonplace.discovery.golden.running import run_after
from commonplace.discovery.golden.telling import Ran
from commonplace.discovery.indexes import IndexIsBeingWritten
from commonplace.ingest import ledger
from commonplace.ingest.counts import Counts
from commonplace.ingest.errors import NothingToLoad, StoreFailed, WorkerEnded
from commonplace.ingest.mending import mend_waiting
from commonplace.ingest.pipeline import (
    Mapper,
    Task,
    in_commits,
    mapper,
    without_collecting,
    workers_for,
)
from commonplace.ingest.preparing import refuse_outdated_rows
from commonplace.ingest.rows import SetAside
from commonplace.ingest.withdrawing import withdraw_unseen
from commonplace.ingest.writing import Writer, forget_quarantined
from commonplace.records.readers import Frame, NotRecords, open_records
from commonplace.search.engines.errors import EngineError

STANDARD_INPUT = "-"
LOCK_PATIENCE = 0.5
"""Seconds a load waits for the lock: a colleague who corrects a title has it for an instant."""
WRITING_PATIENCE = 600
"""Seconds a load waits for who else writes: settling every work of a large library takes a while.
"""
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
    """What a load did: counts as ``commands.md`` names them, and how long it took.

    ``cut_short`` names files that may not have been read to their end; a full load that has one
    withdraws nothing. ``golden`` says what the load moved of the golden queries.
    """

    counts: Counts = field(default_factory=Counts)
    seconds: float = 0.0
    cut_short: list[str] = field(default_factory=list)
    golden: Ran = field(default_factory=Ran)

    def as_json(self) -> dict[str, object]:
        """The report as the last line of ``load --json``."""
        rate = self.counts.read / self.seconds if self.seconds else 0.0
        timing = {"seconds": round(self.seconds, 3), "records_per_second": round(rate, 1)}
        return self.counts.as_json() | timing | {"golden": self.golden.as_json()}


def load(files: Sequence[str], options: LoadOptions, progress: Progress) -> LoadReport:
    """Load these files (``-`` is standard input); ``progress`` hears of each batch.

    Raises ``IngestError`` with one clear sentence; nothing was changed then, or what was committed
    stands and the same command resumes.
    """
    try:
        report = _load(list(dict.fromkeys(files)), options, progress)
    except BrokenProcessPool as error:
        raise WorkerEnded from error
    except (DatabaseError, OSError, EngineError, IndexIsBeingWritten) as error:
        raise StoreFailed(str(error)) from error
    report.golden = run_after(Cause.LOAD)
    return report


def _load(files: Sequence[str], options: LoadOptions, progress: Progress) -> LoadReport:
    began = time.monotonic()
    refuse_outdated_rows()
    paths = _checked(files)
    report = LoadReport()
    with (
        ledger.only_one_load(settings.HOME.path, patience=LOCK_PATIENCE),
        waiting_long(WRITING_PATIENCE),
        without_collecting(),
    ):
        begun, entries = ledger.begin(options.source, paths, is_full=options.is_full)
        with index_for_load() as index:
            run = _Run(begun, options, index, progress)
            _take_in(run, files, entries, report)
            if options.is_full:
                _withdraw(run, report)
            mend_waiting()
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
    run: _Run, files: Sequence[str], entries: Sequence[LoadedFile], report: LoadReport
) -> None:
    day = int(datetime.now(UTC).timestamp()) // _SECONDS_A_DAY
    writer = Writer(run.load, day=day, logs_changes=not run.index.is_new)
    size = _size_of([Path(name) for name in files if name != STANDARD_INPUT])
    by_name = iter(entries)
    with mapper(Task(run.options.source, day), workers_for(size, run.options.workers)) as mapping:
        for name in files:
            entry = None if name == STANDARD_INPUT else next(by_name)
            writer.begin_file()
            counts, is_whole = _take_in_file(run, name, entry, (writer, mapping))
            report.counts.add(counts)
            if not is_whole:
                report.cut_short.append(name)


def _take_in_file(
    run: _Run, name: str, entry: LoadedFile | None, hands: tuple[Writer, Mapper]
) -> tuple[Counts, bool]:
    """What the file counted, and whether it was surely read to its end.

    A file whose last record cannot be read may have been cut off there.
    """
    writer, mapping = hands
    counts = Counts.from_json(json.loads(entry.counts)) if entry else Counts()
    if entry is not None and entry.is_complete:
        return counts, True
    is_whole = entry is not None and entry.ends_well
    for batch in in_commits(mapping.map(_frames(name, entry))):
        written = writer.write(batch, entry, counts)
        run.index.add(row.prepared for row in written)
        run.progress(name, counts.read)
        is_whole = not isinstance(batch.rows[-1], SetAside)
    if entry is not None and is_whole:
        ledger.complete(entry)
    return counts, is_whole


def _withdraw(run: _Run, report: LoadReport) -> None:
    if not report.counts.read:
        raise NothingToLoad("A full load without a single record would empty the catalogue.")
    if not report.cut_short:
        accept = run.options.accept_shrink
        report.counts.withdrawn = withdraw_unseen(run.load, accept_shrink=accept)


def _frames(name: str, entry: LoadedFile | None) -> Iterator[Frame]:
    if entry is None:
        yield from _standard_input()
        return
    with open_records(Path(name), start=entry.offset, position=entry.position + 1) as records:
        yield from records


def _standard_input() -> Iterator[Frame]:
    if sys.stdin is None or sys.stdin.closed:
        raise NothingToLoad("Standard input is closed. Nothing was changed.")
    try:
        yield from open_records(sys.stdin.buffer)
    except NotRecords as error:
        raise NothingToLoad(f"standard input: {error} Nothing was changed.") from error


def _checked(files: Sequence[str]) -> list[Path]:
    """The files to load, each seen to hold records. Standard input is looked at as it is read."""
    paths = [Path(name) for name in files if name != STANDARD_INPUT]
    for path in paths:
        if path.exists() and not path.is_file():
            raise NothingToLoad(f"{path} is not a file; to load what a pipe gives, write -.")
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
