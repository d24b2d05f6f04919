"""One search carried out: all it needs to know is asked in one round, and the answers put together.

The best titles come with the numbers of their works among what they are sorted by, the cheapest way
to have those of 20,000 titles, which are then grouped by work. Titles named whole are asked for
beside the others and put first. Only where counts are not exact yet is there another round.
"""

import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from commonplace.search.engines import plan
from commonplace.search.engines.contract import Found, Request, Sort
from commonplace.search.engines.hits import NumberedHits, put_first
from commonplace.search.engines.opensearch import queries
from commonplace.search.engines.opensearch.cluster import Cluster, Json
from commonplace.search.engines.opensearch.facets import FacetCount, Question, facet_counts
from commonplace.search.engines.opensearch.mapping import WINDOW, columns_sorted_by
from commonplace.search.engines.tiers import is_in_tiers

_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Searching:
    """Where to ask: a cluster, and the name an index is served under there."""

    cluster: Cluster
    index: str

    def found(self, request: Request) -> Found:
        """The answer to one question."""
        few = replace(request, limit=min(request.limit, request.of_many))
        best, facets = _Best(few), list(facet_counts(request))
        asked = _together(facets)
        replies = self._ask(request, [*best.bodies, *_bodies(asked)])
        hits, total = best.hits(replies), _total(replies[0])
        if few.limit < total <= request.limit:  # few enough that each of them is wanted
            every = _Best(request)
            hits = every.hits(self._ask(request, every.bodies))
        _hand_out(facets, asked, replies[len(best.bodies) :])
        while again := _together(facets):
            _hand_out(facets, again, self._ask(request, _bodies(again)))
        counts = dict.fromkeys(request.counts, ()) | {each.name: each.counts() for each in facets}
        return Found(hits, total, counts)

    def counted(self, requests: Sequence[Request]) -> list[int]:
        """How many titles each of these questions finds."""
        bodies = [_counting(request) for request in requests]
        rounds = (bodies[at : at + _AT_ONCE] for at in range(0, len(bodies), _AT_ONCE))
        replies = (self.cluster.search(self.index, "counting", each) for each in rounds)
        return [_total(reply) for reply in chain.from_iterable(replies)]

    def _ask(self, request: Request, bodies: Sequence[Json]) -> list[Json]:
        """Ask so that the same copies of the index answer every page of one question."""
        question = repr((request.query, request.sort)).encode("utf-8", "replace")
        return self.cluster.search(self.index, f"q{zlib.crc32(question)}", bodies)


class _Best:
    """The best titles of one request: what is asked for them, and what was answered."""

    def __init__(self, request: Request):
        self._limit = max(0, min(request.limit, WINDOW))
        by_relevance = request.sort is Sort.RELEVANCE
        found = _must_match(request)
        ranked_by = plan.ranking(request.query) if by_relevance and self._limit else ()
        self._is_ranked, self._tiers = bool(ranked_by), is_in_tiers(request)
        query = _ranked(found, ranked_by) if ranked_by else _in_tiers(found, request)
        best: Json = {"track_total_hits": True, **self._hits_of(request.sort, query)}
        forms = plan.known(request.query) if ranked_by else plan.OneOf("known", ())
        is_named = {"bool": {"must": [query], "filter": [queries.query_of(forms)]}}
        self.bodies = [best, *([self._hits_of(request.sort, is_named)] if forms.values else [])]

    def hits(self, replies: Sequence[Json]) -> NumberedHits:
        """The hits out of the first replies: the best, and those named whole."""
        hits, *named = map(self._read, replies[: len(self.bodies)])
        return put_first(named[0], hits)[: self._limit] if named else hits

    def _hits_of(self, sort: Sort, query: Json) -> Json:
        if not self._limit:
            return {"query": query, "size": 0}
        by_column = columns_sorted_by(Sort.POPULAR if sort is Sort.RELEVANCE else sort)
        by_score = {"_score": {"order": "desc"}}
        order = (
            [by_score] if self._is_ranked else [*([by_score] if self._tiers else []), *by_column]
        )
        return {
            "query": query,
            "size": self._limit,
            "sort": [*order, {"id": {"order": "asc"}}, {"work": {"order": "asc"}}],
            "_source": False,
            "stored_fields": "_none_",
        }

    def _read(self, reply: Json) -> NumberedHits:
        """What the hits were sorted by says all there is to know of them."""
        keys = [each["sort"] for each in hits_of(reply)]
        scores = [key[0] for key in keys] if self._is_ranked else [0.0] * len(keys)
        return NumberedHits([key[-2] for key in keys], [key[-1] for key in keys], scores)


def _must_match(request: Request) -> plan.Clause:
    return queries.matching(plan.narrowed(request.query, request.filters))


def _ranked(found: plan.Clause, ranked_by: Sequence[plan.Clause]) -> Json:
    matching = {"constant_score": {"filter": queries.query_of(found), "boost": 1.0}}
    scored = {"bool": {"must": [matching], "should": queries.ranking(ranked_by, found)}}
    return weighed(scored)


def _in_tiers(found: plan.Clause, request: Request) -> Json:
    """What must match; with tiers, scored by how near the first of them is that a title is in."""
    query = queries.query_of(found)
    if not is_in_tiers(request):
        return query
    tiers = [queries.query_of(each) for each in plan.tiers(request.tiers)]
    scores = [
        {"constant_score": {"filter": tier, "boost": float(len(tiers) - at)}}
        for at, tier in enumerate(tiers)
    ]
    must = {"constant_score": {"filter": query, "boost": 0.0}}
    return {"bool": {"must": [must], "should": [{"dis_max": {"queries": scores}}]}}


def weighed(query: Json) -> Json:
    """The query, each title's score times how much it is asked for."""
    weight = {"field": "weight", "modifier": "none"}
    scored = {"query": query, "field_value_factor": weight, "boost_mode": "multiply"}
    return {"function_score": scored}


def _counting(request: Request) -> Json:
    query = queries.query_of(_must_match(request))
    return {"query": query, "size": 0, "track_total_hits": True}


def _together(facets: Sequence[FacetCount]) -> dict[Request, Json]:
    """What is still to be counted, by the request it is counted in."""
    together: dict[Request, Json] = {}
    for question in chain.from_iterable(facet.questions() for facet in facets):
        together.setdefault(question.request, {})[question.name] = question.aggregation
    return together


def _bodies(asked: Mapping[Request, Json]) -> list[Json]:
    """Counts are asked for apart from hits: a cluster counts at the same time, and remembers."""
    return [_counting(request) | {"aggs": values} for request, values in asked.items()]


def _hand_out(
    facets: Sequence[FacetCount], asked: Iterable[Request], replies: Sequence[Json]
) -> None:
    answers = dict(zip(asked, replies, strict=True))

    def answer(question: Question) -> Json:
        found: Json = answers[question.request]["aggregations"][question.name]
        return found

    for facet in facets:
        if facet.questions():
            facet.take(answer)


def hits_of(reply: Json) -> Sequence[Json]:
    """The hits of a reply, in which nothing stands that is empty."""
    hits: Sequence[Json] = reply.get("hits", {}).get("hits", ())
    return hits


def _total(reply: Json) -> int:
    return int(reply["hits"]["total"]["value"])
