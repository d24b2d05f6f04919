"""Staff join works, set editions apart and undo either, in forms without a script."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from commonplace.catalogue.grouping.deciding import By, join, undo
from commonplace.catalogue.grouping.queries import decisions, works_of_titles
from commonplace.config.home import Home
from commonplace.discovery.building import rebuild
from commonplace.discovery.following import catch_up
from commonplace.ingest.rebuilding import rebuild_rows
from tests.pages.conftest import visible_text
from tests.pages.markup import Markup
from tests.pages.staff import as_staff
from tests.pages.works_library import (
    HOSTILE,
    THE_TALE,
    address,
    book,
    for_staff,
    load_all,
    title_id,
    work_of,
)

OTHERS = By("2", "Bo")
WHY = "Bound in one volume here"


@pytest.fixture
def staff(home: Home, tmp_path: Path) -> Client:
    """Maud of the staff, at the library of one much translated work, on either database."""
    assert home
    load_all(tmp_path)
    return as_staff(Client(SERVER_NAME="localhost"))


def shown(staff: Client, path: str, **sent: Any) -> str:
    """What a page says; its markup is sound."""
    page = (staff.post(path, sent) if sent else staff.get(path)).content.decode()
    assert not Markup(page).faults
    return visible_text(page)


def together(*numbers: str) -> bool:
    """Whether these records' titles are one work."""
    return len({work_of(number) for number in numbers}) == 1


def test_the_pages_are_for_staff_and_kept_by_nobody(staff: Client) -> None:
    stranger = Client(SERVER_NAME="localhost")
    for path in (for_staff("old"), f"{for_staff('old')}/join", "/staff/grouping"):
        assert stranger.get(path)["Location"].startswith("/sign-in?next="), path
        assert stranger.post(path, {"with": work_of("other"), "reason": "x"}).status_code == 302
        response = staff.get(path)
        assert response.status_code == 200
        assert response["Cache-Control"] == "private, no-store"
    careful = as_staff(Client(SERVER_NAME="localhost", enforce_csrf_checks=True))
    sent = {"with": work_of("other"), "reason": WHY}
    assert careful.post(f"{for_staff('old')}/join", sent).status_code == 403
    assert not decisions()


def test_a_work_is_joined_by_address_by_id_and_by_words(staff: Client) -> None:
    path = f"{for_staff('old')}/join"
    other = work_of("other")
    for typed in (
        f"https://catalogue.example{address('other')}?format=book",
        f"/title/{title_id('other')}",
        other,
        f" {title_id('other')} ",
    ):
        page = staff.get(path, {"q": typed}).content.decode()
        assert f'name="with" value="{other}"' in page, typed
        assert "Join 2 works into one?" in visible_text(page)
    found = staff.get(path, {"q": "silmarillion"}).content.decode()
    assert f'type="checkbox" name="with" value="{other}"' in found
    assert work_of("old") not in re.findall(r'name="with" value="(\w+)"', found)
    assert "No other work is called so" in shown(staff, f"{path}?q=encyclopedias")


def test_a_join_shows_both_before_and_after_asks_why_and_is_done(staff: Client) -> None:
    path, other = f"{for_staff('old')}/join", work_of("other")
    asked = shown(staff, f"{path}?with={other}")
    assert "A work with 9 editions" in asked
    assert "A work with 1 edition" in asked
    assert "A work with 10 editions" in asked
    assert "different" not in asked
    again = staff.post(path, {"with": other, "reason": "  "})
    assert (again.status_code, together("old", "other")) == (422, False)
    assert "Say why" in again.content.decode()
    done = staff.post(path, {"with": other, "reason": WHY})
    assert done.status_code == 303
    assert together("old", "other")
    followed = staff.get(done["Location"], follow=True)
    assert "Joined." in visible_text(followed.content.decode())
    assert WHY in visible_text(Client(SERVER_NAME="localhost").get(address("old")).content.decode())


def test_a_join_of_different_kinds_or_parts_is_warned_of_in_words(staff: Client) -> None:
    film = shown(staff, f"{for_staff('old')}/join?with={work_of('film')}")
    assert "These are different kinds of work." in film
    assert "The hobbit: Film" in film
    part = shown(staff, f"{for_staff('old')}/join?with={work_of('vol2')}")
    assert "These are different parts of something larger." in part
    several = f"{for_staff('old')}/join?with={work_of('film')}&with={work_of('other')}"
    assert "Join 3 works into one?" in shown(staff, several)


