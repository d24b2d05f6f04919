"""Readers' words when works change, as a state machine: whatever happens in whatever order, no word
is lost or altered, each stands in one place, and undoing gives back the pages there were.

What is expected is said here anew, in few and slow lines, and not asked of the code under test.
"""

import secrets
from collections import Counter
from collections.abc import Callable
from itertools import count
from typing import Any, NamedTuple

import pytest
from django.db import connections, transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from commonplace.catalogue.grouping.addresses import Nowhere, lead_of
from commonplace.catalogue.grouping.anchors import NoSuchTitle
from commonplace.catalogue.grouping.deciding import By, DecisionRefused, join, split, undo
from commonplace.catalogue.grouping.settling import settle_all
from commonplace.catalogue.stores import DERIVED, PRECIOUS, RECORDS, select
from commonplace.community.contributions.authors import Author
from commonplace.community.contributions.commenting import Said, comment
from commonplace.community.contributions.queries import comments_of, ratings_of, voices_of
from commonplace.community.contributions.rating import rate
from commonplace.community.contributions.withdrawing import withdraw
from commonplace.ingest.rebuilding import rebuild_rows
from tests.library.contributing import book, take_in, title_of

STAFF = By("1", "Ada")
NUMBERS = ("t1", "t2", "t3", "t4", "t5")
NAMES = ("Alpha", "Beta", "Alpha deluxe", "Gamma")
ISBNS = ((), ("9780261102217",), ("9780261102217", "9780261102736"))
AUTHORS = tuple(Author(key, key) for key in ("ann", "ben"))
NEVER_EMPTIED = frozenset({"django_migrations", "rows_schemanumber"})

numbers = st.sampled_from(NUMBERS)
authors = st.sampled_from(AUTHORS)


class Written(NamedTuple):
    """A contribution as it was written: what it says, by whom, on which key and title."""

    says: object
    author: str
    key_id: str
    title_id: str
    order: int
    is_shown: bool = True


