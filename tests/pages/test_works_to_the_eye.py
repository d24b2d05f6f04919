"""axe finds nothing on the pages of works, for readers and for staff, and none is too wide."""

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from commonplace.catalogue.grouping.deciding import By, join, split, undo
from commonplace.config.home import Home
from tests.pages.staff import as_staff
from tests.pages.test_accessibility import AXE, LOOKS, violations
from tests.pages.works_library import address, for_staff, load_all, title_id, work_of

ADA = By("1", "Ada")
LONG = "Zusammengebundenundniewiederauseinandergenommen" * 12


@pytest.fixture
def client(sqlite_home: Home, tmp_path: Path) -> Client:
    """Maud of the staff, at a library where something was decided of every kind."""
    assert sqlite_home
    load_all(tmp_path)
    first = join({work_of("old"), work_of("other")}, by=ADA, reason=LONG)
    undo(first.own_id, by=ADA, reason="Two books after all")
    split(work_of("old"), [title_id("fre")], by=ADA, reason="A retelling for the young")
    join({work_of("old"), work_of("other")}, by=ADA, reason="Bound in one")
    return as_staff(Client(SERVER_NAME="localhost"))


@pytest.fixture
def work(client: Client) -> str:
    """The work all the editions are of."""
    assert client
    return address("old")


@pytest.fixture
def pages(client: Client) -> tuple[str, ...]:
    """Every page about works."""
    staff = for_staff("old")
    newest = client.get("/staff/grouping.json").json()["decisions"][0]["address"]
    return (
        address("old"),
        f"{address('old')}?only.format=book&format=audiobook_cd",
        f"{address('old')}?only.format=audiobook_cd&only.language=fre",
        address("fre"),
        staff,
        f"{staff}?done={newest.rpartition('/')[2]}",
        f"{staff}?moved",
        f"{staff}/join?q=hobbit",
        f"{staff}/join?q=encyclopedias",
        f"{staff}/join?with={work_of('film')}&with={work_of('fre')}&with={work_of('vol2')}",
        "/staff/grouping",
        "/staff/grouping?before=1",
        newest,
    )


def signed_in(browser: Any, client: Client, site: str, look: dict[str, Any]) -> Any:
    """A browser page with Maud's visit."""
    context = browser.new_context(**look)
    name = settings.SESSION_COOKIE_NAME
    context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": site}])
    return context.new_page()


def against(page: Any, width: int) -> list[str]:
    """What is held against the page as it is."""
    for folded in page.query_selector_all("main summary"):
        folded.click()
    page.evaluate(AXE)
    wide = page.evaluate("document.documentElement.scrollWidth")
    return [*violations(page), *([f"{wide} px wide"] if wide > width else [])]


@pytest.mark.parametrize("look", LOOKS, ids=lambda each: f"{each['color_scheme']}-{each['locale']}")
def test_axe_finds_nothing_and_nothing_is_too_wide(
    site: str, client: Client, pages: tuple[str, ...], browser: Any, look: dict[str, Any]
) -> None:
    page = signed_in(browser, client, site, look)
    width = look["viewport"]["width"]
    found: dict[str, list[str]] = {}
    for address_ in pages:
        page.goto(site + address_)
        if faults := against(page, width):
            found[address_] = faults
    assert not found


def test_editions_are_set_apart_with_the_keyboard_and_no_script(
    site: str, client: Client, work: str, browser: Any
) -> None:
    page = signed_in(browser, client, site, {"java_script_enabled": False})
    page.goto(f"{site}/staff{work}")
    page.get_by_label("Rob Inglis").focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Set the ticked ones apart").press("Enter")
    assert page.get_by_role("heading", level=1).inner_text() == "Set 1 edition apart?"
    page.get_by_label("Why").fill("Another reading")
    page.get_by_role("button", name="Set apart").press("Enter")
    assert "Set apart." in page.get_by_role("status").inner_text()
    page.goto(f"{site}{work}")
    assert page.get_by_text("Read by Rob Inglis").count() == 0
    page.go_back()
    page.get_by_role("link", name="The decision, and its undoing").click()
    page.get_by_label("Why").fill("The same text")
    page.get_by_role("button", name="Undo it").press("Enter")
    assert page.get_by_role("status").inner_text() == "Undone."
    page.goto(f"{site}{work}")
    assert page.get_by_text("Read by Rob Inglis").count() == 1
