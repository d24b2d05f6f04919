"""All values of a filter with a search among them, and filters a reader keeps for every search."""

from typing import Any

import pytest
from django.test import Client

from commonplace.web.searching.keeping import COOKIE
from tests.pages.conftest import visible_text
from tests.pages.markup import Markup
from tests.pages.small_library import SCRIPT, address
from tests.pages.test_accessibility import AXE, LOOKS, violations

PAGES = (
    "/filter/subject",
    "/filter/subject?q=endless&find=650&order=name",
    "/filter/author?order=name",
    "/filter/branch?q=train",
    "/filter/format?not.format=dvd",
    "/filter/year",
    "/filter/class?find=nosuch",
    "/filters",
)


def links(client: Client, where: str) -> list[str]:
    page = Markup(client.get(where).content.decode())
    return [each.attributes["href"] for each in page.all("a")]


def test_every_long_filter_leads_to_a_page_of_all_its_values(client: Client) -> None:
    found = [each for each in links(client, "/search?q=endless") if each.startswith("/filter/")]
    assert "/filter/subject?q=endless" in found
    page = client.get("/filter/subject.json?q=endless").json()
    assert len(page["values"]) == 200
    assert page["is_cut"]


def test_where_nothing_was_found_no_filter_offers_to_narrow_it(client: Client) -> None:
    html = client.get("/search?q=nosuchword").content.decode()
    assert 'id="filters"' not in html
    assert 'href="#filters"' not in html
    assert 'name="added"' in client.get("/search?q=nosuchword&added=7").content.decode()
    assert 'name="added"' in client.get("/search?q=train").content.decode()


def test_a_value_is_found_among_all_there_are_and_applied_without_a_script(client: Client) -> None:
    (value,) = client.get("/filter/subject.json?q=endless&find=says+499").json()["values"]
    assert value == {"value": "650 says 499", "label": "650 says 499", "count": 1}
    html = client.get("/filter/subject?q=endless&find=says+499&format=book").content.decode()
    form = html[
        html.index('class="filters"') : html.index("</form>", html.index('class="filters"'))
    ]
    for hidden in ('name="q" value="endless"', 'name="format" value="book"'):
        assert hidden in form
    assert 'name="subject" value="650 says 499"' in form
    assert 'name="not.subject"' in form
    found = client.get("/search.json?q=endless&subject=650+says+499").json()
    assert found["total_titles"] == value["count"]


def test_what_is_chosen_and_not_shown_stays_chosen(client: Client) -> None:
    html = client.get("/filter/subject?subject=Migrant+labor+--+China&find=650").content.decode()
    assert '<input type="hidden" name="subject" value="Migrant labor -- China">' in html
    shown = client.get("/filter/subject?subject=Migrant+labor+--+China").content.decode()
    assert 'value="Migrant labor -- China" checked' in shown


def test_values_are_in_the_order_of_the_alphabet_where_that_is_wished(client: Client) -> None:
    values = client.get("/filter/branch.json?order=name").json()["values"]
    assert [each["label"] for each in values][:2] == ["B000", "B001"]
    counted = client.get("/filter/branch.json").json()["values"]
    counts = [each["count"] for each in counted]
    assert counts == sorted(counts, reverse=True)


def test_the_years_are_a_table_that_can_be_read(client: Client) -> None:
    html = client.get("/filter/year?q=emma").content.decode()
    assert "<caption" in html
    assert 'href="/search?q=emma&amp;year=1816-1816"' in html
    years = client.get("/filter/year.json?q=emma").json()["values"]
    assert {"value": "1816", "count": 1} in years


def test_a_heading_has_pages_of_values_of_its_own(client: Client) -> None:
    heading = client.get(f"{address('film')}.json").json()["headings"][0]["address"]
    under = heading.removeprefix("/heading/")
    page = client.get("/filter/author", {"under": under})
    assert f'action="{heading}"' in page.content.decode()
    assert client.get("/filter/author?under=subject/aaaaaaaaaaaaa").status_code == 404
    assert client.get("/filter/author?under=x").status_code == 404


@pytest.mark.parametrize("name", ["nosuch", "age", "added", "heading", "localid", "title", "q"])
def test_only_filters_with_values_have_a_page(client: Client, name: str) -> None:
    assert client.get(f"/filter/{name}").status_code == 404


@pytest.mark.parametrize(
    "query",
    ["find=" + "(" * 5_000, "find=%00%E2%80%AE", "find=%22&order=zz", "q=" + "a" * 50_000, "&&=x"],
)
def test_a_senseless_address_is_answered_plainly(client: Client, query: str) -> None:
    assert client.get("/filter/subject", QUERY_STRING=query).status_code == 200


def test_hostile_values_are_shown_as_text(client: Client) -> None:
    for page in ("/filter/subject?q=hostile", "/filter/author?q=hostile", "/filter/branch"):
        html = client.get(page).content.decode()
        assert "<script>" not in html
        assert not Markup(html).faults
    assert SCRIPT not in client.get("/filter/subject", {"find": SCRIPT}).content.decode()


def test_pages_of_values_set_no_cookie_and_are_not_for_robots(client: Client) -> None:
    for page in PAGES:
        response = client.get(page)
        assert not response.cookies, page
        assert "noindex" in response.content.decode(), page
        assert len(response.content) < 150_000, page


# Filters a reader keeps


def keep(client: Client, search: str, **more: str) -> Any:
    return client.post("/filters", {"search": search, "deed": "keep", **more})


