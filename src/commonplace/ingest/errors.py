"""Why a load did not do what was asked. Each says what, where and what to do."""


class IngestError(Exception):
    """The base of what can stop a load.

    IngestError
    ├── LoadIsRunning     another process is loading this library
    ├── RowsOutdated      the rows have the shape of another version
    ├── NothingToLoad     a file holds no records, or cannot be read at all
    ├── TooFewRecords     a full load would withdraw most of the catalogue
    ├── WorkerEnded       a worker process was ended from outside
    └── StoreFailed       a database, the disk or the index failed
    """


class LoadIsRunning(IngestError):
    """Another load has the lock."""

    def __init__(self, holder: str) -> None:
        super().__init__(
            f"A load is already running ({holder or 'another process'}). Wait for it to end, or"
            " stop it: what it has taken in is kept, and the same command resumes it."
        )


class RowsOutdated(IngestError):
    """The derived rows were built by another version of Commonplace."""

    def __init__(self) -> None:
        super().__init__(
            "The rows were built by another version of Commonplace. Build them again first:"
            " commonplace reindex --rows"
        )


class NothingToLoad(IngestError):
    """A file cannot be loaded; nothing was changed."""


class TooFewRecords(IngestError):
    """A full load met so few of the titles that it looks like a broken export."""

    def __init__(self, *, seen: int, before: int) -> None:
        super().__init__(
            f"This full load holds {seen:,} of the {before:,} titles of its source; the others"
            " would be withdrawn. Nothing was withdrawn. If that is right, repeat the command with"
            " --accept-shrink."
        )


class WorkerEnded(IngestError):
    """A worker process was ended from outside, by want of memory perhaps."""

    def __init__(self) -> None:
        super().__init__(
            "A worker process was ended, perhaps for want of memory. What was taken in is kept; the"
            " same command resumes. --workers 0 does without worker processes."
        )


class StoreFailed(IngestError):
    """A database, the disk or the index could not do its part."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"The load could not go on: {reason}. What was committed is kept; when this is mended,"
            " the same command resumes."
        )
