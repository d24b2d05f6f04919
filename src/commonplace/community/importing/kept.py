"""What is kept of imported contributions: reading what is known of a batch, writing what is new."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from commonplace.catalogue.stores import PRECIOUS, Row, Table, among, as_stored, in_chunks, select
from commonplace.community.contributions.values import Kind
from commonplace.community.importing.entries import Content

_COLUMNS = (
    "contribution_id", "anchor_id", "format", "author", "author_name", "role", "library",
    "origin_id", "language", "written", "changed", "imported", "state", "review_reason", "version",
)  # fmt: skip
_FIELDS = (*_COLUMNS[:2], "title_id", *_COLUMNS[2:])
_CONTENT = {Kind.RATING: ("stars",), Kind.COMMENT: ("words", "is_spoiler")}
TABLES = {
    kind: Table(
        PRECIOUS,
        f"community_{kind.value}",
        _COLUMNS + content,
        same=("contribution_id",),
        kept=("anchor_id", "format", "library", "origin_id"),
    )
    for kind, content in _CONTENT.items()
}


@dataclass(frozen=True, slots=True)
class Kept:
    """A contribution as its row is, or is to be."""

    contribution_id: str
    anchor_id: int
    title_id: str
    format: str
    author: str
    author_name: str
    role: str
    library: str
    origin_id: str
    language: str
    written: datetime
    changed: datetime
    imported: datetime | None
    state: str
    review_reason: str
    version: int
    content: Content

    def row(self) -> Row:
        """The row, with the columns of its kind's table."""
        moments = (self.written, self.changed, self.imported)
        return (
            self.contribution_id, self.anchor_id, self.format, self.author, self.author_name,
            self.role, self.library, self.origin_id, self.language,
            *(as_stored(PRECIOUS, each) for each in moments),
            self.state, self.review_reason, self.version, *self.content,
        )  # fmt: skip


def known_by_id(kind: Kind, ids: Collection[str]) -> list[Kept]:
    """Those of these contributions that there are."""
    return [
        each
        for chunk in in_chunks(ids)
        for each in _select(kind, among("contribution_id", chunk), chunk)
    ]


def known_by_author(authors: Collection[str], anchors: Collection[int]) -> list[Kept]:
    """The ratings of these authors on these anchors, no more than a batch has of either."""
    if not (authors and anchors):
        return []
    here = f"{among('author', authors)} AND {among('anchor_id', anchors)}"
    return _select(Kind.RATING, here, [*authors, *anchors])


def write(kind: Kind, rows: Sequence[Kept]) -> None:
    """Insert these; what is there already is changed, but for where and by whom it was written."""
    TABLES[kind].put([each.row() for each in rows])


def _select(kind: Kind, condition: str, values: Collection[Any]) -> list[Kept]:
    columns = ", ".join((*_FIELDS, *_CONTENT[kind]))
    sql = f"""SELECT {columns} FROM {TABLES[kind].name}
              JOIN catalogue_anchor ON catalogue_anchor.id = anchor_id
              WHERE {condition}"""  # noqa: S608 -- our own names
    return [_kept(row) for row in select(PRECIOUS, sql, list(values))]


def _kept(row: tuple[Any, ...]) -> Kept:
    """A row in the order of ``Kept``; what is behind the columns of every kind is its content."""
    told = dict(zip(_FIELDS, row, strict=False))
    told |= {name: _moment(told[name]) for name in ("written", "changed", "imported")}
    return Kept(**told, content=row[len(_FIELDS) :])


def _moment(value: Any) -> Any:
    """A time as the store gives it: SQLite keeps text in UTC, PostgreSQL gives it aware."""
    if value is None:
        return None
    moment = value if isinstance(value, datetime) else datetime.fromisoformat(value)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
