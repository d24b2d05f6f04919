"""Works are a function of the records and the decisions: not of order, batches or repetition."""

import random
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from commonplace.bibliography import title_id_of
from commonplace.catalogue.grouping.addresses import Nowhere, lead_of
from commonplace.catalogue.grouping.anchors import anchor_for
from commonplace.catalogue.grouping.deciding import By, DecisionRefused, join, split, undo
from commonplace.catalogue.grouping.models import Anchor
from commonplace.catalogue.grouping.settling import settle, settle_all
from commonplace.catalogue.stores import DERIVED, select
from commonplace.config.home import Home
from commonplace.discovery.answers import Asked
from commonplace.discovery.following import catch_up
from commonplace.discovery.searching import find
from commonplace.ingest.loading import LoadOptions, LoadReport, load
from commonplace.ingest.preparing import prepare_stores
from commonplace.ingest.rebuilding import rebuild_rows
from commonplace.ingest.rows import TitleRows, rows_of
from commonplace.records.readers import Serialization, open_records
from tests.conftest import point_at
from tests.library.test_real_records import record_files
from tests.making import field, marc, record

STAFF = By("1", "Ada")
WORK_TABLES = (
    "SELECT key_id, work_key, work_id FROM rows_workkey ORDER BY key_id",
    "SELECT title_id, key_id, work_id FROM rows_title ORDER BY title_id",
    "SELECT value, title, key, kind FROM rows_evidence ORDER BY value, title",
)
Loading = Callable[..., LoadReport]


@pytest.fixture
def loading(tmp_path: Path) -> Loading:
    """Loads records, each load from a file of its own name."""
    names = iter(range(1_000))

    def run(records: Sequence[bytes], *, is_full: bool = False) -> LoadReport:
        path = tmp_path / f"{next(names)}.mrc"
        path.write_bytes(b"".join(records))
        return load([str(path)], LoadOptions(is_full=is_full), lambda *_: None)

    return run


@pytest.fixture
def loading_files(tmp_path: Path) -> Callable[..., None]:
    """Loads batches of records, each as a load of its own."""

    def run(batches: Sequence[Sequence[bytes]]) -> None:
        path = tmp_path / "batch.mrc"
        for records in batches:
            path.write_bytes(b"".join(records))
            load([str(path)], LoadOptions(workers=0), lambda *_: None)

    return run


def book(number: str, title: str, author: str, *isbns: str, leader: str = "am") -> bytes:
    """A book as a small library catalogues it."""
    return marc(
        record(
            number,
            title,
            field("100", f"a {author},", indicators="1 "),
            *(field("020", f"a {isbn}") for isbn in isbns),
            leader=f"00000c{leader} a2200000 i 4500",
        )
    )


HOBBIT = "9780261102217"
TALE = book("t1", "The hobbit", "Tolkien, J. R. R.", HOBBIT)
TYPO = book("t2", "The hobbit deluxe", "Tolkien, J. R. R.", HOBBIT)
OTHER = book("t3", "Silmarillion", "Tolkien, J. R. R.", "9780261102736")


def tables() -> list[list[tuple[object, ...]]]:
    """Everything the stores say of works."""
    return [select(DERIVED, sql) for sql in WORK_TABLES]


def work_of(number: str) -> str:
    """The work this record's title is in."""
    sql = "SELECT work_id FROM rows_title WHERE title_id = %s"
    return str(select(DERIVED, sql, [title_id_of("library", number)])[0][0])


def holds_together(*numbers: str) -> bool:
    """Whether these records' titles are one work."""
    return len({work_of(number) for number in numbers}) == 1


@pytest.mark.usefixtures("home")
def test_titles_with_a_shared_isbn_and_names_that_agree_are_one_work(loading: Loading) -> None:
    loading([TALE])
    before = work_of("t1")
    loading([TYPO, OTHER])
    assert holds_together("t1", "t2")
    assert not holds_together("t1", "t3")
    assert work_of("t1") == min(before, *keys_in(work_of("t1")))


def keys_in(work_id: str) -> list[str]:
    """The published keys of a work."""
    sql = "SELECT key_id FROM rows_workkey WHERE work_id = %s"
    return [str(row[0]) for row in select(DERIVED, sql, [work_id])]


@pytest.mark.usefixtures("home")
def test_every_id_a_work_ever_had_leads_to_it(loading: Loading) -> None:
    loading([TALE, TYPO])
    assert {lead_of(key) for key in keys_in(work_of("t1"))} == {work_of("t1")}
    loading([book("t2", "Smith of Wootton Major", "Tolkien, J. R. R.")])
    old = set(keys_in(work_of("t1")))
    assert {lead_of(key) for key in old} == {work_of("t1")}
    loading([book("t1", "Farmer Giles of Ham", "Tolkien, J. R. R.")])
    assert {lead_of(key) for key in old} == {work_of("t1")}


@pytest.mark.usefixtures("home")
def test_a_work_that_is_withdrawn_is_gone_and_one_that_never_was_is_unknown(
    loading: Loading,
) -> None:
    loading([TALE, OTHER])
    gone = work_of("t1")
    loading([OTHER], is_full=True)
    assert lead_of(gone) is Nowhere.GONE
    assert lead_of("aaaaaaaaaaaaa") is Nowhere.UNKNOWN
    loading([TALE, OTHER])
    assert lead_of(gone) == gone


