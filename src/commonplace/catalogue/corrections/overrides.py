"""The library's own corrections of descriptions: made, superseded, undone (precious store).

Of each field the newest override that is not undone is in force; undoing it brings back the one
before. A deed leaves a note that the title's rows must be made again, in the same transaction;
``ingest.mending`` makes them and takes the note away.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Protocol

import msgspec
from django.db import transaction
from django.utils.translation import gettext_noop as noop

from commonplace.catalogue.corrections.fields import FIELDS, Value
from commonplace.catalogue.corrections.in_force import Correction, correction
from commonplace.catalogue.corrections.models import Override, UnmendedTitle
from commonplace.catalogue.corrections.refusals import Meanwhile, NothingToDo
from commonplace.catalogue.models import IssuedTitle
from commonplace.catalogue.stores import PRECIOUS, select
from commonplace.catalogue.storing import log_precious_changes


class Who(Protocol):
    """Who does it: staff."""

    @property
    def account_id(self) -> str:
        """The account, for ever."""

    @property
    def name(self) -> str:
        """What colleagues call them."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A correction somebody asks for.

    ``instead_of`` is the override that was in force when they looked, 0 for none.
    """

    title_id: str
    field: str
    value: Value
    record_says: Value
    reason: str
    instead_of: int = 0


def override(asked: Asked, *, by: Who) -> Correction:
    """Put this value over the record's own, for as long as nobody undoes it.

    Raises ``Meanwhile`` where another override came into force since ``instead_of`` was shown, and
    ``NothingToDo`` where it says nothing new.
    """
    field = FIELDS[asked.field]
    with transaction.atomic(PRECIOUS):
        _one_at_a_time(asked.title_id)
        before = _newest(asked.title_id, asked.field)
        _refuse_if_stale(before, asked)
        made = Override.objects.create(
            title_id=asked.title_id,
            field=asked.field,
            value=field.encoded(asked.value),
            record_said=field.encoded(asked.record_says),
            reason=asked.reason,
            made_by=by.account_id,
            made_by_name=by.name,
            made=datetime.now(UTC),
        )
        _note(asked.title_id)
    return correction(made, is_in_force=True)


def undo(override_id: int, *, reason: str, by: Who) -> Correction:
    """Undo this override; the one before it, if any, is in force again.

    Raises ``NothingToDo`` where it was undone already.
    """
    with transaction.atomic(PRECIOUS):
        rows = Override.objects.filter(pk=override_id, undone=None)
        if not _mark_undone(rows, reason, by):
            raise NothingToDo(noop("This was undone already."))
        undone = Override.objects.get(pk=override_id)
        _note(undone.title_id)
    return correction(undone)


def let_go(title_id: str, field: str, *, reason: str, by: Who) -> int:
    """Undo every override of this field of this title, so that the record speaks again."""
    with transaction.atomic(PRECIOUS):
        rows = Override.objects.filter(title_id=title_id, field=field, undone=None)
        count = _mark_undone(rows, reason, by)
        if not count:
            raise NothingToDo(noop("This was undone already."))
        _note(title_id)
    return count


def _mark_undone(rows: Any, reason: str, by: Who) -> int:
    return int(
        rows.update(
            undone=datetime.now(UTC),
            undone_by=by.account_id,
            undone_by_name=by.name,
            undone_reason=reason,
        )
    )


def _one_at_a_time(title_id: str) -> None:
    """Whoever corrects the same title waits here; SQLite has one writer anyway."""
    list(IssuedTitle.objects.select_for_update().filter(pk=title_id))


def _newest(title_id: str, field: str) -> Override | None:
    standing = Override.objects.filter(title_id=title_id, field=field, undone=None)
    return standing.order_by("-pk").first()


def _refuse_if_stale(before: Override | None, asked: Asked) -> None:
    field = FIELDS[asked.field]
    if (before.pk if before else 0) != asked.instead_of:
        raise Meanwhile(
            noop("This was corrected by somebody else meanwhile. Look at it again, then save.")
        )
    if before and before.value == field.encoded(asked.value):
        raise NothingToDo(noop("It says so already."))
    if asked.value == asked.record_says:
        raise NothingToDo(
            noop("The record says so already. To go back to it, undo the correction.")
            if before
            else noop("The record says so already.")
        )


def _note(title_id: str) -> None:
    UnmendedTitle.objects.create(title_id=title_id)
    log_precious_changes([title_id])


def unmended() -> dict[str, int]:
    """Titles whose rows are not made again yet, each with its last note."""
    sql = "SELECT title_id, max(id) FROM catalogue_unmendedtitle GROUP BY title_id"
    return dict(select(PRECIOUS, sql))


def mended(title_id: str, up_to: int) -> None:
    """The rows of this title hold what its notes up to this one are about."""
    with transaction.atomic(PRECIOUS):
        UnmendedTitle.objects.filter(title_id=title_id, pk__lte=up_to).delete()
        log_precious_changes([title_id])


def overrides_for_export() -> Iterator[dict[str, Any]]:
    """Every override ever made, oldest first, undone ones too, ready for any JSON writer.

    The record is named by its source and control number, which outlive this catalogue.
    """
    for batch in _batches(Override.objects.order_by("pk")):
        issued = IssuedTitle.objects.in_bulk({each.title_id for each in batch})
        for each in batch:
            title = issued.get(each.title_id)
            yield {
                "kind": "override",
                "title_id": each.title_id,
                "source": title.source if title else "",
                "control_number": title.control_number if title else "",
                "field": each.field,
                "value": msgspec.json.decode(each.value),
                "record_said": msgspec.json.decode(each.record_said),
                "reason": each.reason,
                "made_by": each.made_by,
                "made_by_name": each.made_by_name,
                "made": each.made.isoformat(),
                "undone_by": each.undone_by,
                "undone_by_name": each.undone_by_name,
                "undone": each.undone.isoformat() if each.undone else None,
                "undone_reason": each.undone_reason,
            }


def _batches(rows: Any, length: int = 500) -> Iterator[list[Override]]:
    last = 0
    while batch := list(rows.filter(pk__gt=last)[:length]):
        yield batch
        last = batch[-1].pk
