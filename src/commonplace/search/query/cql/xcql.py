"""A CQL query as XML (XCQL), as SRU echoes it."""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from commonplace.search.query.cql.nodes import Clause, Cql, Modifier, Node, Prefix, SortKey

Lines = Iterator[str]


def as_xcql(cql: Cql) -> str:
    """The query as XML, two spaces a level, without a declaration."""
    return "".join(f"{line}\n" for line in _node(cql.query, cql.sort_keys))


def _node(node: Node, sort_keys: Sequence[SortKey] = ()) -> Lines:
    if isinstance(node, Clause):
        yield from _inside("searchClause", [*_prefixes(node.prefixes), *_clause(node),
                                            *_sort_keys(sort_keys)])  # fmt: skip
        return
    boolean = [_text("value", node.boolean.name), *_modifiers(node.boolean.modifiers)]
    yield from _inside("triple", [
        *_prefixes(node.prefixes),
        *_inside("boolean", boolean),
        *_inside("leftOperand", _node(node.left)),
        *_inside("rightOperand", _node(node.right)),
        *_sort_keys(sort_keys),
    ])  # fmt: skip


def _clause(clause: Clause) -> Lines:
    relation = [_text("value", clause.relation.name), *_modifiers(clause.relation.modifiers)]
    yield _text("index", clause.index)
    yield from _inside("relation", relation)
    yield from (_text("term", term.text) for term in clause.terms)


def _prefixes(prefixes: Sequence[Prefix]) -> Lines:
    inside = [line for prefix in prefixes for line in _inside("prefix", _prefix(prefix))]
    return _inside("prefixes", inside) if inside else iter(())


def _prefix(prefix: Prefix) -> Lines:
    if prefix.name:
        yield _text("name", prefix.name)
    yield _text("identifier", prefix.identifier)


def _modifiers(modifiers: Sequence[Modifier]) -> Lines:
    inside = [line for each in modifiers for line in _inside("modifier", _modifier(each))]
    return _inside("modifiers", inside) if inside else iter(())


def _modifier(modifier: Modifier) -> Lines:
    yield _text("type", modifier.name)
    if modifier.comparison:
        yield _text("comparison", modifier.comparison)
        yield _text("value", modifier.value)


def _sort_keys(keys: Sequence[SortKey]) -> Lines:
    inside = [line for key in keys for line in _inside("key", _sort_key(key))]
    return _inside("sortKeys", inside) if inside else iter(())


def _sort_key(key: SortKey) -> Lines:
    yield _text("index", key.index)
    yield from _modifiers(key.modifiers)


def _inside(name: str, lines: Lines | Sequence[str]) -> Lines:
    yield f"<{name}>"
    yield from (f"  {line}" for line in lines)
    yield f"</{name}>"


def _text(name: str, text: str) -> str:
    """One element; what XML has no place for (controls) is left out."""
    shown = "".join(each for each in text if each.isprintable() or each in "\t\n\u3000")
    return f"<{name}>{escape(shown)}</{name}>"
