"""Signs put in order before they are read: no more words, no deeper brackets than are allowed, and
a closing bracket for every opening one."""

from collections.abc import Iterable, Iterator

from commonplace.search.query.lexing import Sign, Token
from commonplace.search.query.mistakes import Mistake

_COUNTED = frozenset({Sign.WORD, Sign.QUOTED, Sign.RANGE, Sign.FIELD})


def no_more_words(tokens: Iterable[Token], most: int, mistakes: list[Mistake]) -> Iterator[Token]:
    """The tokens up to the last word that is allowed."""
    left = most
    for token in tokens:
        if token.sign not in _COUNTED:
            yield token
            continue
        words = token.text.split()
        if len(words) > left:
            mistakes.append(Mistake("too_many_words", {"most": most}))
            if left:
                yield Token(token.sign, " ".join(words[:left]), token.is_closed)
            return
        left -= len(words)
        yield token


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
