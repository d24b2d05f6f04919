"""Covers are drawn for whatever words a record brings, and stay well formed, small and inert."""

import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commonplace.bibliography.formats import FORMATS
from commonplace.web.covers import Cover, cover_version, draw_cover

SVG = "{http://www.w3.org/2000/svg}"
MOST_BYTES = 10_000
SAFE_TAGS = frozenset({"svg", "g", "rect", "path", "circle", "text", "defs", "use", "clipPath"})

SCRIPTS = st.sampled_from(
    ["Last train home", "归途列车", "キッチン", "엄마를 부탁해", "ألف ليلة وليلة", "אהבה", "गोदान",
     "สี่แผ่นดิน", "Война и мир", "Οδύσσεια", "😀👩‍👩‍👧‍👦🇫🇷", "!!!", "1984", "\u202egnp\u202c"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=300), st.lists(SCRIPTS, max_size=20).map(" ".join), SCRIPTS)
COVERS = st.builds(
    Cover,
    title=TEXTS,
    remainder=TEXTS,
    name=TEXTS,
    second_title=TEXTS,
    class_=st.one_of(st.sampled_from(["", "305.5", "FIC", "PS3565", "895.1", "E"]), st.text()),
    label=TEXTS,
    format=st.one_of(st.sampled_from(sorted(FORMATS)), st.text(max_size=8)),
    title_lang=st.one_of(st.sampled_from(["", "ja", "zh-Hant", "chi"]), st.text(max_size=12)),
)


def parsed(drawn: str) -> ET.Element:
    """The drawing as a tree; fails where it is not well formed."""
    return ET.fromstring(drawn)  # noqa: S314 - our own drawing, without declarations


@settings(max_examples=300, deadline=None)
@given(COVERS)
def test_any_words_give_a_well_formed_small_and_inert_drawing(cover: Cover) -> None:
    drawn = draw_cover(cover)
    assert len(drawn.encode()) <= MOST_BYTES
    root = parsed(drawn)
    for each in root.iter():
        assert each.tag.removeprefix(SVG) in SAFE_TAGS
        assert not [name for name in each.attrib if name.startswith("on") or name == "style"]
    references = re.findall(r'href="([^"]*)"|url\(([^)]*)\)', drawn)
    assert all((one or other).startswith("#") for one, other in references)


@given(COVERS)
def test_the_same_words_always_give_the_same_drawing(cover: Cover) -> None:
    assert draw_cover(cover) == draw_cover(cover)


def test_another_process_gives_the_same_drawing() -> None:
    code = (
        "from commonplace.web.covers import Cover, draw_cover;"
        "print(draw_cover(Cover('Last train home', name='Lixin Fan', class_='305.5')), end='')"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": os.pathsep.join(sys.path)}
    other = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert other.stdout == draw_cover(Cover("Last train home", name="Lixin Fan", class_="305.5"))


HOSTILE = (
    "</text><script>alert(1)</script>",
    '"><image href="https://example.org/x.png"/>',
    "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>&x;",
    "]]><svg onload=alert(1)>",
    "<style>@import url(https://example.org)</style>",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_in_every_place_stays_text(text: str) -> None:
    cover = Cover(
        text, remainder=text, name=text, second_title=text, class_=text, label=text,
        format=text, title_lang=text,
    )  # fmt: skip
    drawn = draw_cover(cover)
    root = parsed(drawn)
    assert {each.tag.removeprefix(SVG) for each in root.iter()} <= SAFE_TAGS
    assert not any(name == "href" for each in root.iter("image") for name in each.attrib)
    assert "<!" not in drawn


def test_controls_and_direction_tricks_are_not_printed() -> None:
    drawn = draw_cover(Cover("a\u202eb\u2066c\u200fd\x00e\x1bf\ufeffg\ud800h\u00adi\U000e0041j"))
    unfit = "[\u202a-\u202e\u2066-\u2069\u200e\u200f\x00-\x1f\ufeff\ud800-\udfff\u00ad\U000e0041]"
    assert not re.search(unfit, drawn)


def test_a_tower_of_marks_is_cut_down() -> None:
    drawn = draw_cover(Cover("Z" + "\u0351" * 200, name="T" + "\u0351" * 200))
    assert "\u0351" * 3 not in drawn


def test_the_language_is_only_stated_where_it_is_one() -> None:
    assert 'xml:lang="zh-Hant"' in draw_cover(Cover("紅樓夢", title_lang="zh-Hant"))
    assert "xml:lang" not in draw_cover(Cover("紅樓夢", title_lang='zh" onload="x'))


@pytest.mark.parametrize(
    ("code", "size"),
    [("book", (240, 360)), ("dvd", (240, 336)), ("bluray", (240, 336)), ("music_cd", (240, 240)),
     ("music_tape", (240, 360)), ("magazine", (240, 320)), ("nobody knows", (240, 360))],
)  # fmt: skip
def test_the_format_sets_the_proportions(code: str, size: tuple[int, int]) -> None:
    root = parsed(draw_cover(Cover("Zelda", format=code)))
    assert (int(root.get("width", "")), int(root.get("height", ""))) == size


def test_the_version_is_a_short_word_that_stays() -> None:
    assert re.fullmatch("[0-9a-f]{12}", cover_version())
    assert cover_version() == cover_version()
