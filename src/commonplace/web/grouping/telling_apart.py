"""What tells editions apart that look alike: as little as makes them different, in this order."""

from collections.abc import Callable, Iterable, Sequence

from django.utils.translation import gettext_noop as noop
from markupsafe import Markup

from commonplace.bibliography import Description
from commonplace.bibliography.formats import FormatGroup, format_of
from commonplace.catalogue.queries import TitleRow
from commonplace.web.wording import isolated, said_here
from commonplace.web.words.moments import listed
from commonplace.web.words.names import as_said
from commonplace.web.words.tongues import language_names

_MOST_NAMES = 3
_MOST_TEXT = 160


def told_apart(
    rows: Iterable[TitleRow], *, shows_readers: bool = False
) -> dict[str, tuple[Markup, ...]]:
    """For each edition that looks like another what else to say of it. ``shows_readers``: who reads
    it is shown of every edition that is listened to.
    """
    alike: dict[tuple[object, ...], list[TitleRow]] = {}
    for row in rows:
        said = row.description
        look = (*_look(said), read_by(said) if shows_readers else "")
        alike.setdefault(look, []).append(row)
    told: dict[str, tuple[Markup, ...]] = {}
    for group in alike.values():
        if len(group) > 1:
            told |= _told(group)
    return told


def read_by(description: Description) -> Markup:
    """Who reads it, of what is listened to; nothing where nobody is named."""
    if format_of(description.format).group is not FormatGroup.LISTENING:
        return Markup("")
    return _people(description, ("narrator",), noop("Read by %(names)s"))


def _look(said: Description) -> tuple[object, ...]:
    """What every edition shows of itself."""
    return (
        said.format,
        said.title_proper,
        said.part_number,
        said.part_name,
        said.publication.year,
        tuple(language_names((*said.languages, *said.subtitles))),
        said.publication.publisher,
    )


def _told(group: Sequence[TitleRow]) -> dict[str, tuple[Markup, ...]]:
    """Facts that differ among these, until no two are the same or nothing more is known."""
    told: dict[str, tuple[Markup, ...]] = {row.title_id: () for row in group}
    for fact in _FACTS:
        if len(set(told.values())) == len(group):
            break
        said = {row.title_id: fact(row) for row in group}
        wider = {title: (*told[title], said[title]) for title in told}
        if len(set(wider.values())) > len(set(told.values())):
            told = wider
    return {title: tuple(filter(None, facts)) for title, facts in told.items()}


def _people(said: Description, roles: Iterable[str], message: str) -> Markup:
    wanted = set(roles)
    names = [as_said(each) for each in said.contributors if wanted & set(each.roles)]
    if not names:
        return Markup("")
    shown = Markup(listed([isolated(name) for name in dict.fromkeys(names[:_MOST_NAMES])]))  # noqa: S704 -- escaped
    return said_here(message, names=shown)


def _words(text: str) -> Markup:
    return isolated(text[:_MOST_TEXT]) if text else Markup("")


def _isbn(row: TitleRow) -> Markup:
    numbers = row.description.identifiers.isbn
    return said_here("ISBN %(number)s", number=_figures(numbers[0])) if numbers else Markup("")


def _record(row: TitleRow) -> Markup:
    return said_here("record %(number)s", number=_figures(f"{row.source} {row.control_number}"))


def _figures(text: str) -> Markup:
    return Markup('<bdi dir="ltr">%s</bdi>') % text[:_MOST_TEXT]


_FACTS: tuple[Callable[[TitleRow], Markup], ...] = (
    lambda row: _words(row.description.edition),
    lambda row: _people(row.description, ("narrator",), noop("Read by %(names)s")),
    lambda row: _people(row.description, ("translator",), noop("Translated by %(names)s")),
    lambda row: _people(row.description, ("illustrator",), noop("Illustrated by %(names)s")),
    lambda row: _people(row.description, ("editor",), noop("Edited by %(names)s")),
    lambda row: _words(row.description.remainder),
    lambda row: _words(next((each.title for each in row.description.series), "")),
    lambda row: _words(row.description.extent),
    lambda row: _words(row.description.physical),
    lambda row: _words(row.description.publication.place),
    lambda row: _words(row.description.publication.date),
    lambda row: _words(row.description.size),
    _isbn,
    _record,
)
