"""Writing to the cluster in bulk, no faster than it can take it.

Changes are sent in chunks of bounded size, one after the other. What the cluster turns away because
it is busy is sent again after a pause that doubles, in smaller chunks; a cluster that takes nothing
for two minutes is given up. Sending a change twice does no harm.
"""

import time
from collections.abc import Sequence

import orjson

from commonplace.bibliography.names_that_last import id_of, number_of
from commonplace.search.engines.layout import Prepared
from commonplace.search.engines.opensearch.cluster import Cluster, Json
from commonplace.search.engines.opensearch.errors import (
    ClusterBusy,
    ClusterRefused,
    ClusterUnavailable,
)
from commonplace.search.engines.opensearch.mapping import body_of, written_as

MOST_BYTES = 4_000_000
MOST_CHANGES = 2_000
_LEAST_CHANGES = 50
PATIENCE = 120.0
_FIRST_PAUSE, _LONGEST_PAUSE = 0.1, 10.0
_TRY_AGAIN = frozenset({429, 503})
_ABSENT, _MISTAKE = 404, 400


class Writing:
    """Changes to one index, in the order they are given."""

    def __init__(self, cluster: Cluster, index: str, *, patience: float = PATIENCE):
        self._cluster = cluster
        self._index = index
        self._patience = patience
        self._waiting: list[bytes] = []
        self._bytes = 0
        self._most = MOST_CHANGES

    def add(self, prepared: Prepared) -> None:
        """Take in or replace one prepared title."""
        title_id, body = body_of(prepared)
        self._take(_line(self._action("index", title_id)) + _line(body))

    def remove(self, title_id: str) -> None:
        """Forget one title."""
        self._take(_line(self._action("delete", id_of(number_of(title_id)))))

    def finish(self) -> None:
        """Send what is left, and let searches see everything."""
        self.send()
        self._cluster.ask("POST", f"/{self._index}/_refresh")

    def send(self) -> None:
        """Send what is waiting, until all of it is taken."""
        waiting: Sequence[bytes] = self._waiting
        self._waiting, self._bytes = [], 0
        turned_away = _TurnedAway(self._patience)
        while waiting:
            some, later = waiting[: self._most], waiting[self._most :]
            again, reason = self._sent(some)
            waiting = [*again, *later]
            if again:
                self._most = max(_LEAST_CHANGES, self._most // 2)
                turned_away.rest(reason, has_moved=len(again) < len(some))
            else:
                self._most = min(MOST_CHANGES, self._most * 2)

    def _action(self, what: str, title_id: str) -> Json:
        return {what: {"_index": written_as(self._index), "_id": title_id}}

    def _take(self, lines: bytes) -> None:
        if self._bytes + len(lines) > MOST_BYTES or len(self._waiting) >= MOST_CHANGES:
            self.send()
        self._waiting.append(lines)
        self._bytes += len(lines)

    def _sent(self, changes: Sequence[bytes]) -> tuple[Sequence[bytes], str]:
        """Send these once: which must come again, in their order, and why.

        What follows the first that was turned away comes again, too: it may be of the same title.
        """
        try:
            reply = self._cluster.bulk(b"".join(changes))
        except ClusterUnavailable as error:
            return changes, str(error)
        results = [next(iter(each.values())) for each in reply["items"]]
        turned_away = [at for at, said in enumerate(results) if _is_again(said)]
        if not turned_away:
            return (), ""
        first = turned_away[0]
        return changes[first:], _kind(results[first])


class _TurnedAway:
    """How long a busy cluster is waited for."""

    def __init__(self, patience: float):
        self._patience = patience
        self._until = time.monotonic() + patience
        self._pause = _FIRST_PAUSE

    def rest(self, reason: str, *, has_moved: bool) -> None:
        """Wait, longer each time. Raises ``ClusterBusy`` when nothing moves for too long."""
        now = time.monotonic()
        if has_moved:
            self._until, self._pause = now + self._patience, _FIRST_PAUSE
        if now >= self._until:
            raise ClusterBusy(f"the cluster took no changes for {self._patience:g} s: {reason}")
        time.sleep(self._pause)
        self._pause = min(2 * self._pause, _LONGEST_PAUSE)


def _is_again(said: Json) -> bool:
    """Whether one change was turned away for now. Raises ``ClusterRefused`` when for good."""
    status = int(said["status"])
    if status in _TRY_AGAIN:
        return True
    if status >= _MISTAKE and not (status == _ABSENT and "error" not in said):
        raise ClusterRefused(f"the cluster refused a change: {_kind(said)} ({status})")
    return False


def _kind(said: Json) -> str:
    return str(said.get("error", {}).get("type", ""))


def _line(value: Json) -> bytes:
    return orjson.dumps(value, option=orjson.OPT_APPEND_NEWLINE)
