"""For whom the record says it is, in words and as a stretch of a line from birth to eighteen."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from commonplace.bibliography import Audience
from commonplace.web.words.choices import value_label
from commonplace.web.words.moments import listed, number

# Where the line begins and ends in the drawing, and how many years it has room for.
_LEFT, _RIGHT, _YEARS = 8.0, 372.0, 19
_GROWN = 18
_SPANS = {
    "children": (0, 12),
    "teens": (13, 17),
    "adults": (_GROWN, _YEARS),
    "general": (0, _YEARS),
}


@dataclass(frozen=True, slots=True)
class ShownAudience:
    """The record's audience, ready to be drawn."""

    audience: Audience

    @property
    def is_known(self) -> bool:
        """Whether the record says anything."""
        return bool(self.words)

    @property
    def has_line(self) -> bool:
        """Whether it says enough to draw."""
        return self._span != (0, 0)

    @property
    def words(self) -> str:
        """What it says."""
        who = self.audience
        parts = (value_label("audience", who.code) if who.code else "", who.rating, self._ages)
        return listed([part for part in parts if part])

    @property
    def _ages(self) -> str:
        who = self.audience
        if who.youngest is None:
            return ""
        if who.oldest is None:
            return _("ages %(from)s and up") % {"from": number(who.youngest)}
        return _("ages %(from)s to %(to)s") % {
            "from": number(who.youngest),
            "to": number(who.oldest),
        }

    @property
    def _span(self) -> tuple[int, int]:
        who = self.audience
        if who.youngest is not None:
            oldest = _YEARS if who.oldest is None else who.oldest
            return min(who.youngest, _GROWN), min(oldest, _YEARS)
        return _SPANS.get(who.code, (0, 0))

    @property
    def x1(self) -> float:
        """Where the stretch begins."""
        return _at(self._span[0])

    @property
    def x2(self) -> float:
        """Where it ends."""
        return _at(self._span[1])

    @property
    def ticks(self) -> tuple[tuple[float, int], ...]:
        """A tick for each year, longer every third."""
        return tuple((_at(year), 22 if year % 3 else 26) for year in range(_YEARS + 1))


def _at(year: int) -> float:
    return round(_LEFT + (_RIGHT - _LEFT) * year / _YEARS, 1)
