"""Staff read what readers say is wrong and answer it; nobody answers over somebody else."""

import re
from typing import Any

import pytest
from django.test import Client

from commonplace.catalogue.corrections.models import Kind, Report, ReportAnswer, State
from commonplace.catalogue.corrections.reports import Said, receipt, send
from commonplace.web.staff.desk import DESKS
from tests.pages.conftest import visible_text
from tests.pages.markup import Markup
from tests.pages.small_library import SCRIPT, address
from tests.pages.staff import as_staff
from tests.pages.test_accessibility import AXE, LOOKS, violations

FILM, BOOK, ARABIC = (address(number)[7:] for number in ("film", "book", "arabic"))
QUEUE = "/staff/reports"


@pytest.fixture
def staff(client: Client, no_reports: None) -> Client:
    """Maud, signed in, and no report left over before or after."""
    assert no_reports is None
    return as_staff(client)


def told(title_id: str = FILM, kind: Kind = Kind.NAME, words: str = "", form: str = "a") -> str:
    return send(Said(title_id, kind, words), form)


def matter(title_id: str = FILM, kind: Kind = Kind.NAME) -> str:
    return f"{QUEUE}/{title_id}/{kind.value}"


def ticked(client: Client, path: str) -> list[str]:
    """The reports that are ticked when the matter is opened."""
    page = Markup(client.get(path).content.decode())
    boxes = [each.attributes for each in page.all("input") if "checked" in each.attributes]
    return [each["value"] for each in boxes if each["name"] == "letter"]


def answered(client: Client, path: str, reports: list[str], **given: str) -> Any:
    said = {"state": "mended", "sentence": "It is put right."} | given
    return client.post(path, {"letter": reports, **said})


@pytest.mark.parametrize("path", [QUEUE, matter(), f"{QUEUE}.json", f"{matter()}.json"])
def test_the_queue_is_for_staff_alone(client: Client, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 302
    assert response["Location"].startswith("/sign-in?next=")
    assert client.post(path, {"state": "mended"}).status_code in {302, 405}
    assert as_staff(client, "Someone", is_staff=False).get(path).status_code == 403


def test_the_desk_counts_what_waits(staff: Client) -> None:
    told()
    told(form="b")
    told(BOOK, Kind.COVER)
    waiting = {desk.address: desk.waiting() for desk in DESKS if desk.waiting}
    assert waiting[QUEUE] == 3
    assert QUEUE in staff.get("/staff").content.decode()


def test_the_queue_lists_matters_and_is_filtered_by_state_and_kind(staff: Client) -> None:
    told()
    told(form="b")
    told(BOOK, Kind.COVER)
    told(ARABIC, Kind.OTHER, "x")
    answered(staff, matter(ARABIC, Kind.OTHER), ticked(staff, matter(ARABIC, Kind.OTHER)))

    def listed(query: str) -> list[tuple[str, int]]:
        matters = staff.get(f"{QUEUE}.json?{query}").json()["matters"]
        return [(each["title_id"], each["reports"]) for each in matters]

    assert listed("") == [(FILM, 2), (BOOK, 1)]
    assert listed("kind=cover") == [(BOOK, 1)]
    assert listed("state=mended") == [(ARABIC, 1)]
    assert listed("state=all") == [(FILM, 2), (BOOK, 1), (ARABIC, 1)]
    assert listed("state=nonsense&kind=nonsense&after=nonsense") == listed("")
    assert listed("state=left") == []


def test_a_long_queue_is_read_page_by_page(staff: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("commonplace.web.staff.reports.MATTERS_A_PAGE", 3)
    for kind in Kind:
        told(kind=kind, words="x")
    path, seen = QUEUE, []
    while path:
        page = staff.get(path).content.decode()
        seen += re.findall(rf'href="{QUEUE}/{FILM}/(\w+)"', page)
        more = re.search(r'href="([^"]+after=[^"]+)"', page)
        path = more[1].replace("&amp;", "&") if more else ""
    assert sorted(seen) == sorted(Kind)


def test_a_matter_shows_the_words_the_record_and_where_it_is_put_right(staff: Client) -> None:
    told(words=f"It is {SCRIPT}\u202e")
    page = staff.get(matter()).content.decode()
    assert "<script>" not in page
    assert "\u202e" not in page
    assert "It is &#34;&gt;&lt;script&gt;" in page
    assert "Zeitgeist Films" in page
    assert f'href="/staff/title/{FILM}"' in page
    assert re.search(r'href="/staff/work/\w{13}"', page)
    assert not Markup(page).faults
    assert staff.get(matter(BOOK)).status_code == 404
    assert staff.get(f"{QUEUE}/{FILM}/nonsense").status_code == 404


def test_several_reports_are_answered_at_once_and_every_reader_sees_the_sentence(
    staff: Client,
) -> None:
    codes = [told(form=form) for form in "abc"]
    chosen = ticked(staff, matter())
    assert len(chosen) == 3
    response = answered(staff, matter(), chosen[1:])
    assert response.status_code == 303
    assert "2 reports were answered" in visible_text(
        staff.get(response["Location"]).content.decode()
    )
    told_back = [receipt(code) for code in codes]
    assert [each.state for each in told_back if each] == [State.MENDED, State.MENDED, State.OPEN]
    reader = Client(SERVER_NAME="localhost").get(f"/receipt/{codes[0]}").content.decode()
    assert "It is put right." in reader
    assert "Maud" not in reader
    assert "Maud" in staff.get(matter()).content.decode()


def test_whoever_answers_second_is_told_keeps_the_sentence_and_may_send_it_again(
    staff: Client,
) -> None:
    told()
    before = ticked(staff, matter())
    answered(staff, matter(), before, state="looking", sentence="I look.")
    late = answered(staff, matter(), before, sentence="Mine & mine")
    page = late.content.decode()
    assert late.status_code == 409
    assert "Somebody answered" in page
    assert "Mine &amp; mine" in page
    assert "I look." in page
    assert ReportAnswer.objects.count() == 1
    again = re.findall(r'name="letter"[^>]* value="([\d.]+)" checked', page)
    assert answered(staff, matter(), again, sentence="Mine").status_code == 303


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"state": ""}, "Choose what becomes"),
        ({"state": "nonsense"}, "Choose what becomes"),
        ({"sentence": " \x00"}, "Write a sentence"),
        ({"sentence": "y" * 1_001}, "room for 1,000"),
    ],
)
def test_an_answer_that_cannot_be_given_comes_back(
    staff: Client, given: dict[str, str], sentence: str
) -> None:
    told()
    response = answered(staff, matter(), ticked(staff, matter()), **given)
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert ticked(staff, matter()) == ticked(staff, matter())
    assert not ReportAnswer.objects.exists()


