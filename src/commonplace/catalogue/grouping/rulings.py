"""Staff's standing decisions in the form grouping obeys them: numbers, newest first.

A key that has no titles any more stands for the keys its titles have now, so that a decision
outlives a corrected record.
"""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from commonplace.bibliography import id_of, number_of
from commonplace.catalogue.stores import DERIVED, PRECIOUS, among, in_chunks, select
from commonplace.works.evidence import Kind
from commonplace.works.grouping import Join, Ruling, Split


@dataclass(frozen=True, slots=True)
class Standing:
    """The decisions in force, newest first, and for each title set apart the id it is under.

    ``named`` are the keys of each decision, as it was made and as they have led on since.
    """

    rulings: tuple[Ruling, ...] = ()
    set_apart: dict[int, int] = field(default_factory=dict)
    named: tuple[frozenset[int], ...] = ()

    def links(self) -> dict[int, list[frozenset[int]]]:
        """For each key that decisions name, all that each of them names together with it."""
        links: dict[int, list[frozenset[int]]] = {}
        for together in {*self.named, *(frozenset(_named(each)) for each in self.rulings)}:
            for key in together:
                links.setdefault(key, []).append(together)
        return links

    def all_named(self) -> set[int]:
        """Every key a decision names."""
        return {key for ruling in self.rulings for key in _named(ruling)}


def _named(ruling: Ruling) -> tuple[int, ...]:
    if isinstance(ruling, Join):
        return ruling.keys
    return (ruling.own, *ruling.keys, *ruling.rest, *ruling.elsewhere)


def standing(without: str = "") -> Standing:
    """What staff decided and nobody has undone; ``without`` leaves one decision out."""
    sql = """SELECT kind, keys, rest, titles, own_id FROM catalogue_groupingdecision
             WHERE undone IS NULL AND own_id <> %s ORDER BY id DESC"""
    found = select(PRECIOUS, sql, [without])
    rows = [(kind, *map(json.loads, lists), own) for kind, *lists, own in found]
    if not rows:
        return Standing()
    own_ids = {own for kind, *_lists, own in rows if kind == "split"}
    set_apart: dict[int, int] = {}
    for _, _, _, titles, own in rows:
        set_apart |= {t: number_of(own) for t in map(number_of, titles) if t not in set_apart}
    leads = _leads({key for _, keys, _, _, _ in rows for key in keys} - own_ids)
    of_rest = _leads_of_rest(
        {key for _, _, rest, _, _ in rows for key in rest} - own_ids, set_apart
    )
    rulings: list[Ruling] = []
    named: list[frozenset[int]] = []
    for kind, keys, rest, _, own in rows:
        together = _followed(keys, leads)
        ruling = Join(together) if kind == "join" else _split(own, together, rest, of_rest)
        rulings.append(ruling)
        named.append(frozenset((*_named(ruling), *map(number_of, (*keys, *rest)))))
    return Standing(tuple(rulings), set_apart, tuple(named))


def _split(own: str, keys: tuple[int, ...], rest: Iterable[str], of_rest: "_OfRest") -> Split:
    """A key that both sides have by now stays with the rest: who was set apart is so by name, and
    stays so when records are corrected.
    """
    stay = _followed(rest, of_rest.leads)
    elsewhere = _followed(rest, of_rest.heirs)
    return Split(
        number_of(own),
        tuple(key for key in keys if key not in stay),
        stay,
        tuple(key for key in elsewhere if key not in stay),
    )


def followed(keys: Collection[str]) -> tuple[int, ...]:
    """These keys as they are now: one without titles is the keys of the titles that had it."""
    return _followed(keys, _leads(set(keys)))


def _followed(keys: Iterable[str], leads: dict[str, list[str]]) -> tuple[int, ...]:
    followed = dict.fromkeys(key for each in keys for key in leads.get(each, [each]))
    return tuple(number_of(key) for key in followed)


def _leads(keys: Collection[str]) -> dict[str, list[str]]:
    """Where keys without titles lead: to the keys that the titles which had them have now."""
    return _heirs(set(keys) - _live(keys, ()), ())


class _OfRest(NamedTuple):
    """Where keys without titles lead, those set apart not counted; and where any had gone."""

    leads: dict[str, list[str]]
    heirs: dict[str, list[str]]


def _leads_of_rest(keys: Collection[str], set_apart: Collection[int]) -> _OfRest:
    heirs, live = _heirs(keys, set_apart), _live(keys, set_apart)
    return _OfRest({key: led for key, led in heirs.items() if key not in live}, heirs)


def _heirs(keys: Collection[str], set_apart: Collection[int]) -> dict[str, list[str]]:
    """The keys that titles which once had one of these have now, titles ``set_apart`` left out."""
    had: dict[str, set[str]] = {}
    for chunk in in_chunks(sorted(keys)):
        sql = f"SELECT title_id, key_id FROM catalogue_formerkey WHERE {among('key_id', chunk)}"  # noqa: S608 -- marks only
        for title_id, key_id in select(PRECIOUS, sql, chunk):
            had.setdefault(title_id, set()).add(key_id)
    heirs: dict[str, set[str]] = {}
    for title_id, key_id in _keys_of(had):
        for former in had[title_id] if number_of(title_id) not in set_apart else ():
            heirs.setdefault(former, set()).add(key_id)
    return {former: sorted(found) for former, found in heirs.items()}


def _live(keys: Collection[str], set_apart: Collection[int]) -> set[str]:
    """Those of these keys that titles have which are not set apart."""
    left = Counter(key for _title, key in _keys_of(map(id_of, set_apart)))
    found: set[str] = set()
    for chunk in in_chunks(number_of(key) for key in keys):
        sql = f"""SELECT value, count(*) FROM rows_evidence
                  WHERE kind = {Kind.KEY:d} AND {among("value", chunk)} GROUP BY value"""  # noqa: S608 -- marks only
        counts = ((id_of(value), count) for value, count in select(DERIVED, sql, chunk))
        found |= {key for key, count in counts if count > left[key]}
    return found


def _keys_of(title_ids: Iterable[str]) -> Iterator[tuple[str, str]]:
    """These titles, as far as they are here, each with its key."""
    for chunk in in_chunks(title_ids):
        sql = f"SELECT title_id, key_id FROM rows_title WHERE {among('title_id', chunk)}"  # noqa: S608 -- marks only
        yield from ((title_id, key_id) for title_id, key_id in select(DERIVED, sql, chunk))
