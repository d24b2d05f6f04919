"""The index in a directory of the home, kept by tantivy.

A new index is built in a directory beside the one in use; an old directory goes once ``CURRENT``
names another. Beside each index, ``cursor`` says up to where the change logs are in it; it is
written after the index, so that what was cut off is only done again.
"""

import json
import shutil
import time
from collections.abc import Iterable, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from threading import Lock

from commonplace.bibliography import id_of
from commonplace.discovery.places import Cursor, Engine, current, folder, make_current
from commonplace.search.engines.contract import Document
from commonplace.search.engines.errors import EngineError, IndexUnusable
from commonplace.search.engines.layout import VERSION as LAYOUT
from commonplace.search.engines.layout import Prepared
from commonplace.search.engines.tantivy.engine import TantivyEngine

CURSOR, BROKEN = "cursor", "broken"
# Fewer parts answer sooner; with more memory than this, one core would be idle at the end, while
# the last part is written.
HEAP_MB = 300
MERGED_AT_ONCE, WORTH_MERGING = 8, 50_000
"""So many parts of one size become one, which answers and counts in half the time they would."""


class Directories:
    """The place of tantivy's indexes. One object serves a process."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._directory: Path | None = None
        self._engine: TantivyEngine | None = None

    def engine(self) -> TantivyEngine | None:
        """The engine that answers searches, at its newest commit; opened again when one moved.

        An index may be replaced and removed while it is looked for: then the one in its place is.
        """
        while True:
            directory = current_directory()
            try:
                with self._lock:
                    return self._opened(directory)
            except EngineError:
                if directory is None or directory.name == current():
                    raise

    def _opened(self, directory: Path | None) -> TantivyEngine | None:
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

    def version(self) -> tuple[str, int]:
        """Which directory, at which commit: the one that ``engine`` answers from."""
        engine, directory = self.engine(), self._directory
        return (directory.name, engine.seen[0]) if engine and directory else ("", 0)

    def cursor(self) -> Cursor | None:
        """How far the index in use is; ``None`` where there is none that can be opened."""
        directory = current_directory()
        return _read_cursor(directory) if directory and _is_usable(directory) else None

    def update(self, changed: Sequence[Document], gone: Sequence[str], cursor: Cursor) -> None:
        """Take these titles into the index in use, forget those, and remember the cursor."""
        directory = current_directory()
        if directory is None:
            raise IndexUnusable(folder(), "it is gone")
        engine = _writable(directory)
        engine.remove(gone)
        engine.add(changed)
        _write_cursor(directory, cursor)

    def build(self, titles: int = 0) -> "DirectoryBuild":
        """Begin a new index in a directory of its own."""
        return DirectoryBuild(titles)

    def retire(self) -> None:
        """Serve no index from now on; the follower builds one if nobody else does."""
        make_current(Engine.TANTIVY)

    def note_failure(self) -> None:
        """Let nobody open this index again, so that the follower builds another.

        It may have been replaced meanwhile: the one in its place did not fail.
        """
        directory, failed = current_directory(), self._directory
        if directory is None:
            return
        if failed is None or failed == directory or failed.parent != directory.parent:
            _mark_broken(directory)


class DirectoryBuild:
    """An index being built in a directory of its own; ``finish`` lets it take over."""

    is_new = True

    def __init__(self, titles: int = 0) -> None:
        self._part = -(-titles // MERGED_AT_ONCE) if titles > WORTH_MERGING else 0
        self._directory = _new_directory()
        engine = TantivyEngine(self._directory, writable=True)
        self._open = ExitStack()
        batch = engine.writing(heap_mb=HEAP_MB, threads=1, replacing=False)
        self._writing = self._open.enter_context(batch)
        self._there: set[object] = set()

    def add(self, prepared: Iterable[Prepared]) -> None:
        """Take in these titles; a title that was added before is replaced."""
        for each in prepared:
            number = each["id"]
            if number in self._there and isinstance(number, int):
                self._writing.remove(id_of(number))
            self._there.add(number)
            self._writing.add(each)
            if self._part and len(self._there) % self._part == 0:
                self._writing.commit()

    def finish(self, cursor: Cursor) -> None:
        """Commit, and serve this index from now on; it holds the change logs up to ``cursor``."""
        self._open.close()
        _write_cursor(self._directory, cursor)
        make_current(self._directory.name)
        remove_all_but(self._directory)

    def abandon(self, error: BaseException) -> None:
        """Leave nothing behind but the error that ended it."""
        with suppress(type(error)):
            self._open.__exit__(type(error), error, error.__traceback__)
        shutil.rmtree(self._directory, ignore_errors=True)


def current_directory() -> Path | None:
    """The directory of the index in use; ``None`` when there is none."""
    while True:
        name = current()
        path = folder() / name
        if not name or path.parent != folder():
            return None
        if path.is_dir():
            return path
        if name == current():  # it was not replaced and removed meanwhile: it is gone
            return None


def remove_all_but(directory: Path | None) -> None:
    """Remove the directories of indexes that are no longer in use."""
    for other in folder().iterdir():
        if other.is_dir() and other != directory:
            shutil.rmtree(other, ignore_errors=True)


def _new_directory() -> Path:
    path = folder() / f"{time.time_ns():x}"
    path.mkdir(parents=True)
    return path


def _writable(directory: Path) -> TantivyEngine:
    try:
        return TantivyEngine(directory, writable=True)
    except EngineError:
        _mark_broken(directory)
        raise


def _mark_broken(directory: Path) -> None:
    with suppress(OSError):
        (directory / BROKEN).touch()


def _is_usable(directory: Path) -> bool:
    """Whether this index is laid out as this version writes it, and nobody saw it fail.

    One that cannot be opened is marked by whoever tries to: searching or writing.
    """
    try:
        _refuse_unusable(directory)
    except IndexUnusable:
        return False
    return (directory / "meta.json").exists()


def _refuse_unusable(directory: Path) -> None:
    if _kept(directory).get("layout") != LAYOUT:
        raise IndexUnusable(directory, "it was written by another version")
    if (directory / BROKEN).exists():
        raise IndexUnusable(directory, "it failed while it answered")


def _read_cursor(directory: Path) -> Cursor:
    """How far the change logs are in this index; the beginning when that is not known."""
    kept = _kept(directory)
    return Cursor(*(kept.get(name, 0) for name in Cursor._fields))


def _write_cursor(directory: Path, cursor: Cursor) -> None:
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
