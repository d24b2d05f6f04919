"""What a row says, read into a value, or set aside with the reason why it cannot be taken in."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum

import langcodes
from django.utils import timezone
from stdnum import isbn

from commonplace.bibliography import identity, title_id_of
from commonplace.bibliography.names_that_last import ID_LENGTH
from commonplace.community.contributions.authors import author_key
from commonplace.community.contributions.models import (
    MOST_LIBRARY,
    MOST_ORIGIN,
    MOST_STARS,
    Role,
)
from commonplace.community.contributions.refusals import ContributionRefused, Why
from commonplace.community.contributions.values import Kind
from commonplace.community.contributions.words import tidied, tidied_name, tidied_words
from commonplace.community.importing.rows import Row

DEFAULT_SOURCE = "library"
FIRST_YEAR = 1900
_TRUE = frozenset({"1", "true", "yes", "y", "x"})
_FALSE = frozenset({"", "0", "false", "no", "n"})
_ID = re.compile(rf"[a-z2-7]{{{ID_LENGTH}}}")
_NOON = time(12)
_CLOCKS_DIFFER = timedelta(days=1)

Content = tuple[int | str | bool, ...]


class Aside(Enum):
    """Why a row is set aside."""

    UNREADABLE = "the row cannot be read"
    NO_PLACE = "it names no title: no title_id, control_number, isbn or work_id"
    NO_TITLE = "the title is not in the catalogue"
    SEVERAL = "the ISBN is that of several works here"
    BAD_ISBN = "the ISBN is none"
    NO_AUTHOR = "a rating needs an id or an author_id"
    BAD_RATING = "the rating is not a half star to five, in halves"
    TOO_LONG = "the text has more than 5,000 characters"
    LONG_ID = "an id or the library's name has more than 200 characters"
    BAD_DATE = "the date is none, or is to come"
    BAD_MARK = "spoiler and withdrawn are true or false, role is reader or staff"


class SetAside(Exception):
    """This row cannot be taken in."""

    def __init__(self, why: Aside) -> None:
        super().__init__(why.value)
        self.why = why


class By(Enum):
    """By what a row names its title."""

    TITLE = "title_id"
    WORK = "work_id"
    ISBN = "isbn"


@dataclass(frozen=True, slots=True)
class Sought:
    """The title a row is about, as the row says it."""

    by: By
    value: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One row as it is to be kept. ``content`` is that of its kind: stars, or words and a mark.

    ``written`` is ``None`` where the row gives no date.
    """

    line: int
    contribution_id: str
    origin_id: str
    sought: Sought
    content: Content
    author: str
    author_name: str
    role: Role
    library: str
    language: str
    written: datetime | None
    is_withdrawn: bool


def read_entry(kind: Kind, row: Row, library: str) -> Entry | None:
    """What this row says; ``None`` where it has nothing of this kind to say.

    ``library`` is where it was written if the row does not say. Raises ``SetAside``.
    """
    if row.cells is None:
        raise SetAside(Aside.UNREADABLE)
    cells = {name: value.strip() for name, value in row.cells.items()}
    is_withdrawn = _is_true(cells, "withdrawn")
    content = _content(kind, cells)
    if content is None and not is_withdrawn:
        return None
    where = _line(cells.get("library", ""), MOST_LIBRARY) or library
    whose, said_id = cells.get("author_id", ""), _line(cells.get("id", ""), MOST_ORIGIN)
    sought = _sought(cells)
    author = author_key("imported", where, whose) if whose else ""
    if kind is Kind.RATING and not (author or said_id):
        raise SetAside(Aside.NO_AUTHOR)
    name, date_said = tidied_name(cells.get("author_name", "")), cells.get("date", "")
    told = [author, sought.by.value, sought.value]
    if kind is Kind.COMMENT:
        told += [name, date_said, *map(str, content or ())]
    origin_id = said_id or identity(*told)
    return Entry(
        line=row.line,
        contribution_id=identity("imported", kind.value, where, origin_id),
        origin_id=origin_id,
        sought=sought,
        content=content or (),
        author=author,
        author_name=name,
        role=_role(cells),
        library=where,
        language=_language(cells.get("language", "")),
        written=_moment(date_said) if date_said else None,
        is_withdrawn=is_withdrawn,
    )


