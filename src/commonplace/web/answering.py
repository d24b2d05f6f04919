"""Sending a page: as HTML from its template, or at ``.json`` as its facts, from the same object."""

from dataclasses import dataclass, field
from typing import Any, Protocol, cast

import orjson
from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template import engines
from django.template.backends.jinja2 import Jinja2
from django.utils.translation import get_language
from markupsafe import Markup

from commonplace.policy import Library
from commonplace.web.languages import offered_languages
from commonplace.web.sheet import SCRIPT, SHEET
from commonplace.web.staff.door import Staff, staff_known
from commonplace.web.words.locales import is_right_to_left
from commonplace.web.words.tongues import own_name

TWIN = ".json"
PRIVATE = "private, no-store"
_HAS_FORM = "commonplace.has_form"
_MOST_PATH, _MOST_QUERY = 500, 2_000


class Page(Protocol):
    """What a page object can do: give its facts. What else it holds, its template knows."""

    def facts(self) -> dict[str, Any]:
        """The page as JSON: the same facts its template shows."""


@dataclass(frozen=True, slots=True)
class OtherLanguage:
    """The same page in another language."""

    code: str
    name: str
    direction: str
    address: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands round every page: the library, the language, where the page and its twin are."""

    library: Library
    language: str
    is_rtl: bool
    sheet: str
    script: str
    path: str
    query: str
    base: str
    request: HttpRequest = field(repr=False, compare=False)

    @property
    def csrf_field(self) -> Markup:
        """The hidden field every form that is posted has. Its page is for one person only."""
        hidden = Markup('<input type="hidden" name="csrfmiddlewaretoken" value="%s">')
        return hidden % self.csrf_token

    @property
    def csrf_token(self) -> str:
        """What shows that a form came from here; asking for it sets the cookie it goes with."""
        self.request.META[_HAS_FORM] = True
        return get_token(self.request)

    @property
    def staff(self) -> Staff | None:
        """Who of the staff sees this page, on pages for staff; never looked up on others."""
        return staff_known(self.request)

    @property
    def direction(self) -> str:
        """The page's ``dir``."""
        return "rtl" if self.is_rtl else "ltr"

    @property
    def others(self) -> tuple[OtherLanguage, ...]:
        """The other languages this page comes in; none for an address too long to repeat."""
        if len(self.path) > _MOST_PATH or len(self.query) > _MOST_QUERY:
            return ()
        joined = f"{self.path}?{self.query}&" if self.query else f"{self.path}?"
        return tuple(
            OtherLanguage(
                _html_tag(code),
                own_name(code),
                "rtl" if code in {"ar", "he", "fa", "ur"} else "ltr",
                f"{joined}lang={code}",
            )
            for code in offered_languages()
            if code != self.language
        )

    @property
    def html_language(self) -> str:
        """The page's ``lang``."""
        return _html_tag(self.language)


def answer(request: HttpRequest, template: str, page: Page, *, status: int = 200) -> HttpResponse:
    """The page as it was asked for.

    Caches may keep it and must ask each time if it is fresh; one with a form or a person on it is
    kept by nobody.
    """
    if request.path_info.endswith(TWIN):
        response = HttpResponse(
            orjson.dumps(page.facts(), option=orjson.OPT_NON_STR_KEYS),
            content_type="application/json",
            status=status,
        )
    else:
        response = HttpResponse(
            rendered(template, page=page, frame=frame_of(request)), status=status
        )
    if request.META.get(_HAS_FORM) or staff_known(request):
        response.headers["Cache-Control"] = PRIVATE
        return response
    response.headers["Cache-Control"] = "max-age=0, must-revalidate"
    if request.path_info.endswith(TWIN):
        response.headers["Access-Control-Allow-Origin"] = "*"
    return response


def rendered(template: str, **context: Any) -> str:
    """A template filled in."""
    engine = cast("Jinja2", engines["jinja2"])
    return engine.env.get_template(template).render(**context)


def frame_of(request: HttpRequest) -> Frame:
    """What stands round the page this request asks for. Opens no database."""
    return Frame(
        library=settings.LIBRARY,
        language=get_language() or "en",
        is_rtl=is_right_to_left(),
        sheet=SHEET.address,
        script=SCRIPT.address,
        path=request.path,
        query=request.META.get("QUERY_STRING", ""),
        base=_base(request),
        request=request,
    )


def _base(request: HttpRequest) -> str:
    try:
        return permanent_address(request, "")
    except DisallowedHost:
        return ""


def permanent_address(request: HttpRequest, path: str) -> str:
    """The whole address of a page of ours, from the library's settings where they say it."""
    library: Library = settings.LIBRARY
    base = library.base_address or f"{request.scheme}://{request.get_host()}"
    return f"{base}{path}"


def _html_tag(code: str) -> str:
    return {"en": "en-GB", "zh-hans": "zh-Hans", "zh-hant": "zh-Hant"}.get(code, code)
