"""The reference page shows the tables as they are."""

from tests.unit.mapping.page import PAGE, whole_page


def test_the_page_shows_the_tables_as_they_are() -> None:
    assert PAGE.read_text("utf-8") == whole_page(), "run: python -m tests.unit.mapping.page"
