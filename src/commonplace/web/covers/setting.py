"""Setting a text in lines: the largest size that keeps it short, lines as even as they will go."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from commonplace.web.covers.cleaning import clusters
from commonplace.web.covers.scripts import Script
from commonplace.web.covers.widths import text_width, with_ellipsis

_AFTER_HYPHEN = re.compile(r"(?<=[^\W\d_][-–—/])(?=\w)")
_CLOSING = frozenset(
    "、。，．：；！？」』）】》〉”’…·・ー,.:;!?)]}ぁぃぅぇぉっゃゅょァィゥェォッャュョ々"
)
_OPENING = frozenset("「『（【《〈“‘([{")
_STEPS_TO_EVEN = 7


@dataclass(frozen=True, slots=True)
class Piece:
    """What no line may be broken within."""

    text: str
    width: float
    space_before: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A line and its width in ems."""

    text: str
    width: float


@dataclass(frozen=True, slots=True)
class Setting:
    """Lines at a size. ``depth`` is how far they reach from the top of the first line."""

    lines: tuple[Line, ...]
    size: float
    script: Script

    @property
    def depth(self) -> float:
        """The height of all lines."""
        return len(self.lines) * self.size * self.script.leading


def set_text(
    text: str, script: Script, sizes: Sequence[float], room: tuple[float, float]
) -> Setting:
    """The text at the largest size that keeps it within ``room`` (width, height); cut at the least.

    A word is broken only at the smallest size, and only when no line could hold it.
    """
    width, height = room
    pieces = pieces_of(text, script)
    for size in sizes:
        measure = width / size
        if all(piece.width <= measure for piece in pieces):
            lines = _even_lines(pieces, measure)
            if len(lines) * size * script.leading <= height:
                return Setting(lines, size, script)
    size = sizes[-1]
    most = max(1, int(height / (size * script.leading)))
    return Setting(_cut_lines(pieces, width / size, most), size, script)


def pieces_of(text: str, script: Script) -> list[Piece]:
    """The text in unbreakable pieces: words, parts of words after a hyphen, Han one by one."""
    found: list[Piece] = []
    for place, word in enumerate(text.split()):
        parts = _characters(word) if script.breaks_anywhere else _AFTER_HYPHEN.split(word)
        for part_place, part in enumerate(parts):
            found.append(Piece(part, text_width(part), place > 0 and part_place == 0))
    return found


def _characters(word: str) -> list[str]:
    parts: list[str] = []
    for each in clusters(word):
        follows = parts and (each in _CLOSING or parts[-1][-1] in _OPENING)
        latin = parts and each < "\u0250" and parts[-1][-1] < "\u0250"
        if follows or latin:
            parts[-1] += each
        else:
            parts.append(each)
    return parts


def _even_lines(pieces: Sequence[Piece], measure: float) -> tuple[Line, ...]:
    """Lines as few as the measure allows, then narrowed until one more would be needed."""
    lines = _lines(pieces, measure)
    low, high = max((p.width for p in pieces), default=0.0), measure
    for _ in range(_STEPS_TO_EVEN if len(lines) > 1 else 0):
        middle = (low + high) / 2
        narrower = _lines(pieces, middle)
        if len(narrower) == len(lines):
            lines, high = narrower, middle
        else:
            low = middle
    return lines


def _lines(pieces: Sequence[Piece], measure: float) -> tuple[Line, ...]:
    lines: list[Line] = []
    text, width = "", 0.0
    for piece in pieces:
        space = 0.25 if text and piece.space_before else 0.0
        if text and width + space + piece.width > measure + 1e-9:
            lines.append(Line(text, width))
            text, width, space = "", 0.0, 0.0
        text += (" " if space else "") + piece.text
        width += space + piece.width
    if text:
        lines.append(Line(text, width))
    return tuple(lines)


def _cut_lines(pieces: Sequence[Piece], measure: float, most: int) -> tuple[Line, ...]:
    """At most so many lines; the last is cut with an ellipsis when there is more to say."""
    short = [part for piece in pieces for part in _broken(piece, measure)]
    lines = _lines(short, measure)
    if len(lines) <= most:
        return lines
    ended = with_ellipsis(lines[most - 1].text, measure)
    return (*lines[: most - 1], Line(ended, text_width(ended)))


def _broken(piece: Piece, measure: float) -> list[Piece]:
    """The piece itself, or its characters gathered into pieces that a line can hold."""
    if piece.width <= measure:
        return [piece]
    parts = [""]
    for each in clusters(piece.text):
        if parts[-1] and text_width(parts[-1] + each) > measure:
            parts.append("")
        parts[-1] += each
    return [
        Piece(part, text_width(part), piece.space_before and place == 0)
        for place, part in enumerate(parts)
    ]
