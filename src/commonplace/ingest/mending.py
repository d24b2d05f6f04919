"""The library's own corrections put into force: precious first, then the title's rows made again.

A deed leaves a note in the precious store that the title is to be mended; the note goes when its
rows are made again from its record, and a change is logged so that works and index follow. A deed
that was cut off is finished by doing it again: by the follower, or by the load that was running.
"""

from datetime import UTC, datetime

import structlog
from django.conf import settings
from django.db import OperationalError, transaction
from django.utils.translation import gettext_noop as noop

from commonplace.browse.storing import put_headings
from commonplace.catalogue import queries, storing
from commonplace.catalogue.corrections import overrides
from commonplace.catalogue.corrections.applying import said_of
from commonplace.catalogue.corrections.fields import Value
from commonplace.catalogue.corrections.in_force import ours
from commonplace.catalogue.corrections.overrides import Asked, Who
from commonplace.catalogue.corrections.recorded import record_says
from commonplace.catalogue.corrections.refusals import NothingToDo
from commonplace.catalogue.queries import StoredRecord
from commonplace.catalogue.stores import DERIVED, PRECIOUS
from commonplace.ingest.errors import LoadIsRunning
from commonplace.ingest.ledger import only_one_load
from commonplace.ingest.rows import TitleRows, rows_of
from commonplace.ingest.writing import evidence_rows, issued, put_titles
from commonplace.records.readers import Frame, Serialization

_SECONDS_A_DAY = 86_400
_LOCK_PATIENCE = 0.3
PATIENCE = 5
"""How many seconds staff wait while somebody else writes the rows."""
_log = structlog.get_logger()


def correct(asked: Asked, *, by: Who) -> bool:
    """Put a correction over what the record says; whether it shows already.

    While a load is running it may only show when that has ended. Raises ``CorrectionRefused``.
    """
    overrides.override(asked, by=by)
    return _mend(asked.title_id)


def asked_of(title_id: str, field: str, value: Value, *, reason: str, instead_of: int = 0) -> Asked:
    """A correction to ask for, with what the record says now beside it."""
    said = record_says(title_id)
    if said is None:
        raise NothingToDo(noop("The record of this title cannot be read."))
    return Asked(title_id, field, value, said_of(said, field), reason, instead_of)


def undo(override_id: int, *, reason: str, by: Who) -> bool:
    """Undo one correction, so that the one before it or the record speaks again."""
    return _mend(overrides.undo(override_id, reason=reason, by=by).title_id)


def let_go(title_id: str, field: str, *, reason: str, by: Who) -> bool:
    """Undo every correction of this field of this title, so that the record speaks again."""
    overrides.let_go(title_id, field, reason=reason, by=by)
    return _mend(title_id)


def finish() -> int:
    """Mend what is still to be mended, unless a load is running; how many titles that were."""
    if not overrides.unmended():
        return 0
    try:
        with only_one_load(settings.HOME.path):
            return mend_waiting()
    except LoadIsRunning:
        return 0


def mend_waiting(*, patience: int = 0) -> int:
    """Mend what is still to be mended. Only for who holds the load lock.

    With ``patience``, raises ``OperationalError`` when somebody else writes for so many seconds.
    """
    waiting = overrides.unmended()
    for title_id, note in waiting.items():
        _make_again(title_id, patience)
        overrides.mended(title_id, note)
    return len(waiting)


def _mend(title_id: str) -> bool:
    """Mend this title now. Beside a load it is tried, and done again when the load has ended.

    The load may hold a newer record than the one that is stored so far. A colleague who saves at
    the same moment has the lock for a few milliseconds. Whoever writes for long is not waited for:
    the correction is kept, and the follower mends it.
    """
    try:
        try:
            with only_one_load(settings.HOME.path, patience=_LOCK_PATIENCE):
                mend_waiting(patience=PATIENCE)
                return True
        except LoadIsRunning:
            _make_again(title_id, PATIENCE)
    except OperationalError as error:
        _log.info("mending_waits", title_id=title_id, reason=str(error))
    return False


def _make_again(title_id: str, patience: int) -> None:
    """What pages read of the title, as its record and our corrections make it; copies stay."""
    stored = queries.source_record(title_id)
    if stored is None or stored.is_withdrawn or not storing.shown([title_id]):
        return
    corrections = ours(title_id)
    rows = rows_of(
        _frame(stored),
        source=stored.source,
        added=int(stored.first_loaded.timestamp()) // _SECONDS_A_DAY,
        ours={title_id: corrections} if corrections else {},
    )
    if isinstance(rows, TitleRows) and not rows.is_suppressed:
        _write(rows, stored, patience)


def _write(rows: TitleRows, stored: StoredRecord, patience: int) -> None:
    title_ids = [rows.title_id]
    day = int(stored.first_loaded.timestamp()) // _SECONDS_A_DAY
    version = storing.known(title_ids)[rows.title_id].load_id
    with transaction.atomic(PRECIOUS):
        storing.issue([issued(rows, stored.source)], at=datetime.now(UTC))
    with transaction.atomic(DERIVED):
        storing.hold_works(patience)
        storing.forget_evidence(title_ids, evidence_rows([rows]))
        put_titles([rows], stored.source, day=day, version=version)
        put_headings(rows.headings)


def _frame(stored: StoredRecord) -> Frame:
    return Frame(1, 0, stored.content, Serialization(stored.serialization))
