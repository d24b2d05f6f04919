"""Rating, commenting, changing and taking back: what is kept, what is refused, who may."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections

from commonplace.catalogue.grouping.anchors import NoSuchTitle
from commonplace.catalogue.grouping.deciding import By, join, split, undo
from commonplace.catalogue.models import PreciousChange
from commonplace.community.contributions.authors import Author, author_key
from commonplace.community.contributions.commenting import Said, comment, edit
from commonplace.community.contributions.models import Comment, Rating, State
from commonplace.community.contributions.queries import (
    comments_of,
    count_comments,
    ratings_of,
    ratings_of_works,
    standing_of,
    voices_of,
)
from commonplace.community.contributions.rating import rate
from commonplace.community.contributions.refusals import ContributionRefused, Why
from commonplace.community.contributions.values import Kind, read_place
from commonplace.community.contributions.withdrawing import withdraw
from commonplace.community.contributions.words import MOST_CHARACTERS
from tests.library.contributing import ANN, BEN, book, take_in, title_of, work_of

STAFF = By("1", "Ada")
TALE = book("t1", "The hobbit", "Tolkien, J. R. R.")
PRINT = book("t2", "The hobbit", "Tolkien, J. R. R.", year=2010)
OTHER = book("t3", "Silmarillion", "Tolkien, J. R. R.")

pytestmark = pytest.mark.usefixtures("home")


@pytest.fixture(autouse=True)
def _titles(home: object) -> None:  # noqa: ARG001 -- wants it made before
    take_in([TALE, PRINT, OTHER])


def counted(number: str) -> dict[int, int]:
    """How many ratings of each number of half stars count in this title's work."""
    counts = ratings_of(work_of(number)).histogram
    return {stars: count for stars, count in enumerate(counts, start=1) if count}


def refusal(deed: object, *said: object, **named: object) -> Why:
    """Why this deed is refused."""
    with pytest.raises(ContributionRefused) as refused:
        deed(*said, **named)  # type: ignore[operator]  # any of our deeds
    return refused.value.why


def test_a_person_rates_a_work_once_on_whichever_edition_and_may_change_it() -> None:
    first = rate(title_of("t1"), 7, ANN)
    again = rate(title_of("t2"), 9, ANN)
    rate(title_of("t2"), 2, BEN)
    assert again.pk == first.pk
    assert again.version == 1
    assert counted("t1") == {2: 1, 9: 1}
    assert counted("t3") == {}


def test_there_is_no_mean_of_fewer_than_three() -> None:
    rate(title_of("t1"), 10, ANN)
    rate(title_of("t1"), 9, BEN)
    assert ratings_of(work_of("t1")).mean is None
    rate(title_of("t2"), 4, Author("cy"))
    ratings = ratings_of(work_of("t1"))
    assert ratings.mean == pytest.approx(23 / 6)
    assert ratings.halves == 8
    assert ratings.count == 3


@pytest.mark.parametrize("stars", [0, 11, -1])
def test_other_numbers_of_stars_are_refused(stars: int) -> None:
    assert refusal(rate, title_of("t1"), stars, ANN) is Why.NO_STARS
    assert refusal(rate, title_of("t1"), 5, Author("")) is Why.NOBODY


def test_nothing_is_written_on_a_title_that_is_not_there() -> None:
    with pytest.raises(NoSuchTitle):
        rate("a" * 13, 5, ANN)
    with pytest.raises(NoSuchTitle):
        comment("a" * 13, Said("Word"), ANN, form="1")
    assert not PreciousChange.objects.exists(), "and nothing is left of the attempt"


def test_a_deed_is_in_the_change_log_of_its_own_transaction() -> None:
    rate(title_of("t1"), 5, ANN)
    comment(title_of("t2"), Said("Word"), ANN, form="1")
    logged = PreciousChange.objects.values_list("title_id", flat=True)
    assert set(logged) == {title_of("t1"), title_of("t2")}


