"""A tree as plain data, for ``commonplace parse`` and the JSON of pages."""

from collections.abc import Mapping
from dataclasses import fields

from commonplace.search.query.tree import Both, Either, Not, Query

Json = Mapping[str, "str | int | Json | list[Json] | None"]


def as_json(query: Query) -> Json:
    """The tree with the kind of each node in small letters: ``{"kind": "words", "text": …}``."""
    kind = {"kind": type(query).__name__.lower()}
    match query:
        case Both(parts) | Either(parts):
            return {**kind, "parts": [as_json(part) for part in parts]}
        case Not(part):
            return {**kind, "part": as_json(part)}
        case _:
            said = {each.name: getattr(query, each.name) for each in fields(query)}
            return {**kind, **{name: value for name, value in said.items() if value != ()}}
