"""The words of a cover, cleaned and set: the name over its rule, the title, its second script."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from commonplace.web.covers.cleaning import clean
from commonplace.web.covers.cover import Cover
from commonplace.web.covers.scripts import SANS, Script, may_be_spaced, script_of
from commonplace.web.covers.setting import Line, Setting, pieces_of, set_text
from commonplace.web.covers.svg import rect, text_element
from commonplace.web.covers.widths import capitals_width, cut_to

MARGIN = 18.0
TITLE_SIZES = (50.0, 41.0, 38.0, 32.0, 26.0, 21.0, 17.0)
_NAME_SIZE, _NAME_SPACING, _NAME_LEADING = 10.5, 0.9, 14.0
_LABEL_SIZE, _LABEL_SPACING = 10.0, 0.8
# A browser without the fonts we reckon with is held to our width on lines that nearly fill theirs.
_NEARLY_FULL = 0.88
_SHORT, _LARGE, _SPACED_HAN = 2, 26, 10


@dataclass(frozen=True, slots=True)
class Words:
    """Everything said on a cover, cleaned; the title's script decides the side it starts from."""

    title: str
    remainder: str
    name: str
    second: str
    label: str
    lang: str
    script: Script
    width: float
    height: float

    @property
    def measure(self) -> float:
        """The room between the margins."""
        return self.width - 2 * MARGIN

    @property
    def is_rtl(self) -> bool:
        """Whether the words stand at the right."""
        return self.script.is_rtl


def read_words(cover: Cover) -> Words:
    """The words of a cover; a second title takes the first's place where there is none."""
    width, height = cover.size
    title, second = clean(cover.title), clean(cover.second_title)
    if not title:
        title, second = second, ""
    return Words(
        title=title,
        remainder=clean(cover.remainder),
        name=clean(cover.name),
        second="" if second == title else second,
        label=clean(cover.label),
        lang=cover.title_lang,
        script=script_of(title, cover.title_lang),
        width=float(width),
        height=float(height),
    )


@dataclass(frozen=True, slots=True)
class Row:
    """One line of text at its height under the block's top, with its own attributes."""

    text: str
    y: float
    attributes: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Block:
    """Rows under each other and, perhaps, a rule; ``depth`` is where the last row's letters end."""

    rows: tuple[Row, ...]
    depth: float
    rule: float | None = None

    def drawn(self, words: Words, ink: str, top: float) -> str:
        """The block from this height down, at the margin its script starts from."""
        x = words.width - MARGIN if words.is_rtl else MARGIN
        parts = [] if self.rule is None else [_rule(words, ink, top + self.rule)]
        for row in self.rows:
            side = side_of(row.text, is_rtl=words.is_rtl)
            parts.append(
                text_element(row.text, x=x, y=top + row.y, fill=ink, **side, **row.attributes)
            )
        return "".join(parts)


def _rule(words: Words, ink: str, y: float) -> str:
    return rect(ink, (MARGIN, y, words.measure, 1))


def side_of(text: str, *, is_rtl: bool) -> dict[str, object]:
    """Anchor and direction of a line on a cover whose words start at the right, or at the left."""
    reads_rtl = script_of(text).is_rtl
    side: dict[str, object] = {"direction": "rtl"} if reads_rtl else {}
    return side if reads_rtl == is_rtl else {**side, "text_anchor": "end"}


def heading(words: Words, share: float = 0.27) -> Block:
    """Name, rule and title, then the remainder or the second title, within this share of height."""
    rows, rule = _name_rows(words)
    start = rule if rule is not None else MARGIN - 2.0
    room = (words.measure, words.height * share)
    title = set_text(words.title, words.script, TITLE_SIZES, room)
    rows += title_rows(title, start + 6, words.measure)
    depth = rows[-1].y + title.size * 0.26 if rows else start
    more, depth = _under_title(words, title, depth)
    return Block((*rows, *more), depth, rule)


def name_lines(words: Words, most: int) -> list[str]:
    """The name in spaced capitals where its script has them, on at most so many lines."""
    if not words.name:
        return []
    spaced = may_be_spaced(words.name)
    said = words.name.upper() if spaced else words.name
    room = words.measure / (_NAME_SIZE if spaced else name_size(words.name))
    spacing = _NAME_SPACING / _NAME_SIZE if spaced else 0.0
    lines = [""]
    for piece in pieces_of(said, script_of(said)):
        longer = lines[-1] + (" " if piece.space_before and lines[-1] else "") + piece.text
        if lines[-1] and capitals_width(longer, spacing) > room:
            lines.append(piece.text)
        else:
            lines[-1] = longer
    if len(lines) > most:
        lines[most - 1] += "…"
    return [_cut_capitals(line, room, spacing) for line in lines[:most]]


