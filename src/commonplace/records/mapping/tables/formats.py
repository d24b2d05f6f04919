"""What each piece of evidence says about the format, and which format the evidence adds up to.

Evidence becomes *signs* (``bluray``, ``online``, ``large_print``). ``BASES`` gives the broad kind a
leader names; ``RULES`` are tried in order within a kind and the first whose signs are all there
wins. Words in 245$h only count where no code and no extent speaks of a carrier.
"""

import re
from typing import NamedTuple

# leader/06 → the broad kind
BASES = {
    "a": "text", "t": "manuscript", "c": "score", "d": "score", "e": "map", "f": "map",
    "g": "film", "i": "spoken", "j": "music", "k": "picture", "m": "computer", "o": "kit",
    "p": "archive", "r": "object",
}  # fmt: skip

# 007/00-01 → signs
SIGNS_007 = {
    "ad": "atlas", "ag": "map_sheet", "aj": "map_sheet", "d": "globe", "h": "microform",
    "cr": "online", "co": "disc_for_computers", "cd": "disc_for_computers", "cb": "cartridge",
    "f": "braille", "gs": "slides", "go": "filmstrip", "gt": "slides", "gc": "slides",
    "k": "still", "m": "film_reel",
    "sd": "disc", "ss": "tape", "sq": "roll", "sr": "online", "st": "reel",
    "ta": "volume", "tb": "large_print", "tc": "braille", "td": "volume",
    "vc": "videotape", "vd": "videodisc", "vf": "videotape", "vr": "videotape",
}  # fmt: skip
"""By both positions, else by the first alone."""

# 007/04 of a videorecording, 007/03 of a sound disc → signs
SIGNS_VIDEO = {"v": "dvd", "s": "bluray", "b": "vhs", "g": "laserdisc", "a": "videotape"}
SIGNS_SOUND = {"a": "lp", "b": "lp", "c": "lp", "d": "lp", "e": "lp", "f": "cd"}

# 338$b → signs (RDA carriers)
SIGNS_338 = {
    "nc": "volume", "nb": "sheet", "no": "card", "nr": "object", "cr": "online",
    "ca": "disc_for_computers", "cd": "disc_for_computers", "ce": "disc_for_computers",
    "cb": "cartridge", "sd": "disc", "ss": "tape", "sg": "tape", "st": "reel", "sq": "roll",
    "vd": "videodisc", "vf": "videotape", "vc": "videotape", "vr": "videotape",
    "mc": "film_reel", "mf": "film_reel", "mr": "film_reel", "mo": "film_reel",
    "gs": "slides", "gf": "filmstrip", "gc": "filmstrip", "gt": "slides",
    "ha": "microform", "hb": "microform", "hc": "microform", "hd": "microform", "he": "microform",
    "hf": "microform", "hg": "microform", "hh": "microform", "hj": "microform", "hz": "microform",
}  # fmt: skip

# form of item (008/23, or 008/29 for maps, films, pictures, objects; 006 likewise) → signs
SIGNS_FORM = {
    "a": "microform", "b": "microform", "c": "microform", "d": "large_print", "f": "braille",
    "o": "online", "q": "direct_access", "s": "electronic",
}  # fmt: skip

