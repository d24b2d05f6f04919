"""A home: the folder where one library lives, with its settings, databases, index and covers.

Secrets are not in ``library.toml``: the key that signs forms is made on first use and readable by
its owner alone; the address of a PostgreSQL server comes from ``COMMONPLACE_DATABASE_URL``.
"""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

TEMPLATE = """\
# What this library decides about itself. Every key: docs/reference/library-toml.md
[library]
name = "The library"
timezone = "UTC"
languages = ["en", "ar", "es", "fr", "zh-hans"]

# One [[branch]] for each building; code is what the item records say.
# [[branch]]
# code = "MAIN"
# name = "Main library"
# address = "1 Library Square"
# hours = { mon = "9:30-18:00", tue = "9:30-18:00", sat = "10:00-16:00", sun = "closed" }

# What readers call the shelving locations of the item records.
[locations]
# AF = "Adult fiction"
"""


@dataclass(frozen=True, slots=True)
class Home:
    """Where everything of one library is kept."""

    path: Path

    @property
    def library_toml(self) -> Path:
        return self.path / "library.toml"

    @property
    def index(self) -> Path:
        """The folder of search indexes; its file ``CURRENT`` names the one in use."""
        return self.path / "index"

    def database(self, store: str) -> Path:
        """The SQLite file of this store."""
        return self.path / f"{store}.sqlite3"

    def prepare(self) -> None:
        """Make the folder with its settings and key, where they are not there yet."""
        self.path.mkdir(parents=True, exist_ok=True)
        self.index.mkdir(exist_ok=True)
        if not self.library_toml.exists():
            self.library_toml.write_text(TEMPLATE, encoding="utf-8")
        self.secret_key()

    def secret_key(self) -> str:
        """The key that signs forms and sessions, made when there is none.

        Raises ``BadHome`` when something other than a folder stands here.
        """
        kept = self.path / "secret-key"
        try:
            key = kept.read_text(encoding="ascii").strip()
        except FileNotFoundError:
            key = ""
        except OSError as error:
            raise BadHome(self.path, error.strerror or str(error)) from error
        return key or self._make_key(kept)

    def _make_key(self, kept: Path) -> str:
        key = secrets.token_urlsafe(48)
        if not self.path.is_dir():
            return key
        fresh = kept.with_name(f".secret-key-{os.getpid()}")
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(key)
        fresh.replace(kept)
        return kept.read_text(encoding="ascii").strip()


class BadHome(Exception):
    """The home cannot be a library's."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path} cannot be a library's home: {reason}. Name a folder with --home.")


def home_in_use() -> Home:
    """The home named by ``COMMONPLACE_HOME``; ``./library`` when it names none."""
    said = os.environ.get("COMMONPLACE_HOME", "library")
    if not said.strip():
        raise BadHome(Path(), "no folder was named")
    return Home(Path(said).absolute())
