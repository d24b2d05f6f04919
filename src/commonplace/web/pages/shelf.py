"""The shelf as a walk: what stands before and after a title, in call-number order."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from commonplace.browse.queries import Place, place_of, shelf_around
from commonplace.catalogue.queries import titles_by_id
from commonplace.web.addresses import cleaned
from commonplace.web.answering import answer
from commonplace.web.blocks.shelf import Shelf, once_each, shelf_of

BEFORE, AFTER = 6, 7
WALK = 18
# A periodical takes up a place for each volume: when this many times the places wanted are not
# enough to find other titles, look this much farther.
SPARE, FARTHER = 3, 100
_ID_LENGTH = 13


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


@require_safe
def shelf_page(request: HttpRequest) -> HttpResponse:
    """The shelf where a title stands, with ways on in both directions."""
    title_id = cleaned(request.GET.get("at", ""), _ID_LENGTH)
    shelf = shelf_by(title_id, before=WALK, after=WALK)
    if not shelf.spines:
        raise Http404
    return answer(request, "shelf/page.html", ShelfPage(shelf))


def shelf_by(title_id: str, *, before: int = BEFORE, after: int = AFTER) -> Shelf:
    """The stretch of shelf around this title; empty where it stands on none."""
    place = place_of(title_id)
    if place is None:
        return Shelf()
    places = _places_around(place, before=before, after=after)
    return shelf_of(places, titles_by_id([each.title_id for each in places]), title_id)


def _places_around(place: Place, *, before: int, after: int) -> tuple[Place, ...]:
    places: tuple[Place, ...] = ()
    for spare in (SPARE, FARTHER):
        around = shelf_around(place, before=before * spare, after=after * spare)
        places = once_each(around, place.title_id, before=before, after=after)
        if len(places) > before + after or len(around) <= after * spare:
            break
    return places
