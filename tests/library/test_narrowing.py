"""Narrowing and ordering: ages, exact counts of every value, letters filed as the library files."""

from pathlib import Path

import pytest
from django.conf import settings

from commonplace.bibliography import Description
from commonplace.config.home import Home
from commonplace.discovery.answers import Asked
from commonplace.discovery.asking import BadFilter, asked_from, filters_from, suiting
from commonplace.discovery.documents import TitleNames, document_of, filed, filed_in
from commonplace.discovery.searching import find, knows_ages, values_of
from commonplace.ingest.loading import LoadOptions, load
from commonplace.policy import Library
from commonplace.search.engines.contract import Filter, Sort
from tests.making import field, marc, record


def loaded(folder: Path, *records: object) -> None:
    (folder / "all.mrc").write_bytes(marc(*records))  # type: ignore[arg-type]  # records
    load([str(folder / "all.mrc")], LoadOptions(workers=0), lambda _name, _read: None)


def titles(**asked: object) -> list[str]:
    answer = find(Asked(page_size=100, **asked))  # type: ignore[arg-type]  # its own fields
    return [card.best.description.title_proper for card in answer.cards]


def for_ages(number: str, title: str, ages: str) -> object:
    return record(number, title, field("521", f"a {ages}", indicators="1 "))


def test_what_suits_an_age_is_found_by_it_both_ends_included(home: Home, tmp_path: Path) -> None:
    assert home
    loaded(tmp_path, record("0", "Says nothing"))
    assert not knows_ages()
    loaded(
        tmp_path,
        for_ages("1", "Six to nine", "6-9"),
        for_ages("2", "Nine and up", "9 and up"),
        for_ages("3", "Four to eight", "4-8"),
        record("0", "Says nothing"),
    )
    assert knows_ages()
    for age, found in (
        (3, set()),
        (4, {"Four to eight"}),
        (7, {"Six to nine", "Four to eight"}),
        (9, {"Six to nine", "Nine and up"}),
        (18, {"Nine and up"}),
    ):
        assert set(titles(filters=tuple(suiting(age)))) == found, age
    asked = asked_from("", [("age", "7")], sort="title", page=1, size=20)
    assert find(asked).total_titles == 2
    with pytest.raises(BadFilter):
        asked_from("", [("age", "seven")], sort="title", page=1, size=20)


def test_every_value_is_counted_exactly_and_found_by_its_words_however_rare(
    home: Home, tmp_path: Path
) -> None:
    assert home
    loaded(
        tmp_path,
        *(
            record(
                f"{n}",
                f"Title {n}",
                field("650", f"a Subject {n % 150}", "x History", indicators=" 0"),
                field("650", "a Common", indicators=" 0"),
            )
            for n in range(300)
        ),
        record("last", "Last", field("650", "a Zoölogy", "z Japan", indicators=" 0")),
    )
    asked = Asked()
    every = {each.value: each.count for each in values_of(asked, "subject", most=1_000)}
    assert every["Common"] == 300
    assert every["Subject 7 -- History"] == 2
    assert len(every) == 152
    few = [each.value for each in values_of(asked, "subject", most=3)]
    assert len(few) == 3
    assert "Zoölogy -- Japan" not in few
    for typed in ("zoolo", "JAPAN", "zoo jap"):
        found = [(v.value, v.count) for v in values_of(asked, "subject", typed, most=3)]
        assert found == [("Zoölogy -- Japan", 1)], typed
    assert values_of(asked, "subject", "nosuchword", most=3) == []
    narrowed = Asked("last", filters=(Filter("subject", without=("Common",)),))
    assert [v.value for v in values_of(narrowed, "subject", most=9)] == [
        "Zoölogy -- Japan", "Common"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "order"),
    [
        ("en", ["Ål", "Apa", "Öde", "Ost", "Zebra"]),
        ("sv", ["Apa", "Ost", "Zebra", "Ål", "Öde"]),
        ("da", ["Apa", "Ost", "Zebra", "Öde", "Ål"]),
    ],
)
def test_titles_are_in_the_order_of_the_librarys_language(
    sqlite_home: Home,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    order: list[str],
) -> None:
    assert sqlite_home
    changed = type(settings.LIBRARY)(languages=(language,))
    monkeypatch.setattr(settings, "LIBRARY", changed)
    loaded(tmp_path, *(record(str(n), each) for n, each in enumerate(sorted(order))))
    assert titles(sort=Sort.TITLE) == order


