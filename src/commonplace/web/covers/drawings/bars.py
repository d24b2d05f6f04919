"""Drawings of things that stand in a row: bars, words, spines, steps, parcels, houses, trees."""

from commonplace.web.covers.drawings.scene import Scene
from commonplace.web.covers.inks import mix
from commonplace.web.covers.svg import Shapes, line, numbers, polygon_data, rect

_LAYER = 42
_WIDE_ENOUGH_FOR_A_TITLE = 12


def bars(scene: Scene) -> str:
    """A bar up for each letter and its echo, a third as long, below the line."""
    letters, inks = scene.letters, scene.inks
    count = max(7, min(letters.count, 14))
    gap = 3.0
    wide = (scene.width + gap) / count - gap
    base = scene.height * 0.7
    shapes = Shapes()
    for place in range(count):
        x, share = place * (wide + gap), 0.12 + 0.88 * letters.share(place)
        up, down = share * base * 0.96, share * (scene.height - base) * 0.86
        shapes.rect(inks.cool, (x, base - up, wide, up))
        ink = inks.text if letters.vowel(place) else inks.warm
        shapes.rect(ink, (x, base + 6, wide, down))
    return shapes.drawn()


def words(scene: Scene) -> str:
    """Each word a bar as long as the word, paler where its vowels stand."""
    letters, inks = scene.letters, scene.inks
    lengths = letters.parts(2, 6)
    gap = 7.0
    high = (scene.height + gap) / len(lengths) - gap
    unit = scene.width * 0.94 / max(*lengths, 5)
    shapes, place = Shapes(), 0
    for row, length in enumerate(lengths):
        ink = inks.picture[row % 3]
        pale = mix(ink, inks.ground, 0.36)
        for letter in range(length):
            box = (letter * unit, row * (high + gap), unit + 0.3, high)
            shapes.rect(pale if letters.vowel(place) else ink, box)
            place += 1
    return shapes.drawn()


def spines(scene: Scene) -> str:
    """A shelf of spines, as thick and as tall as their letters."""
    letters, inks = scene.letters, scene.inks
    floor, x, place = scene.height - 3, 0.0, 0
    shapes, bands = Shapes(), Shapes()
    while x < scene.width - 7:
        wide = min(8 + 4 * (letters.value(place) % 5), scene.width - x)
        high = floor * (0.56 + 0.44 * letters.share(place + 1))
        ink = inks.picture[letters.value(place) % 3]
        shapes.rect(ink, (x, floor - high, wide, high))
        if wide > _WIDE_ENOUGH_FOR_A_TITLE:
            bands.rect(mix(ink, inks.ground, 0.6), (x + 2, floor - high + 10, wide - 4, 3))
        elif letters.vowel(place):
            bands.rect(mix(ink, inks.ground, 0.6), (x + 2, floor - 18, wide - 4, 6))
        x += wide + 2
        place += 1
    return shapes.drawn() + bands.drawn() + rect(inks.text, (0, floor, scene.width, 3))


def steps(scene: Scene) -> str:
    """A stair that climbs by its letters, worn pale on the treads."""
    letters, inks = scene.letters, scene.inks
    count = 5 + letters.count % 4
    wide = scene.width / count
    rises = [0.35 + letters.share(place) for place in range(count)]
    unit, up = scene.height * 0.96 / sum(rises), 0.0
    shapes, treads = Shapes(), Shapes()
    for place, rise in enumerate(rises):
        up += rise * unit
        x, y = place * wide, scene.height - up
        shapes.rect((inks.warm, inks.cool)[place % 2], (x, y, wide + 0.4, up))
        treads.rect(inks.text, (x, y, wide + 0.4, 5))
    return shapes.drawn() + treads.drawn()


