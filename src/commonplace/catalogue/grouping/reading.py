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

    ``live`` are the published keys that titles have; of them ``left`` are those whose titles are
    all set apart, with the id they are under. ``under`` says for each title the key it is grouped
    under, its own or the id of the split that set it apart; not for the whole.
    """

    live: set[int] = field(default_factory=set)
    left: dict[int, int] = field(default_factory=dict)
    edges: set[Edge] = field(default_factory=set)
    under: dict[int, int] = field(default_factory=dict)


def part_around(start: Iterable[int], standing: Standing, values: Iterable[int] = ()) -> Part:
    """Everything that hangs together with these keys, or with who says these values: by evidence,
    by decision, or because it is one work until now.
    """
    search = _Search(standing)
    frontier = set(start) | search.who_says(values)
    while frontier:
        frontier = search.beyond(frontier)
    part = Part()
    for said in search.rows.values():
        _take(part, said, standing)
        part.under |= {each[1]: _under(each, standing) for each in said if each[3] == Kind.KEY}
    return part


class _Search:
    """The search for what hangs together: keys that were followed, and the rows met so far."""

    def __init__(self, standing: Standing) -> None:
        self.rows: dict[int, list[Said]] = {}
        self._followed: set[int] = set()
        self._asked: set[int] = set()
        self._standing = standing
        self._links = standing.links()
        self._set_apart: dict[int, list[int]] = {}
        for title, own in standing.set_apart.items():
            self._set_apart.setdefault(own, []).append(title)

    def beyond(self, keys: set[int]) -> set[int]:
        """The keys next to these that were not followed yet."""
        self._followed |= keys
        titles = _titles_with(keys)
        titles += [title for key in keys for title in self._set_apart.get(key, ())]
        values, works = _said_by(titles)
        reached = self.who_says(values | keys) | _keys_in_works(works, keys)
        for key in keys | reached:
            for together in self._links.get(key, ()):
                reached |= together
        return reached - self._followed

    def who_says(self, values: Iterable[int]) -> set[int]:
        """The keys of all titles that say one of these values, and those of them that are keys."""
        reached: set[int] = set()
        asked = set(values) - self._asked
        self._asked |= asked
        for said in _with_values(asked):
            self.rows.setdefault(said[0], []).append(said)
            reached.add(_under(said, self._standing))
            if said[3] == Kind.KEY:
                reached.add(said[0])
        return reached


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
    value, kind = said[0][0], said[0][3]
    for row in said:
        key = _under(row, standing)
        if row[3] == Kind.KEY:
            holders.add(key)
        else:
            kind = row[3]
            callers.add(key)
    if holders:
        part.live.add(value)
        if value not in holders:
            part.left[value] = min(holders, key=id_of)
    if callers:
        part.edges.update(_edges(Kind(kind), value, holders, callers))


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


def _titles_with(keys: set[int]) -> list[int]:
    titles: list[int] = []
    for chunk in in_chunks(keys):
        sql = f"{_SAID} WHERE kind = {Kind.KEY:d} AND {among('value', chunk)}"
        titles += [row[1] for row in select(DERIVED, sql, chunk)]
    return titles


def _said_by(titles: list[int]) -> tuple[set[int], set[str]]:
    """What these titles say, their own keys among it: from their descriptions, as when loaded. And
    the works they are in until now.
    """
    values: set[int] = set()
    works: set[str] = set()
    for chunk in in_chunks(id_of(title) for title in titles):
        sql = f"""SELECT description, rows_workkey.work_key, rows_title.work_id FROM rows_title
                  JOIN rows_workkey ON rows_workkey.key_id = rows_title.key_id
                  WHERE {among("title_id", chunk)}"""  # noqa: S608 -- marks only
        for description, work_key, work_id in select(DERIVED, sql, chunk):
            said = evidence_of(from_stored(bytes(description)), work_key)
            values.update(each.number for each in said)
            works.add(work_id)
    return values, works


def _keys_in_works(works: Iterable[str], keys: Iterable[int]) -> set[int]:
    """The keys in these works, and in those that these keys are in: what joined them may be gone
    from what titles say.
    """
    found = set(works)
    for chunk in in_chunks(map(id_of, keys)):
        sql = f"SELECT work_id FROM rows_workkey WHERE {among('key_id', chunk)}"  # noqa: S608 -- marks only
        found |= {row[0] for row in select(DERIVED, sql, chunk)}
    members: set[int] = set()
    for chunk in in_chunks(found):
        sql = f"SELECT key_id FROM rows_workkey WHERE {among('work_id', chunk)}"  # noqa: S608 -- marks only
        members |= {number_of(row[0]) for row in select(DERIVED, sql, chunk)}
    return members


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