def _cut_capitals(line: str, room: float, spacing: float) -> str:
    while line and capitals_width(line, spacing) > room:
        line = line.rstrip("…")[:-1].rstrip() + "…"
    return line


def name_size(name: str) -> float:
    """The size of a name: small for capitals, larger for scripts that have none."""
    script = script_of(name)
    return _NAME_SIZE if script.has_capitals else 12.5 if script.name == "han" else 14.0


def name_style(text: str, size: float = _NAME_SIZE) -> dict[str, object]:
    """How a name is set: spaced capitals in the sans, or plainly in its own script."""
    if may_be_spaced(text):
        return {"font_family": SANS, "font_size": size, "font_weight": 600,
                "letter_spacing": _NAME_SPACING}  # fmt: skip
    return {"font_family": script_of(text).serif, "font_size": name_size(text), "font_weight": 600}


def _name_rows(words: Words) -> tuple[list[Row], float | None]:
    lines = name_lines(words, 2)
    rows = [
        Row(line, 30 + _NAME_LEADING * place, name_style(line)) for place, line in enumerate(lines)
    ]
    return rows, (rows[-1].y + 10 if rows else None)


def title_rows(title: Setting, top: float, measure: float) -> list[Row]:
    """The lines of a title under this height."""
    size, leading = title.size, title.script.leading
    first = top + size * (1.06 + max(0, leading - 1.12) * 0.5)
    return [
        Row(line.text, first + place * size * leading, title_style(title, line, measure))
        for place, line in enumerate(title.lines)
    ]


def title_style(title: Setting, line: Line, measure: float) -> dict[str, object]:
    """Font and size of a line; its width too where another font might make it too wide."""
    style: dict[str, object] = {"font_family": title.script.serif, "font_size": title.size}
    if title.script.name in {"han", "hangul"}:
        style["font_weight"] = 600
    elif title.script.has_capitals and line.width * title.size > measure * _NEARLY_FULL:
        style |= {"textLength": line.width * title.size, "lengthAdjust": "spacingAndGlyphs"}
    return style


def _under_title(words: Words, title: Setting, depth: float) -> tuple[list[Row], float]:
    """The second title, or else the remainder under a short title: small, two lines at most."""
    if words.second:
        script = script_of(words.second, words.lang)
        sizes = (17.0,) if script.name == "han" else (17.0, 15.0)
        extra: dict[str, object] = {"font_style": "italic"} if script.has_capitals else {}
        return _small_rows(words, words.second, (sizes, depth), extra)
    if words.remainder and len(title.lines) <= _SHORT and title.size >= _LARGE:
        return _small_rows(words, words.remainder, ((14.0,), depth), {"font_style": "italic"})
    return [], depth


def _small_rows(
    words: Words, text: str, place: tuple[Sequence[float], float], extra: dict[str, object]
) -> tuple[list[Row], float]:
    sizes, top = place
    script = script_of(text, words.lang)
    spacing = 3.0 if script.name == "han" and len(text) <= _SPACED_HAN else 0.0
    room = (words.measure, sizes[0] * script.leading * 2.05)
    small = set_text(text, script, sizes, room)
    rows = []
    for number, line in enumerate(small.lines):
        style: dict[str, object] = {"font_family": script.serif, "font_size": small.size, **extra}
        if spacing:
            style["letter_spacing"] = spacing
        y = top + 2 + small.size * (1.06 + script.leading * number)
        rows.append(Row(line.text, y, style))
    return rows, rows[-1].y + small.size * 0.26


def foot(words: Words, ink: str, halo: str = "") -> str:
    """The label at the foot, where there is one; a halo keeps it clear of what lies behind it."""
    if not words.label:
        return ""
    spaced = may_be_spaced(words.label)
    spacing: dict[str, object] = {"letter_spacing": _LABEL_SPACING} if spaced else {}
    if halo:
        spacing |= {"stroke": halo, "stroke_width": 4, "paint_order": "stroke"}
    return text_element(
        label_text(words),
        x=words.width - MARGIN if words.is_rtl else MARGIN,
        y=words.height - 15,
        font_family=SANS,
        font_size=_LABEL_SIZE,
        font_weight=600,
        fill=ink,
        **side_of(words.label, is_rtl=words.is_rtl),
        **spacing,
    )


def label_text(words: Words) -> str:
    """The label, cut to the margins."""
    room = words.measure / _LABEL_SIZE
    return _cut_capitals(cut_to(words.label, room), room, _LABEL_SPACING / _LABEL_SIZE)
