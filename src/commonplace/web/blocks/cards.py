"""Results: one card a work, on it a row for each edition with whether it can be had."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _
from markupsafe import Markup, escape

from commonplace.bibliography.formats import FormatGroup, format_of
from commonplace.community.contributions.values import Ratings
from commonplace.discovery.answers import Card, Edition
from commonplace.policy import Library
from commonplace.web.blocks.copies import Copies
from commonplace.web.blocks.online import resource_of, standing
from commonplace.web.blocks.people import Person, person_of
from commonplace.web.blocks.titles import DIRECTORS, ShownTitle
from commonplace.web.voices.stars import ShownRatings
from commonplace.web.wording import counted_here, isolated, said_here, sentence_of
from commonplace.web.words.moments import due_day, listed
from commonplace.web.words.punctuation import comma, stop
from commonplace.web.words.roles import by_role
from commonplace.web.words.tongues import language_names

SHOWN_EDITIONS = 4
NO_RATINGS = Ratings()
_SHOWN_BRANCHES = 3
_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Row:
    """One edition on a card: its chip, where it is, whether it can be had."""

    chip: str
    address: str
    place: Markup
    mark: str
    status: str
    is_match: bool


class ShownCard:
    """One work among the results."""

    def __init__(
        self, card: Card, library: Library, words: str, ratings: Ratings = NO_RATINGS
    ) -> None:
        self.card = card
        self.ratings = ShownRatings(ratings)
        self.library = library
        self.words = words
        self.title = ShownTitle(card.best)

    @cached_property
    def makers(self) -> tuple[tuple[Person, str], ...]:
        """Who made it, each with what they did where they are not its creator."""
        said = self.card.best.description
        return tuple(
            (
                person_of(each, said.languages),
                by_role(each.roles[0]) if each.roles and not each.is_creator else "",
            )
            for each in self.title.makers
        )

    @cached_property
    def is_directed(self) -> bool:
        """Whether the maker named is a film's director."""
        makers = self.title.makers
        return bool(makers) and bool(DIRECTORS & set(makers[0].roles))

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The editions to show, the ones that match first."""
        return tuple(self._row(edition) for edition in self.card.editions[:SHOWN_EDITIONS])

    @property
    def more(self) -> int:
        """How many editions are left to the work's page."""
        return max(self.card.editions_total - SHOWN_EDITIONS, 0)

    @cached_property
    def why(self) -> tuple[Markup, ...]:
        """Why it was found, the words looked for marked."""
        return tuple(sentence_of(reason, self._marked) for reason in self.card.why)

    def _marked(self, said: str) -> Markup:
        return isolated(marked(said, self.words))

    def _row(self, edition: Edition) -> Row:
        shown = ShownTitle(edition.row)
        copies = Copies(edition.items, self.library)
        mark, status = standing(edition.row.description, copies)
        place = _place(edition, copies, self.card)
        return Row(shown.chip, shown.address, place, mark, status, edition.is_match)

    def facts(self) -> dict[str, Any]:
        """The card for a JSON twin."""
        best = self.card.best
        return {
            "work_id": self.card.work_id,
            "work_address": self.title.work_address,
            "title_id": best.title_id,
            "address": self.title.address,
            "title": best.description.full_title,
            "vernacular": best.description.vernacular.get("title_proper", ""),
            "contributors": [
                {"name": each.name, "roles": list(each.roles)} for each in self.title.makers
            ],
            "rating": {"mean": self.ratings.ratings.mean, "count": self.ratings.count},
            "editions_total": self.card.editions_total,
            "editions": [self._edition_facts(edition) for edition in self.card.editions],
            "why": [reason.sentence for reason in self.card.why],
        }

    def _edition_facts(self, edition: Edition) -> dict[str, Any]:
        said = edition.row.description
        return {
            "title_id": edition.row.title_id,
            "address": ShownTitle(edition.row).address,
            "format": said.format,
            "year": said.publication.year,
            "languages": list(said.languages),
            "is_match": edition.is_match,
            **Copies(edition.items, self.library).facts(),
        }


def marked(said: str, words: str) -> Markup:
    """A text with the words that were looked for marked in it."""
    wanted = {word.casefold() for word in _WORDS.findall(words)}
    parts = re.split(r"(\w+)", said)
    return Markup("").join(
        Markup("<mark>%s</mark>") % part if part.casefold() in wanted else escape(part)
        for part in parts
    )


def _place(edition: Edition, copies: Copies, card: Card) -> Markup:
    parts = [escape(_other_language(edition, card)), _where(edition, copies)]
    return escape(stop()).join(part for part in parts if part)


def _where(edition: Edition, copies: Copies) -> Markup:
    if names := [branch.name for branch in copies.branches_in]:
        return _among(names)
    if copies.first_due:
        return said_here("Due %(day)s", day=due_day(copies.first_due))
    if copies.total:
        return _beside(_branch_names(copies))
    is_online = format_of(edition.row.description.format).group is FormatGroup.READING_ONLINE
    return said_here("Online") if is_online or resource_of(edition.row.description) else Markup("")


def _among(names: Sequence[str]) -> Markup:
    """The branches that have it in, or the first of many and how many more."""
    if len(names) <= _SHOWN_BRANCHES:
        return _beside(names)
    more = len(names) - 1
    return counted_here(
        "%(branch)s and %(num)s more branch",
        "%(branch)s and %(num)s more branches",
        more,
        branch=isolated(names[0]),
    )


def _beside(names: Sequence[str]) -> Markup:
    return escape(comma()).join(map(isolated, names))


def _branch_names(copies: Copies) -> Sequence[str]:
    codes = dict.fromkeys(item.branch for item in copies.items)
    return [copies.library.branch(code).name for code in codes][:_SHOWN_BRANCHES]


def _other_language(edition: Edition, card: Card) -> str:
    languages = edition.row.description.languages
    if languages[:1] == card.best.description.languages[:1] or not languages:
        return ""
    names = language_names(languages[:1])
    return _("In %(language)s") % {"language": listed(names)} if names else ""
