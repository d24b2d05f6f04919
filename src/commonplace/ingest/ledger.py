"""The ledger of loads: which files were taken in, and how far, so that a killed load resumes.

A file is known by the fingerprint of its bytes, so a changed file starts over and a renamed one
does not. Offsets count decompressed bytes. One load runs at a time; the lock names who holds it
and since when.
"""

import fcntl
import hashlib
import json
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from django.db import connections

from commonplace.catalogue.models import Load, LoadedFile
from commonplace.catalogue.stores import RECORDS, select
from commonplace.ingest.counts import Counts
from commonplace.ingest.errors import LoadIsRunning

_CHUNK = 1 << 20
_PAUSE = 0.05
_LOCK_NUMBER = 0x436F_6D6D


@contextmanager
def only_one_load(folder: Path, *, patience: float = 0.0) -> Iterator[None]:
    """Hold the library's load lock. Raises ``LoadIsRunning`` when another process has it, and goes
    on having it for so many seconds.
    """
    with (folder / "load.lock").open("a+", encoding="utf-8") as lock:
        until = time.monotonic() + patience
        while (holder := _holder(lock)) is not None:
            if time.monotonic() >= until:
                raise LoadIsRunning(holder)
            time.sleep(_PAUSE)
        lock.truncate(0)
        lock.write(f"process {os.getpid()} since {datetime.now(UTC):%Y-%m-%d %H:%M} UTC")
        lock.flush()
        try:
            yield
        finally:
            _unlock_the_records()


def _holder(lock: TextIO) -> str | None:
    """Who has the lock; ``None`` when it is ours from now on.

    On PostgreSQL, where several hosts share the records, there is a lock in these as well.
    """
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        lock.seek(0)
        return lock.read().strip()
    if connections[RECORDS].vendor != "postgresql":
        return None
    ((is_ours,),) = select(RECORDS, "SELECT pg_try_advisory_lock(%s)", [_LOCK_NUMBER])
    if is_ours:
        return None
    fcntl.flock(lock, fcntl.LOCK_UN)
    return "on another host"


def _unlock_the_records() -> None:
    if connections[RECORDS].vendor == "postgresql":
        select(RECORDS, "SELECT pg_advisory_unlock(%s)", [_LOCK_NUMBER])


def fingerprint_of_file(path: Path) -> str:
    """The SHA-256 of the file's bytes as they lie on disk."""
    hashed = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            hashed.update(chunk)
    return hashed.hexdigest()


def begin(source: str, files: Sequence[Path], *, is_full: bool) -> tuple[Load, list[LoadedFile]]:
    """The load to go on with: an unfinished one of the same files, else a new one.

    Standard input has no file to fingerprint; it is passed as no path at all and always starts
    over.
    """
    prints = [fingerprint_of_file(path) for path in files]
    load = _unfinished(source, prints, is_full=is_full) if prints else None
    if load is None:
        load = Load.objects.create(source=source, is_full=is_full, started=datetime.now(UTC))
    entries = [
        LoadedFile.objects.get_or_create(load=load, fingerprint=each, defaults={"name": path.name})[
            0
        ]
        for each, path in zip(prints, files, strict=True)
    ]
    return load, entries


def finish(load: Load, counts: Counts) -> None:
    """Write down that the load came to its end, and what it counted."""
    load.finished = datetime.now(UTC)
    load.counts = json.dumps(counts.as_json())
    load.save(update_fields=["finished", "counts"])


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a file is taken in: where the last record ends, its number, if it was readable."""

    offset: int
    position: int
    ends_well: bool


def committed(entry: LoadedFile, progress: Progress, counts: Counts) -> None:
    """Write down how far this file is taken in; call it in the transaction that took it in."""
    entry.offset, entry.position = progress.offset, progress.position
    entry.ends_well = progress.ends_well
    entry.counts = json.dumps(counts.as_json())
    entry.save(update_fields=["offset", "position", "ends_well", "counts"])


def complete(entry: LoadedFile) -> None:
    """Write down that this file was read to its end."""
    entry.is_complete = True
    entry.save(update_fields=["is_complete"])


def _unfinished(source: str, prints: Sequence[str], *, is_full: bool) -> Load | None:
    """The source's newest load, if it was cut off and read no other files than these."""
    load = Load.objects.filter(source=source).order_by("-pk").first()
    if load is None or load.finished is not None or load.is_full != is_full:
        return None
    begun = set(load.loadedfile_set.values_list("fingerprint", flat=True))
    return load if begun and begun <= set(prints) else None
