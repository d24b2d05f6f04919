"""Very many results: works counted exactly as far as they are grouped, pages bounded kindly."""

from pathlib import Path

import pytest
from django.test import Client

from commonplace.config.home import Home
from commonplace.discovery import searching
from commonplace.discovery.answers import LAST_PAGE, PAGE_SIZE, Asked
from commonplace.discovery.remembering import forget_answers
from commonplace.discovery.searching import find
from commonplace.ingest.loading import LoadOptions, load
from commonplace.records.record import Field
from commonplace.search.engines.contract import Filter
from tests.making import BOOK, field, marc, record

WORKS = LAST_PAGE * PAGE_SIZE + 30
DVD = "00000cgm a2200000 i 4500"


def loaded(folder: Path, *records: object) -> None:
    (folder / "all.mrc").write_bytes(marc(*records))  # type: ignore[arg-type]  # records
    load([str(folder / "all.mrc")], LoadOptions(workers=0), lambda _name, _read: None)
    forget_answers()


@pytest.fixture
def many(sqlite_home: Home, tmp_path: Path) -> Client:
    assert sqlite_home
    loaded(
        tmp_path,
        *(record(f"a{n}", f"Poem {n}", creator=f"Poet {n}") for n in range(WORKS)),
        *(record(f"b{n}", f"Poem {n}", creator=f"Poet {n}") for n in range(0, WORKS, 2)),
    )
    return Client(SERVER_NAME="localhost")


def test_works_are_exact_as_far_as_titles_are_grouped_and_about_beyond(
    many: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert many
    answer = find(Asked("poem"))
    assert (answer.total_titles, answer.total_works) == (WORKS + WORKS // 2, WORKS)
    assert not answer.works_are_about
    monkeypatch.setattr(searching, "MOST_GROUPED", 300)
    answer = find(Asked("poem"))
    assert answer.total_titles == WORKS + WORKS // 2
    assert answer.works_are_about
    assert WORKS // 2 < answer.total_works <= answer.total_titles
    assert "About " in many.get("/search?q=poem").content.decode()


def test_pages_are_the_same_however_few_of_very_many_titles_are_looked_at_first(
    many: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert many
    monkeypatch.setattr(searching, "MOST_GROUPED", WORKS)
    pages = [1, 2, 3, LAST_PAGE // 2, LAST_PAGE // 2 + 1]
    every = [[card.work_id for card in find(Asked("poem", page=page)).cards] for page in pages]
    monkeypatch.setattr(searching, "MANY_GROUPED", 50)
    forget_answers()
    first = find(Asked("poem"))
    assert first.works_are_about
    assert first.pages == LAST_PAGE
    assert [[card.work_id for card in find(Asked("poem", page=n)).cards] for n in pages] == every


def test_one_can_leaf_fifty_pages_and_is_told_kindly_what_to_do_then(many: Client) -> None:
    page = many.get(f"/search?q=poem&page={LAST_PAGE}")
    assert "as far as one can leaf" in page.content.decode()
    facts = many.get(f"/search.json?q=poem&page={LAST_PAGE}").json()
    assert (facts["pages"], facts["next"], len(facts["works"])) == (LAST_PAGE, None, PAGE_SIZE)
    for beyond in (LAST_PAGE + 1, 10**9):
        response = many.get(f"/search?q=poem&page={beyond}")
        assert response["Location"] == f"/search?q=poem&page={LAST_PAGE}"
    assert "as far as one can leaf" not in many.get("/search?q=poem&page=2").content.decode()


def test_no_work_stands_on_two_pages(many: Client) -> None:
    seen: list[str] = []
    for number in (1, 2, 25, LAST_PAGE):
        found = many.get(f"/search.json?q=poem&page={number}", follow=True).json()["works"]
        seen += [work["work_id"] for work in found]
    assert len(seen) == len(set(seen)) == 4 * PAGE_SIZE


def test_the_format_that_was_looked_for_is_the_first_on_its_card(
    sqlite_home: Home, tmp_path: Path
) -> None:
    assert sqlite_home
    isbn = field("020", "a 9780306406157")
    loaded(
        tmp_path,
        record("book", "Emma", isbn, field("264", "c 2015", indicators=" 1"), creator="Austen"),
        record("large", "Emma", isbn, field("250", "a Large print edition."),
               field("300", "a 900 pages (large print)"), creator="Austen"),
        record("cd", "Emma", Field("007", value="sd fsngnnmmned"), creator="Austen",
               leader=BOOK.replace("am", "im")),
        record("film", "Emma", Field("007", value="vd cvaizu"), creator="Austen", leader=DVD),
    )  # fmt: skip
    everything = find(Asked("emma")).counts["format"]
    assert len(everything) > 2
    for count in everything:
        asked = Asked("emma", filters=(Filter("format", (count.value,)),))
        for card in find(asked).cards:
            first, *others = card.editions
            assert first.row.description.format == count.value
            assert first.is_match
            assert not [each for each in others if each.is_match]
    typed = find(Asked("emma format:dvd")).cards[0].editions[0]
    assert typed.row.description.format == "dvd"
