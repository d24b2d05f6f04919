"""What very many completions begin with is kept beforehand, in the order an index would find it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonplace.bibliography import title_id_of, work_id_of
from commonplace.search.engines.contract import Document
from commonplace.search.engines.layout import COMPLETED_BY, prepare
from commonplace.search.suggestions import beginnings
from commonplace.search.suggestions.beginnings import Beginning, Completions


def kept(*documents: Document) -> dict[str, Beginning]:
    counted = Completions()
    counted.add([prepare(document) for document in documents])
    return {each.letters: each for each in counted.beginnings()}


def titled(number: int, title: str, **facets: tuple[str, ...]) -> Document:
    title_id = title_id_of("test", str(number))
    return Document(title_id, work_id_of(title), {"title": (title,)}, facets=facets)


def shown(texts: list[str]) -> list[str]:
    return [text.partition(COMPLETED_BY)[2] for text in texts]


def test_titles_and_headings_of_a_heavy_beginning_stand_apart_the_commonest_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(beginnings, "HEAVY", 3)
    found = kept(
        titled(22, "Train home", author=("Tran, Anh",)),
        titled(23, "Trains", author=("Tran, Anh",)),
        titled(24, "Trains", subject=("Travel -- China",)),
        titled(25, "Bread"),
    )
    assert "b" not in found
    assert shown(list(found["tra"].titles)) == ["Trains", "Train home"]
    assert shown(list(found["tra"].headings))[:2] == ["Tran, Anh", "Travel"]
    assert found["tra"].completing("tra", 1) == (["Trains"], ["Tran, Anh"])


def test_headings_of_a_title_too_long_to_complete_are_no_titles(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(beginnings, "HEAVY", 1)
    long = "An act to provide " * 10
    found = kept(
        titled(31, long, author=("Congress",), subject=("Congress -- History",)),
        titled(32, long, author=("Congress  of  Vienna",)),
        titled(33, "Congo"),
    )
    assert shown(list(found["con"].titles)) == ["Congo"]
    assert shown(list(found["con"].headings)) == ["Congress", "Congress of Vienna"]


def test_a_longer_key_is_answered_only_where_nothing_rarer_can_be_meant() -> None:
    many = [f"reporta{n}{COMPLETED_BY}Report A{n}" for n in range(beginnings._KEPT_LONGEST)]
    one = Beginning("report", many, [f"reporter{COMPLETED_BY}Reporter"])
    assert one.completing("reporta", 5) == ([f"Report A{n}" for n in range(5)], [])
    assert one.completing("reportb", 5) is None
    few = Beginning("report", many[:7], [])
    assert few.completing("reportb", 5) == ([], [])


WORD = st.text("abç火", min_size=1, max_size=3)


@given(st.lists(st.lists(WORD, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=40))
def test_what_is_kept_is_what_looking_through_all_completions_finds(titles: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(beginnings, "HEAVY", 2)
        documents = [titled(100 + n, title) for n, title in enumerate(titles)]
        found = kept(*documents)
    every: dict[str, int] = {}
    for document in documents:
        for text in prepare(document)["completion"]:  # type: ignore[union-attr]  # a list
            every[text] = every.get(text, 0) + 1
    in_order = sorted(every, key=lambda text: (-every[text], text))
    for length in range(1, beginnings.LONGEST + 1):
        for letters in {text[:length] for text in every}:
            begun = [text for text in in_order if text.startswith(letters)]
            if COMPLETED_BY not in letters and len(begun) > 2:
                assert list(found[letters].titles) == begun
            else:
                assert letters not in found
