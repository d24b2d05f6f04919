"""The library's corrections put over the rows a worker made: of the few titles that have any.

Workers know nothing of corrections, so that a load without any costs nothing more; the record of a
corrected title is read a second time, beside the writer.
"""

from collections.abc import Mapping

import zstandard

from commonplace.catalogue.corrections.in_force import Ours
from commonplace.ingest.rows import TitleRows, rows_of
from commonplace.records.readers import Frame, Serialization


def with_ours(row: TitleRows, source: str, added: int, ours: Mapping[str, Ours]) -> TitleRows:
    """These rows as the library's corrections make them."""
    content = zstandard.ZstdDecompressor().decompress(row.content)
    frame = Frame(1, 0, content, Serialization(row.serialization))
    again = rows_of(frame, source=source, added=added, ours=ours)
    return again if isinstance(again, TitleRows) else row
