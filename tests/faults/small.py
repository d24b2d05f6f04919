"""A library of three titles, for what goes wrong with its search."""

from pathlib import Path

from django.test import Client

from commonplace.discovery.remembering import forget_answers
from commonplace.discovery.suggesting.completing import forget_completions
from commonplace.ingest.loading import LoadOptions, load
from tests.making import field, marc, record

EMMA = record("1", "Emma", field("650", "a Villages", indicators=" 0"), creator="Austen, Jane")
PERSUASION = record("2", "Persuasion", creator="Austen, Jane")
MIDDLEMARCH = record("3", "Middlemarch", creator="Eliot, George")


def load_three_titles(folder: Path) -> Client:
    """Fill the home in use; somebody who looks at it."""
    (folder / "three.mrc").write_bytes(marc(EMMA, PERSUASION, MIDDLEMARCH))
    load([str(folder / "three.mrc")], LoadOptions(workers=0), lambda _name, _read: None)
    forget_everything()
    return Client(SERVER_NAME="localhost")


def forget_everything() -> None:
    """Nothing that was asked before is remembered."""
    forget_answers()
    forget_completions()
