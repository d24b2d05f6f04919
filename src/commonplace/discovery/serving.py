"""Asking the engine that answers searches now, and doing without it where it cannot answer."""

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TypeVar

import structlog

from commonplace.discovery.indexes import (
    answering,
    engine_in_use,
    note_failure,
    serving_engine,
)
from commonplace.discovery.narrowing.by_copy import by_copy
from commonplace.discovery.places import Engine
from commonplace.search.engines.contract import Hit, Request, SearchEngine
from commonplace.search.engines.errors import EngineError
from commonplace.search.engines.patience import EngineTooSlow, within_its_time

Answer = TypeVar("Answer")
QUIET = 60.0
"""Seconds in which the same trouble is written down once: every search meets it."""
_log = structlog.get_logger()
_said: dict[str, float] = {}


def asked_of_engine(question: Callable[[SearchEngine], Answer], otherwise: Answer) -> Answer:
    """What the engine answers; ``otherwise`` where there is no index, or it cannot be asked.

    Where it is broken, the follower builds another; where it is slow, it is left alone a while.
    """
    try:
        engine = serving_engine()
        if engine is None:
            return otherwise
        return _asked(question, engine)
    except EngineTooSlow as error:
        say_once("index_failed", str(error))
        return otherwise
    except EngineError as error:
        say_once("index_failed", str(error))
        with suppress(EngineError):
            note_failure()
        return otherwise


def _asked(question: Callable[[SearchEngine], Answer], engine: SearchEngine) -> Answer:
    """The answer within its time, which a cluster keeps by itself."""

    def ask() -> Answer:
        with answering():
            return question(engine)

    return ask() if engine_in_use() is Engine.OPENSEARCH else within_its_time(ask)


def say_once(event: str, reason: str, **facts: int) -> None:
    """Write a trouble of the index into the log, if the last minute has not seen it."""
    now = time.monotonic()
    for long_ago in [each for each, at in list(_said.items()) if now - at >= QUIET]:
        _said.pop(long_ago, None)
    if reason not in _said:
        _said[reason] = now
        _log.error(event, reason=reason, **facts)


def counted(requests: Sequence[Request]) -> Sequence[int]:
    """How many titles each of these finds; zeros where the engine cannot say."""
    nothing: Sequence[int] = [0] * len(requests)
    asked = [by_copy(each) for each in requests]
    return asked_of_engine(lambda engine: engine.count(asked), nothing) if asked else nothing


def best_hits(request: Request) -> Sequence[Hit]:
    """The first titles this finds; none where the engine cannot say."""
    nothing: Sequence[Hit] = ()
    return asked_of_engine(lambda engine: engine.search(request).hits, nothing)
