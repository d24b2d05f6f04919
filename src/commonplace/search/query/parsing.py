"""What a reader typed → a tree, with every mistake mended and named. Never raises.

Time grows with the length of the text and with nothing else: it is cut first, brackets are balanced
before they are read, and nothing is read twice.
"""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from commonplace.search.analysis import title_form, words_of
from commonplace.search.analysis.standard_numbers import with_numbers_together
from commonplace.search.fields import FIELDS, field_named
from commonplace.search.query.balancing import balanced, no_more_words
from commonplace.search.query.formats_typed import format_typed
from commonplace.search.query.grammar import Reading
from commonplace.search.query.lexing import Sign, Token, cleaned, signs
from commonplace.search.query.mistakes import Mistake
from commonplace.search.query.tree import (
    ANYWHERE,
    EVERYTHING,
    Both,
    Either,
    Not,
    Nothing,
    Phrase,
    Query,
    TitleIs,
    Words,
)
from commonplace.search.query.whole_titles import title_by
from commonplace.search.query.words import in_words

MOST_CHARACTERS = 1_000
MOST_WORDS = 64
MOST_DEPTH = 20

_JOINING = frozenset({Sign.AND, Sign.OR, Sign.NOT})


@dataclass(frozen=True, slots=True)
class Understood:
    """A query as it was understood: the tree, what was mended, and the tree in words."""

    tree: Query
    problems: tuple[Mistake, ...]
    explained: str


def parse(
    text: str,
    *,
    field: str = ANYWHERE,
    today: date | None = None,
    languages: tuple[str, ...] = (),
) -> Understood:
    """Understand what a reader typed.

    ``field`` is the one chosen beside the box, for words that name none themselves; ``today`` is
    what *new* counts back from; ``languages`` (MARC codes) are those of the page, in which words
    are traced to their plainer forms as well as in English.
    """
    if len(text) <= MOST_CHARACTERS and not text.strip():
        return Understood(EVERYTHING, (), in_words(EVERYTHING))
    mistakes: list[Mistake] = []
    if len(text) > MOST_CHARACTERS:
        mistakes.append(Mistake("too_long", {"most": MOST_CHARACTERS}))
    typed = with_numbers_together(cleaned(text[:MOST_CHARACTERS]))
    words = no_more_words(_words_if_alone(list(signs(typed))), MOST_WORDS, mistakes)
    tokens = balanced(words, MOST_DEPTH, mistakes)
    reading = Reading(tokens, mistakes, today or datetime.now(UTC).date())
    read = reading.read(field_named(field) or FIELDS[ANYWHERE])
    tree = _spoken(_found_something(read, typed, mistakes), languages)
    return Understood(tree, _once(mistakes), in_words(tree))


def _words_if_alone(tokens: list[Token]) -> list[Token]:
    """*Not* typed alone in capitals is a title, not an operator."""
    if all(token.sign in _JOINING for token in tokens):
        return [Token(Sign.WORD, token.text) for token in tokens]
    return tokens


def _found_something(read: Query | None, typed: str, mistakes: list[Mistake]) -> Query:
    """The tree as it is asked: a query that only excludes, or has no word in it, finds nothing."""
    if read is None:
        mistakes.append(Mistake("nothing_to_look_for"))
        return Nothing()
    parts = read.parts if isinstance(read, Both) else (read,)
    if all(isinstance(part, Not) for part in parts):
        mistakes.append(Mistake("only_exclusions"))
        return Nothing()
    if isinstance(read, Words) and not words_of(read.text):
        mistakes.append(Mistake("only_signs"))
    if _may_be_a_title(read, typed):
        return Either((read, TitleIs(typed.strip())))
    return _or_in_a_format(read, mistakes)


def _or_in_a_format(read: Query, mistakes: list[Mistake]) -> Query:
    """A format is seldom a word of the description, and readers type it as one."""
    by_words = _or_by_somebody(read)
    typed = format_typed(read)
    if typed is None:
        return by_words
    mistakes.append(Mistake("format_understood", {"text": typed.text}))
    rest = None if typed.rest is None else _or_by_somebody(typed.rest)
    kept = rest.parts if isinstance(rest, Both) else () if rest is None else (rest,)
    of_the_format = Both((*kept, typed.query)) if kept else typed.query
    choices = by_words.parts if isinstance(by_words, Either) else (by_words,)
    return Either((*choices, of_the_format))


def _or_by_somebody(read: Query) -> Query:
    """*By* stands in no record between a title and who made it, and readers type it there."""
    parts = read.parts if isinstance(read, Both) else (read,)
    plain = [part for part in parts if isinstance(part, Words | Phrase) and part.field == ANYWHERE]
    last = plain[-1] if len(plain) == len(parts) else None
    parted = title_by(last.text) if isinstance(last, Words) else None
    if parted is None or not words_of(parted[1]):
        return read
    title, name = parted
    titles = [*plain[:-1], *([Words(title)] if words_of(title) else [])]
    named = [replace(part, field="title") for part in titles]
    if not named:
        return read
    return Either((read, Both((*named, Words(name, "contributor")))))


def _spoken(tree: Query, languages: tuple[str, ...]) -> Query:
    """The tree with the languages beside every run of words."""
    match tree:
        case Words() if languages:
            return replace(tree, languages=languages)
        case Both(parts) | Either(parts) if languages:
            return type(tree)(tuple(_spoken(part, languages) for part in parts))
        case Not(part) if languages:
            return Not(_spoken(part, languages))
        case _:
            return tree


def _may_be_a_title(read: Query, typed: str) -> bool:
    """*TO BE OR NOT TO BE* typed in capitals may be a title as well as a question."""
    return not isinstance(read, Words) and typed.isupper() and bool(title_form(typed))


def _once(mistakes: list[Mistake]) -> tuple[Mistake, ...]:
    once: list[Mistake] = []
    for mistake in mistakes:
        if mistake not in once:
            once.append(mistake)
    return tuple(once)