@pytest.mark.usefixtures("home")
def test_words_follow_their_title_when_its_record_is_corrected(loading: Loading) -> None:
    loading([TALE, OTHER])
    anchor = anchor_for(title_id_of("library", "t1"))
    loading([book("t1", "Silmarillion", "Tolkien, J. R. R.")])
    anchor.refresh_from_db()
    assert anchor.work_id == work_of("t1") == work_of("t3")
    loading([OTHER], is_full=True)
    anchor.refresh_from_db()
    assert anchor.work_id == work_of("t3"), "its title is gone, and its key went there"


@pytest.mark.usefixtures("home")
def test_a_join_survives_reloads_corrections_and_rebuilds_until_it_is_undone(
    loading: Loading,
) -> None:
    loading([TALE, OTHER])
    apart = tables()
    decision = join({work_of("t1"), work_of("t3")}, by=STAFF, reason="One book here")
    catch_up()
    assert holds_together("t1", "t3")
    assert find(Asked("hobbit")).total_works == 1
    loading([book("t1", "The hobbit!", "Tolkien, J. R. R."), OTHER])
    loading([book("t1", "Bilbo", "Tolkien, J. R. R.")])
    assert holds_together("t1", "t3"), "the emptied key leads to the corrected one"
    rebuild_rows()
    assert holds_together("t1", "t3")
    loading([TALE])
    undo(decision.own_id, by=STAFF, reason="Two after all")
    assert tables() == apart
    with pytest.raises(DecisionRefused):
        undo(decision.own_id, by=STAFF, reason="Again")


@pytest.mark.usefixtures("home")
def test_titles_set_apart_stay_apart_and_so_does_what_is_written_on_them(
    loading: Loading,
) -> None:
    twin = book("t4", "The hobbit", "Tolkien, J. R. R.", "9780007458424")
    loading([TALE, TYPO, twin])
    together = tables()
    anchor = anchor_for(title_id_of("library", "t4"))
    reason = "The film script"
    decision = split(work_of("t4"), [title_id_of("library", "t4")], by=STAFF, reason=reason)
    assert holds_together("t1", "t2")
    assert not holds_together("t1", "t4")
    loading([TALE, TYPO, twin, OTHER])
    rebuild_rows()
    assert not holds_together("t1", "t4")
    assert Anchor.objects.get(pk=anchor.pk).work_id == work_of("t4") == decision.own_id
    undo(decision.own_id, by=STAFF, reason="It is the book")
    loading([TALE, TYPO, twin], is_full=True)
    assert tables() == together
    assert lead_of(decision.own_id) == work_of("t4")


@pytest.mark.usefixtures("home")
def test_later_titles_go_with_the_key_that_left_whole(loading: Loading) -> None:
    loading([TALE, TYPO])
    split(work_of("t2"), [title_id_of("library", "t2")], by=STAFF, reason="Another book")
    loading([book("t5", "The hobbit deluxe", "Tolkien, J. R. R.", HOBBIT)])
    assert holds_together("t2", "t5")
    assert not holds_together("t1", "t2")


@pytest.mark.usefixtures("home")
def test_the_newest_decision_counts(loading: Loading) -> None:
    loading([TALE, TYPO, OTHER])
    split(work_of("t2"), [title_id_of("library", "t2")], by=STAFF, reason="Apart")
    both = join({work_of("t1"), work_of("t2")}, by=STAFF, reason="Together")
    assert holds_together("t1", "t2")
    undo(both.own_id, by=STAFF, reason="Apart again")
    assert not holds_together("t1", "t2")


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("titles", "reason"), [([], "why"), (["t1", "t2"], "why"), (["t2"], " "), (["t2"], "x" * 1_001)]
)
def test_a_split_of_nothing_or_all_or_without_a_reason_is_refused(
    loading: Loading, titles: list[str], reason: str
) -> None:
    loading([TALE, TYPO])
    ids = [title_id_of("library", each) for each in titles]
    with pytest.raises(DecisionRefused):
        split(work_of("t1"), ids, by=STAFF, reason=reason)


@pytest.mark.usefixtures("home")
def test_settling_in_parts_ends_as_settling_everything(loading: Loading) -> None:
    loading([TALE, OTHER])
    loading([TYPO])
    in_parts = tables()
    assert settle_all() == []
    assert settle([title_id_of("library", "t1")]) == []
    assert tables() == in_parts


def every_record(folder: Path) -> list[bytes]:
    """One record of each control number among the real files of MARC 21."""
    found: dict[str, bytes] = {}
    for path in record_files(folder):
        with open_records(path) as records:
            for frame in records:
                rows = rows_of(frame, source="library", added=0)
                if isinstance(rows, TitleRows) and frame.serialization is Serialization.MARC21:
                    found.setdefault(rows.title_id, frame.content)
    return list(found.values())


def test_any_order_any_batches_any_number_of_times_give_the_same_works(
    shared: Path, sqlite_home: Home, tmp_path: Path, loading_files: Callable[..., None]
) -> None:
    records = every_record(shared / "data")
    assert len(records) > 10_000
    loading_files([records])
    in_order = tables()
    other = Home(tmp_path / "other")
    other.prepare()
    point_at(other)
    prepare_stores()
    chance = random.Random(7)  # noqa: S311 -- a shuffle, no secret
    for length in (3_000, 1_700, len(records)):
        chance.shuffle(records)
        loading_files([records[at : at + length] for at in range(0, len(records), length)])
    assert tables() == in_order
    joined = select(DERIVED, "SELECT count(*) FROM rows_workkey WHERE work_id <> key_id")
    assert joined[0][0] > 0, "evidence beyond the key was at work"
    point_at(sqlite_home)
