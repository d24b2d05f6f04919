"""What readers can choose between, in words: fields, filters, sorts, statuses, audiences.

Each table gives, for a code of an address, the words a page shows.
"""

from collections.abc import Callable, Mapping

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop
from django.utils.translation import pgettext

from commonplace.bibliography import HeadingKind
from commonplace.search.engines.contract import Sort

FEWEST_TO_CHOOSE = 2
"""So many branches a library has where one can be nearer than another."""

FIELDS: Mapping[str, str] = {
    "anywhere": noop("Anywhere"),
    "title": noop("Title"),
    "author": noop("Author"),
    "subject": noop("Subject"),
    "series": noop("Series"),
    "callnumber": noop("Call number"),
}

SORTS: Mapping[Sort, str] = {
    Sort.RELEVANCE: noop("Best match"),
    Sort.TITLE: noop("Title"),
    Sort.AUTHOR: noop("Author"),
    Sort.NEWEST: noop("Newest first"),
    Sort.OLDEST: noop("Oldest first"),
    Sort.ADDED: noop("Newly added"),
    Sort.RATING: noop("Best rated"),
    Sort.POPULAR: noop("Most borrowed"),
    Sort.NEAREST: noop("Nearest available"),
}

FILTERS: Mapping[str, str] = {
    "available": noop("Availability"),
    "branch": noop("Branch"),
    "format": noop("Format"),
    "year": noop("Year"),
    "subject": noop("Subject"),
    "language": noop("Language"),
    "audience": noop("Audience"),
    "age": noop("Age suitability"),
    "kind": noop("Fiction or not"),
    "genre": noop("Genre"),
    "author": noop("Author"),
    "series": noop("Series"),
    "notice": noop("Notices"),
    "class": noop("Call number class"),
    "rating": noop("Rating"),
    "added": noop("Newly added"),
}

_VALUES: Mapping[str, Mapping[str, str]] = {
    "available": {"now": noop("Available now"), "online": noop("Online")},
    "audience": {
        "children": noop("Children"),
        "teens": noop("Teenagers"),
        "adults": noop("Adults"),
        "general": noop("Everyone"),
    },
    "kind": {"fiction": noop("Fiction"), "nonfiction": noop("Non-fiction")},
    "rating": {
        "4.5": noop("4½ stars and more"),
        "4": noop("4 stars and more"),
        "3.5": noop("3½ stars and more"),
        "3": noop("3 stars and more"),
        "2": noop("2 stars and more"),
    },
    "added": {
        "7": noop("In the last week"),
        "30": noop("In the last month"),
        "90": noop("In the last three months"),
        "365": noop("In the last year"),
    },
}

_KINDS: Mapping[str, Callable[[], str]] = {
    HeadingKind.NAME: lambda: pgettext("kind of heading", "Name"),
    HeadingKind.SUBJECT: lambda: pgettext("kind of heading", "Subject"),
    HeadingKind.GENRE: lambda: pgettext("kind of heading", "Genre"),
    HeadingKind.SERIES: lambda: pgettext("kind of heading", "Series"),
    HeadingKind.TITLE: lambda: pgettext("kind of heading", "Title"),
}


def field_label(code: str) -> str:
    """The name of a search field."""
    return _(FIELDS.get(code, code))


def sort_label(sort: Sort) -> str:
    """The name of an order; where there is but one branch, none of it is nearer than another."""
    if sort is Sort.NEAREST and len(settings.LIBRARY.branches) < FEWEST_TO_CHOOSE:
        return _("Available first")
    return _(SORTS.get(sort, sort.value))


def filter_label(name: str) -> str:
    """The name of a filter."""
    return _(FILTERS.get(name, name))


def value_label(name: str, value: str) -> str:
    """A value of a filter with few values; the value itself where it speaks for itself."""
    if name == "age":
        return _("Suits age %(age)s") % {"age": value}
    known = _VALUES.get(name, {}).get(value)
    return _(known) if known else value


def values_of(name: str) -> tuple[str, ...]:
    """The values such a filter can have, in the order pages show them."""
    return tuple(_VALUES.get(name, ()))


def kind_label(kind: str) -> str:
    """What kind of heading this is."""
    known = _KINDS.get(kind)
    return known() if known else kind
