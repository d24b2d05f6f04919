"""The contract carried out in the plainest way: every title is looked at for every question.

Read this to know what an engine must answer. It is also the double that tests of other parts use,
and quick enough for a few thousand titles.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from commonplace.bibliography.names_that_last import number_of
from commonplace.search.analysis import MARK, Term, phrase_of, terms_of, words_of
from commonplace.search.analysis.tokens import AND
from commonplace.search.engines.contract import (
    Ability,
    Count,
    Document,
    Filter,
    Found,
    Health,
    Hit,
    Request,
    Sort,
)
from commonplace.search.engines.counting import (
    commonest,
    each_named,
    in_number_order,
    without_choices,
)
from commonplace.search.engines.layout import (
    COMPLETED_BY,
    analysed,
    completions,
    exact,
    known_forms,
)
from commonplace.search.engines.ordering import ORDERINGS, columns_of
from commonplace.search.engines.ranking import (
    TITLE_AS_TYPED,
    TITLE_PHRASE,
    TITLE_START,
    TITLE_TURNED,
    TITLE_WITHIN,
    VALUE_NAMED,
    places_of,
    popularity_factor,
)
from commonplace.search.fields import DESCRIBED, facet_of, number_named, texts_of
from commonplace.search.query import whole_titles as whole
from commonplace.search.query.formats_typed import facets_named
from commonplace.search.query.tree import (
    ANYWHERE,
    Both,
    Either,
    Everything,
    Is,
    Not,
    Nothing,
    Phrase,
    Prefix,
    Query,
    Range,
    TitleIs,
    Words,
)

_SHARED = ("subject", "author", "series", "genre")
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Title:
    """A document with its texts as lines of words."""

    document: Document
    lines: Mapping[str, Sequence[Sequence[str]]]
    words: Mapping[str, frozenset[str]]
    anywhere: frozenset[str]
    known: frozenset[str]
    facets: Mapping[str, frozenset[str]]
    columns: Mapping[str, int]
    completions: frozenset[str]

    @property
    def number(self) -> int:
        return number_of(self.document.title_id)


class MemoryEngine:
    """All titles in a dictionary."""

    cannot = frozenset({Ability.PERSISTENCE})

    def __init__(self) -> None:
        self._titles: dict[str, _Title] = {}

    def add(self, documents: Iterable[Document]) -> None:
        """Take in or replace these titles; they are found when the call has returned."""
        self._titles |= {document.title_id: _kept(document) for document in documents}

    def remove(self, title_ids: Iterable[str]) -> None:
        """Forget these titles."""
        for title_id in title_ids:
            self._titles.pop(title_id, None)

    def clear(self) -> None:
        """Forget everything."""
        self._titles.clear()

    def search(self, request: Request) -> Found:
        """Answer one question."""
        found = self._found(request)
        hits = [
            Hit(title.document.title_id, title.document.work_id, _score(request.query, title))
            for title in _in_order(found, request)[: request.most_of(len(found))]
        ]
        return Found(
            hits, len(found), {name: self._counts(name, request) for name in request.counts}
        )

    def count(self, requests: Sequence[Request]) -> Sequence[int]:
        """How many titles each of these questions finds."""
        return [len(self._found(request)) for request in requests]

    def suggest(self, prefix: str, *, limit: int = 10) -> Sequence[str]:
        """Completions of what was typed, the commonest first."""
        key = " ".join(words_of(prefix))
        keys = Counter(each for title in self._titles.values() for each in title.completions)
        begun = [(-n, each) for each, n in keys.items() if key and each.startswith(key)]
        shown = dict.fromkeys(each.partition(COMPLETED_BY)[2] for _, each in sorted(begun))
        return list(shown)[: max(0, limit)]

    def similar(self, title_id: str, *, limit: int = 10) -> Sequence[Hit]:
        """Titles of other works that share a heading, those that share most first."""
        this = self._titles.get(title_id)
        if this is None:
            return []
        shared = [
            (sum(len(this.facets[n] & other.facets[n]) for n in _SHARED), other.document)
            for other in self._titles.values()
            if other.document.work_id != this.document.work_id
        ]
        hits = [Hit(each.title_id, each.work_id, float(much)) for much, each in shared if much]
        return sorted(hits, key=lambda hit: (-hit.score, number_of(hit.title_id)))[: max(0, limit)]

    def health(self) -> Health:
        """How the engine is."""
        return Health(is_well=True, titles=len(self._titles))

    def _found(self, request: Request) -> list[_Title]:
        titles = [title for title in self._titles.values() if _matches(request.query, title)]
        return [title for title in titles if all(_passes(f, title) for f in request.filters)]

    def _counts(self, name: str, request: Request) -> list[Count]:
        """Counted without the facet's own choices; what its filters name is there, however rare."""
        if number_named(name):
            return in_number_order(self._counted(name, without_choices(request, name)))
        common = self._counted(name, without_choices(request, name))
        counts = {each.value: each for each in common[: max(0, request.counts_limit)]}
        for value, asked in each_named(request, name) if facet_of(name) else ():
            found = {each.value: each for each in self._counted(name, asked)}
            counts[value] = found.get(value, Count(value, 0))
        return commonest(counts.values())

    def _counted(self, name: str, request: Request) -> list[Count]:
        counts = Counter(v for title in self._found(request) for v in _values(name, title))
        return commonest(Count(value, count) for value, count in counts.items())


