"""How each format is described in a record: leader, 007, RDA content, media and carrier, defaults.

MARC 21: leader/06-07 type and level; 007 by category of material; 336 to 338 with RDA's terms and
codes. ``mark`` opens the local call number, ``item_type`` is what Koha calls the item type.
"""

from dataclasses import dataclass

TEXT, SPEECH, MUSIC = ("text", "txt"), ("spoken word", "spw"), ("performed music", "prm")
FILM, GAME = ("two-dimensional moving image", "tdi"), ("computer program", "cop")
IMAGE, SCORE = ("still image", "sti"), ("notated music", "ntm")
MAP, OBJECT = ("cartographic image", "cri"), ("three-dimensional form", "tdf")
TOUCH = ("tactile text", "tct")
UNMEDIATED, AUDIO, VIDEO = ("unmediated", "n"), ("audio", "s"), ("video", "v")
COMPUTER = ("computer", "c")
VOLUME, AUDIO_DISC, VIDEO_DISC = ("volume", "nc"), ("audio disc", "sd"), ("videodisc", "vd")
ONLINE, COMPUTER_DISC, OTHER = ("online resource", "cr"), ("computer disc", "cd"), ("object", "nr")
SHEET = ("sheet", "nb")

_CD, _LP = "sd fsngnnmmned", "sd bsmennmpluu"
_DVD, _BLURAY = "vd cvaizu", "vd csaizu"
_REMOTE, _GAME_DISC = "cr nna|||||||||", "co cga||||||||"


@dataclass(frozen=True, slots=True)
class Carrier:
    """One format's way into a record."""

    leader: str
    contents: tuple[tuple[str, str], ...]
    medium: tuple[str, str]
    carrier: tuple[str, str]
    extent: str
    mark: str = ""
    item_type: str = "BK"
    physical: str = ""
    size: str = ""
    of_007: tuple[str, ...] = ()
    genre: str = ""
    access: str = ""

    @property
    def is_online(self) -> bool:
        """Whether there is nothing on a shelf."""
        return bool(self.access)


def _book(
    mark: str = "", item_type: str = "BK", genre: str = "", *, drawn: bool = False
) -> Carrier:
    contents = (TEXT, IMAGE) if drawn else (TEXT,)
    return Carrier("am", contents, UNMEDIATED, VOLUME, "1 volume", mark, item_type, genre=genre)


def _disc(mark: str, of_007: str, item_type: str, extent: str) -> Carrier:
    return Carrier(
        "gm", (FILM,), VIDEO, VIDEO_DISC, extent, mark, item_type,
        physical="sound, color", size="4 3/4 in.", of_007=(of_007,),
    )  # fmt: skip


def _online(
    leader: str, content: tuple[str, str], access: str, *of_007: str, genre: str = ""
) -> Carrier:
    return Carrier(
        leader, (content,), COMPUTER, ONLINE, "1 online resource", item_type="EL",
        of_007=(*of_007, _REMOTE), genre=genre, access=access,
    )  # fmt: skip


CARRIERS: dict[str, Carrier] = {
    "book": _book(),
    "large_print": _book("LP", "LP"),
    "graphic_novel": _book("GN", "GN", "Graphic novels", drawn=True),
    "board_book": _book("BB", "BB", "Board books", drawn=True),
    "picture_book": _book("PIC", "PB", "Picture books", drawn=True),
    "braille": Carrier(
        "am", (TOUCH,), UNMEDIATED, VOLUME, "1 volume", "BR", "BR", of_007=("tb",)
    ),
    "ebook": _online("am", TEXT, "Read it online with your card", genre=""),
    "audiobook_cd": Carrier(
        "im", (SPEECH,), AUDIO, AUDIO_DISC, "audio discs", "CD", "AB",
        physical="digital, stereo", size="4 3/4 in.", of_007=(_CD,), genre="Audiobooks",
    ),
    "audiobook_mp3": Carrier(
        "im", (SPEECH,), AUDIO, AUDIO_DISC, "1 audio disc", "MP3", "AB",
        physical="digital, MP3 file", size="4 3/4 in.", of_007=(_CD,), genre="Audiobooks",
    ),
    "audio_player": Carrier(
        "im", (SPEECH,), AUDIO, ("other", "sz"), "1 audio media player", "PLAYER", "AB",
        physical="digital", of_007=("sz zunnnnnzned",), genre="Audiobooks",
    ),
    "eaudiobook": _online(
        "im", SPEECH, "Listen online with your card", "sr zunnnnnzned", genre="Audiobooks"
    ),
    "music_cd": Carrier(
        "jm", (MUSIC,), AUDIO, AUDIO_DISC, "1 audio disc", "CD", "CD",
        physical="digital, stereo", size="4 3/4 in.", of_007=(_CD,),
    ),
    "music_lp": Carrier(
        "jm", (MUSIC,), AUDIO, AUDIO_DISC, "1 audio disc", "VINYL", "LPR",
        physical="analog, 33 1/3 rpm, stereo", size="12 in.", of_007=(_LP,),
    ),
    "emusic": _online("jm", MUSIC, "Listen online with your card", "sr zunnnnnzned"),
    "score": Carrier("cm", (SCORE,), UNMEDIATED, VOLUME, "1 score", "SCORE", "SC"),
    "dvd": _disc("DVD", _DVD, "DVD", "1 DVD"),
    "bluray": _disc("BLU", _BLURAY, "BLU", "1 Blu-ray disc"),
    "uhd": _disc("4K", _BLURAY, "BLU", "1 4K Ultra HD Blu-ray disc"),
    "evideo": _online("gm", FILM, "Watch it online with your card", "vz czazuu"),
    "video_game": Carrier(
        "mm", (GAME,), COMPUTER, COMPUTER_DISC, "1 video game", "GAME", "VG",
        physical="sound, color", of_007=(_GAME_DISC,), genre="Video games",
    ),
    "board_game": Carrier(
        "rm", (OBJECT,), UNMEDIATED, OTHER, "1 game", "GAME", "BG", genre="Board games"
    ),
    "magazine": Carrier("as", (TEXT,), UNMEDIATED, VOLUME, "volumes", "MAG", "MG"),
    "newspaper": Carrier("as", (TEXT,), UNMEDIATED, VOLUME, "volumes", "NEWS", "MG"),
    "emagazine": _online("as", TEXT, "Read it online with your card"),
    "atlas": Carrier("em", (MAP, TEXT), UNMEDIATED, VOLUME, "1 atlas", of_007=("ad canzn",)),
    "map": Carrier("em", (MAP,), UNMEDIATED, SHEET, "1 map", "MAP", "MAP", of_007=("aj canzn",)),
}  # fmt: skip
