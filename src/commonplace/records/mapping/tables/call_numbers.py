"""Where it belongs on a shelf, by the schemes the record gives."""

from commonplace.records.mapping.builders.call_numbers import call_number
from commonplace.records.mapping.rows import each

CALL_NUMBERS = (
    #    name              MARC 21                                                    built by
    each("numbers",        "050 055 060 070 080 082 086 090 091 092 096 098 099",     call_number),
)