class Library(RuleBasedStateMachine):
    """A small library under change. ``written`` is what must be there; ``keys`` what titles had."""

    tokens = count()

    def __init__(self) -> None:
        super().__init__()
        type(self).tokens = count()  # a decision's name is drawn by chance; here it can be repeated
        _empty()
        self.ratings: dict[str, Written] = {}
        self.comments: dict[str, Written] = {}
        self.keys: dict[str, list[str]] = {}
        self.stood: dict[tuple[str, str], str] = {}
        self.ids_seen: set[str] = set()
        self.decisions: list[str] = []
        self.before_last: object = None
        self.clock = 0

    # what may happen

    @initialize(names=st.tuples(*[st.sampled_from(NAMES)] * len(NUMBERS)))
    def open(self, names: tuple[str, ...]) -> None:
        take_in([book(number, name, "Doe") for number, name in zip(NUMBERS, names, strict=True)])
        self._happened()

    @rule(number=numbers, name=st.sampled_from(NAMES), isbns=st.sampled_from(ISBNS))
    def load(self, number: str, name: str, isbns: tuple[str, ...]) -> None:
        """A corrected record, or one that comes back."""
        take_in([book(number, name, "Doe", *isbns)])
        self._happened()

    @rule(number=numbers)
    def withdraw_title(self, number: str) -> None:
        take_in([book(number, "Any", "Doe").replace(b"cam a", b"dam a", 1)])
        self._happened()

    @rule(number=numbers, author=authors, stars=st.integers(1, 10))
    def rate(self, number: str, author: Author, stars: int) -> None:
        made = self._if_there(number, lambda: rate(title_of(number), stars, author))
        if made is not None:
            before = self.ratings.get(made.pk)
            place = before or self._written(stars, author, number)
            self.ratings[made.pk] = place._replace(says=stars, order=self._tick(), is_shown=True)

    @rule(number=numbers, author=authors)
    def comment(self, number: str, author: Author) -> None:
        words = f"Word {self._tick()}"
        said = lambda: comment(title_of(number), Said(words), author, form=words)  # noqa: E731 -- a deed
        made = self._if_there(number, said)
        if made is not None:
            self.comments[made.pk] = self._written(words, author, number)

    @rule(author=authors, data=st.data())
    def take_back(self, author: Author, data: st.DataObject) -> None:
        theirs = {
            each.order: pk
            for pk, each in self._all()
            if (each.author, each.is_shown) == (author.key, True)
        }
        if not theirs:
            return
        chosen = theirs[data.draw(st.sampled_from(sorted(theirs)))]
        withdraw(chosen, author)
        works = self._places()
        for kind in (self.comments, self.ratings):
            for pk, each in kind.items():
                also = kind is self.ratings and chosen in kind and each.author == author.key
                if pk == chosen or (also and works[pk] == works[chosen]):
                    kind[pk] = each._replace(is_shown=False)
        self.before_last = None

    @rule(one=numbers, other=numbers)
    def join(self, one: str, other: str) -> None:
        shown = _works()
        works = {shown[title_of(n)] for n in (one, other) if title_of(n) in shown}
        self._decide(lambda: join(works, by=STAFF, reason="One"))

    @rule(number=numbers, data=st.data())
    def split(self, number: str, data: st.DataObject) -> None:
        works = _works()
        work = works.get(title_of(number), "")
        titles = sorted(title for title, its in works.items() if its == work)
        some = data.draw(st.sets(st.sampled_from(titles))) if titles else set()
        self._decide(lambda: split(work, some, by=STAFF, reason="Two"))

    @rule(data=st.data())
    @precondition(lambda self: self.decisions)
    def undo_any(self, data: st.DataObject) -> None:
        chosen = data.draw(st.sampled_from(self.decisions))
        self.decisions.remove(chosen)
        undo(chosen, by=STAFF, reason="Not so")
        self._happened()

    @rule()
    @precondition(lambda self: self.before_last is not None)
    def undo_the_last(self) -> None:
        before = self.before_last
        undo(self.decisions.pop(), by=STAFF, reason="Not so")
        self._happened()
        assert _pages() == before

    @rule()
    def rebuild(self) -> None:
        before = _pages()
        rebuild_rows()
        assert _pages() == before

    # what must hold

    @invariant()
    def nothing_is_lost_or_altered(self) -> None:
        assert _rows("community_rating", "stars") == self.ratings
        assert _rows("community_comment", "words") == self.comments

    @invariant()
    def each_stands_where_its_title_is_or_whoever_inherits_it(self) -> None:
        now = {(key, title): work for key, title, work in select(PRECIOUS, _ANCHORS)}
        assert now == {place: self._expected(*place) for place in now}
        self.stood = now

    @invariant()
    def of_a_person_and_work_one_rating_counts(self) -> None:
        places = self._places()
        latest: dict[tuple[str, str], Written] = {}
        for pk, each in sorted(self.ratings.items(), key=lambda pair: pair[1].order):
            if each.is_shown:
                latest[places[pk], each.author] = each
        for work in set(_works().values()):
            stars = Counter(one.says for (its, _), one in latest.items() if its == work)
            assert ratings_of(work).histogram == tuple(stars[n] for n in range(1, 11))

    @invariant()
    def a_work_shows_its_comments_and_no_others(self) -> None:
        places = self._places()
        for work in set(_works().values()):
            shown = {each.contribution_id for each in comments_of(work, limit=100)}
            its = {pk for pk, each in self.comments.items() if each.is_shown and places[pk] == work}
            assert shown == its

    @invariant()
    def settling_in_parts_is_settling_everything(self) -> None:
        before = [select(DERIVED, _TITLES), select(DERIVED, _KEYS), select(PRECIOUS, _ANCHORS)]
        assert settle_all() == []
        after = [select(DERIVED, _TITLES), select(DERIVED, _KEYS), select(PRECIOUS, _ANCHORS)]
        assert after == before

    @invariant()
    def every_id_a_work_ever_had_leads_somewhere_or_is_gone(self) -> None:
        works = set(_works().values())
        self.ids_seen |= works
        for each in self.ids_seen:
            lead = lead_of(each)
            assert lead in works or lead is Nowhere.GONE
            assert lead == each or each not in works

    # how it is told

    def _happened(self) -> None:
        self.before_last = None
        for title_id, key_id in select(DERIVED, "SELECT title_id, key_id FROM rows_title"):
            had = self.keys.setdefault(title_id, [])
            if had[-1:] != [key_id]:
                had.append(key_id)

    def _decide(self, deed: Callable[[], Any]) -> None:
        before = _pages()
        try:
            self.decisions.append(deed().own_id)
        except DecisionRefused:
            assert _pages() == before
        else:
            self.before_last = before

    def _if_there(self, number: str, deed: Callable[[], Any]) -> Any:
        self.before_last = None
        if title_of(number) in _works():
            return deed()
        with pytest.raises(NoSuchTitle):
            deed()
        return None

    def _written(self, says: object, author: Author, number: str) -> Written:
        title = title_of(number)
        return Written(says, author.key, self.keys[title][-1], title, self._tick())

    def _tick(self) -> int:
        self.clock += 1
        return self.clock

    def _all(self) -> list[tuple[str, Written]]:
        return [*self.ratings.items(), *self.comments.items()]

    def _places(self) -> dict[str, str]:
        now = {(key, title): work for key, title, work in select(PRECIOUS, _ANCHORS)}
        return {pk: now[each.key_id, each.title_id] for pk, each in self._all()}

    def _expected(self, key: str, title: str) -> str:
        titles = _works()
        keys: dict[str, str] = dict(select(DERIVED, "SELECT key_id, work_id FROM rows_workkey"))
        if title in titles:
            return titles[title]
        if key in keys:
            return keys[key]
        heirs = Counter(titles[t] for t, had in self.keys.items() if key in had and t in titles)
        if heirs:
            return min(heirs, key=lambda work: (-heirs[work], work))
        return self.stood.get((key, title), key)


