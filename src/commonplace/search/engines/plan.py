"""A query said in what an index can do: words, phrases and values in the index's own fields.

The query tree says what a reader means; this plan says where an inverted index looks for it. An
index engine translates these few clauses into its own objects and need not know the query language.
``matching`` decides what is found and scores nothing; ``ranking`` only puts it in order.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from commonplace.search.analysis import MARK, Term, phrase_of, terms_of, words_of
from commonplace.search.analysis.tokens import AND
from commonplace.search.engines.contract import Filter
from commonplace.search.engines.layout import (
    LEAST_NUMBER,
    MOST_NUMBER,
    TITLE_BEGINS,
    exact,
)
from commonplace.search.engines.ranking import (
    MOST_TERMS_RANKED,
    RARITY,
    TITLE_AS_TYPED,
    TITLE_PHRASE,
    TITLE_START,
    TITLE_TURNED,
    TITLE_WITHIN,
    VALUE_NAMED,
    places_of,
)
from commonplace.search.fields import DESCRIBED, facet_of, number_named, texts_of
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
from commonplace.search.query.whole_titles import (
    is_title_field,
    titles_turned,
    titles_within,
    whole_in_parts,
    whole_titles,
)


@dataclass(frozen=True, slots=True)
class Word:
    """This word stands in this field of the index."""

    field: str
    word: str


@dataclass(frozen=True, slots=True)
class InOrder:
    """These words, two or more, stand in this field next to each other."""

    field: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Begins:
    """A word in this field begins so."""

    field: str
    beginning: str


@dataclass(frozen=True, slots=True)
class OneOf:
    """This field has one of these values, whole."""

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Between:
    """The number in this field lies between these, both included."""

    field: str
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds, and none of ``without``; with no parts, nothing is found."""

    parts: tuple["Clause", ...]
    without: tuple["Clause", ...] = ()


@dataclass(frozen=True, slots=True)
class Any:
    """One of the parts holds at least."""

    parts: tuple["Clause", ...]


@dataclass(frozen=True, slots=True)
class Worth:
    """Where the clause holds it is worth exactly this much."""

    clause: "Clause"
    weight: float


@dataclass(frozen=True, slots=True)
class Weighed:
    """The clause, its score of its own times this factor."""

    clause: "Clause"
    factor: float


@dataclass(frozen=True, slots=True)
class EveryTitle:
    """All there is."""


Clause = Word | InOrder | Begins | OneOf | Between | All | Any | Worth | Weighed | EveryTitle

NO_TITLE = Any(())


def narrowed(query: Query, filters: Iterable[Filter]) -> Clause:
    """What must match: the query and every filter."""
    parts = [matching(query)]
    without = []
    for each in filters:
        if each.values:
            parts.append(_values(each.name, each.values))
        if each.without:
            without.append(_values(each.name, each.without))
        if each.least is not None or each.most is not None:
            parts.append(_between(each.name, each.least, each.most))
    return All(tuple(parts), tuple(without))


def tiers(filters: Iterable[Filter]) -> tuple[Clause, ...]:
    """What each of these filters keeps, by itself."""
    return tuple(narrowed(Everything(), (each,)) for each in filters)


def matching(query: Query) -> Clause:
    """What finds a title by this query."""
    match query:
        case Everything():
            return EveryTitle()
        case Both(parts):
            negative = [part.part for part in parts if isinstance(part, Not)]
            positive = [part for part in parts if not isinstance(part, Not)]
            wanted: tuple[Clause, ...] = tuple(map(matching, positive))
            if forms := whole_in_parts(query):
                wanted = (Any((All(wanted), OneOf("known", tuple(sorted(forms))))),)
            return All(wanted, tuple(map(matching, negative)))
        case Either(parts):
            return Any(tuple(map(matching, parts)))
        case Not() | Nothing():
            return NO_TITLE
        case _:
            return _leaf(query)


def _leaf(query: Words | Phrase | Prefix | TitleIs | Range | Is) -> Clause:
    match query:
        case Words():
            return _words(query)
        case Phrase(text, field):
            return _phrase(text, field)
        case Prefix(text, field):
            return _prefix(text, field)
        case TitleIs():
            return known(query)
        case Range(field, least, most):
            return _between(field, least, most)
        case Is(field, value):
            return _values(field, (value,))


def known(query: Query) -> OneOf:
    """The titles that this query names whole."""
    return OneOf("known", tuple(sorted(whole_titles(query))))


def _words(words: Words) -> Clause:
    terms = terms_of(words.text, words.languages)
    found = All(tuple(_in_any_form(term, _fields(words.field)) for term in terms))
    return _or_named(found, words.text, words.field)


def _or_named(found: Clause, text: str, field: str) -> Clause:
    return Any((found, known(Words(text, field)))) if is_title_field(field) else found


def _in_any_form(term: Term, fields: Sequence[str]) -> Clause:
    """The term as it was typed, what is the same, and the plainer forms it leads to."""
    alone = [words[0] for words in (*term.spellings, *term.same) if len(words) == 1]
    ways: list[Clause] = [
        All(tuple(_any_of_forms([word], (), fields) for word in words))
        for words in (*term.spellings, *term.same)
        if len(words) > 1
    ]
    if alone:
        ways.append(_any_of_forms(alone, term.leads_to, fields))
    return ways[0] if len(ways) == 1 else Any(tuple(ways))


