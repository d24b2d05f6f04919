"""CQL, the query language of SRU: read (1.2, and what 2.0 keeps of it), written, and understood.

``parse`` reads a text into nodes or raises ``CqlRefused`` with a numbered diagnostic of SRU;
``understand`` turns it into the same tree that readers' queries become.
"""

from commonplace.search.query.cql.diagnostics import CqlRefused, Diagnostic
from commonplace.search.query.cql.reading import parse
from commonplace.search.query.cql.understanding import UnderstoodCql, understand
from commonplace.search.query.cql.writing import as_cql
from commonplace.search.query.cql.xcql import as_xcql

__all__ = [
    "CqlRefused",
    "Diagnostic",
    "UnderstoodCql",
    "as_cql",
    "as_xcql",
    "parse",
    "understand",
]
