"""What readers said outlives the catalogue: a first load into what is left finds it again."""

from pathlib import Path

import pytest
from django.db import connections

from commonplace.community.contributions.commenting import Said, comment
from commonplace.config.home import Home
from commonplace.discovery.answers import Asked
from commonplace.discovery.searching import find
from commonplace.ingest.loading import LoadOptions, load
from commonplace.ingest.preparing import prepare_stores
from tests.library.contributing import ANN, book, title_of


@pytest.fixture
def export(tmp_path: Path) -> str:
    """Two editions of one work."""
    path = tmp_path / "export.mrc"
    one, other = (book(n, "The hobbit", "Tolkien, J. R. R.") for n in ("t1", "t2"))
    path.write_bytes(one + other)
    return str(path)


def load_all(export: str) -> None:
    """Load the export, as the command does."""
    load([export], LoadOptions(workers=0), lambda _name, _read: None)


def test_words_are_searched_after_everything_but_the_precious_store_was_lost(
    sqlite_home: Home, export: str
) -> None:
    load_all(export)
    comment(title_of("t1"), Said("A riotous dragon"), ANN, form="f1")
    for connection in connections.all():
        connection.close()
    for name in ("derived", "records"):
        for file in sqlite_home.path.glob(f"{name}.sqlite3*"):
            file.unlink()
    prepare_stores()
    load_all(export)
    assert find(Asked(text="riotous")).total_titles == len(("t1", "t2"))