def test_no_page_knows_of_kept_filters_until_somebody_keeps_some(client: Client) -> None:
    response = client.get("/search?q=train&format=dvd")
    assert not response.cookies
    assert response["Cache-Control"] == "max-age=0, must-revalidate"
    assert "Keep these filters for my next searches" in response.content.decode()
    assert "Keep these filters" not in client.get("/search?q=train").content.decode()


def test_kept_filters_hold_for_the_next_search_until_let_go(client: Client) -> None:
    kept = keep(client, "q=train&format=dvd&year=2000-")
    assert kept.status_code == 303
    assert kept["Location"] == "/search?q=train&format=dvd&year=2000-"
    cookie = kept.cookies[COOKIE]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert not cookie["max-age"]
    led = client.get("/search?q=emma")
    assert led.status_code == 303
    assert led["Location"] == "/search?q=emma&format=dvd&year=2000-"
    assert led["Cache-Control"] == "private, no-store"
    page = client.get(led["Location"])
    assert page["Cache-Control"] == "private, no-store"
    assert "You keep these filters for every search." in page.content.decode()
    gone = client.post("/filters", {"search": "q=emma&format=dvd", "deed": "forget"})
    assert gone.cookies[COOKIE]["max-age"] == 0
    assert client.get("/search?q=emma").status_code == 200


def test_whoever_keeps_filters_can_search_without_them(client: Client) -> None:
    keep(client, "q=train&format=dvd")
    html = client.get("/search?q=train&format=dvd").content.decode()
    assert 'class="clear" href="/search?q=train&amp;kept=no"' in html
    free = client.get("/search?q=train&kept=no")
    assert free.status_code == 200
    assert free["Cache-Control"] == "private, no-store"
    assert 'rel="canonical" href="http://localhost/search?q=train"' in free.content.decode()
    assert client.get("/search.json?q=train&kept=no").json()["address"] == "/search?q=train"


@pytest.mark.parametrize(
    "search",
    ["/search?q=neighbour&page=2", "/search?q=train&sort=title", "/search?q=train&branch=CEN"],
)
def test_a_search_that_says_what_it_wants_is_left_as_it_is(client: Client, search: str) -> None:
    keep(client, "format=dvd")
    assert client.get(search).status_code == 200


def test_the_address_of_somebody_elses_free_search_leads_to_the_plain_one(client: Client) -> None:
    response = client.get("/search?q=train&kept=no")
    assert (response.status_code, response["Location"]) == (302, "/search?q=train")


@pytest.mark.parametrize(
    "said", ["", "q=train", "nosuch=1", "format=nosuch", "x" * 9_000, "subject=" + "a" * 5_000]
)
def test_nothing_senseless_is_kept(client: Client, said: str) -> None:
    response = keep(client, said)
    assert response.status_code == 303
    assert response["Location"].startswith("/search")
    kept = response.cookies.get(COOKIE)
    assert kept is None or len(kept.value) <= 1_500


@pytest.mark.parametrize(
    "cookie", ["", "x", "format=nosuch", "%00", "q=hacked&page=9", "=&=&", "é" * 900]
)
def test_a_cookie_nobody_here_set_changes_nothing(client: Client, cookie: str) -> None:
    client.cookies[COOKIE] = cookie
    assert client.get("/search?q=train").status_code == 200


def test_another_site_cannot_keep_filters_for_a_reader(client: Client) -> None:
    other = {"sec-fetch-site": "cross-site"}
    response = client.post("/filters", {"search": "format=dvd"}, headers=other)
    assert response.status_code == 403
    assert COOKIE not in response.cookies
    assert client.post("/filters", b"x" * 300_000, "text/plain").status_code == 413
    assert client.put("/filters").status_code == 405


def test_what_is_kept_is_said_on_a_page_of_its_own(client: Client) -> None:
    assert "You keep none." in visible_text(client.get("/filters").content.decode())
    keep(client, "format=dvd&branch=CEN")
    text = visible_text(client.get("/filters").content.decode())
    assert "Central" in text
    assert "DVD" in text
    assert client.get("/filters.json").json() == {"filters": "branch=CEN&format=dvd"}


# In a browser


@pytest.mark.parametrize("look", LOOKS, ids=lambda each: f"{each['color_scheme']}-{each['locale']}")
def test_axe_finds_nothing_on_the_pages_of_filters(
    site: str, browser: Any, look: dict[str, Any]
) -> None:
    page = browser.new_context(**look).new_page()
    against = {}
    for each in (*PAGES, "/search?q=train&format=dvd", "/wish", "/search?q=midle+trane"):
        page.goto(site + each)
        assert page.evaluate("document.documentElement.scrollWidth") <= look["viewport"]["width"]
        page.evaluate(AXE)
        if found := violations(page):
            against[each] = found
    assert not against


def test_what_to_do_where_nothing_is_found_has_the_whole_page(site: str, browser: Any) -> None:
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.goto(f"{site}/search?q=nosuchword")
    width = page.evaluate("id => document.querySelector(id).clientWidth", "#results")
    assert width == page.evaluate("id => document.querySelector(id).clientWidth", ".found-head")


def test_filters_are_found_ticked_applied_and_kept_without_a_script(
    site: str, browser: Any
) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{site}/filter/subject?q=endless")
    page.get_by_label("Search among them").fill("says 42")
    page.get_by_role("button", name="Look").click()
    page.locator('input[name=subject][value="650 says 421"]').check()
    page.get_by_role("button", name="Apply filters").click()
    assert page.url == f"{site}/search?q=endless&subject=650+says+421"
    page.get_by_role("button", name="Keep these filters for my next searches").click()
    page.get_by_role("searchbox").fill("train")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}/search?q=train&subject=650+says+421")
    page.get_by_role("link", name="Clear all").click()
    assert page.url == f"{site}/search?q=train&kept=no"
