"""What can be wrong with an engine itself, never with what a reader asked."""

from pathlib import Path


class EngineError(Exception):
    """The engine cannot do this now.

    ```text
    EngineError
    ├── IndexUnusable     nothing that can be opened stands in the directory
    └── IndexIsReadOnly   this process opened the index for reading
    ```
    """


class IndexUnusable(EngineError):
    """The directory holds no index, or one that cannot be read."""

    def __init__(self, directory: Path, reason: str):
        super().__init__(f"{directory}: {reason}. Run `commonplace reindex`.")


class IndexIsReadOnly(EngineError):
    """A process that only searches was asked to write."""

    def __init__(self, directory: Path):
        super().__init__(f"{directory}: opened for reading; open it with writable=True to write")
