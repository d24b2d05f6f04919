"""How a title lies in the cluster's index: which fields there are, and what one title puts there.

Words are parted by spaces and nothing else is done to them. Texts are only searched, never handed
back, so the source of a document is not kept; what an answer needs stands in columns.
"""

import struct
from collections.abc import Mapping, Sequence
from math import log2
from typing import Any, cast

from commonplace.bibliography.names_that_last import id_of
from commonplace.search.engines.contract import Sort
from commonplace.search.engines.layout import VERSION, Prepared
from commonplace.search.engines.opensearch.address import ClusterAddress
from commonplace.search.engines.ordering import COLUMNS, ORDERINGS
from commonplace.search.fields import FACETS, NUMBERS, TEXTS

# Changes when the same prepared title is laid down in another way than before.
LAYOUT = f"{VERSION}.1"
WINDOW = 50_000
_LONGEST_WORD = 10_000
_LONGEST_KEY = 8_000
_HALF = 2**63
_SPELLED = {
    "by_title": tuple(name for name in COLUMNS if name.startswith("by_title_")),
    "by_author": tuple(name for name in COLUMNS if name.startswith("by_author_")),
}
_WHOLE = tuple(name for name in COLUMNS if not name.startswith(("by_title_", "by_author_")))
_READ_AT_EACH_SEARCH = frozenset({"subject", "author", "genre", "series", "class"})

Json = dict[str, Any]


# While an index is filled it has no copies, and a node that falls may lose what it was just told:
# it is filled again then.
WHILE_FILLED: Json = {
    "auto_expand_replicas": False,
    "number_of_replicas": 0,
    "translog.durability": "async",
}


def while_served(address: ClusterAddress) -> Json:
    """The settings of an index that readers are answered from: copied, every change on disk."""
    copies = {"auto_expand_replicas": f"0-{address.copies}"} if address.copies else {}
    return {**WHILE_FILLED, **copies, "translog.durability": "request"}


def written_as(index: str) -> str:
    """The alias an index is written under, and which no other index has."""
    return f"{index}.writing"


def index_of(address: ClusterAddress, settings: Json) -> Json:
    """A new index: settings and fields. Searches see changes only when we say so."""
    fixed = {
        "number_of_shards": address.shards,
        "refresh_interval": -1,
        "max_result_window": WINDOW,
        "analysis": _SPACED,
    }
    return {
        "settings": {"index": fixed | settings},
        "mappings": {
            "dynamic": "strict",
            "_source": {"enabled": False},
            "_meta": {"layout": LAYOUT},
            "properties": _fields(),
        },
    }


_SPACED = {
    "tokenizer": {"spaces": {"type": "whitespace", "max_token_length": _LONGEST_WORD}},
    "analyzer": {"spaced": {"type": "custom", "tokenizer": "spaces"}},
}


def _fields() -> Json:
    words = {"type": "text", "analyzer": "spaced"}
    key = {"type": "keyword", "ignore_above": _LONGEST_KEY}
    column = {"type": "long", "index": False}
    return {
        **{f"t_{text}": words for text in TEXTS},
        "anywhere": {**words, "index_options": "docs"},
        "known": {**key, "doc_values": False},
        "completion": {**key, "eager_global_ordinals": True},
        **{f"f_{facet}": _facet(facet) for facet in FACETS},
        **{f"n_{number}": {"type": "long"} for number in NUMBERS},
        **{name: {**key, "index": False} for name in _SPELLED},
        **dict.fromkeys(_WHOLE, column),
        "id": {"type": "long"},
        "work": {"type": "long"},
        "weight": {"type": "double", "index": False},
    }


def _facet(facet: str) -> Json:
    eager = {"eager_global_ordinals": True} if facet in _READ_AT_EACH_SEARCH else {}
    return {"type": "keyword", "ignore_above": _LONGEST_KEY, **eager}


def columns_sorted_by(sort: Sort) -> list[Json]:
    """What this order compares, one after the other; the title's id settles what is left."""
    ordering = ORDERINGS[sort]
    spelled = {part: name for name, parts in _SPELLED.items() for part in parts}
    columns = dict.fromkeys(spelled.get(name, name) for name in ordering.columns)
    order = "desc" if ordering.descending else "asc"
    return [{name: {"order": order}} for name in columns]


def body_of(prepared: Prepared) -> tuple[str, Json]:
    """One prepared title: the id it is kept under, and its fields."""
    numbers = cast("Mapping[str, int]", prepared)
    body: Json = {name: value for name, value in prepared.items() if name not in _IN_PARTS}
    for name, parts in _SPELLED.items():
        if (spelled := _spelled([numbers[part] for part in parts])) is not None:
            body[name] = spelled
    body["weight"] = log2(numbers["weight"] + 2)
    return id_of(numbers["id"]), body


_IN_PARTS = frozenset(part for parts in _SPELLED.values() for part in parts)


def _spelled(columns: Sequence[int]) -> str | None:
    """A key of text that sorts as these numbers do; ``None`` where there was no key."""
    key = struct.pack(f">{len(columns)}Q", *(number + _HALF for number in columns))
    return None if key.strip(b"\xff") == b"" else key.rstrip(b"\0").decode("latin-1")
