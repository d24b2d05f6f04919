"""What Commonplace understands of each record of a file, without a database: ``describe``."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from commonplace.bibliography import work_id_of
from commonplace.bibliography.as_json import public
from commonplace.ingest.rows import title_id_for
from commonplace.records.mapping import describe
from commonplace.records.problems import Problem
from commonplace.records.readers import Frame, open_records, read_record
from commonplace.works import work_key


def explained(file: Path, *, source: str) -> Iterator[dict[str, Any]]:
    """One object a record, in the shape ``commands.md`` promises for ``describe --jsonl``.

    Raises ``NotRecords`` when the file holds none.
    """
    with open_records(file) as records:
        for frame in records:
            yield _explained(frame, source)


def _explained(frame: Frame, source: str) -> dict[str, Any]:
    where = {"position": frame.position, "offset": frame.offset}
    record, problems = read_record(frame)
    if record is None:
        return where | {"quarantined": True, "problems": _as_objects(problems)}
    described = describe(record)
    found = (*problems, *described.problems)
    key = work_key(described.description)
    return where | {
        "control_number": described.control_number,
        "kind": described.kind.value,
        "title_id": title_id_for(source, described.control_number, frame.content),
        "work_key": key,
        "work_id": work_id_of(key),
        "description": public(described.description),
        "items": [msgspec.to_builtins(item) for item in described.items],
        "problems": _as_objects(found),
    }


def _as_objects(problems: tuple[Problem, ...]) -> list[dict[str, str]]:
    return [{"code": each.code, "place": each.place, "done": each.done} for each in problems]
