"""Readers' wishes in words: what became of one, and what staff may answer."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from commonplace.catalogue.wishes.models import State

STATES: Mapping[str, str] = {
    State.OPEN: noop("Waiting to be looked at"),
    State.LOOKING: noop("Being looked at"),
    State.COMING: noop("The library is getting it"),
    State.HERE: noop("It is here"),
    State.LEFT: noop("The library will not get it"),
}

_BECOMES: Mapping[State, str] = {
    State.LOOKING: noop("It is being looked at"),
    State.COMING: noop("It is ordered, or will be borrowed from elsewhere"),
    State.HERE: noop("It is in the catalogue"),
    State.LEFT: noop("It will not be got"),
    State.OPEN: noop("It waits again"),
}

MARKS: Mapping[str, str] = {
    State.OPEN: "out",
    State.LOOKING: "way",
    State.COMING: "way",
    State.HERE: "in",
    State.LEFT: "here",
}
"""The shape beside a state, as beside whether a copy can be had."""


def state_of_wish(state: str) -> str:
    """What became of a wish."""
    return _(STATES[state])


def answers_to_wishes() -> tuple[tuple[State, str], ...]:
    """What staff may answer, with its words."""
    return tuple((state, _(words)) for state, words in _BECOMES.items())
