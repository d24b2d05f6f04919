"""What the record tells in sentences: summary, contents, cast, awards and everything else.

520 with first indicator 1 is a review and stands with the critics; with 4 it warns, and stays a
note. 541, 561 and 583 are the library's own affairs and are not read.
"""

from commonplace.records.mapping.builders.contents import contents
from commonplace.records.mapping.builders.notes import critics_word
from commonplace.records.mapping.rows import each, row
from commonplace.records.mapping.steps import in_paragraphs, in_sentences, tidy, unique, unquoted

NOTES = (
    #    name            MARC 21                  then
    row( "summary",      "520{^1!=14}$a$b",       tidy, unquoted, unique, in_paragraphs),
    each("critics",      "520{^1=1}",             critics_word),
    each("contents_of",  "505",                   contents),
    row( "cast",         "511$a",                 tidy, in_sentences),
    row( "credits",      "508$a",                 tidy, in_sentences),
    row( "playing",      "538$a",                 tidy, unique),
    row( "awards",       "586$a",                 tidy, unique),
    row( "notes",        "310$a$b 321$a$b 362$a 500$a 501$a 502$a$b$c$d 504$a 506$a 515$a 518$a "
                         "520{^1=4}$a$b 525$a 530$a 533$a$b$c$d$n 534$p$t$b$c$n 540$a 545$a 547$a "
                         "550$a 555$a 580$a 585$a",
                                                  tidy, unique),
)
