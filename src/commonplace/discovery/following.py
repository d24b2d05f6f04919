"""Keeping the index current: catching up with the change logs, and the index a load writes to.

A first load builds its index as it goes, from what its workers prepared. A later one only writes
rows and the change log, and catches up at its end: by the log when little changed, by building a
new index from the rows when much did.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Protocol

import structlog
from django.db import DatabaseError, connections

from commonplace.catalogue.grouping.settling import forget_settled
from commonplace.catalogue.queries import count_titles
from commonplace.catalogue.stores import in_chunks
from commonplace.community.contributions.searched import every_title_spoken_of, titles_spoken_of
from commonplace.discovery import indexes
from commonplace.discovery.building import LONG, documents_of, rebuild
from commonplace.discovery.changes import (
    Changes,
    changes_after,
    forget_changes_up_to,
    is_lost,
    newest_change,
)
from commonplace.discovery.places import Cursor, Place
from commonplace.discovery.settling import settle_changes, settle_everything
from commonplace.discovery.suggesting.vocabulary import SpelledBuild, learn_words
from commonplace.search.engines.errors import EngineError
from commonplace.search.engines.layout import Prepared, prepare

BATCH = 1_000
_AT_ONCE = 3 * BATCH
PAUSE = 0.5
BACK_OFF = 5.0
MUCH = 20_000
_log = structlog.get_logger()


class Index(Protocol):
    """Where a load's titles go to be searchable; ``is_new`` when it is built from that load."""

    is_new: bool

    def add(self, prepared: Iterable[Prepared]) -> None:
        """These titles are new or changed."""


class _Later:
    """The index of a load into a catalogue that has titles: counts now, catches up at the end."""

    is_new = False

    def __init__(self) -> None:
        self.changed = 0

    def add(self, prepared: Iterable[Prepared]) -> None:
        self.changed += sum(1 for _ in prepared)


@contextmanager
def index_for_load() -> Iterator[Index]:
    """The index to give a load's titles to; they are searchable when the block ends."""
    if count_titles():
        later = _Later()
        yield later
        if later.changed > max(MUCH, count_titles() // 5):
            rebuild()
        catch_up(patience=LONG)
        return
    with indexes.writing():
        place = indexes.place_in_use()
        place.retire()  # it is empty; a load that is cut off must not leave it behind
        forget_settled()
        cursor = newest_change()  # what the load withdraws again is caught up with from the log
        building = SpelledBuild(place.build())
        try:
            yield building
            for batch in in_chunks([*settle_everything(), *every_title_spoken_of()], BATCH):
                building.add([prepare(document) for document in documents_of(batch)])
            building.finish(cursor)
        except BaseException as error:
            building.abandon(error)
            raise
    catch_up(patience=LONG)


def catch_up(*, patience: float = 60.0) -> int:
    """Settle the works and bring the index up to the change logs; how many titles that touched.

    Builds an index where there is none that can be opened.
    """
    cursor = indexes.place_in_use().cursor()
    if cursor is None or is_lost(cursor):
        return rebuild()
    if newest_change() == cursor:
        return 0
    touched = 0
    with indexes.writing(patience=patience):
        settle_changes()
        place = indexes.place_in_use()  # another process may have built one meanwhile
        cursor = place.cursor() or cursor
        while (changes := changes_after(cursor, BATCH)).cursor != cursor:
            _index(place, changes, cursor)
            cursor = changes.cursor
            touched += len(changes.title_ids)
    if touched:
        forget_changes_up_to(cursor)
    return touched


def regroup() -> int:
    """Settle every work again and index what moved; how many titles went to another work."""
    with indexes.writing():
        moved = settle_everything()
    catch_up()
    return len(moved)


def follow(should_stop: Callable[[], bool], before: Callable[[], object]) -> None:
    """Catch up, pause, and so on until told to stop: the follower's whole life.

    ``before`` finishes what was cut off elsewhere, so that its changes are caught up with too.
    """
    while not should_stop():
        try:
            before()
            catch_up(patience=PAUSE)
        except indexes.IndexIsBeingWritten:
            _log.debug("index_busy")  # whoever has it will leave it current
        except (DatabaseError, OSError, EngineError) as error:
            _log.error("following_failed", reason=str(error))
            connections.close_all()
            time.sleep(BACK_OFF)
        time.sleep(PAUSE)


def _index(place: Place, changes: Changes, before: Cursor) -> None:
    """Index these titles again, and whatever else is spoken of together with them.

    The cursor moves with the last of them, so that what is cut off is done again.
    """
    spoken_of = dict.fromkeys(titles_spoken_of(changes.by_people))
    further = [title_id for title_id in spoken_of if title_id not in set(changes.title_ids)]
    batches = list(in_chunks([*changes.title_ids, *further], _AT_ONCE)) or [[]]
    for number, batch in enumerate(batches, start=1):
        documents = documents_of(batch)
        found = {document.title_id for document in documents}
        gone = [title_id for title_id in batch if title_id not in found]
        learn_words([each for each in documents if each.title_id not in spoken_of])
        place.update(documents, gone, changes.cursor if number == len(batches) else before)
