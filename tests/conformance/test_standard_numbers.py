"""Standard numbers are found as people type them, whatever form the record has."""

from pathlib import Path

import pytest

from commonplace.search.engines.contract import Request
from commonplace.search.query.cql.understanding import understand
from tests.conformance.engines import ENGINES, Library, title

C = "The C programming language"
TITLES = [
    title(C, identifier="9780131103702 0028-0836 85000002 n78890351 555555555 795975114233"),
    title("Reflections", identifier="9780804429573"),
    title("Part 123", identifier="9780545132053"),
    title("Germany, 1984 1914 18 and 555555555"),
]


@pytest.fixture(scope="module", params=ENGINES)
def library(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The titles, in each engine."""
    directory: Path = tmp_path_factory.mktemp("numbers")
    library = Library(ENGINES[request.param](directory / "index", request))
    library.has(*TITLES)
    return library


@pytest.mark.parametrize(
    "typed",
    [
        "9780131103702", "978-0-13-110370-2", "978 0 13 110370 2", "978-0131103702",
        "978–0–13–110370–2", "0131103709", "0-13-110370-9", "0 13 110370 9", "ISBN: 9780131103702",
        "ISBN9780131103702", "isbn 0-13-110370-9", "ISBN-13: 978-0131103702", "isbn:0131103709",
        "isbn:978 0 13 110370 2", "ISBN 10: 0131103709", "id:0131103709", "id:0 13 110370 9",
        'id:"978 0 13 110370 2"', '"0-13-110370-9"', "programming 0131103709",
        "ISSN 0028-0836", "issn:00280836", "id:0028-0836", "lccn:85-2", "LCCN n 78-890351",
        "(OCoLC)ocn555555555", "oclc:0555555555", "OCLC 555555555", "id:ocn555555555",
        "upc:795975114233",
    ],
)  # fmt: skip
def test_a_number_is_found_however_it_is_typed(library: Library, typed: str) -> None:
    assert library.finds(typed) == [C]


def test_a_check_digit_may_be_a_letter(library: Library) -> None:
    for typed in ("080442957X", "0-8044-2957-x", "id:0 8044 2957 X"):
        assert library.finds(typed) == ["Reflections"]


def test_figures_beside_each_other_are_no_number_where_the_check_digit_is_wrong(
    library: Library,
) -> None:
    assert library.finds("1984 1914 18") == ["Germany, 1984 1914 18 and 555555555"]
    assert library.finds("isbn 978 0 13 110370 1") == []


@pytest.mark.parametrize("number", ["0131103709", "978 0 13 110370 2", "0-13-110370-9"])
def test_machines_may_ask_for_either_form(library: Library, number: str) -> None:
    asked = Request(understand(f'bath.isbn = "{number}"').tree)
    assert library.names(library.engine.search(asked)) == [C]
