"""What a form holds made into the value of a field, or one sentence that says what is wrong.

Text of staff is treated like a record's: composed, without control characters and marks that turn
the direction of writing. It is bounded, and never cut in silence.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from urllib.parse import urlsplit

from django.utils.translation import gettext_noop as noop

from commonplace.bibliography import FORMATS, Audience, Contributor, Link, Series
from commonplace.catalogue.corrections.fields import Field, Kind, Value
from commonplace.catalogue.corrections.refusals import BadEntry
from commonplace.catalogue.letters.words import kept
from commonplace.records.vocabularies.languages import LANGUAGES

Entries = Mapping[str, str]
"""A form's entries by name: ``value``, or ``name-0`` for the first row of a list."""

MOST_LINE, MOST_PROSE, MOST_REASON = 1_000, 10_000, 500
MOST_ROWS, MOST_ROLES, MOST_NOTES = 100, 10, 20
MOST_ADDRESS = 2_000
LATEST_YEAR, MOST_AGE, MOST_SKIP = 2_199, 120, 99
AUDIENCES = ("", "children", "teens", "adults", "general")
CONTRIBUTOR_KINDS = ("person", "family", "body", "meeting")
RELATIONS = ("resource", "version", "related")

_BETWEEN_CODES = re.compile(r"[\s,;]+")
_LEXILE = re.compile(r"(?:[A-Z]{2} ?)?-?\d{1,4}L?", re.ASCII | re.IGNORECASE)
_ROW = re.compile(r"[a-z]+-(\d{1,3})")


def value_from(field: Field, entries: Entries) -> Value:
    """The value a form's entries make for this field. Raises ``BadEntry``."""
    value = _PARSERS[field.kind](entries)
    if field.name == "title_proper" and not value:
        raise BadEntry(noop("A title cannot be empty."))
    return value


def reason_from(text: str) -> str:
    """The reason given for a correction. Raises ``BadEntry`` where there is none."""
    reason = tidied(text, MOST_REASON)
    if not reason:
        raise BadEntry(noop("Say why, so that the next person knows."))
    return reason


def tidied(text: str, most: int) -> str:
    """One line of text fit to be kept. Raises ``BadEntry`` where it is too long."""
    return _short_enough(" ".join(kept(text).split()), most)


def rows_of_entries(entries: Entries) -> list[int]:
    """The numbers of the rows a form holds, in order."""
    numbers = {int(found[1]) for name in entries if (found := _ROW.fullmatch(name))}
    return sorted(numbers)


def _short_enough(text: str, most: int) -> str:
    if len(text) > most:
        raise BadEntry(
            noop("This may have %(most)s characters at most; it has %(num)s."),
            most=f"{most:,}",
            num=f"{len(text):,}",
        )
    return text


def _line(entries: Entries) -> str:
    return tidied(entries.get("value", ""), MOST_LINE)


def _prose(entries: Entries) -> str:
    """Text in paragraphs: blanks within a line are made one, empty lines at most one."""
    lines = kept(entries.get("value", "")).split("\n")
    return _short_enough("\n".join(" ".join(line.split()) for line in lines), MOST_PROSE)


def _year(entries: Entries) -> int | None:
    text = tidied(entries.get("value", ""), MOST_LINE)
    if not text:
        return None
    year = _whole_number(text, LATEST_YEAR)
    if not year:
        raise BadEntry(
            noop("“%(text)s” is not a year. Write it in figures, or leave it empty."), text=text
        )
    return year


def _count(entries: Entries) -> int:
    text = tidied(entries.get("value", ""), MOST_LINE)
    count = _whole_number(text or "0", MOST_SKIP)
    if count is None:
        raise BadEntry(noop("“%(text)s” is not a number of letters."), text=text)
    return count


def _whole_number(text: str, most: int) -> int | None:
    is_number = text.isascii() and text.isdecimal() and len(text) <= len(str(most))
    return int(text) if is_number and int(text) <= most else None


def _format(entries: Entries) -> str:
    return _one_of(entries.get("value", ""), tuple(FORMATS))


def _one_of(code: str, known: tuple[str, ...]) -> str:
    if code not in known:
        raise BadEntry(noop("Choose one from the list."))
    return code


def _languages(entries: Entries) -> tuple[str, ...]:
    """Codes of the MARC list, in order; the list's English names are understood too."""
    text = tidied(entries.get("value", ""), MOST_LINE)
    whole = _CODES_BY_NAME.get(text.casefold())
    words = [whole] if whole else [each for each in _BETWEEN_CODES.split(text) if each]
    return tuple(dict.fromkeys(_language(word) for word in words))


def _language(word: str) -> str:
    code = word.casefold()
    code = code if code in LANGUAGES else _CODES_BY_NAME.get(code, "")
    if not code:
        raise BadEntry(
            noop("“%(text)s” is not a MARC language code, such as eng or chi."), text=word
        )
    return code


