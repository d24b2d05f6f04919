"""Which whole titles a query may be: what was typed, taken as the name of one thing."""

import re
from collections.abc import Iterator
from itertools import islice

from commonplace.search.analysis import title_form, title_forms, words_of
from commonplace.search.query.tree import (
    ANYWHERE,
    Both,
    Either,
    Not,
    Phrase,
    Query,
    TitleIs,
    Words,
)

_BEFORE_A_NAME = re.compile(r"(?<=\S)[\s/,]+(?:by|von|de|del|di|par|por)\s+(?=\S)", re.IGNORECASE)
_BY = (
    re.compile(r"(?P<title>.*(?<!\S))by\s+(?P<name>\S.*)", re.IGNORECASE),
    re.compile(r"(?P<title>.*?(?<!\S))(?:von|par|por|di)\s+(?P<name>\S.*)", re.IGNORECASE),
)
_MOST_JOINS = 5
_MOST_WORDS = 12
_LONGEST_NAME = 4
_NAMED_IN = frozenset({ANYWHERE, "title"})


def whole_titles(query: Query) -> frozenset[str]:
    """The forms under which a title named by this query would be known."""
    texts = (spelled for text in _typed(query) for spelled in _spellings(text))
    return frozenset(form for text in texts if (form := title_form(text)))


def whole_in_parts(query: Both) -> frozenset[str]:
    """The same for a query of several parts, where words and phrases are all it asks for: a title
    with a quotation in it. Any other narrows what is found, however it is called."""
    parts = [part for part in query.parts if not isinstance(part, Not)]
    is_one_title = len(parts) > 1 and all(any(_plain(part)) for part in parts)
    return whole_titles(query) if is_one_title else frozenset()


def _spellings(text: str) -> Iterator[str]:
    """The text, and without each word that may stand between a title and who made it.

    *Orbital by Samantha Harvey* is known as *Orbital Samantha Harvey*.
    """
    yield text
    for join in islice(_BEFORE_A_NAME.finditer(text), _MOST_JOINS):
        yield f"{text[: join.start()]} {text[join.end() :]}"


def title_by(text: str) -> tuple[str, str] | None:
    """A title and who made it, where what was typed may be that: *Orbital by Samantha Harvey*."""
    found = next(filter(None, (each.fullmatch(text.strip()) for each in _BY)), None)
    return (found["title"].strip(" /,"), found["name"]) if found else None


def titles_within(text: str) -> frozenset[str]:
    """The forms of titles that stand at the beginning or the end of what was typed, beside who made
    it or the series it is in: *Isaac Asimov Foundation*, *Foundation science fiction*."""
    words = words_of(text)
    if not 1 < len(words) <= _MOST_WORDS:
        return frozenset()
    cuts = range(1, len(words))
    parts = [" ".join(part) for at in cuts for part in (words[:at], words[at:])]
    return frozenset(filter(None, title_forms(parts)))


def titles_turned(text: str) -> frozenset[str]:
    """The forms of titles with a name behind them that may have been typed with the name in front:
    *Samantha Harvey Orbital*."""
    words = text.split()
    if not 1 < len(words) <= _MOST_WORDS:
        return frozenset()
    ends = range(1, min(len(words), _LONGEST_NAME + 1))
    turned = (" ".join((*words[end:], *words[:end])) for end in ends)
    return frozenset(filter(None, title_forms(turned)))


def is_title_field(field: str) -> bool:
    """Whether words looked for in this field may be a whole title."""
    return field in _NAMED_IN


def _typed(query: Query) -> Iterator[str]:
    match query:
        case TitleIs(text):
            yield text
        case Words(text, field) | Phrase(text, field) if field in _NAMED_IN:
            yield text
        case Both(parts):
            yield " ".join(text for part in parts for text in _plain(part))
        case Either(parts):
            for part in parts:
                yield from _typed(part) if _is_plain(part) else ()
        case _:
            return


def _is_plain(part: Query) -> bool:
    """Whether no other field narrows this choice: a title by somebody is not known by itself."""
    parts = part.parts if isinstance(part, Both) else ()
    return all(isinstance(each, Not) or any(_plain(each)) for each in parts)


def _plain(part: Query) -> Iterator[str]:
    if isinstance(part, Words | Phrase) and part.field in _NAMED_IN:
        yield part.text
