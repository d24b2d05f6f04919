"""Golden queries in words: how one stands, what moved, why one cannot be kept."""

from collections.abc import Callable, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop
from django.utils.translation import ngettext

from commonplace.catalogue.golden.keeping import (
    LONGEST_NOTE,
    LONGEST_TEXT,
    MOST_EXPECTED,
    MOST_KEPT,
    Why,
)
from commonplace.catalogue.golden.models import MOST_PLACES, Cause
from commonplace.catalogue.golden.values import Expected, State
from commonplace.web.words.moments import as_of, number

STATES: Mapping[State, str] = {
    State.MISSING: noop("Not found"),
    State.LOWER: noop("Too low"),
    State.GONE: noop("No longer in the catalogue"),
    State.NEW: noop("Not run yet"),
    State.HOLDS: noop("Holds"),
}

MARKS: Mapping[State, str] = {
    State.MISSING: "out",
    State.LOWER: "way",
    State.GONE: "unsaid",
    State.NEW: "unsaid",
    State.HOLDS: "in",
}
"""The shape beside a state, as beside whether a copy can be had."""

_CAUSES: Mapping[str, str] = {
    Cause.LOAD: noop("Run after a load, %(when)s."),
    Cause.REINDEX: noop("Run after the index was built again, %(when)s."),
    Cause.COMMAND: noop("Run by a command, %(when)s."),
    Cause.PAGE: noop("Run from this page, %(when)s."),
}

_REFUSALS: Mapping[Why, Callable[[], str]] = {
    Why.NO_WORDS: lambda: _("Write what a reader would search for."),
    Why.LONG_WORDS: lambda: (
        _("The search may have %(most)s characters at most, and a few filters.")
        % {"most": number(LONGEST_TEXT)}
    ),
    Why.LONG_NOTE: lambda: (
        _("The note may have %(most)s characters at most.") % {"most": number(LONGEST_NOTE)}
    ),
    Why.NOTHING_EVER: lambda: _(
        "Nothing can be found by these words, whatever the catalogue has. Write others."
    ),
    Why.NO_TITLE: lambda: _(
        "Choose the title that is to be found, or give the address of its page."
    ),
    Why.NO_PLACE: lambda: (
        _("The place is a number from 1 to %(most)s.") % {"most": number(MOST_PLACES)}
    ),
    Why.MANY_QUERIES: lambda: (
        _("There are %(most)s golden queries, as many as can be kept. Let go of one first.")
        % {"most": number(MOST_KEPT)}
    ),
    Why.MANY_EXPECTED: lambda: (
        _("This query is to find %(most)s titles already, as many as one may.")
        % {"most": number(MOST_EXPECTED)}
    ),
}


def state_of_golden(state: State) -> str:
    """How it stands."""
    return _(STATES[state])


def place_said(each: Expected) -> str:
    """Where it stands; nothing where the state says so."""
    if not each.place:
        return ""
    return _("In place %(place)s") % {"place": number(each.place)}


def wanted_said(within: int) -> str:
    """Where it is to stand."""
    if within == 1:
        return _("wanted in the first place")
    wanted = ngettext(
        "wanted in the first %(num)s place", "wanted in the first %(num)s places", within
    )
    return wanted % {"num": number(within)}


def moved_said(each: Expected) -> str:
    """Where it stood before it moved, and since when it does not; nothing where it never moved."""
    if each.moved is None or each.place_before is None:
        return ""
    when = as_of(each.moved)
    if not each.place_before:
        return _("Not found until %(when)s") % {"when": when}
    place = number(each.place_before)
    return _("In place %(place)s until %(when)s") % {"place": place, "when": when}


def run_said(cause: str, when: str) -> str:
    """When they were run, and for what."""
    return _(_CAUSES[cause]) % {"when": when}


def refusal_of_golden(why: Why) -> str:
    """Why it cannot be kept so, and what to do."""
    return _REFUSALS[why]()
