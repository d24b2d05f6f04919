"""A home of an earlier version: its rows are built again, and its addresses of works lead on."""

from pathlib import Path

import pytest
from django.db import connections

from commonplace.catalogue.grouping.addresses import Nowhere, lead_of
from commonplace.catalogue.models import FormerKey, IssuedTitle
from commonplace.catalogue.rows.models import SCHEMA_NUMBER
from commonplace.catalogue.stores import DERIVED, select
from commonplace.ingest.errors import RowsOutdated
from commonplace.ingest.loading import LoadOptions, load
from commonplace.ingest.preparing import derived_schema, refuse_outdated_rows
from commonplace.ingest.rebuilding import rebuild_rows
from tests.library.contributing import book, take_in, title_of, work_of

OLD, WITHDRAWN = "2222222222222", "3333333333333"


def make_first_rows(number: str) -> None:
    """Leave of the derived rows what the first schema had of a title and a work without titles."""
    tables = connections[DERIVED].introspection.table_names()
    with connections[DERIVED].cursor() as cursor:
        for table in tables:
            cursor.execute(f"DROP TABLE {table}")
        cursor.execute("CREATE TABLE rows_schemanumber (number integer)")
        cursor.execute("INSERT INTO rows_schemanumber VALUES (1)")
        cursor.execute("CREATE TABLE rows_title (title_id varchar(13), work_id varchar(13))")
        cursor.execute("INSERT INTO rows_title VALUES (%s, %s)", [title_of(number), OLD])
        cursor.execute("CREATE TABLE rows_work (work_id varchar(13), work_key text)")
        cursor.execute(f"INSERT INTO rows_work VALUES ('{OLD}', 'a'), ('{WITHDRAWN}', 'b')")
    IssuedTitle.objects.update(key_id="")
    FormerKey.objects.all().delete()


@pytest.mark.usefixtures("home")
def test_addresses_of_works_that_the_first_schema_gave_out_lead_on() -> None:
    take_in([book("t1", "The hobbit", "Tolkien, J. R. R.")])
    make_first_rows("t1")
    assert rebuild_rows() == 1
    assert derived_schema() == SCHEMA_NUMBER
    assert lead_of(OLD) == work_of("t1")
    assert lead_of(WITHDRAWN) is Nowhere.GONE
    take_in([book("t1", "The hobbit deluxe", "Tolkien, J. R. R.")])
    rebuild_rows()
    assert lead_of(OLD) == work_of("t1")


@pytest.mark.usefixtures("home")
def test_nothing_is_loaded_into_rows_of_another_shape(tmp_path: Path) -> None:
    take_in([book("t1", "The hobbit", "Tolkien, J. R. R.")])
    make_first_rows("t1")
    file = tmp_path / "one.mrc"
    file.write_bytes(book("t2", "Silmarillion", "Tolkien, J. R. R."))
    with pytest.raises(RowsOutdated, match="commonplace reindex --rows"):
        load([str(file)], LoadOptions(), lambda *_: None)
    rebuild_rows()
    refuse_outdated_rows()
    load([str(file)], LoadOptions(), lambda *_: None)
    assert len(select(DERIVED, "SELECT title_id FROM rows_title")) == 2
