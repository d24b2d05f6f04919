"""What titles say about works, read from the evidence table: all of it, or the part that hangs
together with a few keys.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations, groupby
from operator import itemgetter

from django.db import connections

from commonplace.bibliography import id_of, number_of
from commonplace.bibliography.as_json import from_stored
from commonplace.catalogue.grouping.rulings import Standing
from commonplace.catalogue.stores import DERIVED, among, in_chunks, select
from commonplace.works.evidence import Kind, evidence_of
from commonplace.works.grouping import Edge

AT_A_TIME = 10_000
TOO_COMMON = 50
"""A number that titles of more keys than this share says nothing: it stands for a set, or nobody
typed it in earnest."""

Said = tuple[int, int, int, int]
"""A row of evidence: value, title, key, kind."""

_SAID = "SELECT value, title, key, kind FROM rows_evidence"


@dataclass(slots=True)
class Part:
    """Keys that may hang together, what joins them, and their titles.

    ``live`` are the published keys that titles have. ``under`` says for each title the key it
    is grouped under, its own or the id of the split that set it apart; not for the whole.
    """

    live: set[int] = field(default_factory=set)
    edges: set[Edge] = field(default_factory=set)
    under: dict[int, int] = field(default_factory=dict)


def part_around(start: Iterable[int], standing: Standing) -> Part:
    """Everything that hangs together with these keys, by evidence or by decision."""
    part = Part()
    frontier = set(start)
    followed: set[int] = set()
    rows: dict[int, list[Said]] = {}
    while frontier:
        followed |= frontier
        values = _values_said_by(_titles_under(frontier, standing))
        for said in _with_values((values | frontier) - rows.keys()):
            rows.setdefault(said[0], []).append(said)
        reached = {_under(said, standing) for value in rows for said in rows[value]}
        frontier = (reached | standing.linked_with(followed | reached)) - followed
    for value in rows.values():
        _take(part, value, standing)
        part.under |= {each[1]: _under(each, standing) for each in value if each[3] == Kind.KEY}
    return part


def whole(standing: Standing) -> Part:
    """Every key there is; of edges, those between different keys."""
    part = Part()
    for _value, said in groupby(_all_said(), key=itemgetter(0)):
        _take(part, list(said), standing)
    return part


def _take(part: Part, said: list[Said], standing: Standing) -> None:
    """Take in all rows of one value."""
    callers: set[int] = set()
    holders: set[int] = set()
    kind = said[0][3]
    for row in said:
        key = _under(row, standing)
        if row[3] == Kind.KEY:
            part.live.add(row[0])
            holders.add(key)
        else:
            kind = row[3]
            callers.add(key)
    if callers:
        part.edges.update(_edges(Kind(kind), said[0][0], holders, callers))


def _edges(kind: Kind, value: int, holders: set[int], callers: set[int]) -> Iterator[Edge]:
    """Names join those called so to the key itself; numbers join all that share them."""
    if len(callers) > TOO_COMMON:
        return
    if kind is Kind.CALLED:
        if value in holders:
            yield from (Edge(kind, value, caller) for caller in callers if caller != value)
        return
    yield from (Edge(kind, one, other) for one, other in combinations(sorted(callers), 2))


def _under(said: Said, standing: Standing) -> int:
    return standing.set_apart.get(said[1], said[2])


def _titles_under(keys: set[int], standing: Standing) -> list[int]:
    titles = [title for title, own in standing.set_apart.items() if own in keys]
    for chunk in in_chunks(keys):
        sql = f"{_SAID} WHERE kind = {Kind.KEY:d} AND {among('value', chunk)}"
        titles += [row[1] for row in select(DERIVED, sql, chunk)]
    return titles


def _values_said_by(titles: list[int]) -> set[int]:
    """What these titles say, their own keys among it: from their descriptions, as when loaded."""
    values: set[int] = set()
    for chunk in in_chunks(id_of(title) for title in titles):
        sql = f"""SELECT description, work_key FROM rows_title
                  JOIN rows_workkey ON rows_workkey.key_id = rows_title.key_id
                  WHERE {among("title_id", chunk)}"""  # noqa: S608 -- marks only
        for description, work_key in select(DERIVED, sql, chunk):
            said = evidence_of(from_stored(bytes(description)), work_key)
            values.update(each.number for each in said)
    return values


def _with_values(values: set[int]) -> Iterator[Said]:
    for chunk in in_chunks(values):
        rows = select(DERIVED, f"{_SAID} WHERE {among('value', chunk)}", chunk)
        yield from ((value, title, key, kind) for value, title, key, kind in rows)


def _all_said() -> Iterator[Said]:
    with connections[DERIVED].chunked_cursor() as cursor:
        cursor.execute(f"{_SAID} ORDER BY value")
        while rows := cursor.fetchmany(AT_A_TIME):
            yield from rows


def texts_of_joined(part: Part, standing: Standing) -> dict[int, str]:
    """The texts of those keys that an edge or a decision may join; of a split's own id, that of
    its first title's key.
    """
    joined = {key for edge in part.edges for key in (edge.one, edge.other)}
    joined |= standing.all_named() & part.live
    texts: dict[int, str] = {}
    for chunk in in_chunks(id_of(key) for key in joined & part.live):
        sql = f"SELECT key_id, work_key FROM rows_workkey WHERE {among('key_id', chunk)}"  # noqa: S608 -- marks only
        texts |= {number_of(key): text for key, text in select(DERIVED, sql, chunk)}
    return texts | _texts_of_set_apart(standing)


def _texts_of_set_apart(standing: Standing) -> dict[int, str]:
    first: dict[int, tuple[str, str]] = {}
    for chunk in in_chunks(id_of(title) for title in standing.set_apart):
        sql = f"""SELECT title_id, work_key FROM rows_title
                  JOIN rows_workkey ON rows_workkey.key_id = rows_title.key_id
                  WHERE {among("title_id", chunk)}"""  # noqa: S608 -- marks only
        for title_id, work_key in select(DERIVED, sql, chunk):
            own = standing.set_apart[number_of(title_id)]
            first[own] = min((title_id, work_key), first.get(own, (title_id, work_key)))
    return {own: work_key for own, (_title_id, work_key) in first.items()}
