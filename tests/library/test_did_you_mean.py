"""Did you mean …? From this catalogue's own words, with what it finds, and never for right ones."""

from pathlib import Path

import pytest

from commonplace.catalogue.stores import DERIVED, select
from commonplace.config.home import Home
from commonplace.discovery.answers import Asked
from commonplace.discovery.building import rebuild
from commonplace.discovery.searching import find
from commonplace.ingest.loading import LoadOptions, load
from commonplace.search.engines.contract import Filter
from tests.making import field, marc, record

TITLES = (
    record("1", "Middlemarch", creator="Eliot, George"),
    record("2", "The brothers Karamazov", creator="Dostoyevsky, Fyodor"),
    record("3", "Преступление и наказание", creator="Достоевский, Ф. М."),
    record("4", "归途列车", field("650", "a Migrant labor", "z China", indicators=" 0")),
    record("5", "الأيام"),
    record("6", "Harry Potter and the goblet of fire", creator="Rowling, J. K."),
    record("7", "The notebook of dreams"),
    record("8", "The Martian", creator="Weir, Andy"),
    *(record(f"m{n}", f"Poems {n}", creator="Martin, Jane") for n in range(210)),
)


@pytest.fixture
def library(home: Home, tmp_path: Path) -> Home:
    _load(tmp_path, "all.mrc", marc(*TITLES))
    return home


def meant(text: str, **asked: object) -> list[tuple[str, int]]:
    answer = find(Asked(text, **asked))  # type: ignore[arg-type]  # its own fields
    return [(each.text, each.titles) for each in answer.did_you_mean]


def _load(folder: Path, name: str, content: bytes) -> None:
    (folder / name).write_bytes(content)
    load([str(folder / name)], LoadOptions(workers=0), lambda _name, _read: None)


def test_misspelt_words_are_offered_rightly_spelt_with_what_they_find(library: Home) -> None:
    assert library
    assert meant("midlemarch") == [("middlemarch", 1)]
    assert meant("brothers karamasov dostoyefsky") == [("brothers karamazov dostoyevsky", 1)]
    assert meant("Преступлене") == [("Преступление", 1)]
    assert meant("归徒列车") == meant("歸徒列車") == [("归途列车", 1)]
    assert meant("الايم") == [("الأيام", 1)]
    assert meant("migrent china") == [("migrant china", 1)]
    assert meant("harrypotter goblet") == [("harry potter goblet", 1)]
    assert meant("note book") == [("notebook", 1)]
    assert meant('au:eliott AND "midlemarch"') == [('au:eliot AND "middlemarch"', 1)]


@pytest.mark.parametrize(
    "right",
    [
        "middlemarch", "the martian", "martian", "martian weir", "harry potter", "poems",
        "middlemarch potter", "الأيام", "归途列车", "jane", "-middlemarch", "", "***",
        "NOT middlemarch",
    ],
)  # fmt: skip
def test_right_words_are_left_alone_whether_they_are_found_together_or_not(
    library: Home, right: str
) -> None:
    assert library
    assert meant(right) == []


def test_a_word_of_one_title_beside_one_of_a_hundred_times_as_many_is_doubted(
    library: Home, tmp_path: Path
) -> None:
    assert library
    assert meant("marttin")[0] == ("martin", 210)
    _load(tmp_path, "typo.mrc", marc(record("9", "Verses of Jane Marttin")))
    assert meant("marttin") == [("martin", 210)]
    assert meant("verses of jane marttin") == []


def test_nothing_is_offered_that_would_find_nothing(library: Home) -> None:
    assert library
    films = (Filter("format", values=("dvd",)),)
    assert meant("midlemarch", filters=films) == []
    assert meant("midlemarch potter") == []
    assert meant("titel:nosuchword") == []
    assert meant("xqzkvwj") == []


def test_a_field_with_a_space_behind_it_is_offered_without(library: Home) -> None:
    assert library
    assert meant("au: weir") == [("au:weir", 1)]
    assert meant("martian AU: weir") == [("martian AU:weir", 1)]
    assert meant("au: nobody") == []