def _kept(document: Document) -> _Title:
    lines = {
        text: [*(line.split() for line in found.main), " ".join(found.extra).split()]
        for text, found in analysed(document)
    }
    words = {text: frozenset(word for line in lines[text] for word in line) for text in lines}
    facets = {n: frozenset(filter(None, map(exact, v))) for n, v in document.facets.items()}
    return _Title(
        document,
        lines,
        words,
        frozenset(word.removeprefix(MARK) for each in words.values() for word in each),
        known_forms(document),
        {**dict.fromkeys(_SHARED, frozenset()), **facets},
        columns_of(document, number_of(document.title_id)),
        frozenset(completions(document)),
    )


def _matches(query: Query, title: _Title) -> bool:
    match query:
        case Everything():
            return True
        case Nothing() | Not():
            return False
        case Both(parts):
            wanted = [part for part in parts if not isinstance(part, Not)]
            unwanted = [part.part for part in parts if isinstance(part, Not)]
            has_unwanted = any(_matches(part, title) for part in unwanted)
            is_named = not title.known.isdisjoint(whole.whole_in_parts(query))
            has_wanted = bool(wanted) and all(_matches(part, title) for part in wanted)
            return (has_wanted or is_named) and not has_unwanted
        case Either(parts):
            return any(_matches(part, title) for part in parts)
        case _:
            return _holds(query, title)


def _holds(query: Words | Phrase | Prefix | TitleIs | Range | Is, title: _Title) -> bool:
    match query:
        case Words():
            return _has_words(query, title)
        case Phrase(text, field):
            return _has_phrase(text, field, title)
        case Prefix(text, field):
            return _has_beginning(text, field, title)
        case TitleIs():
            return not title.known.isdisjoint(whole.whole_titles(query))
        case Range(field, least, most):
            return _is_between(field, least, most, title)
        case Is(field, value):
            return exact(value) in _values_of_facet(field, title)


def _has_words(query: Words, title: _Title) -> bool:
    if whole.is_title_field(query.field) and _holds(TitleIs(query.text), title):
        return True
    terms = terms_of(query.text, query.languages)
    if query.field == ANYWHERE:
        return bool(terms) and all(_has_anywhere(term, title) for term in terms)
    texts = texts_of(query.field)
    return bool(terms) and all(_has_in_any_form(term, texts, title) for term in terms)


def _has_phrase(text: str, field: str, title: _Title) -> bool:
    words = phrase_of(text)
    if len(words) > 1:
        return any(_stands_in(words, line) for line in _lines(field, title))
    if whole.is_title_field(field) and _holds(TitleIs(text), title):
        return True
    terms, there = terms_of(text), _words_in(texts_of(field), title)
    return bool(terms) and all(_has_as_typed(term, there) for term in terms)


def _has_anywhere(term: Term, title: _Title) -> bool:
    """The term, what is the same, or a plainer form, in a name or anywhere else."""
    ways = (*term.spellings, *term.same, *((word,) for word in term.leads_to))
    return any(title.anywhere.issuperset(words) for words in ways)


def _has_in_any_form(term: Term, texts: Iterable[str], title: _Title) -> bool:
    """The term as it was typed, what is the same, or a plainer form in a text of plain words."""
    there = _words_in(texts, title)
    described = _words_in((text for text in texts if text in DESCRIBED), title)
    return (
        any(_has_marked(words, there) for words in (*term.spellings, *term.same))
        or not described.isdisjoint(term.leads_to)
        or not there.isdisjoint(MARK + word for word in term.leads_to)
    )


def _has_as_typed(term: Term, words: frozenset[str]) -> bool:
    return any(words.issuperset(spelling) for spelling in term.spellings)


def _has_marked(words: Iterable[str], there: frozenset[str]) -> bool:
    return all(word in there or MARK + word in there for word in words)


def _has_beginning(text: str, field: str, title: _Title) -> bool:
    *whole, begun = words_of(text) or [""]
    words = title.anywhere if field == ANYWHERE else _words_in(texts_of(field), title)
    begins = bool(begun) and any(word.startswith(begun) for word in words)
    return begins and words.issuperset(whole)


def _stands_in(words: Sequence[str], line: Sequence[str]) -> bool:
    starts = range(len(line) - len(words) + 1)
    return any(list(line[at : at + len(words)]) == list(words) for at in starts)