@pytest.mark.parametrize("value", ["", "x", "1", "1.x", "9999999.0", "9" * 40 + ".0", "-1.0"])
def test_only_reports_of_this_matter_are_answered(staff: Client, value: str) -> None:
    told()
    told(BOOK)
    other = ticked(staff, matter(BOOK))
    response = answered(staff, matter(), [value, *other])
    assert response.status_code == 422
    assert "Tick what you answer" in response.content.decode()
    assert not ReportAnswer.objects.exists()


def test_an_answered_report_is_opened_again_with_its_history(staff: Client) -> None:
    code = told()
    first = ticked(staff, matter())
    answered(staff, matter(), first)
    assert ticked(staff, matter()) == []
    number = first[0].partition(".")[0]
    answered(staff, matter(), [f"{number}.1"], state="open", sentence="It came back.")
    again = receipt(code)
    assert again is not None
    assert [each.state for each in again.replies] == [State.MENDED, State.OPEN]
    assert staff.get(f"{matter()}.json").json()["reports"][0]["history"][1]["by"] == "Maud"


def test_a_form_from_another_page_answers_nothing(staff: Client) -> None:
    told()
    chosen = ticked(staff, matter())
    strict = as_staff(Client(enforce_csrf_checks=True, SERVER_NAME="localhost"))
    assert answered(strict, matter(), chosen).status_code == 403
    assert not ReportAnswer.objects.exists()


def test_pages_for_staff_are_kept_by_nobody(staff: Client) -> None:
    told()
    for path in (QUEUE, matter(), f"{QUEUE}.json", f"{matter()}.json"):
        response = staff.get(path)
        assert response["Cache-Control"] == "private, no-store"
        assert "Access-Control-Allow-Origin" not in response


def test_a_matter_outlives_its_title(staff: Client) -> None:
    told()
    gone = address("n40")[7:]
    Report.objects.update(title_id=gone)
    assert "A withdrawn title" in staff.get(QUEUE).content.decode()
    page = staff.get(matter(gone)).content.decode()
    assert "no longer in the catalogue" in page
    assert answered(staff, matter(gone), ticked(staff, matter(gone))).status_code == 303


@pytest.fixture
def at_work(staff: Client) -> tuple[str, ...]:
    """Pages of the queue, a matter and receipts with something on them."""
    told(words="A" * 900)
    told(words=f"الكلمات {SCRIPT}", form="b")
    answered(staff, matter(), ticked(staff, matter())[:1])
    code = told(ARABIC, Kind.OTHER, "Ring 01632 960110")
    return (QUEUE, f"{QUEUE}?state=left", matter(), f"/receipt/{code}?sent", "/receipt/X")


@pytest.mark.parametrize("look", LOOKS, ids=lambda each: f"{each['color_scheme']}-{each['locale']}")
def test_axe_finds_nothing_on_receipts_and_pages_for_staff(
    at_work: tuple[str, ...], staff: Client, site: str, browser: Any, look: dict[str, Any]
) -> None:
    context = browser.new_context(**look)
    cookies = [{"name": n, "value": c.value, "url": site} for n, c in staff.cookies.items()]
    context.add_cookies(cookies)
    page, against = context.new_page(), {}
    for path in at_work:
        page.goto(site + path)
        page.evaluate(AXE)
        wide = page.evaluate("document.documentElement.scrollWidth") > look["viewport"]["width"]
        if found := violations(page) + (["too wide"] if wide else []):
            against[path] = found
    assert not against
