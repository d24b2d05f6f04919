"""Where an engine keeps this library's index, whichever engine it is.

A place has at most one index in use. A new one is built beside it and takes its place in one step.
Every index remembers how far the change logs are in it. ``index/CURRENT`` in the home says in one
line which place is in use: the name of a directory, or of an engine.
"""

import os
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, Protocol

from django.conf import settings

from commonplace.search.engines.contract import Document, SearchEngine
from commonplace.search.engines.layout import Prepared

CURRENT = "CURRENT"
CLUSTER_ADDRESS = "COMMONPLACE_OPENSEARCH_URL"


class Engine(StrEnum):
    """The engines that keep an index for longer than a process."""

    TANTIVY = "tantivy"
    OPENSEARCH = "opensearch"


class Cursor(NamedTuple):
    """Up to which entry each store's change log is in the index."""

    records: int = 0
    precious: int = 0
    derived: int = 0


class Build(Protocol):
    """An index being built that nobody is served from yet."""

    is_new: bool

    def add(self, prepared: Iterable[Prepared]) -> None:
        """Take in these titles; a title that was added before is replaced."""

    def finish(self, cursor: Cursor) -> None:
        """Serve this index from now on; it holds the change logs up to ``cursor``."""

    def abandon(self, error: BaseException) -> None:
        """Leave nothing behind but the error that ended it."""


class Place(Protocol):
    """One engine's keeping of this library's index."""

    def engine(self) -> SearchEngine | None:
        """The engine that answers searches now; ``None`` where there is no index yet.

        Raises ``EngineError`` where there is one that cannot be used.
        """

    def version(self) -> tuple[str, int]:
        """Changes whenever an answer may."""

    def cursor(self) -> Cursor | None:
        """How far the index in use is; ``None`` where none can be used and one must be built."""

    def update(self, changed: Sequence[Document], gone: Sequence[str], cursor: Cursor) -> None:
        """Take these titles into the index in use, forget those, and remember the cursor."""

    def build(self, titles: int = 0) -> Build:
        """Begin a new index beside the one in use, of so many ``titles`` where that is known."""

    def retire(self) -> None:
        """Serve no index from now on."""

    def note_failure(self) -> None:
        """The index in use failed while it answered."""


def folder() -> Path:
    """The folder of this library's indexes, in its home."""
    path: Path = settings.HOME.index
    return path


def current() -> str:
    """What ``CURRENT`` says; nothing where no index was ever chosen here."""
    try:
        return (folder() / CURRENT).read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def make_current(name: str) -> None:
    """Let ``CURRENT`` say this, in one step."""
    folder().mkdir(parents=True, exist_ok=True)
    fresh = folder() / f"{CURRENT}.new"
    with fresh.open("w", encoding="ascii") as file:
        file.write(name + "\n")
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(folder() / CURRENT)
