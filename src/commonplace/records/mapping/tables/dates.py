"""Who made it public, where and when.

008/06 says what the two dates in 008/07-14 mean; 264 and 260 have them as printed.
"""

from commonplace.records.mapping.builders.publication import publication_line
from commonplace.records.mapping.rows import each, row
from commonplace.records.mapping.steps import first, trim_isbd

DATES = (
    #    name                 MARC 21            then
    row( "date_kind",         "008/06"),
    row( "date_1",            "008/07-10"),
    row( "date_2",            "008/11-14"),
    row( "edition",           "250$a$b",         trim_isbd, first),
    each("publications",      "260 264",         publication_line),
)
