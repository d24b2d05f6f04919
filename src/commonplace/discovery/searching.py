"""Answering a search: query → engine → titles grouped by work → rows, a page of them.

When the index cannot be opened the catalogue answers by the beginnings of titles and names, and
says so; a page never fails because of the index.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from django.conf import settings

from commonplace.bibliography import Item
from commonplace.catalogue.queries import (
    TitleRow,
    titles_filed_under,
    titles_of_works,
)
from commonplace.discovery.answers import (
    LAST_PAGE,
    MANY_GROUPED,
    MOST_GROUPED,
    Answer,
    Asked,
    Card,
    Edition,
)
from commonplace.discovery.asking import understood as understood_from
from commonplace.discovery.documents import filed, known_titles, texts_of_title
from commonplace.discovery.indexes import served_version
from commonplace.discovery.narrowing.by_copy import found_by_copy
from commonplace.discovery.narrowing.nearest import tiers
from commonplace.discovery.remembering import remembered
from commonplace.discovery.serving import asked_of_engine, counted, say_once
from commonplace.discovery.suggesting.meaning import meant
from commonplace.discovery.voices.in_reasons import TextsWithVoices
from commonplace.holdings.queries import items_of
from commonplace.search.analysis import words_of
from commonplace.search.engines.contract import (
    Count,
    Filter,
    Found,
    Request,
    SearchEngine,
    Sort,
)
from commonplace.search.engines.hits import works_in, works_shown
from commonplace.search.engines.patience import is_overdue
from commonplace.search.query.parsing import Understood
from commonplace.search.query.reasons import Reason, reasons
from commonplace.search.query.tree import Both, Is, Prefix, Range

COUNTED = (
    "available", "branch", "format", "language", "audience", "kind", "genre", "subject", "author",
    "series", "class", "year",
)  # fmt: skip
SPELT_IN = {
    "subject": "subject", "genre": "genre", "author": "contributor", "series": "series",
}  # fmt: skip
"""The text field that has the words of a filter's values."""
Matched = Mapping[str, Sequence[str]]
Rows = Mapping[str, Sequence[TitleRow]]
MOST_EDITIONS = 12
MOST_VALUES = 20
"""Values counted of each filter; a filter's own page has all there are."""
MOST_COUNTED = 50_000
_counted: dict[tuple[str, int, int], dict[str, int]] = {}
_known: dict[tuple[str, int, int], dict[str, bool]] = {}


