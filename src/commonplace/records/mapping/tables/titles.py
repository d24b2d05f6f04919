"""What the record says the publication is called.

MARC 21 245: $a title proper, $b remainder or (after ``=``) a parallel title, $c responsibility, $n
and $p number and name of a part. $h, the old medium in brackets, is evidence for the format only.
"""

from commonplace.records.mapping.rows import row
from commonplace.records.mapping.steps import (
    first,
    in_sentences,
    tidy,
    trim_isbd,
    unique,
    without_medium,
)

TITLES = (
    #   name                    MARC 21                            then
    row("title_printed",        "245$a",                           tidy),
    row("remainder_printed",    "245$b",                           tidy),
    row("filing",               "245^2",),
    row("title_without_a",      "245$k$f$g$p",                     trim_isbd, first),
    row("responsibility",       "245$c",                           trim_isbd, first),
    row("part_number",          "245$n",                           trim_isbd, in_sentences),
    row("part_name",            "245$p",                           trim_isbd, in_sentences),
    row("uniform_title",        "130$a$d$k$m$n$p$r 240$a$d$k$m$n$p$r",
                                                                   trim_isbd, first),
    row("parallel_in_246",      "246{^2=1}$a$b$n$p",               trim_isbd, unique),
    row("variants",             "246{^2!=1}$a$b$n$p 247$a$b$n$p 242$a$b$n$p 210$a 222$a "
                                "730$a$d$k$m$n$p$r 740$a$n$p",
                                                                   trim_isbd, without_medium,
                                                                   unique),
    row("unlinked_titles",      "880$a$b$n$p",                     trim_isbd, unique),
    row("host_titles",          "773$t",                           trim_isbd),
)
