"""The drawn cover of a title, for titles that have no other."""

from django.http import HttpRequest, HttpResponse

from commonplace.bibliography import Item
from commonplace.catalogue.queries import TitleRow
from commonplace.holdings.queries import items_of
from commonplace.web.blocks.titles import ShownTitle
from commonplace.web.covers import Cover, cover_version, draw_cover
from commonplace.web.pages.finding import title_or_nothing
from commonplace.web.pages.troubles import read_only
from commonplace.web.words.names import as_said

_MOST_LABEL = 14


@read_only
def cover_picture(_request: HttpRequest, title_id: str) -> HttpResponse:
    """The cover as an SVG picture."""
    row = title_or_nothing(title_id)
    drawing = draw_cover(cover_of(row, items_of([title_id])[title_id]))
    response = HttpResponse(drawing, content_type="image/svg+xml")
    response.headers["Cache-Control"] = "public, max-age=86400"
    response.headers["ETag"] = f'"{cover_version()}-{row.version}"'
    return response


def cover_of(row: TitleRow, items: list[Item]) -> Cover:
    """The words on a title's cover."""
    said, shown = row.description, ShownTitle(row)
    labels = [item.call_number for item in items if item.call_number]
    numbers = [each.number for each in said.call_numbers]
    call_number = next(iter((*labels, *numbers)), "")
    return Cover(
        title=shown.name.words,
        remainder=said.remainder,
        name=" · ".join(as_said(each) for each in shown.makers),
        second_title=shown.twin.words,
        class_=call_number,
        label=shelf_mark(call_number),
        format=said.format,
        title_lang=shown.name.tag,
    )


def shelf_mark(call_number: str) -> str:
    """A call number short enough for the foot of a cover: without the author's letters."""
    parts = call_number.split()
    if len(parts) > 1 and parts[-1].isalpha() and any(map(str.isdecimal, call_number)):
        parts.pop()
    mark = " ".join(parts)
    return mark if len(mark) <= _MOST_LABEL else ""
