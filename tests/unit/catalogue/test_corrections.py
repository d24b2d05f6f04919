"""The library's corrections over a record's description, whatever either of them says."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonplace.bibliography import (
    FORMATS,
    Audience,
    Contributor,
    Description,
    Link,
    Publication,
    Series,
)
from commonplace.catalogue.corrections.applying import corrected, said_of
from commonplace.catalogue.corrections.entries import (
    AUDIENCES,
    CONTRIBUTOR_KINDS,
    RELATIONS,
    reason_from,
    value_from,
)
from commonplace.catalogue.corrections.fields import FIELDS, Field, Kind, Value
from commonplace.catalogue.corrections.filling import entries_of
from commonplace.catalogue.corrections.refusals import BadEntry
from commonplace.records.vocabularies.languages import LANGUAGES

LINES = st.lists(st.sampled_from(["Der", "Zug", "归途", "الأيام", "é", "l’eau", "&<>\"'", "1984"]))
LINE = LINES.map(" ".join)
NAME = LINE.filter(bool)
AGES = st.one_of(
    st.just((None, None)),
    st.tuples(st.integers(0, 120), st.none()),
    st.tuples(st.integers(0, 60), st.integers(60, 120)),
)
ROLES = st.lists(st.sampled_from(["author", "film director", "author of introduction, etc."]))
PERSON = st.builds(
    Contributor,
    name=NAME,
    roles=ROLES.map(dict.fromkeys).map(tuple),
    dates=LINE,
    vernacular=LINE,
    kind=st.sampled_from(CONTRIBUTOR_KINDS),
    work=LINE,
)
AUDIENCE = st.builds(
    lambda ages, **more: Audience(youngest=ages[0], oldest=ages[1], **more),
    AGES,
    code=st.sampled_from(AUDIENCES),
    notes=st.lists(NAME, max_size=3).map(tuple),
    rating=LINE,
    lexile=st.sampled_from(["", "0", "880"]),
)
ADDRESS = st.sampled_from(["https://a.example/1?b=%20c", "http://[::1]/", "HTTPS://É.example"])
VALUES: dict[Kind, st.SearchStrategy[Any]] = {
    Kind.LINE: LINE,
    Kind.PROSE: st.lists(NAME).map("\n\n".join),
    Kind.YEAR: st.one_of(st.none(), st.integers(1, 2_199)),
    Kind.COUNT: st.integers(0, 99),
    Kind.FORMAT: st.sampled_from(sorted(FORMATS)),
    Kind.LANGUAGES: st.lists(st.sampled_from(sorted(LANGUAGES)), unique=True).map(tuple),
    Kind.AUDIENCE: AUDIENCE,
    Kind.PEOPLE: st.lists(PERSON, max_size=5).map(tuple),
    Kind.SERIES: st.lists(
        st.builds(Series, title=NAME, number=LINE, heading=LINE, vernacular=LINE), max_size=4
    ).map(tuple),
    Kind.LINKS: st.lists(
        st.builds(Link, url=ADDRESS, label=LINE, relation=st.sampled_from(RELATIONS)), max_size=4
    ).map(tuple),
}
DESCRIPTIONS = st.builds(
    Description,
    title_proper=LINE,
    remainder=LINE,
    filing_skip=st.integers(0, 5),
    vernacular=st.dictionaries(st.sampled_from(["title_proper", "summary"]), NAME),
    contributors=VALUES[Kind.PEOPLE],
    publication=st.builds(Publication, place=LINE, year=VALUES[Kind.YEAR], date=LINE),
    format=VALUES[Kind.FORMAT],
    languages=VALUES[Kind.LANGUAGES],
    series=VALUES[Kind.SERIES],
    summary=LINE,
    audience=AUDIENCE,
    links=VALUES[Kind.LINKS],
)
FIELD = st.sampled_from(sorted(FIELDS)).map(FIELDS.__getitem__)
FIELD_AND_VALUE = FIELD.flatmap(lambda field: st.tuples(st.just(field), VALUES[field.kind]))
MANY = st.lists(FIELD_AND_VALUE, max_size=6).map(
    lambda pairs: {field.name: value for field, value in pairs}
)
LEANING = {"title_proper", "filing_skip"}


@given(DESCRIPTIONS)
def test_without_corrections_a_description_stays_what_the_record_says(said: Description) -> None:
    assert corrected(said, {}) is said


@given(DESCRIPTIONS, FIELD_AND_VALUE)
def test_a_corrected_field_has_its_value_and_every_other_the_records(
    said: Description, pair: tuple[Field, Value]
) -> None:
    field, value = pair
    ours = corrected(said, {field.name: value})
    if field.name != "filing_skip":
        assert said_of(ours, field.name) == value
    assert ours.filing_skip <= max(len(ours.title_proper), said.filing_skip)
    for name in FIELDS.keys() - {field.name} - LEANING:
        assert said_of(ours, name) == said_of(said, name)


@given(DESCRIPTIONS, MANY)
def test_the_order_of_corrections_and_doing_them_twice_change_nothing(
    said: Description, values: dict[str, Value]
) -> None:
    once = corrected(said, values)
    assert corrected(said, dict(reversed(values.items()))) == once
    assert corrected(once, values) == once


@given(FIELD_AND_VALUE)
def test_a_value_comes_back_as_it_was_kept(pair: tuple[Field, Value]) -> None:
    field, value = pair
    assert field.decoded(field.encoded(value)) == value


@given(FIELD_AND_VALUE)
def test_a_form_filled_with_a_value_gives_that_value(pair: tuple[Field, Value]) -> None:
    field, value = pair
    if field.name == "title_proper" and not value:
        return
    assert value_from(field, entries_of(field, value)) == value


ENTRY_NAMES = (
    "value", "name-0", "url-1", "title-7", "code", "place-0", "roles-0", "youngest", "lexile",
    "relation-1", "kind-0",
)  # fmt: skip


@given(FIELD, st.dictionaries(st.sampled_from(ENTRY_NAMES), st.text()))
def test_whatever_is_entered_is_a_value_that_can_be_kept_or_is_refused(
    field: Field, entries: dict[str, str]
) -> None:
    try:
        value = value_from(field, entries)
    except BadEntry:
        return
    assert field.decoded(field.encoded(value)) == value
    assert "\\u0000" not in field.encoded(value)


def test_a_title_that_begins_otherwise_is_filed_under_its_first_letter() -> None:
    said = Description(title_proper="The hobit", filing_skip=4)
    assert corrected(said, {"title_proper": "The hobbit"}).filing_skip == 4
    assert corrected(said, {"title_proper": "Hobbit, the"}).filing_skip == 0
    assert corrected(said, {"filing_skip": 0, "title_proper": "The hobbit"}).filing_skip == 0


def test_a_corrected_year_takes_the_date_as_worded_with_it() -> None:
    said = Description(publication=Publication("Oslo", "Gyldendal", "MCMXC", 1990))
    ours = corrected(said, {"year": 1991}).publication
    assert ours == Publication("Oslo", "Gyldendal", "1991", 1991)


@pytest.mark.parametrize(
    ("name", "entries"),
    [
        ("title_proper", {"value": " \u202e "}),
        ("title_proper", {"value": "x" * 1_001}),
        ("summary", {"value": "x" * 10_001}),
        ("year", {"value": "MCMXC"}),
        ("year", {"value": "0"}),
        ("year", {"value": "٢٠٠١"}),
        ("year", {"value": "99999999999999999999"}),
        ("filing_skip", {"value": "-1"}),
        ("format", {"value": "papyrus"}),
        ("languages", {"value": "eng xyz9"}),
        ("audience", {"code": "gods"}),
        ("audience", {"youngest": "12", "oldest": "9"}),
        ("audience", {"oldest": "9"}),
        ("audience", {"youngest": "twelve"}),
        ("audience", {"lexile": "BR"}),
        ("audience", {"notes": "\n".join("abcdefghijklmnopqrstuvwxyz")}),
        ("contributors", {"name-0": "Fan", "kind-0": "robot"}),
        ("contributors", {"name-0": "Fan", "roles-0": ";".join(map(str, range(11)))}),
        ("contributors", {f"name-{n}": "Fan" for n in range(101)}),
        ("links", {"url-0": "javascript:alert(1)"}),
        ("links", {"url-0": "data:text/html,x"}),
        ("links", {"url-0": "https:///nowhere"}),
        ("links", {"url-0": "https://a b.example"}),
        ("links", {"url-0": "http://[broken"}),
        ("links", {"url-0": "https://a.example", "relation-0": "cousin"}),
    ],
)
def test_what_cannot_be_a_value_is_refused_with_a_sentence(
    name: str, entries: dict[str, str]
) -> None:
    with pytest.raises(BadEntry) as refused:
        value_from(FIELDS[name], entries)
    assert str(refused.value).endswith((".", "them."))


def test_rows_are_put_in_the_order_of_their_numbers_and_removed_where_it_is_ticked() -> None:
    entries = {
        "name-0": "Second", "place-0": "2", "name-1": "First", "place-1": "1",
        "name-2": "Gone", "remove-2": "on", "name-3": "", "name-9": "Last", "creator": "1",
    }  # fmt: skip
    people = value_from(FIELDS["contributors"], entries)
    assert [(each.name, each.is_creator) for each in people] == [
        ("First", True),
        ("Second", False),
        ("Last", False),
    ]


def test_languages_are_understood_by_code_and_by_english_name() -> None:
    parse = FIELDS["languages"]
    assert value_from(parse, {"value": "ENG, chi;eng"}) == ("eng", "chi")
    assert value_from(parse, {"value": "Chinese"}) == ("chi",)
    assert value_from(parse, {"value": ""}) == ()


def test_a_correction_needs_a_reason_that_can_be_read() -> None:
    assert reason_from("  the cover\nsays so\x00 ") == "the cover says so"
    for text in ("", " \u202e ", "x" * 501):
        with pytest.raises(BadEntry):
            reason_from(text)


def test_every_kind_of_value_has_a_field() -> None:
    assert {field.kind for field in FIELDS.values()} == set(Kind)
    assert all(len(name) <= 30 for name in FIELDS)
