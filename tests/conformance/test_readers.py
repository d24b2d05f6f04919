"""What every reader of records must do. Add a serialization to WRITERS; change nothing else."""

import io
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from unicodedata import normalize

import pymarc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonplace.records.readers import Frame, open_records, read_record
from commonplace.records.record import Field, Record

LEADER = "00000cam a2200000 i 4500"


def as_pymarc(fields: Sequence[Field]) -> pymarc.Record:
    """The same record in the hands of another program, which writes it for us."""
    return pymarc.Record(fields=[_as_pymarc(each) for each in fields], leader=LEADER)


def _as_pymarc(field: Field) -> pymarc.Field:
    if field.tag < "010":
        return pymarc.Field(field.tag, data=field.value)
    subfields = [pymarc.Subfield(*each) for each in field.subfields]
    return pymarc.Field(field.tag, pymarc.Indicators(*field.indicators), subfields)


def iso2709(records: Sequence[pymarc.Record]) -> bytes:
    return b"".join(each.as_marc() for each in records)


def marcxml(records: Sequence[pymarc.Record]) -> bytes:
    to_xml: Callable[..., bytes] = pymarc.record_to_xml
    return b"<collection>%b</collection>" % b"".join(to_xml(each) for each in records)


def marc_in_json(records: Sequence[pymarc.Record]) -> bytes:
    return json.dumps([each.as_dict() for each in records]).encode()


def json_lines(records: Sequence[pymarc.Record]) -> bytes:
    return b"".join(each.as_json().encode() + b"\n" for each in records)


WRITERS = {
    "ISO 2709": iso2709,
    "MARCXML": marcxml,
    "MARC-in-JSON": marc_in_json,
    "MARC-in-JSON, one a line": json_lines,
}
Writer = Callable[[Sequence[pymarc.Record]], bytes]


@pytest.fixture(params=WRITERS)
def written(request: pytest.FixtureRequest) -> Writer:
    """Each way to write records down."""
    return WRITERS[request.param]


def frames(content: bytes) -> list[Frame]:
    return list(open_records(io.BytesIO(content)))


def readings(content: bytes) -> list[Record]:
    """The records in this content, of which nothing may be wrong."""
    results = [read_record(each) for each in frames(content)]
    assert [problems for _, problems in results if problems] == []
    return [record for record, _ in results if record]


TITLE = Field(
    "245", "10", [("a", "Gui tu lie che ="), ("b", "Last train home /"), ("c", "范立欣.")]
)
FIELDS = [
    Field("001", value="ocn 697606813 "),
    Field("008", value="110118s2011    xxc085            vleng d"),
    Field("041", "1 ", [("a", "chi"), ("j", "eng")]),
    Field("245", "10", TITLE.subfields),
    Field("520", "  ", [("a", " Blanks at both ends are kept. ")]),
    Field("650", " 0", [("a", "Migrant labor"), ("z", "China")]),
    Field("650", " 7", [("a", "<b>&amp; \"quoted\"</b> 'text'")]),
    Field("880", "10", [("6", "245-01/$1"), ("a", "归途列车 =")]),
]


def test_the_leader_and_all_fields_come_out_as_they_went_in(written: Writer) -> None:
    record = readings(written([as_pymarc(FIELDS)]))[0]
    assert record.leader[5:10] == LEADER[5:10]
    assert list(record.fields()) == FIELDS


def test_only_the_fields_asked_for_are_given_in_the_order_of_the_record(written: Writer) -> None:
    record = readings(written([as_pymarc(FIELDS)]))[0]
    assert [each.tag for each in record.fields(["650", "041"])] == ["041", "650", "650"]
    assert list(record.fields([])) == []
    assert list(record.fields({"999"})) == []


def test_fields_can_be_asked_for_again(written: Writer) -> None:
    record = readings(written([as_pymarc(FIELDS)]))[0]
    assert list(record.fields()) == list(record.fields())


def test_records_keep_their_order_and_count(written: Writer) -> None:
    many = [as_pymarc([Field("001", value=str(each)), TITLE]) for each in range(1, 200)]
    found = [next(each.fields(["001"])).value for each in readings(written(many))]
    assert found == [str(each) for each in range(1, 200)]


def test_frames_hold_the_bytes_that_stand_at_their_offset(written: Writer) -> None:
    content = written([as_pymarc(FIELDS), as_pymarc(FIELDS)])
    found = frames(content)
    assert len(found) == 2
    assert all(content[each.offset : each.end] == each.content for each in found)


def test_a_damaged_neighbour_costs_no_record(written: Writer) -> None:
    parts = [written([as_pymarc([Field("001", value=each), TITLE])]) for each in "123"]
    content = written([as_pymarc([Field("001", value=each), TITLE]) for each in "123"])
    middle = len(content) - len(parts[2]) - 10
    damaged = content[: middle - 60] + content[middle:]
    numbers = []
    for frame in frames(damaged):
        record, _ = read_record(frame)
        if record:
            numbers += [each.value for each in record.fields(["001"])]
    assert numbers[0] == "1"
    assert numbers[-1] == "3"


texts = st.text(
    st.characters(min_codepoint=0x20, exclude_categories=["Cc", "Cs", "Cn", "Co", "Zl", "Zp"]),
    min_size=1,
    max_size=20,
).map(lambda text: normalize("NFC", text.replace("\ufeff", "").replace("\ufffd", "")) or "a")
subfields = st.lists(st.tuples(st.sampled_from("abcdxyz0126"), texts), min_size=1, max_size=4)
data_fields = st.builds(
    Field,
    st.sampled_from(["020", "100", "245", "650", "880", "999"]),
    st.just("1 "),
    subfields,
    st.just(""),
)
records = st.lists(data_fields, min_size=1, max_size=5).map(
    lambda fields: [Field("001", value="1"), *fields]
)


@given(records)
def test_whatever_a_record_says_every_serialization_says_the_same(fields: list[Field]) -> None:
    record = as_pymarc(fields)
    for writer in WRITERS.values():
        for frame in frames(writer([record])):
            found, problems = read_record(frame)
            assert found is not None
            assert {each.code for each in problems} <= {"character_references"}
            if not problems:
                assert list(found.fields()) == fields


def test_a_library_that_sends_two_serializations_sends_the_same_records(shared: Path) -> None:
    folder = shared / "data/traject-multiscript"
    both = []
    for name in ("test_data.utf8.mrc", "test_data.utf8.marc.xml"):
        with open_records(folder / name) as opened:
            read = [read_record(each)[0] for each in opened]
        both.append([list(each.fields()) for each in read if each])
    assert len(both[0]) == 30
    assert both[0] == both[1]
