"""A work's page: editions best first, narrowed by links, told apart, and why they are together."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from commonplace.bibliography import Description
from commonplace.catalogue.grouping.deciding import By, join, split, undo
from commonplace.config.home import Home
from commonplace.web.grouping.editions import language_rank
from commonplace.web.grouping.wishes import codes_of
from tests.pages.conftest import visible_text
from tests.pages.markup import Markup
from tests.pages.works_library import (
    HOSTILE,
    ISBN,
    THE_TALE,
    address,
    book,
    load_all,
    title_id,
    work_of,
)

ADA = By("1", "Ada Secret-Name")


@pytest.fixture
def reader(sqlite_home: Home, tmp_path: Path) -> Client:
    """Somebody looking at the library of one much translated work."""
    assert sqlite_home
    load_all(tmp_path)
    return Client(SERVER_NAME="localhost")


def facts(reader: Client, path: str, language: str = "en") -> dict[str, Any]:
    """The page's facts."""
    bare, mark, query = path.partition("?")
    found = reader.get(f"{bare}.json{mark}{query}", headers={"accept-language": language})
    return dict(found.json())


def order(reader: Client, path: str, language: str = "en") -> list[str]:
    """The editions in the order of the page, by record number."""
    numbers = {
        title_id(each): each
        for each in ("old", "new", "in", "reader1", "reader2", "fre", "spa", "ara", "deluxe")
    }
    return [numbers[each["title_id"]] for each in facts(reader, path, language)["editions"]]


def test_editions_in_the_readers_language_come_first_then_what_is_in_then_the_newest(
    reader: Client,
) -> None:
    found = order(reader, address("old"))
    assert found[:4] == ["in", "old", "new", "deluxe"]
    assert set(found[4:6]) == {"reader1", "reader2"}
    assert found[6:] == ["ara", "fre", "spa"]


def test_the_format_one_comes_with_is_first_and_hides_nothing(reader: Client) -> None:
    found = order(reader, f"{address('old')}?format=audiobook_cd")
    assert set(found[:2]) == {"reader1", "reader2"}
    assert len(found) == 9
    assert order(reader, f"{address('old')}?format=nonsense") == order(reader, address("old"))


@pytest.mark.parametrize(
    ("language", "first"), [("fr", "fre"), ("es", "spa"), ("ar", "ara"), ("zh-Hans", "in")]
)
def test_a_page_in_another_language_begins_with_its_editions(
    reader: Client, language: str, first: str
) -> None:
    assert order(reader, address("old"), language)[0] == first


def test_language_may_be_asked_for_whatever_language_the_page_is_in(reader: Client) -> None:
    assert order(reader, f"{address('old')}?language=spa")[0] == "spa"
    assert facts(reader, f"{address('old')}?language=spa")["title"] == "El hobbit"


def test_translations_stand_under_the_name_of_their_language_in_the_readers_words(
    reader: Client,
) -> None:
    page = reader.get(address("old"), headers={"accept-language": "es"}).content.decode()
    assert "Francés" in visible_text(page)
    assert "Árabe" in visible_text(page)
    assert not Markup(page).faults


def test_editions_that_look_alike_say_what_tells_them_apart(reader: Client) -> None:
    text = visible_text(reader.get(address("old")).content.decode())
    assert "Read by Rob Inglis" in text
    assert "Read by Andy Serkis" in text


def test_when_nothing_else_differs_the_number_of_the_record_does(
    sqlite_home: Home, tmp_path: Path
) -> None:
    assert sqlite_home
    load_all(tmp_path, [book("one"), book("two")])
    found = facts(Client(SERVER_NAME="localhost"), address("one"))["editions"]
    assert {each["told_apart_by"][0] for each in found} == {
        "record library one",
        "record library two",
    }


def test_one_may_narrow_to_a_format_and_a_language_by_links_that_count(reader: Client) -> None:
    found = facts(reader, address("old"))["filters"]
    formats = {each["value"]: each["editions"] for each in found["format"]}
    languages = {each["value"]: each["editions"] for each in found["language"]}
    assert formats == {"book": 7, "audiobook_cd": 2}
    assert languages == {"eng": 6, "fre": 1, "spa": 1, "ara": 1}
    french = next(each for each in found["language"] if each["value"] == "fre")
    narrowed = facts(reader, french["address"])
    assert [each["title_id"] for each in narrowed["editions"]] == [title_id("fre")]
    assert narrowed["editions_total"] == 9
    page = reader.get(f"{address('old')}?only.format=audiobook_cd&only.language=fre")
    assert "no edition that is both" in page.content.decode()
    assert f'rel="canonical" href="http://localhost{address("old")}"' in page.content.decode()


