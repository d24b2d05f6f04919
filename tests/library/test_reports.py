"""Readers' reports: kept once, bounded, answered by staff, forgotten in time."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connections
from django.utils import timezone

from commonplace.bibliography import title_id_of
from commonplace.catalogue.corrections import reports
from commonplace.catalogue.corrections.answering import answer_reports, erase_answered_words
from commonplace.catalogue.corrections.models import Kind, Report, ReportAnswer, State
from commonplace.catalogue.corrections.queue import count_open, matters, oldest_of, reports_on
from commonplace.catalogue.corrections.reports import Said, TooManyOnTitle, receipt, send
from commonplace.catalogue.grouping.anchors import NoSuchTitle
from commonplace.catalogue.letters.answering import (
    AnsweredMeanwhile,
    Given,
    NoSentence,
    NothingChosen,
    SentenceTooLong,
)
from commonplace.catalogue.letters.sending import TooManyJustNow, WordsTooLong
from commonplace.config.home import Home
from commonplace.ingest.keeping_house import KeepingHouse
from commonplace.ingest.loading import LoadOptions, load
from tests.conftest import point_at
from tests.making import marc, record

EMMA, DUNE, ULYSSES = (title_id_of("library", number) for number in ("1", "2", "3"))
WAITING = (State.OPEN, State.LOOKING)


@pytest.fixture(autouse=True)
def library(home: Home, tmp_path: Path) -> Home:
    """Three titles to report."""
    file = tmp_path / "export.mrc"
    file.write_bytes(marc(record("1", "Emma"), record("2", "Dune"), record("3", "Ulysses")))
    load([str(file)], LoadOptions(workers=0), lambda _name, _read: None)
    return home


def told(title_id: str = EMMA, kind: Kind = Kind.NAME, words: str = "", form: str = "a") -> str:
    return send(Said(title_id, kind, words), form)


def given(state: State = State.MENDED, sentence: str = "It is put right.") -> Given:
    return Given(state, sentence, "a1", "Ruth")


def seen(title_id: str = EMMA, kind: Kind = Kind.NAME) -> dict[int, int]:
    return {each.number: each.version for each in reports_on(title_id, kind)}


def test_a_report_is_kept_with_the_anchor_of_its_title_and_only_the_hash_of_its_code() -> None:
    code = told(words="It is Austen")
    report = Report.objects.get()
    assert (report.title_id, report.words, report.state) == (EMMA, "It is Austen", State.OPEN)
    assert report.anchor.title_id == EMMA
    assert code not in str(Report.objects.values().get())


def test_a_receipt_tells_what_was_said_and_an_unknown_code_nothing() -> None:
    found = receipt(told(words="It is Austen"))
    assert found is not None
    assert found.said == Said(EMMA, Kind.NAME, "It is Austen")
    assert (found.state, found.replies) == (State.OPEN, ())
    assert receipt("BCDFGHJKLMNP") is None


def test_the_same_form_sent_twice_is_one_report_and_other_words_are_another() -> None:
    assert told(words="one") == told(words="one\r\n")
    assert told(words="two") != told(words="one")
    assert told(words="one", form="b") != told(words="one")
    assert Report.objects.count() == 3


def test_one_form_sent_by_many_hands_at_once_is_one_report() -> None:
    def sent(_turn: int) -> str:
        try:
            return told(words="at once")
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as threads:
        codes = set(threads.map(sent, range(24)))
    assert len(codes) == 1
    assert Report.objects.count() == 1


def test_words_are_counted_in_characters_and_too_many_are_refused() -> None:
    told(words="書" * 1_000)
    told(words="\r\n".join("a" * 500))
    with pytest.raises(WordsTooLong):
        told(words="書" * 1_001)


def test_what_no_database_can_keep_is_left_out_of_the_words() -> None:
    code = told(words="a\x00b\ud800c\u202ed")
    found = receipt(code)
    assert found is not None
    assert found.said.words == "abcd"


def test_nothing_can_be_said_of_a_title_that_is_not_here() -> None:
    with pytest.raises(NoSuchTitle):
        told(title_id="aaaaaaaaaaaaa")
    assert not Report.objects.exists()


def test_a_title_takes_no_more_reports_than_staff_need_to_see() -> None:
    for number in range(reports.MOST_OPEN_ON_A_TITLE):
        told(form=str(number))
    with pytest.raises(TooManyOnTitle):
        told(form="one more")
    assert told(form="0")  # what was sent already is still the same report
    assert told(title_id=DUNE)
    answer_reports(seen(), given())
    assert told(form="one more")


def test_an_hour_takes_no_more_reports_than_staff_can_look_at() -> None:
    for number in range(reports.MOST_AN_HOUR):
        title_id = (EMMA, DUNE, ULYSSES)[number % 3]
        told(title_id=title_id, form=str(number))
        Report.objects.update(state=State.LEFT)
    with pytest.raises(TooManyJustNow):
        told(form="one more")
    Report.objects.update(made=timezone.now() - timedelta(minutes=61))
    assert told(form="one more")


def test_an_answer_reaches_the_reader_with_its_sentence() -> None:
    code = told()
    answer_reports(seen(), given(State.LOOKING, "We ask the publisher."))
    answer_reports(seen(), given(State.MENDED, "  It is Austen now.\x00 "))
    found = receipt(code)
    assert found is not None
    assert found.state is State.MENDED
    assert [(each.state, each.sentence) for each in found.replies] == [
        (State.LOOKING, "We ask the publisher."),
        (State.MENDED, "It is Austen now."),
    ]
    history = reports_on(EMMA, Kind.NAME)[0].history
    assert [(each.by_name, each.state) for each in history] == [
        ("Ruth", State.LOOKING),
        ("Ruth", State.MENDED),
    ]


def test_several_reports_are_answered_at_once() -> None:
    for form in "abc":
        told(form=form)
    told(kind=Kind.COVER)
    assert answer_reports(seen(), given()) == 3
    assert count_open() == 1
    assert ReportAnswer.objects.count() == 3


def test_whoever_answers_second_is_told_and_changes_nothing() -> None:
    told(form="a")
    told(form="b")
    before = seen()
    first = dict([next(iter(before.items()))])
    answer_reports(first, given(State.LEFT, "It is right as it is."))
    with pytest.raises(AnsweredMeanwhile):
        answer_reports(before, given())
    assert ReportAnswer.objects.count() == 1
    assert count_open() == 1


def test_many_answering_at_once_leave_one_answer() -> None:
    told()
    before = seen()

    def answered(_turn: int) -> bool:
        try:
            answer_reports(before, given())
        except AnsweredMeanwhile:
            return False
        finally:
            connections.close_all()
        return True

    with ThreadPoolExecutor(8) as threads:
        assert sum(threads.map(answered, range(16))) == 1
    assert ReportAnswer.objects.count() == 1


@pytest.mark.parametrize(
    ("sentence", "error"),
    [("", NoSentence), (" \x00\n", NoSentence), ("a" * 1_001, SentenceTooLong)],
)
def test_an_answer_has_a_sentence_of_a_readable_length(
    sentence: str, error: type[Exception]
) -> None:
    told()
    with pytest.raises(error):
        answer_reports(seen(), given(sentence=sentence))
    assert count_open() == 1


def test_an_answer_to_nothing_is_refused() -> None:
    with pytest.raises(NothingChosen):
        answer_reports({}, given())


def test_a_report_can_be_opened_again() -> None:
    told()
    answer_reports(seen(), given())
    answer_reports(seen(), given(State.OPEN, "It came back."))
    report = Report.objects.get()
    assert (report.state, report.closed) == (State.OPEN, None)


def test_the_queue_has_open_matters_first_then_those_with_most_reports_then_the_oldest() -> None:
    told(ULYSSES, Kind.COVER)
    told(DUNE, Kind.NAME)
    told(EMMA, Kind.NAME, form="a")
    told(EMMA, Kind.NAME, form="b")
    told(EMMA, Kind.LINK)
    answer_reports(seen(ULYSSES, Kind.COVER), given(State.LOOKING, "We look."))
    found = matters(WAITING)
    assert [(each.title_id, each.kind, each.letters) for each in found] == [
        (EMMA, Kind.NAME, 2),
        (DUNE, Kind.NAME, 1),
        (EMMA, Kind.LINK, 1),
        (ULYSSES, Kind.COVER, 1),
    ]
    assert set(oldest_of(found)) == {each.oldest for each in found}
    assert [each.title_id for each in matters(WAITING, Kind.COVER)] == [ULYSSES]
    assert matters((State.MENDED,)) == []


def test_the_queue_is_read_on_from_any_place_without_a_matter_twice_or_lost() -> None:
    for number, kind in enumerate(Kind):
        for title_id in (EMMA, DUNE, ULYSSES):
            told(title_id, kind, form=str(number))
    whole, parts, place = matters(WAITING), [], ""
    while page := matters(WAITING, after=place, limit=5):
        parts += page
        place = page[-1].place
    assert parts == whole
    assert len(whole) == 24


@pytest.mark.parametrize(
    "place", ["x", "1", "1.2", "1.2.x", "-1.2.3", "9" * 30 + ".1.1", "1.2.3.4"]
)
def test_a_place_that_is_none_is_the_beginning(place: str) -> None:
    told()
    assert len(matters(WAITING, after=place)) == 1


def test_words_are_erased_some_days_after_the_answer_and_the_decision_stays() -> None:
    code = told(words="I am at home")
    told(words="not yet answered", form="b")
    told(words="answered lately", form="c")
    numbers = sorted(seen())
    answer_reports({numbers[0]: 0}, given())
    answer_reports({numbers[2]: 0}, given())
    Report.objects.filter(pk=numbers[0]).update(closed=timezone.now() - timedelta(days=181))
    assert erase_answered_words(180) == 1
    assert erase_answered_words(180) == 0
    found = receipt(code)
    assert found is not None
    assert (found.said.words, found.state) == ("", State.MENDED)
    assert found.erased
    assert found.replies[0].sentence == "It is put right."
    kept = {each.words for each in Report.objects.all()}
    assert kept == {"", "not yet answered", "answered lately"}


def test_the_follower_erases_words_when_the_library_says_it_is_time(home: Home) -> None:
    told(words="I am at home")
    answer_reports(seen(), given())
    Report.objects.update(closed=timezone.now() - timedelta(days=8))
    KeepingHouse()()
    assert Report.objects.get().words
    home.library_toml.write_text("[reports]\nkeep_words_days = 7\n", encoding="utf-8")
    point_at(home)
    KeepingHouse()()
    assert not Report.objects.get().words


def test_words_of_a_report_that_was_opened_again_are_kept() -> None:
    told(words="still of use")
    answer_reports(seen(), given())
    answer_reports(seen(), given(State.OPEN, "It came back."))
    assert erase_answered_words(0) == 0


def test_reports_outlive_the_title_they_are_about(library: Home, tmp_path: Path) -> None:
    assert library.path.is_dir()
    code = told()
    file = tmp_path / "next.mrc"
    file.write_bytes(marc(record("2", "Dune"), record("3", "Ulysses")))
    options = LoadOptions(workers=0, is_full=True, accept_shrink=True)
    load([str(file)], options, lambda _name, _read: None)
    assert receipt(code) is not None
    assert count_open() == 1
