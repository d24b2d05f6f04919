"""Who published it and when: the year patrons know it by."""

import pytest

from tests.unit.mapping.marc import described, problems_of


def codes(kind: str, date_1: str, date_2: str = "    ") -> str:
    """An 008 with these dates."""
    return f"008 200101{kind}{date_1}{date_2}nyu           000 0 eng d"


@pytest.mark.parametrize(
    ("kind", "date_1", "date_2", "year", "original"),
    [
        ("s", "2011", "    ", 2011, None),
        ("t", "2012", "2011", 2012, None),
        ("r", "1991", "1759", 1991, 1759),
        ("r", "1759", "1991", 1991, 1759),
        ("p", "2011", "2009", 2011, 2009),
        ("c", "2006", "9999", 2006, None),
        ("c", "184u", "9999", 1845, None),
        ("q", "1920", "1930", 1925, None),
        ("q", "1900", "1980", None, None),
        ("m", "1998", "2003", 1998, None),
        ("n", "uuuu", "uuuu", None, None),
        ("|", "||||", "||||", None, None),
        ("s", "9999", "    ", None, None),
        ("s", "19uu", "    ", None, None),
    ],
)
def test_the_year_follows_the_kind_of_date(
    kind: str, date_1: str, date_2: str, year: int | None, original: int | None
) -> None:
    found = described(codes(kind, date_1, date_2)).publication
    assert (found.year, found.original_year) == (year, original)


@pytest.mark.parametrize(
    ("printed", "year"),
    [
        ("2015.", 2015),
        ("[1980?]", 1980),
        ("c2010", 2010),
        ("2024 [1967]", 2024),
        ("[between 1900 and 1909]", 1904),
        ("[196-?]", 1965),
        ("平成22 [2010]", 2010),
        ("[n.d.]", None),
    ],
)
def test_without_008_the_printed_date_speaks(printed: str, year: int | None) -> None:
    assert described("008 ", f"264 #1 $aParis$c{printed}").publication.year == year


def test_the_printed_date_is_kept_as_it_is() -> None:
    found = described("264 #1 $a[Solon, Ohio] :$bPlayaway Digital Audio :$c[2012]").publication
    assert (found.place, found.publisher, found.date) == (
        "Solon, Ohio",
        "Playaway Digital Audio",
        "[2012]",
    )


def test_copyright_and_publication_are_told_apart() -> None:
    found = described(
        codes("t", "2022", "2021"), "264 #1 $aLeeds :$bNobody,$c2022.", "264 #4 $c©2021"
    ).publication
    assert (found.year, found.copyright_year, found.publisher) == (2022, 2021, "Nobody")


@pytest.mark.parametrize(
    "line",
    ["260 ## $a[S.l. :$bs.n.]", "264 #1 $a[Place of publication not identified]"],
)
def test_nobody_and_nowhere_are_no_publisher_and_no_place(line: str) -> None:
    found = described(line).publication
    assert (found.place, found.publisher) == ("", "")


def test_states_keep_the_stop_of_their_abbreviation() -> None:
    assert described("260 ## $aReston, Va. :$bGeological Survey").publication.place == "Reston, Va."


def test_dates_that_cannot_be_are_reported() -> None:
    assert "date_impossible" in problems_of(codes("s", "0042"), "245 10 $aOld")
