"""Who had a part in it: the main entry, the added entries, and names nobody established."""

from commonplace.records.mapping.builders.names import contributor
from commonplace.records.mapping.rows import each

NAMES = (
    #    name                 MARC 21                              built by
    each("people",            "100 110 111 700 710 711 720",       contributor),
)
