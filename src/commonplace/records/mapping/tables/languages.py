"""In which languages it speaks, is subtitled, and was first written."""

from commonplace.records.mapping.builders.languages import language_line
from commonplace.records.mapping.rows import each, row
from commonplace.records.mapping.steps import in_sentences, tidy

LANGUAGES = (
    #    name                 MARC 21         then
    row( "language_code",     "008/35-37"),
    row( "language_note",     "546$a$b",      tidy, in_sentences),
    each("language_lines",    "041",          language_line),
)
