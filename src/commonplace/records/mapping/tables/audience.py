"""For whom it is, by its own account: notes, and groups of readers by name."""

from commonplace.records.mapping.builders.audience import audience_line
from commonplace.records.mapping.rows import each, row
from commonplace.records.mapping.steps import lower, trim_isbd, unique

AUDIENCE = (
    #    name                 MARC 21      then
    each("audience_lines",    "521",       audience_line),
    row( "readers",           "385$a",     trim_isbd, lower, unique),
)
