"""Where a title stands: by what the library says of its shelves, else by the look of the label."""

import pytest
from django.conf import settings

from commonplace.discovery.documents import TitleNames, document_of
from commonplace.ingest.rows import TitleRows, rows_of
from commonplace.policy import Branch, Library
from commonplace.records.mapping import describe
from commonplace.records.readers import Frame, Serialization, read_record
from commonplace.records.record import Field
from commonplace.web.words.classes import class_caption, class_label
from tests.making import field, marc, record


def frame_of(*more: Field) -> Frame:
    return Frame(1, 0, marc(record("1", "Seeds", *more)), Serialization.MARC21)


def copy_of(branch: str, location: str, number: str) -> Field:
    subfields = (f"a {branch}", f"b {branch}", f"c {location}", f"o {number}", f"p {number}")
    return field("952", *subfields)


def places(*copies: Field) -> list[tuple[str, str]]:
    rows = rows_of(frame_of(*copies), source="library", added=0)
    assert isinstance(rows, TitleRows)
    return [(scheme, key) for scheme, key, _title, _number in rows.places]


def test_a_label_is_told_by_its_look_where_the_library_says_nothing() -> None:
    assert places(copy_of("C", "AF", "QA76 .C5"), copy_of("C", "AF", "DVD LAST")) == [
        ("lc", "QA 276 C5"),
        ("local", "DVD LAST"),
    ]


def test_a_shelf_follows_what_the_library_says_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    branches = (Branch("LAW", "Law", shelving="lc"),)
    library = Library(branches=branches, shelving="dewey", collections={"LOC": "local"})
    monkeypatch.setattr(settings, "LIBRARY", library)
    assert places(copy_of("C", "AF", "J 567.9 DIX")) == [("dewey", "J 3567.9 DIX")]
    assert places(copy_of("LAW", "AF", "KF 26")) == [("lc", "KF 226")]
    assert places(copy_of("LAW", "LOC", "KF 26")) == [("local", "KF 226")]
    assert places(copy_of("C", "AF", "DVD LAST")) == [("local", "DVD LAST")]


def test_a_title_counts_in_the_broadest_class_of_each_number() -> None:
    number = frame_of(
        field("050", "a HG6046", "b .V28 1986", indicators=" 4"),
        field("082", "a 641.5", indicators="04"),
        field("086", "a Y 4.ED 8/1:117-48", indicators="0 "),
        field("060", "a WG 120", indicators="  "),
    )
    found, _problems = read_record(number)
    assert found
    names = TitleNames("t", "w", "1")
    classes = document_of(names, describe(found).description, (), (), added=0).facets["class"]
    assert set(classes) == {"lc H", "dewey 600", "sudoc Y", "nlm WG"}


def test_a_class_is_named_in_words() -> None:
    assert class_label("dewey 600") == "600 Technology, health, cooking"
    assert class_label("lc H") == "H Social sciences"
    assert class_label("nlm WG") == "WG Heart and blood vessels"
    assert class_label("sudoc QQ") == "QQ"
    assert class_label("odd") == "odd"
    assert class_caption("dewey", "64") == "Home, cooking and family life"
