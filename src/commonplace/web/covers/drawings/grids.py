"""Drawings on a grid, a cell for each letter: dots, windows, tiles, weave, quilt, scales …"""

from commonplace.web.covers.drawings.scene import Scene
from commonplace.web.covers.inks import mix
from commonplace.web.covers.svg import (
    Box,
    Shapes,
    circle_data,
    element,
    inside,
    number,
    numbers,
    path,
    polygon_data,
)


def dots(scene: Scene) -> str:
    """A dot for each letter, the later in the alphabet the larger; vowels in the text's ink."""
    letters, (warm, cool, text) = scene.letters, scene.inks.picture
    columns = letters.columns(7, 6, 8, 5)
    cell = scene.width / columns
    rows = max(2, int(scene.height / cell))
    top = (scene.height - rows * cell) / 2
    shapes = Shapes()
    for place in range(rows * columns):
        row, column = divmod(place, columns)
        ink = text if letters.vowel(place) else (warm, cool)[letters.value(place) % 2]
        centre = (cell * (column + 0.5), top + cell * (row + 0.5))
        shapes.circle(ink, centre, cell * (0.11 + 0.38 * letters.share(place)))
    return shapes.drawn()


def windows(scene: Scene) -> str:
    """A wall of windows, lit where a vowel stands, a curtain half drawn."""
    letters, inks, gap = scene.letters, scene.inks, 5.0
    columns = letters.columns(6, 7, 5)
    wide = (scene.width - gap * (columns - 1)) / columns
    rows = max(2, round((scene.height + gap) / (wide * 0.95 + gap)))
    high = (scene.height + gap) / rows - gap
    dark = mix(inks.ground, inks.cool, 0.6)
    curtain = mix(inks.warm, inks.pale, 0.45)
    shapes = Shapes()
    for place in range(rows * columns):
        row, column = divmod(place, columns)
        x, y = column * (wide + gap), row * (high + gap)
        lit = letters.vowel(place)
        shapes.rect(inks.warm if lit else dark, (x, y, wide, high))
        if lit:
            half = 0 if letters.value(place + 1) % 2 else wide / 2
            shapes.rect(curtain, (x + half, y, wide / 2, high))
    return shapes.drawn()


_QUARTERS = (
    "M{left} {up}v{h}a{w} {h} 0 0 0 {w}-{h}z",
    "M{right} {up}h-{w}a{w} {h} 0 0 0 {w} {h}z",
    "M{right} {down}v-{h}a{w} {h} 0 0 0-{w} {h}z",
    "M{left} {down}h{w}a{w} {h} 0 0 0-{w}-{h}z",
)


def _cells(scene: Scene, *columns: int) -> tuple[int, int]:
    """Columns and rows whose cells are nearly square and which the title does not repeat down."""
    uneven = [each for each in columns if scene.letters.count % each] or list(columns)

    def squareness(count: int) -> float:
        rows = scene.height / (scene.width / count)
        return abs(rows / max(1, round(rows)) - 1)

    best = min(uneven, key=squareness)
    return best, max(1, round(scene.height / (scene.width / best)))


