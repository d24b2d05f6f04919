"""Ratings as pages show them: stars and their mean in words, and how many gave each, drawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop
from markupsafe import Markup

from commonplace.community.contributions.values import Ratings
from commonplace.web.wording import counted_here
from commonplace.web.words.moments import number

HEIGHT = 100
_SIGNS = ("½", "1", "1½", "2", "2½", "3", "3½", "4", "4½", "5")
_STARS = (
    noop("½ star"), noop("1 star"), noop("1½ stars"), noop("2 stars"), noop("2½ stars"),
    noop("3 stars"), noop("3½ stars"), noop("4 stars"), noop("4½ stars"), noop("5 stars"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bar:
    """How many gave so many stars. ``height`` is that of its bar, of ``HEIGHT`` at most."""

    sign: str
    stars: str
    count: int
    height: int

    @property
    def ratings(self) -> Markup:
        """The count in words."""
        return counted_here("%(num)s rating", "%(num)s ratings", self.count)

    @property
    def top(self) -> int:
        """Where its bar begins."""
        return HEIGHT - self.height


@dataclass(frozen=True)
class ShownRatings:
    """The ratings of a work."""

    ratings: Ratings

    @property
    def count(self) -> int:
        """How many there are."""
        return self.ratings.count

    @property
    def in_words(self) -> Markup:
        """How many there are, in words."""
        return counted_here("%(num)s rating", "%(num)s ratings", self.count)

    @property
    def has_mean(self) -> bool:
        """Whether enough have rated for a mean."""
        return self.ratings.mean is not None

    @property
    def mean(self) -> str:
        """The mean as a number."""
        return number(round(self.ratings.mean or 0, 1))

    @property
    def mark(self) -> str:
        """How many stars are drawn full."""
        return mark_of(self.ratings.halves)

    @property
    def said(self) -> str:
        """What the drawing says."""
        return _("%(stars)s out of 5 stars") % {"stars": self.mean}

    @cached_property
    def bars(self) -> Sequence[Bar]:
        """How many gave each number of stars, the fewest stars first."""
        most = max(self.ratings.histogram) or 1
        return [
            Bar(sign, _(stars), count, round(HEIGHT * count / most))
            for sign, stars, count in zip(_SIGNS, _STARS, self.ratings.histogram, strict=True)
        ]

    def facts(self) -> dict[str, Any]:
        """The ratings as JSON: the mean in stars, where enough have rated for one."""
        mean = self.ratings.mean
        counts = enumerate(self.ratings.histogram, start=1)
        return {
            "mean": None if mean is None else round(mean, 2),
            "count": self.count,
            "histogram": {str(halves / 2): count for halves, count in counts},
        }


def mark_of(halves: int) -> str:
    """The class that draws so many half stars."""
    return f"s{halves}"


def stars_said(halves: int) -> str:
    """So many half stars in words."""
    return _(_STARS[halves - 1])
