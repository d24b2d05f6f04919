"""What a record says about one publication, as plain frozen values, free of any format.

Nothing here knows MARC, a database or a page. ``records`` makes these values; everything above
reads them.
"""

from commonplace.bibliography.description import (
    Audience,
    CallNumber,
    Contents,
    CriticsWord,
    Description,
    Publication,
    Series,
)
from commonplace.bibliography.formats import FORMATS, Format, FormatGroup, format_of
from commonplace.bibliography.headings import Contributor, Heading, HeadingKind
from commonplace.bibliography.holdings import HoldingsStatement, Item, ItemStatus
from commonplace.bibliography.identifiers import Identifiers, Link
from commonplace.bibliography.names_that_last import (
    heading_id_of,
    id_of,
    identity,
    number_of,
    title_id_of,
    work_id_of,
)

__all__ = [
    "FORMATS",
    "Audience",
    "CallNumber",
    "Contents",
    "Contributor",
    "CriticsWord",
    "Description",
    "Format",
    "FormatGroup",
    "Heading",
    "HeadingKind",
    "HoldingsStatement",
    "Identifiers",
    "Item",
    "ItemStatus",
    "Link",
    "Publication",
    "Series",
    "format_of",
    "heading_id_of",
    "id_of",
    "identity",
    "number_of",
    "title_id_of",
    "work_id_of",
]
