"""Languages: what a MARC code is called in the page's language, and how text is marked up in HTML.

Records use MARC codes (``chi``); HTML and Babel use BCP 47 (``zh``). Text is marked with the
record's language only when its letters belong to it: the English title of a Chinese film is not
Chinese, and a romanised one is read out as letters.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

import langcodes
from babel import Locale, UnknownLocaleError

from commonplace.records.vocabularies.languages import LANGUAGES
from commonplace.web.words.locales import page_locale

NOT_A_LANGUAGE = frozenset({"", "und", "zxx", "mul"})
_RIGHT_TO_LEFT = frozenset({"Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm"})
# What a script's letters are called in Unicode, and the subtag BCP 47 has for it.
_SCRIPTS = {
    "LATIN": "Latn", "CJK": "Hani", "HIRAGANA": "Kana", "KATAKANA": "Kana", "HANGUL": "Hang",
    "ARABIC": "Arab", "HEBREW": "Hebr", "CYRILLIC": "Cyrl", "GREEK": "Grek", "DEVANAGARI": "Deva",
    "BENGALI": "Beng",  # codespell:ignore beng
    "THAI": "Thai", "TAMIL": "Taml", "TELUGU": "Telu", "GUJARATI": "Gujr",
    "GURMUKHI": "Guru", "ARMENIAN": "Armn", "GEORGIAN": "Geor", "ETHIOPIC": "Ethi",
    "KHMER": "Khmr", "LAO": "Laoo", "MYANMAR": "Mymr", "SINHALA": "Sinh", "TIBETAN": "Tibt",
    "SYRIAC": "Syrc", "THAANA": "Thaa", "KANNADA": "Knda", "MALAYALAM": "Mlym", "YI": "Yiii",
}  # fmt: skip
# A language's usual script covers more than one script of letters.
_COVERS = {"Hans": {"Hani"}, "Hant": {"Hani"}, "Jpan": {"Hani", "Kana"}, "Kore": {"Hang", "Hani"}}


def language_name(code: str) -> str:
    """The language in the page's language; the MARC list's English name where no one has one."""
    return capitalised(_name_in(str(page_locale()), code))


def tag_name(tag: str) -> str:
    """The language of a BCP 47 tag, as it stands within a sentence; its tag where none is known."""
    names = page_locale().languages
    return names.get(tag.replace("-", "_")) or names.get(tag.partition("-")[0]) or tag


def language_names(codes: Iterable[str]) -> list[str]:
    """The names of real languages among these codes, as they stand within a sentence."""
    locale = str(page_locale())
    return [_name_in(locale, code) for code in codes if code not in NOT_A_LANGUAGE]


def capitalised(words: str) -> str:
    """The words as they begin a line."""
    return words[:1].upper() + words[1:]


def own_name(tag: str) -> str:
    """What a language is called by those who speak it, if that is known; else by the page."""
    try:
        return _own_name(tag)
    except (UnknownLocaleError, ValueError):  # Ancient Greek, Old English, … have no locale
        return capitalised(tag_name(tag))


@lru_cache(maxsize=256)
def _own_name(tag: str) -> str:
    locale = Locale.parse(tag.replace("-", "_"))
    name = locale.get_display_name(str(locale)) or tag
    return {"zh_Hans": "简体中文"}.get(str(locale), capitalised(name))


@lru_cache(maxsize=4096)
def _name_in(locale: str, code: str) -> str:
    known = Locale.parse(locale).languages.get(bcp47(code), "")
    return known or LANGUAGES.get(code, code)


def page_languages() -> tuple[str, ...]:
    """The page's language as a search is told it: a MARC code; none for English, which is looked
    for on every page."""
    code = _marc_code(page_locale().language)
    return () if code in {"", "eng"} else (code,)


@lru_cache(maxsize=64)
def _marc_code(language: str) -> str:
    try:
        return langcodes.Language.get(language).to_alpha3(variant="B")
    except (LookupError, ValueError):
        return ""


@lru_cache(maxsize=1024)
def bcp47(code: str) -> str:
    """The BCP 47 tag of a MARC language code; ``und`` where it is no code at all."""
    try:
        return langcodes.standardize_tag(code) if code.isalpha() else "und"
    except ValueError:
        return "und"


def script_of(text: str) -> str:
    """The script of the first letter that tells, as BCP 47 writes it; empty where none does."""
    for letter in text:
        if letter <= "z":
            if letter.isalpha():
                return "Latn"
        elif letter.isalpha():
            first = unicodedata.name(letter, "").partition(" ")[0].partition("-")[0]
            if first in _SCRIPTS:
                return _SCRIPTS[first]
    return ""


def language_tag(text: str, codes: Sequence[str]) -> str:
    """The ``lang`` to give this text from a record in these languages; empty where none is known.

    ``zh`` for Chinese characters in a Chinese record, ``und-Latn`` for Latin letters in it.
    """
    script = script_of(text)
    real = tuple(code for code in codes if code in LANGUAGES and code not in NOT_A_LANGUAGE)
    return _tag(script, real) if script else ""


@lru_cache(maxsize=4096)
def _tag(script: str, codes: tuple[str, ...]) -> str:
    for code in codes:
        tag = bcp47(code)
        usual = langcodes.Language.get(tag).maximize().script or ""
        if script == usual or script in _COVERS.get(usual, ()):
            return tag
    likely = {"Hani": "zh", "Kana": "ja", "Hang": "ko"}
    if script == "Latn" and not codes:
        return ""
    return likely.get(script) or f"und-{script}"


def is_right_to_left(text: str) -> bool:
    """Whether this text begins with letters that run from right to left."""
    return script_of(text) in _RIGHT_TO_LEFT
