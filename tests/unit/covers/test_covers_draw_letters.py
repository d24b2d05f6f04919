"""The drawings: all of them work in any room, with any letters, in every set of inks."""

import re
import xml.etree.ElementTree as ET
from collections import Counter
from itertools import product

import pytest

from commonplace.web.covers import Cover, class_ink, draw_cover
from commonplace.web.covers.drawings import DRAWINGS
from commonplace.web.covers.drawings.choice import Wanted, choose
from commonplace.web.covers.drawings.motifs import pattern
from commonplace.web.covers.drawings.scene import Scene
from commonplace.web.covers.inks import INK_SETS, Inks, contrast, ink_set, mix, on_dark, on_paper
from commonplace.web.covers.letters import read_letters

READABLE = 4.5
TITLES = ("Last train home", "V", "", "!!!", "WWWWWWWW", "归途列车", "ألف ليلة وليلة", "1984",
          "Proceedings of the international symposium on paper " * 5)  # fmt: skip
GROUNDS = [made(inks) for inks in INK_SETS.values() for made in (on_dark, on_paper)]


def parsed(drawn: str) -> ET.Element:
    """The drawing as a tree; fails where it is not well formed."""
    return ET.fromstring(drawn)  # noqa: S314 - our own drawing, without declarations


@pytest.mark.parametrize("name", DRAWINGS)
@pytest.mark.parametrize("title", TITLES)
def test_every_drawing_works_in_any_room(name: str, title: str) -> None:
    inks = on_dark(INK_SETS["c3"])
    for width, height in product((204.0, 240.0), (60.0, 130.0, 320.0)):
        scene = Scene(width, height, read_letters(title), inks, (title or "A")[0].upper())
        drawn = DRAWINGS[name].draw(scene)
        assert drawn
        assert len(drawn) < 9_000
        assert "nan" not in drawn
        parsed(f"<svg>{drawn}</svg>")


@pytest.mark.parametrize("name", DRAWINGS)
def test_another_title_makes_another_drawing(name: str) -> None:
    inks = on_paper(INK_SETS["c5"])
    one, other = (
        DRAWINGS[name].draw(Scene(240, 200, read_letters(title), inks, title[0]))
        for title in ("Northern girls", "Country driving")
    )
    assert one != other


def test_there_are_twenty_drawings_and_more_and_titles_use_them_all() -> None:
    used: Counter[str] = Counter()
    named = {id(drawing): name for name, drawing in DRAWINGS.items()}
    for place in range(2000):
        title = f"Title {place}"
        used[named[id(choose(Wanted(read_letters(title), 250, title)))]] += 1
    assert set(used) == set(DRAWINGS)
    assert len(DRAWINGS) > 20
    assert max(used.values()) < 4 * 2000 / len(DRAWINGS)


def test_a_drawing_that_stands_on_the_ground_is_not_hung_over_a_title() -> None:
    chosen = [choose(Wanted(read_letters(str(n)), 200, str(n), is_above=True)) for n in range(300)]
    assert not any(drawing.stands for drawing in chosen)


def test_the_pattern_behind_a_label_is_small_too() -> None:
    for title in TITLES:
        scene = Scene(240, 360, read_letters(title), on_dark(INK_SETS["cf"]))
        assert 500 < len(pattern(scene)) < 8_000


@pytest.mark.parametrize("inks", GROUNDS)
def test_words_can_be_read_on_every_ground(inks: Inks) -> None:
    assert contrast(inks.ground, inks.text) >= READABLE
    assert contrast(inks.deep, inks.pale) >= READABLE


@pytest.mark.parametrize("inks", GROUNDS)
def test_every_ink_of_a_picture_differs_from_its_ground(inks: Inks) -> None:
    assert all(contrast(inks.ground, ink) >= 1.4 for ink in inks.picture)
    assert len({inks.ground, *inks.picture}) == 4


def test_contrast_is_reckoned_as_wcag_does() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert mix("#000000", "#FFFFFF", 0.5) == "#808080"


@pytest.mark.parametrize(
    ("class_", "token"),
    [("305.56", "c3"), ("DVD 305.5", "c3"), ("J 599.7", "c5"), ("813/.54", "c8"), ("FIC", "cf"),
     ("[Fic]", "cf"), ("F", "cf"), ("E", "cf"), ("SF LEG", "cf"), ("PZ7.1", "cf"), ("PS3565", "c8"),
     ("QA76.73", "c5"), ("BL 80", "c2"), ("B", "c1"), ("B OBAMA", "c9"), ("E 185.61", "c9"),
     ("", "c0"), ("٣٠٥", "c0"), ("\n<x>", "c0"), ("Music", "c0")],
)  # fmt: skip
def test_the_class_sets_the_colour_of_covers_and_spines(class_: str, token: str) -> None:
    assert class_ink(class_) == token


def test_novels_do_not_all_wear_one_ink() -> None:
    chosen = {ink_set("FIC", "book", "text", lot).main for lot in range(256)}
    assert len(chosen) > 4
    assert ink_set("305.5", "book", "text", 3) == INK_SETS["c3"]


def test_last_train_home_looks_as_it_was_designed() -> None:
    drawn = draw_cover(
        Cover("Last train home", name="Lixin Fan", second_title="归途列车", class_="305.5",
              label="DVD 305.5", format="dvd")
    )  # fmt: skip
    assert drawn.startswith('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 336"')
    inks = on_dark(INK_SETS["c3"])
    assert set(re.findall("#[0-9A-F]{6}", drawn)) >= {inks.ground, *inks.picture}
    words = re.findall(r">([^<]+)</text>", drawn)
    assert words == ["LIXIN FAN", "Last train", "home", "归途列车", "DVD 305.5"]
