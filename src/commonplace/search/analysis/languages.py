"""Which language a short text is likely to be in, from its small words and its script.

Only a hint: a typed word is looked for in the forms of these languages as well. Accents say
nothing, because they make no difference: *étude* and *etude* find the same. Codes are MARC's.
"""

import re
from collections.abc import Iterator, Mapping

CATALOGUED_IN = "eng"
"""The language of headings and notes in most records that libraries share."""

_SMALL_WORDS: Mapping[str, str] = {
    "fre": "le la les des du une un et au aux dans pour sur avec sans chez que qui est",
    "spa": "el la los las del una un y en para con por que de al",
    "por": "os da das dos uma um em para com por que de",
    "ita": "il lo la gli le della del dei di un una e per con che al",
    "cat": "els les del una amb per que de",
    "ger": "der die das den dem des ein eine und im von zu zum zur mit auf fur ist",
    "dut": "de het een van en in op met voor",
    "swe": "och en ett den det av som till",
    "dan": "og en et den det af som til",
    "nor": "og en et den det av som til",
    "fin": "ja ei",
    "pol": "na nie sie",
    "tur": "ve bir",
    "rum": "si un de la",
    "rus": "и в на не с по",
}
_SCRIPTS = (
    (re.compile("[іїєґ]", re.IGNORECASE), "ukr"),
    (re.compile("[а-яё]", re.IGNORECASE), "rus"),
    (re.compile("[α-ωά-ώ]", re.IGNORECASE), "gre"),
    (re.compile("[\u0620-\u064a]"), "ara"),
)
_BY_WORD = {
    word: tuple(code for code, words in _SMALL_WORDS.items() if word in words.split())
    for word in {word for words in _SMALL_WORDS.values() for word in words.split()}
}


def likely(text: str) -> Iterator[str]:
    """The languages, beside English, that what was typed may be in."""
    lowered = text.casefold()
    for word in lowered.split():
        yield from _BY_WORD.get(word, ())
    if not lowered.isascii():
        yield from (code for script, code in _SCRIPTS if script.search(lowered))
