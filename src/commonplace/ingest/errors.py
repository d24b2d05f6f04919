"""Why a load did not do what was asked. Each says what, where and what to do."""


class IngestError(Exception):
    """The base of what can stop a load.

    IngestError
    ├── LoadIsRunning     another process is loading this library
    ├── NothingToLoad     a file holds no records, or cannot be read at all
    ├── TooFewRecords     a full load would withdraw most of the catalogue
    └── StoresOutdated    the derived rows were built by another version
    """


class LoadIsRunning(IngestError):
    """Another load has the lock."""

    def __init__(self, holder: str) -> None:
        super().__init__(
            f"A load is already running ({holder or 'another process'}). Wait for it to end, or"
            " stop it: what it has taken in is kept, and the same command resumes it."
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


class StoresOutdated(IngestError):
    """The derived store has another shape than this version writes."""
