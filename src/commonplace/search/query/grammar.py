"""The grammar of the query language, read from balanced signs.

    either = both (OR both)*
    both   = unary ((AND)? unary)*
    unary  = (NOT | -) unary | field: unary | ( either ) | word | word* | "phrase" | [a TO b]

AND binds closer than OR. Words side by side are one ``Words``: together they may be a title.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from commonplace.search.analysis import words_of
from commonplace.search.fields import Field, field_named
from commonplace.search.query.leaves import leaf, no_such_field
from commonplace.search.query.lexing import Sign, Token
from commonplace.search.query.mistakes import Mistake
from commonplace.search.query.tree import Both, Either, Not, Query, Words

_LEAVES = frozenset({Sign.WORD, Sign.QUOTED, Sign.RANGE})
_BEFORE = frozenset({Sign.NOT, Sign.MINUS, Sign.FIELD})


class Reading:
    """One reading of a query, from left to right."""

    def __init__(self, tokens: Sequence[Token], mistakes: list[Mistake], today: date):
        self._tokens = tokens
        self._at = 0
        self._mistakes = mistakes
        self._today = today

    def read(self, field: Field) -> Query | None:
        """The whole query, in this field where it names none; ``None`` where nothing is left."""
        return self._either(field)

    def _next(self) -> Sign | None:
        return self._tokens[self._at].sign if self._at < len(self._tokens) else None

    def _take(self) -> Token:
        token = self._tokens[self._at]
        self._at += 1
        return token

    def _either(self, field: Field) -> Query | None:
        choices = [self._both(field)]
        while self._next() is Sign.OR:
            operator = self._take()
            choices.append(self._both(field))
            if choices[-1] is None or choices[-2] is None:
                self._mistaken("operator_without_words", operator=operator.text)
        parts = [choice for choice in choices if choice is not None]
        return parts[0] if len(parts) == 1 else self._joined(parts)

    def _joined(self, parts: Sequence[Query]) -> Query | None:
        """The choices that find something, each once; leaving out is no choice."""
        kept: list[Query] = []
        for part in parts:
            if isinstance(part, Not):
                self._mistaken("exclusion_in_either", text=part.part)
            else:
                kept.extend(part.parts if isinstance(part, Either) else [part])
        return _one_or(Either, tuple(dict.fromkeys(kept)))

    def _both(self, field: Field) -> Query | None:
        parts: list[Query] = []
        while self._next() not in {Sign.CLOSE, Sign.OR, None}:
            if self._next() is Sign.AND:
                self._and(is_first=not parts)
            else:
                part = self._unary(field)
                parts.extend([] if part is None else [part])
        return _one_or(Both, _merged(parts))

    def _and(self, *, is_first: bool) -> None:
        operator = self._take()
        if is_first or self._next() in {Sign.CLOSE, Sign.OR, Sign.AND, None}:
            self._mistaken("operator_without_words", operator=operator.text)

    def _unary(self, field: Field) -> Query | None:
        """What stands behind any number of fields and NOTs."""
        is_negative, names, token = False, list[Words](), self._tokens[self._at]
        while self._next() in _BEFORE:
            token = self._take()
            if token.sign is not Sign.FIELD:
                is_negative = not is_negative
            elif (named := field_named(token.text)) is not None:
                field = named
            else:
                self._mistakes.append(no_such_field(token.text))
                names.append(Words(token.text, field.name))
        part = self._behind(token, field, is_mended=bool(names))
        found = _one_or(Both, _merged([*names, *([] if part is None else [part])]))
        return _without(found) if found is not None and is_negative else found

    def _behind(self, before: Token, field: Field, *, is_mended: bool) -> Query | None:
        if self._next() in _LEAVES:
            token = self._take()
            self._hint_of_space(token)
            return leaf(token, field, self._today, self._mistakes)
        if self._next() is Sign.OPEN:
            self._take()
            return self._group(field)
        if before.sign is Sign.FIELD and not is_mended:
            self._mistaken("field_without_words", name=before.text)
        elif before.sign is not Sign.FIELD:
            self._mistaken("operator_without_words", operator=before.text)
        return None

    def _hint_of_space(self, token: Token) -> None:
        """A field with its colon, written as a word: words come after a space, or none at all."""
        is_named = token.sign is Sign.WORD and token.text.endswith(":")
        field = field_named(token.text[:-1]) if is_named else None
        if field is not None and self._next() in {*_LEAVES, Sign.OPEN}:
            self._mistaken("space_after_colon", field=field.name, typed=token.text)
        elif field is not None:
            self._mistaken("field_without_words", name=token.text[:-1])

    def _group(self, field: Field) -> Query | None:
        is_empty = self._next() is Sign.CLOSE
        inside = self._either(field)
        self._take()
        if is_empty:
            self._mistaken("empty_brackets")
        return inside

    def _mistaken(self, code: str, **params: str | Query) -> None:
        self._mistakes.append(Mistake(code, params))


def _without(found: Query) -> Query:
    """Leaving this out; to leave out what is left out is to ask for it."""
    match found:
        case Not(part):
            return part
        case Both(parts) if all(isinstance(each, Not) for each in parts):
            return Either(tuple(each.part for each in parts if isinstance(each, Not)))
        case _:
            return Not(found)


def _merged(parts: Iterable[Query]) -> list[Query]:
    """The parts, each once, neighbouring words in one, without brackets that change nothing."""
    merged: list[Query] = []
    for part in _flat(parts):
        last = merged[-1] if merged else None
        if isinstance(part, Words) and isinstance(last, Words) and part.field == last.field:
            merged[-1] = Words(f"{last.text} {part.text}", part.field)
        elif part not in merged:
            merged.append(part)
    return [part for part in merged if len(merged) == 1 or not _is_of_signs(part)]


def _is_of_signs(part: Query) -> bool:
    """A dash between phrases asks for nothing."""
    return isinstance(part, Words) and not words_of(part.text)


def _flat(parts: Iterable[Query]) -> Iterable[Query]:
    for part in parts:
        yield from part.parts if isinstance(part, Both) else (part,)


def _one_or(join: type[Both] | type[Either], parts: Sequence[Query]) -> Query | None:
    if len(parts) < 2:  # noqa: PLR2004 - one part needs no joining
        return parts[0] if parts else None
    return join(tuple(parts))
