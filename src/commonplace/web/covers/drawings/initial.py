"""The great initial: the first letter of the title, as large as the room allows."""

from commonplace.web.covers.drawings.scene import Scene
from commonplace.web.covers.scripts import script_of
from commonplace.web.covers.svg import text_element
from commonplace.web.covers.widths import text_width

_BOLDER = 1.1
_CAPITAL = 0.7


def initial(scene: Scene) -> str:
    """One letter in the warm ink, standing on the foot of its room."""
    letter, script = scene.initial, script_of(scene.initial)
    tall = 0.9 if script.name == "han" else _CAPITAL
    wide = max(text_width(letter) * _BOLDER, 0.3)
    size = min(scene.height / tall, scene.width / wide)
    foot = scene.height - (scene.height - size * tall) / 2
    baseline = foot - (size * 0.06 if script.name == "han" else 0)
    return text_element(
        letter,
        x=scene.width / 2,
        y=baseline,
        font_family=script.serif,
        font_size=size,
        font_weight=700,
        text_anchor="middle",
        fill=scene.inks.warm,
    )


def has_initial(letter: str) -> bool:
    """Whether the letter stands well alone: a capital, a figure, a Han character, a syllable."""
    return letter.isalnum() and (letter.isupper() or letter.isdecimal() or letter >= "\u3040")
