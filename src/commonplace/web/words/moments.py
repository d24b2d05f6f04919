"""Days, times and numbers in the page's language."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale
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
    return _number(value, page_locale())


def figures() -> Callable[[float], str]:
    """``number`` for many: the page's language is looked up once."""
    locale = page_locale()
    return lambda value: _number(value, locale)


@lru_cache(maxsize=8192)
def _number(value: float, locale: Locale) -> str:
    return format_decimal(value, locale=locale)


def year(value: int) -> str:
    """A year: never with separators."""
    return str(value)


def day(value: date) -> str:
    """A day with its year: 3 December 2026."""
    return _day(value, "long", page_locale())


@lru_cache(maxsize=4096)
def _day(value: date, pattern: str, locale: Locale) -> str:
    return format_date(value, pattern, locale=locale)


def day_of(moment: datetime) -> str:
    """The day of a moment where the library is."""
    return day(moment.astimezone(_zone()).date())


def due_day(value: date) -> str:
    """A day without its year when that is this one: 3 December."""
    if value.year != today().year:
        return day(value)
    return _day(value, _day_pattern(), page_locale())


def _day_pattern() -> str:
    # Babel has no pattern for a day and a month alone; this is each language's own order.
    return {"zh": "M月d日", "es": "d 'de' MMMM"}.get(page_locale().language, "d MMMM")


def clock(value: time | datetime) -> str:
    """The time of day: 14:32."""
    return _clock(value.hour, value.minute, page_locale())


@lru_cache(maxsize=4096)
def _clock(hour: int, minute: int, locale: Locale) -> str:
    return format_time(time(hour, minute), "short", locale=locale)


def weekday(name: str, *, short: bool = False) -> str:
    """A weekday (``mon`` … ``sun``) in words."""
    names = get_day_names("abbreviated" if short else "wide", locale=page_locale())
    return str(names[WEEKDAYS.index(name)])


def listed(texts: Sequence[str]) -> str:
    """Several things in one phrase: one, two and three."""
    return _listed(tuple(texts), page_locale())


@lru_cache(maxsize=8192)
def _listed(texts: tuple[str, ...], locale: Locale) -> str:
    return format_list(texts, locale=locale)


def as_of(moment: datetime) -> str:
    """When something was last known, as briefly as it can be said."""
    here = moment.astimezone(_zone())
    days = (today() - here.date()).days
    if days == 0:
        return _("%(time)s today") % {"time": clock(here)}
    if days == 1:
        return _("%(time)s yesterday") % {"time": clock(here)}
    return _("%(time)s on %(day)s") % {"time": clock(here), "day": day(here.date())}


def day_here(moment: datetime) -> date:
    """The day a moment was on, where the library is."""
    return moment.astimezone(_zone()).date()


def now() -> datetime:
    """This moment where the library is."""
    return timezone.now().astimezone(_zone())


def today() -> date:
    """The library's own today."""
    return now().date()


def _zone() -> ZoneInfo:
    library: Library = settings.LIBRARY
    return ZoneInfo(library.time_zone)
