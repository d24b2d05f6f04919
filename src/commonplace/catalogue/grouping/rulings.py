"""Staff's standing decisions in the form grouping obeys them: numbers, newest first.

A key that has no titles any more stands for the keys its titles have now, so that a decision
outlives a corrected record.
"""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from commonplace.bibliography import id_of, number_of
from commonplace.catalogue.stores import DERIVED, PRECIOUS, among, in_chunks, select
from commonplace.works.evidence import Kind
from commonplace.works.grouping import Join, Ruling, Split


@dataclass(frozen=True, slots=True)
class Standing:
    """The decisions in force, newest first, and for each title set apart the id it is under."""

    rulings: tuple[Ruling, ...] = ()
    set_apart: dict[int, int] = field(default_factory=dict)

    def linked_with(self, keys: set[int]) -> set[int]:
        """All keys that a decision names together with one of these."""
        named: set[int] = set()
        for ruling in self.rulings:
            ids = set(_named(ruling))
            if ids & keys:
                named |= ids
        return named

    def all_named(self) -> set[int]:
        """Every key a decision names."""
        return {key for ruling in self.rulings for key in _named(ruling)}


def _named(ruling: Ruling) -> tuple[int, ...]:
    if isinstance(ruling, Join):
        return ruling.keys
    return (ruling.own, *ruling.keys, *ruling.rest)


def standing(without: str = "") -> Standing:
    """What staff decided and nobody has undone; ``without`` leaves one decision out."""
    sql = """SELECT kind, keys, rest, titles, own_id FROM catalogue_groupingdecision
             WHERE undone IS NULL AND own_id <> %s ORDER BY id DESC"""
    found = select(PRECIOUS, sql, [without])
    rows = [(kind, *map(json.loads, lists), own) for kind, *lists, own in found]
    if not rows:
        return Standing()
    own_ids = {own for kind, *_lists, own in rows if kind == "split"}
    leads = _leads({key for _, keys, rest, _, _ in rows for key in (*keys, *rest)} - own_ids)
    rulings: list[Ruling] = []
    set_apart: dict[int, int] = {}
    for kind, keys, rest, titles, own_id in rows:
        together, others = _followed(keys, leads), _followed(rest, leads)
        if kind == "join":
            rulings.append(Join(together))
            continue
        own = number_of(own_id)
        rulings.append(Split(own, together, tuple(key for key in others if key not in together)))
        for title in titles:
            set_apart.setdefault(number_of(title), own)
    return Standing(tuple(rulings), set_apart)


def followed(keys: Collection[str]) -> tuple[int, ...]:
    """These keys as they are now: one without titles is the keys of the titles that had it."""
    return _followed(keys, _leads(set(keys)))


def _followed(keys: Iterable[str], leads: dict[str, list[str]]) -> tuple[int, ...]:
    followed = dict.fromkeys(key for each in keys for key in leads.get(each, [each]))
    return tuple(number_of(key) for key in followed)


def _leads(keys: set[str]) -> dict[str, list[str]]:
    """Where keys without titles lead: to the keys of the titles that had them."""
    return {key: heirs for key in sorted(keys - _live(keys)) if (heirs := heirs_of(key))}


def _live(keys: set[str]) -> set[str]:
    """Those of these keys that titles have."""
    found: set[str] = set()
    for chunk in in_chunks(number_of(key) for key in keys):
        sql = f"""SELECT DISTINCT value FROM rows_evidence
                  WHERE kind = {Kind.KEY:d} AND {among("value", chunk)}"""  # noqa: S608 -- marks only
        found |= {id_of(row[0]) for row in select(DERIVED, sql, chunk)}
    return found


def heirs_of(key_id: str) -> list[str]:
    """The keys that titles which had this one have now, in order."""
    sql = "SELECT title_id FROM catalogue_formerkey WHERE key_id = %s"
    titles = [row[0] for row in select(PRECIOUS, sql, [key_id])]
    heirs: set[str] = set()
    for chunk in in_chunks(titles):
        sql = f"SELECT key_id FROM rows_title WHERE {among('title_id', chunk)}"  # noqa: S608 -- marks only
        heirs |= {row[0] for row in select(DERIVED, sql, chunk)}
    return sorted(heirs)
