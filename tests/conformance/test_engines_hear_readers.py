"""What every search engine makes of readers' words: comments, means, and how many have rated."""

from pathlib import Path

import pytest

from commonplace.discovery.asking import rated
from commonplace.search.engines.contract import Sort
from tests.conformance.engines import ENGINES, Library, title


@pytest.fixture(params=ENGINES)
def library(request: pytest.FixtureRequest, tmp_path: Path) -> Library:
    """Rated and unrated titles, once with each engine."""
    library = Library(ENGINES[request.param](tmp_path / "index", request))
    library.has(
        title("Emma", numbers={"rating": 48, "ratings": 4}),
        title("Persuasion", numbers={"rating": 40, "ratings": 900}, comment="Gripping to the end."),
        title("Sanditon", numbers={"rating": 40, "ratings": 3}),
        title("Lady Susan", numbers={"rating": 37, "ratings": 5}),
        title("The Watsons", numbers={"ratings": 2}),
        title("Evelina", subject="Gripping tales", comment="Dull"),
    )
    return library


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("starrating:[4 TO 5]", {"Emma", "Persuasion", "Sanditon"}),
        ("sr:4", {"Persuasion", "Sanditon"}),
        ("sr:3.5", {"Lady Susan"}),
        ("sr:3.7", {"Lady Susan"}),
        ("sr:[4½ TO *]", {"Emma"}),
        ("sr:[* TO 5]", {"Emma", "Persuasion", "Sanditon", "Lady Susan"}),
        ("sr:[5 TO 4]", {"Emma", "Persuasion", "Sanditon"}),
        ("sanditon -sr:[4 TO 5]", set()),
    ],
)
def test_titles_are_found_by_their_mean(library: Library, typed: str, names: set[str]) -> None:
    assert set(library.finds(typed)) == names


def test_titles_are_kept_by_their_mean(library: Library) -> None:
    assert set(library.finds("", *rated("4"))) == {"Emma", "Persuasion", "Sanditon"}
    assert library.finds("", *rated("4.5")) == ["Emma"]
    assert library.counts("", "rating", *rated("4")) == {"48": 1, "40": 2, "37": 1}


def test_the_best_rated_come_first_and_of_equal_means_those_more_have_rated(
    library: Library,
) -> None:
    order = ["Emma", "Persuasion", "Sanditon", "Lady Susan"]
    assert library.finds("", sort=Sort.RATING)[: len(order)] == order


def test_how_many_have_rated_tells_titles_apart_that_are_borrowed_alike(library: Library) -> None:
    library.has(
        title("Cecilia", numbers={"loans": 1}),
        title("Camilla", numbers={"loans": 1, "ratings": 2}),
    )
    assert library.finds("", sort=Sort.POPULAR)[:3] == ["Camilla", "Cecilia", "Persuasion"]


def test_a_comment_is_found_anywhere_and_its_words_count_for_least(library: Library) -> None:
    assert library.finds("gripping") == ["Evelina", "Persuasion"]
    assert library.finds("persuasion grip") == ["Persuasion"]
    assert library.finds('"gripping to the end"') == ["Persuasion"]
    assert library.finds("su:gripping") == ["Evelina"]
    assert library.finds("no:gripping") == []
