"""The tables of the mapping as they stand on ``docs/reference/mapping.md``.

``python -m tests.unit.mapping.page`` writes them there anew, between the two marks.
"""

from collections.abc import Iterator
from pathlib import Path

from commonplace.records.mapping.builders.copies import CopyTable
from commonplace.records.mapping.rows import Each, Place, Row
from commonplace.records.mapping.tables import TABLES

PAGE = Path(__file__).parents[3] / "docs/reference/mapping.md"
BEGIN, END = "<!-- tables begin -->\n", "<!-- tables end -->\n"


def tables() -> str:
    """Every table, one section each."""
    return "\n".join(line for name in TABLES for line in _section(name)) + "\n"


def whole_page() -> str:
    """The page with its tables made anew."""
    text = PAGE.read_text("utf-8")
    head, tail = text.split(BEGIN)[0], text.split(END)[1]
    return head + BEGIN + tables() + END + tail


def _section(name: str) -> Iterator[str]:
    yield f"\n### {name.replace('_', ' ').capitalize()}\n"
    yield "| name | MARC 21 | then |"
    yield "|---|---|---|"
    for line in TABLES[name]:
        places = " ".join(_notation(place) for place in line.places)
        yield f"| {line.name} | `{places}` | {_then(line)} |"


def _notation(place: Place) -> str:
    asked = ""
    if place.which_indicator is not None:
        among = place.indicator_among.replace(" ", "#")
        asked = f"{{^{place.which_indicator + 1}{'=' if place.indicator_is else '!='}{among}}}"
    if place.indicator_value is not None:
        return f"{place.tag}^{place.indicator_value + 1}"
    if place.positions is not None:
        first, last = place.positions.start, place.positions.stop - 1
        return f"{place.tag}/{first:02}" + (f"-{last:02}" if last > first else "")
    return place.tag + asked + "".join(f"${code}" for code in place.codes)


def _then(line: Row | Each) -> str:
    if isinstance(line, Row):
        return ", ".join(step.__name__ for step in line.steps)
    if isinstance(line.builder, CopyTable):
        return "a copy"
    return f"built by *{getattr(line.builder, '__name__', '')}*"


if __name__ == "__main__":
    PAGE.write_text(whole_page(), "utf-8")
