"""The library's own corrections of descriptions outlive loads and rebuilds, and can be undone."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import DatabaseError

from commonplace.bibliography import Contributor, Link, title_id_of
from commonplace.catalogue import queries
from commonplace.catalogue.corrections import overrides
from commonplace.catalogue.corrections.in_force import corrections_of, in_force_of
from commonplace.catalogue.corrections.models import Override
from commonplace.catalogue.corrections.overrides import overrides_for_export
from commonplace.catalogue.corrections.refusals import Meanwhile, NothingToDo
from commonplace.catalogue.stores import DERIVED, select
from commonplace.cli.showing import show
from commonplace.config.home import Home
from commonplace.discovery.answers import Asked as Question
from commonplace.discovery.following import catch_up
from commonplace.discovery.searching import find
from commonplace.holdings.queries import items_of
from commonplace.ingest import mending
from commonplace.ingest.ledger import only_one_load
from commonplace.ingest.loading import LoadOptions, LoadReport, load
from commonplace.ingest.rebuilding import rebuild_rows
from tests.making import field, marc, record

Loading = Callable[..., LoadReport]
EMMA = title_id_of("library", "1")
OTHER = title_id_of("library", "2")


@dataclass(frozen=True)
class Colleague:
    """Somebody of the staff."""

    account_id: str = "7"
    name: str = "Maud"


MAUD = Colleague()


@pytest.fixture
def loading(home: Home, tmp_path: Path) -> Loading:
    """Loads bytes as a file of a name, with options."""
    assert home.path.is_dir()

    def _load(content: bytes, name: str = "export.mrc", **options: object) -> LoadReport:
        path = tmp_path / name
        path.write_bytes(content)
        return load([str(path)], LoadOptions(workers=0, **options), lambda _name, _read: None)  # type: ignore[arg-type]  # options by keyword

    return _load


def emma(title: str = "Ema", *more: Any) -> bytes:
    copy = field("952", "a CEN", "o 823 AUS", "p b1")
    return marc(
        record("1", title, copy, *more, creator="Austen, Jane"),
        record("2", "Persuasion", creator="Austen, Jane"),
    )


def correct(name: str, value: Any, title_id: str = EMMA, instead_of: int = 0) -> bool:
    asked = mending.asked_of(title_id, name, value, reason="the cover", instead_of=instead_of)
    return mending.correct(asked, by=MAUD)


def title_of(title_id: str = EMMA) -> str:
    row = queries.title(title_id)
    return row.description.title_proper if row else ""


def found(text: str) -> list[str]:
    return [card.best.description.title_proper for card in find(Question(text)).cards]


def rows() -> dict[str, list[tuple[Any, ...]]]:
    """Everything pages read, but for the numbers of rows and headings nothing stands under."""
    statements = {
        "titles": "title_id, work_id, key_id, control_number, source, description, added, version,"
        " title_key, author_key FROM rows_title",
        "keys": "key_id, work_key, work_id FROM rows_workkey",
        "evidence": "value, title, key, kind FROM rows_evidence",
        "items": "title_id, branch, call_number, barcode FROM holdings_item",
        "places": "scheme, shelf_key, title_id FROM browse_shelfplace",
    }
    return {
        name: sorted(
            tuple(bytes(v) if isinstance(v, memoryview | bytes) else v for v in row)
            for row in select(DERIVED, f"SELECT {columns}")
        )
        for name, columns in statements.items()
    }


def newest() -> int:
    return int(Override.objects.order_by("-pk").values_list("pk", flat=True)[0])


def test_a_corrected_title_is_shown_at_once_and_found_in_place_of_the_wrong_one(
    loading: Loading,
) -> None:
    loading(emma())
    assert correct("title_proper", "Emma") is True
    assert title_of() == "Emma"
    catch_up()
    assert found("emma") == ["Emma"]
    assert found("ema") == []


def test_a_correction_outlives_a_reload_of_the_same_file_and_of_a_changed_record(
    loading: Loading,
) -> None:
    loading(emma())
    correct("title_proper", "Emma")
    loading(emma(), "again.mrc")
    assert title_of() == "Emma"
    loading(emma("Eema", field("250", "a 2nd ed.")), "changed.mrc")
    row = queries.title(EMMA)
    assert row is not None
    assert (row.description.title_proper, row.description.edition) == ("Emma", "2nd ed.")
    assert (found("emma"), found("eema"), found("ema")) == (["Emma"], [], [])


def test_a_correction_outlives_building_the_rows_again(loading: Loading) -> None:
    loading(emma())
    correct("title_proper", "Emma")
    correct("year", 1815)
    catch_up()
    before = rows()
    rebuild_rows()
    assert rows() == before
    assert title_of() == "Emma"


def test_a_correction_is_there_again_when_a_withdrawn_title_comes_back(loading: Loading) -> None:
    loading(emma())
    correct("title_proper", "Emma")
    gone = record("1", "Ema", leader="00000dam a2200000 i 4500")
    loading(marc(gone), "gone.mrc")
    assert queries.title(EMMA) is None
    assert mending.finish() == 0
    loading(emma(), "back.mrc")
    assert title_of() == "Emma"


def test_undoing_gives_the_rows_back_byte_for_byte(loading: Loading) -> None:
    loading(emma())
    before = rows()
    correct("title_proper", "Emma")
    correct("contributors", (Contributor("Austin, Jane", is_creator=True),))
    catch_up()
    assert rows() != before
    assert rows()["items"] == before["items"]
    for each in Override.objects.filter(undone=None):
        mending.undo(each.pk, reason="the record was right", by=MAUD)
    catch_up()
    assert rows() == before


def test_a_newer_correction_holds_and_undoing_it_brings_back_the_one_before(
    loading: Loading,
) -> None:
    loading(emma())
    correct("title_proper", "Emma,")
    correct("title_proper", "Emma", instead_of=newest())
    assert title_of() == "Emma"
    mending.undo(newest(), reason="no", by=MAUD)
    assert title_of() == "Emma,"
    (standing,) = in_force_of(EMMA)
    assert (standing.value, standing.record_said, standing.reason) == ("Emma,", "Ema", "the cover")
    assert [each.is_in_force for each in corrections_of(EMMA)] == [False, True]


def test_letting_go_of_a_field_goes_back_to_the_record_however_often_it_was_corrected(
    loading: Loading,
) -> None:
    loading(emma())
    correct("title_proper", "Emma,")
    correct("title_proper", "Emma", instead_of=newest())
    mending.let_go(EMMA, "title_proper", reason="the record is right", by=MAUD)
    assert title_of() == "Ema"
    with pytest.raises(NothingToDo):
        mending.let_go(EMMA, "title_proper", reason="again", by=MAUD)


def test_who_did_not_see_the_newest_correction_is_asked_to_look_again(loading: Loading) -> None:
    loading(emma())
    correct("title_proper", "Emma")
    with pytest.raises(Meanwhile):
        correct("title_proper", "Emma, a novel")
    with pytest.raises(NothingToDo):
        correct("title_proper", "Emma", instead_of=newest())
    with pytest.raises(NothingToDo):
        correct("title_proper", "Ema", instead_of=newest())
    with pytest.raises(NothingToDo):
        correct("title_proper", "Persuasion", title_id=OTHER)
    first = newest()
    mending.undo(first, reason="no", by=MAUD)
    with pytest.raises(NothingToDo):
        mending.undo(first, reason="no", by=MAUD)


def test_a_correction_of_the_maker_moves_the_title_to_the_work_it_belongs_to(
    loading: Loading,
) -> None:
    loading(
        marc(
            record("1", "Emma", creator="Austin, Jane"),
            record("2", "Emma", creator="Austen, Jane"),
        )
    )
    catch_up()
    works = [row.work_id for row in queries.titles_by_id([EMMA, OTHER]).values()]
    assert len(set(works)) == 2
    correct("contributors", (Contributor("Austen, Jane", is_creator=True),))
    catch_up()
    assert len({row.work_id for row in queries.titles_by_id([EMMA, OTHER]).values()}) == 1
    assert len(find(Question("emma")).cards) == 1


def test_a_correction_cut_off_between_the_stores_is_finished_by_the_follower(
    loading: Loading, monkeypatch: pytest.MonkeyPatch
) -> None:
    loading(emma())
    before = rows()

    def fails(*_rows: object, **_more: object) -> None:
        raise DatabaseError("cut off")

    with monkeypatch.context() as broken:
        broken.setattr(mending, "put_titles", fails)
        with pytest.raises(DatabaseError):
            correct("title_proper", "Emma")
    assert rows() == before
    catch_up()
    assert mending.finish() == 1
    catch_up()
    assert (title_of(), found("emma"), found("ema")) == ("Emma", ["Emma"], [])
    assert mending.finish() == 0


def test_a_correction_made_while_a_load_runs_is_mended_again_when_it_has_ended(
    loading: Loading,
) -> None:
    loading(emma())
    with only_one_load(settings.HOME.path):
        assert correct("title_proper", "Emma") is False
        assert title_of() == "Emma"
        assert mending.finish() == 0
        assert overrides.unmended() != {}
    loading(emma("Eema"), "new.mrc")
    assert (title_of(), overrides.unmended()) == ("Emma", {})


def test_a_suppressed_title_stays_hidden_when_it_is_corrected(loading: Loading) -> None:
    hidden = field("942", "n 1")
    loading(marc(record("1", "Ema", hidden)))
    correct("title_proper", "Emma")
    assert queries.title(EMMA) is None


def test_links_can_be_removed_and_added(loading: Loading) -> None:
    loading(emma("Ema", field("856", "u https://dead.example/", indicators="40")))
    correct("links", (Link("https://alive.example/", "Read it", "resource"),))
    row = queries.title(EMMA)
    assert row is not None
    assert [each.url for each in row.description.links] == ["https://alive.example/"]
    correct("links", (), instead_of=newest())
    row = queries.title(EMMA)
    assert row is not None
    assert row.description.links == ()
    assert items_of([EMMA])[EMMA]


def test_show_prints_the_corrected_description_and_the_record_as_it_was_loaded(
    loading: Loading, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    loading(emma())
    correct("title_proper", "Emma")
    show(EMMA)
    shown = json.loads(capfdbinary.readouterr().out)
    assert shown["description"]["title_proper"] == "Emma"
    assert shown["overrides"] == [
        {"field": "title_proper", "record_said": "Ema", "reason": "the cover"}
    ]
    show(EMMA, as_form="marc")
    assert b"aEma\x1e" in capfdbinary.readouterr().out


def test_an_override_this_version_cannot_read_stops_no_load(loading: Loading) -> None:
    loading(emma())
    correct("year", 1815)
    for name, value in (("year", '"MDCCC"'), ("smell", '"old"')):
        first = Override.objects.get(pk=newest())
        first.pk, first.field, first.value = None, name, value
        first.save(force_insert=True)
    loading(emma("Eema"), "new.mrc")
    assert title_of() == "Eema"
    assert len(list(overrides_for_export())) == 3


def test_the_export_says_everything_and_names_the_record_by_its_number(loading: Loading) -> None:
    loading(emma())
    correct("contributors", (Contributor("Austin, Jane", ("author",)),))
    mending.undo(newest(), reason="no", by=MAUD)
    (said,) = json.loads(json.dumps(list(overrides_for_export())))
    assert (said["source"], said["control_number"], said["field"]) == (
        "library",
        "1",
        "contributors",
    )
    assert said["value"] == [{"name": "Austin, Jane", "roles": ["author"]}]
    assert said["record_said"] == [{"name": "Austen, Jane", "is_creator": True}]
    assert (said["made_by_name"], said["undone_by_name"], said["undone_reason"]) == (
        "Maud",
        "Maud",
        "no",
    )
