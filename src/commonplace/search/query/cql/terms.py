"""A term of CQL in its own signs: backslashes, the star of a beginning, the ends of a title."""

import re
from dataclasses import dataclass

from commonplace.search.analysis import words_of
from commonplace.search.query.cql.diagnostics import CqlRefused
from commonplace.search.query.leaves import SHORTEST_BEGINNING

_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_MASK = re.compile(r"(?<!\\)(?:\\\\)*[*?#^]")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A term as it is looked for: its text, and whether it is a beginning or a whole title."""

    text: str
    is_beginning: bool = False
    is_whole: bool = False


def wanted(term: str, *, is_masked: bool = True) -> Wanted:
    """What a term asks for. Raises ``CqlRefused`` for signs that cannot be obeyed."""
    if not is_masked:
        return Wanted(_plain(term))
    is_whole = term.startswith("^") and _ends_with(term, "^") and len(term) > 1
    inside = term[1:-1] if is_whole else term
    is_beginning = _ends_with(inside, "*") and not is_whole
    inside = inside[:-1] if is_beginning else inside
    mask = _MASK.search(inside)
    if mask:
        raise CqlRefused(31 if mask[0].endswith("^") else 28, term)
    text = _plain(inside)
    if is_beginning:
        _refuse_too_short(text)
    return Wanted(text, is_beginning, is_whole)


def _ends_with(term: str, sign: str) -> bool:
    backslashes = len(term) - 1 - len(term[:-1].rstrip("\\"))
    return term.endswith(sign) and backslashes % 2 == 0


def _plain(term: str) -> str:
    return _ESCAPED.sub(r"\1", term)


def _refuse_too_short(text: str) -> None:
    words = words_of(text)
    if not words or (len(words[-1]) < SHORTEST_BEGINNING and words[-1].isascii()):
        raise CqlRefused(29, text)