_CODES_BY_NAME = {name.casefold(): code for code, name in LANGUAGES.items()}


def _audience(entries: Entries) -> Audience:
    youngest, oldest = (_age(entries.get(name, "")) for name in ("youngest", "oldest"))
    if oldest is not None and (youngest is None or youngest > oldest):
        raise BadEntry(noop("Ages go from the youngest to the oldest."))
    lexile = tidied(entries.get("lexile", ""), MOST_LINE)
    if lexile and not _LEXILE.fullmatch(lexile):
        raise BadEntry(noop("“%(text)s” is not a Lexile measure, such as 880."), text=lexile)
    lines = kept(entries.get("notes", "")).split("\n")
    notes = [note for line in lines if (note := tidied(line, MOST_LINE))]
    return Audience(
        code=_one_of(entries.get("code", ""), AUDIENCES),
        notes=tuple(_few_enough(notes, MOST_NOTES)),
        rating=tidied(entries.get("rating", ""), MOST_LINE),
        lexile=lexile,
        youngest=youngest,
        oldest=oldest,
    )


def _age(text: str) -> int | None:
    text = tidied(text, MOST_LINE)
    age = _whole_number(text, MOST_AGE) if text else None
    if text and age is None:
        raise BadEntry(noop("“%(text)s” is not an age in years."), text=text)
    return age


def _few_enough(things: list[str], most: int) -> list[str]:
    if len(things) > most:
        raise BadEntry(
            noop("There may be %(most)s of these at most; there are %(num)s."),
            most=str(most),
            num=str(len(things)),
        )
    return things


class _Row:
    """One row of a form: its entries without their number."""

    def __init__(self, entries: Entries, number: int) -> None:
        self._entries = entries
        self.number = number

    def line(self, name: str) -> str:
        return tidied(self.raw(name), MOST_LINE)

    def raw(self, name: str) -> str:
        return self._entries.get(f"{name}-{self.number}", "")

    @property
    def is_removed(self) -> bool:
        return bool(self.raw("remove"))

    @property
    def place(self) -> int:
        """Where it is to stand. Rows without a number keep their order, behind the others."""
        text = self.raw("place").strip()
        return _whole_number(text, 9_999) or (0 if text == "0" else 10_000)


def _rows(entries: Entries, needed: str) -> Iterator[_Row]:
    """The rows that are to stay, in their new order; ``needed`` is what makes a row one."""
    numbers = rows_of_entries(entries)
    rows = [row for number in numbers if not (row := _Row(entries, number)).is_removed]
    filled = [row for row in rows if row.line(needed)]
    if len(filled) > MOST_ROWS:
        raise BadEntry(
            noop("There may be %(most)s of these at most; there are %(num)s."),
            most=str(MOST_ROWS),
            num=str(len(filled)),
        )
    yield from sorted(filled, key=lambda row: row.place)


def _people(entries: Entries) -> tuple[Contributor, ...]:
    creator = entries.get("creator", "")
    return tuple(_contributor(row, creator) for row in _rows(entries, "name"))


def _contributor(row: _Row, creator: str) -> Contributor:
    roles = [role for each in row.raw("roles").split(";") if (role := tidied(each, 100).lower())]
    return Contributor(
        name=row.line("name"),
        roles=tuple(_few_enough(list(dict.fromkeys(roles)), MOST_ROLES)),
        dates=row.line("dates"),
        vernacular=row.line("vernacular"),
        kind=_one_of(row.raw("kind") or CONTRIBUTOR_KINDS[0], CONTRIBUTOR_KINDS),
        is_creator=creator == str(row.number),
        work=row.line("work"),
    )


def _series(entries: Entries) -> tuple[Series, ...]:
    return tuple(
        Series(row.line("title"), row.line("number"), row.line("heading"), row.line("vernacular"))
        for row in _rows(entries, "title")
    )


def _links(entries: Entries) -> tuple[Link, ...]:
    return tuple(
        Link(
            _address(row.raw("url")),
            row.line("label"),
            _one_of(row.raw("relation") or RELATIONS[-1], RELATIONS),
        )
        for row in _rows(entries, "url")
    )


def _address(text: str) -> str:
    url = tidied(text, MOST_ADDRESS)
    try:
        parts = urlsplit(url)
        is_web = parts.scheme.lower() in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        is_web = False
    if not is_web or " " in url:
        raise BadEntry(
            noop("“%(text)s” is not an address that begins with http:// or https://."),
            text=url[:80],
        )
    return url


_PARSERS: dict[Kind, Callable[[Entries], Value]] = {
    Kind.LINE: _line,
    Kind.PROSE: _prose,
    Kind.YEAR: _year,
    Kind.COUNT: _count,
    Kind.FORMAT: _format,
    Kind.LANGUAGES: _languages,
    Kind.AUDIENCE: _audience,
    Kind.PEOPLE: _people,
    Kind.SERIES: _series,
    Kind.LINKS: _links,
}
