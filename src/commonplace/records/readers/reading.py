"""Reading one frame: the record it holds, or why it holds none."""

from commonplace.records.problems import Problem, quarantines
from commonplace.records.readers import marc21, marcjson, marcxml
from commonplace.records.readers.framing.frame import Frame, Serialization
from commonplace.records.record import Record

READ = {
    Serialization.MARC21: marc21.read,
    Serialization.MARCXML: marcxml.read,
    Serialization.JSON: marcjson.read,
}


def read_record(frame: Frame) -> tuple[Record | None, tuple[Problem, ...]]:
    """The record in a frame and everything wrong with it; no record means quarantine."""
    if frame.unreadable:
        return None, frame.problems
    record, problems = READ[frame.serialization](frame.content)
    if problems and quarantines(problems):
        record = None
    return record, frame.problems + problems
