"""Where on the web it, or something about it, is."""

from commonplace.records.mapping.builders.links import link_line
from commonplace.records.mapping.rows import each

LINKS = (
    #    name           MARC 21   built by
    each("link_lines",  "856",    link_line),
)
