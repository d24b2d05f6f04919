"""What programs ask a site for: style sheet, script, robots.txt, search description, its health."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from commonplace.catalogue.queries import count_titles
from commonplace.web.answering import permanent_address, rendered
from commonplace.web.bundle import Bundle
from commonplace.web.pages.finding import our_library
from commonplace.web.pages.troubles import read_only
from commonplace.web.sheet import SCRIPT, SHEET

_FOR_EVER = "public, max-age=31536000, immutable"
_ROBOTS = """\
# Welcome. Titles, works and headings are here to be read; searches are for people.
# Programs: every page has its facts as JSON at the same address with .json; see /help#programs.
User-agent: *
Disallow: /search?
Allow: /search?q=
Disallow: /search?q=*&
Disallow: /search.json
Disallow: /heading/*?
Disallow: /shelf
Disallow: /title/*/copies?
Disallow: /title/*/wrong
Disallow: /work/*?
Allow: /work/*?page=
Disallow: /work/*/comments?
Disallow: /contribution/
Disallow: /receipt
Disallow: /wish
Disallow: /suggest
Disallow: /filter
Disallow: /staff
Disallow: /*?lang=
Disallow: /*&lang=
"""


@read_only
def style_sheet(request: HttpRequest, digest: str) -> HttpResponse:  # noqa: ARG001 -- in the path
    """The one style sheet."""
    return _kept_for_ever(request, SHEET)


@read_only
def script(request: HttpRequest, digest: str) -> HttpResponse:  # noqa: ARG001 -- in the path
    """The one script."""
    return _kept_for_ever(request, SCRIPT)


def _kept_for_ever(request: HttpRequest, bundle: Bundle) -> HttpResponse:
    """What is kept for ever under the name of its content."""
    if request.path_info != bundle.address:
        raise Http404
    response = HttpResponse(bundle.text, content_type=bundle.kind)
    response.headers["Cache-Control"] = _FOR_EVER
    return response


@read_only
def robots(_request: HttpRequest) -> HttpResponse:
    """What robots may read."""
    return HttpResponse(_ROBOTS, content_type="text/plain; charset=utf-8")


@read_only
def opensearch(request: HttpRequest) -> HttpResponse:
    """How a browser may search here (OpenSearch 1.1)."""
    library = our_library()
    text = rendered(
        "machines/opensearch.xml",
        library=library,
        description=_("Search the catalogue of %(library)s") % {"library": library.name},
        address=permanent_address(request, "/search"),
        mark=permanent_address(request, "/static/mark.svg"),
    )
    return HttpResponse(text, content_type="application/opensearchdescription+xml")


@read_only
def healthz(_request: HttpRequest) -> HttpResponse:
    """Whether this worker can read its catalogue."""
    response = HttpResponse(f"ok, {count_titles()} titles\n", content_type="text/plain")
    response.headers["Cache-Control"] = "no-store"
    return response
