"""Reading one frame: the record it holds, or why it holds none."""

from commonplace.records.problems import Problem, quarantines
from commonplace.records.readers import marc21, marcjson, marcxml
from commonplace.records.readers.framing.frame import Frame, Serialization
from commonplace.records.record import Record


def read_record(frame: Frame) -> tuple[Record | None, tuple[Problem, ...]]:
    """The record in a frame and everything wrong with it; no record means quarantine."""
    if frame.unreadable:
        return None, frame.problems
    record, problems = _read(frame)
    if record is not None and quarantines(problems):
        record = None
    return record, frame.problems + problems


def _read(frame: Frame) -> tuple[Record | None, tuple[Problem, ...]]:
    match frame.serialization:
        case Serialization.MARC21:
            return marc21.read(frame.content)
        case Serialization.MARCXML:
            return marcxml.read(frame.content)
        case Serialization.JSON:
            return marcjson.read(frame.content)
