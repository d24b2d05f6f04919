"""Fields in the original script and the fields they stand beside: MARC 21 880 and subfield $6.

A field says ``$6 880-01``; the 880 with ``$6 245-01`` is its twin. Pairs are resolved here, once,
when fields are taken from the record, never row by row. Occurrence 00 means: there is no twin. Such
a field is read as the field it stands for, but a title among them stays an 880, so that it never
takes the place of the title proper. A link that leads nowhere is mended where only one field of
that tag waits, and reported otherwise.
"""

import re
from dataclasses import dataclass

from commonplace.records.problems import Problem
from commonplace.records.record import Field

TITLES = frozenset({"130", "210", "222", "240", "242", "245", "246", "247", "730", "740"})
_LINK = re.compile(r"\s*(\d{3})-(\d{2})")


@dataclass(frozen=True, slots=True)
class Twins:
    """Every field that is not a twin, each with its twin or ``None``; and what did not fit."""

    pairs: tuple[tuple[Field, Field | None], ...]
    problems: tuple[Problem, ...]


def twins_of(fields: list[Field]) -> Twins:
    """The record's fields, paired."""
    pairing = _Pairing(fields)
    pairs = tuple((each, pairing.twin_of(each)) for each in fields if each.tag != "880")
    return Twins(pairs + pairing.left_over(), tuple(pairing.problems))


class _Pairing:
    def __init__(self, fields: list[Field]) -> None:
        self.problems: list[Problem] = []
        self._alone: list[Field] = []
        self._waiting: dict[tuple[str, str], list[Field]] = {}
        self._count: dict[str, int] = {}
        for each in fields:
            if each.tag == "880":
                self._put_aside(each)
            else:
                self._count[each.tag] = self._count.get(each.tag, 0) + 1

    def _put_aside(self, twin: Field) -> None:
        link = _LINK.match(twin.first("6"))
        if link is None:
            self.problems.append(
                Problem("vernacular_unlinked", "880", "kept as a title in the original script")
            )
            self._alone.append(twin)
        elif link[2] == "00":
            self._alone.append(_as(link[1], twin))
        else:
            self._waiting.setdefault((link[1], link[2]), []).append(_renamed(link[1], twin))

    def twin_of(self, field: Field) -> Field | None:
        """The twin of this field, taken out of those that wait."""
        link = _LINK.match(field.first("6")) if field.subfields else None
        if link is not None and link[1] == "880":
            found = self._waiting.get((field.tag, link[2]))
            return found.pop(0) if found else None
        return self._only_one_for(field)

    def _only_one_for(self, field: Field) -> Field | None:
        """The mended pair: one field of this tag, one twin for this tag, and no link."""
        if self._count.get(field.tag) != 1:
            return None
        keys = [key for key, found in self._waiting.items() if key[0] == field.tag and found]
        return self._waiting[keys[0]].pop(0) if len(keys) == 1 else None

    def left_over(self) -> tuple[tuple[Field, None], ...]:
        """The fields nobody stands beside, read as what they stand for."""
        for (tag, occurrence), found in self._waiting.items():
            for each in found:
                self._alone.append(_as(tag, each))
                self.problems.append(
                    Problem(
                        "vernacular_unlinked",
                        f"880 $6 {tag}-{occurrence}",
                        "no field links to it; read by itself",
                    )
                )
        return tuple((each, None) for each in self._alone)


def _renamed(tag: str, field: Field) -> Field:
    return Field(tag, field.indicators, tuple(field.subfields))


def _as(tag: str, field: Field) -> Field:
    return _renamed("880" if tag in TITLES else tag, field)
