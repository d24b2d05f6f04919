"""Walking the shelf and looking up headings: named SQL over the derived rows."""

from dataclasses import dataclass

from commonplace.catalogue.stores import DERIVED, select


@dataclass(frozen=True, slots=True)
class Place:
    """Where a title stands: its scheme, its key in that order, its call number as printed."""

    scheme: str
    shelf_key: str
    title_id: str
    call_number: str


@dataclass(frozen=True, slots=True)
class FoundHeading:
    """A heading with its address and the form readers see."""

    heading_id: str
    kind: str
    label: str
    vernacular: str


_PLACE = "scheme, shelf_key, title_id, call_number"


def place_of(title_id: str, scheme: str = "") -> Place | None:
    """Where this title stands in this scheme; without one, its first place. ``None``: nowhere."""
    sql = f"""SELECT {_PLACE} FROM browse_shelfplace
              WHERE title_id = %s AND (%s = '' OR scheme = %s) ORDER BY id LIMIT 1"""
    rows = select(DERIVED, sql, [title_id, scheme, scheme])
    return Place(*rows[0]) if rows else None


def shelf_around(place: Place, *, before: int, after: int) -> list[Place]:
    """The neighbours on the shelf, this place among them, in shelf order."""
    here = (place.scheme, place.shelf_key, place.title_id)
    sql = f"""SELECT {_PLACE} FROM browse_shelfplace
              WHERE scheme = %s AND (shelf_key, title_id) {{}} (%s, %s)
              ORDER BY shelf_key {{}}, title_id {{}} LIMIT %s"""
    earlier = select(DERIVED, sql.format("<", "DESC", "DESC"), [*here, before])
    later = select(DERIVED, sql.format(">=", "ASC", "ASC"), [*here, after + 1])
    return [Place(*row) for row in (*reversed(earlier), *later)]


def heading(kind: str, heading_id: str) -> FoundHeading | None:
    """The heading at this address, or ``None``."""
    sql = """SELECT heading_id, kind, label, vernacular FROM browse_headingrow
             WHERE heading_id = %s AND kind = %s"""
    rows = select(DERIVED, sql, [heading_id, kind])
    return FoundHeading(*rows[0]) if rows else None
