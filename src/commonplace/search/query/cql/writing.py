"""Nodes back to CQL, with as few quotation marks and brackets as it can be read again with."""

import re
from collections.abc import Sequence

from commonplace.search.query.cql.nodes import (
    SERVER_CHOICE,
    Clause,
    Cql,
    Modifier,
    Node,
    Prefix,
    Term,
    Triple,
)

_PLAIN = re.compile(r"(?:[^\s()=<>\"/\\]|\\.)+\Z")
_WORDS_OF_THE_LANGUAGE = frozenset({"and", "or", "not", "prox", "sortby"})
_NAMED = re.compile(r"\w")


def as_cql(cql: Cql) -> str:
    """The query as text; what is read from it again is the same query."""
    keys = [f"{quoted(key.index)}{_modifiers(key.modifiers)}" for key in cql.sort_keys]
    written = _node(cql.query)
    return " ".join((written, "sortby", *keys)) if keys else written


def quoted(text: str) -> str:
    """A term as it stands in CQL: bare where it can be, in quotation marks otherwise."""
    is_plain = _PLAIN.match(text) and text.casefold() not in _WORDS_OF_THE_LANGUAGE
    return text if is_plain and text.strip("*") else f'"{text}"'


def _node(node: Node) -> str:
    prefixes = "".join(f"{_prefix(each)} " for each in node.prefixes)
    if isinstance(node, Clause):
        return prefixes + _clause(node)
    joined = f"{node.boolean.name}{_modifiers(node.boolean.modifiers)}"
    return f"{prefixes}{_operand(node.left)} {joined} {_operand(node.right)}"


def _operand(node: Node) -> str:
    needs_brackets = isinstance(node, Triple) or node.prefixes
    return f"({_node(node)})" if needs_brackets else _node(node)


def _clause(clause: Clause) -> str:
    terms = " ".join(map(_term, clause.terms))
    relation = f"{clause.relation.name}{_modifiers(clause.relation.modifiers)}"
    if clause.index == SERVER_CHOICE and relation == "=":
        return terms
    if _NAMED.match(relation):
        return f"{quoted(clause.index)} {relation} {terms}"
    behind = " " if clause.relation.modifiers else ""
    return f"{quoted(clause.index)}{relation}{behind}{terms}"


def _term(term: Term) -> str:
    return quoted(term.text)


def _prefix(prefix: Prefix) -> str:
    identifier = quoted(prefix.identifier)
    return f">{prefix.name}={identifier}" if prefix.name else f">{identifier}"


def _modifiers(modifiers: Sequence[Modifier]) -> str:
    return "".join(f"/{each.name}{each.comparison}{_value(each)}" for each in modifiers)


def _value(modifier: Modifier) -> str:
    return quoted(modifier.value) if modifier.comparison else ""
