"""The filters of a search: options with their exact counts, chips in use, the years as bars."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from commonplace.discovery.searching import knows_ages
from commonplace.policy import Library
from commonplace.search.engines.contract import Count
from commonplace.web.addresses import Choices, Pick, filter_address
from commonplace.web.blocks.headings import shown_label
from commonplace.web.words.choices import (
    FILTERS,
    filter_label,
    value_label,
    values_of,
)
from commonplace.web.words.classes import class_label
from commonplace.web.words.formats import format_label
from commonplace.web.words.moments import figures, number, today
from commonplace.web.words.names import person_as_said
from commonplace.web.words.tongues import language_name

SHOWN = 6
MOST = 20
OPEN = frozenset({"available", "branch", "format", "year", "subject"})
CAN_LEAVE_OUT = frozenset({"subject", "genre"})
_MOST_BARS = 11
_SPANS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000)
_WIDTH, _HEIGHT = 264.0, 60.0


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a filter. ``count`` is ``None`` where it is not counted; ``titles`` says it."""

    value: str
    label: str
    count: int | None
    titles: str
    is_chosen: bool
    is_left_out: bool


@dataclass(frozen=True, slots=True)
class Group:
    """One filter with its options; those beyond the first few are folded away.

    ``all_of_them`` is the page of every value, where one may search among them.
    """

    name: str
    label: str
    shown: tuple[Option, ...]
    folded: tuple[Option, ...] = ()
    all_of_them: str = ""
    shape = "options"

    @property
    def is_open(self) -> bool:
        """Whether it stands open: the ones most used, and those in use."""
        in_use = any(o.is_chosen or o.is_left_out for o in (*self.shown, *self.folded))
        return self.name in OPEN or in_use

    @property
    def can_leave_out(self) -> bool:
        """Whether its values can be excluded as well as chosen."""
        return self.name in CAN_LEAVE_OUT


@dataclass(frozen=True, slots=True)
class Bar:
    """One span of years as a bar that is a link."""

    address: str
    label: str
    is_off: bool
    x: float
    width: float
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Years:
    """The year filter: bars from the first span to the last, and the two fields."""

    bars: tuple[Bar, ...]
    first: str
    last: str
    least: int | None
    most: int | None
    as_list: str = ""
    shape = "years"


