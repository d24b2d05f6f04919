"""Running golden queries: each is asked as readers ask, and its place written down.

A run counts no filters and reads no rows: some milliseconds a query. Where the index cannot answer,
nothing is written, and what was known before stays.
"""

from collections.abc import Collection, Sequence
from functools import lru_cache

import langcodes
import structlog
from django.conf import settings
from django.db import DatabaseError
from django.utils import timezone

from commonplace.catalogue.golden.models import Cause
from commonplace.catalogue.golden.noting import Outcome, judged, note_run, note_standing
from commonplace.catalogue.golden.queries import all_golden, golden, works_here
from commonplace.catalogue.golden.values import Golden, Search
from commonplace.discovery.answers import LAST_PAGE, PAGE_SIZE, Asked
from commonplace.discovery.asking import BadFilter, filters_from
from commonplace.discovery.asking import understood as understood_from
from commonplace.discovery.golden.telling import Ran
from commonplace.discovery.serving import asked_of_engine
from commonplace.search.engines.contract import Found, Request
from commonplace.search.engines.errors import EngineError
from commonplace.search.engines.hits import works_shown

MOST_TITLES = 2_000
"""Titles looked through for what is expected: with few editions each, all that can be paged to."""
MOST_WORKS = LAST_PAGE * PAGE_SIZE
SHOWN_FIRST = 5
NO_ANSWER = "the search index cannot answer"
_log = structlog.get_logger()


def run_golden(cause: Cause) -> Ran:
    """Ask every golden query, write down what each found, and tell what moved."""
    before = all_golden()
    if not before:
        return Ran()
    after = _asked(before)
    if after is None:
        return Ran(before, trouble=NO_ANSWER)
    ran = after[0].ran
    if ran is not None:
        note_run(after, ran, cause)
    return Ran(after, ran)


def run_after(cause: Cause) -> Ran:
    """``run_golden`` for whoever has done something else, which must not fail because of it."""
    try:
        return run_golden(cause)
    except (DatabaseError, OSError, EngineError) as error:
        _log.error("golden_queries_failed", reason=str(error))
        return Ran(trouble=str(error))


def run_one(number: int) -> None:
    """Ask this golden query alone: it was kept just now, or something else is expected of it."""
    one = golden(number)
    after = _asked([one]) if one else None
    if after and after[0].ran:
        note_standing(after, after[0].ran)


def asked_as_readers_do(search: Search) -> Asked:
    """The search on the pages in the library's own language. Raises ``BadFilter``."""
    filters = filters_from(search.filters)
    return Asked(search.text, search.field, filters, languages=_languages(settings.LANGUAGE_CODE))


def _asked(before: Sequence[Golden]) -> list[Golden] | None:
    """These golden queries as they stand now; ``None`` when the index cannot say."""
    here = works_here(each.work_id for one in before for each in one.expected)
    outcomes: list[Outcome] = []
    for one in before:
        found = _found(one.search)
        if found is None:
            return None
        outcomes.append(_outcome(one, found, here))
    now = timezone.now()
    return [judged(one, found, now) for one, found in zip(before, outcomes, strict=True)]


def _found(search: Search) -> Found | None:
    try:
        asked = asked_as_readers_do(search)
    except BadFilter:  # an older version knew this filter; nothing is found by it now
        return Found((), 0)
    request = Request(query=understood_from(asked).tree, filters=asked.filters, limit=MOST_TITLES)
    return asked_of_engine(lambda engine: engine.search(request), None)


def _outcome(one: Golden, found: Found, here: Collection[str]) -> Outcome:
    works, _total = works_shown(found.hits, 0, MOST_WORKS)
    places = {work_id: place for place, work_id in enumerate(works, 1)}
    return Outcome(
        found.total,
        [titles[0] for titles in list(works.values())[:SHOWN_FIRST]],
        {each.number: places.get(each.work_id, 0) for each in one.expected},
        frozenset(each.number for each in one.expected if each.work_id not in here),
    )


@lru_cache(maxsize=8)
def _languages(tag: str) -> tuple[str, ...]:
    """A page's language as a search is told it: a MARC code; none for English."""
    try:
        code = langcodes.Language.get(tag).to_alpha3(variant="B")
    except (LookupError, ValueError):
        return ()
    return () if code == "eng" else (code,)
