"""What Commonplace reads from a MARC 21 record, one table per concern.

A table is read from top to bottom: what it is called here, where it stands in the record, and what
is done with it. Names that are fields of ``Description`` go there as they are; the others are
evidence, from which ``conclusions`` decide.
"""

from commonplace.records.mapping.rows import Table
from commonplace.records.mapping.tables.audience import AUDIENCE
from commonplace.records.mapping.tables.call_numbers import CALL_NUMBERS
from commonplace.records.mapping.tables.dates import DATES
from commonplace.records.mapping.tables.holdings import HOLDINGS
from commonplace.records.mapping.tables.identifiers import IDENTIFIERS
from commonplace.records.mapping.tables.languages import LANGUAGES
from commonplace.records.mapping.tables.links import LINKS
from commonplace.records.mapping.tables.names import NAMES
from commonplace.records.mapping.tables.notes import NOTES
from commonplace.records.mapping.tables.physical import PHYSICAL
from commonplace.records.mapping.tables.series import SERIES
from commonplace.records.mapping.tables.subjects import SUBJECTS
from commonplace.records.mapping.tables.titles import TITLES

TABLES: dict[str, Table] = {
    "titles": TITLES,
    "names": NAMES,
    "dates": DATES,
    "physical": PHYSICAL,
    "languages": LANGUAGES,
    "audience": AUDIENCE,
    "subjects": SUBJECTS,
    "series": SERIES,
    "notes": NOTES,
    "identifiers": IDENTIFIERS,
    "links": LINKS,
    "call_numbers": CALL_NUMBERS,
    "holdings": HOLDINGS,
}
