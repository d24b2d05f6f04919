"""Help while typing: completions by kind, as JSON, as a page, as a list under the search box."""

import time
from typing import Any

import pytest
from django.test import Client

from tests.pages.conftest import visible_text
from tests.pages.markup import Markup
from tests.pages.small_library import address
from tests.pages.test_accessibility import AXE, LOOKS, violations

BOX = "input[role=combobox]"
OPTION = "[role=option]"


def offered(client: Client, typed: str) -> dict[str, list[dict[str, Any]]]:
    found = client.get("/suggest.json", {"q": typed}).json()
    return {group["kind"]: group["options"] for group in found["groups"]}


def texts(client: Client, typed: str, kind: str) -> list[str]:
    return [each["text"] for each in offered(client, typed).get(kind, [])]


def test_completions_come_as_titles_people_subjects_and_series(client: Client) -> None:
    assert "Last train home" in texts(client, "last tr", "title")
    assert texts(client, "fan", "name") == ["Lixin Fan"]
    assert texts(client, "lix", "name") == ["Lixin Fan"]
    assert texts(client, "migr", "subject") == ["Migrant labor"]
    assert texts(client, "world", "series") == ["World cinema"]


def test_a_title_is_completed_in_its_own_script_and_from_within(client: Client) -> None:
    assert texts(client, "归", "title") == ["归途列车"]
    assert texts(client, "歸途", "title") == ["归途列车"]
    assert texts(client, "الأي", "title") == ["الأيام"]
    assert texts(client, "gui tu", "title") == ["Gui tu lie che"]
    assert "Last train home" in texts(client, "train ho", "title")


def test_a_completion_leads_where_it_says_and_says_how_much_is_there(client: Client) -> None:
    for typed in ("fan", "migr", "world"):
        for options in offered(client, typed).values():
            for each in options:
                if each["titles"] is not None:
                    found = client.get(each["address"].replace("/search", "/search.json")).json()
                    assert found["total_titles"] == each["titles"], each
    (bare,) = offered(client, "bare")["title"]
    assert bare["address"] == address("bare")


@pytest.mark.parametrize("typed", ["", "h", " ", "\x00", "(", "\u202e", "*", "''"])
def test_too_little_is_not_completed(client: Client, typed: str) -> None:
    assert client.get("/suggest.json", {"q": typed}).json()["groups"] == []


@pytest.mark.parametrize(
    "query",
    ["q=" + "(" * 3_000, "q=" + "a" * 100_000, "q=%ED%A0%80a", "x=1", "q=a&q=b", "q=%22%27%3C"],
)
def test_whatever_is_typed_is_answered_plainly_and_shown_as_text(
    client: Client, query: str
) -> None:
    for page in ("/suggest", "/suggest.json"):
        response = client.get(page, QUERY_STRING=query)
        assert response.status_code == 200
        assert not response.cookies
    html = client.get("/suggest", {"q": "<script>alert(1)</script>"}).content.decode()
    assert "<script>" not in html


def test_the_page_of_completions_works_without_a_script(client: Client) -> None:
    html = client.get("/suggest", {"q": "last tr"}).content.decode()
    assert "Titles" in visible_text(html)
    assert "noindex" in html
    links = [each.attributes["href"] for each in Markup(html).all("a")]
    assert "/search?q=last+tr" in links
    assert "Nothing here begins so." in client.get("/suggest?q=zzzz").content.decode()


def test_labels_are_in_the_language_of_the_page(client: Client) -> None:
    asked = client.get("/suggest.json?q=last", headers={"accept-language": "fr"})
    assert asked["Content-Language"] == "fr"


# In a browser


def opened(browser: Any, site: str, **look: Any) -> Any:
    page = browser.new_context(**look).new_page()
    page.goto(f"{site}/search")
    page.locator(BOX).click()
    return page


def test_the_list_is_walked_with_the_keys_and_chosen_with_enter(site: str, browser: Any) -> None:
    page = opened(browser, site)
    box = page.locator(BOX)
    page.keyboard.type("last tr")
    page.locator(OPTION).first.wait_for()
    assert box.get_attribute("aria-expanded") == "true"
    assert box.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowDown")
    active = box.get_attribute("aria-activedescendant")
    assert page.locator(f"#{active}").get_attribute("aria-selected") == "true"
    page.keyboard.press("ArrowUp")
    assert box.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowUp")
    last = page.locator(OPTION).last.get_attribute("id")
    assert box.get_attribute("aria-activedescendant") == last
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=Last+train+home&field=title")


def test_escape_closes_the_list_and_keeps_what_was_typed(site: str, browser: Any) -> None:
    page = opened(browser, site)
    page.keyboard.type("last tr")
    page.locator(OPTION).first.wait_for()
    page.keyboard.press("Escape")
    assert page.locator("[role=listbox]").is_hidden()
    assert page.locator(BOX).input_value() == "last tr"
    page.keyboard.press("ArrowDown")
    assert page.locator("[role=listbox]").is_visible()
    page.keyboard.press("Tab")
    page.locator("[role=listbox]").wait_for(state="hidden")


def test_enter_with_nothing_chosen_searches_for_what_was_typed(site: str, browser: Any) -> None:
    page = opened(browser, site)
    page.keyboard.type("train")
    page.locator(OPTION).first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=train")


def test_an_option_can_be_clicked_and_the_count_is_told(site: str, browser: Any) -> None:
    page = opened(browser, site)
    page.keyboard.type("fan li")
    page.get_by_role("option", name="Lixin Fan").wait_for()
    assert page.locator(".ask [role=status]").inner_text().endswith("suggestion")
    page.get_by_role("option", name="Lixin Fan").click()
    page.wait_for_url("**/search?author=Fan%2C+Lixin")


def test_a_quick_typist_asks_once_and_late_answers_are_not_shown(site: str, browser: Any) -> None:
    page = opened(browser, site)
    asked: list[str] = []
    page.on("request", lambda each: asked.append(each.url) if "suggest" in each.url else None)
    page.keyboard.type("last train", delay=20)
    page.locator(OPTION).first.wait_for()
    assert [each.rpartition("=")[2] for each in asked] == ["last%20train"]


def test_where_nobody_answers_the_box_still_searches(site: str, browser: Any) -> None:
    page = opened(browser, site)
    page.route("**/suggest.json*", lambda route: route.abort())
    page.keyboard.type("train")
    time.sleep(0.4)
    assert page.locator("[role=listbox]").is_hidden()
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=train")


@pytest.mark.parametrize("look", LOOKS, ids=lambda each: f"{each['color_scheme']}-{each['locale']}")
def test_axe_finds_nothing_on_the_open_list(site: str, browser: Any, look: dict[str, Any]) -> None:
    page = opened(browser, site, **look)
    page.keyboard.type("last tr")
    page.locator(OPTION).first.wait_for()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.documentElement.scrollWidth") <= look["viewport"]["width"]
    page.evaluate(AXE)
    assert violations(page) == []
    page.goto(f"{site}/suggest?q=last")
    page.evaluate(AXE)
    assert violations(page) == []
