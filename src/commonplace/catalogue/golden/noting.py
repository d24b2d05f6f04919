"""Writing down what a run of the golden queries found, and what had moved since the one before."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db import connections, transaction

from commonplace.catalogue.golden.models import Cause, GoldenRun
from commonplace.catalogue.golden.values import Expected, Golden
from commonplace.catalogue.stores import PRECIOUS, as_stored

RUNS_KEPT = 200


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one golden query found: titles in all, the first of them, each expectation's place.

    ``gone`` are the expectations whose titles are not in the catalogue any more.
    """

    total: int
    first: Sequence[str]
    places: Mapping[int, int]
    gone: frozenset[int] = frozenset()


def judged(golden: Golden, outcome: Outcome, ran: datetime) -> Golden:
    """This golden query as it stands after this outcome."""
    expected = tuple(_judged(each, outcome, ran) for each in golden.expected)
    first = tuple(outcome.first)
    return replace(golden, expected=expected, ran=ran, total=outcome.total, first=first)


def note_run(after: Sequence[Golden], ran: datetime, cause: Cause) -> None:
    """Write down how all golden queries stand after a run, and that it was."""
    moved = sum(any(each.moved == ran for each in one.expected) for one in after)
    held = sum(one.holds for one in after)
    with transaction.atomic(PRECIOUS):
        note_standing(after, ran)
        run = GoldenRun.objects.create(
            ran=ran, cause=cause, queries=len(after), held=held, moved=moved
        )
        GoldenRun.objects.filter(pk__lte=run.pk - RUNS_KEPT).delete()


def note_standing(after: Sequence[Golden], ran: datetime) -> None:
    """Write down how these golden queries stand now."""
    at = as_stored(PRECIOUS, ran)
    with transaction.atomic(PRECIOUS), connections[PRECIOUS].cursor() as cursor:
        cursor.executemany(
            "UPDATE golden_goldenquery SET ran = %s, total = %s, first = %s WHERE id = %s",
            [(at, one.total, json.dumps(one.first), one.number) for one in after],
        )
        cursor.executemany(
            """UPDATE golden_expectation SET place = %s, place_before = %s, moved = %s,
                      is_gone = %s WHERE id = %s""",
            [_row(each) for one in after for each in one.expected],
        )


def _judged(each: Expected, outcome: Outcome, ran: datetime) -> Expected:
    place, is_gone = outcome.places.get(each.number, 0), each.number in outcome.gone
    if each.place is None or each.place == place:
        return replace(each, place=place, is_gone=is_gone)
    return replace(each, place=place, is_gone=is_gone, place_before=each.place, moved=ran)


def _row(each: Expected) -> tuple[Any, ...]:
    moved = as_stored(PRECIOUS, each.moved) if each.moved else None
    return (each.place, each.place_before, moved, each.is_gone, each.number)
