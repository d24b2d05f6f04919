"""What the library corrected, in words: the value of each kind of field as lines a page shows."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from commonplace.bibliography import Audience, Contributor, Link, Series
from commonplace.catalogue.corrections.fields import FIELDS, Kind, Value
from commonplace.catalogue.corrections.refusals import CorrectionRefused
from commonplace.web.words.choices import value_label
from commonplace.web.words.formats import format_label
from commonplace.web.words.moments import number
from commonplace.web.words.tongues import language_name

Lines = tuple[str, ...]

CONTRIBUTOR_KINDS: Final[Mapping[str, str]] = {
    "person": noop("Person"),
    "family": noop("Family"),
    "body": noop("Organisation"),
    "meeting": noop("Meeting"),
}
RELATIONS: Final[Mapping[str, str]] = {
    "resource": noop("The thing itself"),
    "version": noop("Another version of it"),
    "related": noop("Something about it"),
}


def field_of_title(name: str) -> str:
    """What a field staff may correct is called."""
    return _(FIELDS[name].label)


def lines_of(name: str, value: Value) -> Lines:
    """The value of this field as a page shows it; no line where it is empty."""
    return tuple(filter(None, _SHOWN[FIELDS[name].kind](value)))


def sentence_of_refusal(refused: CorrectionRefused) -> str:
    """Why a correction was not taken, in the page's language."""
    sentence = _(refused.sentence)
    return sentence % refused.filled if refused.filled else sentence


def _text(value: str) -> Lines:
    return (value,)


def _year(value: int | None) -> Lines:
    return (str(value),) if value else ()


def _count(value: int) -> Lines:
    return (number(value),) if value else ()


def _languages(value: tuple[str, ...]) -> Iterator[str]:
    for code in value:
        yield _("%(name)s (%(code)s)") % {"name": language_name(code), "code": code}


def _audience(value: Audience) -> Lines:
    code = value_label("audience", value.code) if value.code else ""
    lexile = _("Lexile %(measure)s") % {"measure": value.lexile} if value.lexile else ""
    return (code, _ages(value), value.rating, lexile, *value.notes)


def _ages(value: Audience) -> str:
    if value.youngest is None:
        return ""
    if value.oldest is None:
        return _("Ages %(from)s and up") % {"from": number(value.youngest)}
    ages = {"from": number(value.youngest), "to": number(value.oldest)}
    return _("Ages %(from)s to %(to)s") % ages


def _people(value: tuple[Contributor, ...]) -> Iterator[str]:
    for each in value:
        parts = [each.name, each.dates, each.vernacular, each.work, *each.roles]
        if each.kind != "person":
            parts.append(_(CONTRIBUTOR_KINDS.get(each.kind, each.kind)))
        if each.is_creator:
            parts.append(_("main entry"))
        yield ", ".join(part for part in parts if part)


def _series(value: tuple[Series, ...]) -> Iterator[str]:
    for each in value:
        parts = (each.title, each.number, each.vernacular, each.heading)
        yield ", ".join(part for part in parts if part)


def _links(value: tuple[Link, ...]) -> Iterator[str]:
    for each in value:
        relation = _(RELATIONS.get(each.relation, each.relation))
        yield ", ".join(part for part in (each.label, each.url, relation) if part)


_SHOWN: dict[Kind, Callable[[Value], Lines | Iterator[str]]] = {
    Kind.LINE: _text,
    Kind.PROSE: _text,
    Kind.YEAR: _year,
    Kind.COUNT: _count,
    Kind.FORMAT: lambda value: (format_label(value),),
    Kind.LANGUAGES: _languages,
    Kind.AUDIENCE: _audience,
    Kind.PEOPLE: _people,
    Kind.SERIES: _series,
    Kind.LINKS: _links,
}
