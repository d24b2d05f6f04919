"""Why works are together and apart, and what a decision would change before it is made."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from commonplace.bibliography import title_id_of
from commonplace.catalogue.grouping.deciding import By, join, split, undo
from commonplace.catalogue.grouping.explaining import Together, why_apart, why_together
from commonplace.catalogue.grouping.foreseeing import (
    Foreseen,
    foresee_join,
    foresee_split,
    foresee_undoing,
)
from commonplace.catalogue.grouping.queries import (
    all_decisions,
    decision,
    decisions,
    every_decision,
    titles_with_keys,
    works_of_titles,
)
from commonplace.catalogue.queries import titles_of_works
from commonplace.catalogue.stores import DERIVED, select
from commonplace.config.home import Home
from commonplace.ingest.loading import LoadOptions, LoadReport, load
from commonplace.works.evidence import Kind
from commonplace.works.explaining import Obstacle
from tests.library.test_real_records import record_files
from tests.making import field, marc, record

ADA = By("1", "Ada")
ISBN = "9780261102217"
Loading = Callable[[Sequence[bytes]], LoadReport]


@pytest.fixture
def loading(tmp_path: Path) -> Loading:
    """Loads records, each load from a file of its own name."""
    names = iter(range(1_000))

    def run(records: Sequence[bytes]) -> LoadReport:
        path = tmp_path / f"{next(names)}.mrc"
        path.write_bytes(b"".join(records))
        return load([str(path)], LoadOptions(workers=0), lambda *_: None)

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


TALE = book("t1", "The hobbit", "Tolkien, J. R. R.", ISBN)
DELUXE = book("t2", "The hobbit deluxe", "Tolkien, J. R. R.", ISBN)
OTHER = book("t3", "Silmarillion", "Tolkien, J. R. R.", ISBN)
FILM = book("t4", "The hobbit", "Tolkien, J. R. R.", ISBN, leader="gm")


def title(number: str) -> str:
    """The title id of this record."""
    return title_id_of("library", number)


def work(number: str) -> str:
    """The work this record's title is in."""
    return works_of_titles([title(number)])[title(number)]


def together(number: str) -> Together:
    """Why the work of this record is one."""
    return why_together(work(number), titles_of_works([work(number)])[work(number)])


@pytest.mark.usefixtures("home")
def test_a_shared_isbn_is_named_with_both_editions_and_a_plain_work_with_its_key(
    loading: Loading,
) -> None:
    loading([TALE, book("t9", "Hobbit", "J.R.R. Tolkien")])
    assert [len(each.title_ids) for each in together("t1").groups] == [2]
    assert together("t1").ties == ()
    loading([DELUXE])
    found = together("t1")
    assert {each.parts.title for each in found.groups} == {"hobbit", "hobbit deluxe"}
    [tie] = found.ties
    assert tie.evidence is not None
    assert (tie.evidence.kind, tie.evidence.text) == (Kind.ISBN, ISBN)
    assert {tie.one, tie.other} == {title("t1"), title("t2")}


@pytest.mark.usefixtures("home")
def test_what_shares_a_number_and_was_not_joined_says_why(loading: Loading) -> None:
    loading([TALE, OTHER, FILM])
    found = why_apart(together("t1"), titles_of_works([work("t1")])[work("t1")])
    reasons = {each.work_id: each.why for each in found}
    assert reasons == {work("t3"): Obstacle.NAMES, work("t4"): Obstacle.MEDIUM}


@pytest.mark.usefixtures("home")
def test_decisions_are_told_while_they_stand(loading: Loading) -> None:
    loading([TALE, DELUXE, OTHER])
    joined = join({work("t1"), work("t3")}, by=ADA, reason="Bound in one")
    found = together("t3")
    assert [each.own_id for each in found.decisions] == [joined.own_id]
    assert {each.decision for each in found.ties} >= {joined.own_id}
    apart = split(work("t1"), [title("t3")], by=ADA, reason="Not bound in one")
    for number in ("t1", "t3"):
        assert [each.own_id for each in together(number).decisions] == [apart.own_id]
    elsewhere = why_apart(together("t1"), titles_of_works([work("t1")])[work("t1")])
    assert [(each.why, each.decision) for each in elsewhere] == [(Obstacle.DECIDED, apart.own_id)]
    undo(apart.own_id, by=ADA, reason="Bound after all")
    assert [each.own_id for each in together("t1").decisions] == [joined.own_id]


