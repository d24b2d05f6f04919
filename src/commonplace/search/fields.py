"""The fields readers may name in a query, and what each looks at.

The names and two-letter codes are the ones public-library patrons already know. ``kind`` says how
an engine keeps a field: ``text`` is analysed into words, ``exact`` is one value as it stands,
``number`` has ranges. ``looks_at`` names what a ``Document`` holds for it: texts, a facet or a
number, from the three lists at the head. A name outside those lists is a mistake of ours.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from commonplace.search.query.tree import ANYWHERE

TEXTS: Mapping[str, str] = {
    "title": "every form of the title, in every script",
    "author": "creators and authors",
    "artist": "performers, composers, directors, illustrators",
    "contributor": "everybody else who had a part in it",
    "responsibility": "offices within a larger body, statements of responsibility, credits",
    "subject": "subject headings with their subdivisions",
    "localheading": "subject headings of the library's own",
    "region": "places it is about",
    "period": "times it is about",
    "genre": "genre and form headings",
    "genretag": "readers' tags that name a genre",
    "theme": "readers' tags that name a theme or a setting",
    "mood": "readers' tags that name a tone",
    "tag": "every tag of readers",
    "series": "series, in every form",
    "contents": "tables of contents",
    "summary": "summaries",
    "notes": "notes, cast and credits",
    "publisher": "publishers and places of publication",
    "edition": "edition statements",
    "agerating": "certificates of films and games",
    "award": "awards",
    "callnumber": "call and classification numbers",
    "identifier": "ISBN, ISSN and other standard numbers",
    "comment": "what readers and staff wrote of it",
}

TITLES = frozenset({"title", "series"})
NAMES = frozenset({"author", "artist", "contributor", "responsibility"})
DESCRIBED = TITLES | {
    "subject", "localheading", "genre", "genretag", "theme", "mood", "tag", "contents", "summary",
    "award", "comment",
}  # fmt: skip
"""Texts found in the other forms of their words, too; names only in other spellings, notes as they
are written."""

FACETS: Mapping[str, str] = {
    "format": "a code of bibliography.formats",
    "language": "a MARC language code",
    "audience": "children, teens, adults or general",
    "kind": "fiction or nonfiction",
    "genre": "genre and form headings, as read",
    "subject": "subject headings, as read",
    "author": "names, as read",
    "series": "titles of series, as read",
    "branch": "codes of branches that have a copy",
    "in": "codes of branches that have a copy in now; whether it is online, or held at all",
    "available": "now or online",
    "onorder": "yes, or codes of branches that have ordered it",
    "class": "call-number classes, as scheme and class",
    "notice": "kinds of notices, and kind:severity",
    "heading": "ids of every heading it stands under",
    "localid": "the control number in the library system",
}

IS_ONLINE, IS_HELD = "\x1fonline", "\x1fheld"
"""In the facet ``in``: it is online; there is a copy, in or not. No branch has such a code."""

NUMBERS: Mapping[str, str] = {
    "year": "year of publication",
    "added": "day it was added, counted from 1 January 1970",
    "rating": "mean rating, in tenths of stars; none of fewer than three ratings",
    "ratings": "how many have rated it",
    "copies": "copies held",
    "loans": "loans, as a measure of how much it is asked for",
    "youngest": "youngest age it suits",
    "oldest": "oldest age it suits",
    "lexile": "Lexile measure",
}


class Kind(StrEnum):
    """How a field is kept."""

    TEXT = "text"
    EXACT = "exact"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the query language."""

    name: str
    code: str
    kind: Kind
    looks_at: tuple[str, ...]


_T, _E, _N = Kind.TEXT, Kind.EXACT, Kind.NUMBER

