"""Which language a page is in: ``?lang=`` sets a cookie and redirects; else the cookie; else the
browser's wish; else the library's first language. Nothing else sets a cookie on an anonymous page.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.http import escape_leading_slashes
from django.utils.translation.trans_real import parse_accept_lang_header

COOKIE = "language"
_A_YEAR = 365 * 24 * 60 * 60
_MOST_HEADER = 500
_MOST_QUERY = 16_000


def offered_languages() -> tuple[str, ...]:
    """The languages this library's pages come in, its own first."""
    known = {code for code, _ in settings.LANGUAGES}
    offered: tuple[str, ...] = settings.LIBRARY.languages
    return tuple(code for code in offered if code in known) or ("en",)


class PageLanguage:
    """Django middleware that decides the language of each page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer in the language asked for."""
        query = request.META.get("QUERY_STRING", "")
        if _names_a_language(query) and request.method in {"GET", "HEAD"}:
            return _remembered(request, query)
        with translation.override(_wanted(request)):
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", translation.get_language() or "en")
        # What caches may share (the style sheet, covers) is the same in every language.
        if "public" not in response.headers.get("Cache-Control", ""):
            patch_vary_headers(response, ("Accept-Language", "Cookie"))
        return response


def _names_a_language(query: str) -> bool:
    return "lang=" in query and any(part.startswith("lang=") for part in query.split("&"))


def _remembered(request: HttpRequest, query: str) -> HttpResponse:
    """The same address without ``lang``, and the choice in a cookie."""
    parts = query[:_MOST_QUERY].split("&")
    rest = "&".join(part for part in parts if not part.startswith("lang="))
    path = escape_leading_slashes(request.path)
    response = HttpResponseRedirect(f"{path}?{rest}" if rest else path)
    said = (part.removeprefix("lang=").lower() for part in parts if part.startswith("lang="))
    chosen = next(said, "")
    if chosen in offered_languages():
        response.set_cookie(
            COOKIE,
            chosen,
            max_age=_A_YEAR,
            secure=request.is_secure(),
            httponly=True,
            samesite="Lax",
        )
    response.headers["Cache-Control"] = "no-store"
    return response


def _wanted(request: HttpRequest) -> str:
    offered = offered_languages()
    kept = request.COOKIES.get(COOKIE, "")
    if kept in offered:
        return kept
    header = request.META.get("HTTP_ACCEPT_LANGUAGE", "")[:_MOST_HEADER]
    for wish, _ in parse_accept_lang_header(header):
        if language := _offered_for(wish, offered):
            return language
    return offered[0]


def _offered_for(wish: str, offered: tuple[str, ...]) -> str:
    """The offered language for a browser's wish: itself, or its nearest relation."""
    relations = {"zh": "zh-hans", "zh-cn": "zh-hans", "zh-sg": "zh-hans"}
    for tag in (wish, relations.get(wish, wish), wish.partition("-")[0]):
        if tag in offered:
            return tag
    return ""
