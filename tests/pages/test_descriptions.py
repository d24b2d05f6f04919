"""Staff correct a title's description: the form, what readers see of it, who may do it."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from commonplace.catalogue.corrections.models import Override
from commonplace.discovery.following import catch_up
from commonplace.ingest import mending
from tests.pages.conftest import visible_text
from tests.pages.markup import Markup
from tests.pages.small_library import SCRIPT, address
from tests.pages.staff import as_staff
from tests.pages.test_accessibility import AXE, LOOKS, violations

FILM = address("film")
DESK_OF_FILM = f"/staff{FILM}"
LIST = "/staff/descriptions"


class Nobody:
    """Whoever tidies up after a test."""

    account_id, name = "0", "test"


@pytest.fixture
def staff(client: Client) -> Iterator[Client]:
    """A member of staff at the small library, which is left as it was found."""
    yield as_staff(client)
    for each in Override.objects.filter(undone=None):
        mending.undo(each.pk, reason="the test is over", by=Nobody())
    Override.objects.all().delete()
    catch_up()


def save(client: Client, name: str, reason: str = "the cover", **entries: str) -> Any:
    sent = {"field": name, "deed": "save", "reason": reason} | entries
    return client.post(DESK_OF_FILM, sent)


def text_of(client: Client, path: str) -> str:
    return visible_text(client.get(path).content.decode())


def test_only_staff_come_to_the_descriptions(client: Client) -> None:
    for path in (DESK_OF_FILM, LIST):
        response = client.get(path)
        assert response.status_code == 302
        assert response["Location"].startswith("/sign-in?next=")
        assert client.post(path, {"field": "title_proper"}).status_code == 302
    reader = as_staff(client, "Reader", is_staff=False)
    assert reader.get(DESK_OF_FILM).status_code == 403
    assert not Override.objects.exists()


def test_a_form_from_elsewhere_is_refused(staff: Client) -> None:
    strict = Client(SERVER_NAME="localhost", enforce_csrf_checks=True)
    strict.cookies = staff.cookies
    sent = {"field": "title_proper", "deed": "save", "reason": "x", "value": "y"}
    assert strict.post(DESK_OF_FILM, sent).status_code == 403
    assert not Override.objects.exists()


def test_a_saved_correction_is_shown_to_readers_with_its_reason_and_without_a_name(
    staff: Client,
) -> None:
    response = save(staff, "title_proper", value="Last train homeward")
    assert (response.status_code, response["Location"]) == (
        303,
        f"{DESK_OF_FILM}?done=saved#f-title_proper",
    )
    said = text_of(staff, FILM)
    assert "Last train homeward" in said
    assert "corrected by the library" in said
    assert "the cover" in said
    assert "Maud" not in said
    (own,) = staff.get(f"{FILM}.json").json()["overrides"]
    assert own.keys() == {"field", "value", "record_said", "reason", "made"}
    assert (own["value"], own["record_said"]) == ("Last train homeward", "Last train home")


def test_the_paragraphs_of_a_summary_are_paragraphs_on_the_page(staff: Client) -> None:
    save(staff, "summary", value="Three winters.\r\n\r\nAnd a spring.")
    page = staff.get(FILM).content.decode()
    assert ">Three winters.</p><p" in page
    assert ">And a spring.</p>" in page


def test_the_librarians_view_shows_both_and_the_record_stays_as_it_was_loaded(
    staff: Client,
) -> None:
    before = staff.get(f"{FILM}/record/file").content
    save(staff, "title_proper", value="Last train homeward")
    said = text_of(staff, f"{FILM}/record")
    assert "Last train homeward" in said
    assert "Last train home " in said
    assert "Maud" not in said
    assert staff.get(f"{FILM}/record/file").content == before


def test_the_staff_page_says_who_and_when_and_undoing_brings_the_record_back(
    staff: Client,
) -> None:
    save(staff, "edition", value="Director's cut")
    assert "Maud" in text_of(staff, DESK_OF_FILM)
    facts = staff.get(f"{DESK_OF_FILM}.json").json()
    (edition,) = (each for each in facts["fields"] if each["field"] == "edition")
    number = edition["history"][0]["override"]
    sent = {"field": "edition", "deed": "undo", "override": str(number), "reason": ""}
    refused = staff.post(DESK_OF_FILM, sent)
    assert refused.status_code == 422
    assert "Say why" in refused.content.decode()
    assert staff.post(DESK_OF_FILM, sent | {"reason": "no"}).status_code == 303
    assert staff.get(f"{FILM}.json").json()["overrides"] == []
    assert "Undone by" in text_of(staff, DESK_OF_FILM)


def test_a_correction_of_another_title_cannot_be_undone_from_here(staff: Client) -> None:
    save(staff, "edition", value="Director's cut")
    (made,) = Override.objects.all()
    sent = {"field": "edition", "deed": "undo", "override": str(made.pk), "reason": "no"}
    assert staff.post(f"/staff{address('book')}", sent).status_code == 422
    assert Override.objects.filter(undone=None).exists()


@pytest.mark.parametrize(
    ("name", "entries", "sentence"),
    [
        ("year", {"value": "MMXI"}, "“MMXI” is not a year"),
        ("languages", {"value": "klingon"}, "“klingon” is not a MARC language code"),
        ("links", {"url-0": "javascript:alert(1)"}, "is not an address that begins with"),
        ("title_proper", {"value": "Last train home"}, "The record says so already"),
        ("audience", {"code": "teens", "youngest": "x"}, "“x” is not an age"),
    ],
)
def test_a_bad_value_is_told_in_one_sentence_and_nothing_typed_is_lost(
    staff: Client, name: str, entries: dict[str, str], sentence: str
) -> None:
    response = save(staff, name, reason="my long reason", **entries)
    assert response.status_code in {409, 422}
    page = response.content.decode()
    assert sentence in visible_text(page)
    assert "my long reason" in page
    assert all(value in page for value in entries.values())
    assert not Override.objects.exists()


def test_a_format_nobody_knows_is_refused(staff: Client) -> None:
    response = save(staff, "format", value="papyrus")
    assert response.status_code == 422
    assert "Choose one from the list." in visible_text(response.content.decode())


def test_a_reason_is_needed_and_the_value_is_kept_meanwhile(staff: Client) -> None:
    response = save(staff, "edition", reason=" ", value="Director's cut")
    assert response.status_code == 422
    assert "Director&#39;s cut" in response.content.decode()


def test_who_was_slower_sees_the_other_correction_and_keeps_what_was_typed(staff: Client) -> None:
    save(staff, "edition", value="First cut")
    response = save(staff, "edition", value="Second cut")
    page = response.content.decode()
    assert response.status_code == 409
    assert "corrected by somebody else meanwhile" in page
    assert "First cut" in page
    assert "Second cut" in page
    inputs = (tag.attributes for tag in Markup(page).all("input"))
    number = next(each["value"] for each in inputs if each.get("name") == "instead_of")
    assert save(staff, "edition", value="Second cut", instead_of=number).status_code == 303


def test_contributors_are_renamed_ordered_added_and_removed_in_one_form(staff: Client) -> None:
    sent = {
        "name-0": "Fan, Lixin", "roles-0": "director; author", "place-0": "2", "kind-0": "person",
        "name-1": "Cross, Daniel", "remove-1": "yes", "place-1": "1", "kind-1": "person",
        "name-2": "EyeSteelFilm", "kind-2": "body", "place-2": "1", "creator": "2",
        "name-3": "", "kind-3": "person",
    }  # fmt: skip
    assert save(staff, "contributors", **sent).status_code == 303
    people = staff.get(f"{FILM}.json").json()["description"]["contributors"]
    assert [(p["name"], p["roles"], p["is_creator"]) for p in people] == [
        ("EyeSteelFilm", [], True),
        ("Fan, Lixin", ["director", "author"], False),
    ]


def test_more_rows_are_offered_and_what_was_typed_stays(staff: Client) -> None:
    sent = {"field": "links", "deed": "more", "blank": "2", "url-0": "https://a.example/"}
    page = staff.post(DESK_OF_FILM, sent).content.decode()
    assert 'value="https://a.example/"' in page
    assert page.count('name="url-') == 8


def test_hostile_words_of_staff_are_shown_as_words(staff: Client) -> None:
    save(staff, "title_proper", reason=f"because {SCRIPT}", value=f"Title {SCRIPT}")
    save(staff, "summary", reason=SCRIPT, value=f"{SCRIPT}\n\n{SCRIPT}")
    number = str(Override.objects.latest("pk").pk)
    sent = {"field": "summary", "deed": "undo", "override": number, "reason": SCRIPT}
    staff.post(DESK_OF_FILM, sent)
    opened = f"{DESK_OF_FILM}?field=title_proper"
    for path in (FILM, f"{FILM}/record", DESK_OF_FILM, opened, LIST, "/search?q=title"):
        page = Markup(staff.get(path).content.decode())
        assert not page.faults, path
        assert not [tag for tag in page.tags if tag.name in {"script", "img"} and
                    "onerror" in tag.attributes], path  # fmt: skip
        assert len(page.all("script")) == 1, path  # our own


def test_the_list_shows_what_is_in_force_and_lets_go_with_one_button(staff: Client) -> None:
    assert "Nothing is corrected" in text_of(staff, LIST)
    save(staff, "edition", value="Director's cut")
    said = text_of(staff, LIST)
    assert "1 correction is in force." in said
    assert staff.get(f"{LIST}.json").json()["to_look_at"] == 0
    Override.objects.update(record_said='"An older edition"')
    said = text_of(staff, LIST)
    assert "The record was changed since it was corrected." in said
    assert staff.get("/staff.json").json()["queues"]
    sent = {"field": "edition", "deed": "let_go", "from": "list"}
    response = staff.post(DESK_OF_FILM, sent)
    assert (response.status_code, response["Location"]) == (303, f"{LIST}?done=undone")
    assert "Nothing is corrected" in text_of(staff, LIST)
    assert staff.post(DESK_OF_FILM, sent).status_code == 409


def test_a_record_that_says_the_same_by_now_is_told(staff: Client) -> None:
    save(staff, "edition", value="Director's cut")
    Override.objects.update(value='""', record_said='"An older edition"')
    assert "The record says the same by now." in text_of(staff, DESK_OF_FILM)


def test_a_field_nobody_knows_is_no_field(staff: Client) -> None:
    assert staff.get(f"{DESK_OF_FILM}?field=smell").status_code == 200
    assert staff.post(DESK_OF_FILM, {"field": "smell", "deed": "save"}).status_code == 422
    assert staff.get(f"{LIST}?page=0").status_code == 200
    assert staff.get(f"/staff/title/{'a' * 13}").status_code == 404
    assert staff.get(f"/staff{address('n40')}").status_code == 410


def test_every_form_is_well_formed_for_every_kind_of_title(staff: Client) -> None:
    names = [each["field"] for each in staff.get(f"{DESK_OF_FILM}.json").json()["fields"]]
    for number in ("film", "hostile", "arabic", "crowded", "bare", "endless"):
        for name in names:
            response = staff.get(f"/staff{address(number)}?field={name}")
            page = response.content.decode()
            assert not Markup(page).faults, (number, name)
            assert len(page) < 400_000, (number, name)
            assert response["Cache-Control"] == "private, no-store"


@pytest.fixture
def corrected(staff: Client) -> Client:
    """A member of staff, and a film with corrections, the record of one of which has changed."""
    save(staff, "edition", value="Director's cut")
    save(staff, "year", value="2010")
    Override.objects.filter(field="year").update(record_said="1999")
    return staff


@pytest.mark.parametrize("look", LOOKS, ids=lambda each: f"{each['color_scheme']}-{each['locale']}")
def test_axe_finds_nothing_on_the_pages_of_descriptions(
    corrected: Client, site: str, browser: Any, look: dict[str, Any]
) -> None:
    context = browser.new_context(**look)
    cookies = [{"name": n, "value": m.value, "url": site} for n, m in corrected.cookies.items()]
    context.add_cookies(cookies)
    page = context.new_page()
    opened = ("title_proper", "contributors", "audience", "links", "edition", "format", "summary")
    paths = [f"{DESK_OF_FILM}?field={name}" for name in opened]
    against: dict[str, Any] = {}
    for path in (FILM, f"{FILM}/record", LIST, DESK_OF_FILM, *paths):
        page.goto(site + path)
        page.evaluate(AXE)
        if found := violations(page):
            against[path] = found
        if page.evaluate("document.documentElement.scrollWidth") > look["viewport"]["width"]:
            against[f"{path} is too wide"] = True
    assert not against
