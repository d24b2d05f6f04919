"""Why the titles of a work are together, and what was kept from it: gathered from the stores.

``works.explaining`` finds the reasons; here are the titles, the decisions, and what only the whole
catalogue can tell.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from commonplace.bibliography import id_of, number_of
from commonplace.catalogue.grouping.queries import (
    Decided,
    Decision,
    OwnKey,
    callers_of,
    keys_had,
    own_keys,
    standing_decisions,
    titles_of_keys,
    works_of_titles,
)
from commonplace.catalogue.grouping.reading import TOO_COMMON
from commonplace.catalogue.grouping.rulings import followed
from commonplace.catalogue.queries import TitleRow
from commonplace.catalogue.stores import DERIVED, among, in_chunks, select
from commonplace.works.evidence import Evidence, Kind, evidence_of
from commonplace.works.explaining import (
    KeyGroup,
    Member,
    Obstacle,
    Said,
    Tie,
    key_groups,
    obstacle,
    ties,
)
from commonplace.works.grouping import Join, Ruling, Split

MOST_APART = 30


@dataclass(frozen=True, slots=True)
class Together:
    """Why the titles of a work are together: their keys, what joined them, what staff decided.

    ``keys`` are the published keys of the titles. Decisions are those in force on this work, the
    newest first.
    """

    groups: tuple[KeyGroup, ...]
    ties: tuple[Tie, ...]
    decisions: tuple[Decision, ...]
    keys: dict[str, OwnKey]


@dataclass(frozen=True, slots=True)
class Apart:
    """A title elsewhere that shares evidence with one here, and why they are not one work.

    ``key_count`` is how many keys' titles share it, where those are too many to be named.
    ``decision`` names the split that keeps the two apart.
    """

    evidence: Evidence
    here: str
    elsewhere: str = ""
    work_id: str = ""
    why: Obstacle = Obstacle.COMMON
    key_count: int = 0
    decision: str = ""


def why_together(work_id: str, rows: Sequence[TitleRow]) -> Together:
    """Why these titles, all those of this work, are together."""
    keys = own_keys(work_id)
    standing = standing_decisions()
    set_apart = _set_apart(standing, keys)
    members = _members((row for row in rows if row.title_id in keys), keys, set_apart)
    groups = key_groups(members)
    touching = [(each, ruling_of(each)) for each in _touching(standing, groups, keys)]
    found = _ties(members, groups, touching)
    holding = {tie.decision for tie in found}
    here = {group.under for group in groups}
    in_force = [
        each for each, ruling in touching if each.own_id in holding or _parts_from(ruling, here)
    ]
    return Together(tuple(groups), tuple(found), tuple(in_force), keys)


def _ties(
    members: Sequence[Member],
    groups: Sequence[KeyGroup],
    touching: Iterable[tuple[Decision, Ruling]],
) -> list[Tie]:
    if len(groups) == 1:
        return []
    said = Said(members)
    counts = callers_of(said.shared)
    common = {value for value, count in counts.items() if count > TOO_COMMON}
    return ties(groups, said, [(each.own_id, ruling) for each, ruling in touching], common)


def why_apart(together: Together, rows: Sequence[TitleRow]) -> list[Apart]:
    """What titles here share with titles elsewhere, one reason for each work there, and why it did
    not join them.
    """
    said = _said(rows, together.keys)
    counts = callers_of(list(said))
    common = {value for value, count in counts.items() if count > TOO_COMMON}
    found = [Apart(*said[value], key_count=counts[value]) for value in sorted(common)]
    others = _elsewhere(set(said) - common, together.keys)
    works = works_of_titles({title_id for _kind, _value, title_id in others})
    seen: set[str] = set()
    for kind, value, title_id in others:
        evidence, here = said[value]
        work_id = works.get(title_id, "")
        both_call = kind is evidence.kind is Kind.CALLED
        if work_id and work_id not in seen and not both_call and len(found) < MOST_APART:
            seen.add(work_id)
            found.append(_apart(Apart(evidence, here, title_id, work_id), together))
    return found


def _members(
    rows: Iterable[TitleRow], keys: dict[str, OwnKey], set_apart: dict[str, int]
) -> list[Member]:
    return [
        Member(
            row.title_id,
            row.description,
            keys[row.title_id].text,
            set_apart.get(row.title_id, number_of(keys[row.title_id].key_id)),
        )
        for row in rows
    ]


def _set_apart(standing: Decided, titles: Collection[str]) -> dict[str, int]:
    """The id of the split each of these titles is under, the newest that names it."""
    found: dict[str, int] = {}
    for each in standing.naming(titles):
        for title_id in each.titles:
            if title_id in titles:
                found.setdefault(title_id, number_of(each.own_id))
    return found


def _touching(
    standing: Decided, groups: Iterable[KeyGroup], titles: Collection[str]
) -> list[Decision]:
    """The decisions that name something of this work."""
    if not standing:
        return []
    named = {id_of(group.under) for group in groups} | set(keys_had(titles)) | set(titles)
    return list(standing.naming(named))


def ruling_of(each: Decision) -> Ruling:
    """A decision as grouping obeys it, its keys as they are now."""
    keys, rest = followed(each.keys), followed(each.rest)
    if not each.is_split:
        return Join(keys)
    return Split(number_of(each.own_id), tuple(key for key in keys if key not in rest), rest)


def _parts_from(ruling: Ruling, here: Collection[int]) -> bool:
    """Whether only one side of a split is here."""
    if isinstance(ruling, Join):
        return False
    went, stayed = {ruling.own, *ruling.keys} & set(here), set(ruling.rest) & set(here)
    return bool(went) != bool(stayed)


def parted_from(together: Together, decision: Decision) -> str | None:
    """A title of the work that this split keeps these from; ``None`` when none is left."""
    here = {group.under for group in together.groups}
    ruling = ruling_of(decision)
    if not isinstance(ruling, Split):
        return None
    others = list(decision.titles)
    if here & {ruling.own, *ruling.keys}:
        others = titles_of_keys(id_of(key) for key in ruling.rest)
    return next((each for each in sorted(others) if each not in together.keys), None)


def _said(rows: Iterable[TitleRow], keys: dict[str, OwnKey]) -> dict[int, tuple[Evidence, str]]:
    """What titles here say, by number, each with the first that says it."""
    found: dict[int, tuple[Evidence, str]] = {}
    for row in (row for row in rows if row.title_id in keys):
        for evidence in evidence_of(row.description, keys[row.title_id].text):
            found.setdefault(evidence.number, (evidence, row.title_id))
    return found


def _elsewhere(values: Iterable[int], here: Collection[str]) -> list[tuple[Kind, int, str]]:
    """Other titles that say one of these, the strongest evidence first."""
    found: list[tuple[Kind, int, str]] = []
    for chunk in in_chunks(values):
        sql = f"SELECT kind, value, title FROM rows_evidence WHERE {among('value', chunk)}"  # noqa: S608 -- marks only
        rows = ((kind, value, id_of(title)) for kind, value, title in select(DERIVED, sql, chunk))
        found += [(Kind(kind), value, title) for kind, value, title in rows if title not in here]
    return sorted(found)


def _apart(apart: Apart, together: Together) -> Apart:
    """The same with the reason."""
    its_keys = own_keys(apart.work_id)
    decision = _parting(together, its_keys)
    if decision:
        return replace(apart, why=Obstacle.DECIDED, decision=decision)
    here, there = together.keys[apart.here].text, its_keys[apart.elsewhere].text
    return replace(apart, why=obstacle(apart.evidence.kind, here, there))


def _parting(together: Together, its_keys: dict[str, OwnKey]) -> str:
    """The split that keeps this work and the one with those titles apart, if there is one."""
    here = {group.under for group in together.groups}
    for each in together.decisions:
        ruling = ruling_of(each)
        if not isinstance(ruling, Split):
            continue
        there = {
            ruling.own if title_id in each.titles else number_of(key.key_id)
            for title_id, key in its_keys.items()
        }
        went, stayed = {ruling.own, *ruling.keys}, set(ruling.rest)
        if (here & went and there & stayed) or (here & stayed and there & went):
            return each.own_id
    return ""


def splits_between(work_ids: Iterable[str]) -> list[Decision]:
    """The standing splits that keep any of these works apart, newest first."""
    standing = standing_decisions()
    works = [own_keys(work_id) for work_id in work_ids]
    under = [_unders(keys, standing) for keys in works]
    titles = [title_id for keys in works for title_id in keys]
    named = {id_of(number) for here in under for number in here} | set(keys_had(titles))
    touching = standing.naming(named | set(titles))
    return [each for each in touching if _parts_two(ruling_of(each), under)]


def _unders(keys: dict[str, OwnKey], standing: Decided) -> set[int]:
    """What titles with these keys are grouped under."""
    set_apart = _set_apart(standing, keys)
    return {set_apart.get(title_id, number_of(key.key_id)) for title_id, key in keys.items()}


def _parts_two(ruling: Ruling, works: Sequence[set[int]]) -> bool:
    """Whether a split has one side in one of these works and the other in another."""
    if isinstance(ruling, Join):
        return False
    went, stayed = {ruling.own, *ruling.keys}, set(ruling.rest)
    left = [place for place, here in enumerate(works) if here & went]
    kept = [place for place, here in enumerate(works) if here & stayed]
    return any(one != other for one in left for other in kept)
