"""In which languages, and for whom."""

import pytest

from tests.unit.mapping.marc import described, problems_of

FILM = "00000cgm a2200000 i 4500"


def codes(language: str = "eng", audience: str = " ", form: str = "0") -> str:
    """An 008 of a book with these codes."""
    return f"008 200101s2020    nyu    {audience}      000 {form} {language} d"


@pytest.mark.parametrize(
    ("lines", "spoken"),
    [
        ([codes("chi")], ("chi",)),
        ([codes("eng"), "041 0# $aengfre"], ("eng", "fre")),
        ([codes("mul"), "041 0# $aeng$afre"], ("eng", "fre")),
        ([codes("scr")], ("hrv",)),
        ([codes("zxx")], ()),
        ([codes("|||")], ()),
        ([codes("   ")], ()),
        ([codes("qqq")], ()),
        ([codes("eng"), "041 07 $aen$anb$2iso639-1"], ("eng",)),
        ([codes("ita"), "041 1# $dita$eger"], ("ita",)),
    ],
)
def test_languages_are_codes_of_the_list(lines: list[str], spoken: tuple[str, ...]) -> None:
    assert described(*lines).languages == spoken


def test_a_code_nobody_knows_is_reported() -> None:
    assert "language_unknown" in problems_of(codes("qqq"), "245 10 $aX")
    assert "language_unknown" in problems_of("041 0# $aqqq", "245 10 $aX")


def test_spoken_subtitled_and_original_languages_are_told_apart() -> None:
    found = described(codes("chi"), "041 1# $achi$jeng$jfre$hjpn", leader=FILM)
    assert (found.languages, found.subtitles, found.original_languages) == (
        ("chi",),
        ("eng", "fre"),
        ("jpn",),
    )


def test_old_films_have_their_subtitles_in_b() -> None:
    assert described(codes("jpn"), "041 1# $ajpn$bspa", leader=FILM).subtitles == ("spa",)
    assert described(codes("jpn"), "041 1# $ajpn$bspa").subtitles == ()


@pytest.mark.parametrize(
    ("code", "audience"),
    [("a", "children"), ("j", "children"), ("d", "teens"), ("e", "adults"), ("g", "general")],
)
def test_the_code_of_008_names_the_audience(code: str, audience: str) -> None:
    assert described(codes(audience=code)).audience.code == audience


@pytest.mark.parametrize(
    ("line", "youngest", "oldest", "rating", "lexile"),
    [
        ("521 1# $a008-012.", 8, 12, "", ""),
        ("521 ## $aAges 8-12.", 8, 12, "", ""),
        ("521 8# $aAges 10 and up.", 10, None, "", ""),
        ("521 2# $a4-6.", 9, 11, "", ""),
        ("521 0# $a3.1", 8, 8, "", ""),
        ("521 2# $aK-3.", 5, 8, "", ""),
        ("521 8# $aMPAA rating: PG-13.", None, None, "PG-13", ""),
        ("521 8# $aRated R.", None, None, "R", ""),
        ("521 8# $aTV rating: TV-MA.", None, None, "TV-MA", ""),
        ("521 8# $aRating: Not rated.", None, None, "Not rated", ""),
        ("521 8# $aBBFC: 15", None, None, "BBFC 15", ""),
        ("521 8# $aFSK ab 12", None, None, "FSK 12", ""),
        ("521 8# $aESRB rating: E10+", None, None, "E10+", ""),
        ("521 8# $aLexile: AD640L", None, None, "", "AD640L"),
        ("521 3# $aEspecially for librarians.", None, None, "", ""),
    ],
)
def test_an_audience_note_is_understood(
    line: str, youngest: int | None, oldest: int | None, rating: str, lexile: str
) -> None:
    found = described(line).audience
    assert (found.youngest, found.oldest) == (youngest, oldest)
    assert (found.rating, found.lexile) == (rating, lexile)
    assert found.notes == (line[8:].removeprefix("$a"),) or found.notes == (line[9:],)


@pytest.mark.parametrize(
    ("line", "audience"),
    [
        ("385 ## $aYoung adults$2lcdgt", "teens"),
        ("385 ## $aChildren", "children"),
        ("521 1# $a014-018", "teens"),
        ("650 #0 $aDogs$vJuvenile fiction.", "children"),
        ("650 #1 $aDogs.", "children"),
        ("655 #7 $aYoung adult fiction.$2lcgft", "teens"),
    ],
)
def test_other_fields_name_the_audience_where_008_is_silent(line: str, audience: str) -> None:
    assert described(codes(), line).audience.code == audience


@pytest.mark.parametrize(
    ("lines", "fiction"),
    [
        ([codes(form="1")], True),
        ([codes(form="0")], False),
        ([codes(form="j")], True),
        ([codes(form="p")], None),
        ([codes(form="0"), "655 #7 $aScience fiction.$2gsafd"], True),
        ([codes(form="0"), "650 #0 $aDogs$vJuvenile fiction."], True),
        ([codes(form="|"), "082 04 $a823/.92"], True),
        ([codes(form="1"), "655 #7 $aCreative nonfiction.$2lcgft"], False),
    ],
)
def test_fiction_is_what_genre_code_or_class_says(lines: list[str], fiction: object) -> None:
    assert described(*lines).fiction is fiction


def test_a_documentary_is_no_fiction_though_it_is_a_feature() -> None:
    genres = ["655 #7 $aFeature films.$2lcgft", "655 #7 $aDocumentary films.$2lcgft"]
    assert described(*genres, leader=FILM).fiction is False
    assert described(genres[0], leader=FILM).fiction is True
