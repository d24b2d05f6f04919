"""How names, languages and days are said."""

from datetime import date

import pytest
from django.utils import translation

from commonplace.bibliography import FORMATS
from commonplace.web.blocks.titles import shortened
from commonplace.web.words.formats import LABELS, format_label
from commonplace.web.words.moments import day, listed, number
from commonplace.web.words.names import person_as_said
from commonplace.web.words.tongues import language_name, language_tag, own_name


@pytest.mark.parametrize(
    ("filed", "said"),
    [
        ("Fan, Lixin", "Lixin Fan"),
        ("Le Guin, Ursula K.", "Ursula K. Le Guin"),
        ("King, Martin Luther, Jr.", "Martin Luther King, Jr."),
        ("Rowling, J. K. (Joanne Kathleen)", "J. K. Rowling"),
        ("Seuss, Dr.", "Dr. Seuss"),
        ("Elizabeth II, Queen of Great Britain", "Elizabeth II, Queen of Great Britain"),
        ("Zauner, Michelle, 1989-", "Michelle Zauner"),
        ("Austen, Jane, 1775-1817.", "Jane Austen"),
        ("King, Martin Luther, Jr., 1929-1968", "Martin Luther King, Jr."),
        ("Polo, Marco, approximately 1254-approximately 1324", "Marco Polo"),
        ("Homer", "Homer"),
        ("鲁迅", "鲁迅"),
        ("", ""),
        (",", ","),
        ("Smith, ", "Smith,"),
    ],
)
def test_a_persons_name_is_turned_the_way_it_is_said(filed: str, said: str) -> None:
    assert person_as_said(filed) == said


@pytest.mark.parametrize(
    ("text", "languages", "tag"),
    [
        ("归途列车", ("chi",), "zh"),
        ("Last train home", ("chi",), "und-Latn"),
        ("キッチン", ("jpn",), "ja"),
        ("台所", ("jpn",), "ja"),
        ("الأيام", ("ara",), "ar"),
        ("Война и мир", ("rus",), "ru"),
        ("Война и мир", ("eng",), "und-Cyrl"),
        ("Emma", ("eng",), "en"),
        ("Emma", (), ""),
        ("归途列车", (), "zh"),
        ("1984", ("eng",), ""),
        ("Emma", ("mul", "zzz"), ""),
    ],
)
def test_text_is_marked_with_a_language_only_when_its_letters_are_of_it(
    text: str, languages: tuple[str, ...], tag: str
) -> None:
    assert language_tag(text, languages) == tag


def test_languages_are_named_in_the_page_language() -> None:
    assert language_name("chi") == "Chinese"
    assert language_name("fiu") == "Finno-Ugrian (Other)"
    with translation.override("fr"):
        assert language_name("chi") == "Chinois"
    assert own_name("zh-hans") == "简体中文"
    assert own_name("ar") == "العربية"


@pytest.mark.parametrize("tag", ["grc", "ang", "enm", "frm", "egy", "not-a-tag", ""])
def test_a_language_that_has_no_locale_is_named_without_one(tag: str) -> None:
    assert own_name("grc") == "Ancient Greek"
    assert isinstance(own_name(tag), str)


def test_numbers_days_and_lists_follow_the_page_language() -> None:
    assert (number(5000), day(date(2026, 12, 3))) == ("5,000", "3 December 2026")
    with translation.override("fr"):
        assert day(date(2026, 12, 3)) == "3 décembre 2026"
    assert listed(["one", "two", "three"]) == "one, two and three"


def test_every_format_has_a_name_marked_for_translation() -> None:
    assert {each.label for each in FORMATS.values()} == set(LABELS)
    assert format_label("dvd") == "DVD"


@pytest.mark.parametrize(
    ("text", "most", "short"),
    [
        ("Short.", 20, "Short."),
        ("One sentence. And another one that runs on.", 20, "One sentence."),
        ("Many words without an end in sight at all", 20, "Many words without…"),
        ("x" * 50, 10, "x" * 10 + "…"),
    ],
)
def test_a_text_is_cut_at_a_sentence_or_a_word(text: str, most: int, short: str) -> None:
    assert shortened(text, most) == short
