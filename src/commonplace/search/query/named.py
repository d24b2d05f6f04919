"""Values by their names: formats, languages, audiences and kinds as readers call them.

A name may stand for several values: *audiobook* is one on a disc, on a tape or to download. Names
are compared folded, in the singular or the plural.
"""

from collections.abc import Callable, Container, Iterable, Mapping
from functools import lru_cache

import langcodes
from babel import Locale

from commonplace.bibliography.formats import FORMATS, FormatGroup
from commonplace.search.analysis import words_of
from commonplace.search.analysis.stemming import stems_of

Codes = tuple[str, ...]

_GROUPS = {"books": FormatGroup.BOOKS, "listening": FormatGroup.LISTENING,
           "music": FormatGroup.MUSIC, "watching": FormatGroup.WATCHING,
           "playing": FormatGroup.PLAYING, "reading online": FormatGroup.READING_ONLINE,
           "periodicals": FormatGroup.PERIODICALS, "film": FormatGroup.WATCHING,
           "movie": FormatGroup.WATCHING}  # fmt: skip
_SEVERAL: Mapping[str, str] = {
    "audiobook": "audiobook_cd audiobook_tape audiobook_mp3 audio_player eaudiobook talking_book",
    "audio book": "audiobook_cd audiobook_tape audiobook_mp3 audio_player eaudiobook talking_book",
    "talking book": "audiobook_cd audiobook_tape audiobook_mp3 audio_player eaudiobook "
    "talking_book",
    "cd": "music_cd audiobook_cd",
    "tape": "music_tape audiobook_tape",
    "cassette": "music_tape audiobook_tape",
    "lp": "music_lp",
    "vinyl": "music_lp",
    "e book": "ebook",
    "e audiobook": "eaudiobook",
    "large type": "large_print",
    "video": "dvd bluray uhd vhs film_reel evideo video",
    "4k": "uhd",
    "disc": "dvd bluray uhd",
    "comic": "graphic_novel",
    "manga": "graphic_novel",
    "magazine": "magazine emagazine",
    "picture book": "picture_book board_book",
    "game": "video_game board_game",
    "console game": "video_game",
    "streaming": "evideo emusic",
    "download": "ebook eaudiobook emusic evideo emagazine",
    "sheet music": "score",
    "cartographic": "map atlas globe",
}
_AUDIENCES: Mapping[str, str] = {
    "children": "children", "child": "children", "kid": "children", "juvenile": "children",
    "young reader": "children", "teens": "teens", "teen": "teens", "teenager": "teens",
    "young adult": "teens", "ya": "teens", "adolescent": "teens", "adults": "adults",
    "adult": "adults", "grown up": "adults", "general": "general", "everyone": "general",
    "all age": "general", "family": "general",
}  # fmt: skip
_KINDS: Mapping[str, str] = {
    "fiction": "fiction", "nonfiction": "nonfiction", "non fiction": "nonfiction",
    "novel": "fiction", "story": "fiction", "factual": "nonfiction", "true": "nonfiction",
}  # fmt: skip
_AVAILABLE: Mapping[str, str] = {
    "now": "now", "yes": "now", "in": "now", "on shelf": "now", "available": "now",
    "online": "online", "download": "online", "electronic": "online",
}  # fmt: skip

# What languages are called by those who speak them (names of the Unicode CLDR, version 44), and
# names that English readers use beside those of its list.
_OWN_NAMES = """
العربية:ara বাংলা:ben български:bul català:cat čeština:cze dansk:dan deutsch:ger eesti:est
ελληνικά:gre english:eng español:spa castellano:spa esperanto:epo euskara:baq فارسی:per
français:fre gaeilge:gle gàidhlig:gla galego:glg ગુજરાતી:guj 한국어:kor हिन्दी:hin hrvatski:hrv
indonesia:ind íslenska:ice italiano:ita עברית:heb ქართული:geo kiswahili:swa latviešu:lav
lietuvių:lit magyar:hun македонски:mac melayu:may nederlands:dut 日本語:jpn नेपाली:nep norsk:nor
bokmål:nob nynorsk:nno ਪੰਜਾਬੀ:pan polski:pol português:por română:rum русский:rus shqip:alb
slovenčina:slo slovenščina:slv soomaali:som српски:srp suomi:fin svenska:swe தமிழ்:tam తెలుగు:tel
ไทย:tha tagalog:tgl filipino:fil türkçe:tur українська:ukr اردو:urd tiếng-việt:vie cymraeg:wel
中文:chi 汉语:chi 普通话:chi ייִדיש:yid አማርኛ:amh հայերեն:arm latina:lat
mandarin:chi cantonese:chi farsi:per flemish:dut castilian:spa gaelic:gla burmese:bur
"""
_NAMED_IN = ("en", "es", "fr", "ar", "zh")


