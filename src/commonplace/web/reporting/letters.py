"""Letters as their readers see them again by the code of a receipt: reports, and wishes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from django.utils.translation import gettext as _

from commonplace.catalogue.corrections import reports
from commonplace.catalogue.letters.sending import Receipt
from commonplace.catalogue.queries import titles_by_id
from commonplace.catalogue.wishes import asking
from commonplace.web.addresses import title_address, web_address
from commonplace.web.blocks.titles import ShownTitle, Text
from commonplace.web.words import reports as report_words
from commonplace.web.words import wishes as wish_words
from commonplace.web.words.formats import format_label


class Line(NamedTuple):
    """One thing a reader told us: its label and its words, which may lead somewhere."""

    label: str
    words: Text
    address: str = ""
    note: str = ""


class ShownLetter(Protocol):
    """What the page of a receipt shows of a letter, whatever kind it is."""

    @property
    def receipt(self) -> Receipt[Any]:
        """What became of it."""

    @property
    def heading(self) -> str:
        """The question the page answers."""

    @property
    def words(self) -> str:
        """What the reader wrote freely."""

    @property
    def lines(self) -> Sequence[Line]:
        """What else the reader told us."""

    @property
    def back(self) -> Line | None:
        """Where to go on from here."""

    def state(self, state: str) -> tuple[str, str]:
        """A state in words, and the shape beside it."""

    def facts(self) -> dict[str, Any]:
        """What only this kind of letter has, as JSON."""


def letter_with(code: str) -> ShownLetter | None:
    """The letter with this code; ``None`` when there is none."""
    if report := reports.receipt(code):
        return ShownReport(report)
    wish = asking.receipt(code)
    return ShownWish(wish) if wish else None


@dataclass(frozen=True)
class ShownReport:
    """A report of something wrong."""

    receipt: Receipt[reports.Said]

    @property
    def heading(self) -> str:
        """The question its page answers."""
        return _("What became of your report?")

    @property
    def words(self) -> str:
        """What its reader wrote."""
        return self.receipt.said.words

    @property
    def _titles(self) -> dict[str, ShownTitle]:
        """The titles it speaks of, those that are still here."""
        said = self.receipt.said
        found = titles_by_id([each for each in (said.title_id, said.edition) if each])
        return {title_id: ShownTitle(row) for title_id, row in found.items()}

    @property
    def lines(self) -> Sequence[Line]:
        """What it is about, and what is wrong."""
        said, titles = self.receipt.said, self._titles
        gone = Text(_("A title that is no longer in the catalogue"))
        title = titles.get(said.title_id)
        about = Line(_("About"), title.name if title else gone, title.address if title else "")
        lines = [about, Line(_("What is wrong"), Text(report_words.kind_of_report(said.kind)))]
        if edition := titles.get(said.edition):
            label = _("It does not belong")
            lines.append(Line(label, edition.name, edition.address, edition.chip))
        if link := web_address(said.link):
            lines.append(Line(_("The link"), Text(link)))
        return lines

    @property
    def back(self) -> Line | None:
        """To the title."""
        title = self._titles.get(self.receipt.said.title_id)
        return Line("", Text(_("Back to the title")), title.address) if title else None

    def state(self, state: str) -> tuple[str, str]:
        """A state of reports."""
        return report_words.state_of_report(state), report_words.MARKS[state]

    def facts(self) -> dict[str, Any]:
        """What it says."""
        said = self.receipt.said
        return {
            "title_id": said.title_id,
            "kind": said.kind,
            "edition": said.edition,
            "link": said.link,
            "words": said.words,
        }


@dataclass(frozen=True)
class ShownWish:
    """A wish that the library get something."""

    receipt: Receipt[asking.Asked]

    @property
    def heading(self) -> str:
        """The question its page answers."""
        return _("What became of what you asked for?")

    @property
    def words(self) -> str:
        """The note."""
        return self.receipt.said.note

    @property
    def lines(self) -> Sequence[Line]:
        """What was asked for."""
        said = self.receipt.said
        asked = (
            (_("Title"), said.title),
            (_("By whom"), said.creator),
            (_("Format"), format_label(said.format) if said.format else ""),
        )
        return [Line(label, Text(words)) for label, words in asked if words]

    @property
    def back(self) -> Line | None:
        """To the title that fulfils it, once there is one that is still here."""
        ids = [reply.title_id for reply in self.receipt.replies if reply.title_id]
        found = titles_by_id(ids[-1:])
        return Line("", Text(_("Go to the title")), title_address(ids[-1])) if found else None

    def state(self, state: str) -> tuple[str, str]:
        """A state of wishes."""
        return wish_words.state_of_wish(state), wish_words.MARKS[state]

    def facts(self) -> dict[str, Any]:
        """What it says."""
        said = self.receipt.said
        return {
            "title": said.title,
            "creator": said.creator,
            "format": said.format,
            "note": said.note,
            "title_ids": [each.title_id for each in self.receipt.replies if each.title_id],
        }
