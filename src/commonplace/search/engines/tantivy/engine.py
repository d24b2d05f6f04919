"""The engine: one index directory, asked and written."""

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

import tantivy
from tantivy import Query, Searcher

from commonplace.bibliography.names_that_last import number_of
from commonplace.search.analysis import words_of
from commonplace.search.engines.contract import Ability, Document, Found, Health, Hit, Request
from commonplace.search.engines.counting import FEW_TITLES, Counting, counts_of, terms_of_column
from commonplace.search.engines.errors import IndexIsReadOnly, IndexUnusable
from commonplace.search.engines.layout import COMPLETED_BY, Prepared, prepare
from commonplace.search.engines.tantivy.best import best, column, settled
from commonplace.search.engines.tantivy.index import opened
from commonplace.search.engines.tantivy.queries import (
    MUST,
    Commit,
    all_but,
    any_of,
    how_many,
    must_match,
    term,
)

_SHARED = ("subject", "author", "series", "genre")
_MOST_SHARED = 12
_MOST_REMEMBERED = 2_000


class TantivyEngine:
    """One index directory. ``writable`` is for the one process that holds the lock on writing."""

    cannot: frozenset[Ability] = frozenset()

    def __init__(self, directory: Path, *, writable: bool = False):
        self._directory = directory
        self._writable = writable
        self._index = opened(directory, may_make=writable)
        self.seen = self._commit_seen()
        self._commit = Commit(self._index.searcher())
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
            self._commit = Commit(self._index.searcher())
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
        commit = self._commit
        hits, total = best(commit, request, must_match(commit, request))
        counts = counts_of(request, partial(_counting, commit), few=total <= FEW_TITLES)
        return Found(hits, total, counts)

    def count(self, requests: Sequence[Request]) -> Sequence[int]:
        """How many titles each of these questions finds, exactly and cheaply."""
        commit = self._commit
        return [how_many(commit.searcher, must_match(commit, each)) for each in requests]

    def suggest(self, prefix: str, *, limit: int = 10) -> Sequence[str]:
        """Completions of what was typed, from titles, names, subjects and series; best first."""
        key = " ".join(words_of(prefix)), limit
        if key not in self._completed:
            if len(self._completed) >= _MOST_REMEMBERED:
                self._completed.clear()
            self._completed[key] = _completions(self._commit.searcher, *key)
        return self._completed[key]

    def similar(self, title_id: str, *, limit: int = 10) -> Sequence[Hit]:
        """Titles of other works that share its subjects, names and series, best first."""
        searcher = self._commit.searcher
        this = term("id", number_of(title_id))
        found = searcher.search(this, limit=1).hits
        if not found or limit < 1:
            return []
        (work,) = column(searcher, "work", [found[0][1]])
        others = all_but(_sharing(searcher, this), term("work", work))
        return settled(searcher, searcher.search(others, limit, weight_by_field="weight").hits)

    def health(self) -> Health:
        """How the engine is."""
        return Health(is_well=True, titles=self._commit.searcher.num_docs)


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

    def commit(self) -> None:
        """Make what came since the last time a part of its own; parts of one size are merged."""
        self._writer.commit()

    def remove(self, title_id: str) -> None:
        """Forget one title."""
        self._writer.delete_documents_by_term("id", number_of(title_id))

    def clear(self) -> None:
        """Forget every title."""
        self._writer.delete_all_documents()


def _counting(commit: Commit, request: Request) -> Counting:
    searcher, matching = commit.searcher, must_match(commit, request)

    def count_of(field: str, value: str) -> int:
        has_value = Query.const_score_query(term(field, value), 0.0)
        return how_many(searcher, Query.boolean_query([(MUST, matching), (MUST, has_value)]))

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
    return any_of([term(*heading) for heading in headings[:_MOST_SHARED]])
