"""Drawings of circles: overlapping, rings, moons, rays, arches, orbits, petals."""

from itertools import pairwise
from math import acos, atan2, cos, hypot, pi, radians, sin, sqrt

from commonplace.web.covers.drawings.scene import Scene
from commonplace.web.covers.inks import contrast, mix
from commonplace.web.covers.svg import (
    Shapes,
    circle_data,
    inside,
    line,
    number,
    numbers,
    path,
    polygon_data,
)

Circle = tuple[float, float, float]

_A_COLUMN = 3
_LOW = 130
_HALF = 0.5
_INNERMOST = 8


def overlap(scene: Scene) -> str:
    """Each word a circle, the longer the larger; where two meet, a third ink."""
    lengths = scene.letters.parts(2, 4)
    circles = _chain(scene, lengths)
    inks = [scene.inks.picture[place % 3] for place in range(len(circles))]
    parts = [path(ink, circle_data(*each)) for ink, each in zip(inks, circles, strict=True)]
    for place, (one, other) in enumerate(pairwise(circles)):
        both = _pressed(scene, inks[place], inks[place + 1])
        parts.append(path(both, _lens(one, other)) + line(both, _lens(one, other), 0.7))
    return "".join(parts)


def _pressed(scene: Scene, one: str, other: str) -> str:
    """Two inks printed one on the other: deeper on paper, paler on a dark ground."""
    on_dark = contrast(scene.inks.ground, "#FFFFFF") > contrast(scene.inks.ground, "#000000")
    return mix(mix(one, other, 0.5), "#FFFFFF" if on_dark else scene.inks.deep, 0.45)


def _chain(scene: Scene, lengths: tuple[int, ...]) -> list[Circle]:
    """Circles in a zigzag, each touching only its neighbours, as large as the room allows."""
    radii = [sqrt(min(max(length, 2), 12)) for length in lengths]
    spots: list[Circle] = []
    lean = 0.35 + 0.4 * scene.letters.share(0)
    upright = scene.height > scene.width * 0.9 and len(lengths) >= _A_COLUMN
    x = y = 0.0
    for place, radius in enumerate(radii):
        if place:
            away = (radius + radii[place - 1]) * 0.76
            side = lean if place % 2 else -lean
            across, along = away * sin(side), away * cos(side)
            x, y = (x + across, y + along) if upright else (x + along, y + across)
        spots.append((x, y, radius))
    return _fitted(spots, scene)


def _fitted(spots: list[Circle], scene: Scene) -> list[Circle]:
    left, right = min(x - r for x, _, r in spots), max(x + r for x, _, r in spots)
    top, bottom = min(y - r for _, y, r in spots), max(y + r for _, y, r in spots)
    scale = min((scene.width - 2) / (right - left), (scene.height - 2) / (bottom - top))
    move_x = (scene.width - (right - left) * scale) / 2 - left * scale
    move_y = (scene.height - (bottom - top) * scale) / 2 - top * scale
    return [(x * scale + move_x, y * scale + move_y, r * scale) for x, y, r in spots]


def _lens(one: Circle, other: Circle) -> str:
    (x, y, r), (x2, y2, r2) = one, other
    apart = hypot(x2 - x, y2 - y)
    along = (apart * apart + r * r - r2 * r2) / (2 * apart)
    half = sqrt(max(r * r - along * along, 0))
    across_x, across_y = (x2 - x) / apart, (y2 - y) / apart
    mid_x, mid_y = x + along * across_x, y + along * across_y
    first = numbers(mid_x - half * across_y, mid_y + half * across_x)
    last = numbers(mid_x + half * across_y, mid_y - half * across_x)
    a, b = number(r), number(r2)
    return f"M{first}A{a} {a} 0 0 0 {last}A{b} {b} 0 0 0 {first}z"


