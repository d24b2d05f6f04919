"""Promise 44: a thousand who ask the same thing at once cost one look at the index."""

from collections.abc import Callable
from pathlib import Path
from threading import Barrier, Event, Thread

import pytest
from django.db import connections

from commonplace.config.home import Home
from commonplace.discovery import serving
from commonplace.discovery.answers import Asked
from commonplace.discovery.directories import current_directory
from commonplace.discovery.remembering import Answers
from commonplace.discovery.searching import find
from commonplace.search.engines.contract import Found, Request
from commonplace.search.engines.tantivy.engine import TantivyEngine
from commonplace.search.query.tree import Words
from tests.faults.small import forget_everything, load_three_titles

READERS = 1_000
AT_ONCE = 40


class Counting(TantivyEngine):
    """An index that counts what it is asked, and takes a while."""

    def __init__(self, directory: Path) -> None:
        super().__init__(directory)
        self.asked: list[Request] = []

    def search(self, request: Request) -> Found:
        self.asked.append(request)
        Event().wait(0.2)
        return super().search(request)


def test_a_thousand_equal_questions_are_one() -> None:
    answers, asked, begin = Answers(), [], Barrier(READERS)

    def ask(request: Request) -> Found:
        asked.append(request)
        Event().wait(0.2)
        return Found((), 7)

    totals: list[int] = []

    def read() -> None:
        begin.wait()
        totals.append(answers.answer(1, Request(Words("emma")), ask).total)

    _all_together(read, READERS)
    assert len(asked) == 1
    assert totals == [7] * READERS


def test_an_answer_that_failed_is_given_to_nobody_else() -> None:
    answers, asked = Answers(), []

    def fail(request: Request) -> Found:
        asked.append(request)
        raise ValueError("the index gave up")

    for _ in range(3):
        with pytest.raises(ValueError, match="gave up"):
            answers.answer(1, Request(Words("emma")), fail)
    assert len(asked) == 3
    assert answers.answer(1, Request(Words("emma")), lambda _: Found((), 1)).total == 1
    assert answers.answer(2, Request(Words("emma")), lambda _: Found((), 2)).total == 2


def test_readers_of_one_process_share_one_look(
    sqlite_home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert sqlite_home
    load_three_titles(tmp_path)
    directory = current_directory()
    assert directory is not None
    engine = Counting(directory)
    monkeypatch.setattr(serving, "serving_engine", lambda: engine)
    totals: list[int] = []
    begin = Barrier(AT_ONCE)

    def read() -> None:
        begin.wait()
        totals.append(find(Asked("austen")).total_titles)
        connections.close_all()  # each thread has its own

    _all_together(read, AT_ONCE)
    assert totals == [2] * AT_ONCE
    assert len([each for each in engine.asked if each.counts]) == 1
    forget_everything()


def _all_together(read: Callable[[], None], how_many: int) -> None:
    threads = [Thread(target=read) for _ in range(how_many)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
