"""What pages and the export ask about works: what staff decided, and what titles are grouped under.

Named SQL, answered with frozen values.
"""

import json
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from commonplace.bibliography import id_of, number_of
from commonplace.catalogue.stores import DERIVED, PRECIOUS, among, in_chunks, select
from commonplace.works.evidence import Kind

_DECISION = """id, own_id, kind, keys, rest, titles, reason, made, made_by, made_by_name,
               undone, undone_by, undone_by_name, undone_reason"""
_BATCH = 500
_AN_ID = re.compile(r"[a-z2-7]{13}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Undoing:
    """Who took a decision back, when and why."""

    by: str
    by_name: str
    moment: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What staff decided about works. ``number`` grows with each; ``own_id`` names it for ever.

    Of a join ``keys`` are one work; of a split ``titles`` were set apart, ``keys`` went with them
    and ``rest`` stayed. All are ids.
    """

    number: int
    own_id: str
    kind: str
    keys: tuple[str, ...]
    rest: tuple[str, ...]
    titles: tuple[str, ...]
    reason: str
    made: datetime
    made_by: str
    made_by_name: str
    undoing: Undoing | None = None

    @property
    def is_standing(self) -> bool:
        """Whether nobody has undone it."""
        return self.undoing is None

    @property
    def is_split(self) -> bool:
        """Whether it set titles apart."""
        return self.kind == "split"


@dataclass(frozen=True, slots=True)
class OwnKey:
    """The work key a title has by itself."""

    key_id: str
    text: str


def decisions(before: int = 0, *, limit: int = 50) -> list[Decision]:
    """Decisions, newest first: those older than this number, or the newest."""
    older = "WHERE id < %s" if before else ""
    sql = f"SELECT {_DECISION} FROM catalogue_groupingdecision {older} ORDER BY id DESC LIMIT %s"
    values = [before, limit] if before else [limit]
    return [_decision(row) for row in select(PRECIOUS, sql, values)]


def decision(own_id: str) -> Decision | None:
    """The decision of this name."""
    sql = f"SELECT {_DECISION} FROM catalogue_groupingdecision WHERE own_id = %s"
    rows = select(PRECIOUS, sql, [own_id])
    return _decision(rows[0]) if rows else None


class Decided:
    """Decisions, newest first, to be asked for by what they name.

    There may be thousands, and a page needs two: the others stay as the store gives them.
    """

    def __init__(self, rows: Iterable[Sequence[Any]]) -> None:
        self._rows = [
            (frozenset((row[1], *_AN_ID.findall("".join(row[3:6])))), row) for row in rows
        ]

    def __bool__(self) -> bool:
        return bool(self._rows)

    def naming(self, ids: Iterable[str]) -> Iterator[Decision]:
        """Those that name one of these decisions, keys or titles."""
        wanted = frozenset(ids)
        return (_decision(row) for named, row in self._rows if not named.isdisjoint(wanted))


def standing_decisions() -> Decided:
    """What nobody has undone."""
    sql = f"""SELECT {_DECISION} FROM catalogue_groupingdecision
              WHERE undone IS NULL ORDER BY id DESC"""
    return Decided(select(PRECIOUS, sql))


def all_decisions() -> Decided:
    """What was ever decided."""
    sql = f"SELECT {_DECISION} FROM catalogue_groupingdecision ORDER BY id DESC"
    return Decided(select(PRECIOUS, sql))


def every_decision() -> Iterator[Decision]:
    """Every decision ever made, oldest first."""
    last = 0
    sql = f"SELECT {_DECISION} FROM catalogue_groupingdecision WHERE id > %s ORDER BY id LIMIT %s"
    while rows := select(PRECIOUS, sql, [last, _BATCH]):
        yield from map(_decision, rows)
        last = rows[-1][0]


def own_keys(work_id: str) -> dict[str, OwnKey]:
    """The key of each title of this work."""
    sql = """SELECT title_id, rows_title.key_id, work_key FROM rows_title
             JOIN rows_workkey ON rows_workkey.key_id = rows_title.key_id
             WHERE rows_title.work_id = %s"""
    return {title: OwnKey(key, text) for title, key, text in select(DERIVED, sql, [work_id])}


def keys_had(title_ids: Iterable[str]) -> dict[str, set[str]]:
    """Keys that titles among these had before, by key."""
    found: dict[str, set[str]] = {}
    for chunk in in_chunks(title_ids):
        sql = f"SELECT key_id, title_id FROM catalogue_formerkey WHERE {among('title_id', chunk)}"
        for key_id, title_id in select(PRECIOUS, sql, chunk):
            found.setdefault(key_id, set()).add(title_id)
    return found


def callers_of(values: Iterable[int]) -> dict[int, int]:
    """Titles of how many keys say each of these numbers, beside those whose key it is."""
    counts: dict[int, int] = {}
    for chunk in in_chunks(values):
        sql = f"""SELECT value, count(DISTINCT key) FROM rows_evidence
                  WHERE kind <> {Kind.KEY:d} AND {among("value", chunk)} GROUP BY value"""
        counts |= dict(select(DERIVED, sql, chunk))
    return counts


def titles_with_keys(key_ids: Collection[str], but: Collection[str] = ()) -> dict[str, str]:
    """For each of these keys one title: the first that has it, else one that had it.

    Titles in ``but`` stand for a key only where no other does.
    """
    left_out = {number_of(title) for title in but}
    found: dict[str, str] = {}
    for chunk in in_chunks(number_of(key) for key in key_ids):
        sql = f"""SELECT value, title FROM rows_evidence
                  WHERE kind = {Kind.KEY:d} AND {among("value", chunk)} ORDER BY value, title"""
        rows = sorted(select(DERIVED, sql, chunk), key=lambda row: row[1] in left_out)
        for key, title in rows:
            found.setdefault(id_of(key), id_of(title))
    for chunk in in_chunks(key for key in key_ids if key not in found):
        sql = f"""SELECT key_id, min(title_id) FROM catalogue_formerkey
                  WHERE {among("key_id", chunk)} GROUP BY key_id"""
        found |= dict(select(PRECIOUS, sql, chunk))
    return found


def titles_of_keys(key_ids: Iterable[str]) -> list[str]:
    """One title of each work that these keys are in."""
    found: list[str] = []
    for chunk in in_chunks(key_ids):
        sql = f"""SELECT min(title_id) FROM rows_title WHERE work_id IN
                  (SELECT work_id FROM rows_workkey WHERE {among("key_id", chunk)})
                  GROUP BY work_id"""
        found += [row[0] for row in select(DERIVED, sql, chunk)]
    return found


def works_of_titles(title_ids: Iterable[str]) -> dict[str, str]:
    """The work each of these titles is in; those that are not here are left out."""
    found: dict[str, str] = {}
    for chunk in in_chunks(title_ids):
        sql = f"SELECT title_id, work_id FROM rows_title WHERE {among('title_id', chunk)}"
        found |= dict(select(DERIVED, sql, chunk))
    return found


def _decision(row: Sequence[Any]) -> Decision:
    number, own_id, kind, keys, rest, titles, reason, made, by, by_name, *undone = row
    moment, undone_by, undone_by_name, undone_reason = undone
    return Decision(
        number=number,
        own_id=own_id,
        kind=kind,
        keys=tuple(json.loads(keys)),
        rest=tuple(json.loads(rest)),
        titles=tuple(json.loads(titles)),
        reason=reason,
        made=_moment(made),
        made_by=by,
        made_by_name=by_name,
        undoing=moment and Undoing(undone_by, undone_by_name, _moment(moment), undone_reason),
    )


def _moment(value: Any) -> datetime:
    """A time as the store gives it: SQLite keeps text in UTC, PostgreSQL gives it aware."""
    moment = value if isinstance(value, datetime) else datetime.fromisoformat(value)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