def parcels(scene: Scene) -> str:
    """Parcels stacked on a counter, each tied with string, fewer in every layer."""
    letters, inks, gap = scene.letters, scene.inks, 3.0
    layers = (3, 3, 2, 1)[: max(2, min(4, int(scene.height / _LAYER)))]
    floor = scene.height - 3
    room = (floor - gap * len(layers)) / len(layers)
    boxes, strings, y, place = Shapes(), Shapes(), floor, 0
    for layer, count in enumerate(layers):
        tall = room * (0.72 + 0.28 * letters.share(place + 1))
        x = scene.width * 0.055 * layer + 6 * letters.share(place)
        for _ in range(count):
            wide = min(scene.width * (0.25 + 0.08 * letters.share(place)), scene.width - x)
            ink = inks.picture[(letters.value(place) + layer) % 3]
            boxes.rect(ink, (x, y - tall, wide, tall))
            strings.rect(
                mix(ink, inks.ground, 0.55), (x + wide * 0.42, y - tall, wide * 0.16, tall)
            )
            x += wide + gap
            place += 1
        y -= tall + gap
    return boxes.drawn() + strings.drawn() + rect(inks.text, (0, floor, scene.width, 3))


def houses(scene: Scene) -> str:
    """A street of houses, one for each letter, with a lamp where a vowel stands."""
    letters, inks = scene.letters, scene.inks
    count = 5
    wide = scene.width / count
    walls, roofs, lamps = Shapes(), Shapes(), Shapes()
    for place in range(count):
        x = place * wide
        eaves = scene.height * (0.62 - 0.36 * letters.share(place))
        ridge = eaves - wide * (0.3 + 0.35 * letters.share(place + 1))
        ink = inks.picture[letters.value(place) % 3]
        walls.rect(ink, (x, eaves, wide + 0.3, scene.height - eaves))
        roof = mix(ink, inks.deep, 0.45)
        roofs.add(
            roof, polygon_data([(x, eaves), (x + wide / 2, max(0, ridge)), (x + wide, eaves)])
        )
        _panes(scene, (x, eaves, wide), (lamps, place))
    return walls.drawn() + roofs.drawn() + lamps.drawn()


def _panes(scene: Scene, house: tuple[float, float, float], panes: tuple[Shapes, int]) -> None:
    (x, eaves, wide), (lamps, start) = house, panes
    letters, inks = scene.letters, scene.inks
    side = wide * 0.2
    ink = inks.picture[letters.value(start) % 3]
    y, place = eaves + side, start
    while y + side < scene.height - side * 0.6:
        for column in (0.2, 0.6):
            glows = letters.vowel(place)
            pane = (
                (inks.ground if ink == inks.warm else inks.warm)
                if glows
                else mix(ink, inks.deep, 0.5)
            )
            lamps.rect(pane, (x + wide * column, y, side, side * 1.3))
            place += 1
        y += side * 2.3


def trees(scene: Scene) -> str:
    """A wood: round trees for vowels, pointed ones for consonants, as tall as their letters."""
    letters, inks = scene.letters, scene.inks
    count = 7
    step = scene.width / count
    trunks, crowns = Shapes(), Shapes()
    for place in sorted(range(count), key=letters.value, reverse=True):
        x = step * (place + 0.5)
        tall = scene.height * (0.45 + 0.5 * letters.share(place))
        top = scene.height - tall
        ink = inks.picture[letters.value(place) % 2]
        trunks.rect(inks.text, (x - 1.5, top + 10, 3, tall - 10))
        if letters.vowel(place):
            radius = step * 0.5
            crowns.circle(ink, (x, top + radius), radius)
        else:
            low = top + tall * 0.78
            crowns.add(ink, polygon_data([(x, top), (x + step * 0.5, low), (x - step * 0.5, low)]))
    return trunks.drawn() + crowns.drawn() + rect(inks.text, (0, scene.height - 3, scene.width, 3))


def strings(scene: Scene) -> str:
    """Strings of an instrument, plucked where a vowel stands."""
    letters, inks = scene.letters, scene.inks
    count = 9
    step = (scene.width - 36) / (count - 1)
    parts = []
    for place in range(count):
        x, share = 8 + place * step, letters.share(place)
        bow = step * (0.9 if letters.vowel(place) else 0.12)
        waist = scene.height * (0.2 + 0.6 * share)
        data = f"M{numbers(x, 0)}Q{numbers(x + bow * 2, waist, x, scene.height)}"
        parts.append(line(inks.picture[letters.value(place) % 3], data, 2 + 4 * share))
    return "".join(parts)
