"""A query said back in words, so that a reader sees how it was understood.

English templates by code, marked for translation; whoever shows them says which words to use for
each, so that nothing here knows of languages.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

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

Say = Callable[[str], str]

FIRST_DAY = date(1970, 1, 1)
"""The day that days of adding are counted from."""


def noop(template: str) -> str:
    """The template itself: a mark for the tool that collects what is to be translated."""
    return template


TEMPLATES: Mapping[str, str] = {
    "everything": noop("every title"),
    "nothing": noop("nothing"),
    "words": noop("the words “{text}”"),
    "word": noop("the word “{text}”"),
    "phrase": noop("the phrase “{text}”"),
    "prefix": noop("a word that begins with “{text}”"),
    "title_is": noop("the title “{text}”"),
    "in_field": noop("{part} in the field {field}"),
    "is": noop("{field} “{value}”"),
    "range": noop("{field} from {least} to {most}"),
    "range_exactly": noop("{field} {least}"),
    "range_from": noop("{field} from {least}"),
    "range_to": noop("{field} up to {most}"),
    "and": noop("{first} and {second}"),
    "or": noop("{first} or {second}"),
    "not": noop("{first} but not {second}"),
    "group": noop("({part})"),
}

FIELD_NAMES: Mapping[str, str] = {
    "title": noop("title"),
    "author": noop("author"),
    "contributor": noop("contributor"),
    "artist": noop("artist"),
    "subject": noop("subject"),
    "subjectheading": noop("subject heading"),
    "localheading": noop("local heading"),
    "genre": noop("genre"),
    "genreheading": noop("genre heading"),
    "genretag": noop("genre tag"),
    "topic": noop("topic"),
    "theme": noop("theme"),
    "topictheme": noop("topic or theme"),
    "region": noop("region"),
    "period": noop("period"),
    "mood": noop("mood"),
    "tag": noop("tag"),
    "series": noop("series"),
    "contents": noop("contents"),
    "summary": noop("summary"),
    "notes": noop("notes"),
    "generalnote": noop("general note"),
    "publisher": noop("publisher"),
    "pubyear": noop("year"),
    "edition": noop("edition"),
    "format": noop("format"),
    "contenttype": noop("kind"),
    "audience": noop("audience"),
    "agerating": noop("age rating"),
    "lexile": noop("lexile"),
    "language": noop("language"),
    "callnumber": noop("call number"),
    "identifier": noop("identifier"),
    "localid": noop("local number"),
    "award": noop("award"),
    "starrating": noop("star rating"),
    "branch": noop("branch"),
    "available": noop("available"),
    "new": noop("added"),
    "onorder": noop("on order"),
    "notice": noop("notice"),
}


def in_words(query: Query, say: Say = noop) -> str:
    """The query in English, or in whatever ``say`` makes of each template and name of a field."""
    return _Saying(say).of(query)


class _Saying:
    """Says queries in the words of one language."""

    def __init__(self, say: Say) -> None:
        self._say = say

    def of(self, query: Query) -> str:
        """The query in words."""
        match query:
            case Everything():
                return self._filled("everything")
            case Nothing() | Not():
                return self._filled("nothing")
            case Both(parts):
                return self._both(parts)
            case Either(parts):
                return self._chained("or", [self._grouped(part) for part in parts])
            case _:
                return self._leaf(query)

    def _filled(self, code: str, **params: str) -> str:
        return self._say(TEMPLATES[code]).format(**params)

    def _leaf(self, query: Words | Phrase | Prefix | TitleIs | Range | Is) -> str:
        match query:
            case Words(text, field):
                return self._in_field("words" if " " in text.strip() else "word", text, field)
            case Phrase(text, field):
                return self._in_field("phrase", text, field)
            case Prefix(text, field):
                return self._in_field("prefix", text, field)
            case TitleIs(text):
                return self._filled("title_is", text=text)
            case Is(field, value):
                return self._filled("is", field=self._name(field), value=value)
            case Range():
                return self._range(query)

    def _in_field(self, code: str, text: str, field: str) -> str:
        part = self._filled(code, text=text.strip())
        if field == ANYWHERE:
            return part
        return self._filled("in_field", part=part, field=self._name(field))

    def _range(self, query: Range) -> str:
        least, most = (end_in_words(query.field, end) for end in (query.least, query.most))
        if least and most:
            code = "range_exactly" if least == most else "range"
        else:
            code = "range_from" if least else "range_to" if most else "everything"
        return self._filled(code, field=self._name(query.field), least=least, most=most)

    def _both(self, parts: tuple[Query, ...]) -> str:
        wanted = [self._grouped(part) for part in parts if not isinstance(part, Not)]
        unwanted = [self._grouped(part.part) for part in parts if isinstance(part, Not)]
        first = self._chained("and", wanted) or self._filled("nothing")
        return self._chained("not", [first, *unwanted])

    def _grouped(self, part: Query) -> str:
        said = self.of(part)
        return self._filled("group", part=said) if isinstance(part, Both | Either) else said

    def _chained(self, code: str, said: list[str]) -> str:
        if not said:
            return ""
        first, *others = said
        for second in others:
            first = self._filled(code, first=first, second=second)
        return first

    def _name(self, field: str) -> str:
        return self._say(FIELD_NAMES.get(field, field))


def end_in_words(field: str, end: int | None) -> str:
    """One end of a range as a reader writes it; nothing for an open one."""
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
