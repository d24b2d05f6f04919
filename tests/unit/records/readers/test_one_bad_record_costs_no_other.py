"""One bad record never costs its neighbours, in any serialization, whatever is wrong with it."""

import gzip
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonplace.records.readers import Frame, open_records, read_record
from tests.records.samples import GOOD, iso2709, json_title, marcxml, title, xml_title


def frames(content: bytes) -> list[Frame]:
    """The frames of a file with this content."""
    return list(open_records(io.BytesIO(content)))


def titles(content: bytes) -> list[str]:
    """The titles that can be read, in order."""
    records = [read_record(each)[0] for each in frames(content)]
    fields = [field for record in records if record for field in record.fields(["245"])]
    return [field.first("a") for field in fields]


ONE, TWO, THREE = title(b"First"), title(b"Second"), title(b"Third")

BAD_SECONDS = {
    "length too large": b"99999" + TWO[5:],
    "length too small": b"00100" + TWO[5:],
    "length swallows the next": b"%05d" % (len(TWO) + len(THREE)) + TWO[5:],
    "length ends one byte early": b"%05d" % (len(TWO) - 1) + TWO[5:],
    "leader not numeric": b"abcde" + TWO[5:],
    "leader blank": b" " * 24 + TWO[24:],
    "cut in the leader": TWO[:12],
    "cut in the directory": TWO[:40],
    "cut in the fields": TWO[:-6],
    "terminator missing": TWO[:-1],
    "terminator inside": TWO.replace(b"Second", b"Sec\x1dnd"),
    "terminators doubled": TWO + b"\x1d\x1d",
    "base address wrong": TWO[:12] + b"00099" + TWO[17:],
    "directory entry wrong": TWO.replace(b"245001100002", b"245999999999"),
    "directory not of numbers": TWO.replace(b"0011", b"abcd"),
    "nothing but noise": bytes(range(256)),
    "nothing at all": b"",
    "over the limit of length": iso2709((b"001", b"2"), *[(b"500", b"  \x1fa" + b"n" * 9000)] * 20),
}


@pytest.mark.parametrize("bad", BAD_SECONDS)
def test_the_first_and_third_survive_when_the_second_has(bad: str) -> None:
    found = titles(ONE + BAD_SECONDS[bad] + THREE)
    assert found[0] == "First"
    assert found[-1] == "Third"


@pytest.mark.parametrize("between", [b"\n", b"\r\n", b"\0\0\0", b"   ", b"\r\n \r\n", b"\x1a"])
def test_what_stands_between_records_is_passed_over(between: bytes) -> None:
    assert titles(between.join([ONE, TWO, THREE]) + between) == ["First", "Second", "Third"]


@given(st.binary(max_size=300), st.integers(0, len(TWO)), st.integers(0, len(TWO)))
def test_no_damage_to_the_second_of_three_reaches_the_others(
    noise: bytes, begin: int, end: int
) -> None:
    damaged = TWO[:begin] + noise + TWO[end:]
    found = titles(ONE + damaged + THREE)
    assert found[0] == "First"
    assert found[-1] == "Third"


@given(st.binary(max_size=300))
def test_no_bytes_are_lost_whatever_they_are(noise: bytes) -> None:
    content = ONE + noise + THREE
    kept = b"".join(each.content for each in frames(content))
    left_out = set(content.replace(b" ", b"")) - set(kept)
    assert left_out <= set(b"\r\n\0\x1a\x1d")
    assert all(each.content == content[each.offset : each.end] for each in frames(content))


XML_TITLES = [xml_title(each) for each in (b"First", b"Second", b"Third")]


@given(st.binary(max_size=60), st.integers(0, 250), st.integers(0, 250))
def test_no_damage_to_the_second_element_reaches_the_others(
    noise: bytes, begin: int, end: int
) -> None:
    second = XML_TITLES[1]
    damaged = second[:begin] + noise + second[end:]
    found = titles(marcxml(XML_TITLES[0], damaged, XML_TITLES[2]))
    assert found[0] == "First"
    assert found[-1] == "Third"


JSON_TITLES = [json_title(each) for each in (b"First", b"Second", b"Third")]


@given(st.binary(max_size=60), st.integers(0, 200), st.integers(0, 200))
def test_no_damage_to_the_second_object_reaches_the_others(
    noise: bytes, begin: int, end: int
) -> None:
    second = JSON_TITLES[1]
    damaged = second[:begin] + noise + second[end:]
    found = titles(b"[" + b",".join([JSON_TITLES[0], damaged, JSON_TITLES[2]]) + b"]")
    assert found[0] == "First"
    assert found[-1] == "Third"


def test_a_broken_element_is_one_quarantined_record_between_two_good_ones() -> None:
    content = marcxml(XML_TITLES[0], xml_title(b"</subfield>"), XML_TITLES[2])
    results = [read_record(each) for each in frames(content)]
    assert [record is not None for record, _ in results] == [True, False, True]


@pytest.mark.parametrize("opened", [b"<!--", b"<![CDATA[", b"<record>", b"</record>"])
def test_markup_that_never_closes_costs_only_its_own_record(opened: bytes) -> None:
    content = marcxml(XML_TITLES[0], xml_title(opened), XML_TITLES[2])
    found = titles(content)
    assert found[0] == "First"
    assert found[-1] == "Third"


def test_a_record_tag_in_a_comment_begins_no_record() -> None:
    content = marcxml(b"<!-- <record> -->", *XML_TITLES, b"<!-- </record> -->")
    assert titles(content) == ["First", "Second", "Third"]


def test_a_file_that_breaks_off_keeps_what_came_before_and_where_it_broke() -> None:
    for whole in (ONE + TWO + THREE, marcxml(*XML_TITLES), b"[" + b",".join(JSON_TITLES) + b"]"):
        broken = frames(whole[:-20])
        assert titles(whole[:-20]) == ["First", "Second"]
        assert [each.unreadable for each in broken] == [False, False, True]
        assert [each.code for each in broken[-1].problems] == ["truncated"]
        assert whole[broken[-1].offset :].startswith(broken[-1].content)


def test_a_list_that_is_not_closed_says_so_even_between_records() -> None:
    for whole in (marcxml(*XML_TITLES), b"[" + b",".join(JSON_TITLES) + b"]"):
        end = whole.rindex(b"</collection>") if whole.startswith(b"<") else len(whole) - 1
        assert titles(whole[:end]) == ["First", "Second", "Third"]
        assert frames(whole[:end])[-1].problems[0].code == "truncated"


def test_half_a_gzip_file_gives_its_records_and_says_that_it_broke() -> None:
    packed = gzip.compress(GOOD * 5000)
    found = frames(packed[: len(packed) // 2])
    assert len(found) > 100
    assert found[-1].problems[-1].code == "compressed_file_damaged"


@given(st.binary(max_size=2000))
def test_no_bytes_at_all_make_reading_raise(content: bytes) -> None:
    for frame in frames(ONE + content):
        record, _ = read_record(frame)
        if record:
            for field in record.fields():
                assert len(field.indicators) == 2
                assert len(field.tag) == 3


@given(st.binary(max_size=500), st.sampled_from(list("MXJ")))
def test_no_content_of_a_frame_makes_reading_raise(content: bytes, kind: str) -> None:
    like = {"M": ONE, "X": marcxml(XML_TITLES[0]), "J": JSON_TITLES[0]}[kind]
    frame = frames(like)[0]
    read_record(frame._replace(content=content))
    read_record(frame._replace(content=frame.content[:60] + content + frame.content[60:]))
