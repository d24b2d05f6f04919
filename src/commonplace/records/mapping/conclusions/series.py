"""Series statements joined with their headings.

MARC 21 490: a statement with first indicator 1 is traced, and the heading is in an 8XX. When there
are as many of one as of the other they go together in order; otherwise by their titles.
"""

from commonplace.bibliography import Series
from commonplace.records.mapping.builders.series import SeriesLine
from commonplace.records.mapping.plan import Gathered


def series(gathered: Gathered) -> tuple[Series, ...]:
    """The series it is in: title and number as printed, heading where there is one."""
    lines: list[SeriesLine] | None = gathered.values.get("series_lines")
    if lines is None:
        return ()
    printed = [line for line in lines if not line.is_heading]
    headings = [line for line in lines if line.is_heading]
    return tuple(_each_once([*_joined(printed, headings)]))


def _joined(printed: list[SeriesLine], headings: list[SeriesLine]) -> list[Series]:
    traced = [line for line in printed if line.is_traced]
    in_order = len(traced) == len(headings)
    left = list(headings)
    made = []
    for line in printed:
        mate = _mate(line, left, in_order=in_order) if line.is_traced and left else None
        if mate is not None:
            left.remove(mate)
        made.append(_series(line, mate))
    return made + [_series(line, line) for line in left]


def _mate(line: SeriesLine, left: list[SeriesLine], *, in_order: bool) -> SeriesLine | None:
    if in_order:
        return left[0]
    alike = (each for each in left if _plain(each.title).startswith(_plain(line.title)[:20]))
    return next(alike, None)


def _plain(title: str) -> str:
    return title.casefold().removeprefix("the ").strip()


def _series(line: SeriesLine, mate: SeriesLine | None) -> Series:
    if mate is None:
        return Series(line.title, line.number, line.heading, line.vernacular)
    return Series(
        line.title, line.number or mate.number, mate.heading, line.vernacular or mate.vernacular
    )


def _each_once(found: list[Series]) -> list[Series]:
    once: dict[tuple[str, str], Series] = {}
    for each in found:
        once.setdefault((each.heading or each.title, each.number), each)
    return list(once.values())
