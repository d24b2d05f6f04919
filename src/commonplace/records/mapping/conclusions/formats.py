"""The format as a patron names it, from all the evidence a record gives.

Cataloguers say it in up to fifteen places, and some of them are wrong. ``tables.formats`` says what
each place means; here the signs are collected and the rules tried. The same evidence comes again
and again, so the answer is remembered by its evidence.
"""

import re
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from commonplace.records.mapping.plan import Gathered
from commonplace.records.mapping.tables.formats import (
    BASES,
    CARRIERS,
    OVERRIDES,
    RULES,
    SCHOLARLY,
    SIGNS_007,
    SIGNS_338,
    SIGNS_FORM,
    SIGNS_SOUND,
    SIGNS_VIDEO,
    WORDS,
)

Signs = frozenset[str]
LOOKED_AT = 300
_COUNTS = re.compile(r"[\divxlc, \[\]\-]+(?=(?:unnumbered |numbered )?(?:pages?|p\.|leaves)(?!\w))")
_WORD = re.compile(r"[^\W_]+")
VOLUME: Signs = frozenset({"volume"})
ONLINE: Signs = frozenset({"online"})
VOLUME_WORDS = frozenset({"p", "pp", "page", "pages", "v", "vol", "volume", "volumes", "leaves"})
PLAIN_WORDS = frozenset(
    (
        *VOLUME_WORDS, *map(str, range(1, 61)), "a", "and", "by", "cm", "chiefly", "col", "color",
        "colored", "charts", "facsimiles", "files", "folded", "form", "forms", "i", "ii", "iii",
        "ill", "illus", "illustrated", "illustration", "illustrations", "in", "includes",
        "including", "iv", "leaf", "map", "maps", "of", "on", "online", "plates", "port", "ports",
        "portrait", "portraits", "resource", "sheet", "some", "to", "unnumbered", "unpaged",
        "various", "pagings", "x",
    )
) - {"12", "16", "35", "45"}  # fmt: skip
"""Words of extents that say nothing of a format but *volume* and *online*."""
NONE: Signs = frozenset()
_AT_29 = frozenset("efgkor")
_OBJECTS = {
    "g": "game_by_code",
    "w": "toy_by_code",
    "b": "kit_by_code",
    "a": "art_by_code",
    "c": "art_by_code",
}
_COMPUTER = {"g": "game", "e": "database", "d": "text_online", "j": "website"}
_SERIALS = {
    "p": "periodical",
    "n": "newspaper",
    "m": "monographic_series",
    "d": "database",
    "w": "website",
    "l": "loose_leaf",
}
_ONLINE = frozenset({"online", "electronic"})
_SHOWN = {"m": "motion_picture", "s": "slides", "f": "filmstrip", "t": "slides"} | dict.fromkeys(
    "aciklnop", "still"
)
_MAPS = {"e": "atlas", "d": "globe"}
_YEARLY = "aghbf"


def format_code(gathered: Gathered) -> str:
    """The code of the format, one of ``bibliography.FORMATS``."""
    texts = gathered.texts
    coded = (
        gathered.leader[6:8],
        _codes(gathered.first("codes_008")[18:34]),
        tuple(texts.get("codes_007", ())),
        tuple(texts.get("codes_006", ())),
        tuple(texts.get("carrier_codes", ())),
        _facts(gathered),
    )
    said = _said(texts.get("extents", ()))
    named = _named(gathered)
    in_title = signs_in(texts["medium_in_title"][0]) if "medium_in_title" in texts else NONE
    return _decided(coded, said, named, in_title)


class Codes(NamedTuple):
    """The positions of 008 that bear on the format: few values, so that answers are found again."""

    frequency: str
    kind: str
    form: str
    map_kind: str
    computer_kind: str
    form_of_things: str
    thing: str
    is_comic: bool
    is_thesis: bool


@lru_cache(maxsize=1 << 12)
def _codes(codes: str) -> Codes:
    """The positions, from 008/18-33."""
    codes, nature = codes.ljust(16), codes[6:10]
    picked = (codes[0], codes[3], codes[5], codes[7], codes[8], codes[11], codes[15])
    return Codes(*picked, "6" in nature, "m" in nature)


def _facts(gathered: Gathered) -> Signs:
    """What the record has that a format may hang on."""
    texts, level = gathered.texts, gathered.leader[7:8]
    facts = ["thesis_note"] if "thesis" in texts else []
    if level == "s" and SCHOLARLY.search(gathered.first("title_printed")):
        facts.append("scholarly")
    elif level in "ab" and "host_titles" in texts:
        facts.append("hosted")
    if any(each.publisher for each in gathered.values.get("publications", ())):
        facts.append("published")
    return frozenset(facts)


def _said(extents: list[str] | tuple[()]) -> Signs:
    if len(extents) == 1:
        return signs_in(extents[0])
    return frozenset(chain.from_iterable(map(signs_in, extents)))