# what words say, wherever formats are named: extent, carrier, edition, system, genre
WORDS = tuple(
    (sign, re.compile("|".join(words.split(" | ")), re.IGNORECASE))
    for sign, words in (
        ("uhd",          r"\b4k\b | ultra[ -]?hd | \buhd\b | ultra high definition"),
        ("bluray",       r"blu[ -]?ray"),
        ("dvd",          r"\bdvds?\b(?![ -]?(?:rom|audio)) | digital video dis[ck]"),
        ("vhs",          r"\bvhs\b"),
        ("laserdisc",    r"laser ?dis[ck] | laser optical | \bc[la]v\b"),
        ("videodisc",    r"video ?dis[ck] | vidéodisque"),
        ("videotape",    r"video ?cass?ette | videotape | vidéocassette"),
        ("film_reel",    r"film reel | \bfilm ?cartridge | \b(?:16|35) ?mm\b"),
        ("filmstrip",    r"filmstrip"),
        ("slides",       r"\bslides?\b"),
        ("streaming",    r"streaming | web ?cast | kanopy | hoopla"),
        ("online", (
            r"online | electronic (?:book|text|resource|journal) | e-?books?\b | e-?audio"
            r" | downloadable | overdrive | digital download | world wide web | \bpdf\b"
            r" | \bepub\b | web ?site | recurso electrónico"
            r" | ressource électronique"  # codespell:ignore
        )),
        ("mp3",          r"\bmp3\b"),
        ("player",       r"playaway | (?:sound|audio|digital) media player | pre-?loaded"),
        ("cd", (
            r"compact dis[ck] | \bcds?\b(?![ -]?(?:rom|i\b)) | 4 ?3/4 in | 12 cm"
            r" | 1\.4 m | disque compact"
        )),
        ("lp", (
            r"33 ?(?:1/3|⅓|\.3) | \b(?:45|78) ?rpm | \blps?\b | vinyl | phonodisc"
            r" | \banalog(?:ue)?\b(?!.*digital) | microgroove"  # codespell:ignore
        )),
        ("disc",         r"(?:sound|audio) ?dis[ck] | disque"),
        ("tape",         r"(?:sound|audio) ?cass?ette | audio ?tape | tape reel | \bcassettes?\b"),
        ("large_print", (
            r"large[ -](?:print|type) | \blg\.? ?print | gros(?:ses)? caractères"
            r" | letra grande"
        )),
        ("braille",      r"braille"),
        ("board_book",   r"board ?books?\b"),
        ("picture_book", r"picture ?books?\b"),
        ("comic", (
            r"graphic novels? | comic ?books? | \bcomics\b | comic strips | \bmanga\b"
            r" | bandes? dessinées? | novelas gráficas"
        )),
        ("audiobook", (
            r"audio ?books? | talking books? | books on tape | recorded books"
            r" | spoken word"
        )),
        ("game", (
            r"video ?games? | computer games? | \bxbox | playstation | \bps ?[2345]\b"
            r" | \bps ?vita | nintendo | \bwii\b | gamecube | game ?boy | \bsega\b"
            r" | \bkinect | steam deck"
        )),
        ("board_game",   r"board ?games? | card ?games? | \b1 game\b | \bdominoes | \bchess set"),
        ("toy", (
            r"\btoys?\b | puzzles?\b | \bdolls?\b | puppets?\b | \bblocks\b"
            r" | flash ?cards?"
        )),
        ("equipment", (
            r"hot ?spots?\b | laptop | chromebook | \btablet computer | telescope | ukulele"
            r" | \be-?readers?\b | sewing machine | projector | thermal camera | \bequipment\b"
            r" | \btools?\b | kill[ -]a[ -]watt | snowshoe"
        )),
        ("kit",          r"\bkits?\b | storytime | \bbook club in a bag"),
        ("microform",    r"microfilm | microfiche | microform | microopaque"),
        ("atlas",        r"\batlas"),
        ("globe",        r"\bglobe"),
        ("cd_rom", (
            r"(?:cd|dvd)[ -]?rom | computer (?:optical )?dis[ck] | computer laser"
            r" | floppy | disquette"
        )),
        ("cartridge",    r"computer (?:chip )?cartridge | game card"),
        ("database",     r"\bdatabases?\b"),
        ("magazine",     r"\bmagazines?\b | \bperiodicals?\b"),
        ("newspaper",    r"\bnewspapers?\b"),
        ("still",        r"photographs?\b | photographic prints? | \bposters?\b | \bpostcards?\b"),
        ("volume",       r"\b(?:p|pp|pages?|v|vol|volumes?|leaves)\b"),
    )
)  # fmt: skip

SCHOLARLY = re.compile(
    r"\b(?:journal (?:of|for)|international journal|transactions|proceedings|annals of|acta|"
    r"archives of|zeitschrift|revue (?:de|des|du)|bulletin de la)\b",
    re.IGNORECASE,
)
"""Titles of periodicals that patrons call journals; 008/21 has one code for both."""

CARRIERS = frozenset(
    (
        "atlas", "map_sheet", "online", "disc_for_computers", "cartridge", "globe", "slides",
        "filmstrip", "microform", "film_reel", "disc", "tape", "roll", "reel", "large_print",
        "braille", "sheet", "videodisc", "videotape", "dvd", "bluray", "vhs",
        "laserdisc", "lp", "cd", "uhd", "mp3", "player",
    )
)  # fmt: skip
"""Signs of a carrier: where a code or an extent gives one, words in 245$h are not asked."""


class Rule(NamedTuple):
    """A format: any of ``any_of`` is among the signs (or it is empty), and none of ``none_of``."""

    format: str
    any_of: frozenset[str]
    none_of: frozenset[str]


def rule(code: str, any_of: str = "", *, unless: str = "") -> Rule:
    """A line of ``RULES``."""
    return Rule(code, frozenset(any_of.split()), frozenset(unless.split()))


_PERIODICALS = (
    rule("microform",      "microform"),
    rule("newspaper",      "newspaper"),
    rule("software",       "cd_rom disc_for_computers",    unless="online volume"),
    rule("database",       "database",                     unless="magazine"),
    rule("website",        "website"),
    rule("braille",        "braille"),
    rule("emagazine",      "online streaming electronic",  unless="yearbook volume sheet"),
    rule("ebook",          "online streaming electronic",  unless="volume sheet"),
    rule("book",           "monographic_series yearbook loose_leaf"),
    rule("magazine",       "periodical magazine",          unless="scholarly"),
    rule("journal"),
)

