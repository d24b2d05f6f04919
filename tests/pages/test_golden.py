"""The pages of golden queries: kept in a form, run, shown with what moved, let go of."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from commonplace.bibliography import title_id_of
from commonplace.catalogue.golden import keeping
from commonplace.catalogue.golden.keeping import Wanted, keep
from commonplace.catalogue.golden.models import Cause, Expectation, GoldenQuery, GoldenRun
from commonplace.catalogue.golden.queries import all_golden
from commonplace.catalogue.golden.values import Search, State
from commonplace.catalogue.grouping.deciding import By
from commonplace.discovery.golden import running
from commonplace.discovery.golden.running import run_golden
from commonplace.web.golden import listing
from tests.pages.conftest import visible_text
from tests.pages.markup import Markup
from tests.pages.small_library import SCRIPT, address
from tests.pages.staff import as_staff
from tests.pages.test_accessibility import AXE, LOOKS, violations

LIST, ADD = "/staff/golden", "/staff/golden/add"


def title(number: str) -> str:
    return title_id_of("library", number)


@pytest.fixture(autouse=True)
def none_kept(client: Client) -> Iterator[None]:
    assert client
    yield
    GoldenQuery.objects.all().delete()
    GoldenRun.objects.all().delete()


@pytest.fixture
def staff(client: Client) -> Client:
    return as_staff(client)


def kept(staff: Client, search: str = "q=last+train+home", **given: str) -> Any:
    sent = {"search": search, "title": title("film"), "within": "1", "note": "", "other": ""}
    return staff.post(ADD, sent | given)


def shown(staff: Client, path: str = LIST) -> str:
    html = staff.get(path).content.decode()
    assert not Markup(html).faults
    return visible_text(html)


def test_the_pages_are_for_staff_and_kept_by_nobody(client: Client) -> None:
    for path in (LIST, ADD):
        assert client.get(path)["Location"].startswith("/sign-in?next=")
        assert client.post(path, {"deed": "run"}).status_code == 302
    assert as_staff(client, "A reader", is_staff=False).get(LIST).status_code == 403
    staff = as_staff(client)
    for path in (LIST, ADD, f"{LIST}.json", f"{ADD}.json"):
        assert staff.get(path)["Cache-Control"] == "private, no-store"
    assert staff.put(LIST).status_code == 405
    strict = as_staff(Client(SERVER_NAME="localhost", enforce_csrf_checks=True))
    assert kept(strict).status_code == 403
    assert not all_golden()


def test_a_search_is_tried_and_kept_with_one_of_the_titles_it_finds(staff: Client) -> None:
    assert "None is kept yet." in shown(staff)
    page = Markup(staff.get(f"{ADD}?q=last+train+home").content.decode())
    offered = [each.attributes["value"] for each in page.all("input") if is_radio(each.attributes)]
    assert title("film") in offered
    response = kept(staff, note="The film, not the book.")
    (one,) = all_golden()
    assert response.status_code == 303
    assert response["Location"] == f"{LIST}?done=kept#g-{one.number}"
    assert (one.search.text, one.made_by_name, one.state) == (
        "last train home",
        "Maud",
        State.HOLDS,
    )
    page_says = shown(staff, f"{LIST}?done=kept")
    for words in ("It is kept", "1 of 1 golden query holds", "The film, not the book.", "by Maud"):
        assert words in page_says


def is_radio(attributes: dict[str, str]) -> bool:
    return attributes.get("type") == "radio" and attributes.get("name") == "title"


@pytest.mark.parametrize(
    "typed",
    [
        "/search?q=train&field=title&format=dvd&year=2000-2015&page=2&sort=title",
        "http://localhost:8000/search?sort=title&format=dvd&year=2000-2015&field=title&q=train#x",
    ],
)
def test_the_address_of_results_is_as_good_as_the_search(staff: Client, typed: str) -> None:
    twin = staff.get(f"{ADD}.json", {"q": typed}).json()
    assert (twin["query"], twin["field"]) == ("train", "title")
    assert twin["filters"] == [["format", "dvd"], ["year", "2000-2015"]]
    assert [each["title_id"] for each in twin["found"]][:1] == [title("film")]
    page = staff.get(ADD, {"q": typed})
    assert "DVD" in visible_text(page.content.decode())
    assert (
        kept(staff, "q=train&field=title&format=dvd&year=2000-2015&sort=title").status_code == 303
    )
    (one,) = all_golden()
    assert one.search.filters == (("format", "dvd"), ("year", "2000-2015"))
    assert one.state is State.HOLDS
    assert "2000" in shown(staff)


@pytest.mark.parametrize(
    "typed",
    [
        "http://evil.example/search?q=train",
        "http://localhost@evil.example/search?q=train",
        "train /search?q=emma",
    ],
)
def test_an_address_of_another_site_is_only_words(staff: Client, typed: str) -> None:
    assert staff.get(f"{ADD}.json", {"q": typed}).json()["query"] == typed


@pytest.mark.parametrize(
    "other", ["http://localhost{}", "{}?a=b#c", "{}/copies", "  {}\n", "https://a.example{}.json"]
)
def test_a_title_that_is_not_among_those_found_is_given_by_its_address(
    staff: Client, other: str
) -> None:
    assert kept(staff, other=other.format(address("book"))).status_code == 303
    assert Expectation.objects.get().anchor.title_id == title("book")


@pytest.mark.parametrize(
    ("given", "trouble"),
    [
        ({"search": ""}, "Write what a reader"),
        ({"search": "q=%E2%80%AE%00"}, "Write what a reader"),
        ({"search": "q=*"}, "Nothing can be found by these words"),
        ({"title": ""}, "Choose the title"),
        ({"title": "a" * 13}, "Choose the title"),
        ({"title": "'; --"}, "Choose the title"),
        ({"other": "nowhere"}, "Choose the title"),
        ({"other": "/title/" + "a" * 14}, "Choose the title"),
        ({"within": "0"}, "from 1 to 100"),
        ({"within": "101"}, "from 1 to 100"),
        ({"within": "٣"}, "from 1 to 100"),
        ({"within": "9" * 5_000}, "from 1 to 100"),
        ({"note": "n" * 1_001}, "1,000 characters"),
    ],
)
def test_a_form_that_cannot_be_kept_comes_back_with_what_was_written(
    staff: Client, given: dict[str, str], trouble: str
) -> None:
    response = kept(staff, **({"note": SCRIPT} | given))
    html = response.content.decode()
    assert response.status_code == 422
    assert trouble in visible_text(html)
    assert "<script>alert" not in html
    assert not Markup(html).faults
    assert not all_golden()


def test_more_than_can_be_kept_is_refused_in_words(
    staff: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "MOST_KEPT", 1)
    monkeypatch.setattr(keeping, "MOST_EXPECTED", 1)
    kept(staff)
    assert "as many as can be kept" in visible_text(kept(staff, "q=emma").content.decode())
    again = kept(staff, title=title("bare")).content.decode()
    assert "as many as one may" in visible_text(again)


def test_those_that_fail_come_first_and_what_moved_says_where_it_stood(staff: Client) -> None:
    kept(staff)
    kept(staff, "q=emma")
    kept(staff, "q=bare", title=title("bare"))
    Expectation.objects.filter(query__text="bare").update(place=4)
    assert staff.post(LIST, {"deed": "run"})["Location"] == f"{LIST}?done=run"
    twin = staff.get(f"{LIST}.json").json()
    assert [each["query"] for each in twin["golden"]] == ["emma", "bare", "last train home"]
    assert (twin["queries"], twin["hold"], twin["moved"], twin["cause"]) == (3, 2, 1, "page")
    (bare,) = twin["golden"][1]["expected"]
    assert (bare["place_before"], bare["place"], bare["change"]) == (4, 1, "mended")
    page = shown(staff, f"{LIST}?done=run")
    for words in (
        "2 of 3 golden queries hold. 1 moved in the last run.",
        "Moved in the last run",
        "In place 4 until ",
        "Not found",
        "Run from this page",
    ):
        assert words in page
    assert "1 waiting" in shown(staff, "/staff")
    staff.post(LIST, {"deed": "run"})
    assert "None moved in the last run." in shown(staff)


def test_one_is_let_go_of_whole_or_by_what_it_is_to_find(staff: Client) -> None:
    kept(staff)
    kept(staff, title=title("bare"), within="5")
    (one,) = all_golden()
    first, second = one.expected
    assert "Want this no longer" in shown(staff)
    removed = staff.post(LIST, {"deed": "no-longer", "number": str(second.number)})
    assert removed["Location"] == f"{LIST}?done=removed"
    assert [each.number for each in all_golden()[0].expected] == [first.number]
    for number in (str(one.number), str(one.number), "x", "-1", "9" * 99, "١"):
        assert staff.post(LIST, {"deed": "remove", "number": number}).status_code == 303
    assert not all_golden()
    assert staff.post(LIST, {"deed": "nonsense"}).status_code == 422


def test_what_was_typed_is_shown_harmless(staff: Client) -> None:
    kept(staff, "q=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E", title=title("hostile"), note=SCRIPT)
    for path in (LIST, f"{ADD}?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E"):
        html = staff.get(path).content.decode()
        assert "<script>alert" not in html
        assert not Markup(html).faults


def test_a_field_that_no_menu_offers_is_named_in_the_words(staff: Client) -> None:
    keep(Search("fan lixin", "contributor"), Wanted(title("film")), by=By("1", "Maud"))
    run_golden(Cause.COMMAND)
    assert "contributor:(fan lixin)" in shown(staff)
    (one,) = staff.get(f"{LIST}.json").json()["golden"]
    found = staff.get(one["address"].replace("/search?", "/search.json?")).json()
    assert one["address"] == "/search?q=contributor%3A%28fan+lixin%29"
    assert found["total_titles"] == one["total_titles"] > 0


def test_without_an_index_the_page_stands_and_says_that_none_was_run(
    staff: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(staff)
    monkeypatch.setattr(running, "asked_of_engine", lambda _question, otherwise: otherwise)
    response = staff.post(LIST, {"deed": "run"})
    assert response.status_code == 503
    assert "cannot answer just now" in visible_text(response.content.decode())
    assert all_golden()[0].state is State.HOLDS


def test_many_are_shown_in_pages(staff: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "A_PAGE", 2)
    for number in range(3):
        kept(staff, f"q=train+{number}")
    first, second = (staff.get(f"{LIST}.json?page={n}").json() for n in (1, 2))
    assert (len(first["golden"]), len(second["golden"]), first["pages"]) == (2, 1, 2)
    assert f'href="{LIST}?page=2"' in staff.get(LIST).content.decode()
    for nonsense in ("0", "-1", "x", "9" * 99):
        assert staff.get(f"{LIST}?page={nonsense}").status_code == 200


@pytest.fixture
def desk(site: str, staff: Client) -> tuple[str, dict[str, str]]:
    """The site with some golden queries, and the cookie that lets a browser in."""
    kept(staff, note="The film")
    kept(staff, "q=" + "w" * 300 + "&format=dvd&field=title", title=title("wide"))
    kept(staff, "q=bare", title=title("bare"))
    Expectation.objects.filter(query__text="bare").update(place=4)
    staff.post(LIST, {"deed": "run"})
    name = settings.SESSION_COOKIE_NAME
    return site, {"name": name, "value": staff.cookies[name].value, "url": site}


@pytest.mark.parametrize("look", LOOKS, ids=lambda each: f"{each['color_scheme']}-{each['locale']}")
def test_axe_finds_nothing_on_them(
    desk: tuple[str, dict[str, str]], browser: Any, look: dict[str, Any]
) -> None:
    site, cookie = desk
    context = browser.new_context(**look)
    context.add_cookies([cookie])
    page = context.new_page()
    for path in (LIST, ADD, f"{ADD}?q=last+train+home&format=dvd", f"{ADD}?q=zzzz"):
        page.goto(site + path)
        for folded in page.locator("main summary").all():
            folded.click()
        page.evaluate(AXE)
        assert not violations(page), path
        assert page.evaluate("document.documentElement.scrollWidth") <= look["viewport"]["width"]


def test_one_is_kept_with_the_keyboard_and_no_script(
    desk: tuple[str, dict[str, str]], browser: Any
) -> None:
    site, cookie = desk
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies([cookie])
    page = context.new_page()
    page.goto(site + LIST)
    page.get_by_role("link", name="Keep a golden query").press("Enter")
    page.get_by_label("The search", exact=True).fill("emma")
    page.keyboard.press("Enter")
    page.get_by_role("radio").first.press("Space")
    page.get_by_label("It is to stand in this place").fill("3")
    page.get_by_role("button", name="Keep it").press("Enter")
    page.get_by_text("It is kept, and was run at once.").wait_for()
    assert "wanted in the first 3 places" in page.inner_text("main")
