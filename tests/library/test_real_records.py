"""Every file of real records beside the project loads, and its counts add up."""

from pathlib import Path

import pytest

from commonplace.catalogue import queries
from commonplace.catalogue.stores import DERIVED, select
from commonplace.config.home import Home
from commonplace.ingest.counts import KINDS
from commonplace.ingest.loading import LoadOptions, load
from commonplace.records.readers import NotRecords, open_records

LARGEST = 5_000_000


def record_files(folder: Path) -> list[Path]:
    """The files that hold records, by their content, but for the very large ones."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file() and 0 < path.stat().st_size < LARGEST:
            try:
                with open_records(path) as records:
                    next(iter(records), None)
            except NotRecords:
                continue
            found.append(path)
    return found


@pytest.mark.usefixtures("sqlite_home")
def test_the_counts_of_all_real_files_add_up_and_none_raises(shared: Path) -> None:
    files = record_files(shared / "data")
    assert len(files) > 60
    frames = 0
    for path in files:
        with open_records(path) as records:
            frames += sum(1 for _ in records)
    options = LoadOptions(workers=0)
    report = load([str(path) for path in files], options, lambda _name, _read: None).as_json()
    assert report["read"] == frames
    assert report["read"] == sum(int(str(report[kind])) for kind in KINDS)
    assert queries.count_titles() > 12_000


def test_a_library_with_items_has_them_on_its_titles(shared: Path, home: Home) -> None:
    assert home.path.is_dir()
    path = shared / "data" / "koha-sample" / "koha_sample_952.mrc"
    load([str(path)], LoadOptions(workers=0), lambda _name, _read: None)
    ((items, branches),) = select(
        DERIVED, "SELECT count(*), count(DISTINCT branch) FROM holdings_item"
    )
    assert items > 900
    assert branches == 3
