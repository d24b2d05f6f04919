"""Contributors, with the part they had."""

import pytest

from commonplace.bibliography import Contributor
from tests.unit.mapping.marc import described, problems_of


@pytest.mark.parametrize(
    ("line", "name", "dates", "roles", "kind"),
    [
        ("100 1# $aFan, Lixin,$d1977-$edirector.", "Fan, Lixin", "1977-", ("director",), "person"),
        ("100 1# $aTolkien, J. R. R.$q(John Ronald Reuel),$d1892-1973.",
         "Tolkien, J. R. R. (John Ronald Reuel)", "1892-1973", (), "person"),
        ("100 0# $aJohn Paul$bII,$cPope.", "John Paul II, Pope", "", (), "person"),
        ("100 1# $aBarrios Mangoré, Agustín, 1885-1944", "Barrios Mangoré, Agustín", "1885-1944",
         (), "person"),
        ("100 3# $aBorgia family.", "Borgia family", "", (), "family"),
        ("110 2# $aUnited States.$bNational Park Service,$eissuing body.",
         "United States. National Park Service", "", ("issuing body",), "body"),
        ("111 2# $aExpo$n(29th :$d1970 :$cOsaka)$jhost.", "Expo (29th : 1970 : Osaka)",
         "", ("host",), "meeting"),
        ("700 1# $aBaxter, Anne$4nrt$4http://id.loc.gov/vocabulary/relators/act", "Baxter, Anne",
         "", ("narrator", "actor"), "person"),
        ("700 1# $aVincent, Raynaud,$etr.", "Vincent, Raynaud", "", ("translator",), "person"),
        ("700 1# $aKinney, Jeff,$eauthor, illustrator.", "Kinney, Jeff", "",
         ("author", "illustrator"), "person"),
        ("720 2# $aA company$4pbl", "A company", "", ("publisher",), "body"),
    ],
)  # fmt: skip
def test_a_name_stands_apart_from_dates_and_roles(
    line: str, name: str, dates: str, roles: tuple[str, ...], kind: str
) -> None:
    (found,) = described(line).contributors
    assert (found.name, found.roles, found.kind) == (name, roles, kind)
    assert found.dates == dates


def test_the_main_entry_is_the_creator_and_comes_first() -> None:
    found = described("700 1# $aSecond, A.", "100 1# $aFirst, B.")
    assert [(each.name, each.is_creator) for each in found.contributors] == [
        ("First, B.", True),
        ("Second, A.", False),
    ]


def test_only_one_of_two_main_entries_is_the_creator() -> None:
    lines = ("100 1# $aभट्टराई, गुणदेव.", "100 1# $aBhaṭṭarāī, Guṇadev.")
    found = described(*lines).contributors
    assert [each.is_creator for each in found] == [True, False]
    assert "field_repeated" in problems_of(*lines)


def test_a_person_named_twice_stands_once_with_all_roles() -> None:
    found = described("100 1# $aEastwood, Clint,$eactor.", "700 1# $aEastwood, Clint,$4drt")
    assert found.contributors == (
        Contributor("Eastwood, Clint", roles=("actor", "director"), is_creator=True),
    )


def test_a_work_within_is_named_with_its_author() -> None:
    found = described("700 12 $aLloyd, Jo.$tMy Bonny.").contributors[0]
    assert (found.name, found.work) == ("Lloyd, Jo", "My Bonny")


def test_a_name_in_the_original_script_stands_beside() -> None:
    found = described(
        "100 1# $6880-01$aYi, Min-su,$d1916-", "880 1# $6100-01/$1$a李 民樹,$d1916-"
    ).contributors[0]
    assert (found.name, found.vernacular) == ("Yi, Min-su", "李 民樹")


def test_a_code_nobody_knows_is_no_role() -> None:
    assert described("700 1# $aDupont, Jean$4070").contributors[0].roles == ()
