"""The formats patrons ask for, in their words.

A table: add a line here and it exists everywhere. The group is what shares a shelf and a drawing of
a cover; ``medium`` is the broad kind of creation that keeps a film apart from its book.
"""

from dataclasses import dataclass
from enum import StrEnum


class FormatGroup(StrEnum):
    """Formats that look alike on a shelf."""

    BOOKS = "books"
    LISTENING = "listening"
    MUSIC = "music"
    WATCHING = "watching"
    PLAYING = "playing"
    READING_ONLINE = "reading_online"
    PERIODICALS = "periodicals"
    MAPS_AND_PICTURES = "maps_and_pictures"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Format:
    """One format. ``code`` is stable (addresses, JSON); ``label`` is translated on pages."""

    code: str
    label: str
    group: FormatGroup
    medium: str


_B, _L, _M, _W = FormatGroup.BOOKS, FormatGroup.LISTENING, FormatGroup.MUSIC, FormatGroup.WATCHING
_P, _O = FormatGroup.PERIODICALS, FormatGroup.READING_ONLINE
_I, _X = FormatGroup.MAPS_AND_PICTURES, FormatGroup.OTHER

_TABLE = (
    #      code               label                     group   medium
    Format("book",            "Book",                   _B,     "text"),
    Format("large_print",     "Large print",            _B,     "text"),
    Format("graphic_novel",   "Graphic novel",          _B,     "comic"),
    Format("board_book",      "Board book",             _B,     "text"),
    Format("picture_book",    "Picture book",           _B,     "text"),
    Format("braille",         "Braille",                _B,     "text"),
    Format("manuscript",      "Manuscript",             _B,     "text"),
    Format("thesis",          "Thesis",                 _B,     "text"),
    Format("ebook",           "eBook",                  _O,     "text"),
    Format("audiobook_cd",    "Audiobook CD",           _L,     "text"),
    Format("audiobook_tape",  "Audiobook cassette",     _L,     "text"),
    Format("audiobook_mp3",   "Audiobook MP3 disc",     _L,     "text"),
    Format("audio_player",    "Audio player",           _L,     "text"),
    Format("eaudiobook",      "eAudiobook",             _L,     "text"),
    Format("talking_book",    "Audiobook",              _L,     "text"),
    Format("music_cd",        "Music CD",               _M,     "music"),
    Format("music_lp",        "Vinyl record",           _M,     "music"),
    Format("music_tape",      "Music cassette",         _M,     "music"),
    Format("emusic",          "Streaming music",        _M,     "music"),
    Format("music",           "Music recording",        _M,     "music"),
    Format("score",           "Sheet music",            _M,     "score"),
    Format("dvd",             "DVD",                    _W,     "film"),
    Format("bluray",          "Blu-ray",                _W,     "film"),
    Format("uhd",             "4K Ultra HD",            _W,     "film"),
    Format("vhs",             "Videocassette",          _W,     "film"),
    Format("film_reel",       "Film reel",              _W,     "film"),
    Format("evideo",          "Streaming video",        _W,     "film"),
    Format("video",           "Video",                  _W,     "film"),
    Format("video_game",      "Video game",             FormatGroup.PLAYING, "game"),
    Format("board_game",      "Board game",             FormatGroup.PLAYING, "game"),
    Format("toy",             "Toy",                    FormatGroup.PLAYING, "object"),
    Format("software",        "Software",               FormatGroup.PLAYING, "software"),
    Format("magazine",        "Magazine",               _P,     "periodical"),
    Format("newspaper",       "Newspaper",              _P,     "periodical"),
    Format("journal",         "Journal",                _P,     "periodical"),
    Format("emagazine",       "eMagazine",              _P,     "periodical"),
    Format("article",         "Article",                _P,     "text"),
    Format("website",         "Website",                _O,     "website"),
    Format("database",        "Database",               _O,     "website"),
    Format("map",             "Map",                    _I,     "map"),
    Format("atlas",           "Atlas",                  _I,     "map"),
    Format("globe",           "Globe",                  _I,     "map"),
    Format("picture",         "Picture",                _I,     "picture"),
    Format("slides",          "Slides",                 _I,     "picture"),
    Format("microform",       "Microform",              _X,     "text"),
    Format("kit",             "Kit",                    _X,     "kit"),
    Format("object",          "Object",                 _X,     "object"),
    Format("equipment",       "Equipment",              _X,     "object"),
    Format("archive",         "Archive",                _X,     "text"),
    Format("other",           "Other",                  _X,     "other"),
)  # fmt: skip

FORMATS: dict[str, Format] = {each.code: each for each in _TABLE}


def format_of(code: str) -> Format:
    """The format with this code; ``other`` for a code nobody knows."""
    return FORMATS.get(code, FORMATS["other"])
