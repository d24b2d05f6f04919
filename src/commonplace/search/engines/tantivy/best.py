"""The best titles of a question, in the order it asks for."""

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from tantivy import DocAddress, Order, Query, Searcher

from commonplace.search.engines import plan, simplifying, tiers
from commonplace.search.engines.contract import Request, Sort
from commonplace.search.engines.hits import NumberedHits, by_score, put_first, runs
from commonplace.search.engines.ordering import ORDERINGS
from commonplace.search.engines.tantivy.queries import (
    MUST,
    SHOULD,
    Commit,
    how_many,
    translated,
)

_DEEPER_THAN_ANYBODY_READS = 2_000

Scored = tuple[float, DocAddress]


def best(commit: Commit, request: Request, matching: Query) -> tuple[NumberedHits, int]:
    """The best titles of those that match, and how many match in all."""
    total = how_many(commit.searcher, matching)
    request = replace(request, limit=request.most_of(total))
    ranked_by = plan.ranking(request.query) if request.sort is Sort.RELEVANCE else ()
    if request.limit < 1 or not total:
        return NumberedHits((), (), ()), total
    if ranked_by:
        return _by_relevance(commit, request, matching, ranked_by), total
    if tiers.is_in_tiers(request):
        return _by_tier(commit, request, matching, total), total
    return _by_column(commit.searcher, request, matching), total


def _by_relevance(
    commit: Commit, request: Request, matching: Query, ranked_by: Sequence[plan.Clause]
) -> NumberedHits:
    """Titles named whole, then the others, each part by score."""
    once = simplifying.ranked_once(ranked_by, commit.has)
    scores = [(SHOULD, translated(clause)) for clause in once]
    ranked = Query.boolean_query([(MUST, Query.const_score_query(matching, 1.0)), *scores])
    result = commit.searcher.search(ranked, limit=request.limit, weight_by_field="weight")
    hits = settled(commit.searcher, result.hits)
    named = plan.known(request.query)
    if any(commit.has("known", form) for form in named.values):
        is_named = Query.const_score_query(translated(named), 0.0)
        first = Query.boolean_query([(MUST, ranked), (MUST, is_named)])
        firsts = commit.searcher.search(first, limit=request.limit, weight_by_field="weight")
        hits = put_first(settled(commit.searcher, firsts.hits), hits)[: request.limit]
    return hits


def settled(searcher: Searcher, hits: Sequence[Scored]) -> NumberedHits:
    """The hits by score, ties by the title's id."""
    addresses = [address for _, address in hits]
    titles, works = column(searcher, "id", addresses), column(searcher, "work", addresses)
    return by_score([score for score, _ in hits], titles, works)


def _by_column(searcher: Searcher, request: Request, matching: Query) -> NumberedHits:
    """Titles by the numbers they are sorted by; without anything that ranks, the popular first."""
    popular = request.sort is Sort.RELEVANCE
    ordering = ORDERINGS[Sort.POPULAR if popular else request.sort]
    first, *more = ordering.columns
    order = Order.Desc if ordering.descending else Order.Asc
    is_settled = not more or request.limit > _DEEPER_THAN_ANYBODY_READS
    wanted = request.limit if is_settled else request.limit + 1
    while True:
        result = searcher.search(matching, limit=wanted, order_by_field=first, order=order)
        hits = result.hits
        if len(hits) < wanted or is_settled or hits[-1][0] != hits[request.limit - 1][0]:
            break
        wanted *= 4  # titles that share the first column stand on both sides of the limit
    return _by_more_columns(searcher, hits, more)[: request.limit]


def _by_tier(commit: Commit, request: Request, matching: Query, total: int) -> NumberedHits:
    searcher = commit.searcher

    def within(rest: Request, tier: plan.Clause) -> NumberedHits:
        both = Query.boolean_query([(MUST, matching), (MUST, translated(tier))])
        return _by_column(searcher, rest, both)

    def scored(worth: Sequence[plan.Clause]) -> tiers.Scored:
        query = [(MUST, matching), *((SHOULD, translated(clause)) for clause in worth)]
        hits = searcher.search(Query.boolean_query(query), limit=max(total, 1)).hits
        at = [address for _, address in hits]
        read = (column(searcher, name, at) for name in ("by_popularity", "id", "work"))
        return tiers.Scored([score for score, _ in hits], *read)

    if total > tiers.FEW_ENOUGH:
        return tiers.tier_by_tier(request, commit.has, within)
    return tiers.all_at_once(request, commit.has, scored)


def _by_more_columns(
    searcher: Searcher, hits: Sequence[tuple[int, DocAddress]], more: Sequence[str]
) -> NumberedHits:
    """Hits in the order of their first column; those that tie there are read on."""
    addresses = [address for _, address in hits]
    titles, works = column(searcher, "id", addresses), column(searcher, "work", addresses)
    if more:
        columns = [column(searcher, name, addresses) for name in more]
        for tied in runs([value for value, _ in hits]):
            keys = zip(*(each[tied] for each in (*columns, titles, works)), strict=True)
            *_, titles[tied], works[tied] = zip(*sorted(keys), strict=True)
    return NumberedHits(titles, works, [0.0] * len(titles))


def column(searcher: Searcher, name: str, addresses: Sequence[DocAddress]) -> list[int]:
    """What a column that every title has holds for these."""
    return cast("list[int]", searcher.fast_field_values(name, list(addresses)))
