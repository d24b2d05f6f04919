"""Draws a cover: reads the words, lets the title's digest decide, lays the sheet out."""

import hashlib
import re
from functools import lru_cache
from pathlib import Path

from commonplace.bibliography.formats import format_of
from commonplace.web.covers.cover import Cover
from commonplace.web.covers.inks import Inks, ink_set, on_dark, on_paper
from commonplace.web.covers.layouts import (
    Layout,
    Sheet,
    banded,
    fits_label,
    fits_under,
    framed,
    han_and_other,
    over,
    under,
    upright,
)
from commonplace.web.covers.letters import lots_of, read_letters
from commonplace.web.covers.svg import rect
from commonplace.web.covers.wording import Words, read_words

_LANG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
# Of 256 titles so many stand on the dark ground; so many have each layout, the rest the first one.
_DARK = 150
_UPRIGHT = 112
_BANDED, _FRAMED, _UNDER = 18, 38, 96
_SQUARE_BANDED, _SQUARE_FRAMED = 96, 140


def draw_cover(cover: Cover) -> str:
    """The cover as an SVG document of its own; the same words always give the same drawing."""
    words = read_words(cover)
    lots = lots_of(words.title, words.name)
    inks = _inks(cover, lots)
    sheet = Sheet(words, read_letters(words.title), inks)
    layout = _layout(words, lots[1])
    width, height = cover.size
    lang = f' xml:lang="{words.lang}"' if _LANG.fullmatch(words.lang) else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}"{lang}>'
        f"{rect(inks.ground, (0, 0, width, height))}{layout(sheet)}</svg>"
    )


def _inks(cover: Cover, lots: bytes) -> Inks:
    chosen = ink_set(cover.class_, cover.format, format_of(cover.format).medium, lots[2])
    return on_dark(chosen) if lots[0] < _DARK else on_paper(chosen)


def _layout(words: Words, lot: int) -> Layout:
    """Mostly the title over its picture; the other layouts where the words suit them."""
    if words.height == words.width:
        return _square_layout(words, lot)
    if han_and_other(words)[0] and lot % 128 * 2 < _UPRIGHT:
        return upright
    if lot < _FRAMED and fits_label(words):
        return banded if lot < _BANDED else framed
    return under if lot < _UNDER and fits_under(words) else over


def _square_layout(words: Words, lot: int) -> Layout:
    if lot < _SQUARE_FRAMED and fits_label(words):
        return banded if lot < _SQUARE_BANDED else framed
    return over


@lru_cache(maxsize=1)
def cover_version() -> str:
    """A word that changes whenever the drawing of covers does: part of a cover's ETag."""
    package = Path(__file__).parent
    digest = hashlib.sha256()
    for module in sorted(package.rglob("*.py")):
        digest.update(module.read_bytes())
    return digest.hexdigest()[:12]
