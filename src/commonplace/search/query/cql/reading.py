"""CQL from text to nodes, from left to right, in time that grows with the text alone.

    query    = prefix* clause (boolean clause)*          booleans bind alike, the first first
    clause   = "(" query ")" | index relation term+ | term+
    prefix   = ">" [name "="] identifier
    boolean  = (and | or | not | prox) modifier*
    relation = (= == <> < <= > >= any all adj exact within encloses, or a dotted name) modifier*
    modifier = "/" name [comparison value]
    the end  = [sortby (index modifier*)+]

Words of the language are terms where a term is due: *fred and any* looks for *any*.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from typing import NamedTuple

from commonplace.search.query.cql.diagnostics import CqlRefused
from commonplace.search.query.cql.nodes import (
    SERVER_CHOICE,
    Boolean,
    Clause,
    Cql,
    Modifier,
    Node,
    Prefix,
    Relation,
    SortKey,
    Term,
    Triple,
)

MOST_CHARACTERS = 8_000
MOST_TERMS = 64
MOST_DEPTH = 20


class Kind(StrEnum):
    """The kinds of signs."""

    WORD = "word"
    QUOTED = "quoted"
    COMPARISON = "comparison"
    OPEN = "("
    CLOSE = ")"
    SLASH = "/"
    END = "end"


class _Token(NamedTuple):
    kind: Kind
    text: str


_TOKEN = re.compile(
    r"""
      \s+
    | (?P<quoted>"(?:[^"\\]|\\.)*")
    | (?P<comparison>==|<>|<=|>=|[=<>])
    | (?P<sign>[()/])
    | (?P<word>(?:[^\s()=<>"/\\]|\\.)+)
    | (?P<wrong>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_BOOLEANS = frozenset({"and", "or", "not", "prox"})
_RELATIONS = frozenset({"any", "all", "adj", "exact", "within", "encloses", "scr"})
_SORT_BY = "sortby"
_TERMS = frozenset({Kind.WORD, Kind.QUOTED})


def parse(text: str) -> Cql:
    """The query in nodes. Raises ``CqlRefused`` for what is no CQL, and for what is too much."""
    if len(text) > MOST_CHARACTERS:
        raise CqlRefused(12, MOST_CHARACTERS)
    tokens = _tokens(text)
    if sum(token.kind in _TERMS for token in tokens) > 3 * MOST_TERMS:
        raise CqlRefused(38, MOST_TERMS)
    return _Reading(tokens).whole()


def _tokens(text: str) -> list[_Token]:
    tokens = []
    for found in _TOKEN.finditer(text):
        kind, spelled = found.lastgroup, found[0]
        if kind == "wrong":
            raise CqlRefused(10, f"{spelled} at character {found.start() + 1}")
        if kind == "quoted":
            tokens.append(_Token(Kind.QUOTED, spelled[1:-1]))
        elif kind:
            tokens.append(_Token(Kind(spelled if kind == "sign" else kind), spelled))
    return [*tokens, _Token(Kind.END, "the end")]


class _Reading:
    """One reading of a query."""

    def __init__(self, tokens: Sequence[_Token]):
        self._tokens = tokens
        self._at = 0
        self._depth = 0
        self._clauses = 0

    def whole(self) -> Cql:
        query = self._query()
        keys: list[SortKey] = []
        if self._is_word(_SORT_BY):
            self._take()
            while self._next.kind in _TERMS:
                keys.append(SortKey(self._take().text, self._modifiers()))
            if not keys:
                raise self._refused("an index")
        if self._next.kind is not Kind.END:
            raise self._refused("and, or, not, prox or sortby")
        return Cql(query, tuple(keys))

    @property
    def _next(self) -> _Token:
        return self._tokens[self._at]

    def _take(self) -> _Token:
        token = self._next
        self._at += 1
        return token

    def _is_word(self, *words: str) -> bool:
        return self._next.kind is Kind.WORD and self._next.text.casefold() in words

    def _refused(self, wanted: str) -> CqlRefused:
        return CqlRefused(10, f"expected {wanted}, got {self._next.text}")

    def _query(self) -> Node:
        prefixes = self._prefixes()
        node = self._clause()
        while self._is_word(*_BOOLEANS):
            boolean = Boolean(self._take().text.casefold(), self._modifiers())
            node = Triple(boolean, node, self._clause())
        return replace(node, prefixes=(*prefixes, *node.prefixes)) if prefixes else node

    def _prefixes(self) -> list[Prefix]:
        prefixes: list[Prefix] = []
        while self._next == (Kind.COMPARISON, ">"):
            self._take()
            name = self._term("a prefix").text
            if self._next == (Kind.COMPARISON, "="):
                self._take()
                prefixes.append(Prefix(name, self._term("a context set").text))
            else:
                prefixes.append(Prefix("", name))
        return prefixes

    def _clause(self) -> Node:
        if self._next.kind is Kind.OPEN:
            return self._group()
        self._clauses += 1
        if self._clauses > MOST_TERMS:
            raise CqlRefused(38, MOST_TERMS)
        first = self._term("an index or a term")
        if not self._is_relation():
            return Clause((first, *self._more_terms()))
        relation = Relation(self._relation(), self._modifiers())
        terms = (self._term("a term"), *self._more_terms())
        return Clause(terms, first.text or SERVER_CHOICE, relation)

    def _group(self) -> Node:
        self._depth += 1
        if self._depth > MOST_DEPTH:
            raise CqlRefused(13, MOST_DEPTH)
        self._take()
        inside = self._query()
        if self._next.kind is not Kind.CLOSE:
            raise self._refused("“)”")
        self._take()
        self._depth -= 1
        return inside

    def _is_relation(self) -> bool:
        """A sign, one of the named relations, or a name of a context set's: *rel.near*."""
        token = self._next
        if token.kind is Kind.WORD:
            return token.text.casefold() in _RELATIONS or "." in token.text.strip(".")
        return token.kind is Kind.COMPARISON

    def _relation(self) -> str:
        token = self._take()
        return token.text.casefold() if token.kind is Kind.WORD else token.text

    def _term(self, wanted: str) -> Term:
        if self._next.kind not in _TERMS:
            raise self._refused(wanted)
        token = self._take()
        return Term(token.text, token.kind is Kind.QUOTED)

    def _more_terms(self) -> list[Term]:
        more: list[Term] = []
        while self._next.kind in _TERMS and not self._is_word(*_BOOLEANS, _SORT_BY):
            more.append(self._term("a term"))
        return more

    def _modifiers(self) -> tuple[Modifier, ...]:
        modifiers: list[Modifier] = []
        while self._next.kind is Kind.SLASH:
            self._take()
            name = self._term("a modifier").text.casefold()
            modifiers.append(Modifier(name, *self._value()))
        return tuple(modifiers)

    def _value(self) -> tuple[str, ...]:
        """What a modifier is compared with, where it is."""
        if self._next.kind is not Kind.COMPARISON:
            return ()
        return self._take().text, self._term("a value").text