def test_of_two_ratings_that_a_join_brings_together_the_latest_counts_and_undo_parts_them() -> None:
    rate(title_of("t3"), 4, ANN)
    rate(title_of("t1"), 8, ANN)
    rate(title_of("t3"), 6, BEN)
    decision = join({work_of("t1"), work_of("t3")}, by=STAFF, reason="One book")
    assert counted("t1") == {8: 1, 6: 1}
    undo(decision.own_id, by=STAFF, reason="Two")
    assert counted("t1") == {8: 1}
    assert counted("t3") == {4: 1, 6: 1}


def test_who_takes_a_rating_back_takes_back_all_of_theirs_in_the_work() -> None:
    rate(title_of("t3"), 4, ANN)
    latest = rate(title_of("t1"), 8, ANN)
    join({work_of("t1"), work_of("t3")}, by=STAFF, reason="One book")
    withdraw(latest.pk, ANN)
    assert counted("t1") == {}
    rate(title_of("t1"), 3, ANN)
    assert counted("t1") == {3: 1}
    assert Rating.objects.count() == 2


def test_a_comment_stays_with_its_title_when_the_work_is_split() -> None:
    comment(title_of("t2"), Said("On the second printing."), ANN, form="1")
    comment(title_of("t1"), Said("On the first."), BEN, form="2")
    split(work_of("t2"), [title_of("t2")], by=STAFF, reason="Another text")
    assert [each.words for each in comments_of(work_of("t2"), limit=9)] == [
        "On the second printing."
    ]
    assert [each.words for each in comments_of(work_of("t1"), limit=9)] == ["On the first."]


def test_comments_come_newest_first_in_leaves_that_do_not_overlap() -> None:
    for number in range(25):
        comment(title_of(f"t{number % 2 + 1}"), Said(f"No. {number}"), ANN, form=str(number))
    seen, start = [], None
    while True:
        leaf = comments_of(work_of("t1"), start, limit=8)
        seen += [each.words for each in leaf[:7]]
        if len(leaf) < 8:
            break
        start = read_place(str(leaf[7].place))
        assert start == leaf[7].place
    assert seen == [f"No. {number}" for number in reversed(range(25))]
    assert count_comments(work_of("t1")) == 25


def test_a_comment_shows_the_stars_its_author_gave_the_work() -> None:
    rate(title_of("t1"), 9, ANN)
    comment(title_of("t2"), Said("Word"), ANN, form="1")
    comment(title_of("t2"), Said("Other word"), BEN, form="1")
    assert [each.stars for each in comments_of(work_of("t1"), limit=9)] == [0, 9]


def test_voices_are_what_the_page_begins_with() -> None:
    assert voices_of(work_of("t1"), 5).counts == {}
    for number in range(7):
        comment(title_of("t1"), Said(f"No. {number}"), ANN, form=str(number))
    rate(title_of("t1"), 9, ANN)
    voices = voices_of(work_of("t2"), 5)
    assert voices.counts == {Kind.RATING: 1, Kind.COMMENT: 7}
    assert len(voices.comments) == 5
    assert ratings_of_works([work_of("t1"), work_of("t3")]) == {work_of("t1"): voices.ratings}


def test_the_same_form_sent_twice_is_one_comment() -> None:
    first = comment(title_of("t1"), Said("Word"), ANN, form="1")
    assert comment(title_of("t1"), Said("Word"), ANN, form="1").pk == first.pk
    assert Comment.objects.count() == 1


@pytest.mark.parametrize("words", ["", " \u200b\n", "\x00\u202e"])
def test_a_comment_without_words_is_refused(words: str) -> None:
    assert refusal(comment, title_of("t1"), Said(words), ANN, form="1") is Why.NO_WORDS