def find(asked: Asked) -> Answer:
    """The answer to one search."""
    understood = understood_from(asked)
    request = Request(
        query=understood.tree,
        filters=asked.filters,
        sort=asked.sort,
        counts=COUNTED,
        counts_limit=MOST_VALUES,
        limit=MOST_GROUPED,
        of_many=MANY_GROUPED,
        tiers=tiers(settings.LIBRARY, asked.branch) if asked.sort is Sort.NEAREST else (),
    )
    page = min(max(asked.page, 1), LAST_PAGE)
    found = asked_of_engine(partial(_found_up_to, page * asked.page_size, request), None)
    if found is None:
        return _without_index(asked, understood)
    shown, works = works_shown(found.hits, (page - 1) * asked.page_size, asked.page_size)
    rows = titles_of_works(list(shown))
    is_about = found.total > MOST_GROUPED
    if is_about:
        works = works * found.total // len(found.hits)
    return Answer(
        asked=asked,
        cards=_cards(shown, rows, understood),
        total_titles=found.total,
        total_works=works,
        works_are_about=is_about,
        pages=min(-(-works // asked.page_size) or 1, LAST_PAGE),
        counts=found.counts,
        explained=understood.explained,
        problems=understood.problems,
        did_you_mean=() if asked.is_cql else meant(asked, understood, found.total),
        withdrawn=_withdrawn(shown, rows),
    )


def _found_up_to(works: int, request: Request, engine: SearchEngine) -> Found:
    """What is found, with so many of the best titles that they are of as many works as this."""
    found = _found(request, engine)
    if len(found.hits) < min(found.total, request.limit) and works_in(found.hits) < works:
        deeper = _found(replace(request, of_many=request.limit, counts=()), engine)
        found = replace(found, hits=deeper.hits)
    return found


def _found(request: Request, engine: SearchEngine) -> Found:
    if request.counts == COUNTED and _knows("rating", engine):
        request = replace(request, counts=(*COUNTED, "rating"))
    return remembered(_version_of(engine), request, partial(found_by_copy, engine))


def _version_of(engine: SearchEngine) -> tuple[str, int, int]:
    """What answers of this engine are remembered under: another one may be served by now."""
    return (*served_version(), id(engine))


def suggestions(prefix: str, *, limit: int = 10) -> Sequence[str]:
    """Completions of what was typed; none without an index."""
    nothing: Sequence[str] = ()
    return asked_of_engine(lambda engine: engine.suggest(prefix, limit=limit), nothing)


def counts_of(asked: Sequence[Asked]) -> Sequence[int]:
    """How many titles each of these searches finds; zeros without an index."""
    requests = [Request(query=understood_from(e).tree, filters=e.filters) for e in asked]
    return counted(requests)


def counts_of_headings(heading_ids: Sequence[str]) -> Sequence[int]:
    """How many titles stand under each of these headings; zeros without an index."""
    return asked_of_engine(partial(_under_headings, heading_ids), [0] * len(heading_ids))


def _under_headings(heading_ids: Sequence[str], engine: SearchEngine) -> list[int]:
    known = _counts_known(engine)
    new = [each for each in dict.fromkeys(heading_ids) if each not in known]
    counts = engine.count([Request(query=Is("heading", each)) for each in new])
    known.update(zip(new, counts, strict=True))
    return [known[each] for each in heading_ids]


def _counts_known(engine: SearchEngine) -> dict[str, int]:
    """The headings counted in this process since the index last changed."""
    version = _version_of(engine)
    known = _counted.get(version)
    if known is None or len(known) > MOST_COUNTED:
        _counted.clear()
        known = _counted[version] = {}
    return known


def values_of(asked: Asked, name: str, typed: str = "", *, most: int) -> Sequence[Count]:
    """The values of one filter in a search, the commonest first, with exact counts.

    Of headings, with something ``typed``, only those that have words beginning so: they are then
    looked for among all there are, not among the commonest.
    """
    tree, words = understood_from(asked).tree, words_of(typed)
    if words and name in SPELT_IN:
        tree = Both((tree, *(Prefix(word, SPELT_IN[name]) for word in words)))
    request = Request(query=tree, filters=asked.filters, counts=(name,), counts_limit=most, limit=0)
    nothing: Sequence[Count] = ()
    counts = asked_of_engine(lambda engine: _found(request, engine).counts[name], nothing)
    return [each for each in counts if not words or name not in SPELT_IN or _has(each, words)]


def _has(count: Count, words: Sequence[str]) -> bool:
    own = words_of(count.value)
    return all(any(each.startswith(word) for each in own) for word in words)


def knows_ages() -> bool:
    """Whether any title says for which ages it is: else there is nothing to choose."""
    return asked_of_engine(partial(_knows, "youngest"), otherwise=False)


def _knows(number: str, engine: SearchEngine) -> bool:
    """Whether any title has this number; asked once an index."""
    version = _version_of(engine)
    if version not in _known:
        _known.clear()
        _known[version] = {}
    known = _known[version]
    if number not in known:
        known[number] = any(engine.count([Request(query=Range(number, 0, None))]))
    return known[number]


def heading_filter(heading_id: str) -> Filter:
    """The filter that keeps what stands under this heading."""
    return Filter("heading", values=(heading_id,))


def _cards(works: Matched, rows: Rows, understood: Understood) -> list[Card]:
    editions = {work: _editions(rows[work], matched) for work, matched in works.items()}
    items = items_of([row.title_id for each in editions.values() for row, _ in each])
    further = {work: len(rows[work]) - len(each) for work, each in editions.items()}
    return [
        Card(
            work_id,
            [Edition(row, items[row.title_id], is_match) for row, is_match in each],
            _why(understood, each[0][0], items[each[0][0].title_id]),
            further[work_id],
        )
        for work_id, each in editions.items()
        if each
    ]


def _withdrawn(works: Matched, rows: Rows) -> int:
    """How many titles the index has on this page that are not in the catalogue any more.

    The follower takes them out of the index as soon as it reads of it.
    """
    there = {row.title_id for each in rows.values() for row in each}
    gone = sum(title_id not in there for titles in works.values() for title_id in titles)
    if gone:
        say_once("index_behind", f"{served_version()[0]}: titles found are gone", titles=gone)
    return gone


def _editions(rows: Sequence[TitleRow], matched: Sequence[str]) -> list[tuple[TitleRow, bool]]:
    """The titles of a work: those the search found in its order, then the others."""
    by_id = {row.title_id: row for row in rows}
    first = [by_id.pop(title_id) for title_id in matched if title_id in by_id]
    ordered = [*((row, True) for row in first), *((row, False) for row in by_id.values())]
    return ordered[:MOST_EDITIONS]


def _why(understood: Understood, row: TitleRow, items: Sequence[Item]) -> Sequence[Reason]:
    said = row.description
    texts, known = texts_of_title(said, items), known_titles(said)
    heard = TextsWithVoices(texts, row.work_id)
    return reasons(understood.tree, heard, known, said.languages)


def _without_index(asked: Asked, understood: Understood) -> Answer:
    """Titles and names that begin as was asked: what the rows alone can say, on one page."""
    key = filed(asked.text)
    rows = titles_filed_under(key, asked.page_size) if key and asked.page == 1 else []
    items = items_of([row.title_id for row in rows])
    cards = [Card(r.work_id, [Edition(r, items[r.title_id], is_match=True)]) for r in rows]
    return Answer(
        asked=asked,
        cards=cards,
        total_titles=len(rows),
        total_works=len(rows),
        explained=understood.explained,
        problems=understood.problems,
        is_trouble=True,
        is_slow=is_overdue(),
    )
