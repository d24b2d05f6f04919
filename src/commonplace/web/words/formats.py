"""What a format is called in the page's language, and what one does with an online one."""

from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from commonplace.bibliography import FormatGroup, format_of

# The same words as ``bibliography.FORMATS``, marked for translation; a test compares.
LABELS: Final[tuple[str, ...]] = (
    noop("Book"), noop("Large print"), noop("Graphic novel"), noop("Board book"),
    noop("Picture book"), noop("Braille"), noop("Manuscript"), noop("Thesis"), noop("eBook"),
    noop("Audiobook CD"), noop("Audiobook cassette"), noop("Audiobook MP3 disc"),
    noop("Audio player"), noop("eAudiobook"), noop("Audiobook"), noop("Music CD"),
    noop("Vinyl record"), noop("Music cassette"), noop("Streaming music"),
    noop("Music recording"), noop("Sheet music"), noop("DVD"), noop("Blu-ray"),
    noop("4K Ultra HD"), noop("Videocassette"), noop("Film reel"), noop("Streaming video"),
    noop("Video"), noop("Video game"), noop("Board game"), noop("Toy"), noop("Software"),
    noop("Magazine"), noop("Newspaper"), noop("Journal"), noop("eMagazine"), noop("Article"),
    noop("Website"), noop("Database"), noop("Map"), noop("Atlas"), noop("Globe"),
    noop("Picture"), noop("Slides"), noop("Microform"), noop("Kit"), noop("Object"),
    noop("Equipment"), noop("Archive"), noop("Other"),
)  # fmt: skip

_ONLINE = {
    FormatGroup.LISTENING: noop("Listen online"),
    FormatGroup.MUSIC: noop("Listen online"),
    FormatGroup.WATCHING: noop("Watch online"),
    FormatGroup.PLAYING: noop("Play online"),
    FormatGroup.BOOKS: noop("Read online"),
    FormatGroup.PERIODICALS: noop("Read online"),
    FormatGroup.READING_ONLINE: noop("Read online"),
}
_ON_IT = {
    FormatGroup.WATCHING: noop("As it is written on the case"),
    FormatGroup.LISTENING: noop("As it is written on the case"),
    FormatGroup.MUSIC: noop("As it is written on the case"),
    FormatGroup.PLAYING: noop("As it is written on the box"),
    FormatGroup.BOOKS: noop("As it is written on the spine"),
}

_OPEN = noop("Open it online")
_ON_THE_LABEL = noop("As it is written on the label")


def format_label(code: str) -> str:
    """The format's name."""
    return _(format_of(code).label)


def online_deed(code: str) -> str:
    """What one does with it where it can be had online."""
    return _(_ONLINE.get(format_of(code).group, _OPEN))


def label_place(code: str) -> str:
    """Where on the thing its call number is written."""
    return _(_ON_IT.get(format_of(code).group, _ON_THE_LABEL))
