"""Comments as pages show them: whose, from where, on which format, in which language."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from commonplace.community.contributions.circles import Circle, libraries_in
from commonplace.community.contributions.models import Role
from commonplace.community.contributions.values import WrittenComment
from commonplace.policy import Library
from commonplace.web.addresses import contribution_address
from commonplace.web.blocks.titles import shortened
from commonplace.web.voices.stars import mark_of, stars_said
from commonplace.web.words.formats import format_label
from commonplace.web.words.moments import day_here
from commonplace.web.words.tongues import tag_name

LONG, MANY_LINES = 900, 12
MOST_BYTES = 80_000
_MARKUP = 600


@dataclass(frozen=True)
class ShownComment:
    """A comment; ``format`` is that of the title whose page it is on, empty on a work's."""

    comment: WrittenComment
    library: Library
    format: str = ""

    @property
    def id(self) -> str:
        """What an address within the page calls it."""
        return f"c-{self.comment.contribution_id}"

    @property
    def address(self) -> str:
        """Its permanent address."""
        return contribution_address(self.comment.contribution_id)

    @property
    def name(self) -> str:
        """Who wrote it, as they want to be called."""
        unnamed = _("A librarian") if self.is_staff else _("A reader")
        return self.comment.author_name or unnamed

    @property
    def is_staff(self) -> bool:
        """Whether it was written as staff."""
        return self.comment.role is Role.STAFF

    @property
    def badge(self) -> str:
        """Staff of which library, or the library a reader from elsewhere wrote at."""
        where = self.comment.library
        if self.is_staff:
            return _("Staff, %(library)s") % {"library": where or self.library.name}
        return "" if where in (libraries_in(Circle.OURS, self.library) or ()) else where

    @property
    def branch(self) -> str:
        """The branch of ours that a reader wrote at, where that is known."""
        where = self.comment.library
        is_branch = any(where in (each.code, each.name) for each in self.library.branches)
        return self.library.branch(where).name if is_branch and not self.is_staff else ""

    @property
    def mark(self) -> str:
        """The stars its author gave, drawn; empty where they gave none."""
        return mark_of(self.comment.stars) if self.comment.stars else ""

    @property
    def stars(self) -> str:
        """The same in words."""
        return stars_said(self.comment.stars)

    @property
    def other_format(self) -> str:
        """The format it was written on, where that is not the one of the page."""
        told = self.comment.format
        return format_label(told) if told and told != self.format else ""

    @property
    def tag(self) -> str:
        """The ``lang`` of its words."""
        return self.comment.language

    @property
    def language(self) -> str:
        """Its language in words, where it is not that of the page."""
        spoken = self.comment.language.partition("-")[0]
        if not spoken or spoken == (get_language() or "").partition("-")[0]:
            return ""
        return _("In %(language)s") % {"language": tag_name(self.comment.language)}

    @property
    def day(self) -> date:
        """The day it was written, here."""
        return day_here(self.comment.written)

    @property
    def is_edited(self) -> bool:
        """Whether it was changed."""
        return self.comment.version > 0

    @property
    def is_spoiler(self) -> bool:
        """Whether it gives away how things end."""
        return self.comment.is_spoiler

    @cached_property
    def paragraphs(self) -> Sequence[str]:
        """All of it."""
        return self.comment.words.split("\n\n")

    @cached_property
    def is_long(self) -> bool:
        """Whether only its beginning stands among others on the page of a title."""
        words = self.comment.words
        return len(words) > LONG or words.count("\n") > MANY_LINES

    @cached_property
    def beginning(self) -> Sequence[str]:
        """As much of it as stands there."""
        return [shortened(self.comment.words, LONG)] if self.is_long else self.paragraphs

    def facts(self) -> dict[str, Any]:
        """The comment as JSON."""
        said = self.comment
        return {
            "contribution_id": said.contribution_id,
            "address": self.address,
            "author": said.author_name or None,
            "role": said.role.value,
            "library": said.library or self.library.name,
            "written": said.written,
            "is_edited": self.is_edited,
            "language": said.language or None,
            "title_id": said.title_id,
            "format": said.format,
            "stars": said.stars / 2 if said.stars else None,
            "is_spoiler": said.is_spoiler,
            "text": said.words,
        }


def as_fit(comments: Sequence[WrittenComment], most: int) -> Iterator[WrittenComment]:
    """The first comments, as many as a light page bears; always one."""
    weight = 0
    for place, each in enumerate(comments[:most]):
        weight += len(each.words.encode()) + _MARKUP
        if place and weight > MOST_BYTES:
            return
        yield each
