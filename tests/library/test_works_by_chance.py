"""Works under chance: loads in any batches, corrections, withdrawals, decisions and undoings,
settled now and then and in parts, end as settling everything and as building everything again.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple

import pytest
from django.db import connections, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commonplace.catalogue.grouping import reading
from commonplace.catalogue.grouping.addresses import Nowhere, lead_of
from commonplace.catalogue.grouping.anchors import anchor_for
from commonplace.catalogue.grouping.deciding import By, DecisionRefused, join, split, undo
from commonplace.catalogue.grouping.models import GroupingDecision
from commonplace.catalogue.grouping.settling import settle_all
from commonplace.catalogue.models import Load
from commonplace.catalogue.stores import DERIVED, PRECIOUS, RECORDS, select
from commonplace.config.home import Home
from commonplace.discovery import settling
from commonplace.ingest.counts import Counts
from commonplace.ingest.pipeline import Batch
from commonplace.ingest.rebuilding import rebuild_rows
from commonplace.ingest.rows import rows_of
from commonplace.ingest.writing import Writer
from commonplace.records.readers import Frame, Serialization
from tests.library.contributing import SOURCE, book, title_of

STAFF = By("1", "Ada")
NUMBERS = tuple(f"t{number}" for number in range(8))
NAMES = ("The hobbit", "The hobbit deluxe", "Hobbit tales", "Tales", "Deluxe tales")
ISBNS = ("9780261102217", "9780261102736", "9780007458424")
NEVER_EMPTIED = frozenset({"django_migrations", "rows_schemanumber"})
TABLES = (
    (DERIVED, "SELECT title_id, key_id, work_id FROM rows_title ORDER BY title_id"),
    (DERIVED, "SELECT key_id, work_key, work_id FROM rows_workkey ORDER BY key_id"),
    (DERIVED, "SELECT value, title, key, kind FROM rows_evidence ORDER BY value, title"),
    (PRECIOUS, "SELECT key_id, title_id, work_id FROM catalogue_anchor ORDER BY key_id, title_id"),
)


class Loaded(NamedTuple):
    """Records written as one batch of a load; those without a name are deleted."""

    records: tuple[tuple[str, str, tuple[str, ...]], ...]


class Decided(NamedTuple):
    """A join of the works of these two titles, or a split of the first one and its neighbours."""

    kind: str
    one: str
    other: str
    how_many: int


class Undone(NamedTuple):
    """One of the decisions taken back."""

    which: int


class Killed(NamedTuple):
    """A load that is killed before it knows what it wrote; it is resumed some time later."""

    records: tuple[tuple[str, str, tuple[str, ...]], ...]


class Settled(NamedTuple):
    """The follower comes by, and may be killed when anchors are pointed and no row is committed."""

    is_killed: bool


class Written(NamedTuple):
    """A reader writes something on a title."""

    number: str


class Rebuilt(NamedTuple):
    """Every derived row is made again."""


Happening = Loaded | Killed | Decided | Undone | Settled | Written | Rebuilt

numbers = st.sampled_from(NUMBERS)
said = st.tuples(
    numbers,
    st.sampled_from((*NAMES, "")),
    st.lists(st.sampled_from(ISBNS), max_size=2, unique=True).map(tuple),
)
batches = st.lists(said, min_size=1, max_size=5).map(tuple)
loads = st.one_of(
    st.builds(Loaded, batches), st.builds(Loaded, batches), st.builds(Killed, batches)
)
settlings = st.builds(Settled, st.booleans())
decisions = st.builds(
    Decided, st.sampled_from(("join", "split")), numbers, numbers, st.integers(1, 3)
)
happenings = st.one_of(
    loads,
    loads,
    decisions,
    st.builds(Undone, st.integers(0, 5)),
    settlings,
    st.builds(Written, numbers),
    st.builds(Rebuilt),
)


@pytest.fixture(autouse=True)
def small_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """A number is too common soon, and the follower settles a few titles at a time."""
    monkeypatch.setattr(reading, "TOO_COMMON", 2)
    monkeypatch.setattr(settling, "BATCH", 2)


@pytest.fixture
def quick(home: Home) -> None:  # noqa: ARG001 -- what it speaks of
    """A home that need not outlive a power cut."""
    for store in (PRECIOUS, RECORDS, DERIVED):
        if connections[store].vendor == "sqlite":
            select(store, "PRAGMA synchronous = OFF")


def of_chance(examples: int) -> settings:
    """So many examples, however long each takes."""
    return settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.usefixtures("quick")
@of_chance(40)
@given(history=st.lists(happenings, min_size=2, max_size=14))
def test_whatever_happens_parts_end_as_the_whole_and_as_a_rebuild(
    history: Sequence[Happening],
) -> None:
    empty()
    for happening in resumed(history):
        let_happen(happening)
    settling.settle_changes()
    in_parts = tables()
    assert settle_all() == []
    assert tables() == in_parts
    rebuild_rows()
    assert tables() == in_parts
    works = {work for _title, _key, work in in_parts[0]}
    for (work_id,) in select(DERIVED, "SELECT work_id FROM rows_workkey"):
        assert lead_of(work_id) in works
    for anchor_work in {work for *_place, work in in_parts[3]}:
        assert lead_of(str(anchor_work)) in (anchor_work, Nowhere.GONE)


@pytest.mark.usefixtures("quick")
@of_chance(40)
@given(history=st.lists(st.one_of(loads, settlings), min_size=2, max_size=12))
def test_without_decisions_works_are_those_of_a_library_that_only_ever_had_the_last_records(
    history: Sequence[Happening],
) -> None:
    empty()
    last: dict[str, tuple[str, str, tuple[str, ...]]] = {}
    for happening in resumed(history):
        let_happen(happening)
        if isinstance(happening, Loaded):
            last |= {each[0]: each for each in happening.records}
    settling.settle_changes()
    by_and_by = tables()
    empty()
    let_happen(Loaded(tuple(each for each in last.values() if each[1])))
    settling.settle_changes()
    assert tables()[:3] == by_and_by[:3]


alike = st.builds(
    Loaded,
    st.lists(
        st.tuples(st.sampled_from(NUMBERS[:4]), st.sampled_from(NAMES[:2]), st.just(ISBNS[:1])),
        min_size=1,
        max_size=2,
    ).map(tuple),
)


@pytest.mark.usefixtures("quick")
@of_chance(40)
@given(
    names=st.tuples(*[st.sampled_from(NAMES[:2])] * 4),
    parted=st.integers(1, 3),
    after=st.lists(st.one_of(alike, alike, settlings, st.builds(Rebuilt)), min_size=1, max_size=5),
)
def test_titles_that_were_set_apart_never_come_back_to_those_they_left(
    names: Sequence[str], parted: int, after: Sequence[Happening]
) -> None:
    reading.TOO_COMMON = 50
    empty()
    numbered = zip(NUMBERS, names, strict=False)
    let_happen(Loaded(tuple((number, name, ISBNS[:1]) for number, name in numbered)))
    let_happen(Settled(is_killed=False))
    stood = works()
    decide(Decided("split", NUMBERS[0], NUMBERS[0], parted))
    for split_up in GroupingDecision.objects.all():
        left = set(json.loads(split_up.titles))
        one = stood[next(iter(left))]
        stayed = {title for title, work in stood.items() if work == one} - left
        for happening in (*resumed(after), Settled(is_killed=False)):
            let_happen(happening)
        now = works()
        there, here = ({now[each] for each in some if each in now} for some in (left, stayed))
        assert not there & here


def resumed(history: Sequence[Happening]) -> Iterator[Happening]:
    """What happens, with every load that was killed resumed before the next one or at the end."""
    killed: list[Killed] = []
    for happening in history:
        if isinstance(happening, Loaded | Killed):
            yield from (Loaded(each.records) for each in killed)
            killed.clear()
        if isinstance(happening, Killed):
            killed.append(happening)
        yield happening
    yield from (Loaded(each.records) for each in killed)


class Cut(Exception):
    """The process is gone at this point."""


def cut(*_args: object) -> None:
    """Stands in for what a killed process did not come to."""
    raise Cut


def let_happen(happening: Happening) -> None:
    """Do it, as far as it can be done in this library now."""
    match happening:
        case Loaded(records):
            write(records)
        case Decided():
            decide(happening)
        case Undone(which):
            undo_one(which)
        case Killed(records):
            write(records, is_killed=True)
        case Settled(is_killed):
            settle(is_killed=is_killed)
        case Written(number):
            write_on(number)
        case Rebuilt():
            rebuild_rows()


def settle(*, is_killed: bool) -> None:
    """Settle what changed; or begin to."""
    with pytest.MonkeyPatch.context() as patch, suppress(Cut):
        if is_killed:
            patch.setattr(settling, "note_settled", cut)
        settling.settle_changes()


def write_on(number: str) -> None:
    """A reader's word on this title, if it is there; the follower hears of it."""
    if title_of(number) in works():
        anchor_for(title_of(number))
        settling.settle_changes()


