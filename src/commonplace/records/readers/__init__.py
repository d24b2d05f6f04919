"""Records in: bytes to frames, and a frame to a record with its problems.

``open_records`` cuts a file into frames, quickly and in order; ``read_record`` reads one frame, in
any process. One bad record never costs its neighbours, and neither function raises for one.
"""

from commonplace.records.readers.framing.frame import LIMIT, Frame, Serialization
from commonplace.records.readers.framing.sniffing import NotRecords
from commonplace.records.readers.opening import RecordFile, open_records
from commonplace.records.readers.reading import read_record

__all__ = [
    "LIMIT",
    "Frame",
    "NotRecords",
    "RecordFile",
    "Serialization",
    "open_records",
    "read_record",
]
