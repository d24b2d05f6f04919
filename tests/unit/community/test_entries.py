"""What a row says: stars, words, titles, dates, languages, and why it cannot be taken in."""

from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonplace.bibliography import title_id_of
from commonplace.community.contributions.models import Role
from commonplace.community.contributions.values import Kind
from commonplace.community.importing.entries import (
    Aside,
    By,
    Entry,
    SetAside,
    Sought,
    read_entry,
)
from commonplace.community.importing.rows import COLUMNS, Row

PLACE = {"control_number": "t1"}


def entry(kind: Kind = Kind.RATING, /, **cells: str) -> Entry:
    """The entry these cells make, on the title of ``PLACE`` unless they say which."""
    told = {"id": "1", "rating": "4"} | (cells if "isbn" in cells else PLACE | cells)
    made = read_entry(kind, Row(2, told), "Alder")
    assert made is not None
    return made


def why(kind: Kind = Kind.RATING, /, **cells: str) -> Aside:
    """Why a row with these cells is set aside."""
    with pytest.raises(SetAside) as aside:
        entry(kind, **cells)
    return aside.value.why


@pytest.mark.parametrize(
    ("said", "stars"), [("0.5", 1), ("1", 2), ("3.5", 7), ("3,5", 7), ("4.50", 9), ("5.0", 10)]
)
def test_stars_are_counted_in_halves(said: str, stars: int) -> None:
    assert entry(rating=said).content == (stars,)


@pytest.mark.parametrize("said", ["0", "0.0", "5.5", "6", "-1", "4.3", "nan", "1e1", "٤", "4/5"])
def test_other_ratings_are_none(said: str) -> None:
    assert why(rating=said) is Aside.BAD_RATING


def test_a_row_without_what_is_looked_for_says_nothing() -> None:
    assert read_entry(Kind.RATING, Row(2, PLACE | {"text": "Word"}), "") is None
    assert read_entry(Kind.COMMENT, Row(2, PLACE | {"rating": "4", "text": " \u200b"}), "") is None


def test_a_rating_of_nobody_needs_an_id() -> None:
    assert why(id="") is Aside.NO_AUTHOR
    assert entry(id="", author_id="7").author


def test_the_author_is_hashed_with_the_library_and_never_kept_as_given() -> None:
    made = entry(author_id="P0012345")
    assert "P0012345" not in repr(made)
    assert made.author != entry(author_id="P0012345", library="Birch").author


@pytest.mark.parametrize(
    ("cells", "sought"),
    [
        ({"title_id": "a" * 13, "isbn": "x"}, Sought(By.TITLE, "a" * 13)),
        ({"isbn": "0-306-40615-2"}, Sought(By.ISBN, "9780306406157")),
        ({"isbn": "978 0306406157"}, Sought(By.ISBN, "9780306406157")),
        ({"control_number": "t1"}, Sought(By.TITLE, title_id_of("library", "t1"))),
        ({"control_number": "t1", "source": "b"}, Sought(By.TITLE, title_id_of("b", "t1"))),
    ],
)
def test_a_title_is_named_in_several_ways(cells: dict[str, str], sought: Sought) -> None:
    made = read_entry(Kind.RATING, Row(2, {"id": "1", "rating": "4"} | cells), "")
    assert made is not None
    assert made.sought == sought


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"isbn": "9780306406158"}, Aside.BAD_ISBN),
        ({"isbn": "٩٧٨٠٣٠٦٤٠٦١٥٧"}, Aside.BAD_ISBN),
        ({"date": "1999-99-99"}, Aside.BAD_DATE),
        ({"date": "2999-01-01"}, Aside.BAD_DATE),
        ({"date": "0001-01-01"}, Aside.BAD_DATE),
        ({"date": "yesterday"}, Aside.BAD_DATE),
        ({"role": "king"}, Aside.BAD_MARK),
        ({"id": "x" * 201}, Aside.LONG_ID),
        ({"title_id": "../../etc/pwd"}, Aside.NO_TITLE),
    ],
)
def test_what_cannot_be_taken_in_is_set_aside_with_its_reason(
    cells: dict[str, str], reason: Aside
) -> None:
    assert why(**cells) is reason


def test_a_row_that_names_no_title_or_cannot_be_read_is_set_aside() -> None:
    for row, reason in ((Row(2, {"id": "1", "rating": "4"}), Aside.NO_PLACE),
                        (Row(2, None), Aside.UNREADABLE)):  # fmt: skip
        with pytest.raises(SetAside) as aside:
            read_entry(Kind.RATING, row, "")
        assert aside.value.why is reason


def test_words_are_tidied_and_not_too_many() -> None:
    made = entry(Kind.COMMENT, text="One\r\n\r\n\r\ntwo\u202e\x00", spoiler="yes", role="Staff")
    assert made.content == ("One\n\ntwo", True)
    assert made.role is Role.STAFF
    assert why(Kind.COMMENT, text="x" * 5_001) is Aside.TOO_LONG


@pytest.mark.parametrize(
    ("said", "tag"),
    [
        ("eng", "en"),
        ("chi", "zh"),
        ("zh_Hans", "zh-Hans"),
        ("ES", "es"),
        ("pt-br", "pt-BR"),
        ("", ""),
        ("klingon", ""),
        ("xx-<b>", ""),
        ("qqqq", ""),
    ],
)
def test_a_language_may_be_said_in_marc_or_as_the_web_does(said: str, tag: str) -> None:
    assert entry(language=said).language == tag


def test_a_day_is_its_noon_and_a_moment_is_itself() -> None:
    assert entry(date="2025-03-04").written == datetime(2025, 3, 4, 12, tzinfo=UTC)
    moment = datetime(2025, 3, 4, 9, 30, 1, tzinfo=UTC)
    assert entry(date="2025-03-04T10:30:01+01:00").written == moment
    assert entry(date="").written is None


def test_what_a_row_is_called_depends_on_its_library_and_its_id_there() -> None:
    assert entry().contribution_id == entry(rating="2").contribution_id
    assert entry().contribution_id != entry(library="Birch").contribution_id
    assert entry().contribution_id != entry(id="2").contribution_id
    nameless = {"id": "", "author_id": "7"}
    assert entry(**nameless).contribution_id == entry(**nameless, rating="1").contribution_id
    assert entry(**nameless).contribution_id != entry(id="", author_id="8").contribution_id


@given(st.dictionaries(st.sampled_from(COLUMNS), st.text(max_size=40)), st.sampled_from(Kind))
def test_any_row_is_an_entry_or_nothing_or_set_aside(cells: dict[str, str], kind: Kind) -> None:
    with suppress(SetAside):
        read_entry(kind, Row(2, cells), "")
