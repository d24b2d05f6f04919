"""The details of a publication as label and text, in the order a reader asks for them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from commonplace.bibliography import Contributor, Description, Identifiers, Publication
from commonplace.web.blocks.folding import fold
from commonplace.web.words.choices import value_label
from commonplace.web.words.moments import listed, number
from commonplace.web.words.names import as_said
from commonplace.web.words.tongues import capitalised, language_names, language_tag

Said = tuple[str, ...]
MOST_LINES, MOST_LINE = 60, 2_000


@dataclass(frozen=True, slots=True)
class Detail:
    """One labelled detail with its lines, each with its ``lang``."""

    label: str
    lines: tuple[tuple[str, str], ...]


def details_of(description: Description) -> tuple[Detail, ...]:
    """Every detail this record gives."""
    return tuple(_details(description))


def _details(description: Description) -> Iterator[Detail]:
    for label, lines in _rows(description):
        said = [_without_isbd(line[:MOST_LINE]) for line in lines if line]
        said = list(fold(said, MOST_LINES).shown)
        if said:
            tagged = tuple((line, language_tag(line, description.languages)) for line in said)
            yield Detail(label, tagged)


def _rows(d: Description) -> Iterator[tuple[str, Said]]:
    yield _("Published"), (published(d.publication), d.vernacular.get("publisher", ""))
    yield _("First published"), (_first_year(d.publication),)
    yield _("Edition"), (d.edition, d.vernacular.get("edition", ""))
    yield _("As stated"), (d.responsibility, d.vernacular.get("responsibility", ""))
    yield _("Description"), (_physical(d),)
    yield _("Languages"), _languages(d)
    yield _("Playing it"), d.playing
    yield _("Contains"), tuple(_contained(each) for each in d.contributors if each.work)
    yield _("Audience"), _audience(d)
    yield _("Places"), (listed(d.regions) if d.regions else "",)
    yield _("Times"), (listed(d.periods) if d.periods else "",)
    yield _("Notes"), d.notes
    yield from _numbers(d.identifiers)
    yield _("Call numbers"), tuple(dict.fromkeys(each.number for each in d.call_numbers))


def _without_isbd(line: str) -> str:
    """The line with the blanks closed that ISBD puts before its punctuation."""
    for mark in (";", ":", ","):
        line = line.replace(f" {mark} ", f"{mark} ")
    return line


def published(publication: Publication) -> str:
    """Place, publisher and date in one line."""
    made = publication
    maker = ": ".join(part for part in (made.place, made.publisher) if part)
    when = made.date or (str(made.year) if made.year else "")
    return ", ".join(part for part in (maker, when) if part)


def _first_year(publication: Publication) -> str:
    first = publication.original_year
    return str(first) if first and first != publication.year else ""


def _physical(d: Description) -> str:
    body = ", ".join(part for part in (d.extent, d.physical) if part)
    return "; ".join(part for part in (body, d.size) if part)


def _languages(d: Description) -> Said:
    spoken, subtitles = language_names(d.languages), language_names(d.subtitles)
    originals = language_names(d.original_languages)
    sentences: tuple[tuple[list[str], Callable[[], str]], ...] = (
        (spoken, lambda: "%(languages)s" if not subtitles else _("Spoken: %(languages)s")),
        (subtitles, lambda: _("Subtitles: %(languages)s")),
        (originals, lambda: _("Original language: %(languages)s")),
    )
    lines = [said() % {"languages": listed(names)} for names, said in sentences if names]
    return (*map(capitalised, lines), d.language_note)


def _audience(d: Description) -> Said:
    who = d.audience
    ages = ""
    if who.youngest is not None:
        oldest = who.oldest
        ages = _("Ages %(from)s and up") if oldest is None else _("Ages %(from)s to %(to)s")
        ages %= {"from": number(who.youngest), "to": number(oldest or 0)}
    lexile = _("Lexile %(measure)s") % {"measure": who.lexile} if who.lexile else ""
    said = value_label("audience", who.code) if who.code else ""
    return (said, who.rating, ages, lexile, *who.notes)


def _contained(contributor: Contributor) -> str:
    return _("%(work)s, by %(name)s") % {"work": contributor.work, "name": as_said(contributor)}


def _numbers(identifiers: Identifiers) -> Iterator[tuple[str, Said]]:
    yield _("ISBN"), identifiers.isbn
    yield _("ISSN"), identifiers.issn
    yield _("LCCN"), identifiers.lccn
    yield _("OCLC number"), identifiers.oclc
    yield _("UPC"), identifiers.upc
