"""Which drawing a title gets: of those that suit the room, the one its digest ranks first.

Each drawing is ranked by itself, so that adding one changes the covers of few titles.
"""

import hashlib
from dataclasses import dataclass

from commonplace.web.covers.drawings import DRAWINGS
from commonplace.web.covers.drawings.initial import has_initial
from commonplace.web.covers.drawings.scene import Drawing
from commonplace.web.covers.letters import Letters


@dataclass(frozen=True, slots=True)
class Wanted:
    """A picture wanted: for these letters, in this height, over a title or as a strip."""

    letters: Letters
    height: float
    title: str
    is_above: bool = False
    is_strip: bool = False


def choose(wanted: Wanted) -> Drawing:
    """The drawing the title's digest ranks first among those that suit."""
    suited = [name for name, each in DRAWINGS.items() if _suits(name, each, wanted)]
    suited = suited or [name for name, each in DRAWINGS.items() if each.fills and not each.stands]
    return DRAWINGS[max(suited, key=lambda name: _rank(wanted.letters.lots, name))]


def _suits(name: str, drawing: Drawing, wanted: Wanted) -> bool:
    if wanted.is_strip:
        return drawing.fills
    if name == "initial" and not has_initial(wanted.title[:1].upper()):
        return False
    return drawing.least <= wanted.height and not (wanted.is_above and drawing.stands)


def _rank(lots: bytes, name: str) -> bytes:
    return hashlib.sha256(lots + name.encode()).digest()