def test_what_shares_a_number_and_was_not_joined_is_on_the_page_for_staff_alone(
    staff: Client,
) -> None:
    text = shown(staff, for_staff("old"))
    assert "They are different kinds of work." in text
    assert "They are different parts of something larger." in text
    reasons = {
        each["other_title_id"]: each["why_not"]
        for each in staff.get(f"{for_staff('old')}.json").json()["apart"]
    }
    assert reasons == {title_id("film"): "medium", title_id("vol2"): "part"}
    assert "not joined" not in visible_text(
        Client(SERVER_NAME="localhost").get(address("old")).content.decode()
    )


def test_editions_are_ticked_looked_at_and_set_apart(staff: Client) -> None:
    path = for_staff("old")
    page = staff.get(path).content.decode()
    assert page.count('type="checkbox" name="title"') == 9
    both = [title_id("reader1"), title_id("reader2")]
    asked = shown(staff, path, do="apart", title=both, page="1", chosen="")
    assert "Set 2 editions apart?" in asked
    assert "A work with 7 editions" in asked
    nothing = staff.post(path, {"do": "apart", "page": "1", "chosen": ""})
    assert (nothing.status_code, "not none and not all" in nothing.content.decode()) == (422, True)
    sent = {"do": "sure", "chosen": ",".join(both)}
    assert staff.post(path, sent | {"reason": ""}).status_code == 422
    assert staff.post(path, sent | {"reason": "x" * 1_001}).status_code == 422
    done = staff.post(path, sent | {"reason": "Another text"}, follow=True)
    text = visible_text(done.content.decode())
    assert "Set apart." in text
    assert not together("old", "reader1")
    assert together("reader1", "reader2")
    assert "Another text" in shown(staff, for_staff("reader1"))
    assert "The library set them apart." in shown(staff, for_staff("old"))
    rejoining = shown(staff, f"{for_staff('old')}/join?with={work_of('reader1')}")
    assert "The library set these apart before." in rejoining


def test_ticks_go_along_from_page_to_page_and_whole_keys_can_be_ticked(
    sqlite_home: Home, tmp_path: Path
) -> None:
    assert sqlite_home
    many = [book(f"n{n}", fixed=f"{1000 + n} eng") for n in range(1_000)]
    deluxe = [book("deluxe", "The hobbit deluxe")]
    load_all(tmp_path, [*THE_TALE, *many, *deluxe])
    staff = as_staff(Client(SERVER_NAME="localhost"))
    join({work_of("old"), work_of("deluxe")}, by=OTHERS, reason="One")
    path = for_staff("old")
    first = staff.get(path)
    assert len(first.content) < 150_000
    ticked = re.findall(r'name="title" value="(\w{13})"', first.content.decode())[1:4]
    sent = {"title": ticked, "chosen": "", "page": "1", "go": "2"}
    second = staff.post(path, sent).content.decode()
    assert "3 editions are ticked, on all pages together." in visible_text(second)
    [carried] = re.findall(r'name="chosen" value="([\w,]*)"', second)
    assert set(carried.split(",")) == set(ticked)
    keys = set(re.findall(r'name="key" value="(\w{13})"', first.content.decode() + second))
    sixth = staff.post(path, {"chosen": carried, "page": "2", "go": "6"}).content.decode()
    keys |= set(re.findall(r'name="key" value="(\w{13})"', sixth))
    assert len(keys) == 2
    [key] = re.findall(r'name="key" value="(\w{13})"', second)
    whole = staff.post(path, {"chosen": carried, "page": "2", "do": "apart", "key": key})
    assert "Set 1,008 editions apart?" in visible_text(whole.content.decode())
    assert len(whole.content) < 150_000
    [every] = re.findall(r'name="chosen" value="([\w,]*)"', whole.content.decode())
    done = staff.post(path, {"chosen": every, "do": "sure", "reason": "Not deluxe"})
    assert done.status_code == 303
    assert len(set(works_of_titles([*every.split(","), title_id("deluxe")]).values())) == 2


def test_two_at_once_the_second_is_told_and_nothing_is_done_twice(staff: Client) -> None:
    path, other = f"{for_staff('old')}/join", work_of("other")
    apart, ticked = for_staff("old"), title_id("reader1")
    first = join({work_of("old"), other}, by=OTHERS, reason="Quicker")
    late = staff.post(path, {"with": other, "reason": WHY}, follow=True)
    assert late.status_code in {200, 409}
    assert "meanwhile" in visible_text(late.content.decode())
    assert len(decisions()) == 1
    undoing = f"/staff/grouping/{first.own_id}"
    assert "If it is undone, these works change:" in shown(staff, undoing)
    undo(first.own_id, by=OTHERS, reason="Mistake")
    again = staff.post(undoing, {"reason": "Mistake, too"})
    assert again.status_code == 409
    text = visible_text(again.content.decode())
    assert "This was undone already." in text
    assert "Undone by Bo" in text
    sent = {"do": "sure", "chosen": ticked, "reason": "Once"}
    assert staff.post(apart, sent).status_code == 303
    twice = staff.post(apart, sent, follow=True)
    assert "meanwhile" in visible_text(twice.content.decode())
    assert len(decisions()) == 2


