"""Drawings of land and water: waves, road, river, horizon, peaks, leaves."""

from commonplace.web.covers.drawings.scene import Scene
from commonplace.web.covers.inks import mix
from commonplace.web.covers.svg import (
    Shapes,
    circle_data,
    line,
    number,
    numbers,
    path,
    polygon_data,
    rect,
)

# The last wave or hill leaves so much of itself free for the label.
_FLOOR = 46


def waves(scene: Scene) -> str:
    """Waves, one behind the other, as long and as high as their letters."""
    letters, inks = scene.letters, scene.inks
    count = max(3, min(7, round((scene.height - _FLOOR) / 28)))
    step = (scene.height - _FLOOR - 12) / (count - 1)
    tones = (inks.cool, inks.warm, mix(inks.text, inks.ground, 0.14))
    parts = []
    for place in range(count):
        ink = inks.text if place == count - 1 else tones[place % 3]
        half = 27.0 + 3 * (letters.value(place) % 6)
        high = min(13.0 + letters.value(place + 1) % 13, step * 0.9)
        start = -float(letters.value(place + 2) * 3 % 66) - half
        humps = "t" + f"{number(half)} 0 " * int((scene.width - start) / half)
        curve = f"q{numbers(half / 2, -high, half, 0)}{humps}"
        ends = f"V{number(scene.height)}H{number(start)}z"
        parts.append(path(ink, f"M{numbers(start, 12 + place * step)}{curve}{ends}"))
    return "".join(parts)


def road(scene: Scene) -> str:
    """Hills by their letters and a road over them that is painted down the middle."""
    letters, inks = scene.letters, scene.inks
    count = max(3, min(6, round((scene.height - _FLOOR) / 34)))
    step = (scene.height - _FLOOR - 16) / (count - 1)
    w, h = scene.width, scene.height
    parts = []
    for place in range(count):
        ink = inks.text if place == count - 1 else (inks.cool, inks.warm, inks.text)[place % 3]
        lift = [min(step, 30) * 0.9 * letters.share(place + k) for k in range(4)]
        y = 16 + place * step
        bends = numbers(w * 0.3, y - lift[0], w * 0.6, y + lift[1], w, y - lift[2] * 0.5)
        parts.append(path(ink, f"M0 {number(y)}C{bends}V{number(h)}H0z"))
    top_x, low_x = w * (0.3 + 0.4 * letters.share(0)), w * (0.3 + 0.4 * letters.share(1))
    bends = numbers(w * 0.92, h * 0.3, w * 0.08, h * 0.5, low_x, h - _FLOOR + 6)
    parts.append(line(inks.ground, f"M{numbers(top_x, 20)}C{bends}", 5, "16 9"))
    return "".join(parts)


def river(scene: Scene) -> str:
    """A river in eight currents; its bends are the first letters."""
    letters, inks = scene.letters, scene.inks
    w, h = scene.width, scene.height
    bend, swing = w * (0.1 + 0.3 * letters.share(0)), w * 0.24 * letters.share(1)
    flip = letters.value(2) % 2
    parts = []
    for place in range(8):
        x = place * 13.0
        points = ((0.74, 0), (0.5, 0.2), (0.18, 0.05), (0.3, 0.33), (0.38, 0.72), (0.0, 1.04))
        xs = [w * a + x + (bend * b - swing * (1 - b)) * 0.5 for a, b in points]
        ys = [h * b for _, b in points]
        spots = [(w - a if flip else a, b) for a, b in zip(xs, ys, strict=True)]
        flat = [each for spot in spots[1:4] for each in spot]
        tail = [each for spot in spots[4:] for each in spot]
        data = f"M{numbers(*spots[0])}C{numbers(*flat)}S{numbers(*tail)}"
        wide = (3, 6, 9)[letters.value(place) % 3]
        parts.append(line(inks.picture[place % 3], data, wide))
    return "".join(parts)


