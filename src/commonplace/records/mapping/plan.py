"""Tables compiled once into a plan per tag, so that a record's fields are walked once.

For each tag the plan holds a few small closures with their subfield codes already bound; walking
is one dictionary look-up a field and one loop over its subfields. What is gathered lies under the
rows' names: texts for ``row``, values for ``each``.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from commonplace.records.mapping.pairs import Twins, twins_of
from commonplace.records.mapping.rows import BadRow, Builder, Each, Place, Row, Table
from commonplace.records.mapping.steps import Step
from commonplace.records.problems import Problem
from commonplace.records.record import Field, Record


class Gathered:
    """What the walk found, under the rows' names; ``vernacular`` and ``twins``: the same of 880."""

    __slots__ = ("leader", "problems", "texts", "twins", "values", "vernacular")

    def __init__(self, leader: str = "") -> None:
        self.leader = leader
        self.texts: defaultdict[str, list[str]] = defaultdict(list)
        self.values: defaultdict[str, list[Any]] = defaultdict(list)
        self.vernacular: dict[str, list[str]] = {}
        self.twins: dict[str, list[Any]] = {}
        self.problems: list[Problem] = []

    def first(self, name: str) -> str:
        """The first text under this name, or an empty string."""
        found = self.texts.get(name)
        return found[0] if found else ""

    def report(self, code: str, place: str, done: str) -> None:
        """Remember that something was wrong, where, and what was done about it."""
        self.problems.append(Problem(code, place, done))


Act = Callable[[Field, Gathered], None]


class Plan:
    """All the tables as one: which tags are wanted and what to do with each."""

    __slots__ = ("_acts", "steps", "tags", "texts")

    def __init__(self, *tables: Table) -> None:
        rows = [line for table in tables for line in table]
        _refuse_doubles(rows)
        self._acts = _compiled(rows)
        self.texts = frozenset(line.name for line in rows if isinstance(line, Row))
        self.steps: dict[str, tuple[Step, ...]] = {
            line.name: line.steps for line in rows if isinstance(line, Row) and line.steps
        }
        self.tags = frozenset(self._acts) - {"leader"} | {"880"}

    def gather(self, record: Record) -> Gathered:
        """Walk the record's fields once and keep what the rows ask for."""
        gathered = Gathered(record.leader)
        fields = list(record.fields(self.tags))
        for act in self._acts.get("leader", ()):
            act(Field("leader", value=record.leader), gathered)
        for each in fields:
            if each.tag == "880":
                self._walk_with_twins(twins_of(fields), gathered)
                break
        else:
            acts = self._acts
            for each in fields:
                for act in acts[each.tag]:
                    act(each, gathered)
        return gathered

    def _walk_with_twins(self, twins: Twins, gathered: Gathered) -> None:
        for problem in twins.problems:
            gathered.problems.append(problem)
        for each, twin in twins.pairs:
            acts = self._acts.get(each.tag, ())
            if twin is None:
                for act in acts:
                    act(each, gathered)
            else:
                _act_on_both(acts, (each, twin), gathered)


def _act_on_both(acts: tuple[Act, ...], both: tuple[Field, Field], gathered: Gathered) -> None:
    other = Gathered()
    before = {name: len(found) for name, found in gathered.values.items()}
    for act in acts:
        act(both[0], gathered)
        act(both[1], other)
    _join(gathered, other, before)


def _join(gathered: Gathered, other: Gathered, before: dict[str, int]) -> None:
    for name, texts in other.texts.items():
        gathered.vernacular.setdefault(name, []).extend(texts)
    for name, values in other.values.items():
        made = gathered.values[name]
        gathered.twins.setdefault(name, []).extend(values)
        if len(made) > before.get(name, 0):
            made[-1] = _with_vernacular(made[-1], values[0])


def _with_vernacular(value: Any, twin: Any) -> Any:
    """The value with its twin in the original script, where such values can carry one."""
    if not isinstance(value, msgspec.Struct) or "vernacular" not in value.__struct_fields__:
        return value
    return msgspec.structs.replace(value, vernacular=_said(twin))


def _said(value: Any) -> str:
    return next((getattr(value, name) for name in _SAYING if hasattr(value, name)), "")


_SAYING = ("label", "name", "title")


def _refuse_doubles(rows: Iterable[Row | Each]) -> None:
    seen: set[str] = set()
    for line in rows:
        if line.name in seen:
            raise BadRow(f"{line.name}: two rows have this name; put their fields into one")
        seen.add(line.name)


def _compiled(rows: Iterable[Row | Each]) -> dict[str, tuple[Act, ...]]:
    single: dict[str, list[dict[str, str]]] = {}
    parts: dict[str, list[tuple[str, slice | None]]] = {}
    acts: dict[str, list[Act]] = {}
    for line in rows:
        for place in line.places:
            mine = acts.setdefault(place.tag, [])
            if isinstance(line, Each):
                mine.append(_maker(line.name, place, line.builder))
            elif not place.codes and place.indicator_value is None:
                parts.setdefault(place.tag, []).append((line.name, place.positions))
            elif len(place.codes) == 1 and place.which_indicator is None:
                _bind(single.setdefault(place.tag, []), place.codes, line.name)
            else:
                mine.append(_taker(line.name, place))
    for tag, layers in single.items():
        acts[tag][:0] = [_letters(layer) for layer in layers]
    for tag, wanted in parts.items():
        acts[tag].append(_parts(tuple(wanted)))
    return {tag: tuple(mine) for tag, mine in acts.items()}


def _bind(layers: list[dict[str, str]], code: str, name: str) -> None:
    """Put the code into the first layer that does not use it yet: one loop serves many rows."""
    for layer in layers:
        if code not in layer:
            layer[code] = name
            return
    layers.append({code: name})


def _letters(names: dict[str, str]) -> Act:
    wanted = names.get

    def take(field: Field, gathered: Gathered) -> None:
        texts = gathered.texts
        for code, value in field.subfields:
            name = wanted(code)
            if name is not None and value:
                texts[name].append(value)

    return take


def _parts(wanted: tuple[tuple[str, slice | None], ...]) -> Act:
    def take(field: Field, gathered: Gathered) -> None:
        texts, value = gathered.texts, field.value
        for name, positions in wanted:
            part = value if positions is None else value[positions]
            if part and not part.isspace():
                texts[name].append(part)

    return take


def _taker(name: str, place: Place) -> Act:
    """The closure for an indicator, for joined subfields, and for fields with asked indicators."""
    if place.indicator_value is not None:
        return _indicator(name, place.indicator_value)
    codes, suits, is_joined = frozenset(place.codes), place.suits, len(place.codes) > 1

    def take(field: Field, gathered: Gathered) -> None:
        if suits(field):
            found = [value for code, value in field.subfields if code in codes and value]
            if found:
                gathered.texts[name] += [" ".join(found)] if is_joined else found

    return take


def _indicator(name: str, which: int) -> Act:
    def take(field: Field, gathered: Gathered) -> None:
        gathered.texts[name].append(field.indicators[which])

    return take


def _maker(name: str, place: Place, builder: Builder) -> Act:
    suits = place.suits

    def make(field: Field, gathered: Gathered) -> None:
        value = builder(field)
        if value is not None:
            gathered.values[name].append(value)

    def make_if(field: Field, gathered: Gathered) -> None:
        if suits(field):
            make(field, gathered)

    return make if place.which_indicator is None else make_if
