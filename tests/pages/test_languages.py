"""Which language a page is in, and that it turns with it."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.test import Client

from commonplace.web.languages import COOKIE
from commonplace.web.sheet import SHEET
from tests.conftest import ROOT
from tests.pages.markup import Markup


def language_of(response: object) -> tuple[str, str]:
    html = Markup(response.content.decode()).all("html")[0]  # type: ignore[attr-defined]  # any response
    return html.attributes["lang"], html.attributes["dir"]


@pytest.mark.parametrize(
    ("wish", "tag", "direction"),
    [
        ("ar", "ar", "rtl"),
        ("fr-CA,fr;q=0.9", "fr", "ltr"),
        ("zh-CN", "zh-Hans", "ltr"),
        ("es-MX;q=0.8,xx", "es", "ltr"),
        ("xx", "en-GB", "ltr"),
        ("", "en-GB", "ltr"),
        ("*" * 5_000, "en-GB", "ltr"),
    ],
)
def test_a_page_is_in_the_language_the_browser_wishes_for(
    client: Client, wish: str, tag: str, direction: str
) -> None:
    assert language_of(client.get("/", headers={"accept-language": wish})) == (tag, direction)


def test_choosing_a_language_sets_a_cookie_and_leads_back(client: Client) -> None:
    response = client.get("/search?q=train&lang=ar&page=2")
    assert response.status_code == 302
    assert response["Location"] == "/search?q=train&page=2"
    assert response.cookies[COOKIE].value == "ar"
    assert response.cookies[COOKIE]["samesite"] == "Lax"
    assert language_of(client.get("/")) == ("ar", "rtl")


@pytest.mark.parametrize("chosen", ["xx", "", "../../etc", "en\r\nSet-Cookie: a=b"])
def test_a_language_nobody_offers_changes_nothing(client: Client, chosen: str) -> None:
    response = client.get("/help", {"lang": chosen})
    assert response.status_code == 302
    assert response["Location"] == "/help"
    assert not response.cookies


def test_choosing_a_language_never_leads_to_another_site(client: Client) -> None:
    response = client.get("//evil.example/?lang=ar")
    assert not response["Location"].startswith("//")


def test_caches_are_told_what_a_page_depends_on(client: Client) -> None:
    assert {"Accept-Language", "Cookie"} <= set(client.get("/")["Vary"].split(", "))
    assert "Cookie" not in client.get(SHEET.address).headers.get("Vary", "")


def test_each_page_offers_the_other_languages_at_its_own_address(client: Client) -> None:
    html = client.get("/search?q=train").content.decode()
    assert 'href="/search?q=train&amp;lang=ar" lang="ar" hreflang="ar" dir="rtl"' in html


CATALOGUES = sorted((ROOT / "src" / "commonplace" / "locale").glob("*/LC_MESSAGES/django.po"))
_PLACE = re.compile(r"%\((\w+)\)|\{(\w+)\}")


def _forms(said: str | Sequence[str] | None) -> Sequence[str]:
    return [said] if isinstance(said, str) else said or ("",)


def _places(said: str | Sequence[str] | None) -> set[str]:
    return {"".join(found) for form in _forms(said) for found in _PLACE.findall(form)}


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_a_language_says_everything_the_pages_say(path: Path) -> None:
    with path.open("rb") as file:
        catalogue = read_po(file)
    for message in catalogue:
        assert all(_forms(message.string)), message.id
        assert not message.fuzzy, message.id


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_what_is_filled_into_a_sentence_is_the_same_in_every_language(path: Path) -> None:
    with path.open("rb") as file:
        catalogue = read_po(file)
    for message in catalogue:
        if message.id:
            assert _places(message.string) == _places(message.id), message.id
