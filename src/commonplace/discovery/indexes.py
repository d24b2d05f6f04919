"""The search index in use, wherever it is kept, and who may write it.

Whoever holds ``index/lock`` writes. Where the stores are in PostgreSQL, several hosts may serve one
library, each with a home of its own: then a lock of the database is held too.
"""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from django.db import DatabaseError, connections

from commonplace.catalogue.stores import PRECIOUS, select
from commonplace.discovery.directories import Directories
from commonplace.discovery.places import (
    CLUSTER_ADDRESS,
    Cursor,
    Engine,
    Place,
    current,
    folder,
)
from commonplace.search.engines.contract import SearchEngine
from commonplace.search.engines.errors import EngineError, IndexUnusable

_WAIT = 0.05
_LOCK_NUMBER = 0x496E_6478


class IndexIsBeingWritten(Exception):
    """Another process has been writing the index for too long to wait."""

    def __init__(self) -> None:
        super().__init__("Another process is writing the search index. Try again when it is done.")


def place_in_use() -> Place:
    """Where the index in use is. A home that never had one goes to the cluster if there is one."""
    return place_of(engine_in_use())


def engine_in_use() -> Engine:
    """The engine that keeps the index in use."""
    name = current()
    if name == Engine.OPENSEARCH or (not name and os.environ.get(CLUSTER_ADDRESS, "").strip()):
        return Engine.OPENSEARCH
    return Engine.TANTIVY


def place_of(engine: Engine) -> Place:
    """Where this engine keeps an index of this library, in use or not."""
    if engine is Engine.TANTIVY:
        return _directories
    from commonplace.discovery.clusters import in_a_cluster  # noqa: PLC0415 -- loads a client

    return in_a_cluster()


_directories = Directories()


def serving_engine() -> SearchEngine | None:
    """The engine that answers searches now, at its newest commit; ``None`` when there is no index.

    Raises ``EngineError`` when the index is damaged, was written by another version, or is out of
    reach.
    """
    return place_in_use().engine()


def served_version() -> tuple[str, int]:
    """Which index is served, at which commit: changes whenever an answer may."""
    return place_in_use().version()


def note_failure() -> None:
    """The index failed while it answered; where that lasts, the follower builds another."""
    place_in_use().note_failure()


@contextmanager
def answering() -> Iterator[None]:
    """Turn whatever a damaged index does when it is read into ``IndexUnusable``.

    Opening looks at the edges of its files only; damage inside shows when a search meets it, as an
    error or as a panic of the engine's own, which is no ``Exception``.
    """
    try:
        yield
    except (ValueError, OSError) as error:
        raise IndexUnusable(folder() / current(), str(error)) from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise IndexUnusable(folder() / current(), "the engine gave up") from error
        raise


@contextmanager
def writing(*, patience: float = 60.0) -> Iterator[None]:
    """Hold the index lock. Raises ``IndexIsBeingWritten`` after ``patience`` seconds."""
    folder().mkdir(parents=True, exist_ok=True)
    until = time.monotonic() + patience
    with (folder() / "lock").open("a+b") as lock:
        while not _is_locked(lock.fileno()):
            _wait(until)
        with _database_lock(until):
            yield


def _is_locked(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _wait(until: float) -> None:
    if time.monotonic() >= until:
        raise IndexIsBeingWritten
    time.sleep(_WAIT)


@contextmanager
def _database_lock(until: float) -> Iterator[None]:
    """A lock that all hosts see. It goes with the connection, should this process end."""
    if connections[PRECIOUS].vendor != "postgresql":
        yield
        return
    while not select(PRECIOUS, "SELECT pg_try_advisory_lock(%s)", [_LOCK_NUMBER])[0][0]:
        _wait(until)
    try:
        yield
    finally:
        with suppress(DatabaseError):  # then the connection is gone, and the lock with it
            select(PRECIOUS, "SELECT pg_advisory_unlock(%s)", [_LOCK_NUMBER])


__all__ = [
    "Cursor",
    "EngineError",
    "IndexIsBeingWritten",
    "IndexUnusable",
    "answering",
    "engine_in_use",
    "folder",
    "note_failure",
    "place_in_use",
    "place_of",
    "served_version",
    "serving_engine",
    "writing",
]