def _named(gathered: Gathered) -> Signs:
    """What edition, carrier, system and genre say."""
    texts = gathered.texts
    found = [signs_in(texts["edition"][0])] if "edition" in texts else []
    for name in ("carrier_terms", "kept_on", "systems", "reproduced_as"):
        if name in texts:
            found += map(signs_in, texts[name])
    for genre in gathered.values.get("genres", ()):
        found.append(signs_in(genre.parts[0]))
    if gathered.leader[6:7] in "ijg" and "publications" in gathered.values:
        found += [signs_in(each.publisher) & _MAKERS for each in gathered.values["publications"]]
    return frozenset(chain.from_iterable(found)) if found else NONE


_MAKERS = frozenset({"player", "streaming", "online"})


@lru_cache(maxsize=1 << 12)
def signs_in(text: str) -> Signs:
    """The signs in some words. What only counts pages and centimetres is seen at a glance.

    >>> sorted(signs_in("2 videodiscs (Blu-ray)")), sorted(signs_in("xii, 389 pages ; 24 cm"))
    (['bluray', 'videodisc'], ['volume'])
    """
    if len(text) > LOOKED_AT:
        text = text[:LOOKED_AT]
    return _signs_in(_COUNTS.sub("", text))


@lru_cache(maxsize=1 << 13)
def _signs_in(text: str) -> Signs:
    words = set(_WORD.findall(text.lower()))
    if words <= PLAIN_WORDS:
        if "online" in words:
            return ONLINE
        return VOLUME if words & VOLUME_WORDS else NONE
    found = {sign for sign, pattern in WORDS if pattern.search(text)}
    return frozenset(found - {"volume"} if "online" in found else found)


Coded = tuple[str, Codes, tuple[str, ...], tuple[str, ...], tuple[str, ...], Signs]


@lru_cache(maxsize=1 << 14)
def _decided(coded: Coded, said: Signs, named: Signs, in_title: Signs) -> str:
    leader, codes, codes_007, codes_006, carriers, facts = coded
    by_code = _by_code(leader, codes, codes_006) | _by_carrier(codes_007, carriers)
    signs = facts | by_code | said | named
    if ("volume" in signs and not by_code & _ONLINE) or {"nc", "nb"} & set(carriers):
        signs |= {"volume_by_code"}
    if not signs & CARRIERS:
        signs |= in_title
    base = _base(leader, signs)
    for line in RULES[base]:
        if (not line.any_of or line.any_of & signs) and not line.none_of & signs:
            return line.format
    return "other"


def _base(leader: str, signs: Signs) -> str:
    """The broad kind, by the leader, unless the carrier shows that the leader is wrong."""
    base = BASES.get(leader[:1], "text")
    for kinds, others, unless, kind in OVERRIDES:
        if base in kinds.split() and signs & others and not signs & unless:
            return kind
    if base == "text" and leader[1:2] in "si":
        return "periodical" if leader[1:2] == "s" else "integrating"
    return base


def _by_code(leader: str, codes: Codes, codes_006: tuple[str, ...]) -> Signs:
    """What leader, 008 and 006 say."""
    kind, level = leader[:1], leader[1:2]
    form = codes.form_of_things if kind in _AT_29 else codes.form
    found = {SIGNS_FORM.get(form, "")}
    for each in codes_006:
        found.add(SIGNS_FORM.get(each[12:13] if each[0] in _AT_29 else each[6:7], ""))
    if kind in "at":
        found |= _of_text(level, codes)
    else:
        table, code = {
            "m": (_COMPUTER, codes.computer_kind),
            "r": (_OBJECTS, codes.thing),
            "g": (_SHOWN, codes.thing),
            "e": (_MAPS, codes.map_kind),
            "f": (_MAPS, codes.map_kind),
        }.get(kind, ({}, ""))
        found.add(table.get(code, ""))
    return frozenset(found - {""})


def _of_text(level: str, codes: Codes) -> set[str]:
    if level in "cd":
        return {"collection"} if level == "c" else set()
    if level in "si":
        is_yearly = codes.frequency in _YEARLY and codes.kind == " "
        return {_SERIALS.get(codes.kind, ""), "yearbook" if is_yearly else ""}
    return {"comic" if codes.is_comic else "", "thesis_by_code" if codes.is_thesis else ""}


def _by_carrier(codes_007: tuple[str, ...], carriers: tuple[str, ...]) -> Signs:
    """What 007 and 338$b say."""
    found = {SIGNS_338.get(each.strip(" ."), "") for each in carriers}
    for each in codes_007:
        found.add(SIGNS_007.get(each[:2]) or SIGNS_007.get(each[0], ""))
        if each[0] == "v":
            found.add(SIGNS_VIDEO.get(each[4:5], ""))
        elif each[0] == "s" and each[1:2] == "d":
            found.add(SIGNS_SOUND.get(each[3:4], ""))
    return frozenset(found - {""})
