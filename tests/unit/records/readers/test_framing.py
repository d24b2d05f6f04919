"""Where records begin and end in a file, how reading resumes, and how much is held at once."""

import gzip
import io
import pickle
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from commonplace.records.readers import LIMIT, Frame, Serialization, open_records, read_record
from tests.records.samples import GOOD, iso2709, json_title, marcxml, title, xml_title

MARC21 = b"".join(title(b"Number %d" % each) for each in range(1, 6))
MARCXML = marcxml(*[xml_title(b"Number %d" % each) for each in range(1, 6)])
OBJECTS = [json_title(b"Number %d" % each) for each in range(1, 6)]
JSON = b"[\n" + b",\n".join(OBJECTS) + b"\n]\n"
FILES = {"MARC 21": MARC21, "MARCXML": MARCXML, "MARC-in-JSON": JSON}


class Trickle(io.BytesIO):
    """A stream that cannot be rewound and gives a few bytes at a time, as a pipe may."""

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(min(size or 0, 7))

    def seekable(self) -> bool:
        return False


def frames(content: bytes, start: int = 0, position: int = 1) -> list[Frame]:
    """The frames of a file with this content."""
    return list(open_records(io.BytesIO(content), start=start, position=position))


def titles(found: list[Frame]) -> list[str]:
    """The titles in these frames."""
    records = [read_record(each)[0] for each in found]
    return [field.first("a") for each in records if each for field in each.fields(["245"])]


@pytest.mark.parametrize("name", FILES)
def test_the_serialization_is_told_by_content(name: str) -> None:
    opened = open_records(io.BytesIO(FILES[name]))
    assert opened.serialization is Serialization(name)
    assert all(each.serialization is Serialization(name) for each in opened)


@pytest.mark.parametrize("name", FILES)
def test_positions_count_from_one_and_offsets_from_nothing(name: str) -> None:
    found = frames(FILES[name])
    assert [each.position for each in found] == [1, 2, 3, 4, 5]
    for each in found:
        assert FILES[name][each.offset : each.end] == each.content


@pytest.mark.parametrize("packing", [bytes, gzip.compress])
@pytest.mark.parametrize("name", FILES)
def test_reading_resumes_at_the_end_of_any_record(
    name: str, packing: Callable[[bytes], bytes]
) -> None:
    content = packing(FILES[name])
    whole = frames(content)
    for number, last in enumerate(whole, start=1):
        assert frames(content, start=last.end, position=number + 1) == whole[number:]


@pytest.mark.parametrize("name", FILES)
def test_a_stream_that_cannot_be_rewound_is_read_in_small_pieces(name: str) -> None:
    found = list(open_records(Trickle(FILES[name])))
    assert found == frames(FILES[name])
    packed = Trickle(gzip.compress(FILES[name]))
    assert list(open_records(packed, start=found[1].end, position=3)) == found[2:]


def test_a_frame_travels_to_another_process() -> None:
    frame = frames(MARC21)[2]
    assert pickle.loads(pickle.dumps(frame)) == frame  # noqa: S301 -- made in this line


def test_a_file_is_opened_by_its_path_and_closed(tmp_path: Path) -> None:
    path = tmp_path / "records.txt"
    path.write_bytes(MARC21)
    with open_records(path) as opened:
        assert len(list(opened)) == 5
        assert opened.bytes_read == len(MARC21)


def test_gzip_members_one_after_another_are_one_file() -> None:
    half = len(MARC21) // 2
    packed = gzip.compress(MARC21[:half]) + gzip.compress(MARC21[half:]) + b"\0" * 500
    assert frames(packed) == frames(MARC21)


def test_a_terminator_inside_a_record_does_not_end_it() -> None:
    found = frames(GOOD + title(b"Two \x1d halves") + GOOD)
    assert len(found) == 3
    assert titles(found)[1] == "Two  halves"


def test_records_without_terminators_are_told_apart_by_their_lengths() -> None:
    content = b"\n".join(title(b"Number %d" % each)[:-1] for each in range(1, 4)) + b"\n"
    assert titles(frames(content)) == ["Number 1", "Number 2", "Number 3"]


def test_a_last_record_without_terminator_is_read() -> None:
    found = frames(GOOD + title(b"Last")[:-1])
    assert titles(found) == ["Good", "Last"]
    assert "terminator_missing" in {each.code for each in found[1].problems}


@pytest.mark.parametrize("before", [b"\xef\xbb\xbf", b"\n\n", b"  \r\n", b"\0\0"])
@pytest.mark.parametrize("name", FILES)
def test_a_mark_or_blanks_before_the_first_record_are_passed_over(name: str, before: bytes) -> None:
    assert titles(frames(before + FILES[name])) == titles(frames(FILES[name]))


