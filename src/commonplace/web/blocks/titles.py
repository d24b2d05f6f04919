"""How a title is shown: its forms in their scripts, its one line of format, year and language."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _
from markupsafe import Markup

from commonplace.bibliography import Contributor, Description
from commonplace.catalogue.queries import TitleRow
from commonplace.web.addresses import cover_address, title_address, work_address
from commonplace.web.blocks.folding import Folded, fold
from commonplace.web.covers.cover import Cover
from commonplace.web.wording import isolated, said_here
from commonplace.web.words.formats import format_label
from commonplace.web.words.moments import listed
from commonplace.web.words.names import as_said
from commonplace.web.words.punctuation import comma
from commonplace.web.words.roles import by_role
from commonplace.web.words.tongues import capitalised, language_names, language_tag

LONG, VERY_LONG = 48, 110
_ONE_LINE = 170
_FULL_WIDTH = frozenset({"zh", "ja"})
DIRECTORS = frozenset({"director", "film director", "television director"})


@dataclass(frozen=True, slots=True)
class Text:
    """Words from a record with the ``lang`` they are in, as far as it is known."""

    words: str
    tag: str = ""


class ShownTitle:
    """A title as pages show it. Made from a row; cheap to make, words only when asked for."""

    def __init__(self, row: TitleRow) -> None:
        self.row = row
        self.description: Description = row.description

    @property
    def address(self) -> str:
        """Where its page is."""
        return title_address(self.row.title_id)

    @property
    def work_address(self) -> str:
        """Where its work's page is."""
        return work_address(self.row.work_id)

    @property
    def editions_address(self) -> str:
        """The same for somebody who looked at this one: its format is first there."""
        return f"{self.work_address}?format={self.description.format}"

    @cached_property
    def name(self) -> Text:
        """Title proper with its part; never empty."""
        said = self.description
        parts = (said.title_proper, said.part_number, said.part_name)
        name = ". ".join(part for part in parts if part)
        return self.text(name) if name else Text(_("Untitled"))

    @cached_property
    def rest(self) -> Text:
        """The remainder of the title."""
        return self.text(self.description.remainder)

    @cached_property
    def whole(self) -> Text:
        """Title and remainder in one line."""
        if not self.rest.words:
            return self.name
        colon = "：" if self.name.tag.partition("-")[0] in _FULL_WIDTH else ": "
        return Text(f"{self.name.words}{colon}{self.rest.words}", self.name.tag)

    @cached_property
    def twin(self) -> Text:
        """The title in its original script, where the record has it beside a romanised one."""
        return self.text(self.description.vernacular.get("title_proper", ""))

    @property
    def length(self) -> str:
        """How a heading must be set to hold it: empty, ``long`` or ``very-long``."""
        letters = len(self.name.words)
        return "very-long" if letters > VERY_LONG else "long" if letters > LONG else ""

    @property
    def other_names(self) -> tuple[Text, ...]:
        """What else it is called, as much as a page bears."""
        return self._names.all

    @property
    def names_left_out(self) -> int:
        """How many of its names are too many for a page."""
        return self._names.left_out

    @cached_property
    def _names(self) -> Folded[Text]:
        return fold(self._other_names(), weigh=lambda text: text.words)

    def _other_names(self) -> tuple[Text, ...]:
        """Uniform, parallel, variant and romanised titles, each once, none that is the name."""
        said = self.description
        shown = {self.name.words.casefold(), said.title_proper.casefold()}
        shown.add(self.twin.words.casefold())
        others: list[Text] = []
        for each in _other_forms(said):
            if each and each.casefold() not in shown:
                shown.add(each.casefold())
                others.append(self.text(each))
        return tuple(others)

    @cached_property
    def format(self) -> str:
        """Its format in words."""
        return format_label(self.description.format)

    @cached_property
    def year(self) -> str:
        """The year patrons know it by; empty where nobody knows."""
        year = self.description.publication.year
        return str(year) if year else ""

    @cached_property
    def languages(self) -> str:
        """Spoken, subtitled and original languages in one phrase."""
        said = self.description
        spoken, subtitles = language_names(said.languages), language_names(said.subtitles)
        phrases = [listed(spoken)] if spoken else []
        if subtitles:
            phrases.append(_("subtitles in %(languages)s") % {"languages": listed(subtitles)})
        originals = [code for code in said.original_languages if code not in said.languages]
        if names := language_names(originals):
            phrases.append(_("translated from %(languages)s") % {"languages": listed(names)})
        return capitalised(comma().join(phrases))

    @cached_property
    def chip(self) -> str:
        """Format and year, as a card shows an edition."""
        if not self.year:
            return self.format
        return _("%(format)s, %(year)s") % {"format": self.format, "year": self.year}

    @cached_property
    def makers(self) -> tuple[Contributor, ...]:
        """The people to name in one line: the creator, else the first two."""
        people = [each for each in self.description.contributors if not each.work]
        creators = [each for each in people if each.is_creator]
        return tuple(creators[:1] or leading(people)[:2])

    @cached_property
    def by(self) -> Markup:
        """The makers in one line: "Lixin Fan", "Qin Xiaoyu, editor"."""
        return Markup(listed([said_with_role(each) for each in self.makers]))  # noqa: S704 -- escaped

    @cached_property
    def line(self) -> Text:
        """What it is about, in one line."""
        return self.text(shortened(self.description.summary, _ONE_LINE))

    @property
    def cover(self) -> str:
        """The address of its drawn cover."""
        return cover_address(self.row.title_id)

    @cached_property
    def cover_size(self) -> tuple[int, int]:
        """Width and height of the cover."""
        return Cover("", format=self.description.format).size

    def facts(self) -> dict[str, Any]:
        """The title in a few facts, for a JSON twin."""
        said = self.description
        return {
            "title_id": self.row.title_id,
            "address": self.address,
            "title": said.full_title,
            "vernacular": said.vernacular.get("title_proper", ""),
            "format": said.format,
            "year": said.publication.year,
            "languages": list(said.languages),
            "contributors": [each.name for each in self.makers],
        }

    def text(self, words: str) -> Text:
        """Words of this record with their language."""
        return Text(words, language_tag(words, self.description.languages))


def leading(people: Sequence[Contributor]) -> list[Contributor]:
    """Those with the foremost part: of a film its directors, else who is named first."""
    directors = [each for each in people if DIRECTORS & set(each.roles)]
    if directors or not people:
        return directors
    return [each for each in people if each.roles[:1] == people[0].roles[:1]]


def said_with_role(contributor: Contributor) -> Markup:
    """A name, and behind it what they did where they are not the one who made it."""
    name = isolated(as_said(contributor))
    if contributor.is_creator or not contributor.roles or DIRECTORS & set(contributor.roles):
        return name
    role = by_role(contributor.roles[0])
    return said_here("%(name)s, %(role)s", name=name, role=role)


def shortened(text: str, most: int) -> str:
    """The beginning of a text, cut at a sentence where one ends in time, else at a word."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    head = text[:most]
    sentence = max(head.rfind(mark) for mark in (". ", "! ", "? ", "。"))
    if sentence > most // 3:
        return head[: sentence + 1]
    word = head.rfind(" ")
    return f"{head[: word if word > most // 2 else most].rstrip(' ,;:')}…"


def _other_forms(said: Description) -> Iterator[str]:
    yield said.uniform_title
    yield said.vernacular.get("uniform_title", "")
    yield from said.parallel_titles
    yield from said.variant_titles
    yield from said.vernacular_titles
