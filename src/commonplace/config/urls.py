"""Every address and the page that answers it. A page for people answers ``.json`` as well."""

from collections.abc import Callable

from django.http import HttpResponse
from django.urls import URLPattern, path, register_converter

from commonplace.bibliography import HeadingKind
from commonplace.web.golden import adding, listing
from commonplace.web.pages import (
    boards,
    branches,
    copies,
    cover,
    heading,
    help,
    home,
    machines,
    record,
    search,
    shelf,
    title,
    troubles,
    work,
)
from commonplace.web.reporting import receipt, wrong
from commonplace.web.searching import keeping, suggest, values
from commonplace.web.staff import (
    corrected,
    descriptions,
    desk,
    grouping,
    joining,
    matter,
    reports,
    signing,
    works,
)
from commonplace.web.voices import leaf
from commonplace.web.wishes import asked
from commonplace.web.wishes import asking as wishing
from commonplace.web.wishes import queue as wishes

View = Callable[..., HttpResponse]


class AnId:
    """The 13 letters and figures of an id."""

    regex = "[a-z2-7]{13}"

    def to_python(self, value: str) -> str:
        """An id is its own spelling."""
        return value

    to_url = to_python


class AHeadingKind(AnId):
    """What a heading names."""

    regex = "|".join(kind.value for kind in HeadingKind)


class ACode(AnId):
    """A branch's code, whatever the library system makes of it."""

    regex = r"[^/]{1,64}?"


register_converter(AnId, "id")
register_converter(AHeadingKind, "kind")
register_converter(ACode, "code")


def _page(route: str, view: View) -> list[URLPattern]:
    """A page for people and its twin for programs."""
    return [path(f"{route}.json", view), path(route, view)]


urlpatterns: list[URLPattern] = [
    path("", home.home_page),
    path("index.json", home.home_page),
    path(".json", home.home_page),
    *_page("search", search.search_page),
    *_page("suggest", suggest.suggest_page),
    *_page("filter/<slug:name>", values.values_page),
    *_page("filters", keeping.filters_page),
    *_page("title/<id:title_id>", title.title_page),
    *_page("title/<id:title_id>/copies", copies.copies_page),
    *_page("title/<id:title_id>/record", record.record_page),
    path("title/<id:title_id>/record/file", record.record_file),
    *_page("title/<id:title_id>/wrong", wrong.wrong_page),
    *_page("receipt", receipt.look_up_page),
    *_page("receipt/<code:code>", receipt.receipt_page),
    *_page("wish", wishing.wish_page),
    *_page("work/<id:work_id>", work.work_page),
    *_page("work/<id:work_id>/comments", leaf.comments_page),
    *_page("contribution/<id:contribution_id>", leaf.contribution_page),
    *_page("heading/<kind:kind>/<id:heading_id>", heading.heading_page),
    *_page("shelf", shelf.shelf_page),
    *_page("branches", branches.branches_page),
    *_page("branch/<code:code>", branches.branch_page),
    *_page("new", boards.new_page),
    *_page("children", boards.children_page),
    *_page("help", help.help_page),
    *_page("sign-in", signing.sign_in_page),
    path("sign-out", signing.sign_out),
    *_page("staff", desk.desk_page),
    *_page("staff/reports", reports.reports_page),
    *_page("staff/reports/<id:title_id>/<slug:kind>", matter.matter_page),
    *_page("staff/wishes", wishes.wishes_page),
    *_page("staff/wishes/<id:likeness>", asked.asked_page),
    *_page("staff/descriptions", corrected.corrected_page),
    *_page("staff/title/<id:title_id>", descriptions.description_page),
    *_page("staff/work/<id:work_id>", works.staff_work_page),
    *_page("staff/work/<id:work_id>/join", joining.join_page),
    *_page("staff/golden", listing.golden_page),
    *_page("staff/golden/add", adding.add_page),
    *_page("staff/grouping", grouping.decisions_page),
    *_page("staff/grouping/<id:decision_id>", grouping.decision_page),
    path("cover/<id:title_id>.svg", cover.cover_picture),
    path("styles/<str:digest>.css", machines.style_sheet),
    path("scripts/<str:digest>.js", machines.script),
    path("robots.txt", machines.robots),
    path("opensearch.xml", machines.opensearch),
    path("healthz", machines.healthz),
]

handler400 = troubles.misunderstood
handler403 = troubles.refused
handler404 = troubles.not_found
handler500 = troubles.out_of_order
