"""Why a title was found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonplace.search.query.parsing import parse
from commonplace.search.query.reasons import reasons

TEXTS = {
    "title": ["Last train home", "Gui tu lie che"],
    "contributor": ["Fan, Lixin"],
    "subject": ["Migrant labor -- China"],
    "summary": ["Thousands go home."],
}
KNOWN = ["Last train home", "Gui tu lie che", "归途列车"]


@pytest.mark.parametrize(
    ("typed", "sentences"),
    [
        ("the last train home", ["“Last train home” is a title of this."]),
        ("guitulieche", ["“Gui tu lie che” is a title of this."]),
        ("歸途列車", ["“归途列车” is a title of this."]),
        ("last train", ["The title begins with “last train”."]),
        (
            "last train by fan lixin",
            ["The title begins with “last train”.", "“fan lixin” is in a name."],
        ),
        (
            "train home by lixin",
            ["“train home” is in the title.", "“lixin” is in a name."],
        ),
        ("ti:train OR ti:(train home)", ["“train home” is in the title."]),
        ("train last", ["“train last” is in the title."]),
        (
            "lixin migrant thousands train",
            [
                "“lixin” is in a name.",
                "“migrant” is in a subject.",
                "“thousands” is in the summary.",
                "“train” is in the title.",
            ],
        ),
        ("trains", ["“trains” is in the title."]),
        ("labour home", ["“labour” is in a subject.", "“home” is in the title."]),
        ("migra*", ["A word that begins with “migra” is in a subject."]),
        ("su:china NOT cats", ["“china” is in a subject."]),
        ("home OR elephants", ["“home” is in the title."]),
        ("fo:dvd py:2011", []),
        ("", []),
    ],
)
def test_a_title_says_why_it_was_found(typed: str, sentences: list[str]) -> None:
    found = reasons(parse(typed).tree, TEXTS, KNOWN)
    assert [reason.sentence for reason in found] == sentences


def test_a_title_without_texts_has_no_reason() -> None:
    assert reasons(parse("last train home").tree, {}, ()) == ()


@given(st.text(max_size=40), st.lists(st.text(max_size=40), max_size=2))
def test_any_reason_can_be_said(typed: str, titles: list[str]) -> None:
    for reason in reasons(parse(typed).tree, {"title": titles, "notes": titles}, titles):
        assert reason.sentence
