"""The three stores exist, keep apart, and a second preparation changes nothing."""

import pytest
from django.db import connections, router

from commonplace.catalogue import queries
from commonplace.catalogue.models import IssuedTitle, SourceRecord
from commonplace.catalogue.rows.models import Title
from commonplace.catalogue.stores import DERIVED, PRECIOUS, RECORDS
from commonplace.ingest.preparing import derived_schema, prepare_stores


@pytest.mark.usefixtures("home")
def test_each_store_holds_its_own_tables_and_no_others() -> None:
    def tables(store: str) -> set[str]:
        return set(connections[store].introspection.table_names())

    assert "catalogue_issuedtitle" in tables(PRECIOUS)
    assert "catalogue_sourcerecord" not in tables(PRECIOUS)
    assert "catalogue_sourcerecord" in tables(RECORDS)
    assert "rows_title" in tables(DERIVED)
    assert not tables(PRECIOUS) & tables(DERIVED)


def test_the_router_sends_each_model_to_its_store() -> None:
    assert router.db_for_write(IssuedTitle) == PRECIOUS
    assert router.db_for_write(SourceRecord) == RECORDS
    assert router.db_for_write(Title) == DERIVED


@pytest.mark.usefixtures("home")
def test_preparing_twice_changes_nothing() -> None:
    schema = derived_schema()
    prepare_stores()
    assert derived_schema() == schema


@pytest.mark.usefixtures("home")
def test_an_empty_catalogue_answers_with_nothing() -> None:
    assert queries.count_titles() == 0
    assert queries.title("aaaaaaaaaaaaa") is None
    assert queries.last_load_finished() is None
    assert not queries.was_issued("aaaaaaaaaaaaa")
