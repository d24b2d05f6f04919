"""Words, phrases, beginnings, values and ranges: what stands between the operators of a query."""

import difflib
from datetime import date

from commonplace.search.analysis import title_form, words_of
from commonplace.search.analysis.standard_numbers import is_isbn
from commonplace.search.fields import FIELDS, LIKELY_MEANT, NOT_KEPT_YET, Field, Kind
from commonplace.search.query.lexing import Sign, Token
from commonplace.search.query.mistakes import Mistake
from commonplace.search.query.tree import Phrase, Prefix, Query, Range, Words
from commonplace.search.query.values import as_shown, range_of, value_of
from commonplace.search.query.words import end_in_words

SHORTEST_BEGINNING = 2


def leaf(token: Token, field: Field, today: date, mistakes: list[Mistake]) -> Query | None:
    """What one sign asks for in a field; ``None`` where it asks for nothing."""
    if not token.is_closed:
        mistakes.append(Mistake("quote_closed"))
    if field.name in NOT_KEPT_YET:
        mistakes.append(Mistake("field_is_empty", {"field": field.name}))
    if field.kind is Kind.NUMBER:
        return _number(token, field, today, mistakes)
    if field.kind is Kind.EXACT:
        has_value = bool(title_form(token.text.strip("*")))
        return value_of(field, token.text, mistakes) if has_value else None
    if token.sign is Sign.QUOTED:
        return _phrase(token.text, field)
    if token.sign is Sign.RANGE:
        return _words_of_range(token, field, mistakes)
    return _word(token.text, field, mistakes)


def no_such_field(name: str) -> Mistake:
    """A name before a colon that is none of ours, with the one it looks like."""
    small = name.casefold()
    close = difflib.get_close_matches(small, FIELDS, n=1, cutoff=0.7)
    if meant := LIKELY_MEANT.get(small) or next(iter(close), ""):
        return Mistake("no_such_field_but", {"name": name, "suggestion": meant})
    return Mistake("no_such_field", {"name": name})


def _word(text: str, field: Field, mistakes: list[Mistake]) -> Query | None:
    if "*" not in text:
        return Words(text, field.name) if title_form(text) else None
    bare = text.strip("*")
    words = words_of(bare)
    if not words:
        mistakes.append(Mistake("star_alone"))
        return None
    if text.startswith("*"):
        mistakes.append(Mistake("star_in_front", {"text": bare}))
    if not text.endswith("*"):
        return Words(bare, field.name)
    if len(words[-1]) < SHORTEST_BEGINNING and words[-1].isascii():
        mistakes.append(Mistake("beginning_too_short", {"text": bare}))
        return Words(bare, field.name)
    return Prefix(bare, field.name)


def _phrase(text: str, field: Field) -> Query | None:
    if is_isbn(text):
        return Words(text, field.name)
    words = words_of(text)
    if not words:
        return Words(text, field.name) if title_form(text) else None
    return Phrase(" ".join(text.split()), field.name)


def _words_of_range(token: Token, field: Field, mistakes: list[Mistake]) -> Query | None:
    code = "range_without_field" if field.name == "anywhere" else "not_a_range"
    mistakes.append(Mistake(code, {"name": field.name}))
    text = token.text.strip("[]")
    return Words(text, field.name) if words_of(text) else None


def _number(token: Token, field: Field, today: date, mistakes: list[Mistake]) -> Query | None:
    text = token.text
    found = range_of(field, text, today)
    if found is None:
        bare = text.strip("[]*")
        if bare:
            mistakes.append(Mistake("not_a_number", {"text": text}))
        return Words(bare) if title_form(bare) else None
    if found.least is None or found.most is None or found.least <= found.most:
        return as_shown(found)
    turned = Range(found.field, found.most, found.least)
    least, most = (end_in_words(field.name, end) for end in (found.most, found.least))
    mistakes.append(Mistake("range_turned", {"least": least, "most": most}))
    return turned
