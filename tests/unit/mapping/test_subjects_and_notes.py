"""What it is about, what it is, what it is part of, and what the record tells."""

import pytest

from commonplace.bibliography import CallNumber, Contents
from tests.unit.mapping.marc import described


@pytest.mark.parametrize(
    ("line", "label", "thesaurus"),
    [
        ("650 #0 $aMigrant labor$zChina$vCase studies.",
         "Migrant labor -- China -- Case studies", "lcsh"),
        ("650 #1 $aDogs.", "Dogs", "lcshac"),
        ("650 #2 $aNeoplasms$xgenetics", "Neoplasms -- genetics", "mesh"),
        ("650 #6 $aÉglise et État$zFrance.", "Église et État -- France", "rvm"),
        ("650 #7 $aTrains.$2fast$0(OCoLC)fst01", "Trains", "fast"),
        ("650 #4 $aDrama.", "Drama", ""),
        ("600 10 $aEliot, George,$d1819-1880.$tMiddlemarch$xCriticism.",
         "Eliot, George, 1819-1880. Middlemarch -- Criticism", "lcsh"),
        ("651 #0 $aUnited States$xHistory$yCivil War, 1861-1865.",
         "United States -- History -- Civil War, 1861-1865", "lcsh"),
        ("650 #0 $aPsychoanalysis$xHistory$001234$3Some part", "Psychoanalysis -- History", "lcsh"),
        ("650 #0 $aProblems, exercises, etc.", "Problems, exercises, etc.", "lcsh"),
        ("690 ## $aLocal lore.", "Local lore", "local"),
        ("653 ## $aSteam engines", "Steam engines", ""),
    ],
)  # fmt: skip
def test_a_heading_keeps_its_parts_and_its_thesaurus(line: str, label: str, thesaurus: str) -> None:
    (found,) = described(line).subjects
    assert (found.label, found.thesaurus) == (label, thesaurus)


def test_a_field_without_a_heading_gives_none() -> None:
    assert described("650 #0 $0(x)1", "655 #7 $2lcgft").subjects == ()


def test_a_heading_of_two_thesauri_stands_once() -> None:
    found = described("650 #0 $aTrains.", "650 #7 $aTrains$2fast", "650 #2 $atrains")
    assert [(each.label, each.thesaurus) for each in found.subjects] == [("Trains", "lcsh")]


def test_regions_and_periods_are_gathered_from_subjects() -> None:
    found = described(
        "648 #7 $a1900-2099$2fast",
        "650 #0 $aLabor$zChina$y20th century.",
        "651 #0 $aChina$xHistory$y20th century.",
    )
    assert (found.regions, found.periods) == (("China",), ("1900-2099", "20th century"))


def test_genres_are_not_subjects() -> None:
    found = described("655 #7 $aDocumentary films.$2lcgft")
    assert [each.label for each in found.genres] == ["Documentary films"]
    assert found.subjects == ()


def series_of(*lines: str) -> list[tuple[str, str, str]]:
    """Title, number and heading of each series."""
    return [(each.title, each.number, each.heading) for each in described(*lines).series]


def test_a_traced_series_has_its_heading() -> None:
    assert series_of(
        "490 1# $aFact sheet ;$vno. 3", "830 #0 $aFact sheet (United States) ;$v3."
    ) == [("Fact sheet", "no. 3", "Fact sheet (United States)")]


def test_an_untraced_series_has_none() -> None:
    assert series_of("490 0# $aGli Oscar ;$v1507") == [("Gli Oscar", "1507", "")]


def test_an_old_series_is_printed_and_traced_at_once() -> None:
    assert series_of("440 #0 $aBig bands ;$v2") == [("Big bands", "2", "Big bands")]


def test_a_heading_without_a_statement_is_a_series_too() -> None:
    assert series_of("800 1# $aRowling, J. K.$tHarry Potter ;$v1.") == [
        ("Harry Potter", "1", "Rowling, J. K. Harry Potter")
    ]


def test_traced_statements_find_their_headings_by_title_when_counts_differ() -> None:
    assert series_of(
        "490 1# $aPenguin books ;$v7", "830 #0 $aVarious.", "830 #0 $aPenguin books."
    ) == [("Penguin books", "7", "Penguin books"), ("Various", "", "Various")]


@pytest.mark.parametrize(
    ("line", "contents"),
    [
        ("505 0# $aMy Bonny -- The ground the deck -- Work.",
         [("My Bonny", ""), ("The ground the deck", ""), ("Work", "")]),
        ("505 0# $aVals / Mangoré -- Samson / Haydn.",
         [("Vals", "Mangoré"), ("Samson", "Haydn")]),
        ("505 00 $tVals /$rMangoré --$tSamson /$rHaydn.",
         [("Vals", "Mangoré"), ("Samson", "Haydn")]),
        ("505 0# $a", []),
    ],
)  # fmt: skip
def test_contents_are_taken_apart(line: str, contents: list[tuple[str, str]]) -> None:
    assert described(line).contents == tuple(Contents(*each) for each in contents)


def test_summaries_reviews_and_warnings_are_told_apart() -> None:
    found = described(
        '520 ## $a"A shipwreck, and after"--$cProvided by publisher.',
        "520 1# $aA quiet epic.$cVariety$uhttps://variety.example/epic",
        "520 4# $aFlashing lights.",
        "520 3# $aAn abstract.",
    )
    assert found.summary == "A shipwreck, and after\n\nAn abstract."
    assert [(each.text, each.source, each.url) for each in found.critics] == [
        ("A quiet epic.", "Variety", "https://variety.example/epic")
    ]
    assert found.notes == ("Flashing lights.",)


def test_cast_credits_and_language_notes_have_their_places() -> None:
    found = described(
        "508 ## $aDirector, Ridley Scott.", "511 1# $aLady Gaga.", "546 ## $aIn French.",
        "546 ## $aSubtitled.", "538 ## $aDVD.", "586 ## $aOscar.", "500 ## $aA note.",
    )  # fmt: skip
    assert (found.credits, found.cast) == ("Director, Ridley Scott.", "Lady Gaga.")
    assert found.language_note == "In French. Subtitled."
    assert (found.playing, found.awards, found.notes) == (("DVD.",), ("Oscar.",), ("A note.",))


@pytest.mark.parametrize(
    ("line", "scheme", "number"),
    [
        ("050 00 $aDK254.L443$bR37 2010", "lc", "DK254.L443 R37 2010"),
        ("060 10 $aWG 120", "nlm", "WG 120"),
        ("082 00 $a947.084/1092$aB$222", "dewey", "947.0841092"),
        ("082 04 $a[E]$222", "local", "[E]"),
        ("086 0# $aI 29.21:P 18/", "sudoc", "I 29.21:P 18/"),
        ("086 1# $aCA1 A 12", "other", "CA1 A 12"),
        ("080 ## $a94(44)", "udc", "94(44)"),
        ("090 ## $aPQ4879.A9$bI5 1982", "lc", "PQ4879.A9 I5 1982"),
        ("092 ## $a813.54$bHER", "dewey", "813.54 HER"),
        ("099 ## $aDVD LAST", "local", "DVD LAST"),
    ],
)
def test_a_call_number_says_its_scheme(line: str, scheme: str, number: str) -> None:
    assert described(line).call_numbers == (CallNumber(scheme, number),)


def test_suppressed_in_koha_is_suppressed_here() -> None:
    assert described("942 ## $cBK$n1").is_suppressed
    assert not described("942 ## $cBK$n0").is_suppressed
