"""The small functions a row names after its MARC fields: from values to values.

Each takes the values a row has gathered, in the record's order, and gives the values that go on.
``STEPS`` is the dictionary; a row that names anything else is refused.
"""

import re
from collections.abc import Callable, Sequence

from commonplace.records.mapping.punctuation import tidy as tidied
from commonplace.records.mapping.punctuation import trimmed, unbracketed

Step = Callable[[Sequence[str]], list[str]]

_GMD = re.compile(
    r"\s*\[(?:electronic|sound record|video|large print|text|microform|computer|dvd|cd|graphic|"
    r"map|kit|game|motion picture|braille|ebook|e-book|eaudio|downloadable|music)[^\]]*\]",
    re.IGNORECASE,
)


def trim_isbd(values: Sequence[str]) -> list[str]:
    """Without the punctuation that leads to the next part.

    >>> trim_isbd(["Middlemarch :", "a study of provincial life /"])
    ['Middlemarch', 'a study of provincial life']
    """
    return [text for text in map(trimmed, values) if text]


def without_brackets(values: Sequence[str]) -> list[str]:
    """Trimmed, and without the brackets of what a cataloguer supplied.

    >>> without_brackets(["[Paris] :"])
    ['Paris']
    """
    return [text for text in map(unbracketed, values) if text]


def without_medium(values: Sequence[str]) -> list[str]:
    """Without a medium in square brackets that was keyed into the title itself.

    >>> without_medium(["The hobbit [sound recording]", "Letters [1914]"])
    ['The hobbit', 'Letters [1914]']
    """
    return [_GMD.sub("", text) if "[" in text else text for text in values]


def first(values: Sequence[str]) -> list[str]:
    """Only the first.

    >>> first(["a", "b"])
    ['a']
    """
    return list(values[:1])


def unique(values: Sequence[str]) -> list[str]:
    """Each once, in order; letter case makes no difference.

    >>> unique(["Dune", "dune", "Arrakis"])
    ['Dune', 'Arrakis']
    """
    if len(values) < 2:  # noqa: PLR2004 - one value cannot be there twice
        return list(values)
    once: dict[str, str] = {}
    for text in values:
        once.setdefault(text.casefold(), text)
    return list(once.values())


def tidy(values: Sequence[str]) -> list[str]:
    """In one line each, as the record has them otherwise.

    >>> tidy([" In  English. ", " "])
    ['In English.']
    """
    return [text for text in map(tidied, values) if text]


def lower(values: Sequence[str]) -> list[str]:
    """In lower case.

    >>> lower(["Volume"])
    ['volume']
    """
    return [text.lower() for text in values]


def in_sentences(values: Sequence[str]) -> list[str]:
    """All in one value, a full stop between them.

    >>> in_sentences(["Part 2", "The return"]), in_sentences(["In French.", "Subtitled."])
    (['Part 2. The return'], ['In French. Subtitled.'])
    """
    said = [text if text[-1] in ".!?" else f"{text}." for text in values[:-1]]
    return [" ".join([*said, values[-1]])] if values else []


def in_a_list(values: Sequence[str]) -> list[str]:
    """All in one value, a semicolon between them.

    >>> in_a_list(["Amsterdam", "Boston"])
    ['Amsterdam; Boston']
    """
    return ["; ".join(values)] if values else []


def in_paragraphs(values: Sequence[str]) -> list[str]:
    """All in one value, an empty line between them.

    >>> in_paragraphs(["One.", "Two."])
    ['One.\\n\\nTwo.']
    """
    return ["\n\n".join(values)] if values else []


def unquoted(values: Sequence[str]) -> list[str]:
    """Without the quotation marks and dashes a publisher's text is wrapped in.

    >>> unquoted(['"A shipwreck, and after"--', 'He said "no".'])
    ['A shipwreck, and after', 'He said "no".']
    """
    bare = [text.removesuffix("--").rstrip() for text in values]
    return [
        text[1:-1] if text[:1] == text[-1:] == '"' and text.count('"') == 2 else text  # noqa: PLR2004 - a pair
        for text in bare
    ]


STEPS: dict[str, Step] = {
    step.__name__: step
    for step in (
        trim_isbd,
        without_brackets,
        without_medium,
        first,
        unique,
        tidy,
        lower,
        in_sentences,
        in_a_list,
        in_paragraphs,
        unquoted,
    )
}