def test_every_decision_is_listed_and_can_be_undone_with_a_reason(staff: Client) -> None:
    path, other = f"{for_staff('old')}/join", work_of("other")
    staff.post(path, {"with": other, "reason": WHY})
    [made] = decisions()
    listed = shown(staff, "/staff/grouping")
    assert "Maud" in listed
    assert WHY in listed
    assert "Standing" in listed
    undoing = f"/staff/grouping/{made.own_id}"
    refused = staff.post(undoing, {"reason": ""})
    assert refused.status_code == 422
    done = staff.post(undoing, {"reason": "Two books"})
    assert done["Location"] == f"{undoing}?done"
    assert not together("old", "other")
    text = shown(staff, f"{undoing}?done")
    assert "Undone by Maud" in text
    assert "Two books" in text
    assert "Undone" in shown(staff, "/staff/grouping")
    assert staff.get(f"/staff/grouping/{'a' * 13}").status_code == 404


def test_decisions_are_paged_by_their_place(staff: Client) -> None:
    for n in range(53):
        made = join({work_of("old"), work_of("other")}, by=OTHERS, reason=f"No. {n}")
        undo(made.own_id, by=OTHERS, reason=f"Not {n}")
    first = staff.get("/staff/grouping.json").json()
    older = staff.get(first["older"].replace("?", ".json?")).json()
    assert [each["reason"] for each in first["decisions"]] == [f"No. {n}" for n in range(52, 2, -1)]
    assert [each["reason"] for each in older["decisions"]] == ["No. 2", "No. 1", "No. 0"]
    assert older["older"] is None
    for odd in ("0", "-1", "x", "9" * 40, "²"):
        assert staff.get(f"/staff/grouping?before={odd}").status_code == 200, odd


def test_what_is_decided_on_the_pages_survives_reloads_and_rebuilds(
    staff: Client, tmp_path: Path
) -> None:
    staff.post(f"{for_staff('old')}/join", {"with": work_of("other"), "reason": WHY})
    ticked = title_id("fre")
    sent = {"do": "sure", "chosen": ticked, "reason": "Another text"}
    staff.post(for_staff("old"), sent)
    load_all(tmp_path)
    rebuild_rows()
    rebuild()
    catch_up()
    assert together("old", "other")
    assert not together("old", "fre")
    for made in decisions():
        staff.post(f"/staff/grouping/{made.own_id}", {"reason": "Back"})
    assert together("old", "fre")
    assert not together("old", "other")


def test_reasons_are_shown_as_they_were_written_and_do_nothing(staff: Client) -> None:
    path = f"{for_staff('old')}/join"
    staff.post(path, {"with": work_of("hostile"), "reason": HOSTILE})
    [made] = decisions()
    assert "\u202e" not in made.reason
    pages = (for_staff("old"), "/staff/grouping", f"/staff/grouping/{made.own_id}", address("old"))
    for each in pages:
        page = staff.get(each).content.decode()
        assert "<script>alert" not in page, each
        assert "{{ 7*7 }} %(day)s" in page, each
        assert not Markup(page).faults, each


def test_an_odd_request_is_answered_and_changes_nothing(staff: Client) -> None:
    path = for_staff("old")
    odd: tuple[dict[str, Any], ...] = (
        {"do": "sure", "chosen": "x" * 5_000, "reason": "y"},
        {"do": "nonsense", "title": ["a" * 13] * 900},
        {"go": "99999999999999", "page": "²"},
        {"key": ["zz", work_of("film")], "do": "apart"},
    )
    for sent in odd:
        assert staff.post(path, sent).status_code in {200, 409, 422}, sent
    for query in ("with=zz", f"with={work_of('old')}", f"q={'a' * 20_000}", "with=" + "a" * 13):
        assert staff.get(f"{path}/join?{query}").status_code in {200, 422}, query
    assert staff.get(f"/staff/work/{'a' * 13}").status_code == 404
    assert not decisions()


def test_an_old_address_of_a_work_leads_staff_on(staff: Client) -> None:
    ids = {work_of("old"), work_of("other")}
    join(ids, by=OTHERS, reason="One")
    [gone] = ids - {work_of("old")}
    assert staff.get(f"/staff/work/{gone}?title=x")["Location"] == f"{for_staff('old')}?title=x"
    sent = staff.post(f"/staff/work/{gone}", {"do": "apart"}, follow=True)
    assert "Nothing was decided" in visible_text(sent.content.decode())
