"""Nothing a record can contain makes the mapping raise, and equal records are described equally."""

import json
from pathlib import Path

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from commonplace.bibliography.as_json import from_stored, public, stored
from commonplace.records.mapping import RecordKind, describe
from commonplace.records.mapping.describing import PLAN
from commonplace.records.problems import MAPPING, PROBLEMS
from commonplace.records.readers import NotRecords, open_records, read_record
from commonplace.records.record import Field, WholeRecord
from commonplace.works import work_key
from tests.unit.mapping.marc import from_json, problems_of

PROVOKED = {
    "control_number_missing": ("001 ", "245 10 $aX"),
    "fixed_field_missing": ("008 ", "245 10 $aX"),
    "fixed_field_short": ("008 200101s2020", "245 10 $aX"),
    "title_missing": ("245 10 $cNobody",),
    "field_repeated": ("245 10 $aOne", "245 10 $aTwo"),
    "filing_skip_wrong": ("245 19 $aDune",),
    "vernacular_unlinked": ("245 10 $aX", "880 1# $aY"),
    "date_impossible": ("008 200101s0042    nyu           000 0 eng d", "245 10 $aX"),
    "language_unknown": ("041 0# $aqqq", "245 10 $aX"),
    "isbn_wrong": ("020 ## $a0486266894", "245 10 $aX"),
    "issn_wrong": ("022 ## $a0028-0837", "245 10 $aX"),
    "lccn_wrong": ("010 ## $aabcdef", "245 10 $aX"),
    "trade_number_wrong": ("024 1# $a795975114238", "245 10 $aX"),
    "link_refused": ("856 40 $ujavascript:alert(1)", "245 10 $aX"),
    "item_date_wrong": ("952 ## $aMPL$p1$qsoon", "245 10 $aX"),
}

TAGS = st.sampled_from(sorted(PLAN.tags)) | st.from_regex(r"[0-9A-Za-z]{3}", fullmatch=True)
TEXTS = st.text(max_size=60) | st.sampled_from(
    ["", " ", ".", "[", "880-01/$1", "245-01", "-" * 40, "(" * 40, "=", " : ", "2019", "0" * 14]
)
SUBFIELDS = st.lists(st.tuples(st.sampled_from("abcdehiknpqtuvxyz0245678"), TEXTS), max_size=6)
FIELDS = st.builds(
    Field,
    TAGS,
    st.text(" 0123456789#x", min_size=2, max_size=2),
    SUBFIELDS | SUBFIELDS.map(tuple),
    TEXTS | st.text("0123456789 |uabcdfgj", max_size=45),
)
RECORDS = st.builds(WholeRecord, st.text(max_size=24), st.lists(FIELDS, max_size=25))


def test_every_problem_of_the_mapping_is_provoked_by_its_record() -> None:
    assert PROVOKED.keys() == MAPPING.keys()
    for code, lines in PROVOKED.items():
        assert code in problems_of(*lines), code


@given(RECORDS)
def test_any_record_at_all_is_described(record: WholeRecord) -> None:
    found = describe(record)
    assert {problem.code for problem in found.problems} <= PROBLEMS.keys()
    assert found == describe(record)
    assert from_stored(stored(found.description)) == found.description
    assert json.loads(msgspec.json.encode(public(found.description)))
    assert work_key(found.description).count("|") >= 4
    addresses = [link.url.lower() for link in found.description.links]
    assert all(each.startswith(("http://", "https://")) for each in addresses)


def test_every_shared_record_is_described(shared: Path) -> None:
    kinds = dict.fromkeys(RecordKind, 0)
    for path in sorted((shared / "data").rglob("*")):
        if not path.is_file() or not {".mrc", ".dat", ".marc", ".xml"} & set(path.suffixes):
            continue
        try:
            opened = open_records(path)
        except NotRecords:
            continue
        with opened as frames:
            for frame in frames:
                record, _ = read_record(frame)
                if record is not None:
                    kinds[describe(record).kind] += 1
    assert kinds[RecordKind.BIBLIOGRAPHIC] > 38_000
    assert kinds[RecordKind.AUTHORITY] > 1_900
    assert kinds[RecordKind.HOLDINGS] == 7


def test_the_shared_mapping_vectors_come_out_right(shared: Path) -> None:
    traject = json.loads((shared / "vectors/mappings.json").read_text("utf-8"))["traject"]
    years = {
        "date_with_u.marc": 1845,
        "date_resort_to_264.marc": 2015,
        "date_resort_to_260.marc": 1980,
        "the_business_ren.marc": 2006,
        "emptyish_record.marc": None,
    }
    for name, year in years.items():
        description = describe(from_json(traject["records"][name])).description
        assert description.publication.year == year, name
    packed = describe(from_json(traject["records"]["packed_041a_lang.marc"])).description
    assert packed.languages == ("eng", "fre", "ger", "ita", "spa", "rus")
    armstrong = describe(from_json(traject["records"]["louis_armstrong.marc"])).description
    assert [each.title for each in armstrong.series] == ["Big bands"]