@dataclass(frozen=True, slots=True)
class Ages:
    """The filter for an age that it is to suit."""

    chosen: str
    shape = "ages"


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter in use; its address is the search without it."""

    label: str
    address: str


class Filters:
    """All filters of one search. ``path`` is the page they are on."""

    def __init__(
        self,
        choices: Choices,
        counts: Mapping[str, Sequence[Count]],
        library: Library,
        path: str,
    ) -> None:
        self.choices = choices
        self.counts = counts
        self.library = library
        self.path = path
        self.under = path.removeprefix("/heading/") if path.startswith("/heading/") else ""

    def groups(self) -> Iterator[Group | Years | Ages]:
        """Every filter that offers a choice here, in the order of the address."""
        for name in FILTERS:
            if name == "year":
                years = self.years()
                if years.bars or self.choices.has_years:
                    yield years
            elif name == "age":
                chosen = "".join(self.choices.pick("age").values)
                if chosen or (self._found_any and knows_ages()):
                    yield Ages(chosen)
            elif group := self._group(name):
                yield group

    @property
    def _found_any(self) -> bool:
        """Whether there is anything that a filter which is not counted could narrow."""
        return any(self.counts.values())

    def _narrows(self, option: Option) -> bool:
        """Whether this value is in use, or would keep anything."""
        is_in_use = option.is_chosen or option.is_left_out
        return is_in_use or (self._found_any if option.count is None else option.count > 0)

    def _group(self, name: str) -> Group | None:
        options = tuple(self.options(name))
        first = tuple(o for n, o in enumerate(options) if n < SHOWN or o.is_chosen or o.is_left_out)
        if not any(map(self._narrows, options)):
            return None
        rest = tuple(o for o in options if o not in first)
        whole = filter_address(name, self.choices, self.under) if rest else ""
        return Group(name, filter_label(name), first, rest, whole)

    def options(self, name: str, most: int = MOST) -> Iterator[Option]:
        """The values of a filter, those chosen or left out among them."""
        counts = self._counted(name)
        pick = self.choices.pick(name)
        known, said = values_of(name), figures()
        values = known or tuple(counts)[:most]
        for value in dict.fromkeys((*values, *pick.values, *pick.without)):
            count = None if name == "added" else counts.get(value, 0)
            chosen, left_out = value in pick.values, value in pick.without
            if count or count is None or chosen or left_out:
                titles = "" if count is None else said(count)
                yield Option(value, self.label(name, value), count, titles, chosen, left_out)

    def _counted(self, name: str) -> Mapping[str, int]:
        """How many titles each value has; a number of stars, those rated so or better."""
        counts = self.counts.get(name, ())
        if name != "rating":
            return {each.value: each.count for each in counts}
        means = [(int(each.value), each.count) for each in counts]
        return {
            value: sum(count for mean, count in means if mean >= float(value) * 10)
            for value in values_of(name)
        }

    def label(self, name: str, value: str) -> str:
        """A value in words."""
        if name == "branch":
            return self.library.branch(value).name
        return _LABELS[name](value) if name in _LABELS else value_label(name, value)

    def chips(self) -> Iterator[Chip]:
        """What is in use, each with the address that takes it away."""
        for name, pick in self.choices.picks.items():
            for value in pick.values:
                rest = tuple(each for each in pick.values if each != value)
                yield self._chip(self.label(name, value), name, Pick(rest, pick.without))
            for value in pick.without:
                rest = tuple(each for each in pick.without if each != value)
                label = _("Not: %(value)s") % {"value": self.label(name, value)}
                yield self._chip(label, name, Pick(pick.values, rest))
        if self.choices.has_years:
            address = self.choices.with_years(None, None).at(self.path)
            yield Chip(years_label(*self.choices.years), address)

    def _chip(self, label: str, name: str, rest: Pick) -> Chip:
        return Chip(label, self.choices.with_pick(name, rest).at(self.path))

    def years(self) -> Years:
        """The years as bars."""
        counts = {int(c.value): c.count for c in self.counts.get("year", ()) if _is_year(c.value)}
        least, most = self.choices.years
        if not counts:
            return Years((), "", "", least, most)
        begin, span, bars = _spans(counts)
        shares = [_sum_between(counts, *ends) for ends in _ends(begin, span, bars)]
        tallest = max(shares) or 1
        drawn = (
            self._bar(ends, count, place, bars, tallest)
            for place, (ends, count) in enumerate(
                zip(_ends(begin, span, bars), shares, strict=True)
            )
            if count
        )
        # The first bar takes in all years before it: its end says more than its beginning.
        first = _("to %(year)s") % {"year": begin + span - 1} if min(counts) < begin else str(begin)
        as_list = filter_address("year", self.choices, self.under)
        return Years(tuple(drawn), first, str(max(counts)), least, most, as_list)

    def _bar(
        self, ends: tuple[int | None, int], count: int, place: int, bars: int, tallest: int
    ) -> Bar:
        width = _WIDTH / bars
        height = max(round(_HEIGHT * count / tallest, 1), 2.0)
        titles = ngettext("%(n)s title", "%(n)s titles", count) % {"n": number(count)}
        return Bar(
            address=self.choices.with_years(*ends).at(self.path),
            label=_("%(years)s: %(titles)s") % {"years": years_label(*ends), "titles": titles},
            is_off=not _overlaps(ends, self.choices.years),
            x=round(place * width, 1),
            width=round(width, 1),
            y=round(_HEIGHT + 4 - height, 1),
            height=height,
        )

    def facts(self) -> dict[str, list[dict[str, Any]]]:
        """The counts for a JSON twin."""
        return {
            name: [{"value": each.value, "count": each.count} for each in counts]
            for name, counts in self.counts.items()
        }


def years_label(least: int | None, most: int | None) -> str:
    """A span of years in words."""
    if least is None:
        return _("Up to %(year)s") % {"year": most}
    if most is None:
        return _("From %(year)s") % {"year": least}
    if least == most:
        return str(least)
    return _("%(from)s to %(to)s") % {"from": least, "to": most}


_LABELS: Mapping[str, Callable[[str], str]] = {
    "format": format_label,
    "language": language_name,
    "author": person_as_said,
    "subject": shown_label,
    "genre": shown_label,
    "class": class_label,
}


def _is_year(value: str) -> bool:
    return value.isdecimal() and len(value) <= len("2026") and int(value) <= today().year + 1


def _spans(counts: Mapping[int, int]) -> tuple[int, int, int]:
    """Where the bars begin, how many years each spans, how many there are.

    A few very old titles would flatten all others: the first bar takes in everything before it.
    """
    years = sorted(counts)
    begin = _early_year(counts, years)
    for span in _SPANS:
        start = begin - begin % span
        bars = (years[-1] - start) // span + 1
        if bars <= _MOST_BARS:
            return start, span, bars
    return years[0], _SPANS[-1], _MOST_BARS


def _early_year(counts: Mapping[int, int], years: Sequence[int]) -> int:
    enough, seen = sum(counts.values()) * 0.03, 0
    for year in years:
        seen += counts[year]
        if seen > enough:
            return year
    return years[-1]


def _ends(begin: int, span: int, bars: int) -> list[tuple[int | None, int]]:
    return [
        (begin + place * span if place else None, begin + (place + 1) * span - 1)
        for place in range(bars)
    ]


def _sum_between(counts: Mapping[int, int], least: int | None, most: int) -> int:
    return sum(n for year, n in counts.items() if (least is None or year >= least) and year <= most)


def _overlaps(ends: tuple[int | None, int], chosen: tuple[int | None, int | None]) -> bool:
    least, most = chosen
    after = most is not None and ends[0] is not None and ends[0] > most
    return not after and not (least is not None and ends[1] < least)
