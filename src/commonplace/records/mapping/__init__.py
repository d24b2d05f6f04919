"""From a MARC 21 record to a ``bibliography.Description``, by tables a cataloguer can read.

``tables`` say where things are, ``builders`` make values of fields, ``conclusions`` decide what
needs the whole record. ``describe`` is the one way in.
"""

from commonplace.records.mapping.describing import Described, RecordKind, describe, kind_of
from commonplace.records.mapping.rows import BadRow, each, row

__all__ = ["BadRow", "Described", "RecordKind", "describe", "each", "kind_of", "row"]
