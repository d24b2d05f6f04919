"""The demonstration library: its table of titles read, checked and catalogued as MARC 21.

The table (``demo/titles/*.toml``) is written by hand from facts; this package turns it into the
file a library system would export, with items. ``commonplace demo`` loads that file like any other.
It is the one place outside ``records`` that writes MARC tags, because it plays the library system.
"""

from commonplace.ingest.demonstration.building import build, everything, where
from commonplace.ingest.demonstration.reading import TableFault, read_table
from commonplace.ingest.demonstration.table import Entry, Vernacular

__all__ = ["Entry", "TableFault", "Vernacular", "build", "everything", "read_table", "where"]
