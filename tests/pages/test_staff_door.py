"""The door of the staff pages, and the form before it."""

import re
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.hashers import ScryptPasswordHasher
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from commonplace.config.home import Home
from commonplace.patrons import accounts
from commonplace.patrons.accounts import Made
from commonplace.patrons.models import Account, Attempts, Session, SignIn
from commonplace.patrons.throttling import MOST
from commonplace.web.staff.signing import path_of_ours
from tests.pages.markup import Markup
from tests.pages.staff import as_staff

PASSWORD = "a-lamp-in-every-window"  # noqa: S105 -- opens nothing but these tests
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


@pytest.fixture(autouse=True)
def nobody_yet(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """No accounts, nobody signed in, and passwords hashed in no time."""
    assert client
    monkeypatch.setattr(ScryptPasswordHasher, "work_factor", 16)
    for table in (Account, Attempts, Session, SignIn):
        table._default_manager.all().delete()


@pytest.fixture
def maud() -> Made:
    """Maud's account, just made."""
    return accounts.add_staff("Maud", PASSWORD, issuer="Wrenfield")


def send(client: Client, made: Made, **changed: Any) -> Any:
    """The form, filled in by Maud; but for what is changed."""
    headers = changed.pop("headers", {})
    said = {"name": made.name, "password": PASSWORD, "code": made.setup.code_now(), **changed}
    return client.post("/sign-in", said, headers=headers)


def test_whoever_is_not_signed_in_is_led_to_the_form_and_back(client: Client, maud: Made) -> None:
    response = client.get("/staff?x=1")
    assert (response.status_code, response["Location"]) == (302, "/sign-in?next=%2Fstaff%3Fx%3D1")
    assert response["Cache-Control"] == "private, no-store"
    response = send(client, maud, next="/staff?x=1")
    assert (response.status_code, response["Location"]) == (303, "/staff?x=1")
    assert client.get("/staff").status_code == 200
    assert client.get("/sign-in?next=/staff.json").headers["Location"] == "/staff.json"


@pytest.mark.parametrize("address", ["/sign-in", "/sign-out", "/staff/reports", "/nowhere"])
def test_nobody_can_fill_the_disk_by_sending_files(address: str) -> None:
    stranger = Client(enforce_csrf_checks=True)
    stranger.cookies[settings.CSRF_COOKIE_NAME] = "a" * 32
    file = SimpleUploadedFile("any.bin", b"x" * 3_000_000)
    assert stranger.post(address, {"csrfmiddlewaretoken": "b", "file": file}).status_code == 413
    sent = stranger.generic("POST", address, b"", CONTENT_LENGTH="9" * 5_000)
    assert sent.status_code == 413


def test_a_page_behind_the_door_is_for_one_person_only(client: Client) -> None:
    as_staff(client)
    page, twin = client.get("/staff"), client.get("/staff.json")
    assert "Signed in as <bdi>Maud</bdi>" in page.content.decode()
    assert twin.json()["name"] == "Maud"
    for response in (page, twin):
        assert response["Cache-Control"] == "private, no-store"
        assert "ETag" not in response
        assert "Access-Control-Allow-Origin" not in response
        assert "Cookie" in response["Vary"]


def test_an_account_that_is_not_staffs_is_told_so(client: Client) -> None:
    as_staff(client, "A reader", is_staff=False)
    assert client.get("/staff").status_code == 403
    assert client.get("/staff.json").json()["status"] == 403


def test_pages_for_everyone_do_not_know_who_is_signed_in(client: Client, maud: Made) -> None:
    before = client.get("/help")
    send(client, maud)
    after = client.get("/help")
    assert after.content == before.content
    assert after["Cache-Control"] == before["Cache-Control"]
    assert not after.cookies


def test_which_of_the_three_was_wrong_cannot_be_told(client: Client, maud: Made) -> None:
    wrong = (
        {"name": "Nobody"},
        {"password": "a-lamp-in-no-window"},
        {"code": "12"},
        {"code": "1234-1234-1234"},
        {"code": ""},
        {"password": ""},
    )
    said = set()
    for changed in wrong:
        response = send(client, maud, **changed)
        page = TOKEN.sub("", response.content.decode()).replace("Nobody", "Maud")
        said.add((response.status_code, page))
        assert "session" not in response.cookies
    ((status, page),) = said
    assert status == 403
    assert "This name, password and code do not go together." in page


def test_what_was_typed_comes_back_harmless_and_without_the_password(
    client: Client, maud: Made
) -> None:
    hostile = '"><script>alert(1)</script>'
    page = send(client, maud, name=hostile, next=hostile).content.decode()
    assert "<script>alert" not in page
    assert PASSWORD not in page
    (name,) = [each for each in Markup(page).all("input") if each.attributes.get("id") == "name"]
    assert name.attributes["value"] == hostile


def test_signing_in_changes_the_session_and_the_token_and_signing_out_ends_them(
    client: Client, maud: Made
) -> None:
    as_staff(client, "Somebody else")
    planted = client.cookies["session"].value
    client.get("/staff")
    token = client.cookies["form"].value
    send(client, maud)
    kept = client.cookies["session"].value
    assert kept != planted
    assert client.cookies["form"].value != token
    client.cookies["session"] = planted
    assert client.get("/staff").status_code == 302
    client.cookies["session"] = kept
    assert client.get("/sign-out").status_code == 405
    assert client.get("/staff").status_code == 200
    assert client.post("/sign-out").headers["Location"] == "/sign-in?left"
    assert "You have signed out." in client.get("/sign-in?left").content.decode()
    client.cookies["session"] = kept
    assert client.get("/staff").status_code == 302


def test_a_session_that_was_made_up_opens_nothing_and_is_not_kept(
    client: Client, maud: Made
) -> None:
    client.cookies["session"] = "a" * 32
    assert client.get("/staff").status_code == 302
    send(client, maud)
    assert client.cookies["session"].value != "a" * 32


def test_cookies_are_out_of_reach_of_scripts_and_other_sites(client: Client, maud: Made) -> None:
    for response in (client.get("/sign-in"), send(client, maud)):
        for cookie in response.cookies.values():
            assert cookie["httponly"]
            assert cookie["samesite"] == "Lax"
            assert not cookie["max-age"]
            assert cookie["path"] == "/"
            assert not cookie["domain"]


def test_a_form_from_elsewhere_changes_nothing(client: Client, maud: Made) -> None:
    strict = Client(enforce_csrf_checks=True, SERVER_NAME="localhost")
    refused = send(strict, maud)
    assert refused.status_code == 403
    assert "This form has expired" in refused.content.decode()
    token = TOKEN.search(strict.get("/sign-in").content.decode())
    assert token is not None
    mark = {"csrfmiddlewaretoken": token[1]}
    foreign = send(strict, maud, **mark, headers={"origin": "https://elsewhere.example"})
    assert foreign.status_code == 403
    assert send(strict, maud, **mark).status_code == 303
    assert strict.post("/sign-out").status_code == 403
    assert strict.post("/help").status_code == 405
    assert client.get("/staff").status_code == 302


@pytest.mark.parametrize(
    "elsewhere",
    [
        "//evil.example",
        "///evil.example",
        "https:evil.example",
        "https://evil.example",
        "javascript:alert(1)",
        "/\\evil.example",
        "\\\\evil.example",
        "/\tevil",
        "/\r\nSet-Cookie: a=b",
        " //evil.example",
        "\u202e/staff",
        "/" + "a" * 3_000,
        "/sign-in",
        "",
    ],
)
def test_after_signing_in_one_is_led_to_a_path_of_ours_only(elsewhere: str) -> None:
    assert path_of_ours(elsewhere) == "/staff"


@given(st.text(max_size=60), st.sampled_from(["", "/", "//", "/\\", "https://", "/staff?"]))
def test_no_text_leads_elsewhere(text: str, beginning: str) -> None:
    path = path_of_ours(beginning + text)
    assert path.startswith("/")
    assert not path.startswith(("//", "/\\"))
    assert path.isprintable()


def test_too_many_attempts_are_told_to_wait_even_with_the_right_words(
    client: Client, maud: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(MOST, "name here", 2)
    for _ in range(2):
        assert send(client, maud, code="0").status_code == 403
    response = send(client, maud)
    assert response.status_code == 429
    assert 0 < int(response["Retry-After"]) <= 901
    assert "There were too many attempts to sign in. Try again in " in response.content.decode()
    unknown = send(client, maud, name="Nobody")
    assert unknown.status_code == 403
    elsewhere = {"x-forwarded-for": "203.0.113.9, 198.51.100.7"}
    assert send(client, maud, headers=elsewhere).status_code == 303


def test_only_a_proxy_on_this_machine_says_where_somebody_is(
    client: Client, maud: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(MOST, "name here", 1)
    away = Client(SERVER_NAME="localhost", REMOTE_ADDR="203.0.113.5")
    assert client
    statuses = [
        send(away, maud, code="0", headers={"x-forwarded-for": f"198.51.{n}.7"}).status_code
        for n in range(2)
    ]
    assert statuses == [403, 429]


def test_neither_the_address_nor_the_browser_of_a_person_is_stored(
    client: Client, maud: Made, small_library: Home
) -> None:
    away = Client(SERVER_NAME="localhost", REMOTE_ADDR="203.0.113.5")
    seen = {"user-agent": "A-browser-of-note/7", "referer": "http://localhost/search?q=secret+wish"}
    send(away, maud, code="0", headers=seen)
    send(away, maud, name="Maud-with-a-typo", headers=seen)
    send(away, maud, headers=seen)
    away.get("/staff", headers=seen)
    stored = b"".join(path.read_bytes() for path in small_library.path.glob("precious.sqlite3*"))
    for each in (b"203.0.113", b"A-browser-of-note", b"secret", b"Maud-with-a-typo"):
        assert each not in stored
    assert client


def test_the_desk_says_when_somebody_else_tried(client: Client, maud: Made) -> None:
    codes = iter(maud.setup.recovery_codes)
    send(client, maud, code=next(codes))
    assert "This is your first visit." in client.get("/staff").content.decode()
    client.post("/sign-out")
    for _ in range(2):
        send(client, maud, code="0")
    send(client, maud, code=next(codes))
    page = client.get("/staff").content.decode()
    assert "Your visit before this one began at " in page
    assert "somebody failed 2 times to sign in with your name" in page


def test_the_form_has_a_twin_and_takes_only_what_a_form_is_for(client: Client) -> None:
    assert client.get("/sign-in.json").json()["fields"] == ["name", "password", "code"]
    response = client.put("/sign-in")
    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD, POST")
    assert not Markup(client.get("/sign-in").content.decode()).faults
