"""The engine's latest answers, kept in this process while the index stays as it is.

Nobody's name is near them: only the question and its answer. A crowd that asks the same thing at
once is answered by one look at the index (single-flight): the others wait for it.
"""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from commonplace.search.engines.contract import Found, Request

MOST = 64


class Answers:
    """At most ``MOST`` answers, the least asked-for forgotten first."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[object, Request], Found] = OrderedDict()
        self._guard = Lock()
        self._under_way: dict[tuple[object, Request], Lock] = {}

    def answer(self, version: object, request: Request, ask: Callable[[Request], Found]) -> Found:
        """What ``ask`` answers, or answered before for this version of the index."""
        key = (version, request)
        with self._guard:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
            turn = self._under_way.setdefault(key, Lock())
        with turn:
            with self._guard:
                if key in self._kept:
                    return self._kept[key]
            try:
                return self._keep(key, ask(request))
            finally:
                with self._guard:
                    self._under_way.pop(key, None)

    def forget(self) -> None:
        """Forget every answer."""
        with self._guard:
            self._kept.clear()

    def _keep(self, key: tuple[object, Request], found: Found) -> Found:
        with self._guard:
            self._kept[key] = found
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)
        return found


_answers = Answers()
remembered = _answers.answer
forget_answers = _answers.forget
