"""The receipt: whoever has its code sees what became of a report, and nobody else does."""

import logging
import re

import pytest
from django.test import Client

from commonplace.catalogue.corrections.models import Report
from commonplace.catalogue.letters.codes import LENGTH, LETTERS, grouped, read_code
from commonplace.web.requests import WithRequest
from tests.pages.conftest import visible_text
from tests.pages.markup import Markup
from tests.pages.saying import EMMA, sent, the_trouble
from tests.pages.small_library import SCRIPT

pytestmark = pytest.mark.usefixtures("no_reports")


@pytest.mark.usefixtures("read_slowly")
def test_a_report_leads_to_its_receipt_and_loading_that_again_sends_nothing(client: Client) -> None:
    response = sent(client, kind="name", words="It is Austen")
    assert response.status_code == 303
    assert re.fullmatch(r"/receipt/(\w{4}-){2}\w{4}\?sent", response["Location"])
    for _ in range(2):
        page = client.get(response["Location"])
        assert page.status_code == 200
        assert "It is Austen" in page.content.decode()
    assert Report.objects.count() == 1
    assert not client.cookies


def test_the_code_does_not_get_into_the_log_when_its_page_fails() -> None:
    path = "/receipt/BCDF-GHJK-LMNP.json"
    line = logging.LogRecord("django.request", 40, "", 0, "%s: %s", ("Unavailable", path), None)
    assert WithRequest().filter(line)
    assert line.getMessage() == "Unavailable: /receipt/…"


@pytest.mark.usefixtures("read_slowly")
def test_the_receipt_is_kept_by_nobody_and_tells_no_one_its_address(client: Client) -> None:
    page = client.get(sent(client, kind="cover")["Location"])
    assert page["Cache-Control"] == "no-store"
    assert page["Referrer-Policy"] == "no-referrer"
    assert "noindex" in page["X-Robots-Tag"]
    assert not page.cookies
    twin = page.request["PATH_INFO"] + ".json"
    for path in (twin, f"{EMMA}/wrong.json"):
        assert "Access-Control-Allow-Origin" not in client.get(path)


@pytest.mark.usefixtures("read_slowly")
def test_the_code_is_shown_once_and_read_however_it_is_typed(client: Client) -> None:
    location = sent(client, kind="cover")["Location"]
    code = location.removeprefix("/receipt/").removesuffix("?sent")
    assert len(re.findall(code, visible_text(client.get(location).content.decode()))) == 2
    later = client.get(f"/receipt/{code}").content.decode()
    assert code not in visible_text(later)
    for typed in (code.lower(), code.replace("-", " "), f" {code.replace('-', '')} "):
        response = client.post("/receipt", {"code": typed})
        assert (response.status_code, response["Location"]) == (303, f"/receipt/{code}")


@pytest.mark.parametrize("typed", ["", "x", "BCDF", SCRIPT, "\x00", "٣" * 12, "a" * 500_000])
def test_a_code_that_is_none_is_said_to_be_none(client: Client, typed: str) -> None:
    response = client.post("/receipt", {"code": typed})
    assert response.status_code in {303, 413, 422}
    if response.status_code == 303:
        response = client.get(response["Location"])
        assert response.status_code == 404
    assert "<script>" not in response.content.decode()
    assert not Markup(response.content.decode()).faults


def test_a_code_that_nobody_was_given_is_not_found(client: Client) -> None:
    response = client.get("/receipt/BCDF-GHJK-LMNP")
    assert response.status_code == 404
    assert "letter by letter" in the_trouble(response)
    assert client.get("/receipt/BCDF-GHJK-LMNP.json").json()["trouble"]


def test_codes_have_no_letter_that_looks_or_sounds_like_a_figure() -> None:
    assert not set(LETTERS) & set("AEIOU01258")
    assert len(LETTERS) ** LENGTH > 2**56
    assert read_code(grouped("BCDFGHJKLMNP")) == "BCDFGHJKLMNP"
    assert read_code("1258 FGHJ KLMN") == "LZSBFGHJKLMN"


@pytest.mark.usefixtures("read_slowly")
@pytest.mark.parametrize(
    ("words", "is_warned"),
    [
        ("Ring 01632 960110", True),
        ("my card is 2 1234 00012345 6", True),
        ("write to ruth@a.example", True),
        ("اتصل ٠١٦٣٢٩٦٠١١٠", True),
        ("ISBN 978-0-306-40615-7 of 1998-2005, seen on 2026-11-23", False),
        ("It is volume 12 of 40", False),
    ],
)
def test_who_leaves_a_number_or_an_address_is_told_that_nobody_writes(
    client: Client, words: str, *, is_warned: bool
) -> None:
    page = client.get(sent(client, kind="other", words=words)["Location"]).content.decode()
    assert ("Nobody will write or ring" in page) is is_warned
    assert Report.objects.get().words == words
