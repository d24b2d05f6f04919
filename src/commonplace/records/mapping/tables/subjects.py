"""What it is about, and what it is: subject and genre headings, and terms of nobody's list."""

from commonplace.records.mapping.builders.headings import heading, keywords, subject
from commonplace.records.mapping.rows import each

SUBJECTS = (
    #    name             MARC 21                                      built by
    each("headings",      "600 610 611 630 647 648 650 651 654 656 662 "
                          "690 691 696 697 698 699",                   subject),
    each("keywords",      "653",                                       keywords),
    each("genres",        "655",                                       heading),
)
