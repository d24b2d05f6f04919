"""The editions of a work to be ticked, so many a page.

Ticks are carried from page to page in the form itself: nothing is kept until it is decided.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import QueryDict
from markupsafe import Markup

from commonplace.bibliography import id_of
from commonplace.catalogue.queries import TitleRow
from commonplace.web.blocks.titles import ShownTitle
from commonplace.web.grouping.telling_apart import told_apart
from commonplace.works.explaining import KeyGroup

EDITIONS_A_PAGE = 200
_MOST_CARRIED = 1_000_000
_MOST_PAGES = 1_000
_ID = re.compile(r"[a-z2-7]{13}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Ticks:
    """What a form holds: the editions ticked on every page, the page looked at, what to do."""

    chosen: frozenset[str] = frozenset()
    page: int = 1
    deed: str = ""


@dataclass(frozen=True, slots=True)
class Pick:
    """An edition that can be ticked."""

    title: ShownTitle
    told: Sequence[Markup]
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class PickGroup:
    """Editions on this page that have the same key. ``count`` are all that have it."""

    group_id: str
    key: str
    count: int
    picks: Sequence[Pick]


class Picks:
    """The editions of a work by key, those of a key by format and newest first."""

    def __init__(self, rows: Sequence[TitleRow], groups: Iterable[KeyGroup], ticks: Ticks) -> None:
        self._group_of = {title_id: group for group in groups for title_id in group.title_ids}
        self._ordered = sorted((r for r in rows if r.title_id in self._group_of), key=self._place)
        self.ticks = ticks

    def _place(self, row: TitleRow) -> tuple[str, int, str, int, str]:
        group, said = self._group_of[row.title_id], row.description
        return group.key, group.under, said.format, -(said.publication.year or 0), row.title_id

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self._ordered)

    @property
    def chosen_count(self) -> int:
        """How many are ticked, on all pages."""
        return len(self.ticks.chosen)

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(-(-self.total // EDITIONS_A_PAGE), 1)

    @property
    def page(self) -> int:
        """The page shown."""
        return min(self.ticks.page, self.pages)

    @cached_property
    def _shown(self) -> Sequence[TitleRow]:
        first = (self.page - 1) * EDITIONS_A_PAGE
        return self._ordered[first : first + EDITIONS_A_PAGE]

    @cached_property
    def groups(self) -> tuple[PickGroup, ...]:
        """The editions of this page by their key."""
        told = told_apart(self._shown)
        found: dict[int, list[Pick]] = {}
        groups: dict[int, KeyGroup] = {}
        for row in self._shown:
            group = self._group_of[row.title_id]
            groups[group.under] = group
            is_chosen = row.title_id in self.ticks.chosen
            pick = Pick(ShownTitle(row), told.get(row.title_id, ()), is_chosen)
            found.setdefault(group.under, []).append(pick)
        return tuple(
            PickGroup(id_of(under), groups[under].key, len(groups[under].title_ids), picks)
            for under, picks in found.items()
        )

    @property
    def chosen_elsewhere(self) -> str:
        """The editions ticked on other pages, as the form carries them."""
        return ",".join(sorted(self.ticks.chosen - {row.title_id for row in self._shown}))

    def facts(self) -> list[dict[str, Any]]:
        """The editions of this page for a JSON twin."""
        return [
            {**pick.title.facts(), "key_id": group.group_id, "key": group.key}
            for group in self.groups
            for pick in group.picks
        ]


def read_ticks(
    given: QueryDict, rows: Iterable[TitleRow], groups: Callable[[], Iterable[KeyGroup]]
) -> Ticks:
    """What a form holds, as far as it is of this work: ticks of editions and of whole keys."""
    chosen = carried(given) | set(given.getlist("title"))
    if keys := set(given.getlist("key")):
        whole = (each.title_ids for each in groups() if id_of(each.under) in keys)
        chosen |= {title_id for titles in whole for title_id in titles}
    go = given.get("go", "")
    return Ticks(
        chosen=frozenset(chosen & {row.title_id for row in rows}),
        page=_page(go or given.get("page", "")),
        deed="" if go else given.get("do", ""),
    )


def carried(given: QueryDict) -> set[str]:
    """The editions a form carries from other pages, or from the page before."""
    return set(_ID.findall(given.get("chosen", "")[:_MOST_CARRIED]))


def _page(text: str) -> int:
    is_number = text.isascii() and text.isdecimal()
    return min(max(int(text[:6]), 1), _MOST_PAGES) if is_number else 1
