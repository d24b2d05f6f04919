"""A time budget for questions to an engine in this process, which cannot be told to stop.

A question is asked in another thread, and whoever asks waits two seconds and no longer. While a
question is out that took longer, nothing else is asked, so that a page with several questions waits
once; every few seconds one is let through to see whether the engine answers again.
"""

import os
import time
from collections.abc import Callable
from contextvars import copy_context
from queue import SimpleQueue
from threading import Event, Lock, Thread
from typing import TypeVar

from commonplace.search.engines.errors import EngineError

Answer = TypeVar("Answer")
BUDGET = 2.0
REST = 5.0
MOST_OUT = 8
"""Questions that may be out beyond their time; each holds a thread that cannot be ended."""


class EngineTooSlow(EngineError):
    """No answer within the time there is, or none is expected just now."""


class _Question:
    """One question on its way, and what came of it."""

    def __init__(self, ask: Callable[[], object]) -> None:
        self._ask = ask
        self._context = copy_context()
        self.is_done = Event()
        self.is_given_up = False
        self.answer: object = None
        self.error: BaseException | None = None

    def run(self) -> None:
        """Ask it, and keep what comes of it for whoever waits."""
        try:
            self.answer = self._context.run(self._ask)
        except BaseException as error:  # noqa: BLE001 -- raised again where the answer is waited for
            self.error = error
        self.is_done.set()


class _Asker:
    """A thread that asks one question after the other, up to one that nobody waits for any more."""

    def __init__(self) -> None:
        self._given: SimpleQueue[_Question] = SimpleQueue()
        self.ask = self._given.put
        Thread(target=self._work, name="asking the index", daemon=True).start()

    def _work(self) -> None:
        is_awaited = True
        while is_awaited:
            question = self._given.get()
            question.run()
            is_awaited = not question.is_given_up


class Patience:
    """Asks questions within their time. One object serves a process; safe between threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self.forget()

    def forget(self) -> None:
        """Begin anew: no thread outlives a fork."""
        self._idle: list[_Asker] = []
        self._out: list[_Question] = []
        self._rests_until = 0.0

    @property
    def is_out(self) -> bool:
        """Whether a question is out that has had its time."""
        return any(not each.is_done.is_set() for each in self._out)

    def ask(self, ask: Callable[[], Answer]) -> Answer:
        """The answer. Raises ``EngineTooSlow``, and whatever the question raises."""
        asker, question = self._asker(), _Question(ask)
        asker.ask(question)
        if not question.is_done.wait(BUDGET):
            self._give_up(question)
            raise EngineTooSlow(f"the index did not answer within {BUDGET:g} s")
        with self._lock:
            self._idle.append(asker)
        if question.error is not None:
            raise question.error
        return question.answer  # type: ignore[return-value]  # it is what ``ask`` returned

    def _asker(self) -> _Asker:
        with self._lock:
            self._out = [each for each in self._out if not each.is_done.is_set()]
            now = time.monotonic()
            if self._out and (now < self._rests_until or len(self._out) >= MOST_OUT):
                raise EngineTooSlow("the index is not asked while an answer of it is overdue")
            self._rests_until = now + REST if self._out else 0.0
            return self._idle.pop() if self._idle else _Asker()

    def _give_up(self, question: _Question) -> None:
        question.is_given_up = True
        with self._lock:
            self._out.append(question)
            self._rests_until = time.monotonic() + REST


_patience = Patience()
os.register_at_fork(after_in_child=_patience.forget)
within_its_time = _patience.ask


def is_overdue() -> bool:
    """Whether an answer of the index is overdue, so that nothing else is asked just now."""
    return _patience.is_out
