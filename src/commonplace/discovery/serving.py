"""Asking the engine that answers searches now, and doing without it where it cannot answer."""

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TypeVar

import structlog

from commonplace.discovery.indexes import answering, note_failure, serving_engine
from commonplace.discovery.narrowing.by_copy import by_copy
from commonplace.search.engines.contract import Hit, Request, SearchEngine
from commonplace.search.engines.errors import EngineError

Answer = TypeVar("Answer")
QUIET = 60.0
"""Seconds in which the same trouble is written down once: every search meets it."""
_log = structlog.get_logger()
_said: dict[str, float] = {}


def asked_of_engine(question: Callable[[SearchEngine], Answer], otherwise: Answer) -> Answer:
    """What the engine answers; ``otherwise`` where there is no index, or it cannot be asked.

    Where it is broken, the follower builds another.
    """
    try:
        engine = serving_engine()
        if engine is None:
            return otherwise
        with answering():
            return question(engine)
    except EngineError as error:
        _say_once(str(error))
        with suppress(EngineError):
            note_failure()
        return otherwise


def _say_once(reason: str) -> None:
    now = time.monotonic()
    if now - _said.get(reason, -QUIET) >= QUIET:
        _said.clear()
        _said[reason] = now
        _log.error("index_failed", reason=reason)


def counted(requests: Sequence[Request]) -> Sequence[int]:
    """How many titles each of these finds; zeros where the engine cannot say."""
    nothing: Sequence[int] = [0] * len(requests)
    asked = [by_copy(each) for each in requests]
    return asked_of_engine(lambda engine: engine.count(asked), nothing) if asked else nothing


def best_hits(request: Request) -> Sequence[Hit]:
    """The first titles this finds; none where the engine cannot say."""
    nothing: Sequence[Hit] = ()
    return asked_of_engine(lambda engine: engine.search(request).hits, nothing)
