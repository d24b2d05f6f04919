"""The library's own corrections of a title's description: made, looked at, undone by staff."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from commonplace.bibliography import Description
from commonplace.catalogue.corrections.applying import said_of
from commonplace.catalogue.corrections.entries import reason_from, value_from
from commonplace.catalogue.corrections.fields import FIELDS, Field
from commonplace.catalogue.corrections.in_force import Correction, corrections_of
from commonplace.catalogue.corrections.recorded import RecordNow, record_now, record_says
from commonplace.catalogue.corrections.refusals import BadEntry, CorrectionRefused
from commonplace.catalogue.queries import TitleRow
from commonplace.ingest import mending
from commonplace.web.answering import answer
from commonplace.web.blocks.titles import ShownTitle, Text
from commonplace.web.corrections import texts_of
from commonplace.web.pages.finding import title_or_nothing
from commonplace.web.pages.troubles import WITH_FORM, takes
from commonplace.web.staff.corrected import descriptions_address
from commonplace.web.staff.correcting import CorrectionForm, filled_with, form_sent
from commonplace.web.staff.door import Staff, staff_of, staff_only
from commonplace.web.words.corrections import field_of_title, sentence_of_refusal

UNPROCESSABLE, CONFLICT = 422, 409


@dataclass(frozen=True)
class FieldShown:
    """One field of the title: what the record says, what the library says, and its story."""

    field: Field
    says: Description | None
    history: Sequence[Correction]
    languages: Sequence[str]
    form: CorrectionForm | None = None
    undoing: "Undoing | None" = None

    @property
    def name(self) -> str:
        """Its name in addresses."""
        return self.field.name

    @property
    def label(self) -> str:
        """What it is called."""
        return field_of_title(self.name)

    @property
    def in_force(self) -> Correction | None:
        """The correction that holds now."""
        return next((each for each in self.history if each.is_in_force), None)

    @property
    def is_over_another(self) -> bool:
        """Whether undoing it brings back an earlier correction rather than the record."""
        return sum(each.undone is None for each in self.history) > 1

    @property
    def record(self) -> tuple[Text, ...]:
        """What the record says now."""
        if self.says is None:
            return ()
        return texts_of(self.name, said_of(self.says, self.name), self.languages)

    @property
    def ours(self) -> tuple[Text, ...]:
        """What the library says instead."""
        standing = self.in_force
        return texts_of(self.name, standing.value, self.languages) if standing else ()

    @property
    def record_now(self) -> RecordNow:
        """Whether the record changed since it was corrected."""
        standing = self.in_force
        return record_now(standing, self.says) if standing else RecordNow.SAME

    def said(self, each: Correction) -> tuple[Text, ...]:
        """What a correction of the past said."""
        return texts_of(self.name, each.value, self.languages)

    def facts(self) -> dict[str, Any]:
        """The field as JSON."""
        record = None if self.says is None else said_of(self.says, self.name)
        standing = self.in_force
        return {
            "field": self.name,
            "label": self.label,
            "record_says": msgspec.to_builtins(record),
            "corrected": msgspec.to_builtins(standing.value) if standing else None,
            "record_now": self.record_now.value if standing else None,
            "history": [_history_facts(each) for each in self.history],
        }


@dataclass(frozen=True, slots=True)
class Undoing:
    """What was entered to undo a correction, given back with what was wrong."""

    reason: str = ""
    trouble: str = ""


@dataclass(frozen=True)
class DescriptionPage:
    """One title's description, field by field, one of them opened to be corrected."""

    row: TitleRow
    opened: str = ""
    form: CorrectionForm | None = None
    undoing: Undoing = Undoing()
    done: str = ""

    @property
    def title(self) -> ShownTitle:
        """Whose description it is."""
        return ShownTitle(self.row)

    @cached_property
    def says(self) -> Description | None:
        """What the record says now."""
        return record_says(self.row.title_id)

    @cached_property
    def history(self) -> Sequence[Correction]:
        """Every correction there was."""
        return corrections_of(self.row.title_id)

    @cached_property
    def fields(self) -> tuple[FieldShown, ...]:
        """Every field that can be corrected."""
        return tuple(self._shown(field) for field in FIELDS.values())

    @property
    def address(self) -> str:
        """Where this page is."""
        return description_address(self.row.title_id)

    @property
    def list_address(self) -> str:
        """Where all corrections are."""
        return descriptions_address()

    @property
    def said(self) -> str:
        """What was done just now."""
        return _said(self.done)

    @property
    def has_trouble(self) -> bool:
        """Whether something was refused."""
        return bool((self.form and self.form.trouble) or self.undoing.trouble)

    def _shown(self, field: Field) -> FieldShown:
        history = [each for each in self.history if each.field == field.name]
        shown = FieldShown(field, self.says, history, self.row.description.languages)
        if field.name != self.opened or self.says is None:
            return shown
        standing = shown.in_force
        number = standing.override_id if standing else 0
        form = self.form or filled_with(field, said_of(self.row.description, field.name), number)
        return replace(shown, form=replace(form, instead_of=number), undoing=self.undoing)

    def facts(self) -> dict[str, Any]:
        """The description as JSON."""
        return {
            "title_id": self.row.title_id,
            "title": self.title.facts(),
            "fields": [each.facts() for each in self.fields],
        }


