"""Whether a branch is open, and its week."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _

from commonplace.policy import Branch, Hours
from commonplace.policy.library import WEEKDAYS
from commonplace.web.addresses import branch_address, narrowed_search
from commonplace.web.words.moments import clock, listed, weekday

_WEEK = 7


@dataclass(frozen=True, slots=True)
class OpenBranch:
    """A branch as of a moment."""

    branch: Branch
    moment: datetime

    @property
    def address(self) -> str:
        """Where its page is."""
        return branch_address(self.branch.code)

    @property
    def titles_address(self) -> str:
        """A search for what it has in now."""
        return narrowed_search(branch=self.branch.code, available="now")

    @property
    def has_hours(self) -> bool:
        """Whether the library says when it is open."""
        return any(self.branch.hours.values())

    @property
    def open_span(self) -> Hours | None:
        """The span of hours it is open in now; ``None`` when it is not."""
        time = self.moment.time()
        spans = self.branch.hours_on(self.moment.date())
        return next((span for span in spans if span.opens <= time < span.closes), None)

    @property
    def words(self) -> str:
        """Until when it is open, or when it opens."""
        if span := self.open_span:
            return _("Until %(time)s") % {"time": clock(span.closes)}
        return self._opens()

    def _opens(self) -> str:
        for days in range(_WEEK + 1):
            day = self.moment.date() + timedelta(days=days)
            for span in self.branch.hours_on(day):
                if days or span.opens > self.moment.time():
                    name = weekday(WEEKDAYS[day.weekday()], short=True)
                    when = {"day": name, "time": clock(span.opens)}
                    if days:
                        return _("Opens %(day)s %(time)s") % when
                    return _("Opens %(time)s") % when
        return _("Closed")

    @property
    def week(self) -> tuple[tuple[str, str, bool], ...]:
        """Each weekday, its hours in words, and whether it is today."""
        today = WEEKDAYS[self.moment.weekday()]
        return tuple((weekday(day), self._hours(day), day == today) for day in WEEKDAYS)

    def _hours(self, day: str) -> str:
        spans = self.branch.hours.get(day, ())
        said = [
            _("%(opens)s to %(closes)s") % {"opens": clock(s.opens), "closes": clock(s.closes)}
            for s in spans
        ]
        return listed(said) if said else _("closed")

    def facts(self) -> dict[str, Any]:
        """The branch for a JSON twin."""
        branch = self.branch
        return {
            "code": branch.code,
            "name": branch.name,
            "postal_address": branch.address,
            "phone": branch.phone,
            "latitude": branch.latitude,
            "longitude": branch.longitude,
            "step_free": branch.is_step_free,
            "is_open": self.open_span is not None,
            "hours": {
                day: [
                    f"{span.opens:%H:%M}-{span.closes:%H:%M}" for span in branch.hours.get(day, ())
                ]
                for day in WEEKDAYS
            },
            "closed": [day.isoformat() for day in branch.closed],
            "address": self.address,
        }
