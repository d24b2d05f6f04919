"""CQL understood: the same tree that readers' queries become, and the order that was asked for.

What cannot be answered as it is asked is refused with SRU's diagnostic; nothing is answered by
something else. A term in quotation marks that has several words is looked for as a phrase.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from commonplace.search.analysis import words_of
from commonplace.search.analysis.standard_numbers import with_isbns_together
from commonplace.search.fields import Field, Kind
from commonplace.search.query.cql.diagnostics import CqlRefused
from commonplace.search.query.cql.indexes import ALL_RECORDS, field_of_index
from commonplace.search.query.cql.nodes import Clause, Modifier, Node, SortKey, Triple
from commonplace.search.query.cql.proximity import phrase_of_proximity
from commonplace.search.query.cql.reading import parse
from commonplace.search.query.cql.terms import Wanted, wanted
from commonplace.search.query.mistakes import Mistake
from commonplace.search.query.tree import (
    EVERYTHING,
    Both,
    Either,
    Not,
    Phrase,
    Prefix,
    Query,
    Range,
    TitleIs,
    Words,
)
from commonplace.search.query.values import (
    COUNTED_BACK,
    as_shown,
    is_one_number,
    range_of,
    value_of,
)
from commonplace.search.query.words import in_words

_OBEYED = frozenset({"stem", "word", "string", "relevant", "ignorecase", "ignoreaccents", "masked",
                     "unmasked", "cql.stem", "cql.word", "cql.masked", "cql.unmasked"})  # fmt: skip
_NEXT = {"<": -1, ">": 1}
_TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
MOST_WORDS = 256
"""Words of all terms together, where a letter of Han, kana or hangul is one."""


@dataclass(frozen=True, slots=True)
class UnderstoodCql:
    """A CQL query as it was understood: the tree, the name of its order, and the tree in words."""

    tree: Query
    sort: str
    explained: str


def understand(text: str, *, today: date | None = None) -> UnderstoodCql:
    """Understand a CQL query. Raises ``CqlRefused``."""
    cql = parse(text)
    tree = _Understanding(today or datetime.now(UTC).date()).of(cql.query)
    return UnderstoodCql(tree, _sort(cql.sort_keys), in_words(tree))


class _Understanding:
    """Understands queries on one day, which *new* counts back from."""

    def __init__(self, today: date):
        self._today = today
        self._words = 0

    def of(self, node: Node) -> Query:
        """The tree of a node."""
        if isinstance(node, Clause):
            return self._clause(node)
        return self._triple(node)

    def _triple(self, triple: Triple) -> Query:
        if triple.boolean.name == "prox":
            return phrase_of_proximity(triple)
        if triple.boolean.modifiers:
            raise CqlRefused(46, triple.boolean.modifiers[0].name)
        left, right = self.of(triple.left), self.of(triple.right)
        if triple.boolean.name == "or":
            return Either((*_parts(left, Either), *_parts(right, Either)))
        if triple.boolean.name == "and":
            return Both((*_parts(left, Both), *_parts(right, Both)))
        return Both((left, Not(right)))

    def _clause(self, clause: Clause) -> Query:
        if clause.index.casefold() == ALL_RECORDS:
            return EVERYTHING
        field = field_of_index(clause.index)
        is_masked = _is_masked(clause.relation.modifiers)
        terms = [wanted(term.text, is_masked=is_masked) for term in clause.terms]
        if not any(term.text.strip() for term in terms):
            raise CqlRefused(27)
        text = " ".join(term.text for term in terms)
        self._words += len(words_of(text))
        if self._words > MOST_WORDS:
            raise CqlRefused(38, MOST_WORDS)
        if clause.relation.name == "<>":
            return Both((EVERYTHING, Not(self._compared("=", field, text, terms))))
        return self._compared(clause.relation.name, field, text, terms)

    def _compared(self, relation: str, field: Field, text: str, terms: Sequence[Wanted]) -> Query:
        if relation == "any":
            words = [word for term in terms for word in _cut(term)]
            compared = [self._compared("=", field, word.text, [word]) for word in words]
            return compared[0] if len(compared) == 1 else Either(tuple(compared))
        compare = _OF_KIND[field.kind]
        return compare(relation, field, text, terms, self._today)


def _cut(term: Wanted) -> list[Wanted]:
    """Each word of a term; a beginning is that of its last word."""
    words = term.text.split() or [term.text]
    last = Wanted(words[-1], term.is_beginning, term.is_whole and len(words) == 1)
    return [*map(Wanted, words[:-1]), last]


def _words(relation: str, field: Field, text: str, terms: Sequence[Wanted], _today: date) -> Query:
    if relation not in {"=", "scr", "all", "adj", "==", "exact"}:
        raise CqlRefused(22 if relation in _COMPARISONS else 19, f"{field.name} {relation}")
    if relation in {"==", "exact"} or any(term.is_whole for term in terms):
        if field.name != "title":
            raise CqlRefused(22, f"{field.name} {relation}")
        return TitleIs(text)
    if terms[-1].is_beginning:
        return Prefix(text, field.name)
    if field.name == "identifier":
        text = with_isbns_together(text)
    is_phrase = relation == "adj" or (relation in {"=", "scr"} and len(terms) == 1)
    if is_phrase and len(words_of(text)) > 1 and " " in text.strip():
        return Phrase(" ".join(text.split()), field.name)
    return Words(text, field.name)


def _value(relation: str, field: Field, text: str, terms: Sequence[Wanted], _today: date) -> Query:
    if relation not in {"=", "scr", "==", "exact", "all", "adj"}:
        raise CqlRefused(22 if relation in _COMPARISONS else 19, f"{field.name} {relation}")
    if terms[-1].is_beginning:
        raise CqlRefused(28, text)
    mistakes: list[Mistake] = []
    found = value_of(field, text, mistakes)
    if mistakes:
        raise CqlRefused(36, text)
    return found


def _number(relation: str, field: Field, text: str, terms: Sequence[Wanted], today: date) -> Query:
    if terms[-1].is_beginning:
        raise CqlRefused(28, text)
    if relation == "within":
        least, _, most = text.strip().partition(" ")
        text = f"[{least} TO {most.strip()}]"
    found = range_of(field, text, today)
    if found is None:
        raise CqlRefused(36, text)
    if relation in {"=", "scr"}:
        return as_shown(found)
    if relation in {"==", "exact", "within", "all", "adj"}:
        return found
    if relation not in _COMPARISONS:
        raise CqlRefused(19, f"{field.name} {relation}")
    return _beyond(relation, found, text)


def _beyond(relation: str, found: Range, text: str) -> Range:
    """What is less or more than one number; of days since, less is later."""
    number = found.least
    if number is None or not is_one_number(text):
        raise CqlRefused(36, text)
    relation = _TURNED[relation] if found.field in COUNTED_BACK else relation
    if relation.startswith("<"):
        return Range(found.field, None, number + _NEXT.get(relation, 0))
    return Range(found.field, number + _NEXT.get(relation, 0), None)


_COMPARISONS = frozenset({"<", "<=", ">", ">=", "within"})
_Compare = Callable[[str, Field, str, Sequence[Wanted], date], Query]
_OF_KIND: Mapping[Kind, _Compare] = {Kind.TEXT: _words, Kind.EXACT: _value, Kind.NUMBER: _number}


def _parts(query: Query, join: type[Both] | type[Either]) -> tuple[Query, ...]:
    """What is joined alike is joined at once."""
    return query.parts if isinstance(query, join) else (query,)


def _is_masked(modifiers: Sequence[Modifier]) -> bool:
    for modifier in modifiers:
        if modifier.name not in _OBEYED:
            raise CqlRefused(20, modifier.name)
    return not any(modifier.name.endswith("unmasked") for modifier in modifiers)


# The order of results

_SORTS: Mapping[str, tuple[str, str]] = {
    "title": ("title", ""),
    "author": ("author", ""),
    "pubyear": ("oldest", "newest"),
    "new": ("", "added"),
    "starrating": ("", "rating"),
}
_DOWN = frozenset({"descending", "sort.descending"})
_DIRECTIONS = frozenset({"ascending", "sort.ascending"}) | _DOWN


def _sort(keys: Sequence[SortKey]) -> str:
    """The order of the first key; those behind it would only part titles that tie."""
    if not keys:
        return ""
    key = keys[0]
    field = field_of_index(key.index)
    if field.name not in _SORTS:
        raise CqlRefused(80, key.index)
    names = {modifier.name for modifier in key.modifiers}
    if not names <= _DIRECTIONS:
        raise CqlRefused(90, min(names - _DIRECTIONS))
    up, down = _SORTS[field.name]
    chosen = down if names & _DOWN else up or (down if not names else "")
    if not chosen:
        raise CqlRefused(90, key.index)
    return chosen
