"""How titles, names and labels are set: within the margins, in their own script's manner."""

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commonplace.web.covers import Cover, draw_cover
from commonplace.web.covers.cleaning import clean
from commonplace.web.covers.inks import INK_SETS, on_dark
from commonplace.web.covers.layouts import Sheet, over
from commonplace.web.covers.letters import read_letters
from commonplace.web.covers.scripts import ARABIC, HAN, JAPANESE, LATIN, script_of
from commonplace.web.covers.setting import set_text
from commonplace.web.covers.widths import cut_to, text_width, with_ellipsis
from commonplace.web.covers.wording import TITLE_SIZES, heading, name_lines, read_words

ROOM = (204.0, 97.0)
SVG_TEXT = "{http://www.w3.org/2000/svg}text"
TITLES = st.one_of(
    st.text(max_size=300),
    st.text(alphabet="abcdeWM i-—語の字 אבשלום كتاب", max_size=300),
)


def parsed(drawn: str) -> ET.Element:
    """The drawing as a tree; fails where it is not well formed."""
    return ET.fromstring(drawn)  # noqa: S314 - our own drawing, without declarations


@settings(deadline=None)
@given(TITLES)
def test_every_line_of_a_title_fits_between_the_margins(title: str) -> None:
    said = clean(title)
    setting = set_text(said, script_of(said), TITLE_SIZES, ROOM)
    assert all(text_width(line.text) * setting.size <= ROOM[0] + 0.01 for line in setting.lines)
    assert setting.depth <= ROOM[1] or len(setting.lines) == 1


@given(TITLES)
def test_setting_loses_no_letter_unless_an_ellipsis_says_so(title: str) -> None:
    said = clean(title)
    setting = set_text(said, script_of(said), TITLE_SIZES, ROOM)
    printed = "".join(line.text for line in setting.lines)
    assert printed.endswith("…") or printed.replace(" ", "") == said.replace(" ", "")


def test_a_title_is_set_at_the_largest_size_that_keeps_it_short() -> None:
    sizes = [
        set_text(title, LATIN, TITLE_SIZES, ROOM).size
        for title in ("Emma", "Last train home", "The left hand of darkness", "I deliver " * 6)
    ]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == TITLE_SIZES[0]


def test_lines_are_evened_out() -> None:
    lines = set_text("The house on Mango Street", LATIN, (32.0,), ROOM).lines
    assert [line.text for line in lines] == ["The house on", "Mango Street"]


def test_han_breaks_between_any_characters_but_not_before_a_full_stop() -> None:
    lines = set_text("一二三四五。六七", HAN, (40.0,), ROOM).lines
    assert not any(line.text.startswith("。") for line in lines)
    assert len(lines) == 2


def test_a_word_breaks_after_its_own_hyphen() -> None:
    lines = set_text("Constantine-Cyril", LATIN, (32.0,), ROOM).lines
    assert [line.text for line in lines] == ["Constantine-", "Cyril"]


def test_a_cut_ends_with_whole_words() -> None:
    assert with_ellipsis("the conservation of manuscripts", 12) == "the conservation of…"
    assert cut_to("short", 12) == "short"
    assert cut_to("", 12) == ""


def test_a_latin_name_is_in_capitals_and_an_arabic_one_is_not_spaced() -> None:
    latin, arabic = (
        draw_cover(Cover("x" * 90, name="Lixin Fan")),
        draw_cover(Cover("الأيام" * 9, name="طه حسين")),
    )
    assert "LIXIN FAN" in latin
    name = next(e for e in parsed(arabic).iter(SVG_TEXT) if e.text == "طه حسين")
    assert "letter-spacing" not in name.attrib


def test_a_long_name_takes_two_lines_and_then_an_ellipsis() -> None:
    words = read_words(Cover("Paper", name="International Federation of " * 4))
    lines = name_lines(words, 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")


@pytest.mark.parametrize(
    ("text", "lang", "script"),
    [("Война и мир", "", LATIN), ("الأيام", "", ARABIC), ("红楼梦", "chi", HAN),
     ("紅樓夢", "jpn", JAPANESE), ("世界の終り", "", JAPANESE), ("12 !", "", LATIN)],
)  # fmt: skip
def test_the_script_is_that_of_most_letters(text: str, lang: str, script: object) -> None:
    assert script_of(text, lang) is script


def test_an_arabic_title_starts_from_the_right_edge() -> None:
    cover = Cover("ألف ليلة وليلة", name="مجهول", second_title="The thousand and one nights")
    words = read_words(cover)
    drawn = heading(words).drawn(words, "#000000", 0)
    title = next(e for e in _texts(drawn) if "ألف" in (e.text or ""))
    second = next(e for e in _texts(drawn) if "thousand" in (e.text or ""))
    assert (title.get("x"), title.get("direction"), title.get("text-anchor")) == (
        "222",
        "rtl",
        None,
    )
    assert (second.get("x"), second.get("text-anchor")) == ("222", "end")


def test_the_other_script_is_taken_where_the_title_is_missing() -> None:
    assert "归途列车" in draw_cover(Cover("", second_title="归途列车", format="music_cd"))


def test_the_picture_begins_where_the_words_end() -> None:
    words = read_words(Cover("Last train home", name="Lixin Fan", format="dvd"))
    drawn = over(Sheet(words, read_letters(words.title), on_dark(INK_SETS["c3"])))
    picture = parsed(f"<svg>{drawn}</svg>").find("svg")
    assert picture is not None
    assert float(picture.get("y", "0")) >= heading(words).depth


def _texts(fragment: str) -> list[ET.Element]:
    return list(parsed(f"<svg>{fragment}</svg>").iter("text"))


def test_marks_over_latin_letters_do_not_cost_a_name_its_capitals() -> None:
    words = read_words(Cover("Ocherki", name="M. F. Vi\ufe20a\ufe21tkin"))
    assert name_lines(words, 1) == ["M. F. VI\ufe20A\ufe21TKIN"]
