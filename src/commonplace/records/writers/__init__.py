"""A record written out again: as MARC 21 in ISO 2709, or as MARCXML."""

from commonplace.records.writers.iso2709 import RecordTooLong, as_iso2709
from commonplace.records.writers.marcxml import as_marcxml

__all__ = ["RecordTooLong", "as_iso2709", "as_marcxml"]
