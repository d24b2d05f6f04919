"""A folded word as people write it, taken from texts that have it."""

import re
from collections.abc import Iterable

from commonplace.search.analysis import fold, words_of
from commonplace.search.suggestions.runs import HAS_SIGN

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ‘ʻ][^\W\d_]+)*")
_MOST_TEXTS = 200


def as_written(word: str, texts: Iterable[str], *, like: str) -> str:
    """The word as the first of these texts that has it writes it; else as it is.

    ``like`` is what it stands for: small letters stay small. Several words are looked for singly.
    """
    written = [_first(each, texts) or each for each in word.split(" ")]
    said = " ".join(written)
    return said.lower() if like == like.lower() else said


def _first(word: str, texts: Iterable[str]) -> str:
    is_run = bool(HAS_SIGN.search(word))
    for at, text in enumerate(texts):
        if at >= _MOST_TEXTS:
            break
        folded = fold(text)
        if word in folded.replace("'", ""):
            found = _in_run(word, text, folded) if is_run else _among_words(word, text)
            if found:
                return found
    return ""


def _among_words(word: str, text: str) -> str:
    return next((each for each in _WORD.findall(text) if words_of(each) == [word]), "")


def _in_run(word: str, text: str, folded: str) -> str:
    """The same place in the text as it is written, where each sign folds into one."""
    at = folded.find(word)
    return text[at : at + len(word)] if at >= 0 and len(folded) == len(text) else ""
