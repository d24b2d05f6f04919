"""The engine a library starts with: tantivy, in a directory of its own. Nobody else imports it.

Text arrives analysed (``layout.prepare``) and queries are built as objects; tantivy's own analysis
and its parser are never used. A query becomes two things: what must match, which scores nothing,
and what ranks. Readers open the index once and see commits by ``reload``; one process writes.
"""

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import assert_never, cast

import tantivy
from tantivy import DocAddress, FieldType, Occur, Order, Query, Searcher

from commonplace.bibliography.names_that_last import number_of
from commonplace.search.analysis import words_of
from commonplace.search.engines import plan, simplifying, tiers
from commonplace.search.engines.contract import Ability, Document, Found, Health, Hit, Request, Sort
from commonplace.search.engines.counting import FEW_TITLES, Counting, counts_of, terms_of_column
from commonplace.search.engines.errors import IndexIsReadOnly, IndexUnusable
from commonplace.search.engines.hits import NumberedHits, by_score, put_first, runs
from commonplace.search.engines.layout import COMPLETED_BY, Prepared, prepare
from commonplace.search.engines.ordering import COLUMNS, ORDERINGS
from commonplace.search.fields import FACETS, NUMBERS, TEXTS

_MUST, _SHOULD, _MUST_NOT = Occur.Must, Occur.Should, Occur.MustNot
_SHARED = ("subject", "author", "series", "genre")
_MOST_SHARED = 12
_DEEPER_THAN_ANYBODY_READS = 2_000
_MOST_REMEMBERED = 2_000
_FEW = 20


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for text in TEXTS:
        builder.add_text_field(f"t_{text}", tokenizer_name="spaced", index_option="position")
    builder.add_text_field("anywhere", tokenizer_name="spaced", index_option="basic")
    for name in ("known", "completion"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for facet in FACETS:
        builder.add_text_field(f"f_{facet}", tokenizer_name="raw", index_option="basic", fast=True)
    for number in (*(f"n_{name}" for name in NUMBERS), *COLUMNS):
        builder.add_integer_field(number, fast=True)
    for number in ("id", "work"):
        builder.add_integer_field(number, fast=True, indexed=True)
    builder.add_float_field("weight", fast=True)
    return builder.build()


_SCHEMA = _schema()


class TantivyEngine:
    """One index directory. ``writable`` is for the one process that holds the lock on writing."""

    cannot: frozenset[Ability] = frozenset()

    def __init__(self, directory: Path, *, writable: bool = False):
        self._directory = directory
        self._writable = writable
        self._index = _opened(directory, may_make=writable)
        self.seen = self._commit_seen()
        self._completed: dict[tuple[str, int], Sequence[str]] = {}

    def add(self, documents: Iterable[Document]) -> None:
        """Take in or replace these titles; they are found when the call has returned."""
        with self.writing() as writing:
            for document in documents:
                writing.add(prepare(document))

    def remove(self, title_ids: Iterable[str]) -> None:
        """Forget these titles."""
        with self.writing() as writing:
            for title_id in title_ids:
                writing.remove(title_id)

    def clear(self) -> None:
        """Forget everything."""
        with self.writing() as writing:
            writing.clear()

    @contextlib.contextmanager
    def writing(
        self, *, heap_mb: int = 50, threads: int = 1, replacing: bool = True
    ) -> Iterator["Writing"]:
        """Write a batch: committed when the block ends well, forgotten when it raises.

        A new index is filled in one block with a larger heap and ``replacing=False``, which saves
        looking for earlier versions of each title.
        """
        if not self._writable:
            raise IndexIsReadOnly(self._directory)
        writer = self._index.writer(heap_mb * 1_000_000, threads)
        try:
            yield Writing(writer, replacing=replacing)
            writer.commit()
        except BaseException:
            writer.rollback()
            raise
        finally:
            writer.wait_merging_threads()
            self.reload()

    def reload(self) -> None:
        """See the latest commit. Costs one look at a file where nothing has changed."""
        latest = self._commit_seen()
        if latest != self.seen:
            self._index.reload()
            self.seen = latest
            self._completed.clear()

    def _commit_seen(self) -> tuple[int, int]:
        try:
            found = (self._directory / "meta.json").stat()
        except OSError as error:
            raise IndexUnusable(self._directory, str(error)) from error
        return found.st_mtime_ns, found.st_ino

    def search(self, request: Request) -> Found:
        """Answer one question."""
        searcher = self._index.searcher()
        matching = _must_match(searcher, request)
        ranked_by = plan.ranking(request.query) if request.sort is Sort.RELEVANCE else ()
        if request.limit < 1:
            hits, total = NumberedHits((), (), ()), _how_many(searcher, matching)
        elif ranked_by:
            hits, total = _by_relevance(searcher, request, matching, ranked_by)
        elif tiers.is_in_tiers(request):
            hits, total = _by_tier(searcher, request, matching)
        else:
            hits, total = _by_column(searcher, request, matching)
        counts = counts_of(request, partial(_counting, searcher), few=total <= FEW_TITLES)
        return Found(hits, total, counts)

    def count(self, requests: Sequence[Request]) -> Sequence[int]:
        """How many titles each of these questions finds, exactly and cheaply."""
        searcher = self._index.searcher()
        return [_how_many(searcher, _must_match(searcher, each)) for each in requests]

    def suggest(self, prefix: str, *, limit: int = 10) -> Sequence[str]:
        """Completions of what was typed, from titles, names, subjects and series; best first."""
        key = " ".join(words_of(prefix)), limit
        if key not in self._completed:
            if len(self._completed) >= _MOST_REMEMBERED:
                self._completed.clear()
            self._completed[key] = _completions(self._index.searcher(), *key)
        return self._completed[key]

    def similar(self, title_id: str, *, limit: int = 10) -> Sequence[Hit]:
        """Titles of other works that share its subjects, names and series, best first."""
        searcher = self._index.searcher()
        this = _term("id", number_of(title_id))
        found = searcher.search(this, limit=1).hits
        if not found or limit < 1:
            return []
        (work,) = _column(searcher, "work", [found[0][1]])
        others = _all_but(_sharing(searcher, this), _term("work", work))
        return _settled(searcher, searcher.search(others, limit, weight_by_field="weight").hits)

    def health(self) -> Health:
        """How the engine is."""
        return Health(is_well=True, titles=self._index.searcher().num_docs)


class Writing:
    """One batch of changes to an index."""

    def __init__(self, writer: tantivy.IndexWriter, *, replacing: bool):
        self._writer = writer
        self._replacing = replacing

    def add(self, prepared: Prepared) -> None:
        """Take in or replace one prepared title."""
        if self._replacing:
            self._writer.delete_documents_by_term("id", prepared["id"])
        # Prepared values are text, signed numbers and one float, as tantivy takes them without a
        # schema to compare with; with one this line costs twice as much.
        self._writer.add_document(tantivy.Document.from_dict(prepared))

    def remove(self, title_id: str) -> None:
        """Forget one title."""
        self._writer.delete_documents_by_term("id", number_of(title_id))

    def clear(self) -> None:
        """Forget every title."""
        self._writer.delete_all_documents()


def _opened(directory: Path, *, may_make: bool) -> tantivy.Index:
    try:
        if may_make:
            directory.mkdir(parents=True, exist_ok=True)
            index = tantivy.Index(_SCHEMA, str(directory))
        else:
            index = tantivy.Index.open(str(directory))
            if index.schema != _SCHEMA:
                raise IndexUnusable(directory, "made by another version of Commonplace")
    except (ValueError, OSError) as error:
        raise IndexUnusable(directory, str(error)) from error
    spaced = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    index.register_tokenizer("spaced", spaced)
    index.config_reader("manual")
    index.reload()
    return index


# A plan in tantivy's objects


def _must_match(searcher: Searcher, request: Request) -> Query:
    narrowed = plan.narrowed(request.query, request.filters)
    clause = simplifying.simplified(narrowed, partial(_is_there, searcher))
    clause = simplifying.without_idle_choices(clause, partial(_adds_nothing, searcher))
    return Query.const_score_query(_translated(clause), 0.0)


def _is_there(searcher: Searcher, field: str, value: str) -> bool:
    return bool(searcher.doc_freq(field, value))


def _adds_nothing(searcher: Searcher, found: plan.Clause, named: plan.OneOf) -> bool:
    """Whether the titles named whole are all found by their words anyway."""
    if not any(searcher.doc_freq(named.field, form) for form in named.values):
        return True
    return not _how_many(searcher, _all_but(_translated(named), _translated(found)))


def _translated(clause: plan.Clause) -> Query:  # noqa: C901, PLR0911 - one line for each kind
    match clause:
        case plan.Word(field, word):
            return _term(field, word)
        case plan.InOrder(field, words):
            return Query.phrase_query(_SCHEMA, field, list(words))
        case plan.Begins(field, beginning):
            return Query.fuzzy_term_query(_SCHEMA, field, beginning, distance=0, prefix=True)
        case plan.OneOf(field, values):
            return _one_of(field, values)
        case plan.Between(field, least, most):
            return Query.range_query(_SCHEMA, field, FieldType.Integer, least, most)
        case plan.All(parts, without):
            return _all_of(parts, without)
        case plan.Any(parts):
            return _any_of([_translated(part) for part in parts])
        case plan.Worth(part, weight):
            return Query.const_score_query(_translated(part), weight)
        case plan.Weighed(part, factor):
            return Query.boost_query(_translated(part), factor)
        case plan.EveryTitle():
            return Query.all_query()
    assert_never(clause)


def _all_of(parts: Sequence[plan.Clause], without: Sequence[plan.Clause]) -> Query:
    if not parts:
        return Query.empty_query()
    if len(parts) == 1 and not without:
        return _translated(parts[0])
    wanted = [(_MUST, _translated(part)) for part in parts]
    return Query.boolean_query([*wanted, *((_MUST_NOT, _translated(p)) for p in without)])


def _any_of(parts: Sequence[Query]) -> Query:
    if not parts:
        return Query.empty_query()
    return parts[0] if len(parts) == 1 else Query.boolean_query([(_SHOULD, p) for p in parts])


def _one_of(field: str, values: Sequence[str]) -> Query:
    """Few values are looked up one by one; many are quicker found by walking the field's words."""
    if len(values) > _FEW:
        return Query.term_set_query(_SCHEMA, field, list(values))
    return _any_of([_term(field, value) for value in values])


def _term(field: str, value: str | int) -> Query:
    return Query.term_query(_SCHEMA, field, value)


# Hits in order, counts, and what is like something else


def _how_many(searcher: Searcher, matching: Query) -> int:
    return _total(searcher.search(matching, limit=1))


def _total(result: tantivy.SearchResult) -> int:
    return int(result.count)  # type: ignore[attr-defined]  # tantivy's stub leaves it out


def _column(searcher: Searcher, name: str, addresses: Sequence[DocAddress]) -> list[int]:
    """What a column that every title has holds for these."""
    return cast("list[int]", searcher.fast_field_values(name, list(addresses)))


def _by_relevance(
    searcher: Searcher, request: Request, matching: Query, ranked_by: Sequence[plan.Clause]
) -> tuple[NumberedHits, int]:
    """Titles named whole, then the others, each part by score."""
    once = simplifying.ranked_once(ranked_by, partial(_is_there, searcher))
    scores = [(_SHOULD, _translated(clause)) for clause in once]
    ranked = Query.boolean_query([(_MUST, Query.const_score_query(matching, 1.0)), *scores])
    result = searcher.search(ranked, limit=request.limit, weight_by_field="weight")
    hits = _settled(searcher, result.hits)
    named = plan.known(request.query)
    if any(searcher.doc_freq("known", form) for form in named.values):
        is_named = Query.const_score_query(_translated(named), 0.0)
        first = Query.boolean_query([(_MUST, ranked), (_MUST, is_named)])
        firsts = searcher.search(first, limit=request.limit, weight_by_field="weight")
        hits = put_first(_settled(searcher, firsts.hits), hits)[: request.limit]
    return hits, _total(result)


def _settled(searcher: Searcher, hits: Sequence[tuple[float, DocAddress]]) -> NumberedHits:
    """The hits by score, ties by the title's id."""
    addresses = [address for _, address in hits]
    columns = _column(searcher, "id", addresses), _column(searcher, "work", addresses)
    return by_score([score for score, _ in hits], *columns)


def _by_column(searcher: Searcher, request: Request, matching: Query) -> tuple[NumberedHits, int]:
    """Titles by the numbers they are sorted by; without anything that ranks, the popular first."""
    ordering = ORDERINGS[Sort.POPULAR if request.sort is Sort.RELEVANCE else request.sort]
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
    return _by_more_columns(searcher, hits, more)[: request.limit], _total(result)


def _by_tier(searcher: Searcher, request: Request, matching: Query) -> tuple[NumberedHits, int]:
    total, is_there = _how_many(searcher, matching), partial(_is_there, searcher)

    def within(rest: Request, tier: plan.Clause) -> NumberedHits:
        both = Query.boolean_query([(_MUST, matching), (_MUST, _translated(tier))])
        return _by_column(searcher, rest, both)[0]

    def scored(worth: Sequence[plan.Clause]) -> tiers.Scored:
        query = [(_MUST, matching), *((_SHOULD, _translated(clause)) for clause in worth)]
        hits = searcher.search(Query.boolean_query(query), limit=max(total, 1)).hits
        at = [address for _, address in hits]
        read = (_column(searcher, name, at) for name in ("by_popularity", "id", "work"))
        return tiers.Scored([score for score, _ in hits], *read)

    if total > tiers.FEW_ENOUGH:
        return tiers.tier_by_tier(request, is_there, within), total
    return tiers.all_at_once(request, is_there, scored), total


def _by_more_columns(
    searcher: Searcher, hits: Sequence[tuple[int, DocAddress]], more: Sequence[str]
) -> NumberedHits:
    """Hits in the order of their first column; those that tie there are read on."""
    addresses = [address for _, address in hits]
    titles, works = _column(searcher, "id", addresses), _column(searcher, "work", addresses)
    if more:
        columns = [_column(searcher, name, addresses) for name in more]
        for tied in runs([value for value, _ in hits]):
            keys = zip(*(column[tied] for column in (*columns, titles, works)), strict=True)
            *_, titles[tied], works[tied] = zip(*sorted(keys), strict=True)
    return NumberedHits(titles, works, [0.0] * len(titles))


def _counting(searcher: Searcher, request: Request) -> Counting:
    matching = _must_match(searcher, request)

    def count_of(column: str, value: str) -> int:
        has_value = Query.const_score_query(_term(column, value), 0.0)
        return _how_many(searcher, Query.boolean_query([(_MUST, matching), (_MUST, has_value)]))

    return Counting(partial(searcher.aggregate, matching), count_of, searcher.num_segments > 1)


def _completions(searcher: Searcher, key: str, limit: int) -> Sequence[str]:
    if not key or limit < 1:
        return []
    found = searcher.terms_with_prefix("completion", key, limit=3 * limit)
    shown = (term.partition(COMPLETED_BY)[2] for term, _ in found)
    return list(dict.fromkeys(shown))[:limit]


def _sharing(searcher: Searcher, this: Query) -> Query:
    """Whatever shares one of the rarer headings of this title."""
    shares = {name: terms_of_column(f"f_{name}", _MOST_SHARED) for name in _SHARED}
    found = searcher.aggregate(this, shares)
    headings = [(f"f_{name}", str(b["key"])) for name in _SHARED for b in found[name]["buckets"]]
    headings.sort(key=lambda heading: searcher.doc_freq(*heading))
    return _any_of([_term(*heading) for heading in headings[:_MOST_SHARED]])


def _all_but(wanted: Query, unwanted: Query) -> Query:
    return Query.boolean_query([(_MUST, wanted), (_MUST_NOT, unwanted)])