@pytest.mark.parametrize(
    ("language", "order"),
    [
        ("es", ["nube", "nzambi", "ñandú", "obra"]),
        ("cs", ["cena", "cihla", "čas", "hora", "chata", "ibis"]),
        ("pl", ["lato", "los", "łabędź", "mapa"]),
        ("tr", ["hız", "ırmak", "Isparta", "izmir", "İzmit", "Jale"]),
        ("tr", ["Cuma", "Cz", "Çay", "Dağ", "Ordu", "Öz"]),
        ("az", ["Eyni", "Ez", "Əl", "Futbol"]),
        ("de", ["Apfel", "Ärger", "Arm", "Straße", "Strata"]),
        ("fr", ["cote", "côté gauche", "coton", "Édith", "Égypte", "œuf", "oie"]),
        ("sv", ["Aachen", "Vik", "Wien", "Zoo", "A\u030al", "Ål i lag", "Ärende", "Öga"]),
        ("da", ["Abe", "Zoo", "Æble", "Øl", "Aa", "Ål"]),
        ("nb", ["Zoo", "Ærlig", "Øst", "Aasen", "Åser"]),
        ("en", ["3 men", "007", "9 lives", "20 leagues", "100 years", "1984", "2001", "A", "Zoo"]),
        ("en", ["Part 2", "Part 10", "Part 123456789", "Part 1234567890", "Parts"]),
        ("zh-hans", ["2001", "阿Q正传", "第2本", "第10本"]),
        ("zh-hans", ["阿Q正传", "北京", "Emma", "归途列车", "中国"]),
        ("el", ["άλφα", "βήτα"]),
    ],
)
def test_a_language_files_its_own_letters_where_it_has_them(
    language: str, order: list[str]
) -> None:
    mixed = list(reversed(order))
    assert sorted(mixed, key=lambda word: filed_in(word, language)) == order


@pytest.mark.parametrize(
    ("number", "title", "skipped"),
    [
        ("en", "The zebra", 4), ("fr", "L'aube", 2), ("es", "Los ojos", 4), ("de", "Der Hut", 4),
        ("ar", "al-Kitab", 3), ("sv", "En man", 3), ("zh", "The 红楼梦", 4),
    ],
)  # fmt: skip
def test_leading_articles_are_skipped_as_the_record_says_in_every_language(
    number: str, title: str, skipped: int
) -> None:
    assert filed_in(title[skipped:], number) < filed_in(f"{title[skipped:]} again", number)
    said = Description(title_proper=title, filing_skip=skipped)
    made = document_of(TitleNames("a" * 13, "b" * 13, ""), said, (), (), added=0)
    assert made.title_key == filed_in(title[skipped:], "en")


@pytest.mark.parametrize(
    "pair",
    [
        ("year", "abc"), ("year", "-"), ("year", "99999999999999999999"), ("not.year", "1990"),
        ("age", "-1"), ("added", "x"), ("not.added", "7"), ("rating", "six"), ("nosuch", "1"),
        ("not.nosuch", "1"), ("available", "soon"), ("kind", "poem"), ("format", "scroll"),
        ("audience", "dogs"), ("not.format", "scroll"),
    ],
)  # fmt: skip
def test_the_command_refuses_what_a_filter_cannot_be_in_words(pair: tuple[str, str]) -> None:
    with pytest.raises(BadFilter) as refused:
        filters_from([pair])
    assert len(str(refused.value)) > 20


def test_years_turned_round_are_turned_back() -> None:
    assert filters_from([("year", "2005-1990")]) == filters_from([("year", "1990-2005")])
    assert filters_from([("year", "1990-")]) == (Filter("year", least=1990),)
    assert filters_from([("year", "-1990")]) == (Filter("year", most=1990),)


def test_a_library_files_by_an_alphabet_its_pages_do_not_speak(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(settings, "LIBRARY", Library(filing="sv", languages=("en",)))
    assert sorted(["Öga", "Ask", "Zoo"], key=filed) == ["Ask", "Zoo", "Öga"]