def values_named(field: str, typed: str) -> Codes | None:
    """The values that a name stands for; none for a name nobody knows, ``None`` for a field whose
    values are the library's own."""
    find = _FINDERS.get(field)
    if find is None:
        return None
    name = " ".join(words_of(typed))
    found = (codes for each in _singulars(name) if (codes := find(each)))
    return next(found, ())


def names_of(field: str) -> Iterable[str]:
    """The names that values of a field may be called by, for those who mistyped one."""
    match field:
        case "format":
            return (*(each.label.casefold() for each in FORMATS.values()), *_SEVERAL, *_GROUPS)
        case "language":
            return _names_of_languages("en")
        case _:
            return _SIMPLE.get(field, {})


def formats_named(typed: str, among: Container[str]) -> Codes:
    """The formats that are called so, in the singular or the plural, by one of these names."""
    names = _singulars(" ".join(words_of(typed)))
    found = (_formats(each) for each in names if each in among)
    return next(found, ())


def language_named(typed: str) -> Codes:
    """The language that a whole query names, in English or in that language: *Spanish*, *español*.

    >>> language_named("Spanish"), language_named("spa"), language_named("Spanish civil war")
    (('spa',), (), ())
    """
    name = " ".join(words_of(typed))
    code = _own_names().get(name) or _names_of_languages("en").get(name)
    return (code,) if code else ()


def _singulars(name: str) -> Iterable[str]:
    """The name, and the same with its last word in the singular."""
    yield name
    *before, last = name.split() or [""]
    (english,) = stems_of(["eng"])
    for plainer in (*english[last], last.removesuffix("s")):
        yield " ".join((*before, plainer))


def _formats(name: str) -> Codes:
    by_label = _formats_by_label()
    if name in _SEVERAL:
        return tuple(_SEVERAL[name].split())
    if name in by_label:
        return (by_label[name],)
    group = _GROUPS.get(name)
    return tuple(each.code for each in FORMATS.values() if each.group is group)


@lru_cache(maxsize=1)
def _formats_by_label() -> Mapping[str, str]:
    labels = {" ".join(words_of(each.label)): code for code, each in FORMATS.items()}
    return {code.replace("_", " "): code for code in FORMATS} | labels


def _languages(name: str) -> Codes:
    if not name:
        return ()
    codes = (_own_names().get(name), *(_names_of_languages(each).get(name) for each in _NAMED_IN))
    found = next(filter(None, codes), "") or _code(name)
    return (found,) if found else ()


def _code(name: str) -> str:
    """The MARC code of a language's code of two letters or three; empty for any other word."""
    if not (name.isascii() and name.isalpha() and len(name) in {2, 3}):
        return ""
    return _marc_code(name) or (name if len(name) == 3 else "")  # noqa: PLR2004 - MARC's length


def _marc_code(tag: str) -> str:
    try:
        return langcodes.Language.get(tag).to_alpha3(variant="B")
    except (LookupError, ValueError):
        return ""


@lru_cache(maxsize=1)
def _own_names() -> Mapping[str, str]:
    pairs = (each.rpartition(":")[::2] for each in _OWN_NAMES.split())
    return {" ".join(words_of(name)): code for name, code in pairs}


@lru_cache(maxsize=len(_NAMED_IN))
def _names_of_languages(locale: str) -> Mapping[str, str]:
    named = ((tag, " ".join(words_of(name))) for tag, name in Locale(locale).languages.items())
    codes = {name: _marc_code(tag) for tag, name in named if "_" not in tag}
    return {name: code for name, code in codes.items() if code}


_SIMPLE: Mapping[str, Mapping[str, str]] = {
    "audience": _AUDIENCES,
    "contenttype": _KINDS,
    "available": _AVAILABLE,
}


def _simple(names: Mapping[str, str]) -> Callable[[str], Codes]:
    return lambda name: (names[name],) if name in names else ()


_FINDERS: Mapping[str, Callable[[str], Codes]] = {
    "format": _formats,
    "language": _languages,
    **{field: _simple(names) for field, names in _SIMPLE.items()},
}
