"""One process writes an index; the others read it and see its commits."""

from pathlib import Path

import pytest

from commonplace.bibliography.names_that_last import title_id_of, work_id_of
from commonplace.search.engines.contract import Document, Request
from commonplace.search.engines.errors import IndexIsReadOnly, IndexUnusable
from commonplace.search.engines.layout import DocumentRefused, prepare
from commonplace.search.engines.tantivy.engine import TantivyEngine
from commonplace.search.query.tree import Words


def document(name: str) -> Document:
    return Document(title_id_of("tests", name), work_id_of(name), {"title": [name]}, [name])


@pytest.fixture
def writer(tmp_path: Path) -> TantivyEngine:
    return TantivyEngine(tmp_path / "index", writable=True)


def test_a_reader_sees_a_commit_when_it_looks_again(writer: TantivyEngine, tmp_path: Path) -> None:
    reader = TantivyEngine(tmp_path / "index")
    writer.add([document("train")])
    assert reader.health().titles == 0
    reader.reload()
    assert reader.health().titles == 1
    assert reader.suggest("tr") == ["train"]
    writer.add([document("tram")])
    reader.reload()
    assert set(reader.suggest("tr")) == {"train", "tram"}


def test_a_reader_may_not_write(writer: TantivyEngine, tmp_path: Path) -> None:
    writer.add([document("train")])
    with pytest.raises(IndexIsReadOnly):
        TantivyEngine(tmp_path / "index").add([document("tram")])


def test_a_directory_without_an_index_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(IndexUnusable, match="commonplace reindex"):
        TantivyEngine(tmp_path)
    (tmp_path / "meta.json").write_text("{}")
    with pytest.raises(IndexUnusable):
        TantivyEngine(tmp_path)


def test_an_index_that_went_away_is_named_and_not_a_riddle(
    writer: TantivyEngine, tmp_path: Path
) -> None:
    (tmp_path / "index" / "meta.json").unlink()
    with pytest.raises(IndexUnusable):
        writer.reload()


def test_a_batch_that_fails_changes_nothing_and_the_next_one_works(writer: TantivyEngine) -> None:
    writer.add([document("train")])

    def feed() -> None:
        with writer.writing() as writing:
            writing.add(prepare(document("tram")))
            writing.remove(title_id_of("tests", "train"))
            raise InterruptedError

    with pytest.raises(InterruptedError):
        feed()
    assert writer.search(Request(Words("train"))).total == 1
    assert writer.search(Request(Words("tram"))).total == 0
    writer.add([document("tram")])
    assert writer.health().titles == 2


def test_a_document_with_a_name_nobody_knows_is_refused_and_the_writer_lives(
    writer: TantivyEngine,
) -> None:
    strange = Document(title_id_of("tests", "x"), work_id_of("x"), {"nonsense": ["x"]})
    with pytest.raises(DocumentRefused, match="nonsense"):
        writer.add([document("train"), strange])
    assert writer.health().titles == 0
    writer.add([document("train")])
    assert writer.health().titles == 1


def test_a_new_index_is_filled_in_one_batch_from_prepared_titles(writer: TantivyEngine) -> None:
    with writer.writing(heap_mb=30, threads=2, replacing=False) as writing:
        for at in range(500):
            writing.add(prepare(document(f"train {at}")))
    assert writer.search(Request(Words("train"))).total == 500


def test_numbers_no_engine_can_hold_are_held_to_what_it_can(writer: TantivyEngine) -> None:
    huge = Document(
        title_id_of("tests", "huge"), work_id_of("huge"), {"title": ["huge"]},
        numbers={"year": 10**30, "added": -(10**30), "loans": 10**20, "rating": -1},
    )  # fmt: skip
    writer.add([huge])
    assert writer.search(Request(Words("huge"))).total == 1
