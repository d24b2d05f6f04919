"""Asking the engine that answers searches now, and doing without it where it cannot answer."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TypeVar

import structlog

from commonplace.discovery.indexes import answering, note_failure, serving_engine
from commonplace.search.engines.contract import Hit, Request, SearchEngine
from commonplace.search.engines.errors import EngineError

Answer = TypeVar("Answer")
_log = structlog.get_logger()


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
        _log.error("index_failed", reason=str(error))
        with suppress(EngineError):
            note_failure()
        return otherwise


def counted(requests: Sequence[Request]) -> Sequence[int]:
    """How many titles each of these finds; zeros where the engine cannot say."""
    nothing: Sequence[int] = [0] * len(requests)
    return asked_of_engine(lambda engine: engine.count(requests), nothing) if requests else nothing


def best_hits(request: Request) -> Sequence[Hit]:
    """The first titles this finds; none where the engine cannot say."""
    nothing: Sequence[Hit] = ()
    return asked_of_engine(lambda engine: engine.search(request).hits, nothing)
