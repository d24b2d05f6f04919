"""Patterns of one small motif, for behind a label: the letters ink it and turn it."""

from commonplace.web.covers.drawings.scene import Scene
from commonplace.web.covers.svg import Shapes, numbers

_STEP = 25.0
# Each motif is drawn about its middle, in two ways: as it is, and turned.
_MOTIFS: tuple[tuple[tuple[float, float], str, tuple[float, float], str], ...] = (
    ((-5, 9), "q10-2 10-17q-10 2-10 17z", (5, 9), "q-10-2-10-17q10 2 10 17z"),
    ((0, -8), "l5 8-5 8-5-8z", (-8, 0), "l8-5 8 5-8 5z"),
    ((-7, 4), "l7-8 7 8h-4l-3-3.5-3 3.5z", (-7, -4), "l7 8 7-8h-4l-3 3.5-3-3.5z"),
    ((-6, 0), "a6 6 0 1 0 12 0a6 6 0 1 0-12 0z", (-3, 0), "a3 3 0 1 0 6 0a3 3 0 1 0-6 0z"),
    ((-2, -7), "h4v5h5v4h-5v5h-4v-5h-5v-4h5z", (-3, -3), "h6v6h-6z"),
    ((-8, 4), "a8 8 0 0 1 16 0z", (-8, -4), "a8 8 0 0 0 16 0z"),
)


def pattern(scene: Scene) -> str:
    """The motif the title draws, all over the room."""
    letters, inks = scene.letters, scene.inks
    motif = _MOTIFS[letters.lots[9] % len(_MOTIFS)]
    columns = letters.columns(11, 12, 10)
    rows = int(scene.height / _STEP) + 2
    shapes = Shapes()
    for place in range(rows * columns):
        row, column = divmod(place, columns)
        x, y = column * _STEP - (_STEP / 2 if row % 2 else 0), row * _STEP - 2
        vowel = letters.vowel(place)
        (left, up), data = motif[2:] if vowel else motif[:2]
        ink = inks.warm if vowel else inks.cool
        shapes.add(ink, f"M{numbers(x + left, y + up)}{data}")
    return shapes.drawn()
