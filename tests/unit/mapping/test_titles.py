"""What a publication is called, from 245 and the fields around it."""

import pytest

from tests.unit.mapping.marc import described, problems_of


@pytest.mark.parametrize(
    ("line", "title", "remainder", "parallel"),
    [
        ("$aMiddlemarch :$ba study of provincial life /", "Middlemarch",
         "a study of provincial life", ()),
        ("$aConsumer reports.", "Consumer reports", "", ()),
        ("$aMonsters, Inc.", "Monsters, Inc.", "", ()),
        ("$aWait for it ...", "Wait for it ...", "", ()),
        ("$aIgualdad =$bEqual education : a right /", "Igualdad", "",
         ("Equal education : a right",)),
        ("$aAtlas :$bof all = Weltatlas /", "Atlas", "of all", ("Weltatlas",)),
        ("$aThe hobbit [sound recording] /", "The hobbit", "", ()),
        ("$aDecade of waiting : a report /", "Decade of waiting", "a report", ()),
        ("$aDune$h[electronic resource] /", "Dune", "", ()),
        ("$a[Map of Paris", "Map of Paris", "", ()),
        ("$aE=mc2", "E=mc2", "", ()),
        ("$a归途列车 /", "归途列车", "", ()),
    ],
)  # fmt: skip
def test_the_title_proper_loses_the_punctuation_that_leads_on(
    line: str, title: str, remainder: str, parallel: tuple[str, ...]
) -> None:
    found = described(f"245 10 {line}")
    assert (found.title_proper, found.remainder, found.parallel_titles) == (
        title,
        remainder,
        parallel,
    )


def test_number_and_name_of_a_part_stand_apart_from_the_title() -> None:
    found = described("245 10 $aFaust.$n2. Teil,$pDer Tragödie /$cGoethe.")
    assert (found.title_proper, found.part_number, found.part_name, found.responsibility) == (
        "Faust",
        "2. Teil",
        "Der Tragödie",
        "Goethe",
    )


@pytest.mark.parametrize(
    ("indicator", "title", "skip"),
    [
        ("4", "The hobbit", 4),
        ("2", "L'inquisito", 2),
        ("0", "The hobbit", 0),
        ("3", "The hobbit", 0),
        ("9", "Dune", 0),
        ("#", "Dune", 0),
    ],
)
def test_filing_skips_whole_words_only(indicator: str, title: str, skip: int) -> None:
    assert described(f"245 1{indicator} $a{title}").filing_skip == skip


def test_a_filing_indicator_that_cuts_a_word_is_reported() -> None:
    assert "filing_skip_wrong" in problems_of("245 13 $aThe hobbit")


def test_uniform_variant_and_added_titles_are_kept() -> None:
    found = described(
        "240 10 $aCandide.$lEnglish",
        "245 10 $aCandide, or, The optimist",
        "246 30 $aOptimist",
        "246 31 $aCandide ou l'optimisme",
        "730 0# $aBest of Voltaire.",
        "740 0# $aMicromégas",
    )
    assert found.uniform_title == "Candide"
    assert found.variant_titles == ("Optimist", "Best of Voltaire", "Micromégas")
    assert found.parallel_titles == ("Candide ou l'optimisme",)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("246 3# $aThe other name", "The other name"),
        ("130 0# $aBeowulf", "Beowulf"),
        ("773 0# $tHost", "Host"),
        ("880 00 $6245-00/$1$a無題", "無題"),
    ],
)
def test_a_missing_title_is_taken_from_elsewhere_and_reported(line: str, title: str) -> None:
    lines = ("245 00 $cNobody.", line)
    assert described(*lines).title_proper == title
    assert "title_missing" in problems_of(*lines)


def test_archives_are_called_by_their_form() -> None:
    assert described("245 00 $kRecords,$f1939-1973").title_proper == "Records, 1939-1973"


def test_a_second_245_becomes_a_variant() -> None:
    found = described("245 10 $aसजिलो अङ्कगणित", "245 10 $aSajilo aṅkagaṇita")
    assert (found.title_proper, found.variant_titles) == ("सजिलो अङ्कगणित", ("Sajilo aṅkagaṇita",))
    assert "field_repeated" in problems_of("245 10 $aOne", "245 10 $aTwo")


def test_the_original_script_stands_beside_its_twin() -> None:
    found = described(
        "245 10 $6880-02$aKoryŏ inmul yŏlchŏn /$cYi Min-su.",
        "246 3# $6880-03$aKoryŏ",
        "490 0# $6880-04$aSŏmun munʼgo",
        "880 10 $6245-02/$1$a高麗 人物 列傅 /$c李 民樹.",
        "880 3# $6246-03/$1$a高麗",
        "880 0# $6490-04/$1$a瑞文 文庫",
    )
    assert found.vernacular == {"title_proper": "高麗 人物 列傅", "responsibility": "李 民樹"}
    assert found.vernacular_titles == ("高麗",)
    assert found.series[0].vernacular == "瑞文 文庫"


def test_one_title_and_one_twin_without_a_link_go_together() -> None:
    found = described("245 10 $aNoruwei no mori", "880 10 $6245-01/$1$aノルウェイの森")
    assert found.vernacular == {"title_proper": "ノルウェイの森"}


def test_a_twin_of_nothing_is_reported_and_still_read() -> None:
    lines = ("245 10 $aEiga", "880 1# $6700-07/$1$a黒澤明")
    assert described(*lines).contributors[0].name == "黒澤明"
    assert "vernacular_unlinked" in problems_of(*lines)
