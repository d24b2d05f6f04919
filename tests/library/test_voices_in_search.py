"""What readers say is found by search, in the right work, and no longer once it is taken back."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connections

from commonplace.catalogue.grouping import settling
from commonplace.catalogue.grouping.anchors import repoint
from commonplace.catalogue.grouping.deciding import By, join, split, undo
from commonplace.catalogue.grouping.reading import Part
from commonplace.catalogue.stores import PRECIOUS
from commonplace.catalogue.storing import log_precious_changes
from commonplace.community.contributions import searched
from commonplace.community.contributions.authors import Author
from commonplace.community.contributions.commenting import Said, comment, edit
from commonplace.community.contributions.models import Comment, State
from commonplace.community.contributions.rating import rate
from commonplace.community.contributions.withdrawing import withdraw
from commonplace.discovery import following
from commonplace.discovery.answers import Asked
from commonplace.discovery.asking import BadFilter, asked_from
from commonplace.discovery.asking import rated as rated_at_least
from commonplace.discovery.building import documents_of, rebuild
from commonplace.discovery.directories import Directories
from commonplace.discovery.following import catch_up
from commonplace.discovery.searching import find
from commonplace.search.engines.contract import Document
from tests.library.contributing import ANN, BEN, book, take_in, title_of, work_of
from tests.making import field, marc, record

STAFF = By("1", "Ada")
CY = Author("cy", "Cy")
BOOKS = [
    book("t1", "The hobbit", "Tolkien, J. R. R."),
    book("t2", "The hobbit", "Tolkien, J. R. R.", year=2010),
    book("t3", "Silmarillion", "Tolkien, J. R. R."),
    book("t4", "Beowulf", "Anonymous"),
]

pytestmark = pytest.mark.usefixtures("home")


@pytest.fixture(autouse=True)
def _titles(home: object) -> None:  # noqa: ARG001 -- wants it made before
    take_in(BOOKS)
    rebuild()


def found(asked: str, **filters: str) -> list[str]:
    """The records found, as the command line asks."""
    wanted = asked_from(asked, filters.items(), sort="relevance", page=1, size=20)
    return sorted(numbers(wanted))


def numbers(asked: Asked) -> list[str]:
    """The records found, in order."""
    return [
        edition.row.control_number
        for card in find(asked).cards
        for edition in card.editions
        if edition.is_match
    ]


def said(number: str, words: str, author: Author = ANN, form: str = "f1") -> Comment:
    """A comment on this record's title, and the index after it."""
    made = comment(title_of(number), Said(words), author, form=form)
    catch_up()
    return made


def rated(number: str, *stars: int) -> None:
    """Ratings of three people or fewer, and the index after them."""
    for each, author in zip(stars, (ANN, BEN, CY), strict=False):
        rate(title_of(number), each, author)
    catch_up()


def test_a_comment_is_found_at_every_title_of_its_work_and_nowhere_else() -> None:
    said("t1", "A riotous dragon")
    assert found("riotous") == ["t1", "t2"]
    assert found("riotous silmarillion") == []


def test_why_says_that_a_comment_has_the_words() -> None:
    said("t1", "A riotous dragon")
    (card,) = find(Asked(text="riotous hobbit")).cards
    assert [why.sentence for why in card.why] == [
        "“riotous” is in a reader’s comment.",
        "“hobbit” is in the title.",
    ]


def test_comments_are_read_for_the_reason_only_when_nothing_else_explains_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said("t1", "A riotous dragon")
    monkeypatch.setattr(searched, "_rows", refused)
    assert find(Asked(text="hobbit")).cards[0].why


def refused(*_args: object) -> None:
    """Nobody may ask this."""
    raise AssertionError


def test_what_is_changed_is_found_by_its_new_words_alone() -> None:
    made = said("t1", "A riotous dragon")
    edit(made.pk, Said("A sleepy dragon"), ANN, version=0)
    catch_up()
    assert found("riotous") == []
    assert found("sleepy") == ["t1", "t2"]


def test_what_is_withdrawn_hidden_or_waiting_is_not_searchable() -> None:
    made = said("t1", "A riotous dragon")
    withdraw(made.pk, ANN)
    catch_up()
    assert found("riotous") == []
    hidden = said("t3", "Tedious genealogies", BEN)
    hide(hidden)
    assert found("tedious") == []
    said("t4", "Splendid: www.example.org", CY)
    assert found("splendid") == []


def hide(made: Comment) -> None:
    """As staff hide a comment."""
    Comment.objects.filter(pk=made.pk).update(state=State.HIDDEN)
    log_precious_changes([made.anchor.title_id])
    catch_up()


def test_a_mean_is_searched_for_filtered_and_sorted_by_once_three_have_rated() -> None:
    rated("t1", 8, 9)
    assert found("starrating:[1 TO 5]") == []
    rated("t1", 8, 9, 10)
    rated("t3", 6, 6, 7)
    assert found("sr:[4 TO 5]") == ["t1", "t2"]
    assert found("sr:4.5") == ["t1", "t2"]
    assert found("sr:[3 TO *]") == ["t1", "t2", "t3"]
    assert found("tolkien", rating="4.5") == ["t1", "t2"]
    assert found("tolkien", rating="3") == ["t1", "t2", "t3"]
    best = asked_from("", [], sort="rating", page=1, size=20)
    assert numbers(best)[2:] == ["t3", "t4"]


