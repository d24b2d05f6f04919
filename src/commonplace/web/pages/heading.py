"""A heading's page: everything that stands under a name, a subject, a genre, a series."""

from django.http import Http404, HttpRequest, HttpResponse

from commonplace.browse.queries import FoundHeading, heading
from commonplace.catalogue.queries import last_load_finished
from commonplace.community.contributions.queries import ratings_of_works
from commonplace.discovery.searching import find, heading_filter
from commonplace.web.addresses import heading_address, read_choices
from commonplace.web.answering import answer
from commonplace.web.blocks.headings import ShownHeading, shown_label
from commonplace.web.leavings import held_by_none, left_out
from commonplace.web.pages.finding import our_library
from commonplace.web.pages.search import ResultsPage, canonical, path_of
from commonplace.web.pages.troubles import read_only
from commonplace.web.searching.keeping import for_this_reader
from commonplace.web.searching.my_branch import near_to, with_branch
from commonplace.web.words.tongues import language_tag


@read_only
def heading_page(request: HttpRequest, kind: str, heading_id: str) -> HttpResponse:
    """What stands under one heading, with the filters of a search."""
    found = heading(kind, heading_id)
    if found is None:
        raise Http404
    query = request.META.get("QUERY_STRING", "")
    choices, unheeded = read_choices(query), left_out(query)
    if elsewhere := with_branch(request, choices):
        return elsewhere
    if not unheeded and (elsewhere := canonical(request, choices)):
        return elsewhere
    answered = find(choices.asked(heading_filter(heading_id)))
    page = ResultsPage(
        choices=choices,
        answer=answered,
        library=our_library(),
        path=path_of(request),
        heading=shown_heading(found, answered.total_titles),
        loaded=last_load_finished(),
        left_out=(*unheeded, *held_by_none(choices, answered)),
        near_to=(near := near_to(request, choices)),
        ratings=ratings_of_works([card.work_id for card in answered.cards]),
    )
    return for_this_reader(answer(request, "heading/page.html", page), near.kept if near else None)


def shown_heading(found: FoundHeading, count: int) -> ShownHeading:
    """The heading as its page shows it."""
    return ShownHeading(
        found.kind,
        shown_label(found.label, found.kind),
        found.vernacular,
        language_tag(found.vernacular, ()),
        heading_address(found.kind, found.heading_id),
        count,
    )