def horizon(scene: Scene) -> str:
    """A plain at dusk, furrows running to a sun that stands where the letters put it."""
    letters, inks = scene.letters, scene.inks
    w, h = scene.width, scene.height
    line_y = h * 0.46
    x = w * (0.3 + 0.4 * letters.share(0))
    radius = min(line_y * (0.86 + 0.1 * letters.share(1)), w * 0.3)
    sun = path(inks.warm, circle_data(x, line_y, radius))
    floor = rect(inks.deep, (0, line_y, w, h - line_y))
    return sun + floor + _furrows(scene, (x, line_y)) + _sleepers(scene, line_y)


def _furrows(scene: Scene, far: tuple[float, float]) -> str:
    letters, inks = scene.letters, scene.inks
    pale = mix(inks.deep, inks.pale, 0.3)
    bright = mix(inks.deep, inks.warm, 0.9)
    gap = 54 + 12 * letters.share(1)
    start = 500 * letters.share(2) % gap - gap / 2
    shapes = Shapes()
    for place in range(-7, 8):
        foot = far[0] + start + place * gap
        ink = bright if place in {0, letters.value(3) % 2 or -1} else pale
        data = f"M{numbers(*far)}L{numbers(foot - 5, scene.height)}h10z"
        shapes.add(ink, data)
    return shapes.drawn()


def _sleepers(scene: Scene, line_y: float) -> str:
    shapes, depth = Shapes(), scene.height - line_y
    for place in range(1, 8):
        share = (place / 8) ** 2
        shapes.rect(
            scene.inks.deep, (0, line_y + 2 + depth * share, scene.width, 0.4 + 2.4 * place / 8)
        )
    return shapes.drawn()


def peaks(scene: Scene) -> str:
    """Mountains: each letter a summit, range before range, under a sun or moon."""
    letters, inks = scene.letters, scene.inks
    w, h = scene.width, scene.height
    ranges = (inks.cool, mix(inks.cool, inks.text, 0.5), inks.text)
    radius = h * 0.11 + 6
    disc_x = w * (0.22 + 0.56 * letters.share(1))
    parts = [path(inks.warm, circle_data(disc_x, radius + 4, radius))]
    for depth, ink in enumerate(ranges):
        count = 3 + depth
        step, base = w / count, (h - 44) * (0.52 + 0.24 * depth)
        points = [(0.0, h), (0.0, base)]
        for place in range(count):
            lift = h * (0.08 + 0.24 * letters.share(place + depth * 3)) * (1 - 0.2 * depth)
            points.append((step * (place + 0.5), base - lift))
            points.append((step * (place + 1), base + lift * 0.15))
        parts.append(path(ink, polygon_data([*points, (w, h)])))
    return "".join(parts)


def leaves(scene: Scene) -> str:
    """A stem with a pair of leaves for each letter, as broad as the letter."""
    letters, inks = scene.letters, scene.inks
    x, high = scene.width / 2, scene.height
    pairs = max(3, min(7, int(high / 26)))
    step = (high - 34) / pairs
    shapes = Shapes()
    shapes.rect(inks.text, (x - 1.2, 0, 2.4, high))
    for place in range(pairs):
        y = 38 + step * place
        wide = min(scene.width * 0.46, 40 + 34 * letters.share(place) + place * 3)
        first = letters.vowel(place)
        shapes.add(inks.warm if first else inks.cool, _leaf(x, y, wide))
        shapes.add(inks.cool if first else inks.warm, _leaf(x, y, -wide))
    return shapes.drawn()


def _leaf(x: float, y: float, wide: float) -> str:
    tip = numbers(x + wide * 0.2, y - 34, x + wide * 0.8, y - 40, x + wide, y - 30)
    back = numbers(x + wide * 0.9, y - 6, x + wide * 0.4, y, x, y)
    return f"M{numbers(x, y)}C{tip}C{back}z"
