"""Promise 43: what the index still has and the catalogue has no more is said, and then goes."""

from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client
from structlog.testing import capture_logs

from commonplace.bibliography import title_id_of
from commonplace.catalogue.stores import DERIVED, RECORDS
from commonplace.catalogue.storing import mark_withdrawn, remove_titles
from commonplace.config.home import Home
from commonplace.discovery import indexes
from commonplace.discovery.following import catch_up
from commonplace.discovery.indexes import Cursor
from tests.faults.small import forget_everything, load_three_titles

EMMA = title_id_of("library", "1")


@pytest.fixture
def reader(home: Home, tmp_path: Path) -> Client:
    """Somebody at a library of three titles."""
    assert home.path.is_dir()
    return load_three_titles(tmp_path)


def withdraw(title_id: str) -> None:
    """What a load does with a title that is gone, before anybody has told the index."""
    with transaction.atomic(DERIVED):
        remove_titles([title_id])
    with transaction.atomic(RECORDS):
        mark_withdrawn([title_id])


def test_a_title_withdrawn_a_moment_ago_is_named_and_left_out_and_then_gone(
    reader: Client,
) -> None:
    withdraw(EMMA)
    with capture_logs() as lines:
        facts = reader.get("/search.json?q=austen").json()
    assert [work["title"] for work in facts["works"]] == ["Persuasion"]
    assert facts["withdrawn"] == 1
    assert [line["titles"] for line in lines if line["event"] == "index_behind"] == [1]
    page = reader.get("/search?q=austen").content.decode()
    assert "1 title found here was withdrawn from the catalogue a moment ago" in page
    assert reader.get(f"/title/{EMMA}").status_code == 410
    for address in ("/suggest?q=em", "/suggest.json?q=emma", "/new", "/search?q=emma"):
        assert reader.get(address).status_code == 200
    catch_up()
    forget_everything()
    facts = reader.get("/search.json?q=austen").json()
    assert (facts["total_titles"], facts["withdrawn"]) == (1, 0)


def test_an_index_ahead_of_a_catalogue_that_was_restored_is_built_again(reader: Client) -> None:
    place = indexes.place_in_use()
    cursor = place.cursor()
    assert cursor is not None
    with indexes.writing():
        place.update([], [], Cursor(*(each + 1_000 for each in cursor)))
    withdraw(EMMA)
    catch_up()
    forget_everything()
    facts = reader.get("/search.json?q=austen").json()
    assert (facts["total_titles"], facts["withdrawn"]) == (1, 0)
