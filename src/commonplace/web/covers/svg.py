"""Just enough SVG: numbers without tails, shapes gathered into one path for each ink, safe text."""

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

Box = tuple[float, float, float, float]


def number(value: float) -> str:
    """A coordinate with at most one decimal."""
    text = f"{value:.1f}"
    return text[:-2] if text.endswith(".0") else text


def numbers(*values: float) -> str:
    """Coordinates joined by spaces."""
    return " ".join(map(number, values))


def element(tag: str, **attributes: object) -> str:
    """An empty element; ``_`` in a name becomes ``-``, numbers lose their tails."""
    return f"<{tag}{_attributes(attributes)}/>"


def text_element(words: str, **attributes: object) -> str:
    """A text element. The words are escaped here and nowhere else."""
    return f"<text{_attributes(attributes)}>{escape(words)}</text>"


def _attributes(attributes: dict[str, object]) -> str:
    return "".join(f" {name.replace('_', '-')}={_quoted(v)}" for name, v in attributes.items())


def _quoted(value: object) -> str:
    return quoteattr(number(value) if isinstance(value, float) else str(value))


def rect(ink: str, box: Box) -> str:
    """One rectangle."""
    x, y, width, height = box
    return element(
        "rect", x=float(x), y=float(y), width=float(width), height=float(height), fill=ink
    )


def path(ink: str, data: str) -> str:
    """One filled path."""
    return f'<path fill="{ink}" d="{data}"/>'


def line(ink: str, data: str, width: float, dashes: str = "") -> str:
    """One stroked path."""
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return f'<path fill="none" stroke="{ink}" stroke-width="{number(width)}"{dashed} d="{data}"/>'


def inside(box: Box, drawing: str) -> str:
    """A drawing moved to a box and cut off at its edges."""
    x, y, width, height = (number(each) for each in box)
    return f'<svg x="{x}" y="{y}" width="{width}" height="{height}">{drawing}</svg>'


def circle_data(x: float, y: float, radius: float) -> str:
    """A circle as path data."""
    r, across = number(radius), number(2 * radius)
    return f"M{numbers(x - radius, y)}a{r} {r} 0 1 0 {across} 0a{r} {r} 0 1 0-{across} 0z"


def rect_data(box: Box) -> str:
    """A rectangle as path data."""
    x, y, width, height = (number(each) for each in box)
    return f"M{x} {y}h{width}v{height}h-{width}z"


def polygon_data(points: Iterable[tuple[float, float]]) -> str:
    """A polygon as path data."""
    return "M" + "L".join(numbers(x, y) for x, y in points) + "z"


class Shapes:
    """Shapes gathered by ink: one path each, laid down in the order the inks were first used."""

    def __init__(self) -> None:
        self._data: dict[str, list[str]] = {}

    def add(self, ink: str, data: str) -> None:
        """Add path data in an ink."""
        self._data.setdefault(ink, []).append(data)

    def rect(self, ink: str, box: Box) -> None:
        """Add a rectangle."""
        self.add(ink, rect_data(box))

    def circle(self, ink: str, centre: tuple[float, float], radius: float) -> None:
        """Add a circle."""
        self.add(ink, circle_data(*centre, radius))

    def drawn(self) -> str:
        """The paths."""
        return "".join(path(ink, "".join(data)) for ink, data in self._data.items())
