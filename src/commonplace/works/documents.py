"""The number of a government's document: what tells one report from the next of its title.

Agencies issue hundreds of reports under one name; the number that the documents' office gives to
each (SuDoc) is the same for its print, online and microfiche editions and for nothing else.
"""

import re
from functools import lru_cache

from commonplace.bibliography import Description
from commonplace.works.words import words_in

SCHEME = "sudoc"
DOCUMENT = "document:"
"""How the number begins in a key; nothing normalised has a colon."""
_BREAKS = re.compile(r"[^a-z0-9]+|(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])")
_CARRIERS = words_in("mf online cd rom dvd corr html pdf web disc disk print")
_LANGUAGES = words_in(
    "span spanish sp chin chinese kor korean viet vietnamese port portuguese fr fre french tag "
    "tagalog arab arabic rus russ russian ger german jap japn japanese ital italian pol polish "
    "creole haitian hait hmong khmer lao laotian farsi persian somali amharic amhar urdu hindi "
    "bengali thai ukr ukrainian nepali swahili burmese trad simp simplified traditional samoan "
    "ilocano gujarati punjabi armenian armen cambodian camb pashto dari eng english"
)
_EDITION = re.compile(r"[89]\d\d|19\d\d|20\d\d|rev")
_LEAST = 4


def document_number(description: Description, creator: str) -> str:
    """The number as a key has it, or nothing; ``""`` for a serial, whose number is a stem."""
    numbers = [
        _in_words(each.number)
        for each in description.call_numbers
        if each.scheme == SCHEME and not each.number.rstrip(" /").endswith(":")
    ]
    whole = [each for each in numbers if each]
    if not whole:
        return ""
    number = min(whole)
    main = description.creator
    if creator and main is not None and main.kind == "person":
        number = _without_edition(number)
    return f"{DOCUMENT} {number}"


@lru_cache(maxsize=1 << 10)
def _in_words(number: str) -> str:
    """Letters and figures apart, without language and carrier at the end.

    >>> _in_words("HE 20.3218:B 62/SPAN."), _in_words("EP 1.89/2:600/S3-87/010")
    ('he 20 3218 b 62', 'ep 1 89 2 600 s 3 87 010')
    """
    words = [word for word in _BREAKS.split(number.lower()) if word]
    while len(words) > _LEAST and (words[-1] in _CARRIERS or words[-1] in _LANGUAGES):
        del words[-1]
    return " ".join(words) if len(words) >= _LEAST else ""


def _without_edition(number: str) -> str:
    """A person's document in a later edition is the same work."""
    words = number.split()
    if len(words) > _LEAST + 1 and _EDITION.fullmatch(words[-1]):
        del words[-1]
    return " ".join(words)
