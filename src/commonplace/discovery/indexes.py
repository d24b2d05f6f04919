"""Where the search index lives, who may write it, and how one is swapped for another.

``index/CURRENT`` names in one line the directory that is served. A new index is built beside it
and takes its place when that line is replaced, in one step; an old directory goes once it is no
longer named. Whoever holds ``index/lock`` writes. Beside each index, ``cursor`` says up to where
the change logs are in it; it is written after the index, so that what was cut off is only done
again.
"""

import fcntl
import json
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from django.conf import settings

from commonplace.search.engines.errors import IndexUnusable
from commonplace.search.engines.layout import VERSION as LAYOUT
from commonplace.search.engines.tantivy import TantivyEngine

CURRENT, CURSOR, BROKEN = "CURRENT", "cursor", "broken"
_WAIT = 0.05


class IndexIsBeingWritten(Exception):
    """Another process has been writing the index for too long to wait."""


class Cursor(NamedTuple):
    """Up to which entry each store's change log is in the index."""

    records: int = 0
    precious: int = 0
    derived: int = 0


def folder() -> Path:
    """The folder of this library's indexes."""
    path: Path = settings.HOME.index
    return path


def current_directory() -> Path | None:
    """The directory of the index in use; ``None`` when there is none yet."""
    try:
        name = (folder() / CURRENT).read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return None
    path = folder() / name
    return path if name and path.parent == folder() and path.is_dir() else None


def retire_current() -> None:
    """Serve no index from now on; the follower builds one if nobody else does."""
    (folder() / CURRENT).unlink(missing_ok=True)


def mark_broken(directory: Path) -> None:
    """Note that this index failed while it answered, so that the follower builds another."""
    with suppress(OSError):
        (directory / BROKEN).touch()


class _Served:
    """The engine this process answers searches with; opened again when ``CURRENT`` moves."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._directory: Path | None = None
        self._engine: TantivyEngine | None = None

    def engine(self) -> TantivyEngine | None:
        directory = current_directory()
        with self._lock:
            if directory is None:
                self._engine = None
            elif directory != self._directory or self._engine is None:
                _refuse_unusable(directory)
                self._engine = TantivyEngine(directory)
            elif (directory / BROKEN).exists():
                _refuse_unusable(directory)
            else:
                self._engine.reload()
            self._directory = directory
            return self._engine


@contextmanager
def answering() -> Iterator[None]:
    """Turn whatever a damaged index does when it is read into ``IndexUnusable``.

    Opening looks at the edges of its files only; damage inside shows when a search meets it, as an
    error or as a panic of the engine's own, which is no ``Exception``.
    """
    directory = current_directory() or folder()
    try:
        yield
    except (ValueError, OSError) as error:
        raise IndexUnusable(directory, str(error)) from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise IndexUnusable(directory, "the engine gave up") from error
        raise


def _refuse_unusable(directory: Path) -> None:
    if (directory / BROKEN).exists():
        raise IndexUnusable(directory, "it failed while it answered")
    if _kept(directory).get("layout") != LAYOUT:
        raise IndexUnusable(directory, "it was written by another version")


_served = _Served()


def served_version() -> tuple[str, int]:
    """Which index is served, at which commit: changes whenever an answer may."""
    directory = current_directory()
    if directory is None:
        return "", 0
    return directory.name, (directory / "meta.json").stat().st_mtime_ns


def serving_engine() -> TantivyEngine | None:
    """The engine that answers searches now, at its newest commit; ``None`` when there is no index.

    Raises ``IndexUnusable`` when the directory is damaged or was written by another version.
    """
    return _served.engine()


@contextmanager
def writing(*, patience: float = 60.0) -> Iterator[None]:
    """Hold the index lock. Raises ``IndexIsBeingWritten`` after ``patience`` seconds."""
    folder().mkdir(parents=True, exist_ok=True)
    until = time.monotonic() + patience
    with (folder() / "lock").open("a+b") as lock:
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() >= until:
                    raise IndexIsBeingWritten(
                        "Another process is writing the search index. Try again when it is done."
                    ) from None
                time.sleep(_WAIT)
        yield


def new_directory() -> Path:
    """An empty directory for an index to be built in, beside the one in use."""
    path = folder() / f"{time.time_ns():x}"
    path.mkdir(parents=True)
    return path


def take_over(directory: Path) -> None:
    """Let this index be the one in use; the others are removed."""
    fresh = folder() / f"{CURRENT}.new"
    with fresh.open("w", encoding="ascii") as file:
        file.write(directory.name + "\n")
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(folder() / CURRENT)
    for other in folder().iterdir():
        if other.is_dir() and other != directory:
            shutil.rmtree(other, ignore_errors=True)


def is_usable(directory: Path) -> bool:
    """Whether this index is laid out as this version writes it, and nobody saw it fail.

    One that cannot be opened is marked by whoever tries to: searching or writing.
    """
    try:
        _refuse_unusable(directory)
    except IndexUnusable:
        return False
    return (directory / "meta.json").exists()


def read_cursor(directory: Path) -> Cursor:
    """How far the change logs are in this index; the beginning when that is not known."""
    kept = _kept(directory)
    return Cursor(*(kept.get(name, 0) for name in Cursor._fields))


def write_cursor(directory: Path, cursor: Cursor) -> None:
    """Write down how far the change logs are in this index, and how it is laid out."""
    fresh = directory / f"{CURSOR}.new"
    fresh.write_text(json.dumps(cursor._asdict() | {"layout": LAYOUT}), encoding="ascii")
    fresh.replace(directory / CURSOR)


def _kept(directory: Path) -> dict[str, int]:
    try:
        kept = json.loads((directory / CURSOR).read_text(encoding="ascii"))
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


__all__ = [
    "Cursor",
    "IndexIsBeingWritten",
    "IndexUnusable",
    "answering",
    "current_directory",
    "folder",
    "is_usable",
    "mark_broken",
    "new_directory",
    "read_cursor",
    "retire_current",
    "served_version",
    "serving_engine",
    "take_over",
    "write_cursor",
    "writing",
]
