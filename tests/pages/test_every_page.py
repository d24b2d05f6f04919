"""What holds on every page: its form, its headers, what it loads, its twin."""

import re
from itertools import pairwise

import pytest
from django.test import Client

from commonplace.web.sheet import SCRIPT, SHEET
from tests.pages.conftest import twin_of
from tests.pages.markup import Markup


def test_every_page_answers_and_is_well_formed(client: Client, addresses: tuple[str, ...]) -> None:
    for address in addresses:
        response = client.get(address)
        assert response.status_code in {200, 404, 410}, address
        assert not Markup(response.content.decode()).faults, address


def test_no_page_loads_anything_from_another_host(
    client: Client, addresses: tuple[str, ...]
) -> None:
    for address in addresses:
        for loaded in Markup(client.get(address).content.decode()).loaded:
            assert loaded.startswith("/"), (address, loaded)
            assert not loaded.startswith("//"), (address, loaded)


def test_whatever_a_page_loads_is_there(client: Client, addresses: tuple[str, ...]) -> None:
    pages = (client.get(address).content.decode() for address in addresses)
    loaded = {each for page in pages for each in Markup(page).loaded}
    for each in loaded:
        response = client.get(each)
        response.close()
        assert response.status_code == 200, each


def test_every_link_to_a_page_of_ours_leads_somewhere(
    client: Client, addresses: tuple[str, ...]
) -> None:
    hrefs: set[str] = set()
    for address in addresses:
        page = Markup(client.get(address).content.decode())
        ids = {tag.attributes.get("id") for tag in page.tags}
        for tag in page.all("a"):
            href = tag.attributes["href"]
            if href.startswith("#"):
                assert href[1:] in ids, (address, href)
            elif href.startswith("/"):
                hrefs.add(href.partition("#")[0])
    for href in hrefs:
        assert client.get(href).status_code in {200, 301, 302}, href


def test_no_page_has_a_script_a_style_or_a_handler_in_it(
    client: Client, addresses: tuple[str, ...]
) -> None:
    for address in addresses:
        for tag in Markup(client.get(address).content.decode()).tags:
            assert tag.name not in {"style", "iframe", "object", "embed"}, address
            assert not [n for n in tag.attributes if n.startswith("on") or n == "style"], address


def test_the_one_script_is_our_own_and_waits_until_the_page_is_there(
    client: Client, addresses: tuple[str, ...]
) -> None:
    own = {"src": SCRIPT.address, "defer": ""}
    for address in addresses:
        html = client.get(address).content.decode()
        assert [tag.attributes for tag in Markup(html).all("script")] == [own], address
        assert "<script>" not in html.replace(f'<script src="{SCRIPT.address}" defer>', ""), address
    response = client.get(SCRIPT.address)
    assert response["Content-Type"].startswith("text/javascript")
    assert "immutable" in response["Cache-Control"]
    assert client.get("/scripts/000000000000.js").status_code == 404


