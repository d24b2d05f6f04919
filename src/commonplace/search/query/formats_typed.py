"""Words that name a format, typed among others as if they were words of the description.

*Stephen King DVD* is also Stephen King, kept to DVDs. Only words that hardly mean anything else
count beside others: who types *history of video games* wants to read of them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from commonplace.search.query.named import Codes, formats_named, language_named
from commonplace.search.query.tree import ANYWHERE, Both, Either, Is, Query, Words

_CARRIERS = frozenset({
    "dvd", "blu ray", "bluray", "4k", "uhd", "vhs", "ebook", "e book", "eaudiobook", "e audiobook",
    "audiobook", "audio book", "talking book", "audiobook cd", "cd", "music cd", "vinyl",
    "large print", "large type", "braille", "board book",
})  # fmt: skip
_ALONE = _CARRIERS | {
    "graphic novel", "video game", "board game", "picture book", "sheet music", "emagazine",
    "emusic", "evideo", "streaming video", "streaming music",
}  # fmt: skip
_BETWEEN = frozenset({"on", "in", "as", "a", "an"})
_LONGEST = 2


@dataclass(frozen=True, slots=True)
class FormatTyped:
    """A format that was named, the words that named it, and the rest of the query; ``None`` where
    there is no other word."""

    text: str
    codes: Codes
    rest: Query | None

    @property
    def query(self) -> Query:
        """What finds titles of this format."""
        choices = tuple(Is("format", code) for code in self.codes)
        return choices[0] if len(choices) == 1 else Either(choices)


def format_named(text: str) -> Codes:
    """The formats that a whole query names.

    >>> format_named("large print"), format_named("large print romance")
    (('large_print',), ())
    """
    return formats_named(text, _ALONE)


def facets_named(text: str) -> Mapping[str, Codes]:
    """The values of facets that a whole query names: a language, formats."""
    named = {"language": language_named(text), "format": format_named(text)}
    return {facet: codes for facet, codes in named.items() if codes}


def format_typed(query: Query) -> FormatTyped | None:
    """The format that is named at the end or the beginning of words looked for anywhere."""
    if isinstance(query, Words):
        return _in_words(query) if query.field == ANYWHERE else None
    parts = query.parts if isinstance(query, Both) else ()
    for at, part in enumerate(parts):
        found = _in_words(part) if isinstance(part, Words) and part.field == ANYWHERE else None
        if found is not None:
            kept = [] if found.rest is None else [found.rest]
            return replace(found, rest=Both((*parts[:at], *kept, *parts[at + 1 :])))
    return None


def _in_words(words: Words) -> FormatTyped | None:
    if codes := format_named(words.text):
        return FormatTyped(words.text, codes, None)
    for named, rest in _cuts(words.text.split()):
        if rest and (codes := formats_named(" ".join(named), _CARRIERS)):
            return FormatTyped(" ".join(named), codes, Words(" ".join(rest)))
    return None


def _cuts(words: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    """The last words and the first, longer ones first, each with what is left."""
    for length in range(_LONGEST, 0, -1):
        rest = words[:-length]
        while len(rest) > 1 and rest[-1].casefold() in _BETWEEN:
            rest = rest[:-1]
        yield words[-length:], rest
        yield words[:length], words[length:]
