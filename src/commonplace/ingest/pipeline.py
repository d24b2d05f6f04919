"""Frames in, rows out, in order: workers read and map while the writer writes.

Small loads run in this process. Larger ones use worker processes; at most a few batches are under
way, so memory stays flat however long the file is.
"""

import gc
import multiprocessing
import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice

import django
import msgspec

from commonplace.ingest.rows import Rows, rows_of
from commonplace.records.readers import Frame

BATCH = 200
COMMIT = 4_000
UNDER_WAY = 12


@dataclass(frozen=True, slots=True)
class Batch:
    """Consecutive frames of one file, and what becomes of each, in the same order."""

    frames: list[Frame]
    rows: list[Rows]


@dataclass(frozen=True, slots=True)
class Task:
    """What a worker needs to know besides the frames."""

    source: str
    added: int


class Mapper:
    """Maps batches of frames, with ``workers`` processes or, with none, here."""

    def __init__(self, task: Task, workers: int) -> None:
        self.task = task
        self._pool = _pool(workers) if workers else None
        self._under_way = UNDER_WAY * max(workers, 1)

    def map(self, frames: Iterable[Frame]) -> Iterator[Batch]:
        """The batches of these frames, in order."""
        batches = _batched(frames)
        if self._pool is None:
            for batch in batches:
                yield Batch(batch, rows_of_frames(batch, self.task))
            return
        waiting: _Waiting = deque()
        for batch in batches:
            waiting.append((batch, self._pool.submit(_packed_rows, batch, self.task)))
            if len(waiting) >= self._under_way:
                yield _next(waiting)
        while waiting:
            yield _next(waiting)

    def close(self) -> None:
        """Let the worker processes end, while the index is being closed."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)


@contextmanager
def mapper(task: Task, workers: int) -> Iterator[Mapper]:
    """A mapper whose processes end with the block."""
    made = Mapper(task, workers)
    try:
        yield made
    finally:
        made.close()


def in_commits(batches: Iterable[Batch]) -> Iterator[Batch]:
    """Batches put together until they are worth a commit.

    Ids are random, so every commit touches the leaves of every index anew: few and large ones cost
    a third of many small ones.
    """
    frames: list[Frame] = []
    rows: list[Rows] = []
    for batch in batches:
        frames += batch.frames
        rows += batch.rows
        if len(frames) >= COMMIT:
            yield Batch(frames, rows)
            frames, rows = [], []
    if frames:
        yield Batch(frames, rows)


def rows_of_frames(frames: list[Frame], task: Task) -> list[Rows]:
    """What becomes of each of these frames. Runs in a worker."""
    return [rows_of(frame, source=task.source, added=task.added) for frame in frames]


def workers_for(size: int, wanted: int | None) -> int:
    """How many processes a load of this many bytes is worth; ``wanted`` decides when given."""
    if wanted is not None:
        return max(wanted, 0)
    return 0 if size < _WORTH_WORKERS else os.cpu_count() or 1


_WORTH_WORKERS = 4_000_000


def _pool(workers: int) -> ProcessPoolExecutor:
    # Nothing of ours can be imported in a fresh process before Django is set up in it.
    return ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), django.setup)


@contextmanager
def without_collecting() -> Iterator[None]:
    """Let the cyclic collector rest: a load makes millions of small values and hardly a cycle."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _batched(frames: Iterable[Frame]) -> Iterator[list[Frame]]:
    each = iter(frames)
    while batch := list(islice(each, BATCH)):
        yield batch


def _packed_rows(frames: list[Frame], task: Task) -> bytes:
    """The rows as MessagePack, which passes between processes five times as fast as a pickle."""
    gc.disable()  # for good, in a process that does nothing else
    return msgspec.msgpack.encode(rows_of_frames(frames, task))


def _next(waiting: "_Waiting") -> Batch:
    frames, coming = waiting.popleft()
    return Batch(frames, _unpack.decode(coming.result()))


_Waiting = deque[tuple[list[Frame], Future[bytes]]]
_unpack = msgspec.msgpack.Decoder(list[Rows])
