"""Numbers that name it outside, and addresses on the web."""

import json
from pathlib import Path

import pytest

from tests.unit.mapping.marc import described, problems_of


@pytest.mark.parametrize(
    ("line", "kind", "number"),
    [
        ("020 ## $a0-486-26689-3 (pbk.) :$c$1.00", "isbn", "9780486266893"),
        ("020 ## $a978 0 12 345678 6", "isbn", "9780123456786"),
        ("020 ## $a012345672X", "isbn", "9780123456724"),
        ("022 0# $a0028-0836", "issn", "0028-0836"),
        ("010 ## $a   90020571 ", "lccn", "90020571"),
        ("010 ## $an 78-890351", "lccn", "n78890351"),
        ("010 ## $a2001-000002", "lccn", "2001000002"),
        ("024 1# $a7 95975 11423 3", "upc", "795975114233"),
        ("024 3# $a9780486266893", "isbn", "9780486266893"),
    ],
)
def test_a_number_is_kept_in_its_plain_form(line: str, kind: str, number: str) -> None:
    assert getattr(described(line).identifiers, kind) == (number,)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("020 ## $a0486266894", "isbn_wrong"),
        ("022 ## $a0028-0837", "issn_wrong"),
        ("010 ## $aabcdef", "lccn_wrong"),
        ("024 1# $a795975114238", "trade_number_wrong"),
    ],
)
def test_a_wrong_number_is_left_out_and_reported(line: str, code: str) -> None:
    found = described(line).identifiers
    assert (found.isbn, found.issn, found.lccn, found.upc) == ((), (), (), ())
    assert code in problems_of(line, "245 10 $aX")


def test_a_price_is_no_isbn_and_no_problem() -> None:
    assert problems_of("020 ## $c$19.99", "020 ## $a $c$29.99", "245 10 $aX") == set()


def test_the_same_isbn_in_two_forms_stands_once() -> None:
    found = described("020 ## $a9780486266893", "020 ## $a0486266893")
    assert found.identifiers.isbn == ("9780486266893",)


def test_an_oclc_number_may_be_the_control_number() -> None:
    assert described("001 on1266217480").identifiers.oclc == ("1266217480",)
    assert described("001 ocm00012345", "003 OCoLC").identifiers.oclc == ("12345",)
    assert described("001 12345", "003 DLC").identifiers.oclc == ()


def test_oclc_numbers_of_the_shared_vectors_come_out_right(shared: Path) -> None:
    vectors = json.loads((shared / "vectors/mappings.json").read_text("utf-8"))
    for given, number in vectors["traject"]["oclc_prefix_vectors"]:
        found = described(f"035 ## $a{given}").identifiers.oclc
        assert found == ((number,) if number else ()), given


def test_isbns_of_the_shared_vectors_come_out_right(shared: Path) -> None:
    vectors = json.loads((shared / "vectors/mappings.json").read_text("utf-8"))["isbn"]
    for raw, _, isbn13 in vectors["valid"]:
        assert described(f"020 ## $a{raw}").identifiers.isbn == (isbn13,), raw
    for raw in vectors["invalid"]:
        assert described(f"020 ## $a{raw}").identifiers.isbn == (), raw


@pytest.mark.parametrize(
    ("line", "label", "relation"),
    [
        ("856 40 $uhttp://a.example/$yRead it", "Read it", "resource"),
        ("856 41 $uhttp://a.example/$zOnline version", "Online version", "version"),
        ("856 42 $3Table of contents$uhttp://a.example/", "Table of contents", "related"),
        ("856 41 $3Publisher description$uhttp://a.example/", "Publisher description", "related"),
        ("856 4# $uhttp://a.example/", "", "related"),
        ("856 40 $3v. 1$uhttp://a.example/$yRead it", "v. 1: Read it", "resource"),
    ],
)
def test_a_link_says_what_it_leads_to(line: str, label: str, relation: str) -> None:
    (found,) = described(line).links
    assert (found.url, found.label, found.relation) == ("http://a.example/", label, relation)


def test_a_link_that_says_nothing_is_the_thing_when_the_thing_is_online() -> None:
    found = described("338 ## $bcr", "856 4# $uhttps://a.example/")
    assert found.links[0].relation == "resource"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("www.gpo.gov/fdsys", "http://www.gpo.gov/fdsys"),
        ("https://a.example/?q=ä b", "https://a.example/?q=%C3%A4%20b"),
        ("HTTP://A.example/X", "HTTP://A.example/X"),
        ("https://a.example:8080/x#y", "https://a.example:8080/x#y"),
        ('https://a.example/"><script>', "https://a.example/%22%3E%3Cscript%3E"),
    ],
)
def test_an_address_of_the_web_is_kept_safe(given: str, kept: str) -> None:
    assert described(f"856 40 $u{given}").links[0].url == kept


@pytest.mark.parametrize(
    "given",
    [
        "javascript:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,x",
        "ftp://ftp.example.org/a.pdf",
        "//evil.example/",
        "http:evil.example",
        "http://library.example@evil.example/",
        "http://evil.example\\@library.example/",
        "https://a.example/\u202egpj.exe",
        "https://a.example/\x00",
        "https://a.example/" + "a" * 3000,
        "/local/path",
    ],
)
def test_any_other_address_is_refused_and_reported(given: str) -> None:
    line = f"856 40 $u{given}"
    assert described(line).links == ()
    assert "link_refused" in problems_of(line, "245 10 $aX")