def test_a_record_of_many_thousand_items_is_read_whole() -> None:
    items = [(b"952", b"  \x1fp%013d\x1foQA 76.9 .S88 2005" % each) for each in range(5000)]
    directory, data = b"", b""
    for tag, content in [(b"001", b"1"), *items]:
        directory += b"%b%04d%05d" % (tag, len(content) + 1, len(data))
        data += content + b"\x1e"
    leader = b"99999cam a22%05d i 4500" % ((24 + len(directory) + 1) % 100_000)
    record, problems = read_record(frames(leader + directory + b"\x1e" + data + b"\x1d")[0])
    assert record is not None
    assert len(list(record.fields(["952"]))) == 5000
    assert "record_too_long" in {each.code for each in problems}


@pytest.mark.parametrize("separator", [b"\n", b"", b"\r\n", b" , "])
def test_objects_follow_each_other_however_they_are_separated(separator: bytes) -> None:
    assert len(titles(frames(separator.join(OBJECTS)))) == 5


def test_one_object_and_one_element_alone_are_files_too() -> None:
    assert titles(frames(OBJECTS[0])) == ["Number 1"]
    assert titles(frames(xml_title(b"Alone"))) == ["Alone"]


def test_an_object_with_its_fields_first_is_a_record() -> None:
    fields, leader = OBJECTS[0].split(b'"fields":')[1][:-1], b"00000cam a2200000 i 4500"
    assert titles(frames(b'[{"fields":%b,"leader":"%b"}]' % (fields, leader))) == ["Number 1"]


OAI_PMH = b"""<?xml version="1.0"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">
<ListRecords><record><header><identifier>1</identifier></header><metadata>%b</metadata></record>
<record><header status="deleted"><identifier>2</identifier></header></record>
<record><header><identifier>3</identifier></header><metadata>%b</metadata></record>
</ListRecords></OAI-PMH>"""


def test_records_in_the_envelopes_of_a_harvest_are_found() -> None:
    one, two = (
        b'<marc:record xmlns:marc="http://www.loc.gov/MARC21/slim">'
        + xml_title(text)
        .replace(b"</", b"</marc:")
        .replace(b"<", b"<marc:")[len("<marc:record>") :]
        for text in (b"One", b"Two")
    )
    content = OAI_PMH % (one, two)
    assert titles(frames(content.replace(b"<marc:/marc:", b"</marc:"))) == ["One", "Two"]


def test_prefixes_declared_outside_the_record_are_understood() -> None:
    element = xml_title(b"Prefixed").replace(b"</", b"</m:").replace(b"<", b"<m:")
    element = element.replace(b"<m:/m:", b"</m:")
    element = element.replace(b"<m:record>", b'<m:record xsi:type="m:recordType">')
    content = b'<m:collection xmlns:m="urn:m" xmlns:xsi="urn:x">%b</m:collection>' % element
    assert titles(frames(content)) == ["Prefixed"]


@pytest.mark.parametrize("encoding", ["iso-8859-1", "windows-1252", "utf-16"])
def test_xml_in_another_encoding_is_read_and_resumed(encoding: str) -> None:
    text = marcxml(xml_title("Été".encode()), xml_title("Forêt".encode())).decode()
    content = f'<?xml version="1.0" encoding="{encoding}"?>{text}'.encode(encoding)
    whole = frames(content)
    assert titles(whole) == ["Été", "Forêt"]
    assert frames(content, start=whole[0].end, position=2) == whole[1:]


def test_memory_does_not_grow_with_the_file() -> None:
    packed = gzip.compress(title(b"n" * 2000) * 20_000, compresslevel=1)
    tracemalloc.start()
    for _ in open_records(io.BytesIO(packed)):
        pass
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 12 * 1024 * 1024


@pytest.mark.parametrize("endless", [b"n", b"<a>", b'{"a":'])
@pytest.mark.parametrize("name", FILES)
def test_a_record_without_end_stops_at_a_limit(name: str, endless: bytes) -> None:
    begin = {
        "MARC 21": b"99999cam a2200049 i 4500001000200000\x1e",
        "MARCXML": b"<collection><record><leader>00000</leader>",
        "MARC-in-JSON": b'[{"leader":"',
    }[name]
    content = begin + endless * (5 * LIMIT // 4 // len(endless))
    tracemalloc.start()
    found = frames(gzip.compress(content, compresslevel=1))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [each.problems[-1].code for each in found][:1] == ["over_limit"]
    assert len(found) <= 2
    assert peak < 8 * LIMIT


def test_compressed_data_that_swells_without_end_is_cut_off() -> None:
    bomb = gzip.compress(GOOD + b"\0" * 70_000_000)
    found = frames(bomb)
    assert titles(found) == ["Good"]
    assert found[-1].problems[-1].code == "compressed_file_damaged"


def test_records_up_to_the_largest_that_marc_allows_need_no_mending() -> None:
    size = 99_999 - len(iso2709((b"001", b"1"), *[(b"500", b"  \x1fa")] * 11))
    notes = [(b"500", b"  \x1fa" + b"n" * (size // 11))] * 10
    last = (b"500", b"  \x1fa" + b"n" * (size - size // 11 * 10))
    content = iso2709((b"001", b"1"), *notes, last)
    assert len(content) == 99_999
    assert read_record(frames(content + GOOD)[0])[1] == ()