@staff_only
@takes(*WITH_FORM)
def description_page(request: HttpRequest, title_id: str) -> HttpResponse:
    """The description of one title, and what its forms are sent to."""
    row = title_or_nothing(title_id)
    if request.method == "POST":
        return _sent(request, row)
    opened, done = (str(request.GET.get(name, "")) for name in ("field", "done"))
    page = DescriptionPage(row, opened if opened in FIELDS else "", done=done)
    return answer(request, "staff/description.html", page)


def description_address(title_id: str) -> str:
    """Where staff correct this title's description."""
    return f"/staff/title/{title_id}"


def _sent(request: HttpRequest, row: TitleRow) -> HttpResponse:
    """Do what was asked, or give the form back with one sentence beside it."""
    field = FIELDS.get(str(request.POST.get("field", "")))
    deed = str(request.POST.get("deed", ""))
    if field is None:
        return answer(request, "staff/description.html", DescriptionPage(row), status=UNPROCESSABLE)
    page = DescriptionPage(row, field.name)
    if deed in {"undo", "let_go"}:
        return _undo(request, page, deed)
    form = form_sent(field, request.POST)
    if deed == "more":
        page = replace(page, form=form.with_more_rows())
        return answer(request, "staff/description.html", page)
    return _save(request, page, form)


def _save(request: HttpRequest, page: DescriptionPage, form: CorrectionForm) -> HttpResponse:
    title_id, name = page.row.title_id, form.field.name
    try:
        value = value_from(form.field, form.entries)
        reason = reason_from(form.reason)
        asked = mending.asked_of(title_id, name, value, reason=reason, instead_of=form.instead_of)
        is_done = mending.correct(asked, by=staff_of(request))
    except CorrectionRefused as refused:
        form = replace(form, trouble=sentence_of_refusal(refused))
        return _again(request, replace(page, form=form), refused)
    return _led_to(f"{page.address}?done={'saved' if is_done else 'later'}#f-{name}")


def _undo(request: HttpRequest, page: DescriptionPage, deed: str) -> HttpResponse:
    sent, by = request.POST, staff_of(request)
    try:
        if deed == "let_go":
            reason = _("The record says what it should.")
            is_done = mending.let_go(page.row.title_id, page.opened, reason=reason, by=by)
        else:
            is_done = _undo_one(
                page, str(sent.get("override", "")), str(sent.get("reason", "")), by
            )
    except CorrectionRefused as refused:
        undoing = Undoing(str(sent.get("reason", "")), sentence_of_refusal(refused))
        return _again(request, replace(page, undoing=undoing), refused)
    back = descriptions_address() if sent.get("from") == "list" else page.address
    return _led_to(f"{back}?done={'undone' if is_done else 'later'}")


def _undo_one(page: DescriptionPage, number: str, reason: str, by: Staff) -> bool:
    """Undo the correction of this title with this number; no other can be meant."""
    known = {str(each.override_id): each for each in page.history if each.field == page.opened}
    if number not in known:
        raise BadEntry(noop("This correction is not one of this title’s."))
    return mending.undo(known[number].override_id, reason=reason_from(reason), by=by)


def _again(request: HttpRequest, page: DescriptionPage, refused: CorrectionRefused) -> HttpResponse:
    status = UNPROCESSABLE if isinstance(refused, BadEntry) else CONFLICT
    return answer(request, "staff/description.html", page, status=status)


def _led_to(address: str) -> HttpResponse:
    return HttpResponseRedirect(address, status=303)


def _said(done: str) -> str:
    if done == "saved":
        return _("Saved. Readers see it now; searches follow within a few seconds.")
    if done == "undone":
        return _("Undone. Readers see it now; searches follow within a few seconds.")
    if done == "later":
        return _("Kept. A load is running: it will show when that has ended.")
    return ""


def _history_facts(each: Correction) -> dict[str, Any]:
    return {
        "override": each.override_id,
        "value": msgspec.to_builtins(each.value),
        "record_said": msgspec.to_builtins(each.record_said),
        "reason": each.reason,
        "made_by": each.made_by_name,
        "made": each.made,
        "undone": each.undone,
        "undone_by": each.undone_by_name,
        "undone_reason": each.undone_reason,
        "is_in_force": each.is_in_force,
    }
