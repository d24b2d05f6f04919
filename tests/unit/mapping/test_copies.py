"""Copies, in the conventions library systems export."""

from datetime import date

import pytest

from commonplace.bibliography import Item, ItemStatus
from commonplace.records.mapping import RecordKind, describe
from tests.unit.mapping.marc import problems_of, record


def items_of(*lines: str) -> tuple[Item, ...]:
    """The copies of a record with these fields."""
    return describe(record("245 10 $aX", *lines)).items


def test_koha_spreads_a_copy_over_952() -> None:
    assert items_of(
        "952 ## $00$10$40$70$8FIC$aMPL$bCPL$cADULT$o813 HER$p3999$q2024-05-01$t2$l17$zSigned$yBK"
    ) == (
        Item(
            branch="CPL",
            location="ADULT",
            call_number="813 HER",
            barcode="3999",
            status=ItemStatus.OUT,
            due=date(2024, 5, 1),
            note="Signed",
            copy="2",
            loans=17,
        ),
    )


@pytest.mark.parametrize(
    ("codes", "status"),
    [
        ("$00$10$70", "in"),
        ("$11", "missing"),
        ("$7-1", "on_order"),
        ("$71", "in_library_only"),
        ("$51", "in_library_only"),
        ("$q2024-05-01", "out"),
    ],
)
def test_koha_says_the_status_in_several_places(codes: str, status: str) -> None:
    assert items_of(f"952 ## {codes}$aMPL$p3999")[0].status.value == status


def test_a_copy_withdrawn_in_koha_is_gone() -> None:
    assert items_of("952 ## $01$aMPL$p3999") == ()


def test_evergreen_names_owner_and_circulating_branch_in_852() -> None:
    assert items_of("852 4# $bOWNER$bBR1$cStacks$jFIC HER$pC1$sChecked out$tc.2$y$9.99") == (
        Item(
            branch="BR1",
            location="Stacks",
            call_number="FIC HER",
            barcode="C1",
            status=ItemStatus.OUT,
            copy="c.2",
        ),
    )


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("Available", "in"),
        ("Checked out", "out"),
        ("In transit", "on_its_way"),
        ("On holds shelf", "on_its_way"),
        ("On order", "on_order"),
        ("Reference", "in_library_only"),
        ("Lost", "missing"),
        ("Purple", "unknown"),
    ],
)
def test_a_status_in_words_is_understood(said: str, status: str) -> None:
    assert items_of(f"852 ## $bMAIN$pC1$s{said}")[0].status.value == status


def test_holdings_without_a_barcode_still_say_where_it_is() -> None:
    (found,) = items_of("852 0# $bMUG$cboss$hHV8699.U5$iG35 2002$8221")
    assert (found.branch, found.location, found.call_number) == (
        "MUG",
        "boss",
        "HV8699.U5 G35 2002",
    )


def test_876_takes_its_place_from_the_852_it_is_linked_to() -> None:
    found = items_of(
        "852 ## $81$bMAIN$cStacks$hPS3",
        "852 ## $82$bEAST$cAnnex$hPS4",
        "876 ## $82.1$pB1$jOn loan$t1",
    )
    assert found == (
        Item(
            branch="EAST",
            location="Annex",
            call_number="PS4",
            barcode="B1",
            status=ItemStatus.OUT,
            copy="1",
        ),
    )


@pytest.mark.parametrize(
    ("line", "branch", "location", "barcode"),
    [
        ("949 ## $aBR 846$wLC$i3000$lDESM-CIR$mDESMARAIS$tBOOKS", "DESMARAIS", "DESM-CIR", "3000"),
        ("999 ## $aPQ1$wLC$iX0008$lSTACKS$mALDERMAN$tBOOK", "ALDERMAN", "STACKS", "X0008"),
        ("945 ## $aFIC$i3444$lmaina$s-$u12$y.i123", "maina", "", "3444"),
        ("949 #1 $i3444$lmaina$smissing", "maina", "maina", "3444"),
    ],
)
def test_sirsi_and_innovative_have_fields_of_their_own(
    line: str, branch: str, location: str, barcode: str
) -> None:
    (found,) = items_of(line)
    assert (found.branch, found.location, found.barcode) == (branch, location, barcode)


@pytest.mark.parametrize(
    "line",
    [
        "949 ## $a*b2=a;",
        "952 ## $yBOOK$l1641$zHorizon",
        "999 ## $c6$d6",
        "999 ## $amugar$b1$c030207$dm",
        "945 ## $a.b22537596a",
        "852 ## $aMadan Puraskar Pustakalaya$ePatandhoka",
    ],
)
def test_what_only_looks_like_a_copy_is_none(line: str) -> None:
    assert items_of(line) == ()


def test_the_same_barcode_twice_is_one_copy() -> None:
    assert len(items_of("952 ## $aMPL$p1", "852 ## $bMPL$p1", "952 ## $aCPL$p1")) == 1


def test_where_no_copy_has_a_barcode_one_convention_speaks() -> None:
    found = items_of("852 ## $bMAIN$jA CEND", "952 ## $aMAIN$oA CEND$yDVD$l2475")
    assert [(each.call_number, each.loans) for each in found] == [("A CEND", 2475)]


def test_five_thousand_copies_are_all_read() -> None:
    assert len(items_of(*(f"952 ## $aMPL$p{number}" for number in range(5_000)))) == 5_000


@pytest.mark.parametrize("due", ["2024-13-45", "soon", "00000000"])
def test_a_due_date_that_is_none_is_reported(due: str) -> None:
    line = f"952 ## $aMPL$p1$q{due}"
    assert items_of(line)[0].due is None
    assert "item_date_wrong" in problems_of("245 10 $aX", line)


def test_a_record_of_holdings_has_copies_and_no_description() -> None:
    leader = "00000cy  a2200000   4500"
    found = describe(record("852 ## $81$bMAIN$cPER$p1", "866 #0 $81$av.1-", leader=leader))
    assert found.kind is RecordKind.HOLDINGS
    assert [each.barcode for each in found.items] == ["1"]
    assert [each.text for each in found.holdings] == ["v.1-"]


def test_an_authority_is_known_as_one() -> None:
    found = describe(record("100 1# $aX", leader="00000cz  a2200000   4500"))
    assert (found.kind, found.control_number) == (RecordKind.AUTHORITY, "r1")


def test_a_deleted_record_says_so() -> None:
    assert describe(record("245 10 $aX", leader="00000dam a2200000 i 4500")).is_deleted
