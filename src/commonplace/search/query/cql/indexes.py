"""Which index of CQL is which field of ours, by context set, in small letters.

Context sets: CQL's own, Dublin Core, the Bath profile's, the record's, and ours with every name of
the query language, long or of two letters. An index without a set is looked for in all of them.
"""

from collections.abc import Mapping

from commonplace.search.fields import Field, field_named
from commonplace.search.query.cql.diagnostics import CqlRefused

OURS = "commonplace"

ALL_RECORDS = "cql.allrecords"

INDEXES: Mapping[str, Mapping[str, str]] = {
    "cql": {
        "serverchoice": "anywhere",
        "anywhere": "anywhere",
        "anyindexes": "anywhere",
        "keywords": "anywhere",
        "allindexes": "anywhere",
    },
    "dc": {
        "title": "title",
        "creator": "author",
        "author": "author",
        "contributor": "contributor",
        "subject": "subject",
        "description": "notes",
        "publisher": "publisher",
        "date": "pubyear",
        "type": "genre",
        "format": "format",
        "identifier": "identifier",
        "language": "language",
        "coverage": "region",
        "relation": "series",
    },
    "bath": {
        "any": "anywhere",
        "title": "title",
        "uniformtitle": "title",
        "keytitle": "title",
        "seriestitle": "series",
        "author": "author",
        "name": "contributor",
        "personalname": "contributor",
        "corporatename": "contributor",
        "conferencename": "contributor",
        "subject": "subject",
        "topicalsubject": "subject",
        "geographicname": "region",
        "genreform": "genre",
        "notes": "notes",
        "publisher": "publisher",
        "publicationdate": "pubyear",
        "isbn": "identifier",
        "issn": "identifier",
        "lccn": "identifier",
        "standardidentifier": "identifier",
        "classification": "callnumber",
        "possessinginstitution": "branch",
    },
    "rec": {
        "identifier": "localid",
        "id": "localid",
    },
}
_WITHOUT_A_SET: Mapping[str, str] = {
    "any": "anywhere",
    "creator": "author",
    "name": "contributor",
    "date": "pubyear",
    "year": "pubyear",
    "isbn": "identifier",
    "issn": "identifier",
    "description": "notes",
}


def field_of_index(index: str) -> Field:
    """The field behind an index. Raises ``CqlRefused`` where there is none."""
    context, dot, name = index.casefold().rpartition(".")
    if not dot:
        return _named(_WITHOUT_A_SET.get(name, name), index)
    if context == OURS:
        return _named(name, index)
    if context not in INDEXES:
        raise CqlRefused(15, context)
    return _named(INDEXES[context].get(name, ""), index)


def _named(name: str, index: str) -> Field:
    field = field_named(name)
    if field is None:
        raise CqlRefused(16, index)
    return field
