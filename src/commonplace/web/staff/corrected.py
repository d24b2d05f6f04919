"""Every correction in force, those first whose record changed since: a list for staff."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil
from typing import Any

from django.http import HttpRequest, HttpResponse

from commonplace.bibliography import Description
from commonplace.catalogue.corrections.applying import said_of
from commonplace.catalogue.corrections.in_force import Correction, corrections_in_force
from commonplace.catalogue.corrections.recorded import RecordNow, record_now, records_say
from commonplace.catalogue.queries import TitleRow, titles_by_id
from commonplace.web.answering import answer
from commonplace.web.blocks.titles import ShownTitle, Text
from commonplace.web.corrections import texts_of
from commonplace.web.pages.troubles import read_only
from commonplace.web.staff.door import staff_only
from commonplace.web.words.corrections import field_of_title

A_PAGE = 50
_ORDER = list(RecordNow)
TO_LOOK_AT = frozenset({RecordNow.AGREES, RecordNow.CHANGED})


@dataclass(frozen=True, slots=True)
class CorrectedField:
    """One correction in force, with its title and what the record says by now."""

    correction: Correction
    record_now: RecordNow
    row: TitleRow | None
    says: Description | None

    @property
    def title(self) -> ShownTitle | None:
        """Its title, where that is in the catalogue."""
        return ShownTitle(self.row) if self.row else None

    @property
    def name(self) -> str:
        """The field's name in addresses."""
        return self.correction.field

    @property
    def label(self) -> str:
        """What the field is called."""
        return field_of_title(self.correction.field)

    @property
    def address(self) -> str:
        """Where it is corrected."""
        return f"/staff/title/{self.correction.title_id}"

    @property
    def ours(self) -> tuple[Text, ...]:
        """What the library says."""
        return texts_of(self.name, self.correction.value, self._languages)

    @property
    def record(self) -> tuple[Text, ...]:
        """What the record says now."""
        if self.says is None:
            return ()
        return texts_of(self.name, said_of(self.says, self.name), self._languages)

    @property
    def _languages(self) -> Sequence[str]:
        return self.row.description.languages if self.row else ()

    def facts(self) -> dict[str, Any]:
        """The correction as JSON."""
        return {
            "title_id": self.correction.title_id,
            "title": self.row.description.full_title if self.row else "",
            "field": self.name,
            "override": self.correction.override_id,
            "record_now": self.record_now.value,
            "reason": self.correction.reason,
            "made_by": self.correction.made_by_name,
            "made": self.correction.made,
        }


@dataclass(frozen=True)
class CorrectedPage:
    """A page of the corrections in force."""

    page: int
    done: str = ""

    @cached_property
    def _all(self) -> list[tuple[Correction, RecordNow]]:
        return _in_order(self._says, self._corrections)

    @cached_property
    def _corrections(self) -> Sequence[Correction]:
        return corrections_in_force()

    @cached_property
    def _says(self) -> Mapping[str, Description]:
        return records_say({each.title_id for each in self._corrections})

    @cached_property
    def shown(self) -> tuple[CorrectedField, ...]:
        """Those of this page."""
        first = (self.page - 1) * A_PAGE
        chosen = self._all[first : first + A_PAGE]
        rows = titles_by_id(list({each.title_id for each, _now in chosen}))
        return tuple(
            CorrectedField(each, now, rows.get(each.title_id), self._says.get(each.title_id))
            for each, now in chosen
        )

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self._all)

    @property
    def to_look_at(self) -> int:
        """How many of them have a record that changed."""
        return sum(now in TO_LOOK_AT for _each, now in self._all)

    @property
    def pages(self) -> tuple[tuple[int, str], ...]:
        """The pages there are, with their addresses."""
        last = max(1, ceil(self.total / A_PAGE))
        return tuple((n, f"{descriptions_address()}?page={n}") for n in range(1, last + 1))

    @property
    def was_let_go(self) -> bool:
        """Whether a correction was let go of just now."""
        return self.done in {"undone", "later"}

    def facts(self) -> dict[str, Any]:
        """The corrections as JSON."""
        return {
            "total": self.total,
            "to_look_at": self.to_look_at,
            "page": self.page,
            "corrections": [each.facts() for each in self.shown],
        }


@staff_only
@read_only
def corrected_page(request: HttpRequest) -> HttpResponse:
    """What the library says otherwise than its records."""
    number = str(request.GET.get("page", "1"))
    is_number = number.isascii() and number.isdecimal() and len(number) < len("10000")
    page = CorrectedPage(max(1, int(number)) if is_number else 1, str(request.GET.get("done", "")))
    return answer(request, "staff/descriptions.html", page)


def descriptions_address() -> str:
    """Where every correction in force is listed."""
    return "/staff/descriptions"


def count_to_look_at() -> int:
    """How many corrections have a record that changed since, or says the same by now."""
    return CorrectedPage(1).to_look_at


def _in_order(
    says: Mapping[str, Description], corrections: Sequence[Correction]
) -> list[tuple[Correction, RecordNow]]:
    """Those whose record changed first, each kind newest first."""
    found = [(each, record_now(each, says.get(each.title_id))) for each in corrections]
    return sorted(found, key=lambda pair: _ORDER.index(pair[1]))
