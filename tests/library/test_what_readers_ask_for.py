"""Asking the library to get something: kept once, bounded, answered, forgotten in time."""

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from commonplace.catalogue.letters.answering import AnsweredMeanwhile, Given, NoSentence
from commonplace.catalogue.letters.sending import TooManyJustNow, WordsTooLong
from commonplace.catalogue.wishes import asking
from commonplace.catalogue.wishes.answering import answer_wishes, erase_answered_wishes
from commonplace.catalogue.wishes.asking import Asked, NoTitle, ask, receipt
from commonplace.catalogue.wishes.models import WAITING, State, Wish
from commonplace.catalogue.wishes.queue import count_waiting, matters, oldest_of, wishes_for
from commonplace.config.home import Home
from commonplace.ingest.keeping_house import KeepingHouse

DUNE = Asked("Dune", "Herbert, Frank", "book", "In hardback, please.")


@pytest.fixture(autouse=True)
def library(home: Home) -> Home:
    return home


def given(state: State = State.HERE, sentence: str = "It is on the shelf.") -> Given:
    return Given(state, sentence, "an-id", "Maud")


def seen() -> Mapping[int, int]:
    return dict(Wish.objects.values_list("id", "version"))


def test_a_wish_is_found_again_by_its_code_and_holds_nobodys_name() -> None:
    found = receipt(ask(DUNE, "form 1"))
    assert found is not None
    assert (found.said, found.state, found.replies) == (DUNE, State.OPEN, ())
    columns = {each.name for each in Wish._meta.get_fields()}
    assert columns == {
        "answers", "id", "language", "receipt", "made", "version", "closed", "erased", "title",
        "creator", "format", "note", "likeness", "state",
    }  # fmt: skip


def test_the_same_form_sent_twice_is_one_wish_with_one_code() -> None:
    assert ask(DUNE, "form 1") == ask(DUNE, "form 1")
    assert ask(DUNE, "form 2") != ask(DUNE, "form 1")
    assert Wish.objects.count() == 2


def test_wishes_for_the_same_stand_together_however_they_are_written() -> None:
    for number, title in enumerate(("Dune", "DUNE!", "the  dune", "Emma")):
        ask(Asked(title), f"form {number}")
    first, second = matters(WAITING)
    assert (first.letters, second.letters) == (3, 1)
    assert oldest_of([first, second])[first.oldest].title == "Dune"
    assert [each.title for each in wishes_for(first.about[0])] == ["the  dune", "DUNE!", "Dune"]
    assert count_waiting() == 4


def test_the_queue_is_read_on_from_any_place() -> None:
    for number in range(5):
        ask(Asked(f"Title {number}"), f"form {number}")
    page = matters(WAITING, limit=3)
    rest = matters(WAITING, after=page[-1].place, limit=3)
    assert len({each.about for each in (*page, *rest)}) == 5
    for nonsense in ("x", "1.2", "1.2.3.4", "1." * 99, "١.٢.٣"):
        assert len(matters(WAITING, after=nonsense)) == 5


def test_an_answer_reaches_everyone_who_asked_with_the_title_that_is_here() -> None:
    codes = [ask(DUNE, f"form {number}") for number in range(3)]
    assert answer_wishes(seen(), given(), "abcdefghijklm") == 3
    for code in codes:
        found = receipt(code)
        assert found is not None
        assert found.state is State.HERE
        assert found.replies[0].title_id == "abcdefghijklm"
    assert count_waiting() == 0
    assert matters((State.HERE,))[0].rank == 2


def test_nobody_answers_over_somebody_else() -> None:
    ask(DUNE, "form 1")
    before = seen()
    answer_wishes(before, given(State.LOOKING, "We look."))
    with pytest.raises(AnsweredMeanwhile):
        answer_wishes(before, given())
    with pytest.raises(NoSentence):
        answer_wishes(seen(), given(sentence=" \u202e "))


@pytest.mark.parametrize(
    ("asked", "refused"),
    [
        (Asked(""), NoTitle),
        (Asked(" \u202e\x00 "), NoTitle),
        (Asked("a" * 301), WordsTooLong),
        (Asked("a", "b" * 301), WordsTooLong),
        (Asked("a", note="n" * 1_001), WordsTooLong),
    ],
)
def test_a_wish_without_a_title_or_with_too_many_words_is_refused(
    asked: Asked, refused: type[Exception]
) -> None:
    with pytest.raises(refused):
        ask(asked, "form")
    assert not Wish.objects.exists()


@pytest.mark.parametrize("bound", ["MOST_AN_HOUR", "MOST_WAITING"])
def test_a_flood_is_met_by_bounds_on_everybody_together(
    monkeypatch: pytest.MonkeyPatch, bound: str
) -> None:
    monkeypatch.setattr(asking, bound, 2)
    ask(DUNE, "form 1")
    again = ask(DUNE, "form 2")
    with pytest.raises(TooManyJustNow):
        ask(DUNE, "form 3")
    assert ask(DUNE, "form 2") == again


def test_words_are_erased_some_time_after_the_answer_and_the_answer_stays(tmp_path: Path) -> None:
    assert tmp_path
    code = ask(DUNE, "form 1")
    waiting = ask(Asked("Emma"), "form 2")
    (number,) = Wish.objects.filter(title="Dune").values_list("id", flat=True)
    answer_wishes({number: 0}, given())
    Wish.objects.update(closed=timezone.now() - timedelta(days=10))
    assert erase_answered_wishes(30) == 0
    assert erase_answered_wishes(5) == 1
    found, other = receipt(code), receipt(waiting)
    assert found is not None
    assert other is not None
    assert (found.said.title, found.said.creator, found.said.note) == ("", "", "")
    assert found.erased is not None
    assert found.replies[0].sentence == "It is on the shelf."
    assert other.said.title == "Emma"


def test_the_follower_erases_what_is_over() -> None:
    ask(DUNE, "form 1")
    answer_wishes(seen(), given(State.LEFT, "It is out of print."))
    Wish.objects.update(closed=timezone.now() - timedelta(days=4_000))
    KeepingHouse()()
    assert list(Wish.objects.values_list("title", flat=True)) == [""]