def rings(scene: Scene) -> str:
    """Rings in water, each pushed aside a little by its letter."""
    letters, inks = scene.letters, scene.inks
    count = 7 + letters.count % 5
    radius = min(scene.width, scene.height) / 2 - 8
    parts = []
    for place in range(count):
        push = 3.2 * (1 - place / count)
        x = scene.width / 2 + push * (letters.value(place) % 5 - 2)
        y = scene.height / 2 + push * (letters.value(place + 1) % 5 - 2) * 0.6
        rung = radius * (1 - place / count) - (3.5 if place else 0)
        ink = inks.ground if place % 2 else (inks.warm, inks.cool)[place // 2 % 2]
        parts.append(path(ink, circle_data(x, y, max(rung, 2))))
    return "".join(parts)


def moons(scene: Scene) -> str:
    """A calendar of moons: the phase is the letter's place in the alphabet."""
    letters, inks = scene.letters, scene.inks
    columns = 3 if scene.height > _LOW else 4
    cell = min(scene.width / columns, scene.height / 2)
    rows = max(1, int(scene.height / cell + 0.05))
    left, top = (scene.width - columns * cell) / 2, (scene.height - rows * cell) / 2
    dim, radius = mix(inks.ground, inks.warm, 0.26), cell * 0.44
    shapes = Shapes()
    for place in range(rows * columns):
        row, column = divmod(place, columns)
        centre = (left + cell * (column + 0.5), top + cell * (row + 0.5))
        shapes.circle(dim, centre, radius)
        shapes.add(inks.warm, _phase(centre, radius, 0.08 + 0.92 * letters.share(place)))
    return shapes.drawn()


def _phase(centre: tuple[float, float], radius: float, lit: float) -> str:
    (x, y), r = centre, number(radius)
    inner = number(max(abs(1 - 2 * lit) * radius, 0.1))
    bulge = 1 if lit > _HALF else 0
    up = numbers(x, y - radius)
    return f"M{up}A{r} {r} 0 0 1 {numbers(x, y + radius)}A{inner} {r} 0 0 {bulge} {up}z"


def rays(scene: Scene) -> str:
    """A sun at the foot and a ray for each letter, as long and as broad as the letter."""
    letters, inks = scene.letters, scene.inks
    x, y = scene.width / 2, scene.height
    reach = min(scene.height * 0.98, scene.width * 0.95)
    count = max(7, min(letters.count, 13))
    step = 180 / count
    shapes = Shapes()
    for place in range(count):
        middle = 180 + step * (place + 0.5)
        half = step * (0.24 + 0.16 * letters.share(place + 1))
        long = reach * (0.68 + 0.32 * letters.share(place))
        ends = [(radians(middle - half)), (radians(middle + half))]
        points = [(x + long * cos(a), y + long * sin(a)) for a in ends]
        ink = (inks.warm, inks.cool)[place % 2]
        shapes.add(ink, polygon_data([(x, y), *points]))
    return shapes.drawn() + path(inks.text, circle_data(x, y, reach * 0.32))


def arches(scene: Scene) -> str:
    """Arch within arch, each as thick as its letter."""
    letters, inks = scene.letters, scene.inks
    radius = min(scene.width * 0.5, scene.height) - 2
    x, floor = scene.width / 2, scene.height
    tones, parts, place = (inks.warm, inks.text, inks.cool, inks.ground), [], 0
    while radius > _INNERMOST:
        parts.append(path(tones[place % 4], _half_disc(x, floor, radius)))
        radius -= 8 + 16 * letters.share(place)
        place += 1
    return "".join(parts)


def _half_disc(x: float, floor: float, radius: float) -> str:
    r, across = number(radius), number(2 * radius)
    return f"M{numbers(x - radius, floor)}a{r} {r} 0 0 1 {across} 0z"


def orbits(scene: Scene) -> str:
    """Planets on their rounds: the letter sets the hour and the size."""
    letters, inks = scene.letters, scene.inks
    x, y = scene.width / 2, scene.height / 2
    reach = min(scene.height * 0.45, scene.width * 0.46)
    count = max(3, min(5, int(reach / 17)))
    round_ink = mix(inks.ground, inks.text, 0.4)
    parts, planets = [], Shapes()
    for place in range(count):
        radius = reach * (place + 1.6) / (count + 0.9)
        parts.append(line(round_ink, circle_data(x, y, radius), 1.5))
        angle = radians(letters.value(place) * 14.4 + place * 137)
        centre = (x + radius * cos(angle), y + radius * sin(angle))
        size = reach * (0.07 + 0.09 * letters.share(place + 2))
        planets.circle(inks.picture[(place + 1) % 3], centre, size)
    sun = path(inks.warm, circle_data(x, y, reach * 0.2))
    return "".join(parts) + sun + planets.drawn()


def petals(scene: Scene) -> str:
    """A flower with a petal for each letter, long or short by the letter."""
    letters, inks = scene.letters, scene.inks
    x, y = scene.width / 2, scene.height / 2
    reach = min(scene.width, scene.height) / 2 - 1
    count = max(8, min(letters.count, 14))
    outer, inner = Shapes(), Shapes()
    for place in range(count):
        angle = 2 * pi * place / count - pi / 2
        long = reach * (0.7 + 0.3 * letters.share(place))
        ink = inks.text if letters.vowel(place) else (inks.warm, inks.cool)[place % 2]
        outer.add(ink, _petal((x, y), angle, (long, pi / count * 0.9)))
        vein = mix(ink, inks.ground, 0.4)
        inner.add(vein, _petal((x, y), angle, (long * 0.62, pi / count * 0.5)))
    heart = path(inks.ground, circle_data(x, y, reach * 0.2))
    eye = path(inks.warm, circle_data(x, y, reach * 0.13))
    return outer.drawn() + inner.drawn() + heart + eye


def _petal(centre: tuple[float, float], angle: float, shape: tuple[float, float]) -> str:
    (x, y), (long, half) = centre, shape
    tip = numbers(x + long * cos(angle), y + long * sin(angle))
    sides = [
        numbers(x + long * cos(angle + turn), y + long * sin(angle + turn))
        for turn in (-half * 1.25, half * 1.25)
    ]
    middle = numbers(x, y)
    return f"M{middle}Q{sides[0]} {tip}Q{sides[1]} {middle}z"


def links(scene: Scene) -> str:
    """Rings of a chain, one for each word, drawn as open circles that pass through each other."""
    lengths = scene.letters.parts(3, 5)
    circles = _chain(scene, tuple(6 + length // 3 for length in lengths))
    parts = []
    for place, (x, y, radius) in enumerate(circles):
        wide = radius * 0.34
        data = circle_data(x, y, radius - wide / 2)
        parts.append(line(scene.inks.picture[place % 3], data, wide))
    for place, (one, other) in enumerate(pairwise(circles)):
        parts.append(_over(scene, (one, other), place))
    return "".join(parts)


def _over(scene: Scene, pair: tuple[Circle, Circle], place: int) -> str:
    """The piece of the first ring that passes over the second again."""
    (x, y, radius), (x2, y2, radius2) = pair
    wide = radius * 0.34
    r, r2 = radius - wide / 2, radius2 - radius2 * 0.17
    apart = hypot(x2 - x, y2 - y)
    spread = acos(max(-1, min(1, (apart**2 + r * r - r2 * r2) / (2 * apart * r))))
    toward = atan2(y2 - y, x2 - x)
    half = 0.24 * (radius + radius2) / r
    first, last = toward + spread - half, toward + spread + half
    start, end = (numbers(x + r * cos(a), y + r * sin(a)) for a in (first, last))
    data = f"M{start}A{number(r)} {number(r)} 0 0 1 {end}"
    return line(scene.inks.picture[place % 3], data, wide)


def beads(scene: Scene) -> str:
    """Beads on threads, letter after letter, the threads as many as the room holds."""
    letters, inks = scene.letters, scene.inks
    count = max(3, int(scene.height / 34))
    step, place = scene.height / count, 0
    parts, shapes = [], Shapes()
    for row in range(count):
        y = step * (row + 0.5)
        parts.append(
            line(mix(inks.ground, inks.text, 0.45), f"M0 {number(y)}H{scene.width:.0f}", 1)
        )
        x = 4 + 34 * letters.share(place + row)
        while x < scene.width:
            radius = step * (0.14 + 0.3 * letters.share(place))
            if x + 2 * radius > scene.width:
                break
            shapes.circle(inks.picture[letters.value(place) % 3], (x + radius, y), radius)
            x += 2 * radius + (26 if letters.vowel(place) else 3)
            place += 1
    return inside((0, 0, scene.width, scene.height), "".join(parts) + shapes.drawn())
