"""Making an index: documents from the catalogue's rows, for an index nobody is served from yet."""

import multiprocessing
import os
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from datetime import date

import django

from commonplace.bibliography import Item
from commonplace.catalogue.queries import (
    TitleRow,
    count_titles,
    id_ranges,
    titles_by_id,
    titles_in_range,
)
from commonplace.community.contributions.searched import heard_of_works
from commonplace.discovery import indexes
from commonplace.discovery.changes import newest_change
from commonplace.discovery.documents import TitleNames, document_of
from commonplace.discovery.headings import headings_of
from commonplace.discovery.places import Engine
from commonplace.discovery.settling import settle_changes
from commonplace.discovery.suggesting.vocabulary import SpelledBuild
from commonplace.discovery.voices.in_documents import with_voices
from commonplace.holdings.queries import items_of
from commonplace.search.engines.contract import Document
from commonplace.search.engines.layout import Prepared, prepare

_EPOCH = date(1970, 1, 1)
LONG = 3_600.0
_RANGE = 1_000
_WORTH_WORKERS = 20_000
_UNDER_WAY = 6


def rebuild(engine: Engine | None = None) -> int:
    """Build the index again from the catalogue's rows and swap; how many titles it holds.

    Kept by the engine in use, unless another one is named. What changes meanwhile is in the change
    logs and is caught up with afterwards.
    """
    with indexes.writing(patience=LONG):
        settle_changes()
        cursor = newest_change()
        building = SpelledBuild(
            indexes.place_of(engine or indexes.engine_in_use()).build(count_titles())
        )
        titles = 0
        try:
            for batch in _prepared_batches():
                building.add(batch)
                titles += len(batch)
            building.finish(cursor)
        except BaseException as error:
            building.abandon(error)
            raise
    return titles


def documents_of(title_ids: Sequence[str]) -> list[Document]:
    """The documents of those of these titles that the catalogue shows."""
    return _documents(list(titles_by_id(title_ids).values()))


def _documents(rows: Sequence[TitleRow]) -> list[Document]:
    items = items_of([row.title_id for row in rows])
    heard = heard_of_works({row.work_id for row in rows})
    return [
        with_voices(_document(row, items[row.title_id]), heard.get(row.work_id)) for row in rows
    ]


def _document(row: TitleRow, items: Sequence[Item]) -> Document:
    return document_of(
        TitleNames(row.title_id, row.work_id, row.control_number),
        row.description,
        items,
        headings_of(row.description),
        added=(row.added - _EPOCH).days,
    )


def _prepared_batches() -> Iterator[list[Prepared]]:
    ranges = id_ranges(_RANGE)
    workers = (os.cpu_count() or 1) if len(ranges) * _RANGE > _WORTH_WORKERS else 0
    if not workers:
        yield from map(_prepared_range, ranges)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, context, django.setup) as pool:
        waiting: deque[Future[list[Prepared]]] = deque()
        for each in ranges:
            waiting.append(pool.submit(_prepared_range, each))
            if len(waiting) >= _UNDER_WAY:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _prepared_range(span: tuple[int, int]) -> list[Prepared]:
    return [prepare(document) for document in _documents(titles_in_range(*span))]
