"""The librarian's view: the record as it was loaded, field by field, and what was wrong with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

import msgspec
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from commonplace.catalogue.corrections.recorded import record_says
from commonplace.catalogue.queries import StoredRecord, TitleRow, source_record
from commonplace.records.problems import PROBLEMS, Problem
from commonplace.records.readers import Frame, Serialization, read_record
from commonplace.records.record import Field
from commonplace.web.answering import answer
from commonplace.web.blocks.titles import ShownTitle
from commonplace.web.corrections import NO_CORRECTIONS, Corrections, corrections_shown
from commonplace.web.pages.finding import title_or_nothing
from commonplace.web.pages.troubles import read_only

_SUFFIXES = {
    Serialization.MARC21: ("mrc", "application/marc"),
    Serialization.MARCXML: ("xml", "application/marcxml+xml"),
    Serialization.JSON: ("json", "application/marc-in-json"),
}
_problems = msgspec.json.Decoder(list[Problem])
MOST_CHARACTERS = 60_000
_MARKUP = 60


@dataclass(frozen=True)
class RecordPage:
    """One source record, read again for showing."""

    row: TitleRow
    stored: StoredRecord
    corrections: Corrections = NO_CORRECTIONS

    @property
    def title(self) -> ShownTitle:
        """Whose record it is."""
        return ShownTitle(self.row)

    @cached_property
    def _read(self) -> tuple[str, tuple[Field, ...]]:
        record, _found = read_record(Frame(1, 0, self.stored.content, self.serialization))
        if record is None:
            return "", ()
        return record.leader, tuple(record.fields())

    @property
    def serialization(self) -> Serialization:
        """How the record came."""
        return serialization_of(self.stored)

    @property
    def leader(self) -> str:
        """The leader, blanks shown as MARC people write them."""
        return self._read[0].replace(" ", "#")

    @property
    def fields(self) -> Sequence[Field]:
        """Every field in the record's order."""
        return self._shown

    @cached_property
    def _shown(self) -> tuple[Field, ...]:
        """As many fields as make a page one can read; the download has them all."""
        room, shown = MOST_CHARACTERS, []
        for field in self._read[1]:
            room -= len(field.value) + sum(len(v) + _MARKUP for _, v in field.subfields) + _MARKUP
            if room < 0:
                break
            shown.append(field)
        return tuple(shown)

    @property
    def left_out(self) -> int:
        """How many fields the page leaves to the download."""
        return len(self._read[1]) - len(self.fields)

    @property
    def problems(self) -> Sequence[Problem]:
        """What was wrong with it, and what was done."""
        return _problems.decode(self.stored.problems or "[]")

    def meaning(self, code: str) -> str:
        """What a problem's code means."""
        known = PROBLEMS.get(code)
        return _(known.meaning) if known else code

    @property
    def download(self) -> str:
        """Where the record can be had as it came."""
        return f"{self.title.address}/record/file"

    @property
    def download_label(self) -> str:
        """What that file is."""
        return _("Download as it came (%(serialization)s)") % {
            "serialization": self.serialization.value
        }

    @property
    def changed(self) -> datetime:
        """When it last changed."""
        return self.stored.changed

    def facts(self) -> dict[str, Any]:
        """The record as JSON: MARC-in-JSON, and the problems."""
        leader, fields = self._read
        return {
            "title_id": self.row.title_id,
            "source": self.stored.source,
            "control_number": self.stored.control_number,
            "first_loaded": self.stored.first_loaded,
            "changed": self.stored.changed,
            "record": {"leader": leader, "fields": [_in_json(field) for field in fields]},
            "problems": [
                {"code": each.code, "place": each.place, "done": each.done}
                for each in self.problems
            ],
            "overrides": self.corrections.facts(),
        }


@read_only
def record_page(request: HttpRequest, title_id: str) -> HttpResponse:
    """The record behind a title."""
    row = title_or_nothing(title_id)
    stored = record_or_nothing(title_id)
    corrections = corrections_shown(title_id, row.description, lambda: record_says(title_id))
    return answer(request, "record/page.html", RecordPage(row, stored, corrections))


@read_only
def record_file(_request: HttpRequest, title_id: str) -> HttpResponse:
    """The record's own bytes, to keep."""
    title_or_nothing(title_id)
    stored = record_or_nothing(title_id)
    name, kind = _SUFFIXES[serialization_of(stored)]
    response = HttpResponse(stored.content, content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="{title_id}.{name}"'
    return response


def serialization_of(stored: StoredRecord) -> Serialization:
    """How a stored record is written down."""
    for each in Serialization:
        if stored.serialization in (each.value, each.name):
            return each
    return Serialization.MARC21


def record_or_nothing(title_id: str) -> StoredRecord:
    """The record behind a title, or ``Http404``."""
    stored = source_record(title_id)
    if stored is None:
        raise Http404
    return stored


def _in_json(field: Field) -> dict[str, Any]:
    if not field.subfields:
        return {field.tag: field.value}
    two = field.indicators.ljust(2)
    subfields = [{code: value} for code, value in field.subfields]
    return {field.tag: {"ind1": two[0], "ind2": two[1], "subfields": subfields}}
