"""Making a fresh home the demonstration library's: settings, records and readers' words."""

from datetime import date
from pathlib import Path

from commonplace.ingest.demonstration.building import everything, where
from commonplace.ingest.demonstration.words import all_words

MARK = "demonstration.mrc"
WORDS = "readers-words.jsonl"


class HomeIsTaken(Exception):
    """The folder holds another library; the demonstration will not be loaded over it."""

    def __init__(self, home: Path) -> None:
        super().__init__(
            f"{home} already holds a library. Name another folder: commonplace --home DIR demo"
        )


def furnish(home: Path, *, today: date) -> Path:
    """Put the demonstration's settings, records and words into this home; the file of records.

    Doing it again renews the due dates. Raises ``HomeIsTaken`` when another library lives there.
    """
    records = home / MARK
    settings = home / "library.toml"
    if settings.exists() and not records.exists():
        raise HomeIsTaken(home)
    built = everything(today)
    home.mkdir(parents=True, exist_ok=True)
    records.write_bytes(built)
    (home / WORDS).write_bytes(all_words(today))
    settings.write_bytes((where() / "library.toml").read_bytes())
    return records
