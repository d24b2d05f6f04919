"""Which letters a language files after which: *ö* behind *z* in Swedish, *ñ* behind *n* in Spanish.

Everything else files by its bare letters, as most languages do. Facts: the tailorings of Unicode
CLDR, as far as a catalogue's keys can carry them.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

# Behind each letter, those that file right after all that begin with it.
AFTER: Mapping[str, str] = {
    "bs": "c: č ć; d: dž đ; l: lj; n: nj; s: š; z: ž",
    "cs": "c: č; h: ch; r: ř; s: š; z: ž",
    "da": "z: æ,ä ø,ö å,aa",
    "es": "n: ñ",
    "et": "s: š z ž; w: õ ä ö ü",
    "fi": "z: å ä,æ ö,ø",
    "hr": "c: č ć; d: dž đ; l: lj; n: nj; s: š; z: ž",
    "hu": "c: cs; d: dz dzs; g: gy; l: ly; n: ny; o: ö,ő; s: sz; t: ty; u: ü,ű; z: zs",
    "is": "a: á; d: ð; e: é; i: í; o: ó; u: ú; y: ý; z: þ æ,ä ö,ø å",
    "lt": "c: č; s: š; z: ž",
    "lv": "c: č; g: ģ; k: ķ; l: ļ; n: ņ; s: š; z: ž",
    "nb": "z: æ,ä ø,ö å,aa",
    "nn": "z: æ,ä ø,ö å,aa",
    "no": "z: æ,ä ø,ö å,aa",
    "pl": "a: ą; c: ć; e: ę; l: ł; n: ń; o: ó; s: ś; z: ź ż",
    "ro": "a: ă â; i: î; s: ș,ş; t: ț,ţ",
    "sk": "a: ä; c: č; h: ch; o: ô; r: ř; s: š; z: ž",
    "sl": "c: č ć; d: đ; s: š; z: ž",
    "sq": "c: ç; e: ë; d: dh; g: gj; l: ll; n: nj; r: rr; s: sh; t: th; x: xh; z: zh",
    "sv": "z: å ä,æ ö,ø",
    "tr": "c: ç; g: ğ; h: ı; o: ö; s: ş; u: ü",
    "az": "c: ç; e: ə; g: ğ; h: x ı; k: q; o: ö; s: ş; u: ü",
    "cy": "c: ch; d: dd; f: ff; g: ng; l: ll; p: ph; r: rh; t: th",
}
# No word goes on like this, so what is spelled so files behind every word that begins otherwise.
_BEHIND = "zzz"
_TWO_KINDS_OF_I = frozenset({"tr", "az"})
_NUMBER = re.compile(r"[0-9]+")
_MANY = 9


def tailored(text: str, language: str) -> str:
    """The text so spelled that its bare letters file as the language files it.

    >>> sorted(["Ödla", "Zebra", "Ost"], key=lambda word: tailored(word, "sv"))
    ['Ost', 'Zebra', 'Ödla']
    """
    primary = language.partition("-")[0]
    letters = _spelled(primary)
    if not letters:
        return text
    text = unicodedata.normalize("NFC", text)
    if primary in _TWO_KINDS_OF_I:
        text = text.replace("I", "ı").replace("İ", "i")
    text = text.lower()
    for letter, spelled in letters:
        text = text.replace(letter, spelled)
    return text


def by_value(key: str) -> str:
    """The key so spelled that numbers file by what they are worth.

    >>> sorted(["100 years", "20 leagues", "3 men", "Abba"], key=by_value)
    ['3 men', '20 leagues', '100 years', 'Abba']
    """
    return _NUMBER.sub(_with_length, key)


def _with_length(found: re.Match[str]) -> str:
    """A number behind how many figures it has: of as many, the text files as the value does."""
    figures = found[0].lstrip("0") or "0"
    length = len(figures)
    return f"{length}{figures}" if length < _MANY else f"{_MANY}{length:02}{figures}"


@lru_cache(maxsize=64)
def _spelled(language: str) -> tuple[tuple[str, str], ...]:
    """Each letter of the language's own with what it is spelled as, the longest first."""
    spelled = []
    for entry in filter(None, AFTER.get(language, "").split("; ")):
        base, _, behind = entry.partition(": ")
        for place, group in enumerate(behind.split()):
            key = f"{base}{_BEHIND}{chr(ord('a') + place)}"
            spelled += [(letter, key) for letter in group.split(",")]
    return tuple(sorted(spelled, key=lambda each: -len(each[0])))
