"""A library whose index is in a cluster: moved there and back, followed, shared, and in trouble."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from commonplace.cli.app import run_app
from commonplace.config.home import Home
from commonplace.discovery import indexes
from commonplace.discovery.answers import Answer, Asked
from commonplace.discovery.building import rebuild
from commonplace.discovery.following import catch_up
from commonplace.discovery.places import CLUSTER_ADDRESS, Engine, current
from commonplace.discovery.searching import find, suggestions
from commonplace.discovery.suggesting.alike import similar_titles
from commonplace.ingest.loading import LoadOptions, load
from commonplace.search.engines.opensearch import indexes as kept
from commonplace.search.engines.opensearch.address import cluster_address
from commonplace.search.engines.opensearch.cluster import Cluster
from commonplace.search.engines.opensearch.engine import OpenSearchEngine
from commonplace.search.engines.opensearch.indexes import Indexes
from commonplace.search.engines.tantivy.engine import TantivyEngine
from tests.conftest import point_at
from tests.making import field, marc, record


def nowhere() -> str:
    """An address where nobody answers and where nobody has failed yet."""
    return f"http://127.0.0.1:9/library-{os.urandom(4).hex()}"


@pytest.fixture
def address(opensearch: str, home: Home, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a cluster, for this library alone; not yet in the environment."""
    assert home.path.is_dir()
    address = f"{opensearch}/library-{os.urandom(4).hex()}"
    monkeypatch.setattr(kept, "GRACE", 0.0)
    yield address
    cluster = Cluster(cluster_address(address))
    Indexes(cluster).retire()
    cluster.close()


@pytest.fixture
def in_cluster(address: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The same, and the environment names it."""
    monkeypatch.setenv(CLUSTER_ADDRESS, address)
    return address


def loading(folder: Path, *titles: str, name: str = "export.mrc") -> None:
    """Load these titles as a file of that name."""
    path = folder / name
    cats = field("650", "a Cats", indicators=" 0")
    path.write_bytes(marc(*(record(str(at), each, cats) for at, each in enumerate(titles))))
    load([str(path)], LoadOptions(workers=0), lambda _name, _read: None)


def names(answer: Answer) -> list[str]:
    return [card.best.description.title_proper for card in answer.cards]


def test_a_first_load_fills_the_cluster_and_a_later_one_is_followed(
    in_cluster: str, tmp_path: Path
) -> None:
    loading(tmp_path, "Emma", "Persuasion")
    assert isinstance(indexes.serving_engine(), OpenSearchEngine)
    assert current() == Engine.OPENSEARCH
    assert names(find(Asked("emma"))) == ["Emma"]
    assert list(suggestions("pers")) == ["Persuasion"]
    loading(tmp_path, "Emma", "Mansfield Park", name="later.mrc")
    assert find(Asked("persuasion")).total_titles == 0
    found = find(Asked("mansfield"))
    assert names(found) == ["Mansfield Park"]
    assert [each.row.description.title_proper for each in similar_titles(
        found.cards[0].best.title_id)] == ["Emma"]  # fmt: skip
    assert catch_up() == 0
    assert in_cluster.startswith("http")


def test_an_index_is_moved_to_the_cluster_and_back_without_a_gap(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loading(tmp_path, "Emma")
    assert isinstance(indexes.serving_engine(), TantivyEngine)
    monkeypatch.setenv(CLUSTER_ADDRESS, address)
    assert isinstance(indexes.serving_engine(), TantivyEngine), "until it is told to move"
    assert rebuild(Engine.OPENSEARCH) == 1
    assert isinstance(indexes.serving_engine(), OpenSearchEngine)
    assert names(find(Asked("emma"))) == ["Emma"]
    assert [each.name for each in indexes.folder().iterdir() if each.is_dir()] == []
    loading(tmp_path, "Emma", "Persuasion", name="later.mrc")
    assert find(Asked("persuasion")).total_titles == 1
    assert rebuild() == 2
    assert current() == Engine.OPENSEARCH, "where nothing is said it stays where it is"
    assert rebuild(Engine.TANTIVY) == 2
    assert isinstance(indexes.serving_engine(), TantivyEngine)
    assert find(Asked("persuasion")).total_titles == 1


def test_another_home_of_the_same_library_needs_only_the_address(
    in_cluster: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two hosts with one database: what one loads the other finds, and either may follow."""
    if "COMMONPLACE_DATABASE_URL" not in os.environ:
        return  # a home on SQLite is a library of its own
    loading(tmp_path, "Emma")
    other = Home(tmp_path / "other")
    monkeypatch.setenv("COMMONPLACE_HOME", str(other.path))
    other.prepare()
    point_at(other)
    assert current() == ""
    assert names(find(Asked("emma"))) == ["Emma"]
    assert catch_up() == 0
    assert in_cluster.startswith("http")


def test_while_the_cluster_is_out_of_reach_rows_answer_and_nothing_is_rebuilt_or_remembered(
    in_cluster: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loading(tmp_path, "Emma")
    monkeypatch.setenv(CLUSTER_ADDRESS, nowhere())
    answer = find(Asked("emma"))
    assert (answer.is_trouble, names(answer)) == (True, ["Emma"])
    assert suggestions("em") == ()
    with pytest.raises(indexes.EngineError, match="no node of the cluster"):
        catch_up()
    monkeypatch.setenv(CLUSTER_ADDRESS, in_cluster)
    answer = find(Asked("emma"))
    assert (answer.is_trouble, names(answer)) == (False, ["Emma"])
    assert catch_up() == 0


def test_an_index_of_another_layout_is_not_searched_and_built_again(
    in_cluster: str, tmp_path: Path
) -> None:
    loading(tmp_path, "Emma")
    cluster = Cluster(cluster_address(in_cluster))
    served = Indexes(cluster).served()
    assert served is not None
    cluster.ask("PUT", f"/{served.name}/_mapping", {"_meta": {"layout": "0.0"}})
    indexes.place_in_use().look_again()  # type: ignore[attr-defined]  # the cluster's place
    assert find(Asked("emma")).is_trouble
    assert catch_up() == 1
    assert names(find(Asked("emma"))) == ["Emma"]
    again = Indexes(cluster).served()
    assert again is not None
    assert again.name != served.name
    cluster.close()


def test_the_command_moves_the_index_and_says_what_stands_in_its_way(
    address: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    loading(tmp_path, "Emma")
    monkeypatch.delenv(CLUSTER_ADDRESS, raising=False)
    assert run_app(["reindex", "--engine", "opensearch"]) == 1
    assert "COMMONPLACE_OPENSEARCH_URL" in capsys.readouterr().err
    monkeypatch.setenv(CLUSTER_ADDRESS, "nonsense:secret@")
    assert run_app(["reindex", "--engine", "opensearch"]) == 1
    assert "secret" not in capsys.readouterr().err
    monkeypatch.setenv(CLUSTER_ADDRESS, address)
    assert run_app(["reindex", "--engine", "opensearch"]) == 0
    assert run_app(["check"]) == 0
    monkeypatch.setenv(CLUSTER_ADDRESS, nowhere())
    assert run_app(["check"]) == 1
    assert "no node of the cluster" in capsys.readouterr().out
