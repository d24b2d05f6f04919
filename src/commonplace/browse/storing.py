"""Writing the shelflist and the headings."""

from collections.abc import Collection, Sequence

from commonplace.catalogue.stores import DERIVED, Row, Table

_HEADING = ("heading_id", "kind", "label", "vernacular")
PLACES = Table(DERIVED, "browse_shelfplace", ("scheme", "shelf_key", "title_id", "call_number"))
HEADINGS = Table(DERIVED, "browse_headingrow", _HEADING, same=("heading_id",))


def put_places(places: Sequence[Row]) -> None:
    """Write these rows of ``PLACES``."""
    PLACES.put(places)


def forget_places(title_ids: Collection[str]) -> None:
    """Forget where these titles stood."""
    PLACES.forget(title_ids)


def put_headings(headings: Sequence[Row]) -> None:
    """Write those of these rows of ``HEADINGS`` that are new."""
    HEADINGS.put_new(headings)
