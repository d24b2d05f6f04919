"""Something wrong here? A reader says so, without an account, and learns what became of it."""

import re
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.conf import settings
from django.db import OperationalError, connections
from django.test import Client
from markupsafe import escape

from commonplace.catalogue.corrections.models import Kind, Report, State
from commonplace.catalogue.corrections.reports import MOST_OPEN_ON_A_TITLE
from commonplace.web.reporting import form
from commonplace.web.reporting.form import MOST_BODY, QUICKEST
from tests.pages.markup import Markup
from tests.pages.saying import EMMA, sent, the_form, the_trouble
from tests.pages.small_library import SCRIPT, address

pytestmark = pytest.mark.usefixtures("no_reports")


@pytest.mark.usefixtures("read_slowly")
def test_the_same_form_sent_by_many_hands_at_once_is_one_report(client: Client) -> None:
    filled = the_form(client) | {"kind": "name", "words": "at once"}

    def send(_turn: int) -> str:
        try:
            response = Client(SERVER_NAME="localhost").post(f"{EMMA}/wrong", filled)
            return str(response["Location"])
        finally:
            connections.close_all()

    with ThreadPoolExecutor(6) as threads:
        assert len(set(threads.map(send, range(12)))) == 1
    assert Report.objects.count() == 1


@pytest.mark.usefixtures("read_slowly")
@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"kind": "", "words": "Kept “so” <b>"}, "Choose what is wrong"),
        ({"kind": "nonsense", "words": "Kept"}, "Choose what is wrong"),
        ({"kind": "other", "words": ""}, "Say in a few words"),
        ({"kind": "other", "words": "\u202e"}, "Say in a few words"),
        ({"kind": "name", "words": "書" * 1_001}, "You wrote 1,001 characters"),
        ({"kind": "name", "words": "Kept", "website": "https://a.example"}, "stay empty"),
    ],
)
def test_a_refused_form_comes_back_as_it_was_filled_in(
    client: Client, given: dict[str, str], sentence: str
) -> None:
    response = sent(client, **given)
    assert response.status_code == 422
    assert sentence in the_trouble(response)
    page = Markup(response.content.decode())
    assert not page.faults
    assert str(escape(given["words"])) in response.content.decode()
    chosen = [each for each in page.all("input") if "checked" in each.attributes]
    assert [each.attributes["value"] for each in chosen] == [
        kind for kind in Kind if kind == given["kind"]
    ]
    assert not Report.objects.exists()


@pytest.mark.usefixtures("read_slowly")
def test_a_thousand_characters_of_any_script_are_taken(client: Client) -> None:
    for words in ("書" * 1_000, "😀" * 1_000, "a\r\n" * 500):
        assert sent(client, kind="name", words=words).status_code == 303


def test_a_form_sent_quicker_than_it_can_be_read_comes_back_and_may_be_sent_again(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    response = sent(client, kind="name", words="in haste")
    assert response.status_code == 422
    assert "quicker" in the_trouble(response)
    assert "in haste" in response.content.decode()
    again = re.findall(r'name="form" value="([^"]+)"', response.content.decode())[0]
    later = time.time() + QUICKEST
    monkeypatch.setattr(form.time, "time", lambda: later)  # type: ignore[attr-defined]  # a clock
    filled = {"form": again, "kind": "name", "words": "in haste"}
    assert client.post(f"{EMMA}/wrong", filled).status_code == 303


@pytest.mark.usefixtures("read_slowly")
@pytest.mark.parametrize("seal", ["", "nonsense", "a.1:b", "\x00", "a" * 100_000])
def test_a_form_that_is_not_ours_comes_back_filled_and_sound(client: Client, seal: str) -> None:
    response = sent(client, kind="name", words="keep me", form=seal)
    assert response.status_code == 403
    assert "look it over" in the_trouble(response)
    again = re.findall(r'name="form" value="([^"]+)"', response.content.decode())[0]
    filled = {"form": again, "kind": "name", "words": "keep me"}
    assert client.post(f"{EMMA}/wrong", filled).status_code == 303


@pytest.mark.usefixtures("read_slowly")
def test_the_form_of_one_title_is_not_the_form_of_another(client: Client) -> None:
    filled = the_form(client, address("film")) | {"kind": "name"}
    assert client.post(f"{EMMA}/wrong", filled).status_code == 403


@pytest.mark.usefixtures("read_slowly")
@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"origin": "https://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"sec-fetch-site": "same-origin", "origin": "http://localhost"}, 303),
        ({"origin": "http://localhost"}, 303),
        ({}, 303),
    ],
)
def test_only_a_page_of_ours_can_send_it(
    client: Client, headers: dict[str, str], status: int
) -> None:
    filled = the_form(client) | {"kind": "name", "words": "kept"}
    response = client.post(f"{EMMA}/wrong", filled, headers=headers)
    assert response.status_code == status
    assert status == 303 or "kept" in response.content.decode()


