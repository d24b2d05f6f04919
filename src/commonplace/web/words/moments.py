"""Days, times and numbers in the page's language."""

from collections.abc import Sequence
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time, get_day_names
from babel.lists import format_list
from babel.numbers import format_decimal
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from commonplace.policy import Library
from commonplace.policy.library import WEEKDAYS
from commonplace.web.words.locales import page_locale

EPOCH = date(1970, 1, 1)


def number(value: float) -> str:
    """A number with the separators of the page's language."""
    return format_decimal(value, locale=page_locale())


def year(value: int) -> str:
    """A year: never with separators."""
    return str(value)


def day(value: date) -> str:
    """A day with its year: 3 December 2026."""
    return format_date(value, "long", locale=page_locale())


def due_day(value: date) -> str:
    """A day without its year when that is this one: 3 December."""
    if value.year != today().year:
        return day(value)
    return format_date(value, _day_pattern(), locale=page_locale())


def _day_pattern() -> str:
    # Babel has no pattern for a day and a month alone; this is each language's own order.
    return {"zh": "M月d日", "es": "d 'de' MMMM"}.get(page_locale().language, "d MMMM")


def clock(value: time | datetime) -> str:
    """The time of day: 14:32."""
    return format_time(value, "short", locale=page_locale())


def weekday(name: str, *, short: bool = False) -> str:
    """A weekday (``mon`` … ``sun``) in words."""
    names = get_day_names("abbreviated" if short else "wide", locale=page_locale())
    return str(names[WEEKDAYS.index(name)])


def listed(texts: Sequence[str]) -> str:
    """Several things in one phrase: one, two and three."""
    return format_list(list(texts), locale=page_locale())


def as_of(moment: datetime) -> str:
    """When something was last known, as briefly as it can be said."""
    here = moment.astimezone(_zone())
    days = (today() - here.date()).days
    if days == 0:
        return _("%(time)s today") % {"time": clock(here)}
    if days == 1:
        return _("%(time)s yesterday") % {"time": clock(here)}
    return _("%(time)s on %(day)s") % {"time": clock(here), "day": day(here.date())}


def now() -> datetime:
    """This moment where the library is."""
    return timezone.now().astimezone(_zone())


def today() -> date:
    """The library's own today."""
    return now().date()


def _zone() -> ZoneInfo:
    library: Library = settings.LIBRARY
    return ZoneInfo(library.time_zone)
