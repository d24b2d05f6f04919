"""A format typed among other words is understood as one."""

from pathlib import Path

import pytest

from commonplace.search.query.parsing import parse
from tests.conformance.engines import ENGINES, Library, title

KING = "King, Stephen"
TITLES = [
    title("Shining", facets={"format": ["dvd"]}, contributor=KING),
    title("Misery", facets={"format": ["large_print"]}, contributor=KING),
    title("Carrie", facets={"format": ["book"]}, contributor=KING),
    title("It", facets={"format": ["eaudiobook"]}, contributor=KING),
    title("Selling an ebook", facets={"format": ["book"]}),
    title("Ivanhoe", facets={"format": ["ebook"]}),
    title("Loud cats", facets={"format": ["book"]}, comment="I want the large print"),
]


@pytest.fixture(scope="module", params=ENGINES)
def library(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The titles, in each engine."""
    directory: Path = tmp_path_factory.mktemp("formats")
    library = Library(ENGINES[request.param](directory / "index", request))
    library.has(*TITLES)
    return library


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("stephen king dvd", ["Shining"]),
        ("DVDs stephen king", ["Shining"]),
        ("stephen king on dvd", ["Shining"]),
        ("large type stephen king", ["Misery"]),
        ('"king stephen" audiobook', ["It"]),
        ("stephen king audio book -carrie", ["It"]),
        ("misery by stephen king large print", ["Misery"]),
        ("stephen king braille", []),
        ("carrie dvd", []),
        ("large print", ["Misery", "Loud cats"]),
        ("e-books", ["Selling an ebook", "Ivanhoe"]),
        ("ti:dvd", []),
    ],
)
def test_titles_of_the_format_are_found(library: Library, typed: str, found: list[str]) -> None:
    assert library.finds(typed) == found


@pytest.mark.parametrize("typed", ["history of video games", "picture book illustration", "book"])
def test_what_may_mean_something_else_is_words(typed: str) -> None:
    assert parse(typed).problems == ()


def test_the_page_says_that_a_format_was_understood() -> None:
    (said,) = parse("stephen king dvd").problems
    assert said.sentence == "“dvd” was also looked for as a format."
