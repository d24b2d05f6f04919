"""Titles like a title, each with the reason: what they share, or that they stand side by side.

The engine finds those that share the rarer headings; where these are few, the neighbours on the
shelf come after them, the nearest first. A title without headings or a call number has none.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, islice, zip_longest

from commonplace.bibliography import Description
from commonplace.browse.queries import place_of, shelf_around
from commonplace.catalogue.queries import TitleRow, titles_by_id
from commonplace.discovery.serving import asked_of_engine
from commonplace.search.engines.contract import Hit

_NEIGHBOURS = 8
_LOOKED_AT = 3


class Tie(StrEnum):
    """What makes two titles alike, the strongest first."""

    SERIES = "series"
    NAME = "name"
    SUBJECT = "subject"
    GENRE = "genre"
    SHELF = "shelf"


@dataclass(frozen=True, slots=True)
class Shared:
    """What two titles share: a heading, or a place on the shelf by its call number."""

    tie: Tie
    label: str


@dataclass(frozen=True, slots=True)
class Similar:
    """A title like another one, with what they share."""

    row: TitleRow
    shared: Shared


HEADINGS: tuple[tuple[Tie, Callable[[Description], list[str]]], ...] = (
    (Tie.SERIES, lambda d: [each.heading or each.title for each in d.series]),
    (Tie.NAME, lambda d: [each.name for each in d.contributors]),
    (Tie.SUBJECT, lambda d: [each.label for each in d.subjects]),
    (Tie.GENRE, lambda d: [each.label for each in d.genres]),
)


def similar_titles(title_id: str, limit: int = 6) -> Sequence[Similar]:
    """One title each of other works that are like this one, the likest first."""
    nothing: Sequence[Hit] = ()
    hits = asked_of_engine(
        lambda engine: engine.similar(title_id, limit=_LOOKED_AT * limit), nothing
    )
    rows = titles_by_id([title_id, *(hit.title_id for hit in hits)])
    this = rows.get(title_id)
    if this is None:
        return ()
    sharing = (_sharing(this, rows[hit.title_id]) for hit in hits if hit.title_id in rows)
    series_first = sorted(filter(None, sharing), key=lambda each: each.shared.tie is not Tie.SERIES)
    alike = chain(series_first, _on_the_shelf(this))
    return list(islice(_one_of_each_work(this, alike), limit))


def _one_of_each_work(this: TitleRow, alike: Iterator[Similar]) -> Iterator[Similar]:
    works = {this.work_id}
    for each in alike:
        if each.row.work_id not in works:
            works.add(each.row.work_id)
            yield each


def _sharing(one: TitleRow, other: TitleRow) -> Similar | None:
    """The other title with what both share: a series before a hand before a subject."""
    for tie, labels in HEADINGS:
        theirs = set(labels(other.description))
        both = [label for label in labels(one.description) if label in theirs]
        if both:
            return Similar(other, Shared(tie, both[0]))
    return None


def _on_the_shelf(this: TitleRow) -> Iterator[Similar]:
    """The neighbours, the nearest first, by turns from either side."""
    place = place_of(this.title_id)
    if place is None:
        return
    places = shelf_around(place, before=_NEIGHBOURS, after=_NEIGHBOURS)
    at = next((n for n, each in enumerate(places) if each.title_id == this.title_id), 0)
    by_turns = zip_longest(places[at + 1 :], reversed(places[:at]))
    near = [each for pair in by_turns for each in pair if each is not None]
    rows = titles_by_id([each.title_id for each in near])
    for each in near:
        if each.title_id in rows:
            yield Similar(rows[each.title_id], Shared(Tie.SHELF, each.call_number))
