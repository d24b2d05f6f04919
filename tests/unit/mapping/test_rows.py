"""Tables are checked when they are imported, and ask only for what MARC 21 has."""

import pytest

from commonplace.bibliography import Description
from commonplace.records.mapping.builders.headings import subject
from commonplace.records.mapping.conclusions import CONCLUSIONS, TOGETHER
from commonplace.records.mapping.plan import Plan
from commonplace.records.mapping.rows import BadRow, Each, Place, Row, each, row
from commonplace.records.mapping.steps import STEPS, first, trim_isbd
from commonplace.records.mapping.tables import TABLES
from commonplace.records.record import WholeRecord
from commonplace.records.vocabularies.marc21 import CONTROL_FIELDS, subfields_of
from tests.unit.mapping.marc import field, record

PLACES = [
    (name, line, place) for name, table in TABLES.items() for line in table for place in line.places
]


@pytest.mark.parametrize(
    "places",
    ["24$a", "245a", "245", "245$", "008$a", "245/1-3", "008/37-35", "", "leader$a", "2455$a"],
)
def test_a_row_with_a_bad_place_is_refused_and_quoted(places: str) -> None:
    with pytest.raises(BadRow, match=r'row\("title_proper"'):
        row("title_proper", places)


def test_a_row_with_a_step_nobody_listed_is_refused() -> None:
    with pytest.raises(BadRow, match="dictionary of steps"):
        row("title_proper", "245$a", list)


def test_a_builder_takes_whole_fields_only() -> None:
    with pytest.raises(BadRow, match="takes whole fields"):
        each("contributors", "100$a", str)


def test_two_rows_of_one_name_are_refused() -> None:
    with pytest.raises(BadRow, match="two rows have this name"):
        Plan((row("edition", "250$a"), row("edition", "250$b")))


@pytest.mark.parametrize(("name", "line", "place"), PLACES)
def test_every_place_in_every_table_is_in_marc_21(
    name: str, line: Row | Each, place: Place
) -> None:
    where = f"tables.{name}, {line.name}: {place.tag}"
    if place.tag in CONTROL_FIELDS:
        longest = CONTROL_FIELDS[place.tag]
        assert place.positions is None or longest == 0 or place.positions.stop <= longest, where
        return
    known = subfields_of(place.tag)
    assert known, f"{where} is no field of MARC 21 nor a local one we list"
    assert set(place.codes) <= known, f"{where}${set(place.codes) - known}"


def test_every_part_of_a_description_has_a_row_or_a_conclusion() -> None:
    rows = {line.name for table in TABLES.values() for line in table}
    decided = {name for names, _ in (*CONCLUSIONS, *TOGETHER) for name in names.split()}
    joined = {"vernacular", "vernacular_titles", "contents", "call_numbers", "is_suppressed"}
    assert set(Description.__struct_fields__) <= rows | decided | joined


def test_every_step_has_an_example() -> None:
    assert [name for name, step in STEPS.items() if ">>>" not in (step.__doc__ or "")] == []


def test_the_notation_reads_subfields_positions_and_indicators() -> None:
    plan = Plan(
        (
            row("one", "245$a", trim_isbd),
            row("joined", "246$a$b"),
            row("slice", "008/35-37"),
            row("leader", "leader/06"),
            row("indicator", "245^2"),
            row("reviews", "520{^1=1}$a"),
            row("blank", "520{^1=#}$a"),
            row("others", "520{^1!=1#}$a", first),
        )
    )
    given = record(
        "245 14 $aThe hobbit /",
        "246 3# $aHobbit$bor, There and back",
        "520 1# $aA review",
        "520 ## $aA summary",
        "520 2# $aAn abstract",
    )
    assert dict(plan.gather(given).texts) == {
        "one": ["The hobbit /"],
        "joined": ["Hobbit or, There and back"],
        "slice": ["eng"],
        "leader": ["a"],
        "indicator": ["4"],
        "reviews": ["A review"],
        "blank": ["A summary"],
        "others": ["An abstract"],
    }


def test_a_field_with_its_subfields_in_a_list_is_read_the_same() -> None:
    plan = Plan((each("subjects", "650", subject),))
    listed = field("650 #0 $aTrains")._replace(subfields=[("a", "Trains")])
    assert plan.gather(WholeRecord("", [listed])).values["subjects"][0].label == "Trains"
