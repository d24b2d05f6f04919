"""The published work key: editions of one work meet, different works never do."""

import itertools
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonplace.bibliography import FORMATS, Contributor, Description, Publication, Series
from commonplace.records.mapping import describe
from commonplace.records.record import Field, WholeRecord
from commonplace.works import normalised, work_key
from tests.unit.works import vectors


def by(name: str, *roles: str, kind: str = "person") -> tuple[Contributor, ...]:
    """A main entry."""
    return (Contributor(name, roles=roles, kind=kind, is_creator=True),)


def book(title: str, name: str = "", remainder: str = "", **more: object) -> Description:
    """A book as its record describes it."""
    given: dict[str, Any] = {
        "title_proper": title,
        "remainder": remainder,
        "contributors": by(name) if name else (),
        "format": "book",
        "languages": ("eng",),
    }
    return Description(**(given | more))


DIARY = "Diary of a wimpy kid"
SAME = [
    (book("The hobbit", "Tolkien, J. R. R."), book("The hobbit", "Tolkien, J.R.R.")),
    (book("The hobbit", "Tolkien, J. R. R."), book("Hobbit", "J.R.R. Tolkien")),
    (book("The hobbit", "Tolkien, J. R. R. (John Ronald Reuel)", "or, There and back again"),
     book("The hobbit", "Tolkien, J. R. R.")),
    (book("Gone girl", "Flynn, Gillian", "a novel"), book("Gone girl", "Flynn, Gillian")),
    (book("Educated", "Westover, Tara", "a memoir"),
     book("Educated", "Westover, Tara", format="eaudiobook")),
    (book("Pride & prejudice", "Austen, Jane"), book("Pride and prejudice", "Austen, Jane")),
    (book("Kondō", "Kondō, Marie"), book("Kondo", "Kondo, Marie")),
    (book("Candide", "Voltaire", uniform_title="Candide", languages=("fre",)),
     book("Candide, or, Optimism", "Voltaire", uniform_title="Candide")),
    (book(DIARY, "Kinney, Jeff", "Book 1"), book(DIARY, "Kinney, Jeff")),
    (book("Vi︠a︡tka", "Ivanov, I."), book("Viatka", "Ivanov, I.")),
    (book("A tale for the time being", "Ozeki, Ruth L."),
     book("A tale for the time being", "Ozeki, Ruth")),
    (book("Faust", "Goethe", part_number="2. Teil"),
     book("Faust", "Goethe", part_number="Part II")),
    (book("Arrival", format="dvd", contributors=by("Villeneuve, Denis", "film director")),
     book("Arrival", format="bluray", credits="Director, Denis Villeneuve.")),
]  # fmt: skip
DIFFERENT = [
    (book("Arrival", "Villeneuve, Denis"),
     book("Arrival", format="dvd", contributors=by("Villeneuve, Denis", "film director"))),
    (book("Faust", "Goethe", part_number="1"), book("Faust", "Goethe", part_number="2")),
    (book(DIARY, "Kinney, Jeff", "Rodrick rules", series=(Series(DIARY, "2"),)),
     book(DIARY, "Kinney, Jeff", "Dog days", series=(Series(DIARY, "4"),))),
    (book(DIARY, "Kinney, Jeff", "Book 1"), book(DIARY, "Kinney, Jeff", "Book 2")),
    (book("Poems", "Dickinson, Emily", "1850-1860"),
     book("Poems", "Dickinson, Emily", "1861-1870")),
    (book("Wonder", "Lloyd, Jo", uniform_title="Short stories. Selections"),
     book("Other", "Lloyd, Jo", uniform_title="Short stories. Selections")),
    (book("Cinderella", format="dvd", publication=Publication(original_year=1950)),
     book("Cinderella", format="dvd", publication=Publication(original_year=2015))),
    (book("Game of thrones. The complete first season", format="dvd"),
     book("Game of thrones. The complete second season", format="dvd")),
    (book("Annual report", contributors=by("Leeds (England)", kind="body"), remainder="2001"),
     book("Annual report", contributors=by("Leeds (England)", kind="body"), remainder="2002")),
    (book("Watchmen", "Moore, Alan"), book("Watchmen", "Moore, Alan", format="graphic_novel")),
    (book("归途列车"), book("回家")),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), SAME)
def test_editions_of_one_work_have_one_key(one: Description, other: Description) -> None:
    assert work_key(one) == work_key(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_works_have_different_keys(one: Description, other: Description) -> None:
    assert work_key(one) != work_key(other)


def test_the_page_and_the_code_give_the_same_keys() -> None:
    """The published vectors: every line of the page's table, made from what it says."""
    shown = vectors.on_the_page()
    assert shown == vectors.table().splitlines()[2:], "run: python -m tests.unit.works.vectors"
    assert len(shown) >= 20


def test_the_shared_grouping_vectors_come_out_as_wished(shared: Path) -> None:
    vectors = json.loads((shared / "vectors/grouping.json").read_text("utf-8"))["aspen"]["vectors"]
    keys = [(each["desired_work"], _key_of(each)) for each in vectors]
    wrong = [
        (one, other)
        for one, other in itertools.combinations(keys, 2)
        if (one[0] == other[0]) != (one[1] == other[1])
    ]
    assert wrong == []


def _key_of(vector: dict[str, str]) -> str:
    parts = (("a", vector["245a"]), ("p", vector["245np"]), ("b", vector["245b"]))
    fields = [
        Field("008", value="200101s2020    nyu           000 1 eng d"),
        Field("100", "1 ", (("a", vector["author_100a"]),)),
        Field("245", f"1{vector['nonfiling']}", tuple(part for part in parts if part[1])),
    ]
    return work_key(describe(WholeRecord("00000nam a2200000 i 4500", fields)).description)


def test_normalising_follows_the_shared_rules(shared: Path) -> None:
    vectors = json.loads((shared / "vectors/grouping.json").read_text("utf-8"))
    for given_text, wanted in vectors["naco_normalisation"]["simple"]:
        assert normalised(given_text) == wanted


@given(
    st.text(max_size=80),
    st.text(max_size=40),
    st.text(max_size=40),
    st.sampled_from(sorted(FORMATS)),
)
def test_any_evidence_gives_a_key_of_five_parts(
    title: str, name: str, remainder: str, code: str
) -> None:
    made = work_key(book(title, name, remainder, format=code))
    parts = made.split("|")
    assert len(parts) == 5
    assert parts[0] == "2"
    assert made == work_key(book(title, name, remainder, format=code))


@given(st.text(max_size=80))
def test_what_is_normalised_stays_as_it_is(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)