def test_cards_and_title_pages_lead_to_the_work_with_their_format(reader: Client) -> None:
    title = reader.get(f"/title/{title_id('reader1')}").content.decode()
    assert f'href="{address("old")}?format=audiobook_cd"' in title
    found = reader.get("/search?q=hobbit&format=book").content.decode()
    assert f'href="{address("old")}?format=book"' in found


def test_an_old_address_keeps_what_one_came_with(reader: Client) -> None:
    old = work_of("other")
    join({work_of("old"), old}, by=ADA, reason="One")
    leads = {work_of("old"), old, work_of("other")}
    gone = next(each for each in (old, *leads) if each != work_of("old")) if len(leads) > 1 else ""
    assert gone, "one of the two ids became the other"
    response = reader.get(f"/work/{gone}?format=book&lang2=x&page=2")
    assert response.status_code == 308
    assert response["Location"] == f"{address('old')}?format=book&page=2"


def test_the_page_says_which_number_joined_which_editions(reader: Client) -> None:
    together = facts(reader, address("old"))["together"]
    keys = [each for each in together if each["kind"] == "key"]
    assert {each["title"] for each in keys} == {"hobbit", "hobbit deluxe"}
    assert sum(each["editions"] for each in keys) == 9
    [isbn] = [each for each in together if each["kind"] == "isbn"]
    assert isbn["text"] == ISBN
    assert set(isbn["title_ids"]) == {title_id("in"), title_id("deluxe")}
    page = reader.get(address("old")).content.decode()
    assert "Why these are together" in page
    assert f"have the same ISBN: {ISBN}." in visible_text(page)


def test_decisions_are_told_with_day_and_reason_and_never_with_a_name(reader: Client) -> None:
    join({work_of("old"), work_of("other")}, by=ADA, reason=f"Bound in one {HOSTILE}")
    page = reader.get(address("old")).content.decode()
    assert "The library joined these on" in visible_text(page)
    assert "Bound in one" in page
    assert "<script>alert" not in page
    assert "Secret-Name" not in page
    assert not Markup(page).faults
    made = split(work_of("old"), [title_id("other")], by=ADA, reason="Two books")
    for number, named in (("old", "Silmarillion"), ("other", "The hobbit")):
        text = visible_text(reader.get(address(number)).content.decode())
        assert f"the library set these and {named} apart." in text.replace(" deluxe", "")
        assert "Two books" in text
    assert facts(reader, address("other"))["together"][-1]["kind"] == "split"
    undo(made.own_id, by=ADA, reason="No")
    text = visible_text(reader.get(address("other")).content.decode())
    assert "Two books" not in text


def test_a_work_in_a_thousand_editions_makes_light_pages(sqlite_home: Home, tmp_path: Path) -> None:
    assert sqlite_home
    load_all(tmp_path, [book(f"n{n}", fixed=f"{1000 + n} eng") for n in range(1_000)] + [*THE_TALE])
    page = Client(SERVER_NAME="localhost").get(address("old"))
    assert len(page.content) < 150_000
    assert "Editions 1 to 200 of 1,008" in visible_text(page.content.decode())
    numbers = {
        each["title_id"]
        for n in range(1, 7)
        for each in facts(Client(SERVER_NAME="localhost"), f"{address('old')}?page={n}")["editions"]
    }
    assert len(numbers) == 1_008


@pytest.mark.parametrize(
    ("spoken", "subtitles", "rank"),
    [
        (("eng",), (), 0),
        (("fre", "eng"), (), 0),
        ((), (), 0),
        (("zxx",), (), 0),
        (("und",), ("fre",), 0),
        (("chi",), ("eng",), 1),
        (("chi",), ("fre",), 2),
        (("chi",), (), 2),
    ],
)
def test_what_is_spoken_comes_before_what_is_subtitled_and_what_has_no_words_is_for_everyone(
    spoken: tuple[str, ...], subtitles: tuple[str, ...], rank: int
) -> None:
    said = Description(languages=spoken, subtitles=subtitles)
    assert language_rank(said, frozenset({"eng"})) == rank


@pytest.mark.parametrize(
    ("tag", "codes"), [("en", "eng"), ("zh-hans", "chi"), ("ar", "ara"), ("fr", "fre"), ("xx", "")]
)
def test_a_pages_language_is_known_by_its_marc_codes(tag: str, codes: str) -> None:
    assert codes_of(tag) == frozenset(codes.split())


def test_whatever_is_wished_for_is_answered(reader: Client) -> None:
    for query in (
        "format=%00&language=ENG&page=-1",
        "only.language=zzz&only.format=kit",
        "page=99999999999",
        "language=" + "e" * 9_000,
        "only.language=eng&only.language=fre",
    ):
        page = reader.get(f"{address('old')}?{query}")
        assert page.status_code == 200, query
        assert not Markup(page.content.decode()).faults, query