def _content(kind: Kind, cells: Mapping[str, str]) -> Content | None:
    """The stars, or the words and whether they spoil; ``None`` where the cell is empty."""
    if kind is Kind.RATING:
        said = cells.get("rating", "")
        return (_stars(said),) if said else None
    try:
        words = tidied_words(cells.get("text", ""))
    except ContributionRefused as refused:
        if refused.why is Why.NO_WORDS:
            return None
        raise SetAside(Aside.TOO_LONG) from refused
    return words, _is_true(cells, "spoiler")


def _stars(said: str) -> int:
    """``4.5`` as half stars."""
    if not re.fullmatch(r"[0-5](?:[.,][05]0?)?", said, re.ASCII):
        raise SetAside(Aside.BAD_RATING)
    stars = int(float(said.replace(",", ".")) * 2)
    if not 0 < stars <= MOST_STARS:
        raise SetAside(Aside.BAD_RATING)
    return stars


def _sought(cells: Mapping[str, str]) -> Sought:
    """The most exact of what names the title."""
    if title_id := cells.get("title_id", ""):
        return Sought(By.TITLE, _an_id(title_id))
    if number := cells.get("control_number", ""):
        source = cells.get("source", "") or DEFAULT_SOURCE
        return Sought(By.TITLE, title_id_of(source, number))
    if said := cells.get("isbn", ""):
        if not said.isascii() or not isbn.is_valid(said):
            raise SetAside(Aside.BAD_ISBN)
        return Sought(By.ISBN, isbn.to_isbn13(isbn.compact(said)).replace("-", ""))
    if work_id := cells.get("work_id", ""):
        return Sought(By.WORK, _an_id(work_id))
    raise SetAside(Aside.NO_PLACE)


def _an_id(said: str) -> str:
    if not _ID.fullmatch(said):
        raise SetAside(Aside.NO_TITLE)
    return said


def _line(said: str, most: int) -> str:
    """An id or a name in one line."""
    line = " ".join(tidied(said).split())
    if len(line) > most:
        raise SetAside(Aside.LONG_ID)
    return line


def _is_true(cells: Mapping[str, str], name: str) -> bool:
    said = cells.get(name, "").casefold()
    if said not in _TRUE | _FALSE:
        raise SetAside(Aside.BAD_MARK)
    return said in _TRUE


def _role(cells: Mapping[str, str]) -> Role:
    said = cells.get("role", "").casefold() or Role.READER
    if said not in Role.values:
        raise SetAside(Aside.BAD_MARK)
    return Role(said)


def _language(said: str) -> str:
    """The BCP 47 tag of a language, said so or by its MARC code; empty for what is none."""
    plain = unicodedata.normalize("NFKC", said).replace("_", "-")
    if not re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}", plain):
        return ""
    try:
        tag = langcodes.standardize_tag(plain)
    except ValueError:
        return ""
    return tag if langcodes.tag_is_valid(tag) else ""


def _moment(said: str) -> datetime:
    """A day, or a day and a time, in the library's zone where it names none; a day is its noon."""
    try:
        moment = datetime.fromisoformat(said)
        is_day = bool(re.fullmatch(r"\d{4}-?\d\d-?\d\d", said, re.ASCII))
        if is_day:
            moment = datetime.combine(date.fromisoformat(said), _NOON)
        if moment.tzinfo is None:
            moment = timezone.make_aware(moment)
        is_possible = moment.year >= FIRST_YEAR and moment <= timezone.now() + _CLOCKS_DIFFER
    except (ValueError, OverflowError) as error:
        raise SetAside(Aside.BAD_DATE) from error
    if not is_possible:
        raise SetAside(Aside.BAD_DATE)
    return moment
