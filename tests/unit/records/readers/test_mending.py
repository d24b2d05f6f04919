"""What is mended in a record, and what is left alone because it cannot be told for certain."""

import io

import pytest

from commonplace.records.problems import Problem
from commonplace.records.readers import open_records, read_record
from commonplace.records.record import Field, Record
from tests.records.samples import GOOD, iso2709, json_title, marcxml, title, xml_title


def read(content: bytes) -> tuple[Record | None, tuple[Problem, ...]]:
    """The first record and its problems."""
    return read_record(next(iter(open_records(io.BytesIO(content)))))


def codes(content: bytes) -> set[str]:
    return {each.code for each in read(content)[1]}


def fields(content: bytes) -> list[Field]:
    record, _ = read(content)
    return list(record.fields()) if record else []


WHOLE = iso2709(
    (b"001", b"42"),
    (b"008", b"x" * 40),
    (b"100", b"1 \x1faAuthor"),
    (b"245", b"10\x1faTitle :\x1fbremainder"),
    (b"650", b" 0\x1faSubject"),
)
EXPECTED = fields(WHOLE)
ENTRIES = range(24, 24 + 5 * 12, 12)


def with_entry(number: int, entry: bytes) -> bytes:
    """The record with another directory entry in this place."""
    at = ENTRIES[number]
    return WHOLE[:at] + entry + WHOLE[at + 12 :]


@pytest.mark.parametrize("number", range(5))
@pytest.mark.parametrize("numbers", [b"999999999", b"000000000", b"0001abcde", b"000500003"])
def test_one_wrong_entry_is_mended_by_the_terminators_and_told(number: int, numbers: bytes) -> None:
    at = ENTRIES[number]
    damaged = with_entry(number, WHOLE[at : at + 3] + numbers)
    assert fields(damaged) == EXPECTED
    assert codes(damaged) == {"wrong_directory"}


def test_no_corruption_of_a_directory_number_passes_as_sound() -> None:
    for at in range(24, 24 + 5 * 12):
        if (at - 24) % 12 >= 3:
            damaged = WHOLE[:at] + bytes([48 + (WHOLE[at] - 47) % 10]) + WHOLE[at + 1 :]
            assert codes(damaged) & {"wrong_directory", "unreadable_directory"}


def test_two_entries_for_one_field_are_not_guessed_at() -> None:
    damaged = with_entry(3, b"245" + WHOLE[ENTRIES[2] + 3 : ENTRIES[2] + 12])
    assert fields(damaged) == EXPECTED or codes(damaged) == {"unreadable_directory"}


def test_a_field_too_many_leaves_the_record_alone() -> None:
    damaged = WHOLE.replace(b"\x1faAuthor", b"\x1faAu\x1ethor").replace(b"00167", b"00168", 1)
    assert codes(damaged) == {"unreadable_directory", "wrong_length"}


def test_fields_in_another_order_than_the_directory_are_found_by_it() -> None:
    entries = [WHOLE[at : at + 12] for at in ENTRIES]
    shuffled = WHOLE[:24] + b"".join(reversed(entries)) + WHOLE[24 + 5 * 12 :]
    assert fields(shuffled) == EXPECTED[::-1]
    assert codes(shuffled) == set()


def test_the_fields_are_found_where_the_base_address_is_wrong() -> None:
    for base in (b"00000", b"99999", b"abcde", b"00084", b"00086", b"00088"):
        damaged = WHOLE[:12] + base + WHOLE[17:]
        assert fields(damaged) == EXPECTED
        assert codes(damaged) == {"wrong_base_address"}


@pytest.mark.parametrize(
    ("content", "expected", "code"),
    [
        (b"\x1faNo indicators", ("  ", [("a", "No indicators")]), "bad_indicators"),
        (b"1\x1faOne", ("1 ", [("a", "One")]), "bad_indicators"),
        (b"123\x1faThree", ("12", [("a", "Three")]), "bad_indicators"),
        (b"\\\\\x1faBackslashes", ("  ", [("a", "Backslashes")]), "bad_indicators"),
        (b"  \x1f\xc3\xa1Accent", ("  ", [("a", "Accent")]), "bad_subfield_code"),
        (b"  \x1f Blank", ("  ", [("a", "Blank")]), "bad_subfield_code"),
        (b"  \x1faDouble\x1f\x1fbdelimiter", ("  ", [("a", "Double"), ("b", "delimiter")]), ""),
        (b"  \x1faEmpty\x1fb", ("  ", [("a", "Empty"), ("b", "")]), ""),
    ],
)
def test_indicators_and_codes_are_mended(
    content: bytes, expected: tuple[str, list[tuple[str, str]]], code: str
) -> None:
    record = iso2709((b"001", b"1"), (b"500", content))
    field = fields(record)[1]
    assert (field.indicators, list(field.subfields)) == expected
    assert codes(record) == ({code} if code else set())


