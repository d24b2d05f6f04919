"""A plan in the cluster's words: exact words, phrases of exact words, values. Nothing is parsed.

A cluster refuses a query of more than 1,024 clauses. What must match comes first: a longer question
is looked for by its leading parts, and of what only ranks, what still fits is asked.
"""

from collections.abc import Iterator, Sequence
from typing import Any, assert_never

from commonplace.search.engines import plan
from commonplace.search.engines.plan import Clause

Json = dict[str, Any]

MOST_CLAUSES = 1_000
_MOST_MATCHING = 900


def matching(clause: Clause) -> Clause:
    """What must match, short enough to be asked."""
    return _within(clause, _MOST_MATCHING)


def ranking(clauses: Sequence[Clause], found: Clause) -> list[Json]:
    """What ranks, as many clauses as fit beside what must match."""
    once = _rarity_once(clauses)
    return [query_of(each) for each in _leading(once, MOST_CLAUSES - _size(found) - 1)]


def _rarity_once(clauses: Sequence[Clause]) -> list[Clause]:
    """How rare a word is counts once, in however many readings of the query it stands."""
    kept: list[Clause] = []
    for each in clauses:
        if not (isinstance(each, plan.Weighed) and each in kept):
            kept.append(each)
    return kept


def query_of(clause: Clause) -> Json:  # noqa: C901, PLR0911 - one line for each kind
    """The clause as the cluster is asked it."""
    match clause:
        case plan.Word(field, word):
            return {"term": {field: word}}
        case plan.InOrder(field, words):
            return {"match_phrase": {field: " ".join(words)}}
        case plan.Begins(field, beginning):
            return {"prefix": {field: beginning}}
        case plan.OneOf(field, values):
            return {"terms": {field: list(values)}}
        case plan.Between(field, least, most):
            return {"range": {field: {"gte": least, "lte": most}}}
        case plan.All(parts, without):
            return _all_of(parts, without)
        case plan.Any(parts):
            return _any_of(parts)
        case plan.Worth(part, weight):
            return {"constant_score": {"filter": query_of(part), "boost": weight}}
        case plan.Weighed(part, factor):
            return {"bool": {"must": [query_of(part)], "boost": factor}}
        case plan.EveryTitle():
            return {"match_all": {}}
    assert_never(clause)


def _all_of(parts: Sequence[Clause], without: Sequence[Clause]) -> Json:
    if not parts:
        return {"match_none": {}}
    if len(parts) == 1 and not without:
        return query_of(parts[0])
    wanted = {"must": [query_of(part) for part in dict.fromkeys(parts)]}
    unwanted = {"must_not": [query_of(part) for part in without]} if without else {}
    return {"bool": wanted | unwanted}


def _any_of(parts: Sequence[Clause]) -> Json:
    if len(parts) == 1:
        return query_of(parts[0])
    if not parts:
        return {"match_none": {}}
    return {"bool": {"should": [query_of(part) for part in parts], "minimum_should_match": 1}}


def _within(clause: Clause, most: int) -> Clause:
    """The clause with its leading parts only, where all of them are too many."""
    if _size(clause) <= most:
        return clause
    match clause:
        case plan.All(parts, without):
            left_out = tuple(_leading(without, most // 2))
            kept = most - sum(map(_size, left_out))
            # The longest part is what is cut: a filter that stands behind it is not.
            return plan.All(tuple(_cut(sorted(dict.fromkeys(parts), key=_size), kept)), left_out)
        case plan.Any(parts):
            return plan.Any(tuple(_cut(parts, most)))
        case _:
            return clause


def _cut(parts: Sequence[Clause], most: int) -> Iterator[Clause]:
    """The leading parts, the last of them cut as well."""
    for part in parts:
        if most < 1:
            return
        kept = _within(part, most)
        yield kept
        most -= _size(kept)


def _leading(clauses: Sequence[Clause], most: int) -> Iterator[Clause]:
    """The leading clauses that fit, each whole."""
    for clause in clauses:
        most -= _size(clause)
        if most < 0:
            return
        yield clause


def _size(clause: Clause) -> int:
    """How many clauses a cluster counts in this one."""
    match clause:
        case plan.All(parts, without):
            return sum(map(_size, (*parts, *without)))
        case plan.Any(parts):
            return sum(map(_size, parts))
        case plan.Worth(part) | plan.Weighed(part):
            return _size(part)
        case _:
            return 1