def test_a_rating_that_changes_moves_the_mean() -> None:
    rated("t1", 8, 9, 10)
    rated("t2", 2, 2, 2)
    assert found("sr:[4 TO 5]") == []
    assert found("sr:1") == ["t1", "t2"]


def test_words_go_with_their_titles_through_joins_and_splits_and_back() -> None:
    said("t3", "Tedious genealogies")
    joined = join([work_of("t3"), work_of("t4")], by=STAFF, reason="one tale")
    catch_up()
    assert found("tedious") == ["t3", "t4"]
    undo(joined.own_id, by=STAFF, reason="it was not")
    catch_up()
    assert found("tedious") == ["t3"]
    said("t1", "A riotous dragon", form="f2")
    split(work_of("t1"), [title_of("t1")], by=STAFF, reason="abridged")
    catch_up()
    assert found("riotous") == ["t1"]


def test_words_on_a_title_that_is_withdrawn_stay_with_its_other_editions() -> None:
    made = said("t1", "A riotous dragon")
    take_in([BOOKS[0].replace(b"cam a", b"dam a", 1)])
    catch_up()
    assert found("riotous") == ["t2"]
    withdraw(made.pk, ANN)
    catch_up()
    assert found("riotous") == []


class Killed(Exception):
    """The follower is gone at this point."""


def test_nothing_is_lost_when_the_follower_is_killed_between(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    comment(title_of("t1"), Said("A riotous dragon"), ANN, form="f1")
    monkeypatch.setattr(following, "_AT_ONCE", 1)
    updated: list[Sequence[Document]] = []

    def dies_at_the_second(place: Directories, changed: Sequence[Document], *more: Any) -> None:
        updated.append(changed)
        if len(updated) > 1:
            raise Killed
        update(place, changed, *more)

    update = Directories.update
    with monkeypatch.context() as patch:
        patch.setattr(Directories, "update", dies_at_the_second)
        with pytest.raises(Killed):
            catch_up()
    assert len(updated[0]) == 1
    catch_up()
    assert found("riotous") == ["t1", "t2"]


def test_a_join_cut_off_between_the_stores_still_reaches_the_titles_that_stay(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The anchors were pointed to the new work; the titles' own rows were not written."""
    said("t3", "Tedious genealogies")
    said("t4", "Alliterative", BEN)

    def killed(title_ids: Collection[str], part: Part) -> None:
        repoint(title_ids, part)
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(settling, "repoint", killed)
        with pytest.raises(Killed):
            join([work_of("t3"), work_of("t4")], by=STAFF, reason="one tale")
    catch_up()
    assert found("tedious") == ["t3", "t4"]
    assert found("alliterative") == ["t3", "t4"]


def test_a_new_index_has_what_readers_say() -> None:
    said("t1", "A riotous dragon")
    rated("t1", 8, 9, 10)
    rebuild()
    assert found("riotous sr:[4 TO 5]") == ["t1", "t2"]


def test_of_very_many_comments_the_newest_are_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searched, "MOST_COMMENTS", 2)
    for number, word in enumerate(("oldest", "middling", "newest")):
        comment(title_of("t1"), Said(word), ANN, form=str(number))
    comment(title_of("t2"), Said("latest"), ANN, form="more")
    (document,) = documents_of([title_of("t3")])
    assert "comment" not in document.texts
    (document,) = documents_of([title_of("t1")])
    assert document.texts["comment"] == ("latest", "newest")


def test_readers_words_cost_one_statement_a_batch_where_there_are_none() -> None:
    with counted() as statements:
        documents_of([title_of(each) for each in ("t1", "t2", "t3", "t4")])
    assert len(statements) == 1


def test_readers_words_cost_a_handful_of_statements_a_batch_however_many_titles() -> None:
    for number, title in enumerate(("t1", "t3", "t4")):
        comment(title_of(title), Said("Riotous"), ANN, form=str(number))
        rate(title_of(title), 7, ANN)
    with counted() as statements:
        documents_of([title_of(each) for each in ("t1", "t2", "t3", "t4")])
    assert len(statements) <= 5


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements the precious store is asked inside the block."""
    asked: list[str] = []

    def note(execute: Any, sql: str, *more: Any) -> Any:
        asked.append(sql)
        return execute(sql, *more)

    with connections[PRECIOUS].execute_wrapper(note):
        yield asked


def test_a_changed_copy_reaches_the_index() -> None:
    def with_copy(branch: str) -> bytes:
        copy = field("952", f"a {branch}", "o 839 EDDA", "p 0001")
        return marc(record("t5", "Edda", copy))

    take_in([with_copy("MAIN")])
    catch_up()
    assert found("edda", branch="MAIN") == ["t5"]
    take_in([with_copy("EAST")])
    catch_up()
    assert found("edda", branch="MAIN") == []
    assert found("edda", branch="EAST") == ["t5"]


@pytest.mark.parametrize("stars", ["", "x", "-1", "4.55", "44", "٤", "4 "])
def test_what_is_no_number_of_stars_is_no_filter(stars: str) -> None:
    with pytest.raises(BadFilter, match="number of stars"):
        rated_at_least(stars)