def test_local_fields_with_letters_for_tags_may_be_control_fields() -> None:
    record = iso2709((b"001", b"1"), (b"FMT", b"BK"), (b"CAT", b"  \x1faSmith"), (b"LDR", b"x"))
    assert [(each.tag, each.value) for each in fields(record)][1::2] == [
        ("FMT", "BK"),
        ("LDR", "x"),
    ]
    assert codes(record) == set()


def test_a_thousand_bad_subfields_are_one_problem_in_a_thousand_places() -> None:
    record = iso2709((b"001", b"1"), *[(b"500", b"  \x1f text")] * 1000)
    problems = read(record)[1]
    assert len(problems) == 1
    assert "1000 places" in problems[0].done


def test_an_entity_of_its_own_making_is_not_expanded() -> None:
    laughs = b"""<?xml version="1.0"?><!DOCTYPE collection [<!ENTITY a "ha"><!ENTITY b "&a;&a;">
    <!ENTITY file SYSTEM "file:///etc/passwd">]>"""
    for entity in (b"&b;", b"&file;"):
        content = laughs + marcxml(xml_title(b"Good"), xml_title(entity), xml_title(b"Good"))
        results = [read_record(each) for each in open_records(io.BytesIO(content))]
        assert [record is not None for record, _ in results] == [True, False, True]
        assert results[1][1][0].code == "unreadable_xml"


def test_named_references_and_cdata_of_xml_are_text() -> None:
    content = marcxml(xml_title(b"Q&amp;A <![CDATA[<i>]]>&#x2019;"))
    assert fields(content)[1].first("a") == "Q&A <i>’"
    assert codes(content) == set()


def test_line_ends_that_lay_out_the_xml_are_one_blank() -> None:
    content = marcxml(xml_title(b"A title\n        over two lines"))
    assert fields(content)[1].first("a") == "A title over two lines"


def test_control_characters_and_bad_bytes_do_not_make_xml_unreadable() -> None:
    content = marcxml(xml_title(b"Bad\x0b byte \xff"))
    assert fields(content)[1].first("a") == "Bad byte \ufffd"
    assert codes(content) == {"control_characters", "bad_utf8"}


def test_markup_inside_a_subfield_loses_its_tags() -> None:
    assert fields(marcxml(xml_title(b"The <i>Iliad</i>")))[1].first("a") == "The Iliad"


def test_a_leader_of_the_wrong_length_is_filled_with_blanks() -> None:
    content = marcxml(xml_title(b"Short", leader=b"00000nam"))
    record, problems = read(content)
    assert record is not None
    assert record.leader == "00000nam".ljust(24)
    assert [each.code for each in problems] == ["bad_leader"]


@pytest.mark.parametrize(
    "fields_of",
    [b"null", b"{}", b'"text"', b"[]", b'[null,1,"x"]', b'[{"245":null}]', b'[{"245":[]}]'],
)
def test_json_of_another_shape_is_set_aside(fields_of: bytes) -> None:
    frame = next(iter(open_records(io.BytesIO(json_title(b"Good")))))
    content = b'{"leader":"x","fields":%b}' % fields_of
    record, problems = read_record(frame._replace(content=content))
    assert record is None
    assert "no_fields" in {each.code for each in problems}


def test_json_that_is_nested_beyond_measure_is_set_aside() -> None:
    frame = next(iter(open_records(io.BytesIO(json_title(b"Good")))))
    content = b'{"leader":' + b"[" * 100_000
    assert read_record(frame._replace(content=content))[1][0].code == "unreadable_json"


def test_numbers_in_json_subfields_are_text() -> None:
    content = json_title(b"1984").replace(b'"1984"', b"1984")
    assert fields(content)[1].first("a") == "1984"


def test_a_sound_record_has_no_problems() -> None:
    assert read(GOOD)[1] == read(title("Été".encode()))[1] == ()
