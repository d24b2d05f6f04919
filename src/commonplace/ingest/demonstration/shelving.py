"""Where the made-up library shelves an entry: its local call number and its shelving location.

A local call number is a mark for the format, the class to two places (``F`` for fiction) and three
letters: of the creator for what is read and heard, of the title for what is watched and played.
"""

import unicodedata

from commonplace.ingest.demonstration.carriers import CARRIERS
from commonplace.ingest.demonstration.table import Entry
from commonplace.ingest.demonstration.titles import filing_skip, is_entered_under_title

_CHILDREN, _TEENS = "children", "teens"
_LOCATIONS = {
    "large_print": "LP", "board_book": "JBB", "picture_book": "JPB", "braille": "LP",
    "music_cd": "MUS", "music_lp": "VIN", "score": "SCO", "video_game": "GAM",
    "board_game": "GAM", "magazine": "MAG", "newspaper": "MAG", "map": "MAP",
}  # fmt: skip
_BY_AUDIENCE = {
    "graphic_novel": ("GN", "YGN", "JGN"),
    "audiobook_cd": ("ABK", "ABK", "JAB"),
    "audiobook_mp3": ("ABK", "ABK", "JAB"),
    "audio_player": ("ABK", "ABK", "JAB"),
    "dvd": ("DVD", "DVD", "JDVD"),
    "bluray": ("DVD", "DVD", "JDVD"),
    "uhd": ("DVD", "DVD", "JDVD"),
}
_CENTRAL_FLOORS = {"DVD": "DVD1", "WCIN": "WCIN1", "AF": "AF0", "ANF": "ANF2", "MUS": "MUS1"}
_WITHOUT_CLASS = ("GN", "BB", "PIC", "GAME", "MAG", "NEWS")


def call_number_of(entry: Entry) -> str:
    """The local call number."""
    if entry.shelf:
        return entry.shelf
    mark = CARRIERS[entry.format].mark
    before = {_CHILDREN: "J", _TEENS: "Y"}.get(entry.audience, "")
    if mark in ("BB", "PIC"):
        before = ""
    return " ".join(filter(None, [before, mark, _class_part(entry, mark), _letters(entry)]))


def _class_part(entry: Entry, mark: str) -> str:
    if entry.fiction and mark not in _WITHOUT_CLASS:
        return "F"
    if mark in _WITHOUT_CLASS and entry.fiction is not False:
        return ""
    if mark in ("GAME", "MAG", "NEWS"):
        return ""
    whole, _, decimals = entry.classed.partition(".")
    return f"{whole}.{decimals[:2]}" if decimals else whole


def _letters(entry: Entry) -> str:
    under_title = is_entered_under_title(entry)
    filed = entry.title[filing_skip(entry) :] if under_title else entry.creator
    plain = unicodedata.normalize("NFKD", filed)
    return "".join(each for each in plain if each.isascii() and each.isalnum())[:3].upper()


def location_of(entry: Entry, branch: str) -> str:
    """The code of the shelving location in this branch."""
    code = _general_location(entry)
    return _CENTRAL_FLOORS.get(code, code) if branch == "CEN" else code


def _general_location(entry: Entry) -> str:
    if entry.format in _LOCATIONS:
        return _LOCATIONS[entry.format]
    place = {_TEENS: 1, _CHILDREN: 2}.get(entry.audience, 0)
    foreign = "eng" not in entry.languages
    if entry.format in _BY_AUDIENCE:
        code = _BY_AUDIENCE[entry.format][place]
        return "WCIN" if code == "DVD" and foreign and entry.main_language != "zxx" else code
    if foreign:
        return ("WLD", "WLD", "JWLD")[place]
    return ("AF", "YF", "JF")[place] if entry.fiction else ("ANF", "YNF", "JNF")[place]