_TITLES = "SELECT title_id, key_id, work_id FROM rows_title ORDER BY title_id"
_KEYS = "SELECT key_id, work_key, work_id FROM rows_workkey ORDER BY key_id"
_ANCHORS = "SELECT key_id, title_id, work_id FROM catalogue_anchor ORDER BY key_id, title_id"


def _works() -> dict[str, str]:
    """The titles that are here, each with its work."""
    return dict(select(DERIVED, "SELECT title_id, work_id FROM rows_title"))


def _pages() -> dict[str, object]:
    """What the pages of all works and titles say of them."""
    works = _works()
    pages: dict[str, object] = {f"title {title}": work for title, work in works.items()}
    for work in set(works.values()):
        titles = sorted(title for title, its in works.items() if its == work)
        pages[f"work {work}"] = (titles, voices_of(work, 100))
    return pages


def _rows(table: str, says: str) -> dict[str, Written]:
    """A table of contributions; their order among each other is not looked at."""
    sql = f"""SELECT contribution_id, {says}, author, key_id, title_id, state FROM {table}
              JOIN catalogue_anchor ON catalogue_anchor.id = anchor_id"""
    return {
        pk: _Alike(said, author, key, title, 0, state == "published")
        for pk, said, author, key, title, state in select(PRECIOUS, sql)
    }


class _Alike(Written):
    """Equal to what was written in any order."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Written) and self._replace(order=other.order)[:] == other[:]

    __hash__ = Written.__hash__


def _empty() -> None:
    """The stores as they are when a library begins."""
    for store in (PRECIOUS, RECORDS, DERIVED):
        connection = connections[store]
        tables = set(connection.introspection.table_names()) - NEVER_EMPTIED
        with transaction.atomic(store), connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                names = ", ".join(sorted(tables))
                cursor.execute(f"TRUNCATE {names} RESTART IDENTITY CASCADE")
                continue
            cursor.execute("PRAGMA defer_foreign_keys = ON")
            for table in sorted(tables):
                cursor.execute(f"DELETE FROM {table}")
            if store is not DERIVED:
                cursor.execute("DELETE FROM sqlite_sequence")


@pytest.mark.usefixtures("home")
def test_readers_words_follow_works_through_anything_and_nothing_is_lost(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(secrets, "token_hex", lambda _bytes: str(next(Library.tokens)))
    for store in (PRECIOUS, RECORDS, DERIVED):
        if connections[store].vendor == "sqlite":
            with connections[store].cursor() as cursor:
                cursor.execute("PRAGMA synchronous = OFF")  # speed; no power is cut here
    run_state_machine_as_test(
        Library,
        settings=settings(
            max_examples=15,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.mark.usefixtures("sqlite_home")
def test_works_part_again_when_the_record_that_joined_them_goes() -> None:
    shared = "9780261102217"
    take_in([book("t1", "Alpha", "Doe"), book("t2", "Alpha", "Doe", shared)])
    take_in([book("t3", "Alpha deluxe", "Doe", shared)])
    assert len(set(_works().values())) == 1
    take_in([book("t2", "Any", "Doe").replace(b"cam a", b"dam a", 1)])
    assert len(set(_works().values())) == 2


@pytest.mark.usefixtures("sqlite_home")
def test_a_word_goes_to_the_heirs_when_the_last_title_with_its_key_goes() -> None:
    take_in([book(number, "Alpha", "Doe") for number in NUMBERS])
    comment(title_of("t1"), Said("Word"), AUTHORS[0], form="1")
    take_in([book("t3", "Gamma", "Doe")])
    for number in ("t1", "t2", "t4", "t5"):
        take_in([book(number, "Any", "Doe").replace(b"cam a", b"dam a", 1)])
    assert [each.words for each in comments_of(_works()[title_of("t3")], limit=5)] == ["Word"]
