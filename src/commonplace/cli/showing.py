"""``commonplace show``: one title."""

import sys
from typing import Annotated, Any

import typer

from commonplace.bibliography.as_json import public
from commonplace.cli.opening import open_library
from commonplace.cli.saying import CommandError, say_json

FORMS = ("json", "marc", "marcxml")


def show(
    title_id: Annotated[str, typer.Argument(help="The title's id, as in its address.")],
    as_form: Annotated[str, typer.Option("--as", help="json, marc or marcxml.")] = "json",
) -> None:
    """One title: as JSON, or its source record as MARC 21 or MARCXML.

    The JSON has the library's own corrections in it; the record is as it was loaded.

    Example: commonplace show dqij4ppvxe7a6 --as marcxml
    """
    if as_form not in FORMS:
        raise CommandError(f"There is no form “{as_form}”; choose one of {', '.join(FORMS)}.", 2)
    open_library()
    from commonplace.catalogue import queries

    row = queries.title(title_id)
    record = queries.source_record(title_id)
    if row is None or record is None:
        gone = queries.was_issued(title_id)
        raise CommandError("This title was withdrawn." if gone else f"No title is {title_id}.")
    if as_form == "json":
        say_json(_as_json(row))
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(_as_record(record, as_form))


def _as_record(stored: Any, as_form: str) -> bytes:
    from commonplace.records.readers import Frame, Serialization, read_record
    from commonplace.records.writers import RecordTooLong, as_iso2709, as_marcxml

    if as_form == "marc" and stored.serialization == Serialization.MARC21:
        return bytes(stored.content)
    record, _ = read_record(Frame(1, 0, stored.content, Serialization(stored.serialization)))
    if record is None:
        raise CommandError("The source record of this title can no longer be read.")
    try:
        return as_marcxml(record) if as_form == "marcxml" else as_iso2709(record)
    except RecordTooLong as error:
        raise CommandError(f"{error}; MARC 21 has no room for it. Use --as marcxml.") from error


def _as_json(row: Any) -> dict[str, Any]:
    from msgspec import to_builtins

    from commonplace.catalogue.corrections.in_force import in_force_of

    return {
        "title_id": row.title_id,
        "work_id": row.work_id,
        "control_number": row.control_number,
        "source": row.source,
        "added": row.added.isoformat(),
        "description": public(row.description),
        "overrides": [
            {"field": own.field, "record_said": to_builtins(own.record_said), "reason": own.reason}
            for own in in_force_of(row.title_id)
        ],
    }
