"""The numbers by which the world knows it."""

from commonplace.records.mapping.builders.identifiers import (
    isbn_of,
    issn_of,
    lccn_of,
    oclc_of,
    trade_number_of,
    work_of,
)
from commonplace.records.mapping.rows import each, row

IDENTIFIERS = (
    #    name                MARC 21             then
    row( "control_number",   "001"),
    row( "number_given_by",  "003"),
    each("isbns",            "020",              isbn_of),
    each("issns",            "022",              issn_of),
    each("lccns",            "010",              lccn_of),
    each("oclcs",            "035",              oclc_of),
    each("trade_numbers",    "024{^1=13}",       trade_number_of),
    each("works",            "758",              work_of),
)
