"""The form that corrects one field: its entries as they are shown, sent, and given back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.http import QueryDict
from django.utils.translation import gettext as _

from commonplace.bibliography import FORMATS
from commonplace.catalogue.corrections.entries import (
    AUDIENCES,
    MOST_LINE,
    MOST_PROSE,
    MOST_REASON,
    MOST_ROWS,
    Entries,
    rows_of_entries,
)
from commonplace.catalogue.corrections.fields import Field, Kind, Value
from commonplace.catalogue.corrections.filling import entries_of
from commonplace.web.words.choices import value_label
from commonplace.web.words.corrections import CONTRIBUTOR_KINDS, RELATIONS
from commonplace.web.words.formats import format_label

BLANK_ROWS, MORE_ROWS = 2, 5
_OURS = frozenset(
    {"csrfmiddlewaretoken", "field", "deed", "reason", "instead_of", "blank", "override", "from"}
)
_CHOSEN = frozenset({"kind", "relation", "place"})  # these say nothing of a row by themselves
_LISTS = frozenset({Kind.PEOPLE, Kind.SERIES, Kind.LINKS})
Choices = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a form that holds a list."""

    number: int
    entries: Entries

    def get(self, name: str) -> str:
        """What this row holds under this name."""
        return self.entries.get(f"{name}-{self.number}", "")


@dataclass(frozen=True, slots=True)
class CorrectionForm:
    """One field's form. ``instead_of`` is the correction in force when it was shown, 0 for none."""

    field: Field
    entries: Entries
    instead_of: int = 0
    reason: str = ""
    blank: int = BLANK_ROWS
    trouble: str = ""

    @property
    def kind(self) -> str:
        """Which inputs it has."""
        return self.field.kind.value

    def get(self, name: str) -> str:
        """What is entered under this name."""
        return self.entries.get(name, "")

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows that are filled, and some to fill."""
        numbers = rows_of_entries(self.entries)
        first = numbers[-1] + 1 if numbers else 0
        room = max(0, min(self.blank, MOST_ROWS - len(numbers)))
        return tuple(
            Row(number, self.entries) for number in (*numbers, *range(first, first + room))
        )

    @property
    def is_too_long(self) -> bool:
        """Whether the record's list is longer than any form here."""
        return self.field.kind in _LISTS and len(rows_of_entries(self.entries)) > MOST_ROWS

    @property
    def has_rows(self) -> bool:
        """Whether it holds a list."""
        return self.field.kind in _LISTS

    @property
    def formats(self) -> Choices:
        """The formats to choose from, in the order of their names."""
        return sorted(((code, format_label(code)) for code in FORMATS), key=lambda each: each[1])

    @property
    def audiences(self) -> Choices:
        """The audiences to choose from."""
        return [
            (code, value_label("audience", code) if code else _("Not said")) for code in AUDIENCES
        ]

    @property
    def contributor_kinds(self) -> Choices:
        """What a contributor can be."""
        return _translated(CONTRIBUTOR_KINDS)

    @property
    def relations(self) -> Choices:
        """What a link can lead to."""
        return _translated(RELATIONS)

    @property
    def most_line(self) -> int:
        """How long one line may be."""
        return MOST_LINE

    @property
    def most_prose(self) -> int:
        """How long a text may be."""
        return MOST_PROSE

    @property
    def most_reason(self) -> int:
        """How long a reason may be."""
        return MOST_REASON

    def with_more_rows(self) -> "CorrectionForm":
        """The same with more rows to fill."""
        return replace(self, blank=self.blank + MORE_ROWS)


def filled_with(field: Field, value: Value, instead_of: int) -> CorrectionForm:
    """The form of a field as it holds this value."""
    return CorrectionForm(field, entries_of(field, value), instead_of)


def form_sent(field: Field, sent: QueryDict) -> CorrectionForm:
    """The form as it was sent. Rows nobody wrote in are offered again as blank ones."""
    entries = {name: str(sent[name]) for name in sent if name not in _OURS}
    return CorrectionForm(
        field,
        _without_blank_rows(entries) if field.kind in _LISTS else entries,
        _number(sent, "instead_of"),
        str(sent.get("reason", "")),
        min(_number(sent, "blank") or BLANK_ROWS, MOST_ROWS),
    )


def _without_blank_rows(entries: Entries) -> Entries:
    parts = {name: name.rpartition("-") for name in entries}
    written = {
        number
        for name, (what, _dash, number) in parts.items()
        if what not in _CHOSEN and entries[name].strip()
    }
    kept = (name for name, (what, _dash, number) in parts.items() if not what or number in written)
    return {name: entries[name] for name in kept}


def _number(sent: QueryDict, name: str) -> int:
    text = str(sent.get(name, ""))
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 18 else 0  # noqa: PLR2004 -- fits a database's number


def _translated(labels: Mapping[str, str]) -> Choices:
    return [(code, _(label)) for code, label in labels.items()]
