"""What a mapping table is made of: rows, in cataloguers' notation, checked when they are imported.

Two kinds and no third. ``row`` gathers text and passes it through steps; ``each`` hands every
matching field to one named builder. The notation (a small part of the community's MARCspec)::

    245$a          subfield a; every occurrence is a value
    246$a$b        subfields a and b of one field, in the record's order, joined by a space
    008/35-37      positions of a control field; ``leader/06`` of the leader; ``007`` all of it
    245^2          the second indicator itself
    520{^1=1}$a    only where the first indicator is 1; ``{^1!=14}``: neither 1 nor 4; ``#``: blank
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from commonplace.records.mapping.steps import STEPS, Step
from commonplace.records.record import Field

Builder = Callable[[Field], Any]

_PLACE = re.compile(
    r"(?P<tag>\d{3}|leader)"
    r"(?:\{\^(?P<which>[12])(?P<op>!?=)(?P<among>[0-9a-z#]+)\})?"
    r"(?:\^(?P<value>[12])|(?P<codes>(?:\$[0-9a-z*])+)|/(?P<start>\d{2})(?:-(?P<end>\d{2}))?)?"
)


class BadRow(ValueError):
    """A row that cannot be carried out. The message quotes it and says why."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place in a record that a row asks for."""

    tag: str
    codes: str = ""
    positions: slice | None = None
    indicator_value: int | None = None
    which_indicator: int | None = None
    indicator_is: bool = True
    indicator_among: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether it asks for the field, not for a part of it."""
        return not self.codes and self.positions is None and self.indicator_value is None

    def suits(self, field: Field) -> bool:
        """Whether the field's indicators are those the row asks for."""
        if self.which_indicator is None:
            return True
        at = self.which_indicator
        return (field.indicators[at : at + 1] in self.indicator_among) is self.indicator_is


@dataclass(frozen=True, slots=True)
class Row:
    """Text from some places, through some steps, under a name."""

    name: str
    places: tuple[Place, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Each:
    """Every field of some places, through one builder, under a name."""

    name: str
    places: tuple[Place, ...]
    builder: Builder


Table = tuple[Row | Each, ...]


def row(name: str, places: str, *steps: Step) -> Row:
    """A row of text: its name, where it is in the record, and the steps it goes through.

    Raises ``BadRow`` for a notation or a step nobody knows.
    """
    quoted = f'row("{name}", "{places}", …)'
    parsed = _parsed(places, quoted)
    for place in parsed:
        if place.is_whole and not place.tag.startswith("00"):
            raise BadRow(f"{quoted}: {place.tag} needs a subfield, such as {place.tag}$a")
    for step in steps:
        if step not in STEPS.values():
            raise BadRow(f"{quoted}: {step!r} is not in the dictionary of steps")
    return Row(name, parsed, steps)


def each(name: str, places: str, builder: Builder) -> Each:
    """A row of fields: its name, the tags, and the builder that makes a value of each.

    Raises ``BadRow`` for a notation nobody knows or a place inside a field.
    """
    quoted = f'each("{name}", "{places}", …)'
    parsed = _parsed(places, quoted)
    for place in parsed:
        if not place.is_whole:
            raise BadRow(f"{quoted}: a builder takes whole fields; write {place.tag} alone")
    return Each(name, parsed, builder)


def _parsed(places: str, quoted: str) -> tuple[Place, ...]:
    words = places.split()
    if not words:
        raise BadRow(f"{quoted}: names no field")
    return tuple(_place(word, quoted) for word in words)


def _place(word: str, quoted: str) -> Place:
    found = _PLACE.fullmatch(word)
    if found is None:
        raise BadRow(
            f"{quoted}: {word!r} is not a place in a record (245$a, 008/35-37, 520{{^1=1}}$a)"
        )
    if found["codes"] and (word.startswith("00") or found["tag"] == "leader"):
        raise BadRow(f"{quoted}: {found['tag']} has positions, not subfields")
    if found["start"] and not word.startswith(("00", "leader")):
        raise BadRow(f"{quoted}: {found['tag']} has subfields, not positions")
    return Place(
        tag=found["tag"],
        codes=(found["codes"] or "").replace("$", ""),
        positions=_positions(found["start"], found["end"], quoted),
        indicator_value=int(found["value"]) - 1 if found["value"] else None,
        which_indicator=int(found["which"]) - 1 if found["which"] else None,
        indicator_is=found["op"] != "!=",
        indicator_among=(found["among"] or "").replace("#", " "),
    )


def _positions(start: str | None, end: str | None, quoted: str) -> slice | None:
    if start is None:
        return None
    stop = int(end or start) + 1
    if stop <= int(start):
        raise BadRow(f"{quoted}: {start}-{end} runs backwards")
    return slice(int(start), stop)
