"""What a drawing is given (room, letters, inks), and what it says of itself."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from commonplace.web.covers.inks import Inks
from commonplace.web.covers.letters import Letters


@dataclass(frozen=True, slots=True)
class Scene:
    """The room of a drawing: 0, 0 is its upper left corner."""

    width: float
    height: float
    letters: Letters
    inks: Inks
    initial: str = ""


class Room(Enum):
    """Where a drawing stands.

    Within the margins; from edge to edge; or from edge to edge with a floor of one ink, on which
    the label may be printed: the text's ink, or the deep one.
    """

    MARGINS = "margins"
    EDGES = "edges"
    FLOOR = "floor"
    DEEP_FLOOR = "deep_floor"


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing: how it is drawn and which rooms suit it.

    ``least`` is the height it needs. ``stands`` says it has a ground and so belongs under the
    title, not over it. ``fills`` says it is as good as a strip of any height.
    """

    draw: Callable[[Scene], str]
    room: Room = Room.MARGINS
    least: float = 90
    stands: bool = False
    fills: bool = False
