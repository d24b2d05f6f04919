"""A CQL query as it was written: clauses of index, relation and terms, joined by booleans."""

from dataclasses import dataclass, field

SERVER_CHOICE = "cql.serverChoice"


@dataclass(frozen=True, slots=True)
class Modifier:
    """What is said of a relation, a boolean or a sort key: ``/distance<3``."""

    name: str
    comparison: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Prefix:
    """A name given to a context set at the head of a query; empty for the default one."""

    name: str
    identifier: str


@dataclass(frozen=True, slots=True)
class Relation:
    """How an index is compared with a term."""

    name: str = "="
    modifiers: tuple[Modifier, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """What is looked for, backslashes kept; ``is_quoted`` where it stood in quotation marks."""

    text: str
    is_quoted: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """One comparison. Several terms side by side are a courtesy to people who type CQL."""

    terms: tuple[Term, ...]
    index: str = SERVER_CHOICE
    relation: Relation = field(default_factory=Relation)
    prefixes: tuple[Prefix, ...] = ()


@dataclass(frozen=True, slots=True)
class Boolean:
    """What joins two parts: and, or, not, prox."""

    name: str
    modifiers: tuple[Modifier, ...] = ()


@dataclass(frozen=True, slots=True)
class Triple:
    """Two parts joined."""

    boolean: Boolean
    left: "Node"
    right: "Node"
    prefixes: tuple[Prefix, ...] = ()


@dataclass(frozen=True, slots=True)
class SortKey:
    """One index that the results are wanted in the order of."""

    index: str
    modifiers: tuple[Modifier, ...] = ()


Node = Clause | Triple


@dataclass(frozen=True, slots=True)
class Cql:
    """A whole query with its order."""

    query: Node
    sort_keys: tuple[SortKey, ...] = ()
