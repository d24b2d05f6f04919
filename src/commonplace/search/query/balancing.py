"""Signs put in order before they are read: no more words, no deeper brackets than are allowed, and
a closing bracket for every opening one."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import partial

from commonplace.search.analysis import words_of
from commonplace.search.query.lexing import Sign, Token
from commonplace.search.query.mistakes import Mistake

_CERTAINLY_ONE = 4
_COUNTED = frozenset({Sign.WORD, Sign.QUOTED, Sign.RANGE, Sign.FIELD})


def no_more_words(tokens: Iterable[Token], most: int, mistakes: list[Mistake]) -> Iterator[Token]:
    """The tokens up to the last word that is allowed."""
    left = most
    for token in tokens:
        if token.sign not in _COUNTED:
            yield token
            continue
        weight = sum(map(_weight, token.text.split()))
        if weight > left:
            mistakes.append(Mistake("too_many_words", {"most": most}))
            if begun := _beginning(token.text, left):
                yield Token(token.sign, begun, token.is_closed)
            return
        left -= weight
        yield token


def _weight(word: str) -> int:
    """How many words this counts for: what is written without a space may hold very many."""
    return 1 if len(word) <= _CERTAINLY_ONE else -(-len(words_of(word)) // 2) or 1


def _beginning(text: str, most: int) -> str:
    """The words of a text as far as they weigh no more than this; the last may be cut."""
    kept: list[str] = []
    for word in text.split():
        weight = _weight(word)
        if weight > most:
            kept.append(word[: bisect_right(range(len(word)), most, key=partial(_up_to, word)) - 1])
            break
        kept.append(word)
        most -= weight
    return " ".join(kept).strip()


def _up_to(word: str, end: int) -> int:
    return _weight(word[:end]) if end else 0


def balanced(tokens: Iterable[Token], deepest: int, mistakes: list[Mistake]) -> list[Token]:
    """The tokens with every bracket closed and none deeper than allowed."""
    kept: list[Token] = []
    depth = 0
    codes: dict[str, None] = {}
    for token in tokens:
        if token.sign is Sign.CLOSE and depth == 0:
            codes["bracket_without_opening"] = None
            continue
        depth += {Sign.OPEN: 1, Sign.CLOSE: -1}.get(token.sign, 0)
        if depth > deepest or (token.sign is Sign.CLOSE and depth == deepest):
            codes["too_deep"] = None
        if token.sign not in {Sign.OPEN, Sign.CLOSE} or _is_kept(token, depth, deepest):
            kept.append(token)
    if depth:
        codes["bracket_closed"] = None
    kept += [Token(Sign.CLOSE, ")")] * min(depth, deepest)
    mistakes += map(Mistake, codes)
    return kept


def _is_kept(bracket: Token, depth: int, deepest: int) -> bool:
    return depth <= deepest if bracket.sign is Sign.OPEN else depth < deepest
