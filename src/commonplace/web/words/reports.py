"""Readers' reports in words: what can be wrong with a title, and what became of a report."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from commonplace.catalogue.corrections.models import Kind, State

KINDS: Mapping[Kind, str] = {
    Kind.MERGED: noop("Something else is mixed in with it"),
    Kind.SPLIT: noop("Another edition of the same is listed apart"),
    Kind.FORMAT: noop("The format is wrong"),
    Kind.NAME: noop("A name is wrong, missing or out of order"),
    Kind.COVER: noop("The cover"),
    Kind.LINK: noop("A link is dead or leads elsewhere"),
    Kind.DESCRIPTION: noop("The description"),
    Kind.OTHER: noop("Something else"),
}

STATES: Mapping[str, str] = {
    State.OPEN: noop("Waiting to be looked at"),
    State.LOOKING: noop("Being looked at"),
    State.MENDED: noop("Mended"),
    State.LEFT: noop("Left as it is"),
}

_BECOMES: Mapping[State, str] = {
    State.LOOKING: noop("It is being looked at"),
    State.MENDED: noop("It is mended"),
    State.LEFT: noop("It is left as it is"),
    State.OPEN: noop("It waits again"),
}

MARKS: Mapping[str, str] = {
    State.OPEN: "out",
    State.LOOKING: "way",
    State.MENDED: "in",
    State.LEFT: "here",
}
"""The shape beside a state, as beside whether a copy can be had."""


def kind_of_report(kind: Kind) -> str:
    """What a reader says is wrong."""
    return _(KINDS[kind])


def state_of_report(state: str) -> str:
    """What became of a report."""
    return _(STATES[state])


def answers_to_reports() -> tuple[tuple[State, str], ...]:
    """What staff may answer, with its words."""
    return tuple((state, _(words)) for state, words in _BECOMES.items())