def _any_of_forms(words: Sequence[str], plainer: Sequence[str], fields: Sequence[str]) -> Clause:
    return Any(tuple(OneOf(field, _forms_in(field, words, plainer)) for field in fields))


def _forms_in(field: str, words: Sequence[str], plainer: Sequence[str]) -> tuple[str, ...]:
    """How words are looked for in a field: other words that lead to them stand behind the mark,
    but not in ``anywhere``; names lead nowhere."""
    if field == ANYWHERE:
        return tuple(dict.fromkeys((*words, *plainer)))
    forms = [*words, *(MARK + each for each in (*words, *plainer))]
    is_described = field.removeprefix("t_") in DESCRIBED
    return tuple(dict.fromkeys((*forms, *plainer) if is_described else forms))


def _as_typed(term: Term, fields: Sequence[str]) -> Clause:
    """The term in the spellings of what was typed, and in no other form."""
    return Any(tuple(All(tuple(_word(w, fields) for w in words)) for words in term.spellings))


def _word(word: str, fields: Sequence[str]) -> Clause:
    return Any(tuple(Word(field, word) for field in fields))


def _fields(field: str) -> tuple[str, ...]:
    """The index's fields behind a field of the query language, for single words."""
    return (ANYWHERE,) if field == ANYWHERE else tuple(f"t_{text}" for text in texts_of(field))


def _phrase(text: str, field: str) -> Clause:
    """Words next to each other; one word alone is found as it is written, in no other form."""
    first, *more = phrase_of(text) or [""]
    if not more:
        fields = [f"t_{name}" for name in texts_of(field)]
        found = All(tuple(_as_typed(term, fields) for term in terms_of(text)))
        return _or_named(found, text, field)
    return Any(tuple(InOrder(f"t_{name}", (first, *more)) for name in texts_of(field)))


def _prefix(text: str, field: str) -> Clause:
    *whole, begun = words_of(text) or [""]
    if not begun:
        return NO_TITLE
    begins = Any(tuple(Begins(name, begun) for name in _fields(field)))
    return All((*(_word(word, _fields(field)) for word in whole), begins))


def _values(name: str, values: Iterable[str]) -> Clause:
    facet = facet_of(name)
    return OneOf(f"f_{facet}", tuple(map(exact, values))) if facet else NO_TITLE


def _between(name: str, least: int | None, most: int | None) -> Clause:
    number = number_named(name)
    low = LEAST_NUMBER if least is None else max(least, LEAST_NUMBER)
    high = MOST_NUMBER if most is None else min(most, MOST_NUMBER)
    return Between(f"n_{number}", low, high) if number and low <= high else NO_TITLE


def ranking(query: Query) -> tuple[Clause, ...]:
    """What adds to the score of a title that matches; empty where nothing tells titles apart."""
    match query:
        case Words(text, field, languages):
            return tuple(_places(text, field, languages))
        case Phrase(text, field) | Prefix(text, field):
            return tuple(_places(text, field, ()))
        case Both(parts) | Either(parts):
            return tuple(clause for part in parts for clause in ranking(part))
        case TitleIs():
            return (known(query),)
        case _:
            return ()


def _places(text: str, field: str, languages: Sequence[str]) -> Iterator[Clause]:
    terms = terms_of(text, languages)[:MOST_TERMS_RANKED]
    looked_at = set(texts_of(field)) if terms else set()
    for texts, weight in places_of(terms):
        here = [f"t_{name}" for name in texts if name in looked_at]
        if here:
            yield Worth(All(tuple(_in_any_form(term, here) for term in terms)), weight)
    if "title" in looked_at:
        yield Worth(All(tuple(_as_typed(term, ["t_title"]) for term in terms)), TITLE_AS_TYPED)
        yield Worth(OneOf("known", tuple(sorted(titles_within(text)))), TITLE_WITHIN)
        yield Worth(OneOf("known", tuple(sorted(titles_turned(text)))), TITLE_TURNED)
    told_apart_in = ["t_title"] if "title" in looked_at else _fields(field)
    yield from (Weighed(_as_typed(term, told_apart_in), RARITY) for term in terms)
    if "title" in looked_at:
        yield from _closeness(tuple(phrase_of(text)[:MOST_TERMS_RANKED]))
        yield from _closeness_of_and(tuple(words_of(text)[:MOST_TERMS_RANKED]))
    named = facets_named(text) if field == ANYWHERE else {}
    yield from (Worth(OneOf(f"f_{facet}", named[facet]), VALUE_NAMED) for facet in named)


def _closeness(words: tuple[str, ...]) -> Iterator[Clause]:
    if len(words) > 1:
        yield Worth(InOrder("t_title", (TITLE_BEGINS, *words)), TITLE_START)
        yield Worth(InOrder("t_title", words), TITLE_PHRASE)
    elif words:
        yield Worth(Word("t_title", TITLE_BEGINS + words[0]), TITLE_START)


def _closeness_of_and(words: tuple[str, ...]) -> Iterator[Clause]:
    """*And* changes nothing of what is found; a title that has it where it was typed is nearer."""
    if AND in words and len(words) > 1:
        yield Worth(InOrder("t_title", words), TITLE_PHRASE)
