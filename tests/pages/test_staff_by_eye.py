"""Signing in as a person does it: by keyboard, without a script, on any screen."""

from typing import Any

import pytest
from django.contrib.auth.hashers import ScryptPasswordHasher

from commonplace.patrons import accounts
from commonplace.patrons.accounts import Made
from commonplace.patrons.models import Account, Attempts
from tests.pages.test_accessibility import AXE, LOOKS, violations

PASSWORD = "a-lamp-in-every-window"  # noqa: S105 -- opens nothing but these tests


@pytest.fixture
def maud(site: str, monkeypatch: pytest.MonkeyPatch) -> Made:
    """Maud's account, just made."""
    assert site
    monkeypatch.setattr(ScryptPasswordHasher, "work_factor", 16)
    Account._default_manager.all().delete()
    Attempts.objects.all().delete()
    return accounts.add_staff("Maud", PASSWORD, issuer="Wrenfield")


def fill(page: Any, made: Made, code: str) -> None:
    """Type all three and press Enter."""
    page.keyboard.type(made.name)
    for text in (PASSWORD, code):
        page.keyboard.press("Tab")
        page.keyboard.type(text)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_one_signs_in_and_out_with_the_keyboard_and_no_script(
    site: str, maud: Made, browser: Any
) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(site)
    with page.expect_navigation():
        page.get_by_role("link", name="Staff", exact=True).press("Enter")
    page.get_by_label("Name").focus()
    fill(page, maud, "000000")
    assert "do not go together" in page.get_by_role("alert").inner_text()
    assert page.get_by_label("Name").input_value() == "Maud"
    page.get_by_label("Name").select_text()
    fill(page, maud, maud.setup.recovery_codes[0])
    assert page.url == f"{site}/staff"
    with page.expect_navigation():
        page.get_by_role("button", name="Sign out").press("Enter")
    assert page.get_by_role("status").inner_text() == "You have signed out."
    page.go_back()
    assert page.get_by_label("Name").is_visible()


@pytest.mark.parametrize("look", LOOKS, ids=lambda each: f"{each['color_scheme']}-{each['locale']}")
def test_axe_finds_nothing_on_the_way_to_the_desk(
    site: str, maud: Made, browser: Any, look: dict[str, Any]
) -> None:
    page = browser.new_context(**look).new_page()
    against: dict[str, list[str]] = {}
    widest = 0
    page.goto(f"{site}/staff")
    for code in ("000000", maud.setup.recovery_codes[0], ""):
        page.evaluate(AXE)
        if found := violations(page):
            against[f"{page.url} {page.title()}"] = found
        widest = max(widest, page.evaluate("document.documentElement.scrollWidth"))
        if code:
            page.locator("#name").select_text()
            fill(page, maud, code)
    assert page.url == f"{site}/staff"
    assert not against
    assert widest <= look["viewport"]["width"]
