"""A plan made shorter without changing its answer, from what an index knows of its words.

Most forms of a word stand nowhere, most whole titles are found by their words anyway, and what must
hold is not asked twice: an index reads one list of titles much faster than several together.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from commonplace.search.engines.plan import (
    NO_TITLE,
    All,
    Any,
    Clause,
    EveryTitle,
    OneOf,
    Weighed,
    Word,
    Worth,
)

IsThere = Callable[[str, str], bool]


def simplified(clause: Clause, is_there: IsThere) -> Clause:
    """The clause without what no title has; ``is_there`` knows whether a field has a value."""
    match clause:
        case OneOf(field, values):
            return _one_of(field, [value for value in values if is_there(field, value)])
        case Word(field, word):
            return clause if is_there(field, word) else NO_TITLE
        case Any(parts):
            return _any(simplified(part, is_there) for part in parts)
        case All(parts, without):
            unwanted = (simplified(part, is_there) for part in without)
            return _all([simplified(part, is_there) for part in parts], unwanted)
        case Worth(part) | Weighed(part):
            found = simplified(part, is_there)
            return NO_TITLE if found == NO_TITLE else replace(clause, clause=found)
        case _:
            return clause


def ranked_once(clauses: Iterable[Clause], is_there: IsThere) -> list[Clause]:
    """Clauses that rank, each once, those that are worth something together worth their sum."""
    worth: dict[Clause, float] = {}
    others: dict[Clause, None] = {}
    for clause in clauses:
        match simplified(clause, is_there):
            case Worth(part, weight):
                worth[part] = worth.get(part, 0.0) + weight
            case other if other != NO_TITLE:
                others[other] = None
    return [*(Worth(part, weight) for part, weight in worth.items()), *others]


def _one_of(field: str, values: list[str]) -> Clause:
    """A whole title stays a choice, so that it can be told from words."""
    if len(values) == 1 and field != "known":
        return Word(field, values[0])
    return OneOf(field, tuple(values)) if values else NO_TITLE


def _any(parts: Iterable[Clause]) -> Clause:
    flat: dict[Clause, None] = {}
    for part in parts:
        flat.update(dict.fromkeys(part.parts if isinstance(part, Any) else (part,)))
    return next(iter(flat)) if len(flat) == 1 else Any(tuple(flat))


def _all(parts: list[Clause], unwanted: Iterable[Clause]) -> Clause:
    if not parts or NO_TITLE in parts:
        return NO_TITLE
    kept = dict.fromkeys(part for part in parts if part != EveryTitle())
    kept = {part: None for part in kept if not _is_implied(part, kept)} or {EveryTitle(): None}
    without = tuple(part for part in unwanted if part != NO_TITLE)
    return next(iter(kept)) if len(kept) == 1 and not without else All(tuple(kept), without)


def _is_implied(part: Clause, others: dict[Clause, None]) -> bool:
    """Whether one of the choices must hold anyway: *state* finds what *states or state* would."""
    match part:
        case OneOf(field, values):
            return any(Word(field, value) in others for value in values)
        case Any(choices):
            return any(choice in others for choice in choices)
        case _:
            return False


def without_idle_choices(clause: Clause, is_idle: Callable[[Clause, OneOf], bool]) -> Clause:
    """The clause without looking for whole titles where that adds nothing to looking for words.

    It seldom does, and an index looks for words much faster than for words or something else.
    """
    match clause:
        case All(parts, without):
            kept = (without_idle_choices(part, is_idle) for part in parts)
            return All(tuple(kept), tuple(without_idle_choices(part, is_idle) for part in without))
        case Any((found, OneOf("known") as named)):
            return found if is_idle(found, named) else clause
        case Any(parts):
            return Any(tuple(without_idle_choices(part, is_idle) for part in parts))
        case _:
            return clause
