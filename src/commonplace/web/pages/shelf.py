"""The shelf as a walk: what stands before and after a title, in call-number order."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from commonplace.browse.queries import place_of, shelf_around
from commonplace.catalogue.queries import titles_by_id
from commonplace.web.addresses import cleaned
from commonplace.web.answering import answer
from commonplace.web.blocks.shelf import Ends, Shelf, shelf_of

BEFORE, AFTER = 6, 7
WALK = 18
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


@require_safe
def shelf_page(request: HttpRequest) -> HttpResponse:
    """The shelf where a title stands, with ways on in both directions."""
    title_id = cleaned(request.GET.get("at", ""), _ID_LENGTH)
    scheme = cleaned(request.GET.get("scheme", ""), _SCHEME_LENGTH)
    shelf = shelf_by(title_id, scheme, before=WALK, after=WALK)
    if not shelf.spines:
        raise Http404
    return answer(request, "shelf/page.html", ShelfPage(shelf))


def shelf_by(title_id: str, scheme: str = "", *, before: int = BEFORE, after: int = AFTER) -> Shelf:
    """The stretch of shelf around this title; empty where it stands on none."""
    place = place_of(title_id, scheme)
    if place is None:
        return Shelf()
    places = shelf_around(place, before=before + 1, after=after + 1)
    here = places.index(place)
    ends = Ends(goes_back=here > before, goes_on=len(places) - here - 1 > after)
    shown = places[max(here - before, 0) : here + after + 1]
    return shelf_of(shown, titles_by_id([each.title_id for each in shown]), title_id, ends)
