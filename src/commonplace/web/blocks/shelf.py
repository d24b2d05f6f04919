"""The shelf around a title: spines in call-number order, as wide as the book and as high.

Width comes from the extent (pages, discs), height from the size in centimetres (MARC 21 300 $a and
$c); both in a few steps, because the style sheet and not the page says how much a step is.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from commonplace.bibliography import Description
from commonplace.bibliography.formats import FormatGroup, format_of
from commonplace.browse.queries import Place
from commonplace.catalogue.queries import TitleRow
from commonplace.web.addresses import shelf_address
from commonplace.web.blocks.titles import ShownTitle, Text, shortened
from commonplace.web.covers.inks import class_ink

SPINE_COLOURS = 6
_MOST_LETTERS = 64
_PAGES = re.compile(r"(\d{1,5})\s*(?:p\b|pages|pgs|leaves|s\.|S\.|с\.|頁|页)")
_CENTIMETRES = re.compile(r"(\d{1,3})\s*cm")
_DISCS = (FormatGroup.WATCHING, FormatGroup.MUSIC, FormatGroup.LISTENING, FormatGroup.PLAYING)
# Below this many pages (or centimetres), this step.
_WIDTHS = ((90, 0), (320, 1), (620, 2))
_HEIGHTS = ((20, 0), (25, 1), (30, 2))


@dataclass(frozen=True, slots=True)
class Spine:
    """One thing on the shelf."""

    title: Text
    address: str
    label: tuple[str, ...]
    call_number: str
    look: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Shelf:
    """A stretch of shelf. ``before`` and ``after`` lead on; empty at the ends."""

    spines: tuple[Spine, ...] = ()
    before: str = ""
    before_from: str = ""
    after: str = ""
    after_from: str = ""

    def facts(self) -> list[dict[str, Any]]:
        """The shelf for a JSON twin."""
        return [
            {
                "title": spine.title.words,
                "call_number": spine.call_number,
                "address": spine.address,
                "current": spine.is_current,
            }
            for spine in self.spines
        ]


@dataclass(frozen=True, slots=True)
class Ends:
    """Whether the shelf goes on beyond the first and beyond the last that are shown."""

    goes_back: bool
    goes_on: bool


def shelf_of(
    places: Sequence[Place], titles: Mapping[str, TitleRow], current: str, ends: Ends
) -> Shelf:
    """The spines of these neighbours, and where the walk leads on."""
    standing = [place for place in places if place.title_id in titles]
    if not standing:
        return Shelf()
    first, last = standing[0], standing[-1]
    colours = _colours([place.title_id for place in standing])
    spines = tuple(
        _spine(place, titles[place.title_id], colour, is_current=place.title_id == current)
        for place, colour in zip(standing, colours, strict=True)
    )
    return Shelf(
        spines,
        shelf_address(first.title_id, first.scheme) if ends.goes_back else "",
        first.call_number,
        shelf_address(last.title_id, last.scheme) if ends.goes_on else "",
        last.call_number,
    )


def one_of_a_work(places: Sequence[Place], works: Mapping[str, str], here: Place) -> list[Place]:
    """One place for each work: its own for this one, for the others the nearest to it.

    ``works`` are the works by title; a title that has none is not in the catalogue any more.
    """
    at = places.index(here)
    nearest = (*places[at:], *reversed(places[:at]))
    kept: dict[str, Place] = {}
    for place in nearest:
        if place.title_id in works:
            kept.setdefault(works[place.title_id], place)
    shown = set(kept.values())
    return [place for place in places if place in shown]


def label_lines(call_number: str) -> tuple[str, ...]:
    """A call number as it is printed on a spine label, one part a line."""
    return tuple(call_number.split()[:4])


def _spine(place: Place, row: TitleRow, colour: int, *, is_current: bool) -> Spine:
    shown = ShownTitle(row)
    title = shown.name
    return Spine(
        title=Text(shortened(title.words, _MOST_LETTERS), title.tag),
        address=shown.address,
        label=label_lines(place.call_number),
        call_number=place.call_number,
        look=f"{class_ink(place.call_number)} k{colour} {_measures(row.description)}",
        is_current=is_current,
    )


def _colours(title_ids: Sequence[str]) -> list[int]:
    """A colour for each title, always the same one but beside a neighbour of that colour."""
    colours = [sum(map(ord, title_id)) % SPINE_COLOURS + 1 for title_id in title_ids]
    for place, (one, other) in enumerate(pairwise(colours), 1):
        if one == other or colours[place - 1] == colours[place]:
            colours[place] = colours[place - 1] % SPINE_COLOURS + 1
    return colours


def _measures(description: Description) -> str:
    if format_of(description.format).group in _DISCS:
        return "w1 h0"
    pages = _figure(_PAGES, description.extent or description.physical)
    centimetres = _figure(_CENTIMETRES, description.size or description.physical)
    return f"w{_step(pages, _WIDTHS)} h{_step(centimetres, _HEIGHTS)}"


def _figure(pattern: re.Pattern[str], text: str) -> int:
    found = pattern.search(text[:300])
    return int(found[1]) if found else 0


def _step(value: int, steps: Sequence[tuple[int, int]]) -> int:
    if not value:
        return 1
    return next((step for most, step in steps if value < most), len(steps))