_TABLE = (
    #     name              code  kind  looks at
    Field(ANYWHERE,         "an", _T,   tuple(TEXTS)),
    Field("title",          "ti", _T,   ("title",)),
    Field("author",         "au", _T,   ("author", "contributor", "responsibility")),
    Field("contributor",    "co", _T,   ("author", "artist", "contributor", "responsibility")),
    Field("artist",         "ar", _T,   ("artist",)),
    Field("subject",        "su", _T,   ("subject", "localheading", "region", "period")),
    Field("subjectheading", "sh", _T,   ("subject",)),
    Field("localheading",   "lh", _T,   ("localheading",)),
    Field("genre",          "ge", _T,   ("genre", "genretag")),
    Field("genreheading",   "gh", _T,   ("genre",)),
    Field("genretag",       "gt", _T,   ("genretag",)),
    Field("topic",          "tp", _T,   ("subject", "localheading")),
    Field("theme",          "th", _T,   ("theme",)),
    Field("topictheme",     "tt", _T,   ("subject", "localheading", "theme")),
    Field("region",         "re", _T,   ("region",)),
    Field("period",         "pe", _T,   ("period",)),
    Field("mood",           "mo", _T,   ("mood",)),
    Field("tag",            "tg", _T,   ("tag",)),
    Field("series",         "se", _T,   ("series",)),
    Field("contents",       "cn", _T,   ("contents",)),
    Field("summary",        "sm", _T,   ("summary",)),
    Field("notes",          "no", _T,   ("notes", "contents", "summary")),
    Field("generalnote",    "gn", _T,   ("notes",)),
    Field("publisher",      "pu", _T,   ("publisher",)),
    Field("pubyear",        "py", _N,   ("year",)),
    Field("edition",        "ed", _T,   ("edition",)),
    Field("format",         "fo", _E,   ("format",)),
    Field("contenttype",    "cc", _E,   ("kind",)),
    Field("audience",       "ad", _E,   ("audience",)),
    Field("agerating",      "ag", _T,   ("agerating",)),
    Field("lexile",         "lx", _N,   ("lexile",)),
    Field("language",       "la", _E,   ("language",)),
    Field("callnumber",     "ca", _T,   ("callnumber",)),
    Field("identifier",     "id", _T,   ("identifier",)),
    Field("localid",        "li", _E,   ("localid",)),
    Field("award",          "aw", _T,   ("award",)),
    Field("starrating",     "sr", _N,   ("rating",)),
    Field("branch",         "br", _E,   ("branch",)),
    Field("available",      "av", _E,   ("available",)),
    Field("new",            "nw", _N,   ("added",)),
    Field("onorder",        "oo", _E,   ("onorder",)),
    Field("notice",         "",   _E,   ("notice",)),
)  # fmt: skip

FIELDS: Mapping[str, Field] = {each.name: each for each in _TABLE}
BY_CODE: Mapping[str, Field] = {each.code: each for each in _TABLE if each.code}

_KINDS_OF_NUMBERS = dict.fromkeys(("isbn", "issn", "lccn", "oclc", "upc", "ean"), "identifier")

LIKELY_MEANT: Mapping[str, str] = {
    "name": "contributor", "person": "contributor", "editor": "contributor",
    "translator": "contributor", "writer": "author", "creator": "author", "by": "author",
    "actor": "artist", "cast": "artist", "director": "artist", "composer": "artist",
    "performer": "artist", "illustrator": "artist", "singer": "artist",
    "lang": "language", "year": "pubyear", "date": "pubyear", "published": "pubyear",
    "keyword": "anywhere", "any": "anywhere", "all": "anywhere", "about": "subject",
    "description": "summary", "abstract": "summary", "note": "notes", "place": "region",
    "material": "format", "medium": "format", "media": "format", "type": "format",
    "kind": "contenttype", "age": "audience", "reader": "audience", "shelf": "callnumber",
    "shelfmark": "callnumber", "dewey": "callnumber", "number": "identifier",
    "rating": "starrating", "stars": "starrating", "library": "branch", "location": "branch",
    "prize": "award", "added": "new",
}  # fmt: skip
"""Names that readers may write before a colon for a field, and the field it is."""

NOT_KEPT_YET = frozenset({"genretag", "theme", "mood", "tag", "notice"})
"""Fields of what readers may say of a title one day; no title's document has them yet."""


def field_named(name: str) -> Field | None:
    """The field with this name or two-letter code, in any case, or of this kind of number;
    ``None`` where there is none."""
    wanted = name.casefold()
    return FIELDS.get(_KINDS_OF_NUMBERS.get(wanted, wanted)) or BY_CODE.get(wanted)


def texts_of(name: str) -> tuple[str, ...]:
    """The texts of a document that a text field looks at; nothing for any other name."""
    field = FIELDS.get(name)
    if field is not None:
        return field.looks_at if field.kind is Kind.TEXT else ()
    return (name,) if name in TEXTS else ()


def facet_of(name: str) -> str | None:
    """The facet behind an exact field, or the facet of that name itself."""
    field = FIELDS.get(name)
    if field is not None and field.kind is Kind.EXACT:
        return field.looks_at[0]
    return name if name in FACETS else None


def number_named(name: str) -> str | None:
    """The number behind a number field, or the number of that name itself."""
    field = FIELDS.get(name)
    if field is not None and field.kind is Kind.NUMBER:
        return field.looks_at[0]
    return name if name in NUMBERS else None
