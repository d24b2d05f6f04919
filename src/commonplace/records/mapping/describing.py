"""``describe``: one walk through a record, one frozen answer.

The order of things: the plan gathers, rows of text take their steps, ``CONCLUSIONS`` decide what
needs several fields, twins in the original script are put beside. Nothing here raises for what a
record contains; what is wrong is a ``Problem``.
"""

from enum import StrEnum
from typing import Any

from msgspec import Struct

from commonplace.bibliography import Description, HoldingsStatement, Item
from commonplace.records.mapping.conclusions import CONCLUSIONS, TOGETHER
from commonplace.records.mapping.conclusions.copies import holdings, items
from commonplace.records.mapping.conclusions.titles import parted
from commonplace.records.mapping.plan import Gathered, Plan
from commonplace.records.mapping.rows import BadRow
from commonplace.records.mapping.tables import TABLES
from commonplace.records.problems import Problem
from commonplace.records.record import Record


class RecordKind(StrEnum):
    """What a record is a record of, by leader/06."""

    BIBLIOGRAPHIC = "bibliographic"
    AUTHORITY = "authority"
    HOLDINGS = "holdings"
    OTHER = "other"


class Described(Struct, frozen=True):
    """Everything one walk through a record gives.

    ``control_number`` is 001 without blanks at its edges, empty where there is none. Only a
    bibliographic record has a description; a holdings record has items and statements.
    """

    kind: RecordKind
    control_number: str = ""
    is_deleted: bool = False
    description: Description = Description()
    items: tuple[Item, ...] = ()
    holdings: tuple[HoldingsStatement, ...] = ()
    problems: tuple[Problem, ...] = ()


PLAN = Plan(*TABLES.values())

_KINDS = dict.fromkeys("acdefgijkmnoprt", RecordKind.BIBLIOGRAPHIC) | {
    "z": RecordKind.AUTHORITY,
    "w": RecordKind.OTHER,
    "q": RecordKind.OTHER,
    **dict.fromkeys("uvxy", RecordKind.HOLDINGS),
}
_PARTS = dict(Description.__annotations__)
_STRAIGHT = PLAN.texts & frozenset(_PARTS)
_SINGLE = frozenset(name for name in _STRAIGHT if _PARTS[name] is str)
_OF_THE_STATEMENT = ("place", "publisher")


def _refuse_crooked_rows() -> None:
    """A row named like a part of the description must give what that part is: text, or texts."""
    for name in _STRAIGHT - _SINGLE:
        if _PARTS[name] != tuple[str, ...]:
            raise BadRow(f'row("{name}", …): this part of the description is not text')
    both = _STRAIGHT & {name for name, _ in CONCLUSIONS}
    if both:
        raise BadRow(f"{sorted(both)}: from a row and from a conclusion; only one may have it")


_refuse_crooked_rows()


def describe(record: Record) -> Described:
    """What the record says: its description, copies, holdings and everything wrong with it."""
    kind = kind_of(record.leader)
    if kind in (RecordKind.AUTHORITY, RecordKind.OTHER):
        return Described(kind, _control_number(record), record.leader[5] == "d")
    gathered = PLAN.gather(record)
    description = Description()
    if kind is RecordKind.BIBLIOGRAPHIC:
        _check_fixed_fields(gathered)
        description = _description(gathered)
    copies, statements = items(gathered), holdings(gathered)
    return Described(
        kind,
        gathered.first("control_number").strip(),
        record.leader[5] == "d",
        description,
        copies,
        statements,
        tuple(dict.fromkeys(gathered.problems)) if gathered.problems else (),
    )


def kind_of(leader: str) -> RecordKind:
    """What a record with this leader is a record of; unknown types are read as bibliographic."""
    return _KINDS.get(leader[6:7], RecordKind.BIBLIOGRAPHIC)


def _control_number(record: Record) -> str:
    return next((field.value.strip() for field in record.fields({"001"})), "")


def _description(gathered: Gathered) -> Description:
    parts = _straight(gathered)
    for _, conclude in TOGETHER:
        parts |= conclude(gathered)
    for name, decide in CONCLUSIONS:
        found = decide(gathered)
        if found or found is False:
            parts[name] = found
    parts |= _lists(gathered)
    if gathered.first("suppressed") == "1":
        parts["is_suppressed"] = True
    if gathered.vernacular or gathered.twins or "unlinked_titles" in gathered.texts:
        _add_vernacular(parts, gathered)
    return Description(**parts)


def _straight(gathered: Gathered) -> dict[str, Any]:
    """The parts that rows give by themselves; evidence is brought into shape on the way."""
    steps_of, texts = PLAN.steps, gathered.texts
    parts: dict[str, Any] = {}
    for name in texts:
        found = texts[name]
        for step in steps_of.get(name, ()):
            found = step(found)
        texts[name] = found
        if found and name in _STRAIGHT:
            parts[name] = found[0] if name in _SINGLE else tuple(found)
    return parts


def _lists(gathered: Gathered) -> dict[str, Any]:
    """The parts whose builders made them ready."""
    values, parts = gathered.values, {}
    if "contents_of" in values:
        notes = values["contents_of"] + gathered.twins.get("contents_of", [])
        parts["contents"] = tuple(line for note in notes for line in note)
    if "critics" in values:
        parts["critics"] = tuple(values["critics"])
    if "numbers" in values:
        parts["call_numbers"] = tuple(dict.fromkeys(values["numbers"]))
    return parts


def _add_vernacular(parts: dict[str, Any], gathered: Gathered) -> None:
    """Put the twins beside: single parts by name, titles among titles, notes among notes."""
    said = _in_steps(gathered)
    vernacular = {name: texts[0] for name, texts in said.items() if name in _SINGLE}
    if "title_printed" in said:
        title, remainder, parallel = parted(
            said["title_printed"][0], _first(said, "remainder_printed")
        )
        vernacular |= {"title_proper": title, "remainder": remainder}
        said.setdefault("variants", []).extend(parallel)
    for line in gathered.twins.get("publications", [])[:1]:
        vernacular |= {name: getattr(line, name) for name in _OF_THE_STATEMENT}
    kept = {name: text for name, text in vernacular.items() if text}
    if kept:
        parts["vernacular"] = kept
    others = [
        *said.get("variants", ()),
        *said.get("parallel_in_246", ()),
        *gathered.texts.get("unlinked_titles", ()),
    ]
    if others:
        parts["vernacular_titles"] = tuple(dict.fromkeys(others))
    for name in said.keys() & (_STRAIGHT - _SINGLE):
        parts[name] = tuple(dict.fromkeys((*parts.get(name, ()), *said[name])))


def _in_steps(gathered: Gathered) -> dict[str, list[str]]:
    said: dict[str, list[str]] = {}
    for name in gathered.vernacular:
        texts = gathered.vernacular[name]
        for step in PLAN.steps.get(name, ()):
            texts = step(texts)
        if texts:
            said[name] = texts
    return said


def _first(said: dict[str, list[str]], name: str) -> str:
    return next(iter(said.get(name, ())), "")


_WHOLE_008 = 40


def _check_fixed_fields(gathered: Gathered) -> None:
    codes = gathered.first("codes_008")
    if not codes:
        gathered.report(
            "fixed_field_missing", "008", "dates and codes were taken from other fields"
        )
    elif len(codes) < _WHOLE_008 - 1:
        gathered.report(
            "fixed_field_short", "008", f"{len(codes)} characters of 40; the rest is unknown"
        )
    if not gathered.first("control_number").strip():
        gathered.report("control_number_missing", "001", "it gets a number made from its content")
