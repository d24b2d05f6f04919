"""What a generated cover is asked for: the words on it and the shape of the thing."""

from dataclasses import dataclass

from commonplace.bibliography.formats import FormatGroup, format_of

BOOK = (240, 360)
CASE = (240, 336)
SQUARE = (240, 240)
PAGE = (240, 320)

_BY_GROUP = {
    FormatGroup.LISTENING: SQUARE,
    FormatGroup.MUSIC: SQUARE,
    FormatGroup.WATCHING: CASE,
    FormatGroup.PLAYING: CASE,
    FormatGroup.PERIODICALS: PAGE,
    FormatGroup.MAPS_AND_PICTURES: PAGE,
}
_BY_FORMAT = {
    "audiobook_tape": BOOK,
    "music_tape": BOOK,
    "score": PAGE,
    "board_game": SQUARE,
    "toy": SQUARE,
}


@dataclass(frozen=True, slots=True)
class Cover:
    """The words of a cover, as the page displays them, and what kind of thing wears it.

    ``name`` is the creator ("Lixin Fan"), ``second_title`` the title in its other script,
    ``class_`` a Dewey number, an LC letter or "FIC", ``label`` the line at the foot ("DVD 305.5"),
    ``format`` a code of ``bibliography.FORMATS``, ``title_lang`` a language code of any kind.
    Every text may be empty, in any script, of any length, and hostile.
    """

    title: str
    remainder: str = ""
    name: str = ""
    second_title: str = ""
    class_: str = ""
    label: str = ""
    format: str = "book"
    title_lang: str = ""

    @property
    def size(self) -> tuple[int, int]:
        """Width and height: two by three for a book, five by seven for a disc's case, a square."""
        known = format_of(self.format)
        return _BY_FORMAT.get(known.code) or _BY_GROUP.get(known.group, BOOK)
