"""What a record may say and a page must never do. Promises F.81 and F.82."""

import re

import pytest
from django.test import Client

from tests.pages.markup import Markup
from tests.pages.small_library import address

WAYS = ("", "/copies", "/record")


@pytest.mark.parametrize("way", WAYS)
def test_marks_in_a_record_stay_text(client: Client, way: str) -> None:
    html = client.get(f"{address('hostile')}{way}").content.decode()
    page = Markup(html)
    assert not page.faults
    assert "<script>" not in html
    assert not [tag for tag in page.tags if "onerror" in tag.attributes]
    assert not [tag for tag in page.tags if "onload" in tag.attributes]
    assert "&lt;script&gt;" in html


def test_no_link_leads_to_anything_but_the_web_or_a_page_of_ours(
    client: Client, addresses: tuple[str, ...]
) -> None:
    for each in addresses:
        for tag in Markup(client.get(each).content.decode()).all("a"):
            href = tag.attributes["href"]
            assert re.match(r"(https?://|/(?!/)|#|mailto:|tel:)", href), (each, href)


def test_the_drawn_cover_of_a_hostile_title_is_only_a_drawing(client: Client) -> None:
    cover = client.get(f"/cover/{address('hostile')[7:]}.svg").content.decode()
    assert "<script>" not in cover
    assert "<img" not in cover
    assert " onload" not in cover.replace("&lt;svg/onload", "")


def test_a_hostile_title_among_results_stays_text(client: Client) -> None:
    html = client.get("/search", {"q": "hostile"}).content.decode()
    assert "<script>" not in html
    assert not Markup(html).faults


@pytest.mark.parametrize(
    "path",
    [
        "/title/%22%3E%3Cscript%3E", "/cover/..%2f..%2fetc%2fpasswd.svg", "/styles/..%2fx.css",
        "/branch/%3Cscript%3E", "/heading/name/{{7*7}}", "/title/{0.__class__}",
        "/shelf?at=%3Cscript%3E", "/%00", "/title/" + "a" * 5_000,
    ],
)  # fmt: skip
def test_a_path_nobody_made_is_not_found_and_not_echoed(client: Client, path: str) -> None:
    response = client.get(path)
    assert response.status_code in {400, 404}
    html = response.content.decode()
    assert "<script>" not in html
    assert not Markup(html).faults


def test_a_host_that_is_not_ours_is_refused(client: Client) -> None:
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400


def test_a_template_in_a_readers_words_stays_words(client: Client) -> None:
    html = client.get("/search", {"q": "{{7*7}} {% load %} %s %(num)s"}).content.decode()
    assert "{{7*7}} {% load %} %s %(num)s" in html