def halves(foreseen: Foreseen) -> tuple[set[tuple[str, ...]], set[tuple[str, ...]]]:
    """Which titles would be together, without the names of works."""
    return set(foreseen.before.values()), set(foreseen.after.values())


@pytest.mark.usefixtures("home")
def test_what_is_foreseen_is_what_happens(loading: Loading) -> None:
    loading([TALE, DELUXE, OTHER, book("t9", "Hobbit", "J.R.R. Tolkien")])
    one, other = work("t1"), work("t3")
    tale, late = sorted([title("t1"), title("t2"), title("t9")]), [title("t3")]
    before, after = {tuple(tale), tuple(late)}, {tuple(sorted([*tale, *late]))}
    assert halves(foresee_join([one, other])) == (before, after)
    joined = join([one, other], by=ADA, reason="One")
    assert works_of_titles([*tale, *late]) == dict.fromkeys([*tale, *late], work("t1"))
    kept = decision(joined.own_id)
    assert kept is not None
    assert halves(foresee_undoing(kept)) == (after, before)
    parted = halves(foresee_split(work("t1"), [title("t9"), title("t3")]))
    assert parted == (
        after,
        {tuple(sorted([title("t9"), title("t3")])), tuple(sorted([title("t1"), title("t2")]))},
    )
    apart = split(work("t1"), [title("t9"), title("t3")], by=ADA, reason="Two")
    assert work("t9") == work("t3") != work("t1") == work("t2")
    assert foresee_undoing(kept).changes_nothing, "a newer decision has overruled it"
    undo(apart.own_id, by=ADA, reason="One")
    assert len({work(each) for each in ("t1", "t2", "t3", "t9")}) == 1


@pytest.mark.usefixtures("home")
def test_decisions_are_listed_newest_first_and_exported_oldest_first(loading: Loading) -> None:
    loading([TALE, OTHER, book("t5", "Roverandom", "Tolkien, J. R. R.")])
    first = join([work("t1"), work("t3")], by=ADA, reason="One")
    second = join([work("t1"), work("t5")], by=ADA, reason="Two")
    undo(first.own_id, by=By("2", "Bo"), reason="Not so")
    assert [each.own_id for each in decisions()] == [second.own_id, first.own_id]
    assert [each.own_id for each in decisions(before=second.pk)] == [first.own_id]
    assert [each.own_id for each in decisions(limit=1)] == [second.own_id]
    assert [each.own_id for each in every_decision()] == [first.own_id, second.own_id]
    kept = decision(first.own_id)
    assert kept is not None
    assert kept.undoing is not None
    assert (kept.undoing.by_name, kept.undoing.reason) == ("Bo", "Not so")
    assert decision("a" * 13) is None
    assert [each.own_id for each in all_decisions().naming(kept.keys)] == [
        second.own_id,
        first.own_id,
    ]


@pytest.mark.usefixtures("home")
def test_a_key_leads_to_a_title_that_has_it_or_had_it(loading: Loading) -> None:
    loading([TALE])
    [key] = (each.key_id for each in together("t1").keys.values())
    assert titles_with_keys([key]) == {key: title("t1")}
    loading([book("t1", "Bilbo", "Tolkien, J. R. R.")])
    assert titles_with_keys([key]) == {key: title("t1")}


def test_every_real_work_of_several_keys_is_explained_whole(
    shared: Path, sqlite_home: Home
) -> None:
    assert sqlite_home
    files = [str(path) for path in record_files(shared / "data")]
    load(files, LoadOptions(workers=0), lambda *_: None)
    sql = "SELECT work_id FROM rows_workkey GROUP BY work_id HAVING count(*) > 1"
    works = [row[0] for row in select(DERIVED, sql)]
    assert works
    for work_id, rows in titles_of_works(works).items():
        found = why_together(work_id, rows)
        assert len(found.ties) == len(found.groups) - 1, [each.key for each in found.groups]