def test_the_content_policy_allows_nothing_in_line_and_no_other_host(client: Client) -> None:
    policy = client.get("/")["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


def test_no_anonymous_page_sets_a_cookie_or_may_be_kept_unasked(
    client: Client, addresses: tuple[str, ...]
) -> None:
    for address in addresses:
        response = client.get(address)
        assert not response.cookies, address
        kept = response["Cache-Control"]
        assert kept in {"max-age=0, must-revalidate", "no-store"}, address


def test_a_page_that_has_not_changed_is_not_sent_again(client: Client) -> None:
    tag = client.get("/help")["ETag"]
    assert client.get("/help", headers={"if-none-match": tag}).status_code == 304


def test_every_page_has_one_first_heading_and_headings_in_order(
    client: Client, addresses: tuple[str, ...]
) -> None:
    for address in addresses:
        page = Markup(client.get(address).content.decode())
        levels = [int(tag.name[1]) for tag in page.tags if re.fullmatch(r"h[1-6]", tag.name)]
        main = levels[: levels.index(2)] if 2 in levels else levels
        assert levels.count(1) == 1, address
        assert 1 in main, address
        jumps = [(a, b) for a, b in pairwise(levels) if b > a + 1]
        assert not jumps, (address, levels)


def test_every_page_says_its_language_and_has_a_name_and_a_way_past_the_head(
    client: Client, addresses: tuple[str, ...]
) -> None:
    for address in addresses:
        page = Markup(client.get(address).content.decode())
        assert page.all("html")[0].attributes["lang"] == "en-GB"
        assert page.all("html")[0].attributes["dir"] == "ltr"
        ids = {tag.attributes.get("id") for tag in page.tags}
        skip = page.all("a")[0].attributes["href"]
        assert skip[1:] in ids, address


def test_every_page_for_people_has_a_twin_with_the_same_status(
    client: Client, addresses: tuple[str, ...]
) -> None:
    for address in addresses:
        page, twin = client.get(address), client.get(twin_of(address))
        assert twin["Content-Type"] == "application/json", address
        assert twin.status_code == page.status_code, address
        assert isinstance(twin.json(), dict)


@pytest.mark.parametrize("address", ["/robots.txt", "/opensearch.xml", "/healthz"])
def test_programs_find_what_they_ask_for(client: Client, address: str) -> None:
    assert client.get(address).status_code == 200


@pytest.mark.parametrize(
    ("address", "is_allowed"),
    [
        ("/", True),
        ("/title/abcdefghijklm", True),
        ("/search?q=train", True),
        ("/search?q=train&page=2", False),
        ("/search?format=dvd", False),
        ("/search?page=7", False),
        ("/search?sort=title", False),
        ("/heading/name/abcdefghijklm", True),
        ("/heading/name/abcdefghijklm?format=dvd", False),
        ("/work/abcdefghijklm?page=2", True),
        ("/work/abcdefghijklm?format=dvd", False),
        ("/work/abcdefghijklm?only.format=dvd&page=2", False),
        ("/staff/work/abcdefghijklm", False),
        ("/title/abcdefghijklm?lang=ar", False),
        ("/search?q=train&lang=ar", False),
        ("/suggest?q=tr", False),
        ("/filter/subject?q=train", False),
        ("/filters", False),
        ("/wish?title=dune", False),
    ],
)
def test_robots_may_read_pages_and_plain_searches_and_nothing_narrower(
    client: Client, address: str, *, is_allowed: bool
) -> None:
    rules = re.findall(r"(Allow|Disallow): (\S+)", client.get("/robots.txt").content.decode())
    fitting = [
        (len(path), word == "Allow")
        for word, path in rules
        if re.match(re.escape(path).replace(r"\*", ".*"), address)
    ]
    assert max(fitting, default=(0, True))[1] is is_allowed


def test_an_address_too_long_to_repeat_is_not_repeated(client: Client) -> None:
    assert len(client.get("/" + "a" * 60_000).content) < 10_000


def test_what_failed_can_be_found_in_the_log_by_the_id_on_its_page(
    client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(*_asked: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("commonplace.web.pages.help.answer", fails)
    response = client.get("/help")
    assert response.status_code == 500
    assert response["X-Request-ID"] in response.content.decode()
    assert client.get("/help.json").json()["request_id"]
    assert caplog.records


def test_no_page_weighs_more_than_150_kb_and_the_first_load_stays_under_60(
    client: Client, addresses: tuple[str, ...]
) -> None:
    zipped = {"accept-encoding": "gzip"}
    sheet = len(client.get(SHEET.address, headers=zipped).content)
    script = len(client.get(SCRIPT.address).content)
    assert script < 10_000
    for address in addresses:
        assert len(client.get(address).content) < 150_000, address
        page = len(client.get(address, headers=zipped).content)
        assert page + sheet + script < 60_000, address


@pytest.mark.parametrize("address", ["/", "/search", "/branch/CEN", "/robots.txt"])
def test_only_reading_is_allowed_and_a_page_says_so(client: Client, address: str) -> None:
    response = client.post(address)
    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD")
    assert "This page can only be read" in response.content.decode()
    assert client.put("/search.json").json()["status"] == 405
    assert client.head("/").status_code == 200
