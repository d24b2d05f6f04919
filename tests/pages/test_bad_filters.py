"""Addresses no form of ours makes: years that are none, pages too far, values without end."""

import time
from urllib.parse import quote

import pytest
from django.test import Client

from tests.pages.conftest import visible_text

NUMBERS = ("abc", "-1", "99999999999999999999", "1e309", "٣", "1.5", "0x10", "\x00", "1;DROP")
FILTERS = (
    "available", "branch", "format", "language", "audience", "age", "kind", "genre", "subject",
    "author", "series", "year", "rating", "notice", "added", "class",
)  # fmt: skip


def followed(client: Client, address: str) -> tuple[int, str, float]:
    """The status, the text and the processor's time of what an address leads to in the end."""
    began = time.process_time()
    response = client.get(address, follow=True)
    return response.status_code, response.content.decode(), time.process_time() - began


@pytest.mark.parametrize("name", ["year", "from", "to", "page", "age", "added", "rating"])
def test_a_number_that_is_none_is_left_out_or_put_right(client: Client, name: str) -> None:
    for value in NUMBERS:
        status, html, _ = followed(client, f"/search?q=train&{name}={quote(value)}")
        assert status == 200, value
        assert "<main" in html


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("year=2005-1990", "/search?year=1990-2005"),
        ("from=2005&to=1990", "/search?year=1990-2005"),
        ("year=1990", "/search?year=1990-1990"),
        ("from=99999999999999999999", "/search?year=9999-"),
        ("to=0", "/search?year=-1"),
        ("page=-5", "/search"),
        ("page=0", "/search"),
        ("page=1000000000", "/search?page=50"),
        ("page=99999999999999999999999999", "/search?page=50"),
        ("added=7&added=365", "/search?added=7"),
        ("format=dvd&format=book&format=dvd", "/search?format=book&format=dvd"),
        ("available=online&available=now", "/search?available=now&available=online"),
    ],
)
def test_what_can_be_put_right_is_redirected_to_its_one_address(
    client: Client, given: str, address: str
) -> None:
    moved = client.get(f"/search?{given}")
    assert (moved.status_code, moved.headers["Location"]) == (301, address)


@pytest.mark.parametrize("name", FILTERS)
def test_a_value_nobody_has_finds_nothing_or_is_left_out_in_words(
    client: Client, name: str
) -> None:
    value = "no such value \u202e<blink>"
    facts = client.get(f"/search.json?{name}={quote(value)}", follow=True).json()
    assert facts["total_titles"] == 0 or facts["left_out"], name
    if name not in {"available", "year", "age", "added", "rating"}:
        without = client.get(f"/search.json?not.{name}={quote(value)}", follow=True).json()
        assert without["total_titles"] > 0, name
    page = client.get(f"/search?{name}={quote(value)}", follow=True).content.decode()
    assert "<blink>" not in page
    assert "\u202e" not in page


@pytest.mark.parametrize("name", FILTERS)
def test_a_thousand_values_or_one_of_five_million_letters_cost_next_to_nothing(
    client: Client, name: str
) -> None:
    for given in (
        "&".join(f"{name}={n}" for n in range(1_000)),
        f"{name}={'x' * 5_000_000}",
        f"not.{name}={'%E5%BD%92' * 100_000}",
        "&".join(f"{name}=x" for _ in range(1_000)),
    ):
        status, _html, spent = followed(client, f"/search?q=train&{given}")
        assert status in {200, 400, 414}
        assert spent < 2, "a safeguard against anything but linear time"


def test_a_page_behind_the_last_says_so_and_leads_back(client: Client) -> None:
    said = visible_text(client.get("/search?q=train&page=50").content.decode())
    assert "There are not that many pages" in said
    assert "Go to the last one" in said


def test_nobody_believes_that_notices_were_heeded_while_there_are_none(client: Client) -> None:
    chosen = client.get("/search.json?q=train&notice=violence").json()
    assert chosen["total_titles"] == 0
    assert "no notices here yet" in chosen["left_out"][0]
    everything = client.get("/search.json?q=train").json()["total_titles"]
    without = client.get("/search.json?q=train&not.notice=violence:graphic").json()
    assert without["total_titles"] == everything
    assert "nothing could be left out" in without["left_out"][0]
    for address in ("/filter/notice", "/search?q=notice%3Aviolence", "/filter/notice?notice=x"):
        assert client.get(address).status_code == 200