@pytest.mark.usefixtures("read_slowly")
def test_words_are_text_wherever_they_are_shown(client: Client) -> None:
    words = f"{SCRIPT} \u202etxt {{{{7*7}}}} %(num)s \x00"
    page = client.get(sent(client, kind="other", words=words)["Location"]).content.decode()
    assert "<script>" not in page
    assert "\u202e" not in page
    assert "{{7*7}} %(num)s" in page
    assert not Markup(page).faults


@pytest.mark.parametrize("length", [MOST_BODY, 1_000_000])
def test_a_megabyte_is_not_read(client: Client, length: int) -> None:
    for path in (f"{EMMA}/wrong", "/receipt"):
        response = client.post(path, {"words": "a" * length})
        assert response.status_code == 413
        assert len(response.content) < 10_000


@pytest.mark.usefixtures("read_slowly")
def test_as_much_as_a_page_bears_comes_back(client: Client) -> None:
    response = sent(client, kind="name", words="<" * 60_000)
    assert response.status_code == 422
    assert len(response.content) < 150_000
    assert "Only the beginning" in response.content.decode()


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        ("text/plain", 403),
        ("application/json", 403),
        ("x; charset=hex", 403),
        ("application/x-www-form-urlencoded", 403),
        ("application/x-www-form-urlencoded; charset=utf-16", 403),
        ("multipart/form-data", 400),
        ("multipart/form-data; boundary=x; charset=idna", 403),
    ],
)
def test_what_is_no_form_of_ours_is_no_report(client: Client, kind: str, status: int) -> None:
    response = client.generic("POST", f"{EMMA}/wrong", b"kind=\xff\x00{]&%ff=%00", kind)
    assert response.status_code == status


@pytest.mark.usefixtures("read_slowly")
def test_a_title_that_has_been_reported_enough_says_so_and_keeps_the_words(client: Client) -> None:
    for number in range(MOST_OPEN_ON_A_TITLE):
        assert sent(client, kind="name", words=str(number)).status_code == 303
    response = sent(client, kind="name", words="one more")
    assert response.status_code == 429
    assert "Several people" in the_trouble(response)
    assert "one more" in response.content.decode()
    assert sent(client, address("film"), kind="name").status_code == 303


