"""What it is made of, and the evidence for its format.

Leader, 006, 007 and 008 are codes; 33X are RDA's terms; the rest are words in which the format may
be named. ``tables.formats`` says what each piece of evidence means.
"""

from commonplace.records.mapping.rows import row
from commonplace.records.mapping.steps import first, in_a_list, lower, trim_isbd, unique

PHYSICAL = (
    #   name                  MARC 21                                     then
    row("extent",             "300$a",                                    trim_isbd, in_a_list),
    row("physical_printed",   "300$b",                                    trim_isbd, in_a_list),
    row("accompanied_by",     "300$e",                                    trim_isbd, in_a_list),
    row("size",               "300$c",                                    trim_isbd, first),
    row("carrier_terms",      "338$a",                                    trim_isbd, lower, unique),
    row("carrier_codes",      "338$b"),
    row("codes_006",          "006"),
    row("codes_007",          "007"),
    row("codes_008",          "008"),
    row("extents",            "300$a$b$c"),
    row("kept_on",            "340$a$n 347$a$b 349$a 380$a 020$q"),
    row("systems",            "538$a 753$a"),
    row("medium_in_title",    "245$h"),
    row("reproduced_as",      "533$a"),
    row("thesis",             "502$a$b"),
)