def test_a_comment_has_five_thousand_characters_and_not_one_more() -> None:
    made = comment(title_of("t1"), Said("\U0001f600" * MOST_CHARACTERS), ANN, form="1")
    assert len(Comment.objects.get(pk=made.pk).words) == MOST_CHARACTERS
    long = Said("\U0001f600" * (MOST_CHARACTERS + 1))
    assert refusal(comment, title_of("t1"), long, ANN, form="2") is Why.TOO_LONG


def test_controls_and_marks_that_turn_text_are_not_kept() -> None:
    made = comment(title_of("t1"), Said("a\x00b\u202ec\r\nd" + "\u0301" * 40), ANN, form="1")
    assert Comment.objects.get(pk=made.pk).words == "abc\nd" + "\u0301" * 4


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Read more at http://a.example", "link"),
        ("see cheap-pills.com now", "link"),
        ("write to me@a.example", "address"),
        ("ring 01632 960110", "number"),
    ],
)
def test_links_addresses_and_numbers_wait_for_review_and_are_not_shown(
    words: str, reason: str
) -> None:
    made = comment(title_of("t1"), Said(words), ANN, form="1")
    assert (made.state, made.review_reason) == (State.AWAITING_REVIEW, reason)
    assert not comments_of(work_of("t1"), limit=9)
    changed = edit(made.pk, Said("Read it."), ANN, version=0)
    assert (changed.state, changed.review_reason) == (State.PUBLISHED, "")


def test_only_its_author_may_change_a_comment_and_only_as_it_was_read() -> None:
    made = comment(title_of("t1"), Said("Word"), ANN, form="1")
    assert refusal(edit, made.pk, Said("Mine"), BEN, version=0) is Why.NOT_THEIRS
    assert refusal(edit, made.pk, Said("Mine"), Author(""), version=0) is Why.NOT_THEIRS
    assert refusal(edit, "a" * 13, Said("Mine"), ANN, version=0) is Why.NOT_THEIRS
    edit(made.pk, Said("Word, mended"), ANN, version=0)
    assert refusal(edit, made.pk, Said("Again"), ANN, version=0) is Why.MEANWHILE
    assert [each.words for each in comments_of(work_of("t1"), limit=9)] == ["Word, mended"]


def test_what_is_taken_back_is_not_shown_and_cannot_be_changed() -> None:
    made = comment(title_of("t1"), Said("Word"), ANN, form="1")
    assert refusal(withdraw, made.pk, BEN) is Why.NOT_THEIRS
    withdraw(made.pk, ANN)
    withdraw(made.pk, ANN)
    assert not comments_of(work_of("t1"), limit=9)
    assert refusal(edit, made.pk, Said("Back"), ANN, version=1) is Why.CLOSED
    standing = standing_of(made.pk)
    assert standing is not None
    assert (standing.kind, standing.state) == (Kind.COMMENT, State.WITHDRAWN)


def test_who_takes_back_a_hidden_rating_does_not_show_it_again_by_giving_it_anew() -> None:
    made = rate(title_of("t1"), 1, ANN)
    Rating.objects.update(state=State.HIDDEN)
    withdraw(made.pk, ANN)
    assert rate(title_of("t1"), 1, ANN).state == State.HIDDEN


def test_an_author_is_kept_as_a_key_nobody_can_read() -> None:
    assert author_key("card", "1234567") != author_key("card", "1234568")
    assert "1234567" not in author_key("card", "1234567")
    assert author_key("a", "bc") != author_key("ab", "c")


@pytest.mark.parametrize("said", ["", "x", "-", "9" * 40 + "-" + "a" * 13, "1-a", "-1-" + "a" * 13])
def test_a_place_that_is_none_is_no_place(said: str) -> None:
    assert read_place(said) is None


def test_many_at_once_make_one_rating_each() -> None:
    def rates(number: int) -> None:
        rate(title_of(f"t{number % 2 + 1}"), number % 10 + 1, Author(f"a{number % 4}"))
        connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(rates, range(40)))
    assert Rating.objects.count() == 4
    assert sum(counted("t1").values()) == 4
    assert PreciousChange.objects.count() == 40
