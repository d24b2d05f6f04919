"""The words in what a reader typed that may be misspelt, and the query with others in their place.

Whatever has a meaning of its own stays as it is: names of fields, operators, ranges, numbers, words
with a star or to be left out, values of fields that have no words.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from commonplace.search.analysis import words_of
from commonplace.search.fields import FIELDS, Kind, field_named
from commonplace.search.query.tree import ANYWHERE
from commonplace.search.suggestions.runs import HAS_SIGN, RUN
from commonplace.search.suggestions.vocabulary import is_spelt

MOST_LOOKED_AT = 8
_APOSTROPHES = "'’ʼ‘"
_PIECE = re.compile(
    rf"""
      (?P<range>\[[^\[\]]*\])
    | (?P<field>[^\W\d_]{{2,20}}):(?=\S)
    | (?P<minus>(?<!\S)-)?(?P<word>[^\W_]+(?:[{_APOSTROPHES}][^\W_]+)*)(?P<star>\*?)
    """,
    re.VERBOSE,
)
_OPERATORS = frozenset({"AND", "OR", "NOT"})


@dataclass(frozen=True, slots=True)
class TypedWord:
    """A word with its place in what was typed; ``word`` is its folded form.

    ``field`` is the one it is looked for in.
    """

    start: int
    end: int
    word: str
    field: str = ANYWHERE


def typed_words(text: str, field: str = ANYWHERE) -> list[TypedWord]:
    """The words that may be misspelt, as many as are looked at."""
    return list(_words(text, field))[:MOST_LOOKED_AT]


def _words(text: str, field: str) -> Iterator[TypedWord]:
    within, until = field, -1
    for piece in _PIECE.finditer(text):
        if piece.lastgroup == "field":
            known = field_named(piece["field"])
            within, until = (known.name, piece.end()) if known else (field, -1)
        elif piece["word"] and _is_looked_for(piece):
            # A field holds for the word or the group right behind it; a space ends it.
            if until >= 0 and " " in text[until : piece.start()]:
                within, until = field, -1
            if FIELDS.get(within, FIELDS[ANYWHERE]).kind is Kind.TEXT:
                yield from _in_piece(piece.start("word"), piece["word"], within)


def _is_looked_for(piece: re.Match[str]) -> bool:
    """Whether this word is to be found, and as it stands."""
    return not piece["star"] and not piece["minus"] and piece["word"] not in _OPERATORS


def _in_piece(start: int, piece: str, field: str) -> Iterator[TypedWord]:
    if HAS_SIGN.search(piece):
        for run in RUN.finditer(piece):
            word = "".join(words_of(run[0]))
            if is_spelt(word):
                yield TypedWord(start + run.start(), start + run.end(), word, field)
        return
    words = words_of(piece)
    if len(words) == 1 and is_spelt(words[0]):
        yield TypedWord(start, start + len(piece), words[0], field)


def with_others(text: str, others: Mapping[TypedWord, str]) -> str:
    """What was typed, with these words in the place of those."""
    for word in sorted(others, key=lambda each: -each.start):
        text = f"{text[: word.start]}{others[word]}{text[word.end :]}"
    return text


def neighbours(words: Sequence[TypedWord], text: str) -> Iterator[tuple[TypedWord, TypedWord]]:
    """Words with nothing but a space between them, which may be one word."""
    for one, next_one in pairwise(words):
        if text[one.end : next_one.start] == " ":
            yield one, next_one
