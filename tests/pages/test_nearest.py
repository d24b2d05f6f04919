"""What is nearest: the reader's own branch in the address, in a cookie, and in words."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from commonplace.bibliography import Item, ItemStatus
from commonplace.policy.nearness import seen_from
from commonplace.web.blocks.copies import Copies
from commonplace.web.pages.finding import our_library
from commonplace.web.searching.my_branch import COOKIE
from tests.pages.conftest import visible_text
from tests.pages.small_library import address
from tests.pages.test_accessibility import AXE, LOOKS, violations


@pytest.fixture
def neighbour(client: Client) -> Iterator[Client]:
    """Somebody who said that Millgate is their branch."""
    client.cookies[COOKIE] = "MIL"
    yield client
    client.cookies.clear()


def names(client: Client, query: str) -> list[str]:
    return [each["title"] for each in client.get(f"/search.json?{query}").json()["works"]]


def test_what_is_in_at_the_branch_in_the_address_comes_first(client: Client) -> None:
    assert names(client, "q=about+everything+OR+train&sort=nearest&near=MIL")[0].startswith(
        "A very"
    )
    near_central = names(client, "q=about+everything+OR+train&sort=nearest&near=CEN")
    assert near_central[0] == "Last train home"


def test_the_page_says_what_comes_first_and_offers_a_branch_to_choose(client: Client) -> None:
    said = visible_text(client.get("/search?sort=nearest").content.decode())
    assert "First what is in now, then what is online" in said
    assert "Near to" in said
    assert "Millgate" in said
    near = visible_text(client.get("/search?sort=nearest&near=MIL").content.decode())
    assert "First what is in now at Millgate" in near
    assert "Remember that this is my branch" in near


def test_a_branch_says_nothing_in_any_other_order_and_is_left_out(client: Client) -> None:
    moved = client.get("/search?q=train&near=MIL")
    assert (moved.status_code, moved.headers["Location"]) == (301, "/search?q=train")
    moved = client.get("/search?near=MIL&sort=nearest&q=train&page=2")
    assert moved.headers["Location"] == "/search?q=train&sort=nearest&near=MIL&page=2"


def test_a_branch_nobody_knows_is_left_out_and_named(client: Client) -> None:
    answered = client.get("/search?q=train&sort=nearest&near=%3Cb%3E")
    assert answered.status_code == 200
    assert "is not something" in visible_text(answered.content.decode())


def test_a_branch_is_remembered_only_by_whoever_says_so(client: Client) -> None:
    assert COOKIE not in client.get("/search?sort=nearest&near=MIL").cookies
    sent = {"branch": "MIL", "deed": "keep", "search": "q=train&sort=nearest&near=MIL"}
    kept = client.post("/branches", sent)
    assert (kept.status_code, kept.headers["Location"]) == (
        303, "/search?q=train&sort=nearest&near=MIL",
    )  # fmt: skip
    cookie = kept.cookies[COOKIE]
    assert (cookie.value, cookie["httponly"], cookie["samesite"]) == ("MIL", True, "Lax")
    forgotten = client.post("/branches", {"deed": "forget", "branch": "MIL"})
    assert forgotten.cookies[COOKIE].value == ""
    assert forgotten.headers["Location"] == "/branches"
    client.cookies.clear()


def test_whoever_has_a_branch_is_led_to_an_address_that_names_it(neighbour: Client) -> None:
    led = neighbour.get("/search?q=train&sort=nearest")
    assert (led.status_code, led.headers["Location"]) == (
        303, "/search?q=train&sort=nearest&near=MIL",
    )  # fmt: skip
    assert "no-store" in led.headers["Cache-Control"]
    page = neighbour.get(led.headers["Location"])
    assert "Forget my branch" in page.content.decode()
    assert "no-store" in page.headers["Cache-Control"]
    other = neighbour.get("/search?q=train&sort=nearest&near=CEN")
    assert "Remember that this is my branch" in other.content.decode()
    assert neighbour.get("/search?q=train").status_code == 200


def test_the_branches_say_which_is_mine(neighbour: Client) -> None:
    for where in ("/branches", "/branch/MIL"):
        said = visible_text(neighbour.get(where).content.decode())
        assert "This is your branch" in said, where
        assert "Forget my branch" in said, where
    assert "Remember that this is my branch" in neighbour.get("/branch/CEN").content.decode()
    back = neighbour.post("/branches", {"deed": "keep", "branch": "CEN", "on": "branch"})
    assert back.headers["Location"] == "/branch/CEN"


def test_copies_stand_in_the_order_of_nearness_for_whoever_has_a_branch(client: Client) -> None:
    where = f"{address('crowded')}/copies"
    assert client.get(where).headers["Cache-Control"] == "max-age=0, must-revalidate"
    library = our_library()
    both = [Item("CEN", status=ItemStatus.IN), Item("MIL", status=ItemStatus.IN)]
    for code, order in (("CEN", ["CEN", "MIL"]), ("MIL", ["MIL", "CEN"]), ("", ["CEN", "MIL"])):
        lines = Copies(both, seen_from(library, code)).lines()
        assert [line.branch.code for line in lines] == order
    client.cookies[COOKIE] = "MIL"
    for page in (where, address("film")):
        assert "no-store" in client.get(page).headers["Cache-Control"]
    client.cookies.clear()


def test_what_a_cookie_or_a_form_says_is_only_ever_one_of_our_branches(client: Client) -> None:
    for hostile in ("<script>", "%00", "x" * 9_000, "CEN; path=/", "\u202eCEN"):
        client.cookies[COOKIE] = hostile.encode().decode("latin-1")
        assert client.get("/search?q=train&sort=nearest").status_code == 200
        client.cookies.clear()
        sent = client.post("/branches", {"branch": hostile, "deed": "keep"})
        assert (sent.status_code, sent.headers["Location"]) == (303, "/branches")
        assert COOKIE not in sent.cookies
    elsewhere = client.post(
        "/branches", {"branch": "CEN"}, headers={"sec-fetch-site": "cross-site"}
    )
    assert elsewhere.status_code == 403
    assert client.put("/branches").status_code == 405


def test_on_a_heading_the_nearest_come_first_too(client: Client) -> None:
    film = client.get(f"{address('film')}.json").json()
    heading = film["headings"][0]["address"]
    page = client.get(f"{heading}?sort=nearest&near=MIL")
    assert "First what is in now at Millgate" in visible_text(page.content.decode())
    facts = client.get(f"{heading}.json?sort=nearest&near=MIL").json()
    assert (facts["sort"], facts["near"]) == ("nearest", "MIL")


def test_available_now_at_a_branch_is_a_copy_that_is_in_there(client: Client) -> None:
    """The films have copies at both branches, and those at Millgate are out."""
    film = client.get("/search.json?q=gui+tu+lie+che&branch=MIL").json()
    assert film["total_titles"] == 2
    now = client.get("/search.json?q=gui+tu+lie+che&available=now&branch=MIL").json()
    assert now["total_titles"] == 0
    counts = client.get("/search.json?q=gui+tu+lie+che&available=now").json()["filters"]["branch"]
    assert counts == [{"value": "CEN", "count": 2}]
    counted = client.get("/search.json?q=gui+tu+lie+che&branch=MIL").json()["filters"]["available"]
    assert counted == [{"value": "online", "count": 2}]


@pytest.mark.parametrize("look", LOOKS, ids=lambda each: f"{each['color_scheme']}-{each['locale']}")
def test_no_page_with_a_branch_to_choose_breaks_a_rule_of_accessibility(
    site: str, browser: Any, look: dict[str, Any]
) -> None:
    page = browser.new_page(**look)
    against = {}
    for each in ("/search?q=train&sort=nearest&near=MIL", "/branches", "/branch/MIL"):
        page.goto(f"{site}{each}")
        page.evaluate(AXE)
        if found := violations(page):
            against[each] = found
    assert not against


def test_the_order_and_the_branch_stay_within_a_phone(site: str, browser: Any) -> None:
    for width in (240, 320, 768, 1280):
        page = browser.new_page(viewport={"width": width, "height": 900})
        page.goto(f"{site}/search?q=train&available=now&branch=CEN&sort=nearest&near=MIL")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
