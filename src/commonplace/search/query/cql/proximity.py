"""Proximity of CQL: of all there could be, words next to each other, in order or in either."""

from collections.abc import Sequence

from commonplace.search.fields import Kind
from commonplace.search.query.cql.diagnostics import CqlRefused
from commonplace.search.query.cql.indexes import field_of_index
from commonplace.search.query.cql.nodes import Clause, Modifier, Node, Triple
from commonplace.search.query.cql.terms import wanted
from commonplace.search.query.tree import Either, Phrase, Query

_BESIDE = frozenset({("=", "1"), ("<=", "1"), ("<", "2"), ("", "")})
_ORDERS = frozenset({"ordered", "unordered"})


def phrase_of_proximity(triple: Triple) -> Query:
    """The words of both sides next to each other. Raises ``CqlRefused`` for any other distance."""
    is_ordered = _is_ordered(triple.boolean.modifiers)
    one, other = _plain(triple.left), _plain(triple.right)
    if one.index.casefold() != other.index.casefold():
        raise CqlRefused(44, f"{one.index} {other.index}")
    field = field_of_index(one.index)
    if field.kind is not Kind.TEXT:
        raise CqlRefused(44, one.index)
    texts = [_text(clause) for clause in (one, other)]
    phrase = Phrase(" ".join(texts), field.name)
    if is_ordered:
        return phrase
    return Either((phrase, Phrase(" ".join(reversed(texts)), field.name)))


def _plain(node: Node) -> Clause:
    if not isinstance(node, Clause) or node.relation.modifiers:
        raise CqlRefused(44)
    if node.relation.name not in {"=", "scr", "adj"}:
        raise CqlRefused(44, node.relation.name)
    return node


def _text(clause: Clause) -> str:
    terms = [wanted(term.text) for term in clause.terms]
    if any(term.is_beginning or term.is_whole for term in terms):
        raise CqlRefused(44, clause.terms[0].text)
    text = " ".join(term.text for term in terms).strip()
    if not text:
        raise CqlRefused(27)
    return text


def _is_ordered(modifiers: Sequence[Modifier]) -> bool:
    is_ordered = False
    for modifier in modifiers:
        match modifier.name:
            case "distance":
                if (modifier.comparison, modifier.value) not in _BESIDE:
                    raise CqlRefused(41, f"{modifier.comparison}{modifier.value}")
            case "unit":
                if modifier.value.casefold() != "word":
                    raise CqlRefused(42, modifier.value)
            case order if order in _ORDERS:
                is_ordered = order == "ordered"
            case name:
                raise CqlRefused(40, name)
    return is_ordered
