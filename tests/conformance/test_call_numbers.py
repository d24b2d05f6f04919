"""Every scheme of call numbers keeps one contract: read, ordered by its key, ranged, classed."""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from commonplace.bibliography.call_numbers import SCHEMES, scheme_named, scheme_of, shelf_key
from commonplace.bibliography.call_numbers.parts import LONGEST

OWN_RULE = tuple(code for code in SCHEMES if scheme_named(code).code == code)

# Shelves as a librarian would leave them, each scheme's from first to last.
SHELVES = (
    ("lc", ("B528 .S43", "E8 .C21", "PZ", "PZ7 .R79835 Har 1999", "QA9.B22", "QA76 1999",
            "QA76 1999 .C5", "QA76 .C5", "QA76.15 .A1")),
    ("lc", ("HD205 .M3", "HD205 .M3 1974", "HD205 .M3 1974 v.1", "HD205 .M3 1974 v.2 c.1",
            "HD205 .M3 1974 v2 c2", "HD205 .M3 1974 v.10", "HD205 .M3 1974b", "HD205 .M3 A5",
            "HD205 .M3 suppl.", "HD205 .M3a", "HD205 .M31", "HD205 .M4")),
    ("lc", ("QC1 .A4 v.5", "QC1 .A4 v.5 Jan. 1990", "QC1 .A4 v.5 February 1990",
            "QC1 .A4 v.5 Dec 1990", "QC1 .A4 v.5 1990", "QC1 .A4 volume 6")),
    ("lc", ("HA201 .1980 A57", "HA201 1990 .A57", "HA201 .A4")),
    ("dewey", ("1.5 A2", "62 .B862", "100 A1", "305.5 COA", "305.56 ABC", "306", "306 .C42",
               "306 CHI", "306 CHILD", "306 M32a", "306 M321", "940.5318 FRA 2001",
               "947.084/1092 X", "947.08'42", "J 92 LINCOLN", "J 567.9 DIX", "J599 ZOO",
               "REF 030 ENC", "YA 305.8 SMI")),
    ("sudoc", ("A 1.2:", "A 1.2:AB 3", "A 1.2:C 12", "A 1.2:C 12/995", "A 1.2:C 12/1996",
               "A 1.2:C 12/2005", "A 1.2:C 12/APP.", "A 1.2:C 12/2", "A 1.2:C 12/2/995",
               "A 1.2:C 12/2/3", "A 1.2:5",
               "A 1.2:993", "A 1.2:2001", "A 1.2/A:1", "A 1.2/2:1", "A 1.2/2-2:1", "A 1.10:C 1",
               "A 13.1:", "AB 1.1:", "Y 4.J 89/1:AD 65", "Y 4.J 89/1:104/23", "Y 4.J 89/2:C 55/2",
               "Y 4.J 89/2:98/52", "Y 4.J 89/2:S.HRG.104-374", "15-1:H.DOC.47")),
    ("nlm", ("QS 4", "QS 4 G7", "QZ 200 A1", "W 1 JO5483", "W 22 DC2.1", "W 22 DC2.2",
             "W 22 DC21", "WG 120", "WG 120 C62 1999", "WG 120 C62h 1999", "WG 120 C7",
             "WG 120.5 A1", "WZ 100")),
    ("un", ("A/50/1", "A/60/10", "A/60/10/ADD.1", "A/RES/60/1", "E/CN.4/2005/10", "E/CN.12/1",
            "S/PV.5000", "ST/SG/AC.10/1/REV.9", "TD/B(S-IX)/7", "TD/B(S-XIX)/7")),
    ("local", ("305.8 COA", "641.5 CHI", "641.5 CHILD", "641.59 KEN", "641.6", "641.6 VEG",
               "791.43 LAS", "B OBAMA", "BLU-RAY LAST", "CD 781.66 BEA", "DVD GODFATHER",
               "DVD LAST", "DVD LAST SEASON 2", "DVD LAST SEASON 10", "E SEUSS", "FIC ATWOOD",
               "FIC BRONTË", "FIC LE GUIN", "FIC LEGUIN", "GN MOO", "J 92 LINCOLN", "J 567.9 DIX",
               "J FIC ROW", "LP FIC KIN", "YA FIC COL")),
)  # fmt: skip

