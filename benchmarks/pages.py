"""Whole pages as the server makes them, without a network: results and title pages."""

import time

from django.test import Client

from benchmarks.searching import sampled_queries
from benchmarks.tables import milliseconds
from commonplace.catalogue.queries import newest_titles
from commonplace.discovery.remembering import forget_answers

PAGES = 200


def measure() -> tuple[list[str], list[list[str]]]:
    """p50, p95, p99 and the slowest of each kind of page."""
    client = Client(headers={"host": "localhost"})
    titles = [f"/title/{row.title_id}" for row in newest_titles(PAGES)]
    return ["page", "p50 ms", "p95 ms", "p99 ms", "slowest ms"], [
        [
            "results, nothing remembered",
            *milliseconds([_search(client, q) for q in sampled_queries()]),
        ],
        ["title", *milliseconds([_page(client, address) for address in titles])],
        ["home", *milliseconds([_page(client, "/") for _ in range(50)])],
    ]


def _search(client: Client, query: str) -> float:
    forget_answers()
    began = time.perf_counter()
    answer = client.get("/search", {"q": query})
    return _checked(answer.status_code, began)


def _page(client: Client, address: str) -> float:
    began = time.perf_counter()
    answer = client.get(address)
    return _checked(answer.status_code, began)


def _checked(status: int, began: float) -> float:
    seconds = time.perf_counter() - began
    if status not in {200, 301}:
        raise AssertionError(f"a page answered {status}")
    return seconds
