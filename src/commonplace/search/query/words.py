"""A query said back in words, so that a reader sees how it was understood.

English templates by code; a translation replaces the table.
"""

from collections.abc import Mapping
from datetime import timedelta

from commonplace.search.query.tree import (
    ANYWHERE,
    Both,
    Either,
    Everything,
    Is,
    Not,
    Nothing,
    Phrase,
    Prefix,
    Query,
    Range,
    TitleIs,
    Words,
)
from commonplace.search.query.values import FIRST_DAY

TEMPLATES: Mapping[str, str] = {
    "everything": "every title",
    "nothing": "nothing",
    "words": "the words “{text}”",
    "word": "the word “{text}”",
    "phrase": "the phrase “{text}”",
    "prefix": "a word that begins with “{text}”",
    "title_is": "the title “{text}”",
    "in_field": "{part} in the field {field}",
    "is": "{field} “{value}”",
    "range": "{field} from {least} to {most}",
    "range_exactly": "{field} {least}",
    "range_from": "{field} from {least}",
    "range_to": "{field} up to {most}",
    "and": "{first} and {second}",
    "or": "{first} or {second}",
    "not": "{first} but not {second}",
    "group": "({part})",
}

FIELD_NAMES: Mapping[str, str] = {
    "pubyear": "year", "contenttype": "kind", "starrating": "rating", "new": "added",
    "subjectheading": "subject heading", "localheading": "local heading",
    "genreheading": "genre heading", "genretag": "genre tag", "topictheme": "topic or theme",
    "generalnote": "general note", "agerating": "age rating", "callnumber": "call number",
    "localid": "local number", "onorder": "on order",
}  # fmt: skip


def in_words(query: Query) -> str:
    """The query in English."""
    match query:
        case Everything():
            return TEMPLATES["everything"]
        case Nothing() | Not():
            return TEMPLATES["nothing"]
        case Both(parts):
            return _both(parts)
        case Either(parts):
            return _chained("or", [_grouped(part) for part in parts])
        case _:
            return _leaf(query)


def _leaf(query: Words | Phrase | Prefix | TitleIs | Range | Is) -> str:
    match query:
        case Words(text, field):
            return _in_field("words" if " " in text.strip() else "word", text, field)
        case Phrase(text, field):
            return _in_field("phrase", text, field)
        case Prefix(text, field):
            return _in_field("prefix", text, field)
        case TitleIs(text):
            return TEMPLATES["title_is"].format(text=text)
        case Is(field, value):
            return TEMPLATES["is"].format(field=_name(field), value=value)
        case Range():
            return _range(query)


def _in_field(code: str, text: str, field: str) -> str:
    part = TEMPLATES[code].format(text=text.strip())
    if field == ANYWHERE:
        return part
    return TEMPLATES["in_field"].format(part=part, field=_name(field))


def _range(query: Range) -> str:
    least, most = (_end(query.field, end) for end in (query.least, query.most))
    if least and most:
        code = "range_exactly" if least == most else "range"
    else:
        code = "range_from" if least else "range_to" if most else "everything"
    return TEMPLATES[code].format(field=_name(query.field), least=least, most=most)


def _end(field: str, end: int | None) -> str:
    if end is None:
        return ""
    if field == "starrating":
        return f"{end / 10:g}"
    return _day(end) if field == "new" else str(end)


def _day(day: int) -> str:
    try:
        return (FIRST_DAY + timedelta(days=day)).isoformat()
    except OverflowError:
        return str(day)


def _both(parts: tuple[Query, ...]) -> str:
    wanted = _chained("and", [_grouped(part) for part in parts if not isinstance(part, Not)])
    unwanted = [_grouped(part.part) for part in parts if isinstance(part, Not)]
    return _chained("not", [wanted or TEMPLATES["nothing"], *unwanted])


def _grouped(part: Query) -> str:
    said = in_words(part)
    return TEMPLATES["group"].format(part=said) if isinstance(part, Both | Either) else said


def _chained(code: str, said: list[str]) -> str:
    if not said:
        return ""
    first, *others = said
    for second in others:
        first = TEMPLATES[code].format(first=first, second=second)
    return first


def _name(field: str) -> str:
    return FIELD_NAMES.get(field, field)