labels = some.one_of(
    some.text(max_size=LONGEST + 20),
    some.text("ABQWYZxv019 .:/-'[]é中²٣", max_size=40),
    some.from_regex(r"[A-Z]{1,3} ?\d{1,4}(\.\d+)? ?\.[A-Z]\d+[a-z]?( v\.?\d+)?( \d{4})?"),
    some.from_regex(r"[A-Z]{1,2} \d{1,3}\.[A-Z\d]{1,3}(/\d)?:[A-Z]? ?\d+[-/]\d*"),
)
schemes = some.sampled_from(OWN_RULE)


@pytest.mark.parametrize(("code", "shelf"), SHELVES)
def test_a_shelf_stays_as_a_librarian_left_it(code: str, shelf: Sequence[str]) -> None:
    scheme = scheme_named(code)
    mixed = [*shelf[1::2], *shelf[::2]]
    assert list(shelf) == sorted(mixed, key=scheme.key)
    assert len({scheme.key(number) for number in shelf} - {""}) == len(shelf)


@given(schemes, labels, labels)
def test_keys_order_exactly_as_the_parts_do(code: str, one: str, other: str) -> None:
    scheme = scheme_named(code)
    first, second = scheme.key(one), scheme.key(other)
    if first and second:
        assert scheme.compare(one, other) == (first > second) - (first < second)
        assert scheme.compare(other, one) == -scheme.compare(one, other)


@given(some.sampled_from(SCHEMES), labels)
def test_any_text_has_a_key_or_none_and_keys_are_printable_ascii(code: str, label: str) -> None:
    key = shelf_key(code, label)
    assert key.isascii()
    assert key.isprintable()
    assert not key.startswith(" ")
    assert scheme_named(code).parse(label) is None or scheme_named(code).key(label)


@given(schemes, labels, some.sampled_from(("", *OWN_RULE)))
def test_any_text_has_classes_a_range_and_a_scheme(code: str, label: str, shelved_by: str) -> None:
    scheme = scheme_named(code)
    for class_ in scheme.classes_of(label):
        assert isinstance(scheme.caption(class_), str)
    scheme.range_of_class(label)
    found = scheme.range(label)
    assert found is None or scheme.key(label) in found
    assert scheme_of(label, shelved_by) in SCHEMES


@pytest.mark.parametrize("code", OWN_RULE)
def test_every_class_with_a_caption_has_a_range(code: str) -> None:
    scheme = scheme_named(code)
    for class_, caption in scheme.captions.items():
        found = scheme.range_of_class(class_)
        assert found
        assert found.first < found.end
        assert caption


@pytest.mark.parametrize(("code", "shelf"), SHELVES)
def test_a_number_stands_in_the_range_of_each_of_its_classes(
    code: str, shelf: Sequence[str]
) -> None:
    scheme = scheme_named(code)
    for number in shelf:
        if number[:1].isdecimal() or code not in ("dewey", "local"):
            for class_ in scheme.classes_of(number):
                found = scheme.range_of_class(class_)
                assert found
                assert scheme.key(number) in found, (number, class_)


# What peers' own suites order, pair and count as one: see the file for whose each is.


@pytest.fixture(scope="module")
def vectors(shared: Path) -> dict[str, Any]:
    """The published vectors of call numbers."""
    found: dict[str, Any] = json.loads((shared / "vectors/callnumbers.json").read_text("utf-8"))
    return found


