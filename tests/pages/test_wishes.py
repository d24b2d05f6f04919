"""Ask the library to get it: from an empty result to the answer the reader finds by a code."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from commonplace.catalogue.wishes.models import Wish, WishAnswer
from tests.pages.asking import the_wish_form, wished
from tests.pages.conftest import visible_text
from tests.pages.markup import Markup
from tests.pages.saying import the_trouble
from tests.pages.small_library import SCRIPT, address
from tests.pages.staff import as_staff
from tests.pages.test_accessibility import AXE, LOOKS, violations

pytestmark = pytest.mark.usefixtures("no_wishes", "read_slowly")


@pytest.fixture
def no_wishes(client: Client) -> Iterator[None]:
    assert client
    yield
    WishAnswer.objects.all().delete()
    Wish.objects.all().delete()


@pytest.fixture
def staff(client: Client) -> Client:
    return as_staff(client)


def sent(client: Client, **given: str) -> str:
    """The address of the receipt."""
    response = wished(client, **given)
    assert response.status_code == 303, the_trouble(response)
    return str(response["Location"]).partition("?")[0]


def queue(staff: Client) -> list[str]:
    page = Markup(staff.get("/staff/wishes").content.decode())
    links = [each.attributes["href"] for each in page.all("a")]
    return [each for each in links if each.startswith("/staff/wishes/")]


def answered(staff: Client, matter: str, **given: str) -> Any:
    page = Markup(staff.get(matter).content.decode())
    boxes = [each.attributes for each in page.all("input") if each.attributes["name"] == "letter"]
    return staff.post(matter, {"letter": [each["value"] for each in boxes], **given})


def test_where_nothing_is_found_the_library_can_be_asked_for_it(client: Client) -> None:
    page = Markup(client.get("/search?q=zzzz+qqqq&field=author&format=dvd").content.decode())
    links = [each.attributes["href"] for each in page.all("a")]
    (ask,) = [each for each in links if each.startswith("/wish")]
    assert ask == "/wish?creator=zzzz+qqqq&format=dvd"
    html = client.get(ask).content.decode()
    assert 'value="zzzz qqqq"' in html
    assert '<option value="dvd" selected>' in html


def test_a_wish_sent_is_found_again_by_its_code_with_the_answer(staff: Client) -> None:
    receipt = sent(staff, title="Dune", creator="Herbert", format="book", note="In hardback.")
    page = visible_text(staff.get(receipt).content.decode())
    for words in ("Dune", "Herbert", "Book", "In hardback.", "have not answered yet"):
        assert words in page
    (matter,) = queue(staff)
    said = {"state": "here", "sentence": "Come and get it.", "title": f"x{address('book')}?a=b"}
    assert answered(staff, matter, **said).status_code == 303
    html = staff.get(receipt).content.decode()
    assert "Come and get it." in html
    assert "It is here" in html
    assert f'href="{address("book")}"' in html
    assert staff.get(f"{receipt}.json").json()["state"] == "here"


def test_the_receipt_is_for_nobody_else(client: Client) -> None:
    response = client.get(sent(client, title="Dune"))
    assert response["Cache-Control"] == "no-store"
    assert response["Referrer-Policy"] == "no-referrer"
    assert not response.cookies


def test_the_form_sets_no_cookie_and_is_kept_by_nobody(client: Client) -> None:
    response = client.get("/wish")
    assert not response.cookies
    assert response["Cache-Control"] == "no-store"
    assert client.get("/wish.json").json()["fields"] == ["title", "creator", "format", "note"]


@pytest.mark.parametrize(
    ("given", "trouble"),
    [
        ({"title": ""}, "its title"),
        ({"title": "\u202e\u200b"}, "its title"),
        ({"title": "a" * 301}, "301 characters"),
        ({"title": "Dune", "creator": "b" * 4_000}, "4,000 characters"),
        ({"title": "Dune", "note": "c" * 1_001}, "1,001 characters"),
        ({"title": "Dune", "website": "x"}, "to stay empty"),
        ({"title": "Dune", "form": "forged"}, "did not come from this page"),
    ],
)
def test_a_form_that_cannot_be_taken_comes_back_with_what_was_written(
    client: Client, given: dict[str, str], trouble: str
) -> None:
    response = wished(client, **given)
    assert response.status_code in {403, 422}
    assert trouble in the_trouble(response)
    assert not Wish.objects.exists()
    for name in ("creator", "note"):
        assert given.get(name, "") in response.content.decode()


def test_a_form_sent_from_another_site_is_not_taken(client: Client) -> None:
    form = the_wish_form(client) | {"title": "Dune"}
    assert client.post("/wish", form, headers={"sec-fetch-site": "cross-site"}).status_code == 403
    assert client.post("/wish", b"x" * 300_000, "text/plain").status_code == 413
    assert client.put("/wish").status_code == 405


def test_a_format_nobody_knows_is_no_format(client: Client) -> None:
    sent(client, title="Dune", format="../../etc")
    assert Wish.objects.get().format == ""


def test_hostile_words_are_shown_as_words_to_readers_and_to_staff(staff: Client) -> None:
    receipt = sent(staff, title=SCRIPT, creator=SCRIPT, note=SCRIPT)
    (matter,) = queue(staff)
    for page in (receipt, "/staff/wishes", matter):
        html = staff.get(page).content.decode()
        assert "<script>" not in html, page
        assert not Markup(html).faults, page


def test_readers_who_ask_for_the_same_are_answered_together(staff: Client) -> None:
    receipts = [sent(staff, title=title) for title in ("Dune", "DUNE")]
    html = staff.get("/staff/wishes").content.decode()
    assert "2 readers" in visible_text(html)
    (matter,) = queue(staff)
    assert answered(staff, matter, state="coming", sentence="Ordered.").status_code == 303
    assert all("Ordered." in staff.get(each).content.decode() for each in receipts)
    assert "2 readers were answered." in staff.get(f"{matter}?answered=2").content.decode()


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"state": "here", "sentence": ""}, 422),
        ({"state": "nosuch", "sentence": "x"}, 422),
        ({"state": "here", "sentence": "x", "title": "https://evil.example/"}, 422),
        ({"state": "here", "sentence": "x", "title": "a" * 13}, 422),
        ({"state": "here", "sentence": "x" * 1_001}, 422),
    ],
)
def test_an_answer_that_cannot_be_given_comes_back(
    staff: Client, given: dict[str, str], status: int
) -> None:
    sent(staff, title="Dune")
    (matter,) = queue(staff)
    response = answered(staff, matter, **given)
    assert response.status_code == status
    assert the_trouble(response)
    assert given["sentence"][:900] in response.content.decode()


def test_two_of_the_staff_do_not_answer_over_each_other(staff: Client) -> None:
    sent(staff, title="Dune")
    (matter,) = queue(staff)
    value = re.findall(r'name="letter"[^>]* value="([\d.]+)"', staff.get(matter).content.decode())
    said = {"letter": value, "state": "looking", "sentence": "We look."}
    assert staff.post(matter, said).status_code == 303
    assert staff.post(matter, said).status_code == 409


@pytest.mark.parametrize("page", ["/staff/wishes", "/staff/wishes/aaaaaaaaaaaaa"])
def test_the_queue_is_for_staff_alone(client: Client, page: str) -> None:
    response = client.get(page)
    assert response.status_code == 302
    assert str(response["Location"]).startswith("/sign-in")
    assert as_staff(client, "Reader", is_staff=False).get(page).status_code == 403


def test_the_desk_counts_what_is_asked_for(staff: Client) -> None:
    sent(staff, title="Dune")
    desks = staff.get("/staff.json").json()["queues"]
    assert {"label": "What readers ask for", "address": "/staff/wishes", "waiting": 1} in desks
    assert staff.get("/staff/wishes/aaaaaaaaaaaaa").status_code == 404
    assert staff.get("/staff/wishes?state=nosuch&after=x").status_code == 200


@pytest.fixture
def at_work(staff: Client) -> tuple[str, ...]:
    """The pages of a wish, made before the browser is."""
    receipt = sent(staff, title="Dune " * 40, note="note " * 150)
    return (receipt, f"{receipt}?sent", "/staff/wishes", *queue(staff), "/staff")


@pytest.mark.parametrize("look", LOOKS, ids=lambda each: f"{each['color_scheme']}-{each['locale']}")
def test_axe_finds_nothing_on_the_pages_of_wishes(
    at_work: tuple[str, ...], staff: Client, site: str, browser: Any, look: dict[str, Any]
) -> None:
    context = browser.new_context(**look)
    name = settings.SESSION_COOKIE_NAME
    context.add_cookies([{"name": name, "value": staff.cookies[name].value, "url": site}])
    page = context.new_page()
    against = {}
    for each in at_work:
        page.goto(site + each)
        assert page.evaluate("document.documentElement.scrollWidth") <= look["viewport"]["width"]
        page.evaluate(AXE)
        if found := violations(page):
            against[each] = found
    assert not against
