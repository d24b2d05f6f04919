"""axe finds nothing on any page: light, dark, right to left, narrow."""

import gzip
from typing import Any

import pytest

from tests.pages.conftest import VENDOR

AXE = gzip.decompress((VENDOR / "axe-core-4.14.1.min.js.gz").read_bytes()).decode()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKS = (
    {"color_scheme": "light", "locale": "en-GB", "viewport": {"width": 1280, "height": 900}},
    {"color_scheme": "dark", "locale": "ar", "viewport": {"width": 768, "height": 900}},
    {"color_scheme": "light", "locale": "en-GB", "viewport": {"width": 320, "height": 800}},
    {"color_scheme": "dark", "locale": "en-GB", "viewport": {"width": 1280, "height": 900}},
)


def violations(page: Any) -> list[str]:
    """What axe holds against the page, a line for each kind, with the first place."""
    found = page.evaluate(
        "async tags => (await axe.run(document, {runOnly: tags})).violations", RULES
    )
    return [f"{v['id']}: {v['help']}: {v['nodes'][0]['html'][:160]}" for v in found]


@pytest.mark.parametrize("look", LOOKS, ids=lambda each: f"{each['color_scheme']}-{each['locale']}")
def test_axe_finds_nothing_on_any_page(
    site: str, addresses: tuple[str, ...], browser: Any, look: dict[str, Any]
) -> None:
    context = browser.new_context(**look)
    page = context.new_page()
    against: dict[str, list[str]] = {}
    for address in addresses:
        page.goto(site + address)
        page.evaluate(AXE)
        if found := violations(page):
            against[address] = found
    assert not against


def test_no_page_is_wider_than_a_phone(site: str, addresses: tuple[str, ...], browser: Any) -> None:
    page = browser.new_context(viewport={"width": 320, "height": 800}).new_page()
    wide = []
    for address in addresses:
        page.goto(site + address)
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(address)
    assert not wide


def test_a_search_works_with_the_keyboard_and_no_script(site: str, browser: Any) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(site)
    page.get_by_role("searchbox").fill("last train home")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Last train home").first.click()
    assert page.get_by_role("heading", level=1).inner_text().startswith("Last train home")


def test_filters_are_applied_together_without_a_script(site: str, browser: Any) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{site}/search?q=train")
    page.get_by_label("DVD", exact=False).first.check()
    page.get_by_label("From").fill("2000")
    page.get_by_role("button", name="Apply filters").click()
    assert page.url == f"{site}/search?q=train&format=dvd&year=2000-"
    assert page.get_by_role("link", name="Remove DVD").count() == 1
