"""One index takes the place of another while readers search: none of them notices."""

from collections.abc import Iterator
from threading import Event, Thread

import pytest
from django.db import connections

from commonplace.config.home import Home
from commonplace.discovery import directories, indexes, serving
from commonplace.discovery.answers import Asked
from commonplace.discovery.building import rebuild
from commonplace.discovery.searching import find
from tests.library.contributing import book, take_in

SWAPS, BEFORE = 12, 2
WORDS = ("hobbit", "silmarillion", "tolkien")


@pytest.fixture
def library(sqlite_home: Home) -> Home:
    """Two titles and their index."""
    take_in([book("t1", "The hobbit", "Tolkien"), book("t2", "Silmarillion", "Tolkien")])
    rebuild()
    return sqlite_home


@pytest.fixture
def missed(library: Home) -> Iterator[list[str]]:  # noqa: ARG001 -- wants it made before
    """Searches that found nothing while the test went on."""
    found_nothing: list[str] = []
    is_over = Event()

    def read() -> None:
        while not is_over.is_set():
            for word in WORDS:
                answer = find(Asked(text=word))
                if answer.is_trouble or not answer.total_titles:
                    found_nothing.append(word)
        connections.close_all()

    readers = [Thread(target=read) for _ in range(2)]
    for each in readers:
        each.start()
    yield found_nothing
    is_over.set()
    for each in readers:
        each.join()


def test_no_search_misses_while_the_index_is_replaced_again_and_again(missed: list[str]) -> None:
    for _swap in range(SWAPS):
        rebuild()
    assert not missed


def test_the_index_in_its_place_is_not_blamed_for_one_that_was_removed(library: Home) -> None:
    indexes.serving_engine()
    rebuild()
    indexes.note_failure()
    directory = directories.current_directory()
    assert directory is not None
    assert not (directory / directories.BROKEN).exists()
    assert library.index.joinpath("CURRENT").read_text().strip() == directory.name


@pytest.mark.usefixtures("library")
def test_an_answer_of_the_old_index_is_never_remembered_as_one_of_the_new() -> None:
    old = indexes.serving_engine()
    take_in([book("t3", "The fellowship of the ring", "Tolkien")])
    rebuild()
    indexes.serving_engine()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(serving, "serving_engine", lambda: old)  # got just before the other came
        assert find(Asked(text="tolkien")).total_titles == BEFORE
    assert find(Asked(text="tolkien")).total_titles == BEFORE + 1