_SOUND = (
    rule("{player}",       "player"),
    rule("{online}",       "online streaming electronic",  unless="disc tape reel cd lp"),
    rule("{mp3}",          "mp3"),
    rule("{tape}",         "tape reel",                    unless="disc cd"),
    rule("{cd}",           "cd"),
    rule("{lp}",           "lp"),
    rule("{cd}",           "disc disc_for_computers"),
    rule("{tape}",         "tape"),
    rule("{player}",       "direct_access"),
    rule("{online}",       "online streaming electronic"),
    rule("{any}"),
)


def _sound(**codes: str) -> tuple[Rule, ...]:
    return tuple(line._replace(format=line.format.format(**codes)) for line in _SOUND)


RULES: dict[str, tuple[Rule, ...]] = {
    "text": (
        rule("microform",      "microform"),
        rule("article",        "hosted"),
        rule("braille",        "braille"),
        rule("ebook",          "online streaming electronic", unless="volume_by_code"),
        rule("graphic_novel",  "comic"),
        rule("board_book",     "board_book"),
        rule("large_print",    "large_print"),
        rule("picture_book",   "picture_book"),
        rule("thesis",         "thesis_note",                 unless="published"),
        rule("archive",        "collection",                  unless="published"),
        rule("book"),
    ),
    "periodical": _PERIODICALS,
    "integrating": (
        rule("database",       "database"),
        rule("book",           "loose_leaf volume_by_code"),
        rule("website",        "website online electronic streaming"),
        rule("book"),
    ),
    "manuscript": (
        rule("microform",      "microform"),
        rule("archive",        "collection"),
        rule("thesis",         "thesis_note thesis_by_code"),
        rule("ebook",          "online electronic",           unless="volume_by_code"),
        rule("manuscript"),
    ),
    "score": (rule("score"),),
    "map": (
        rule("globe",          "globe"),
        rule("atlas",          "atlas"),
        rule("map"),
    ),
    "film": (
        rule("slides",  "slides filmstrip", unless="videodisc videotape dvd bluray"),
        rule("evideo",  "online streaming electronic",
                        unless="videodisc videotape dvd bluray uhd vhs film_reel"),
        rule("uhd",            "uhd"),
        rule("bluray",         "bluray"),
        rule("dvd",            "dvd"),
        rule("vhs",            "vhs videotape"),
        rule("video",          "laserdisc"),
        rule("dvd",            "videodisc"),
        rule("film_reel",      "film_reel motion_picture"),
        rule("evideo",         "online streaming electronic"),
        rule("picture",        "still"),
        rule("video"),
    ),
    "spoken": _sound(player="audio_player", online="eaudiobook", mp3="audiobook_mp3",
                     cd="audiobook_cd", tape="audiobook_tape", lp="talking_book",
                     any="talking_book"),
    "music": _sound(player="music", online="emusic", mp3="music_cd", cd="music_cd",
                    tape="music_tape", lp="music_lp", any="music"),
    "picture": (
        rule("slides",         "slides filmstrip"),
        rule("toy",            "toy"),
        rule("picture"),
    ),
    "computer": (
        rule("video_game",     "game"),
        rule("eaudiobook",     "audiobook"),
        rule("ebook",          "text_online"),
        rule("evideo",         "video_online"),
        rule("database",       "database"),
        rule("website",        "website"),
        rule("website",        "online streaming",            unless="cd_rom disc_for_computers"),
        rule("software"),
    ),
    "kit": (rule("kit"),),
    "archive": (rule("archive"),),
    "object": (
        rule("toy",            "toy_by_code"),
        rule("board_game",     "game_by_code board_game"),
        rule("toy",            "toy"),
        rule("kit",            "kit_by_code"),
        rule("picture",        "art_by_code"),
        rule("equipment",      "equipment"),
        rule("object"),
    ),
}  # fmt: skip

# a leader that names one kind while extent and codes speak of another: the carrier wins
_VIDEO = frozenset({"videodisc", "videotape", "dvd", "bluray", "uhd", "vhs"})
_AUDIO = frozenset({"tape", "disc", "player", "cd", "lp", "mp3"})
_READ = frozenset({"volume", "online", "electronic", "cd_rom", "disc_for_computers"})
OVERRIDES = (
    # the leader's kind       signs of another   unless           then it is
    ("text",                  _VIDEO,            _READ,           "film"),
    ("text",                  {"audiobook"},     _READ,           "spoken"),
    ("text",                  _AUDIO,            _READ,           "music"),
    ("text",                  {"game"},          _READ,           "computer"),
    ("spoken music",          _VIDEO,            _AUDIO,          "film"),
)