OURS = {"LC": "lc", "Dewey": "dewey", "SuDoc": "sudoc", "NLM": "nlm", "Local": "local",
        "CalDoc (local)": "local", "public local": "local"}  # fmt: skip


def test_every_order_of_the_vectors_holds(vectors: dict[str, Any]) -> None:
    orders = [*vectors["orders"], *vectors["local_proposed"]["proposed_orders"]]
    for order in orders:
        scheme = scheme_named(OURS[order["scheme"]])
        keys = [scheme.key(number) for number in order["sorted"]]
        assert all(keys), order
        assert keys == sorted(keys), order
        assert not order.get("strict", True) or len(set(keys)) == len(keys), order


def test_every_pair_of_the_vectors_holds(vectors: dict[str, Any]) -> None:
    relations = {"<": -1, "=": 0}
    judged = 0
    for pair in vectors["pairs"]:
        if pair["scheme"] in OURS:
            order = scheme_named(OURS[pair["scheme"]]).compare(pair["a"], pair["b"])
            assert order == relations[pair["rel"]] if pair["rel"] != "!=" else order, pair
            judged += 1
    assert judged >= 52


def test_spellings_of_one_number_have_one_key(vectors: dict[str, Any]) -> None:
    for each in vectors["equivalent"]:
        assert len({scheme_named("lc").key(number) for number in each["equivalent"]}) == 1, each


def test_a_typed_beginning_holds_what_begins_with_it(vectors: dict[str, Any]) -> None:
    for each in vectors["prefix_ranges"]:
        scheme = scheme_named("lc")
        found = scheme.range(each["prefix"])
        assert found
        assert all(scheme.key(number) in found for number in each["inside"]), each
        assert all(scheme.key(number) >= found.end for number in each["higher"]), each


def test_classes_are_those_of_the_vectors(vectors: dict[str, Any]) -> None:
    for each in vectors["facet"]:
        kind, *path = each["facet_path"]
        ours = scheme_named("lc" if kind.startswith("LC") else "dewey").classes_of(each["input"])
        theirs = [step.partition(" - ")[0].rstrip("s") for step in path]
        if kind.startswith("Dewey"):
            assert [theirs[0][:1], theirs[1][:2]] == list(ours[:2])
        else:
            assert list(dict.fromkeys(theirs)) == list(ours)


def test_the_keys_on_the_reference_page_are_ours() -> None:
    page = (Path(__file__).parents[2] / "docs/reference/call-numbers.md").read_text("utf-8")
    shown = re.findall(r"^\| `([^`]+)` \| `(\w+)` \| `([^`]+)` \|$", page, re.MULTILINE)
    assert len(shown) == 4
    for number, code, key in shown:
        assert scheme_named(code).key(number) == key


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("QA76.9 .C5 1999", "lc"), ("KF26 .J8666 1966a", "lc"), ("KFN5040 1999", "lc"),
        ("641.5 CHI", "dewey"), ("032", "dewey"), ("Y 4.ED 8/1:117-48", "sudoc"),
        ("15-1:H.DOC.47", "sudoc"), ("WG 120 C62h 1999", "nlm"), ("W 1 JO5483", "nlm"),
        ("A/RES/60/1", "un"), ("DVD LAST", "local"), ("J FIC ROW", "local"), ("BIO", "local"),
        ("J 567.9 DIX", "local"), ("B OBAMA", "local"), ("CD 45", "local"), ("", "local"),
    ],
)  # fmt: skip
def test_a_bare_label_is_told_by_its_look(label: str, code: str) -> None:
    assert scheme_of(label) == code


def test_what_the_library_says_of_a_shelf_comes_first_where_it_can() -> None:
    assert scheme_of("J 567.9 DIX", "dewey") == "dewey"
    assert scheme_of("641.5 CHI", "local") == "local"
    assert scheme_of("DVD LAST", "dewey") == "local"
    assert scheme_of("QA76.9 .C5 1999", "sudoc") == "lc"
