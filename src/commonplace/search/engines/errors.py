"""What can be wrong with an engine itself, never with what a reader asked."""

from pathlib import Path


class EngineError(Exception):
    """The engine cannot do this now.

    ```text
    EngineError
    ├── IndexUnusable       nothing that can be opened stands where the index should be
    ├── IndexIsReadOnly     this process opened the index for reading
    └── …                   what a cluster can do instead: opensearch/errors.py
    ```
    """


class IndexUnusable(EngineError):
    """No index stands there, or one that cannot be read."""

    def __init__(self, place: Path | str, reason: str):
        super().__init__(f"{place}: {reason}. Run `commonplace reindex`.")


class IndexIsReadOnly(EngineError):
    """A process that only searches was asked to write."""

    def __init__(self, directory: Path):
        super().__init__(f"{directory}: opened for reading; open it with writable=True to write")
