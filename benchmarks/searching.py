"""Search latency over queries sampled from what was loaded, with every filter counted.

Titles, names and subjects are drawn with a fixed seed; a fifth of the queries are single common
words that more than 10,000 titles have, where there are such words.
"""

import random
import time
from collections import Counter
from collections.abc import Iterator

from benchmarks.tables import milliseconds
from commonplace.catalogue.queries import TitleRow, id_ranges, titles_in_range
from commonplace.discovery.answers import Asked
from commonplace.discovery.remembering import forget_answers
from commonplace.discovery.searching import find
from commonplace.discovery.suggesting.completing import completions, forget_completions
from commonplace.search.analysis import words_of

SEED = 20_261_122
QUERIES = 200
COMMON = QUERIES // 5
MANY_HITS = 10_000
_A_SPAN = 5
"""Queries drawn from a span of fifty titles."""


def measure() -> tuple[list[str], list[list[str]]]:
    """p50, p95, p99 and the slowest: each query with nothing remembered, then asked again."""
    queries = sampled_queries()
    find(Asked("warm"))
    cold, warm = [], []
    for query in queries:
        cold.append(_timed(query))
        warm.append(_timed(query, forget=False))
    many = sum(find(Asked(query)).total_titles > MANY_HITS for query in queries)
    typing = [_typed(query) for query in queries]
    head = [f"{len(queries)} queries, {many} with over {MANY_HITS:,} hits"]
    return [*head, "p50 ms", "p95 ms", "p99 ms", "slowest ms"], [
        ["search, all filters counted, nothing remembered", *milliseconds(cold)],
        ["the same, asked again", *milliseconds(warm)],
        ["completions while typing", *milliseconds(typing)],
    ]


def sampled_queries(many: int = QUERIES, most_common: int = COMMON) -> list[str]:
    """The queries: common words first, the others drawn from titles, names and subjects."""
    chance = random.Random(SEED)  # noqa: S311 -- a sample that is the same each time
    rows = list(_sampled_rows(chance, many // _A_SPAN))
    words = Counter(word for row in rows for word in set(words_of(_everything(row))))
    common = [word for word, _ in words.most_common() if len(word) > 1]
    frequent = [word for word in common[: most_common * 4] if _is_frequent(word)][:most_common]
    drawn = list(dict.fromkeys(text for row in rows for text in _texts(row) if text))
    return frequent + chance.sample(drawn, min(many - len(frequent), len(drawn)))


def _sampled_rows(chance: random.Random, most: int) -> Iterator[TitleRow]:
    spans = id_ranges(50)
    for span in chance.sample(spans, min(most, len(spans))):
        yield from titles_in_range(*span)


def _texts(row: TitleRow) -> Iterator[str]:
    described = row.description
    yield described.title_proper
    yield described.contributors[0].name if described.contributors else ""
    yield described.subjects[0].label.replace("--", " ") if described.subjects else ""


def _everything(row: TitleRow) -> str:
    described = row.description
    subjects = (subject.label for subject in described.subjects)
    return " ".join((described.full_title, described.responsibility, *subjects))


def _is_frequent(word: str) -> bool:
    return find(Asked(word)).total_titles > MANY_HITS


def _timed(query: str, *, forget: bool = True) -> float:
    if forget:
        forget_answers()
    began = time.perf_counter()
    find(Asked(query))
    return time.perf_counter() - began


def _typed(query: str) -> float:
    began = time.perf_counter()
    forget_completions()
    completions(query[:4])
    return time.perf_counter() - began
