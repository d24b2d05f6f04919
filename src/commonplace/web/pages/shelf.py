"""The shelf as a walk: what stands before and after a title, in call-number order."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse

from commonplace.browse.queries import place_of, shelf_around
from commonplace.catalogue.queries import titles_by_id
from commonplace.web.addresses import cleaned
from commonplace.web.answering import answer
from commonplace.web.blocks.shelf import Ends, Shelf, one_of_a_work, shelf_of
from commonplace.web.pages.finding import NoShelf, title_or_nothing
from commonplace.web.pages.troubles import read_only

BEFORE, AFTER = 6, 7
WALK = 18
# Editions of one work stand side by side and only one is shown: this many times the places wanted
# are looked at.
ROOM = 2
_ID_LENGTH, _SCHEME_LENGTH = 13, 10


@dataclass(frozen=True, slots=True)
class ShelfPage:
    """A long stretch of shelf."""

    shelf: Shelf

    def facts(self) -> dict[str, Any]:
        """The shelf as JSON."""
        return {
            "shelf": self.shelf.facts(),
            "before": self.shelf.before,
            "after": self.shelf.after,
        }


@read_only
def shelf_page(request: HttpRequest) -> HttpResponse:
    """The shelf where a title stands, with ways on in both directions."""
    title_id = cleaned(request.GET.get("at", ""), _ID_LENGTH)
    scheme = cleaned(request.GET.get("scheme", ""), _SCHEME_LENGTH)
    shelf = shelf_by(title_id, scheme, before=WALK, after=WALK)
    if not shelf.spines:
        title_or_nothing(title_id)
        raise NoShelf
    return answer(request, "shelf/page.html", ShelfPage(shelf))


def shelf_by(title_id: str, scheme: str = "", *, before: int = BEFORE, after: int = AFTER) -> Shelf:
    """The stretch of shelf around this title; empty where it stands on none."""
    place = place_of(title_id, scheme)
    if place is None:
        return Shelf()
    places = shelf_around(place, before=before * ROOM + 1, after=after * ROOM + 1)
    titles = titles_by_id([each.title_id for each in places])
    standing = one_of_a_work(places, {key: row.work_id for key, row in titles.items()}, place)
    if place not in standing:
        return Shelf()
    here = standing.index(place)
    shown = standing[max(here - before, 0) : here + after + 1]
    ends = Ends(
        goes_back=here > before or places.index(place) > before * ROOM,
        goes_on=shown[-1] != standing[-1] or len(places) - places.index(place) > after * ROOM + 1,
    )
    return shelf_of(shown, titles, title_id, ends)
