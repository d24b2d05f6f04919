"""Covers standing on a board with a line under each: how rows of titles are shown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from commonplace.catalogue.queries import TitleRow
from commonplace.discovery.answers import Asked
from commonplace.discovery.searching import find
from commonplace.search.engines.contract import Filter, Sort
from commonplace.web.blocks.titles import ShownTitle


@dataclass(frozen=True, slots=True)
class Board:
    """A row of titles under a heading. ``more`` leads to all of them."""

    key: str
    heading: str
    note: str
    titles: tuple[ShownTitle, ...]
    more: str = ""
    more_label: str = ""

    def facts(self) -> dict[str, Any]:
        """The row for a JSON twin."""
        return {
            "heading": self.heading,
            "titles": [each.facts() for each in self.titles],
            "more": self.more,
        }


def on_a_board(rows: Iterable[TitleRow]) -> tuple[ShownTitle, ...]:
    """These titles ready to stand there."""
    return tuple(map(ShownTitle, rows))


def best_of(filters: Sequence[Filter], *, sort: Sort, limit: int) -> tuple[ShownTitle, ...]:
    """The first works of a search, one edition each."""
    found = find(Asked(filters=tuple(filters), sort=sort, page_size=limit))
    return on_a_board(card.best for card in found.cards)
