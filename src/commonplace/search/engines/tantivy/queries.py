"""A plan in tantivy's objects."""

from collections.abc import Sequence
from functools import partial
from typing import assert_never

from tantivy import FieldType, Occur, Query, Searcher, SearchResult

from commonplace.search.engines import plan, simplifying
from commonplace.search.engines.contract import Request
from commonplace.search.engines.tantivy.index import SCHEMA

MUST, SHOULD, MUST_NOT = Occur.Must, Occur.Should, Occur.MustNot
_FEW = 20
_MOST_REMEMBERED = 50_000


class Commit:
    """An index as it was committed last, and which of its words it has: a plan asks often."""

    def __init__(self, searcher: Searcher) -> None:
        self.searcher = searcher
        self._there: dict[tuple[str, str], bool] = {}

    def has(self, field: str, value: str) -> bool:
        """Whether any title has this value in this field of the index."""
        asked = field, value
        if asked not in self._there:
            if len(self._there) >= _MOST_REMEMBERED:
                self._there.clear()
            self._there[asked] = bool(self.searcher.doc_freq(field, value))
        return self._there[asked]


def must_match(commit: Commit, request: Request) -> Query:
    """What finds titles, and scores nothing."""
    narrowed = plan.narrowed(request.query, request.filters)
    clause = simplifying.simplified(narrowed, commit.has)
    clause = simplifying.without_idle_choices(clause, partial(_adds_nothing, commit))
    return Query.const_score_query(translated(clause), 0.0)


def _adds_nothing(commit: Commit, found: plan.Clause, named: plan.OneOf) -> bool:
    """Whether the titles named whole are all found by their words anyway."""
    if not any(commit.has(named.field, form) for form in named.values):
        return True
    return not how_many(commit.searcher, all_but(translated(named), translated(found)))


def translated(clause: plan.Clause) -> Query:  # noqa: C901, PLR0911 - one line for each kind
    """A clause as tantivy asks it."""
    match clause:
        case plan.Word(field, word):
            return term(field, word)
        case plan.InOrder(field, words):
            return Query.phrase_query(SCHEMA, field, list(words))
        case plan.Begins(field, beginning):
            return Query.fuzzy_term_query(SCHEMA, field, beginning, distance=0, prefix=True)
        case plan.OneOf(field, values):
            return _one_of(field, values)
        case plan.Between(field, least, most):
            return Query.range_query(SCHEMA, field, FieldType.Integer, least, most)
        case plan.All(parts, without):
            return _all_of(parts, without)
        case plan.Any(parts):
            return any_of([translated(part) for part in parts])
        case plan.Worth(part, weight):
            return Query.const_score_query(translated(part), weight)
        case plan.Weighed(part, factor):
            return Query.boost_query(translated(part), factor)
        case plan.EveryTitle():
            return Query.all_query()
    assert_never(clause)


def _all_of(parts: Sequence[plan.Clause], without: Sequence[plan.Clause]) -> Query:
    if not parts:
        return Query.empty_query()
    if len(parts) == 1 and not without:
        return translated(parts[0])
    wanted = [(MUST, translated(part)) for part in parts]
    return Query.boolean_query([*wanted, *((MUST_NOT, translated(p)) for p in without)])


def any_of(parts: Sequence[Query]) -> Query:
    """Titles that one of these finds at least."""
    if not parts:
        return Query.empty_query()
    return parts[0] if len(parts) == 1 else Query.boolean_query([(SHOULD, p) for p in parts])


def _one_of(field: str, values: Sequence[str]) -> Query:
    """Few values are looked up one by one; many are quicker found by walking the field's words."""
    if len(values) > _FEW:
        return Query.term_set_query(SCHEMA, field, list(values))
    return any_of([term(field, value) for value in values])


def term(field: str, value: str | int) -> Query:
    """Titles that have this value in this field of the index."""
    return Query.term_query(SCHEMA, field, value)


def all_but(wanted: Query, unwanted: Query) -> Query:
    """Titles that are wanted and not unwanted."""
    return Query.boolean_query([(MUST, wanted), (MUST_NOT, unwanted)])


def how_many(searcher: Searcher, matching: Query) -> int:
    """How many titles this finds, exactly."""
    return total_of(searcher.search(matching, limit=1))


def total_of(result: SearchResult) -> int:
    """How many titles were found, however many were handed out."""
    return int(result.count)  # type: ignore[attr-defined]  # tantivy's stub leaves it out
