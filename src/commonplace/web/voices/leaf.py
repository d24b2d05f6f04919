"""All comments on a work, the newest first, a leaf at a time; and where one contribution stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.http import HttpResponsePermanentRedirect as Moved
from django.http import HttpResponseRedirect as Elsewhere
from django.utils.translation import gettext as _

from commonplace.catalogue.grouping.addresses import Nowhere, lead_of
from commonplace.catalogue.queries import titles_of_works
from commonplace.community.contributions.circles import Circle, libraries_in
from commonplace.community.contributions.models import State
from commonplace.community.contributions.queries import comments_of, count_comments, standing_of
from commonplace.community.contributions.values import Kind, Place, WrittenComment, read_place
from commonplace.policy import Library
from commonplace.web.addresses import comments_address, parameters_of, work_address
from commonplace.web.answering import TWIN, answer
from commonplace.web.blocks.titles import ShownTitle
from commonplace.web.pages.finding import Gone, TakenBack, our_library
from commonplace.web.pages.troubles import read_only
from commonplace.web.voices.comments import ShownComment, as_fit

A_LEAF = 20


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Whose comments one may choose to read."""

    words: str
    address: str
    is_current: bool


@dataclass(frozen=True)
class CommentsPage:
    """One leaf of a work's comments. ``rows`` may hold more than fit on it."""

    work_id: str
    title: ShownTitle
    library: Library
    rows: Sequence[WrittenComment]
    total: int
    circle: Circle = Circle.EVERYONE
    start: Place | None = None

    @cached_property
    def comments(self) -> tuple[ShownComment, ...]:
        """The comments of this leaf."""
        return tuple(ShownComment(each, self.library) for each in as_fit(self.rows, A_LEAF))

    @property
    def address(self) -> str:
        """The page's own path."""
        return comments_address(self.work_id)

    @property
    def is_first(self) -> bool:
        """Whether the newest comment is on this leaf, for all one can tell from its address."""
        return self.start is None

    @property
    def is_plain(self) -> bool:
        """Whether this is the page's one address for robots."""
        return self.is_first and self.circle is Circle.EVERYONE

    @property
    def newest(self) -> str:
        """The first leaf."""
        return self._at(self.circle)

    @property
    def next(self) -> str:
        """The next leaf; empty on the last."""
        behind = self.rows[len(self.comments) :]
        return self._at(self.circle, behind[0].place) if behind else ""

    @property
    def circles(self) -> tuple[Narrowing, ...]:
        """Whose comments one may choose to read."""
        offered = {
            Circle.EVERYONE: _("From everyone"),
            Circle.OURS: _("Only from here"),
            Circle.CONSORTIUM: _("From here and our neighbours"),
        }
        return tuple(
            Narrowing(words, self._at(circle), circle is self.circle)
            for circle, words in offered.items()
            if circle is not Circle.CONSORTIUM or self.library.consortium
        )

    def _at(self, circle: Circle, place: Place | None = None) -> str:
        said = {} if circle is Circle.EVERYONE else {"by": circle.value}
        said |= {} if place is None else {"from": str(place)}
        return f"{self.address}?{urlencode(said)}" if said else self.address

    def facts(self) -> dict[str, Any]:
        """The leaf as JSON."""
        return {
            "work_id": self.work_id,
            "address": self.address,
            "title": self.title.description.full_title,
            "by": self.circle.value,
            "total": self.total,
            "next": self.next or None,
            "comments": [each.facts() for each in self.comments],
        }


@read_only
def comments_page(request: HttpRequest, work_id: str) -> HttpResponse:
    """All comments on one work."""
    rows = titles_of_works([work_id])[work_id]
    if not rows:
        return _moved(request, work_id)
    circle, start = _asked(request)
    library = our_library()
    within = libraries_in(circle, library)
    page = CommentsPage(
        work_id=work_id,
        title=ShownTitle(rows[0]),
        library=library,
        rows=comments_of(work_id, start, limit=A_LEAF + 1, libraries=within),
        total=count_comments(work_id, within),
        circle=circle,
        start=start,
    )
    return answer(request, "voices/comments.html", page)


@read_only
def contribution_page(request: HttpRequest, contribution_id: str) -> HttpResponse:
    """Where a contribution stands now; 410 when it is not shown any more."""
    standing = standing_of(contribution_id)
    if standing is None or standing.state is State.AWAITING_REVIEW:
        raise Http404
    if standing.state is not State.PUBLISHED or not _has_titles(standing.work_id):
        raise TakenBack
    twin = _twin(request)
    if standing.kind is Kind.RATING:
        return Elsewhere(f"{work_address(standing.work_id)}{twin}#readers")
    place = Place(standing.written, contribution_id)
    path = f"{comments_address(standing.work_id)}{twin}"
    return Elsewhere(f"{path}?{urlencode({'from': str(place)})}#c-{contribution_id}")


def _asked(request: HttpRequest) -> tuple[Circle, Place | None]:
    """Whose comments, and from which on; anything else is nothing."""
    given = parameters_of(request.META.get("QUERY_STRING", ""))
    said = given.get("by", [""])[-1]
    circle = Circle(said) if said in {each.value for each in Circle} else Circle.EVERYONE
    return circle, read_place(given.get("from", [""])[-1])


def _moved(request: HttpRequest, work_id: str) -> HttpResponse:
    """To the comments of the work this one became."""
    lead = lead_of(work_id)
    if lead is Nowhere.GONE:
        raise Gone
    if lead is Nowhere.UNKNOWN:
        raise Http404
    return Moved(f"{comments_address(lead)}{_twin(request)}", preserve_request=True)


def _has_titles(work_id: str) -> bool:
    return bool(titles_of_works([work_id])[work_id])


def _twin(request: HttpRequest) -> str:
    return TWIN if request.path_info.endswith(TWIN) else ""
