"""Queries made to cost much, on a library of real size: what each costs, by every face.

    COMMONPLACE_HOME=DIRECTORY python -m benchmarks.hostile

Time of the processor is counted, not of the clock, so whatever else the machine does is left out.
Each is asked three times, with nothing remembered between them, and the best time stands.
"""

import os
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial

import django
from django.test import Client

from benchmarks.tables import table
from tests.faults.hostile import CQL, TEXTS, addresses

_PLAIN = frozenset({200, 400})
_SHORTEST = 0.01
_ROUNDS = 3
_WORDS_ALONE = "report state united hearing national"


def measure() -> str:
    """A table of the dearest queries, and what the others cost at most."""
    client = Client(headers={"host": "localhost"}, raise_request_exception=True)
    for word in _WORDS_ALONE.split():
        _page(client, f"/search?q={word}")
    rows = [_row(client, name, query) for name, query in addresses().items()]
    rows += [(name, 0.0, 0.0, 0.0, _seconds(partial(_cql, text))) for name, text in CQL.items()]
    rows.sort(key=lambda row: -max(row[1:]))
    shown = [row for row in rows if max(row[1:]) >= _SHORTEST]
    head = ["query", "page ms", "`.json` ms", "`/suggest` ms", "CQL ms"]
    others = f"\nThe other {len(rows) - len(shown)} of {len(rows)} cost less than 10 ms each.\n"
    return table(head, [[name, *map(_ms, costs)] for name, *costs in shown]) + others


def _row(client: Client, name: str, query: str) -> tuple[str, float, float, float, float]:
    page, twin, typed = (
        _seconds(partial(_page, client, f"{path}?{query}"))
        for path in ("/search", "/search.json", "/suggest.json")
    )
    cql = _seconds(partial(_cql, TEXTS[name])) if name in TEXTS else 0.0
    return name, page, twin, typed, cql


def _seconds(asked: Callable[[], None]) -> float:
    spent = []
    for _ in range(_ROUNDS):
        _forget()
        began = time.process_time()
        asked()
        spent.append(time.process_time() - began)
    return min(spent)


def _forget() -> None:
    from commonplace.discovery.remembering import forget_answers
    from commonplace.discovery.suggesting.completing import forget_completions

    forget_answers()
    forget_completions()


def _page(client: Client, address: str) -> None:
    """A page as the server makes it; where it is redirected to its own address, that one."""
    answer = client.get(address, follow=True)
    if answer.status_code not in _PLAIN:
        raise AssertionError(f"a page answered {answer.status_code}")


def _cql(text: str) -> None:
    from commonplace.discovery.answers import Asked
    from commonplace.discovery.searching import find
    from commonplace.search.query.cql import CqlRefused

    with suppress(CqlRefused):
        find(Asked(text, is_cql=True))


def _ms(seconds: float) -> str:
    return f"{seconds * 1e3:.1f}" if seconds else "–"


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "commonplace.config.settings"
    django.setup()
    print(measure())
