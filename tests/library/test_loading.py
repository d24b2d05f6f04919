"""What ``load`` promises: counts that add up, safe to repeat, to resume, to be full."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import connections

from commonplace.bibliography import title_id_of
from commonplace.catalogue import queries
from commonplace.catalogue.models import Load, SourceRecord
from commonplace.catalogue.stores import DERIVED
from commonplace.config.home import Home
from commonplace.discovery.answers import Asked
from commonplace.discovery.searching import find
from commonplace.holdings.queries import items_of
from commonplace.ingest.errors import NothingToLoad, TooFewRecords
from commonplace.ingest.loading import LoadOptions, LoadReport, load
from commonplace.ingest.preparing import derived_models, prepare_stores
from commonplace.ingest.quarantine import quarantined
from commonplace.ingest.rebuilding import rebuild_rows
from tests.making import field, marc, record

Loading = Callable[..., LoadReport]


@pytest.fixture
def loading(home: Home, tmp_path: Path) -> Loading:
    """Loads bytes as a file of a name, with options."""
    assert home.path.is_dir()

    def _load(content: bytes, name: str = "export.mrc", **options: object) -> LoadReport:
        path = tmp_path / name
        path.write_bytes(content)
        return load([str(path)], LoadOptions(workers=0, **options), lambda _name, _read: None)  # type: ignore[arg-type]  # options by keyword

    return _load


def counted(report: LoadReport) -> dict[str, int]:
    """The counts that are not zero."""
    said = report.as_json()
    return {k: v for k, v in said.items() if isinstance(v, int) and v and k != "read"}


def titles_found(text: str) -> list[str]:
    return [card.best.description.title_proper for card in find(Asked(text)).cards]


def test_a_loaded_record_is_a_title_that_search_finds(loading: Loading) -> None:
    report = loading(marc(record("1", "Middlemarch", creator="Eliot, George")))
    assert counted(report) == {"loaded": 1}
    row = queries.title(title_id_of("library", "1"))
    assert row is not None
    assert row.description.title_proper == "Middlemarch"
    assert titles_found("middlemarch eliot") == ["Middlemarch"]


def test_loading_the_same_file_again_changes_nothing(loading: Loading) -> None:
    content = marc(record("1", "Emma"), record("2", "Persuasion"))
    loading(content)
    assert counted(loading(content, "again.mrc")) == {"unchanged": 2}


def test_a_changed_record_replaces_its_title_and_is_searchable_at_once(loading: Loading) -> None:
    loading(marc(record("1", "Emma")))
    assert counted(loading(marc(record("1", "Persuasion")), "new.mrc")) == {"loaded": 1}
    assert titles_found("emma") == []
    assert titles_found("persuasion") == ["Persuasion"]


def test_of_two_records_with_one_control_number_the_later_counts(loading: Loading) -> None:
    content = marc(record("1", "Emma"), record("1", "Persuasion"))
    assert counted(loading(content)) == {"loaded": 1, "superseded": 1}
    assert titles_found("persuasion") == ["Persuasion"]
    assert counted(loading(content, "again.mrc")) == {"unchanged": 1, "superseded": 1}


def test_a_record_marked_deleted_withdraws_its_title(loading: Loading) -> None:
    loading(marc(record("1", "Emma")))
    gone = record("1", "Emma", leader="00000dam a2200000 i 4500")
    assert counted(loading(marc(gone), "gone.mrc")) == {"deleted": 1}
    title_id = title_id_of("library", "1")
    assert queries.title(title_id) is None
    assert queries.was_issued(title_id)
    assert titles_found("emma") == []


def test_a_withdrawn_title_that_comes_back_is_shown_again(loading: Loading) -> None:
    content = marc(record("1", "Emma"))
    loading(content)
    loading(marc(record("1", "Emma", leader="00000dam a2200000 i 4500")), "gone.mrc")
    assert counted(loading(content, "back.mrc")) == {"loaded": 1}
    assert titles_found("emma") == ["Emma"]


def test_an_authority_record_is_kept_as_such_and_is_no_title(loading: Loading) -> None:
    authority = record("a1", "not a title", leader="00000nz  a2200000n  4500")
    assert counted(loading(marc(authority, record("1", "Emma")))) == {"other_kind": 1, "loaded": 1}
    assert queries.count_titles() == 1


def test_a_broken_record_is_quarantined_byte_for_byte_and_costs_no_neighbour(
    loading: Loading,
) -> None:
    broken = b"00099nam a2200049 i 4500garbage without a directory\x1e\x1d"
    content = marc(record("1", "Emma")) + broken + marc(record("2", "Persuasion"))
    assert counted(loading(content)) == {"loaded": 2, "quarantined": 1}
    (aside,) = quarantined()
    assert aside.file == "export.mrc"
    assert aside.position == 2
    assert aside.offset == len(marc(record("1", "Emma")))
    assert aside.problems


def test_a_full_load_withdraws_what_the_file_lacks(loading: Loading) -> None:
    loading(marc(record("1", "Emma"), record("2", "Persuasion"), record("3", "Lady Susan")))
    report = loading(marc(record("1", "Emma"), record("2", "Persuasion")), "full.mrc", is_full=True)
    assert counted(report) == {"unchanged": 2, "withdrawn": 1}
    assert titles_found("lady susan") == []
    assert queries.was_issued(title_id_of("library", "3"))


def test_a_full_load_of_one_source_leaves_another_alone(loading: Loading) -> None:
    loading(marc(record("1", "Emma")), source="branch")
    loading(marc(record("1", "Persuasion"), record("2", "Lady Susan")), "other.mrc", is_full=True)
    assert titles_found("emma") == ["Emma"]


def test_a_full_load_that_lost_most_titles_stops_and_withdraws_none(loading: Loading) -> None:
    loading(marc(*(record(str(n), f"Title {n}") for n in range(10))))
    few = marc(record("1", "Title 1"))
    with pytest.raises(TooFewRecords, match="--accept-shrink"):
        loading(few, "few.mrc", is_full=True)
    assert queries.count_titles() == 10
    assert loading(few, "few.mrc", is_full=True, accept_shrink=True).counts.withdrawn == 9


def test_a_title_whose_new_record_is_unreadable_keeps_its_old_one(loading: Loading) -> None:
    loading(marc(record("ocm77", "Emma"), record("2", "Persuasion"), record("3", "Lady Susan")))
    broken = b"00099nam a2200049 i 4500garbage ocm77 garbage\x1e\x1d"
    again = marc(record("2", "Persuasion"), record("3", "Lady Susan")) + broken
    assert loading(again, "full.mrc", is_full=True).counts.withdrawn == 0
    assert titles_found("emma") == ["Emma"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("page.mrc", b"<!DOCTYPE html><html><body>Sign in</body></html>"),
        ("records.zip", b"PK\x03\x04" + bytes(60)),
        ("empty.mrc", b""),
        ("letter.mrc", b"Dear colleague, please find attached our export."),
    ],
)
def test_a_file_that_holds_no_records_gets_one_sentence_and_changes_nothing(
    loading: Loading, name: str, content: bytes
) -> None:
    loading(marc(record("1", "Emma")))
    with pytest.raises(NothingToLoad) as refused:
        loading(content, name, is_full=True)
    assert name in str(refused.value)
    assert "Nothing was changed" in str(refused.value)
    assert queries.count_titles() == 1


def test_a_record_without_a_control_number_keeps_its_id_when_loaded_again(loading: Loading) -> None:
    content = marc(record("", "Anonymous ballads"))
    loading(content)
    assert counted(loading(content, "again.mrc")) == {"unchanged": 1}
    assert queries.count_titles() == 1


def test_a_suppressed_record_is_kept_but_not_shown(loading: Loading) -> None:
    loading(marc(record("1", "Secret papers", field("942", "n 1")), record("2", "Emma")))
    assert queries.title(title_id_of("library", "1")) is None
    assert titles_found("secret papers") == []
    assert titles_found("emma") == ["Emma"]


def test_a_full_load_of_a_file_that_was_cut_off_withdraws_nothing(loading: Loading) -> None:
    loading(marc(*(record(str(n), f"Title {n}") for n in range(5))))
    cut = marc(*(record(str(n), f"Title {n}") for n in range(4)))[:-20]
    report = loading(cut, "cut.mrc", is_full=True)
    assert report.cut_short
    assert report.counts.withdrawn == 0
    assert queries.count_titles() == 5


def test_what_a_first_load_takes_back_is_not_found(loading: Loading) -> None:
    gone = record("1", "Emma", leader="00000dam a2200000 i 4500")
    hidden = record("2", "Persuasion", field("942", "n 1"))
    first = marc(*(record(str(n), f"Filler {n}") for n in range(10, 1_200)))
    content = marc(record("1", "Emma"), record("2", "Persuasion")) + first + marc(gone, hidden)
    loading(content)
    assert titles_found("emma") == []
    assert titles_found("persuasion") == []
    assert queries.count_titles() == 1_190


def test_items_are_not_doubled_when_the_records_store_forgot_them(loading: Loading) -> None:
    content = marc(record("1", "Emma", field("952", "a MAIN", "o F AUS", "p 1")))
    loading(content)
    SourceRecord.objects.all().delete()
    loading(content, "again.mrc")
    assert len(items_of([title_id_of("library", "1")])[title_id_of("library", "1")]) == 1


def test_rows_that_were_lost_are_built_again_from_the_records(loading: Loading) -> None:
    loading(marc(record("1", "Emma", field("952", "a MAIN", "o F AUS", "p 1"))))
    with connections[DERIVED].schema_editor() as editor:
        for model in derived_models():
            editor.delete_model(model)
    prepare_stores()
    row = queries.title(title_id_of("library", "1"))
    assert row is not None
    assert row.description.title_proper == "Emma"
    assert items_of([row.title_id])[row.title_id]


def test_rows_built_again_are_the_rows_that_were(loading: Loading) -> None:
    shelf = field("952", "a MAIN", "o F AUS", "p 1")
    loading(marc(record("1", "Emma", shelf, creator="Austen, Jane"), record("2", "Persuasion")))
    before = (queries.titles_in_range(0, 100), items_of([title_id_of("library", "1")]))
    assert rebuild_rows() == 2
    assert (queries.titles_in_range(0, 100), items_of([title_id_of("library", "1")])) == before
    assert rebuild_rows() == 2
    assert titles_found("emma") == ["Emma"]


def test_a_later_load_does_not_resume_an_older_one(loading: Loading) -> None:
    old, new = marc(record("1", "Emma")), marc(record("1", "Persuasion"))
    loading(old)
    Load.objects.create(source="library", started=datetime.now(UTC))
    loading(new, "new.mrc")
    assert counted(loading(old, "old.mrc")) == {"loaded": 1}
    assert titles_found("emma") == ["Emma"]


def test_what_one_source_set_aside_stays_when_another_loads_a_file_of_that_name(
    loading: Loading,
) -> None:
    broken = b"00099nam a2200049 i 4500garbage without a directory\x1e\x1d"
    loading(marc(record("1", "Emma")) + broken + marc(record("2", "Persuasion")))
    loading(marc(record("1", "Emma")), source="other")
    assert len(list(quarantined())) == 1