@pytest.mark.usefixtures("read_slowly")
def test_a_flood_is_stopped_for_everybody_and_says_when_to_come_back(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("commonplace.catalogue.corrections.reports.MOST_AN_HOUR", 1)
    sent(client, kind="name")
    response = sent(client, address("film"), kind="cover", words="kept")
    assert (response.status_code, response["Retry-After"]) == (429, "3600")
    assert "kept" in response.content.decode()


@pytest.mark.usefixtures("read_slowly")
def test_a_busy_catalogue_keeps_the_words_in_the_form(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_given: object) -> str:
        raise OperationalError("database is locked")

    monkeypatch.setattr("commonplace.web.reporting.wrong.send", locked)
    response = sent(client, kind="name", words="kept")
    assert (response.status_code, response["Retry-After"]) == (503, "30")
    assert "kept" in response.content.decode()


@pytest.mark.usefixtures("read_slowly")
def test_one_says_which_edition_and_which_link_and_nothing_that_is_not_there(
    client: Client,
) -> None:
    other = client.get(f"{EMMA}/wrong.json").json()["editions"][3]
    sent(client, kind="merged", edition=other)
    sent(client, kind="merged", edition="aaaaaaaaaaaaa", words="no such edition")
    film = address("film")
    sent(client, film, kind="link", link="https://films.example/last")
    sent(client, film, kind="link", link="https://evil.example/", words="no such link")
    sent(client, film, kind="name", link="https://films.example/last")
    said = set(Report.objects.values_list("kind", "edition", "link"))
    assert said == {
        ("merged", other, ""),
        ("merged", "", ""),
        ("link", "", "https://films.example/last"),
        ("link", "", ""),
        ("name", "", ""),
    }


def test_a_lone_title_without_links_offers_neither(client: Client) -> None:
    facts = client.get(f"{address('bare')}/wrong.json").json()
    kinds = {each["kind"] for each in facts["kinds"]}
    assert kinds == set(Kind) - {Kind.MERGED, Kind.LINK}
    assert (facts["editions"], facts["links"]) == ([], [])


def test_the_title_and_the_work_lead_to_the_form_and_the_form_knows_why(client: Client) -> None:
    assert f'href="{EMMA}/wrong"' in client.get(EMMA).content.decode()
    work = client.get(f"{EMMA}.json").json()["work_id"]
    links = Markup(client.get(f"/work/{work}").content.decode()).all("a")
    found = [each.attributes["href"] for each in links if "/wrong" in each.attributes["href"]]
    page = Markup(client.get(found[0]).content.decode())
    chosen = [each for each in page.all("input") if "checked" in each.attributes]
    assert [each.attributes["value"] for each in chosen] == [Kind.MERGED]


def test_a_withdrawn_title_takes_no_reports(client: Client) -> None:
    assert client.get(f"{address('n40')}/wrong").status_code == 410
    assert client.post(f"{address('n40')}/wrong", {"kind": "name"}).status_code == 410


@pytest.mark.usefixtures("read_slowly")
def test_what_is_stored_says_nothing_of_who_sent_it(client: Client) -> None:
    headers = {"user-agent": "A browser/7.3", "referer": "http://localhost/search?q=secret"}
    filled = the_form(client) | {"kind": "name", "words": "w"}
    client.post(f"{EMMA}/wrong", filled, headers=headers, REMOTE_ADDR="192.0.2.77")
    stored = str(Report.objects.values().get())
    assert not re.search(r"192\.0\.2|browser|secret", stored)
    assert set(Report.objects.values().get()) == {
        "id", "title_id", "anchor_id", "kind", "words", "edition", "link", "language", "receipt",
        "made", "state", "version", "closed", "erased",
    }  # fmt: skip


@pytest.mark.usefixtures("read_slowly")
def test_the_form_works_for_programs_too(client: Client) -> None:
    facts = client.get(f"{EMMA}/wrong.json").json()
    filled = {"form": facts["form"], "kind": "name", "words": "w"}
    response = client.post(f"{EMMA}/wrong.json", filled)
    receipt = client.get(response["Location"]).json()
    assert (receipt["state"], receipt["words"]) == (State.OPEN, "w")
    assert client.post(f"{EMMA}/wrong.json", {"form": facts["form"]}).json()["refused"]


def test_the_form_only_takes_what_a_form_sends(client: Client) -> None:
    response = client.put(f"{EMMA}/wrong")
    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD, POST")


def test_a_reader_says_what_is_wrong_with_the_keyboard_and_no_script(
    site: str, browser: Any
) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(site + EMMA)
    page.get_by_role("link", name="Something wrong here?").click()
    page.get_by_label("A name is wrong").focus()
    page.keyboard.press("Space")
    page.get_by_label("In your words").fill("It is Austen")
    page.wait_for_timeout(QUICKEST * 1_000)
    page.get_by_role("button", name="Send").press("Enter")
    assert page.get_by_role("heading", level=1).inner_text().startswith("Thank you")
    code = page.locator(".code").inner_text()
    page.goto(f"{site}/receipt")
    page.get_by_label("Your code").fill(code.lower())
    page.get_by_role("button", name="Look").click()
    assert page.get_by_text("Waiting to be looked at").count() == 1
    assert settings.LIBRARY.name in page.title()