def test_values_beside_a_misspelt_word_are_left_alone(library: Home) -> None:
    assert library
    assert meant("fo:book midlemarch") == [("fo:book middlemarch", 1)]
    assert meant("midlemarch la:english") == []


def test_a_value_that_is_none_is_offered_as_the_one_it_looks_like(library: Home) -> None:
    assert library
    assert meant("fo:xbook martian") == [('fo:"book" martian', 1)]
    assert meant('fo:"xbook"') == [('fo:"book"', 218)]
    assert meant("fo:dvdd") == []


def test_words_that_came_in_later_are_known_and_those_that_went_are_not_offered(
    library: Home, tmp_path: Path
) -> None:
    assert library
    assert meant("persuassion") == []
    _load(tmp_path, "more.mrc", marc(record("10", "Persuasion")))
    assert meant("persuassion") == [("persuasion", 1)]
    gone = marc(record("10", "Persuasion", leader="00000dam a2200000 i 4500"))
    _load(tmp_path, "gone.mrc", gone)
    assert meant("persuassion") == []


def test_building_the_index_again_builds_the_words_again(library: Home) -> None:
    assert library
    before = select(DERIVED, "SELECT bucket, words FROM browse_spellingrow ORDER BY bucket")
    rebuild()
    after = select(DERIVED, "SELECT bucket, words FROM browse_spellingrow ORDER BY bucket")
    assert [(b, sorted(w.split("\n"))) for b, w in before] == [
        (b, sorted(w.split("\n"))) for b, w in after
    ]


@pytest.mark.parametrize(
    "hostile",
    [
        "\x00midlemarch\u202e", "(" * 400, "'" * 900, "midlemarch " * 64, "a" * 999, "ى" * 500,
        "归" * 900, "\ud800midle", "%_" * 300, "q" * 30 + " " + "z" * 30,
    ],
)  # fmt: skip
def test_hostile_text_is_answered_plainly(library: Home, hostile: str) -> None:
    assert library
    for text, titles in meant(hostile):
        assert text
        assert titles


def test_beside_other_words_a_word_several_times_as_common_is_enough(
    library: Home, tmp_path: Path
) -> None:
    assert library
    more = [record(f"p{n}", f"Harry Potter, part {n}") for n in range(4)]
    peter = [record(f"q{n}", f"The tales of Peter, part {n}") for n in range(6)]
    greek = record("g", "Hareios Potēr", field("246", "a Harry Poter, the first book"))
    _load(tmp_path, "more.mrc", marc(*more, *peter, greek))
    assert meant("harry poter") == [("harry potter", 5)]
    assert meant("poter") == []


def test_a_known_word_is_doubted_where_another_stands_beside_a_typed_one(
    library: Home, tmp_path: Path
) -> None:
    assert library
    austen = record("a", "Persuasion", creator="Austen, Jane")
    austin = [record(f"b{n}", f"Walks in Austin, part {n}") for n in range(3)]
    poter = record("c", "The life of Poter")
    _load(tmp_path, "more.mrc", marc(austen, *austin, poter))
    assert meant("jane austin") == [("jane austen", 1)]
    assert meant("jane austin persuasion") == [("jane austen persuasion", 1)]
    assert meant("persuasion austin") == []
    assert meant("hary poter") == meant("harri potter") == [("harry potter", 1)]


def test_words_that_stand_together_come_before_words_found_apart(
    library: Home, tmp_path: Path
) -> None:
    assert library
    apart = [record(f"d{n}", f"From horse to animal, part {n}") for n in range(9)]
    _load(tmp_path, "more.mrc", marc(*apart, record("e", "Animal farm")))
    assert meant("animal frm") == [("animal farm", 1)]


def test_a_right_title_the_library_has_not_is_no_other_one(library: Home, tmp_path: Path) -> None:
    assert library
    eye = record("f", "The eye of the hatcher", field("500", "a In the garden."))
    _load(tmp_path, "more.mrc", marc(eye, record("g", "Pride and prejudice")))
    assert meant("catcher in the rye") == []
    assert meant("pryde and prejudise") == [("pride and prejudice", 1)]
