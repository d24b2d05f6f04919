"""Taking in ratings and comments: every row is accounted for, twice is once, nothing half done."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import orjson
import pytest

from commonplace.catalogue.stores import PRECIOUS, select
from commonplace.community.contributions.models import Comment, Rating, State
from commonplace.community.contributions.queries import comments_of, ratings_of
from commonplace.community.contributions.values import Kind
from commonplace.community.importing import taking_in
from commonplace.community.importing.report import AsideRow, Report
from commonplace.community.importing.taking_in import Import, take_in
from tests.library.contributing import book, title_of, work_of
from tests.library.contributing import take_in as load

TALE = book("t1", "The hobbit", "Tolkien, J. R. R.", "9780261102217")
LATER = book("t2", "The hobbit", "Tolkien, J. R. R.", "9780007458424", year=2010)
OTHER = book("t3", "Silmarillion", "Tolkien, J. R. R.", "9780261102736")
BOXED = book("t4", "Farmer Giles of Ham", "Tolkien, J. R. R.", "9780261102736")

pytestmark = pytest.mark.usefixtures("home")


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    """Where rows are written."""
    return tmp_path / "rows.jsonl"


@pytest.fixture(autouse=True)
def _titles(home: object) -> None:  # noqa: ARG001 -- wants it made before
    load([TALE, LATER, OTHER, BOXED])


def taken(
    path: Path, said: Iterable[Mapping[str, Any]], kind: Kind = Kind.RATING
) -> tuple[Report, list[AsideRow]]:
    """Write these rows, take them in, and what came of it."""
    path.write_bytes(b"\n".join(map(orjson.dumps, said)))
    aside: list[AsideRow] = []
    run = Import(kind, "Alder", aside.append, lambda _rows: None)
    return take_in(path, run), aside


def counts(report: Report) -> dict[str, int]:
    """The fates there were."""
    return {fate.value: count for fate, count in report.fates.items() if count}


def everything() -> list[list[tuple[Any, ...]]]:
    """Both tables whole, but for when a row came in."""
    columns = """contribution_id, anchor_id, author, author_name, library, origin_id, language,
                 written, changed, state, review_reason, version"""
    return [
        select(PRECIOUS, f"SELECT {columns}, {more} FROM {table} ORDER BY contribution_id")
        for table, more in (("community_rating", "stars"), ("community_comment", "words"))
    ]


def rating(number: str, author: str, stars: float, **more: Any) -> dict[str, Any]:
    """A row with a rating."""
    return {"control_number": number, "author_id": author, "rating": stars, **more}


def word(number: str, text: str, **more: Any) -> dict[str, Any]:
    """A row with a comment."""
    return {"control_number": number, "text": text, "author_name": "Ann", **more}


def test_ratings_come_in_and_coming_in_again_doubles_nothing(rows: Path) -> None:
    said = [rating("t1", "a", 4.5), rating("t1", "b", 3), rating("t3", "a", 1)]
    report, aside = taken(rows, said)
    assert (counts(report), aside) == ({"added": 3}, [])
    before = everything()
    again, _ = taken(rows, said)
    assert counts(again) == {"unchanged": 3}
    assert everything() == before
    assert ratings_of(work_of("t1")).histogram[8] == 1


def test_a_changed_row_changes_its_rating_and_an_older_one_does_not(rows: Path) -> None:
    taken(rows, [rating("t1", "a", 4, date="2025-05-01")])
    newer, _ = taken(rows, [rating("t1", "a", 2, date="2025-06-01")])
    older, _ = taken(rows, [rating("t1", "a", 5, date="2025-04-01")])
    assert counts(newer) == {"changed": 1}
    assert counts(older) == {"superseded": 1}
    kept = Rating.objects.get()
    assert (kept.stars, kept.version) == (4, 1)
    assert f"{kept.written:%Y-%m-%d} {kept.changed:%Y-%m-%d}" == "2025-05-01 2025-06-01"


def test_two_ratings_of_one_person_on_one_title_are_one_whatever_their_ids(rows: Path) -> None:
    said = [
        rating("t1", "a", 4, id="1", date="2025-05-01"),
        rating("t1", "a", 2, id="2", date="2025-06-01"),
        rating("t1", "a", 3, id="3", date="2025-04-01"),
    ]
    report, _ = taken(rows, said)
    assert counts(report) == {"added": 1, "changed": 1, "superseded": 1}
    assert Rating.objects.get().stars == 4
    before = everything()
    taken(rows, said)
    assert everything() == before


def test_a_person_who_rated_two_editions_counts_once_with_the_latest(rows: Path) -> None:
    taken(rows, [rating("t2", "a", 5, date="2025-05-01"), rating("t1", "a", 1, date="2025-06-01")])
    assert Rating.objects.count() == 2
    assert ratings_of(work_of("t1")).count == 1
    assert ratings_of(work_of("t1")).histogram[1] == 1


def test_a_title_is_found_by_its_number_isbn_id_or_work(rows: Path) -> None:
    said = [
        {"isbn": "0-261-10221-4", "author_id": "a", "rating": 4},
        {"title_id": title_of("t1"), "author_id": "b", "rating": 4},
        {"work_id": work_of("t1"), "author_id": "c", "rating": 4},
    ]
    report, _ = taken(rows, said)
    assert counts(report) == {"added": 3}
    assert ratings_of(work_of("t1")).count == 3


def test_what_finds_no_title_or_several_is_set_aside_and_comes_in_when_the_title_does(
    rows: Path,
) -> None:
    said = [
        rating("t9", "a", 4),
        {"isbn": "9780261102736", "author_id": "a", "rating": 4},
        {"isbn": "9780306406157", "author_id": "a", "rating": 4},
        rating("t1", "a", 4),
    ]
    report, aside = taken(rows, said)
    assert counts(report) == {"set_aside": 3, "added": 1}
    assert [row.why.name for row in aside] == ["NO_TITLE", "SEVERAL", "NO_TITLE"]
    assert [row.line for row in aside] == [1, 2, 3]
    load([book("t9", "Roverandom", "Tolkien, J. R. R.")])
    again, _ = taken(rows, [row.cells for row in aside])
    assert counts(again) == {"added": 1, "set_aside": 2}


def test_a_word_keeps_its_place_when_the_isbn_comes_to_mean_another_title(rows: Path) -> None:
    said = [{"isbn": "9780261102217", "author_id": "a", "rating": 4}]
    taken(rows, said)
    before = everything()
    load([book("t1", "The hobbit", "Tolkien, J. R. R."), book("t8", "Ilmarin", "Someone",
                                                             "9780261102217")])  # fmt: skip
    again, _ = taken(rows, said)
    assert counts(again) == {"unchanged": 1}
    assert everything() == before


def test_comments_come_in_with_their_library_name_language_and_date(rows: Path) -> None:
    said = word("t1", "Una joya.", id="5", language="spa", date="2024-10-19", spoiler=True)
    taken(rows, [said, word("t1", "Mine", library="Birch")], Kind.COMMENT)
    newest, oldest = comments_of(work_of("t1"), limit=5)
    assert (oldest.library, oldest.author_name, oldest.language) == ("Alder", "Ann", "es")
    assert oldest.is_spoiler
    assert f"{oldest.written:%Y-%m-%d}" == "2024-10-19"
    assert oldest.format == "book"
    assert newest.library == "Birch"
    assert Comment.objects.filter(imported=None).count() == 0
    assert len(comments_of(work_of("t1"), limit=5, libraries=["Birch"])) == 1


def test_held_patterns_wait_and_a_later_clean_text_is_shown(rows: Path) -> None:
    said = [word("t1", "see www.a.example", id="1"), word("t1", "ring 01632 960110", id="2")]
    report, _ = taken(rows, said, Kind.COMMENT)
    assert report.awaiting_review == 2
    assert not comments_of(work_of("t1"), limit=5)
    taken(rows, [word("t1", "See it.", id="1")], Kind.COMMENT)
    assert [each.words for each in comments_of(work_of("t1"), limit=5)] == ["See it."]


def test_what_was_hidden_here_stays_hidden_and_what_was_taken_down_there_goes(rows: Path) -> None:
    taken(rows, [word("t1", "Rude", id="1"), word("t1", "Kind", id="2")], Kind.COMMENT)
    Comment.objects.filter(origin_id="1").update(state=State.HIDDEN)
    said = [word("t1", "Ruder", id="1"), {"id": "2", "withdrawn": "yes"},
            {"id": "3", "withdrawn": "yes"}]  # fmt: skip
    said[1]["control_number"] = said[2]["control_number"] = "t1"
    report, _ = taken(rows, said, Kind.COMMENT)
    assert counts(report) == {"changed": 1, "withdrawn": 1, "unchanged": 1}
    assert not comments_of(work_of("t1"), limit=5)
    states = dict(Comment.objects.values_list("origin_id", "state"))
    assert states == {"1": "hidden", "2": "withdrawn"}


def test_a_file_of_both_is_read_by_each_command_for_its_own(rows: Path) -> None:
    said = [word("t1", "Word", rating=4, author_id="a"), rating("t1", "b", 2)]
    ratings, _ = taken(rows, said)
    comments, _ = taken(rows, said, Kind.COMMENT)
    assert counts(ratings) == {"added": 2}
    assert counts(comments) == {"added": 1, "empty": 1}
    assert [each.stars for each in comments_of(work_of("t1"), limit=5)] == [8]


def test_an_import_that_is_cut_off_is_finished_by_doing_it_again(
    rows: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking_in, "BATCH", 10)
    said = [rating("t1", f"a{number}", 1 + number % 4) for number in range(35)]
    rows.write_bytes(b"\n".join(map(orjson.dumps, said)))
    ends = iter([None])
    run = Import(Kind.RATING, "Alder", lambda _row: None, lambda _rows: next(ends))
    with pytest.raises(StopIteration):
        take_in(rows, run)
    assert Rating.objects.count() == 20
    report, _ = taken(rows, said)
    assert counts(report) == {"unchanged": 20, "added": 15}
