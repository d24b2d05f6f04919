"""The covers' layouts: title over the picture, under it, Han upright, in a frame, on a band."""

from collections.abc import Callable
from dataclasses import dataclass

from commonplace.web.covers.drawings.choice import Wanted, choose
from commonplace.web.covers.drawings.motifs import pattern
from commonplace.web.covers.drawings.scene import Drawing, Room, Scene
from commonplace.web.covers.inks import Inks
from commonplace.web.covers.letters import Letters
from commonplace.web.covers.scripts import SANS, Script, script_of
from commonplace.web.covers.setting import set_text
from commonplace.web.covers.svg import Box, element, inside, rect, text_element
from commonplace.web.covers.wording import (
    MARGIN,
    Block,
    Row,
    Words,
    foot,
    heading,
    label_text,
    name_lines,
    name_style,
    title_rows,
    title_style,
)

_FOOT = 38.0
# How much of the height the title may take.
_SHARE, _SQUARE_SHARE = 0.27, 0.3
_LEAST_PICTURE = 80.0
_UPRIGHT = range(2, 8)
# Characters that a column turns or moves; we set each upright in the middle.
_SIDEWAYS = frozenset("ー〜（）「」『』、。・ッャュョァィゥェォっゃゅょぁぃぅぇぉ")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A cover about to be laid out."""

    words: Words
    letters: Letters
    inks: Inks

    @property
    def size(self) -> tuple[float, float]:
        """Width and height."""
        return self.words.width, self.words.height

    @property
    def foot_space(self) -> float:
        """The room kept for the label."""
        return _FOOT if self.words.label else 0.0


Layout = Callable[[Sheet], str]


def over(sheet: Sheet) -> str:
    """Name and title at the head; the picture begins where they end."""
    words, inks = sheet.words, sheet.inks
    block = heading(words, _SQUARE_SHARE if words.height == words.width else _SHARE)
    drawn, label = _picture_under(sheet, block.depth)
    return drawn + block.drawn(words, inks.text, 0) + label


def _picture_under(sheet: Sheet, top: float) -> tuple[str, str]:
    """The picture from this height down, and the label in an ink that can be read on it."""
    height = sheet.words.height - top
    if height < _LEAST_PICTURE:
        return "", foot(sheet.words, sheet.inks.text)
    drawing = choose(Wanted(sheet.letters, height - sheet.foot_space - 12, sheet.words.title))
    drawn = _placed(sheet, drawing, _room_under(sheet, drawing, top))
    return drawn, _label_on(sheet, drawing.room)


def _room_under(sheet: Sheet, drawing: Drawing, top: float) -> Box:
    width, height = sheet.size
    if drawing.room is Room.MARGINS:
        low = height - (sheet.foot_space + 4 if sheet.foot_space else 22)
        return (MARGIN, top + 16, width - 2 * MARGIN, low - top - 16)
    if drawing.room is Room.EDGES:
        return (0, top + 14, width, height - sheet.foot_space - top - 14)
    return (0, top + 8, width, height - top - 8)


def _placed(sheet: Sheet, drawing: Drawing, box: Box) -> str:
    scene = Scene(box[2], box[3], sheet.letters, sheet.inks, sheet.words.title[:1].upper()[:1])
    return inside(box, drawing.draw(scene))


def _label_on(sheet: Sheet, room: Room) -> str:
    inks = sheet.inks
    if room is Room.DEEP_FLOOR:
        return foot(sheet.words, inks.pale, halo=inks.deep)
    return foot(sheet.words, inks.ground if room is Room.FLOOR else inks.text)


def under(sheet: Sheet) -> str:
    """The picture first, then name and title at the foot."""
    words, inks = sheet.words, sheet.inks
    block = heading(words)
    top = words.height - block.depth - (37 if words.label else 14)
    drawing = choose(Wanted(sheet.letters, top - 20, words.title, is_above=True))
    edge = drawing.room is not Room.MARGINS
    box = (0.0, 0.0, words.width, top + 6) if edge else (MARGIN, 22.0, words.measure, top - 22)
    return (
        _placed(sheet, drawing, box) + block.drawn(words, inks.text, top) + foot(words, inks.text)
    )


def upright(sheet: Sheet) -> str:
    """Han down the right edge, the other title small at the left."""
    words, inks = sheet.words, sheet.inks
    han, other = han_and_other(words)
    size = _upright_size(words, han)
    named = heading_name_only(words)
    parts = [named.drawn(words, inks.text, 0)]
    script = script_of(han, words.lang)
    x, step = words.width - MARGIN - size / 2, size * 1.06
    for place, each in enumerate(han):
        y = 46 + size * 1.06 + place * step
        parts.append(_han_character(each, (x, y, size), (script, inks.text)))
    depth = 46 + size * 0.2 + len(han) * step
    if other:
        rows = _beside(words, other, words.measure - size - 12)
        parts.append(rows.drawn(words, inks.text, 44))
        depth = max(depth, 44 + rows.depth)
    drawn, label = _picture_under(sheet, depth)
    return drawn + "".join(parts) + label


def heading_name_only(words: Words) -> Block:
    """The name and its rule alone, on one line."""
    rows = tuple(Row(line, 30, name_style(line)) for line in name_lines(words, 1))
    return Block(rows, 40, 40.0 if rows else None)


def _han_character(each: str, spot: tuple[float, float, float], style: tuple[Script, str]) -> str:
    (x, y, size), (script, ink) = spot, style
    return text_element(each, x=x, y=y, font_family=script.serif, font_size=size, font_weight=600,
                        text_anchor="middle", fill=ink)  # fmt: skip


def _beside(words: Words, other: str, measure: float) -> Block:
    script = script_of(other, words.lang)
    small = set_text(other, script, (22.0, 17.0), (measure, 88))
    italic = {"font_style": "italic"} if script.has_capitals else {}
    rows = [Row(r.text, r.y, r.attributes | italic) for r in title_rows(small, 3, measure)]
    return Block(tuple(rows), rows[-1].y + 5)


def han_and_other(words: Words) -> tuple[str, str]:
    """The title that is in Han and the one that is not; nothing where neither can stand upright."""
    for one, other in ((words.title, words.second), (words.second, words.title)):
        all_han = all(each >= "\u2e80" for each in one) and script_of(one).name == "han"
        if all_han and len(one) in _UPRIGHT and not _SIDEWAYS & set(one):
            return one, "" if script_of(other).name == "han" else other
    return "", ""


def _upright_size(words: Words, han: str) -> float:
    return min(46.0, (words.height - 46 - 130) / (len(han) * 1.06))


def framed(sheet: Sheet) -> str:
    """A pattern all over and a label in a double frame, as on old cloth bindings."""
    words, inks = sheet.words, sheet.inks
    width, height = sheet.size
    block = _label_block(words, 150)
    top = min(54.0, (height - block.depth) / 3)
    drawn = [pattern(Scene(width, height, sheet.letters, inks))]
    box = (30.0, top, width - 60, block.depth + 8)
    drawn.append(rect(inks.text, box))
    drawn.append(_frame(inks.ground, box))
    drawn.append(_centred(words, block, inks.ground, top))
    if words.label:
        drawn.append(_plate(sheet))
    return "".join(drawn)


def _frame(ink: str, box: Box) -> str:
    x, y, wide, high = box
    return element("rect", x=x + 4.5, y=y + 4.5, width=wide - 9, height=high - 9, fill="none",
                   stroke=ink)  # fmt: skip


def _plate(sheet: Sheet) -> str:
    """The label the library glues on."""
    words, inks = sheet.words, sheet.inks
    text = label_text(words)
    wide = min(words.measure, 20 + 7.6 * len(text))
    x, y = (words.width - wide) / 2, words.height - 46
    plate = rect(inks.text, (x, y, wide, 22))
    return plate + text_element(
        text, x=words.width / 2, y=y + 14.7, font_family=SANS, font_size=10.0, font_weight=600,
        text_anchor="middle", fill=inks.ground,
    )  # fmt: skip


def _label_block(words: Words, measure: float) -> Block:
    """Title and name for the middle of a label."""
    room = (measure, min(84.0, words.height * 0.26))
    title = set_text(words.title, words.script, (34.0, 30.0, 24.0, 21.0, 17.0), room)
    first = 17 + title.size * (0.86 + max(0, title.script.leading - 1.12) * 0.5)
    rows = [
        Row(line.text, first + place * title.size * title.script.leading,
            title_style(title, line, measure))
        for place, line in enumerate(title.lines)
    ]  # fmt: skip
    y = rows[-1].y if rows else 20.0
    if words.second:
        y += 22
        rows.append(Row(*_one_line(words, words.second, y)))
    for line in name_lines(words, 1):
        y += 24
        rows.append(Row(line, y, name_style(line, 10.0)))
    return Block(tuple(rows), y + 14)


def _with_label(words: Words, block: Block) -> Block:
    if not words.label:
        return block
    y = block.depth + 2
    return Block((*block.rows, Row(label_text(words), y, name_style(words.label, 9.0))), y + 14)


def _one_line(words: Words, text: str, y: float) -> tuple[str, float, dict[str, object]]:
    script = script_of(text, words.lang)
    line = set_text(text, script, (14.0,), (150, 14 * script.leading)).lines[0]
    return line.text, y, {"font_family": script.serif, "font_size": 14.0}


def _centred(words: Words, block: Block, ink: str, top: float) -> str:
    parts = []
    for row in block.rows:
        rtl = {"direction": "rtl"} if script_of(row.text).is_rtl else {}
        parts.append(
            text_element(row.text, x=words.width / 2, y=top + row.y, text_anchor="middle", fill=ink,
                         **rtl, **row.attributes)
        )  # fmt: skip
    return "".join(parts)


def banded(sheet: Sheet) -> str:
    """The title on a band of the text's ink between two strips of one drawing."""
    words, inks = sheet.words, sheet.inks
    width, height = sheet.size
    block = _with_label(words, _label_block(words, words.measure))
    band = max(block.depth + 6, height * 0.36)
    top = (height - band) / 2
    drawing = choose(Wanted(sheet.letters, top, words.title, is_strip=True))
    inset = drawing.room is Room.MARGINS
    box = (MARGIN, 14.0, words.measure, top - 26) if inset else (0.0, 0.0, width, top)
    strip = _placed(sheet, drawing, box)
    mirrored = f'<g transform="matrix(1 0 0-1 0 {height:.0f})">{strip}</g>'
    middle = rect(inks.text, (0, top - 0.5, width, band + 1))
    words_top = top + (band - block.depth) / 2 + 1
    return strip + mirrored + middle + _centred(words, block, inks.ground, words_top)


def fits_label(words: Words) -> bool:
    """Whether a title is short enough for the middle of a label."""
    block = set_text(words.title, words.script, (34.0, 30.0, 24.0), (150, 84))
    return bool(block.lines) and not block.lines[-1].text.endswith("…")


def fits_under(words: Words) -> bool:
    """Whether a title is short enough to leave the picture over it the larger part."""
    return heading(words).depth < words.height * 0.42
