"""What typing is completed to in a library with names in other scripts and works in editions."""

from pathlib import Path

import pytest

from commonplace.bibliography import HeadingKind
from commonplace.config.home import Home
from commonplace.discovery.answers import Asked
from commonplace.discovery.searching import find
from commonplace.discovery.suggesting.completing import completions
from commonplace.ingest.loading import LoadOptions, load
from commonplace.records.record import Field, WholeRecord
from commonplace.web.searching.suggest import SuggestPage
from tests.making import field, marc, record


def in_its_own_script(name: str) -> tuple[Field, Field]:
    """A contributor's romanised name, and its twin, parted by a stroke."""
    romanised, _, twin = name.partition(" | ")
    return (
        field("700", "6 880-01", f"a {romanised},", "e author.", indicators="1 "),
        field("880", "6 700-01/$1", f"a {twin},", "e author.", indicators="1 "),
    )


def edition(number: str, title: str, *more: Field) -> WholeRecord:
    return record(number, title, field("240", "a Emma.", indicators="10"), *more, creator="Austen")


TITLES = (
    record("1", "Norwegian wood", *in_its_own_script("Murakami, Haruki | 村上春樹")),
    record("2", "Kafka on the shore", *in_its_own_script("Murakami, Haruki | 村上春樹")),
    record("3", "The days", *in_its_own_script("Ḥusayn, Ṭāhā | حسين، طه")),
    record("4", "War and peace", *in_its_own_script("Tolstoy, Leo | Лев Толстой")),
    record("5", "Spider-Man returns"),
    record("6", "L'étranger"),
    record("7", "哈利·波特与魔法石"),
    edition("e1", "Emma"),
    edition("e2", "Emma et Knightley"),
    edition("e3", "Emma og Knightley"),
    record("e4", "Emmanuel", creator="Other"),
    record("h1", "Home", creator="Morrison"),
    record("h2", "Home", creator="Robinson"),
)


@pytest.fixture
def library(home: Home, tmp_path: Path) -> Home:
    (tmp_path / "all.mrc").write_bytes(marc(*TITLES))
    load([str(tmp_path / "all.mrc")], LoadOptions(workers=0), lambda _name, _read: None)
    return home


def offered(typed: str, kind: HeadingKind) -> list[tuple[str, int]]:
    return [(each.text, each.titles) for each in completions(typed) if each.kind is kind]


def test_names_are_completed_in_the_script_they_are_typed_in(library: Home) -> None:
    assert library
    for typed in ("村上", "村上春树"):
        assert offered(typed, HeadingKind.NAME) == [("村上春樹", 2)]
    for typed in ("طه", "حسي"):
        assert offered(typed, HeadingKind.NAME) == [("حسين، طه", 1)]
    for typed in ("Толст", "лев т"):
        assert offered(typed, HeadingKind.NAME) == [("Лев Толстой", 1)]
    assert offered("murak", HeadingKind.NAME) == [("Murakami, Haruki", 2)]
    (option,) = SuggestPage("村上", completions("村上")).groups[0].offers
    assert (option.text, option.address) == ("村上春樹", "/search?author=Murakami%2C+Haruki")


def test_signs_within_words_are_typed_or_not(library: Home) -> None:
    assert library
    for typed in ("spiderm", "spider-m", "spider m"):
        assert offered(typed, HeadingKind.TITLE) == [("Spider-Man returns", 1)]
    for typed in ("l etr", "l'étr", "letr"):
        assert offered(typed, HeadingKind.TITLE) == [("L'étranger", 1)]


def test_a_work_is_offered_once_among_the_titles(library: Home) -> None:
    assert library
    assert [text for text, _ in offered("emm", HeadingKind.TITLE)] == ["Emma", "Emmanuel"]
    assert [text for text, _ in offered("emma og", HeadingKind.TITLE)] == ["Emma og Knightley"]
    assert offered("hom", HeadingKind.TITLE) == [("Home", 2)]


def test_a_name_in_chinese_is_found_with_its_dot_and_without(library: Home) -> None:
    assert library
    for typed in ("哈利波特", "哈利·波特", "哈利 波特", "哈利・波特", "哈利‧波特"):
        assert find(Asked(typed)).total_titles == 1, typed
