"""What pages and commands ask about golden queries, answered with frozen values."""

import json
from collections.abc import Iterable, Sequence
from urllib.parse import parse_qsl

from commonplace.catalogue.golden.models import Expectation, GoldenQuery, GoldenRun
from commonplace.catalogue.golden.values import Expected, Golden, Run, Search
from commonplace.catalogue.stores import DERIVED, among, in_chunks, select


def all_golden() -> list[Golden]:
    """Every golden query in the order they were kept."""
    expected: dict[int, list[Expected]] = {}
    for each in Expectation.objects.select_related("anchor").order_by("id"):
        expected.setdefault(each.query_id, []).append(_expected(each))
    return [_golden(each, expected.get(each.pk, [])) for each in GoldenQuery.objects.order_by("id")]


def golden(number: int) -> Golden | None:
    """The golden query of this number."""
    return next((each for each in all_golden() if each.number == number), None)


def count_not_holding() -> int:
    """How many golden queries did not find what they are to find when they were last run."""
    return sum(each.ran is not None and not each.holds for each in all_golden())


def last_runs(most: int) -> list[Run]:
    """The last runs, the newest first."""
    return [
        Run(each.ran, each.cause, each.queries, each.held, each.moved)
        for each in GoldenRun.objects.order_by("-id")[:most]
    ]


def works_here(work_ids: Iterable[str]) -> set[str]:
    """Those of these works that have a title in the catalogue."""
    found: set[str] = set()
    for chunk in in_chunks(dict.fromkeys(work_ids)):
        sql = f"SELECT DISTINCT work_id FROM rows_title WHERE {among('work_id', chunk)}"
        found |= {row[0] for row in select(DERIVED, sql, chunk)}
    return found


def keys_now(title_ids: Iterable[str]) -> dict[str, str]:
    """The id of the key of each of these titles that is in the catalogue."""
    found: dict[str, str] = {}
    for chunk in in_chunks(title_ids):
        sql = f"SELECT title_id, key_id FROM rows_title WHERE {among('title_id', chunk)}"
        found |= dict(select(DERIVED, sql, chunk))
    return found


def _golden(row: GoldenQuery, expected: Sequence[Expected]) -> Golden:
    filters = tuple(parse_qsl(row.filters, keep_blank_values=True))
    return Golden(
        row.pk,
        Search(row.text, row.field, filters),
        tuple(expected),
        row.note,
        row.made_by_name,
        row.made,
        row.ran,
        row.total,
        tuple(json.loads(row.first)),
    )


def _expected(row: Expectation) -> Expected:
    return Expected(
        row.pk,
        row.anchor.title_id,
        row.anchor.key_id,
        row.anchor.work_id,
        row.within,
        row.place,
        row.place_before,
        row.moved,
        row.is_gone,
    )