def tiles(scene: Scene) -> str:
    """Tiles with a quarter circle, turned and inked by their letter."""
    letters, inks = scene.letters, scene.inks
    columns, rows = _cells(scene, 5, 6, 4)
    wide, high = scene.width / columns, scene.height / rows
    grounds = (inks.warm, inks.cool, inks.warm, mix(inks.ground, inks.cool, 0.35))
    quarters = (inks.text, inks.cool, inks.ground, inks.warm)
    below, above = Shapes(), Shapes()
    for place in range(rows * columns):
        row, column = divmod(place, columns)
        box = (column * wide, row * high, wide, high)
        value = letters.value(place) + row
        ground = grounds[value % 4]
        quarter = next(q for q in quarters[value // 4 % 4 :] + quarters if q != ground)
        below.rect(ground, (box[0] - 0.4, box[1] - 0.4, wide + 0.8, high + 0.8))
        above.add(quarter, _quarter(box, value % 13 % 4))
    return below.drawn() + above.drawn()


def _quarter(box: Box, turn: int) -> str:
    x, y, wide, high = box
    return _QUARTERS[turn].format(
        left=number(x),
        up=number(y),
        right=number(x + wide),
        down=number(y + high),
        w=number(wide),
        h=number(high),
    )


def weave(scene: Scene) -> str:
    """A basket weave: the strand that lies above changes where a vowel stands."""
    letters, inks = scene.letters, scene.inks
    columns, rows = _cells(scene, 10, 9, 11)
    wide, high = scene.width / columns, scene.height / rows
    shapes = Shapes()
    for place in range(rows * columns):
        row, column = divmod(place, columns)
        x, y = column * wide, row * high
        if ((row + column) % 2 == 0) != letters.vowel(place):
            shapes.rect(inks.warm, (x + 2, y - 0.1, wide - 4, high + 0.2))
        else:
            shapes.rect(inks.cool, (x - 0.1, y + 2, wide + 0.2, high - 4))
    return shapes.drawn()


def quilt(scene: Scene) -> str:
    """Patchwork: each square cut corner to corner, the cut and the cloth by the letter."""
    letters, inks = scene.letters, scene.inks
    columns, rows = _cells(scene, 6, 5, 7)
    wide, high = scene.width / columns, scene.height / rows
    cloths = (inks.warm, inks.cool, inks.text, mix(inks.warm, inks.ground, 0.5))
    shapes = Shapes()
    for place in range(rows * columns):
        row, column = divmod(place, columns)
        left, up = column * wide, row * high
        right, down = left + wide, up + high
        value = letters.value(place)
        corners = [(left, up), (right, up), (right, down), (left, down)]
        del corners[(value + row) % 4]
        shapes.add(cloths[value // 4 % 4], polygon_data(corners))
    return shapes.drawn()


def scales(scene: Scene) -> str:
    """Scales in rows, like roof tiles; each letter inks one."""
    letters, inks = scene.letters, scene.inks
    columns = letters.columns(5, 4, 6)
    radius = scene.width / columns / 2
    step = radius * 0.8
    scale = (
        f'<g id="s{place}"><circle r="{number(radius)}" fill="{inks.ground}"/>'
        f'<circle r="{number(radius - 1.5)}" fill="{ink}"/>'
        f'<circle r="{number(radius * 0.52)}" fill="{mix(ink, inks.ground, 0.35)}"/></g>'
        for place, ink in enumerate(inks.picture)
    )
    parts, place = [f"<defs>{''.join(scale)}</defs>"], 0
    for row in range(int(scene.height / step) + 2):
        y = row * step + radius - step
        for column in range(columns + row % 2):
            x = radius * (2 * column + (row + 1) % 2)
            ink = letters.value(place) % 3
            parts.append(f'<use href="#s{ink}" x="{number(x)}" y="{number(y)}"/>')
            place += 1
    return "".join(parts)


def stripes(scene: Scene) -> str:
    """Book cloth in stripes as wide as the letters say, and a disc cut through it."""
    letters, inks = scene.letters, scene.inks
    widths: list[float] = []
    while sum(widths) < scene.width:
        widths.append(7 + 26 * letters.share(len(widths)) ** 1.3)
    cloth = (inks.warm, inks.ground, inks.cool, inks.text, inks.ground)
    moved = (inks.text, inks.cool, inks.ground, inks.warm, inks.cool)
    outer, inner, x = Shapes(), Shapes(), 0.0
    for place, wide in enumerate(widths):
        box = (x, 0.0, wide + 0.3, scene.height)
        outer.rect(cloth[place % 5], box)
        inner.rect(moved[place % 5], box)
        x += wide
    radius = min(scene.height * 0.36, scene.width * 0.3)
    centre_x = scene.width * (0.34 + 0.32 * letters.share(1))
    disc = element("circle", cx=centre_x, cy=scene.height / 2, r=radius)
    return (
        f'{outer.drawn()}<clipPath id="disc">{disc}</clipPath>'
        f'<g clip-path="url(#disc)">{inner.drawn()}</g>'
    )


def chevrons(scene: Scene) -> str:
    """Bands that rise and fall, as deep as their letter is late in the alphabet."""
    letters, inks = scene.letters, scene.inks
    teeth = 3 + letters.count % 3
    half = scene.width / teeth / 2
    rise = half * 0.75
    parts, y, place = [], -rise, 0
    tones = (inks.warm, inks.text, inks.cool, inks.ground)
    while y < scene.height:
        deep = 9 + 20 * letters.share(place)
        points = [(half * i, y + (rise if i % 2 else 0)) for i in range(2 * teeth + 1)]
        ends = [(scene.width, scene.height + rise), (0.0, scene.height + rise)]
        parts.append(path(tones[place % 4], polygon_data([*points, *ends])))
        y += deep
        place += 1
    return inside((0, 0, scene.width, scene.height), "".join(parts))


def crosses(scene: Scene) -> str:
    """Stitches on a grid: a cross, a bar or a knot, by the letter."""
    letters, inks = scene.letters, scene.inks
    columns = letters.columns(8, 7, 9)
    cell = scene.width / columns
    rows = max(2, int(scene.height / cell))
    top = (scene.height - rows * cell) / 2
    arm, shapes = cell * 0.36, Shapes()
    for place in range(rows * columns):
        row, column = divmod(place, columns)
        x, y = cell * (column + 0.5), top + cell * (row + 0.5)
        ink = inks.picture[letters.value(place) % 3]
        shapes.add(ink, _stitch((x, y), arm, letters.value(place) // 3 % 4))
    return shapes.drawn()


def _stitch(centre: tuple[float, float], arm: float, kind: int) -> str:
    x, y = centre
    thin = arm * 0.34
    bar = f"M{numbers(x - arm, y - thin)}h{number(2 * arm)}v{number(2 * thin)}h-{number(2 * arm)}z"
    post = (
        f"M{numbers(x - thin, y - arm)}h{number(2 * thin)}v{number(2 * arm)}h-{number(2 * thin)}z"
    )
    diamond = polygon_data([(x, y - arm), (x + arm, y), (x, y + arm), (x - arm, y)])
    return (circle_data(x, y, arm * 0.8), diamond, bar, bar + post)[kind]