def undo_one(which: int) -> None:
    """Undo one of the decisions in force."""
    standing = list(GroupingDecision.objects.filter(undone=None).order_by("pk"))
    if standing:
        undo(standing[which % len(standing)].own_id, by=STAFF, reason="After all")


def decide(asked: Decided) -> None:
    """Join or split, unless that is refused."""
    where = works()
    one, other = (where.get(title_of(number)) for number in (asked.one, asked.other))
    if one is None or other is None:
        return
    titles = sorted(title for title, work in where.items() if work == one)
    try:
        if asked.kind == "join":
            join({one, other}, by=STAFF, reason="One work")
        else:
            at = titles.index(title_of(asked.one))
            split(one, (titles[at:] + titles)[: asked.how_many], by=STAFF, reason="Two works")
    except DecisionRefused:
        return


def write(records: Sequence[tuple[str, str, tuple[str, ...]]], *, is_killed: bool = False) -> None:
    """Write these records as one batch of a load, and leave the works to whoever settles next."""
    load = Load.objects.create(source=SOURCE, started="2026-01-01T00:00:00Z")
    frames = list(framed(records))
    rows = [rows_of(frame, source=SOURCE, added=0) for frame in frames]
    with pytest.MonkeyPatch.context() as patch, suppress(Cut):
        if is_killed:
            patch.setattr(Writer, "_write_records", cut)
        Writer(load, day=0).write(Batch(frames, rows), None, Counts())


def framed(records: Sequence[tuple[str, str, tuple[str, ...]]]) -> Iterator[Frame]:
    """Each as a record of a file."""
    for position, (number, name, isbns) in enumerate(records, start=1):
        content = book(number, name or "Any", "Tolkien, J. R. R.", *isbns)
        if not name:
            content = content.replace(b"cam a", b"dam a", 1)
        yield Frame(position, 0, content, Serialization.MARC21)


def works() -> dict[str, str]:
    """The titles that are here, each with its work."""
    return dict(select(DERIVED, "SELECT title_id, work_id FROM rows_title"))


def tables() -> list[list[tuple[object, ...]]]:
    """Everything the stores say of works."""
    return [select(store, sql) for store, sql in TABLES]


def empty() -> None:
    """The stores as they are when a library begins."""
    for store in (PRECIOUS, RECORDS, DERIVED):
        connection = connections[store]
        names = sorted(set(connection.introspection.table_names()) - NEVER_EMPTIED)
        with transaction.atomic(store), connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute(f"TRUNCATE {', '.join(names)} CASCADE")
                continue
            cursor.execute("PRAGMA defer_foreign_keys = ON")
            for table in names:
                cursor.execute(f"DELETE FROM {table}")