def _is_between(field: str, least: int | None, most: int | None, title: _Title) -> bool:
    number = title.document.numbers.get(number_named(field) or "")
    if number is None:
        return False
    return (least is None or least <= number) and (most is None or number <= most)


def _passes(narrowing: Filter, title: _Title) -> bool:
    values = _values_of_facet(narrowing.name, title)
    has_range = narrowing.least is not None or narrowing.most is not None
    return (
        (not narrowing.values or any(exact(value) in values for value in narrowing.values))
        and not any(exact(value) in values for value in narrowing.without)
        and (
            not has_range
            or _is_between(narrowing.name, narrowing.least, narrowing.most, title)
        )
    )  # fmt: skip


def _words_in(texts: Iterable[str], title: _Title) -> frozenset[str]:
    return frozenset().union(*(title.words.get(text, ()) for text in texts))


def _lines(field: str, title: _Title) -> Iterator[Sequence[str]]:
    for text in texts_of(field):
        yield from title.lines.get(text, ())


def _values_of_facet(name: str, title: _Title) -> frozenset[str]:
    return title.facets.get(facet_of(name) or "", frozenset())


def _values(name: str, title: _Title) -> Iterable[str]:
    number = title.document.numbers.get(number_named(name) or "")
    return _values_of_facet(name, title) if number is None else [str(number)]


def _in_order(titles: Sequence[_Title], request: Request) -> list[_Title]:
    """Titles named whole first, then by where the words stand; other sorts by their columns."""
    if request.sort is Sort.RELEVANCE and _typed(request.query):
        forms = whole.whole_titles(request.query)
        return sorted(
            titles,
            key=lambda title: (
                title.known.isdisjoint(forms),
                -_score(request.query, title),
                title.number,
            ),
        )
    popular = request.sort is Sort.RELEVANCE
    ordering = ORDERINGS[Sort.POPULAR if popular else request.sort]
    sign = -1 if ordering.descending else 1
    return sorted(
        titles,
        key=lambda title: (
            _tier(title, request),
            *(sign * title.columns[c] for c in ordering.columns),
            title.number,
        ),
    )


def _tier(title: _Title, request: Request) -> int:
    """Which of the tiers a title is in; it is in the first it passes, and else behind the last."""
    tiers = request.tiers if request.sort is Sort.NEAREST else ()
    passed = (at for at, each in enumerate(tiers) if _passes(each, title))
    return next(passed, len(tiers))


def _score(query: Query, title: _Title) -> float:
    """Each place that has all the words typed counts once; so does their closeness in a title."""
    score = 1.0
    for leaf in _typed(query):
        languages = leaf.languages if isinstance(leaf, Words) else ()
        terms, looked_at = terms_of(leaf.text, languages), texts_of(leaf.field)
        for texts, weight in places_of(terms):
            here = [text for text in texts if text in looked_at]
            has_all = bool(terms) and all(_has_in_any_form(term, here, title) for term in terms)
            score += weight * has_all
        if "title" in looked_at:
            score += _as_title(leaf.text, terms, title)
        if leaf.field == ANYWHERE:
            named = facets_named(leaf.text).items()
            has = (not title.facets.get(facet, _NONE).isdisjoint(each) for facet, each in named)
            score += VALUE_NAMED * sum(has)
    return score * popularity_factor(title.document.numbers)


def _as_title(text: str, terms: Sequence[Term], title: _Title) -> float:
    there = title.words.get("title", frozenset())
    is_as_typed = bool(terms) and all(_has_as_typed(term, there) for term in terms)
    within = TITLE_WITHIN * (not title.known.isdisjoint(whole.titles_within(text)))
    turned = TITLE_TURNED * (not title.known.isdisjoint(whole.titles_turned(text)))
    closeness = _closeness(phrase_of(text), title.lines.get("title", ()))
    words = words_of(text)
    is_nearer = AND in words and _is_phrase(words, title.lines.get("title", ()))
    closeness += TITLE_PHRASE * is_nearer
    return TITLE_AS_TYPED * is_as_typed + within + turned + closeness


def _closeness(words: Sequence[str], titles: Sequence[Sequence[str]]) -> float:
    is_start = any(words == list(line[: len(words)]) for line in titles)
    is_phrase = _is_phrase(words, titles)
    return bool(words) * (TITLE_START * is_start + TITLE_PHRASE * is_phrase)


def _is_phrase(words: Sequence[str], titles: Sequence[Sequence[str]]) -> bool:
    return len(words) > 1 and any(_stands_in(words, line) for line in titles)


def _typed(query: Query) -> list[Words | Phrase | Prefix]:
    match query:
        case Words() | Phrase() | Prefix():
            return [query]
        case Both(parts) | Either(parts):
            return [leaf for part in parts for leaf in _typed(part)]
        case _:
            return []
