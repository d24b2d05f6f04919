"""Searches a librarian would make, with what must come first; kept by examples, not by argument.

Grouped by the way readers miss. A search that goes wrong in a library is added here.
"""

from pathlib import Path

import pytest

from commonplace.search.engines.contract import Document
from tests.conformance.engines import ENGINES, Library, title

TITLES: tuple[Document, ...] = (
    title("Middlemarch", contributor="Eliot, George", numbers={"loans": 40}),
    title("Middlemarch: the BBC serial", contributor="Davies, Andrew", numbers={"loans": 90}),
    title("My life in Middlemarch", contributor="Mead, Rebecca", subject="Eliot, George"),
    title("Harry Potter and the philosopher's stone", contributor="Rowling, J. K.",
          series="Harry Potter ; 1", numbers={"loans": 900}),
    title("Harry Potter and the chamber of secrets", contributor="Rowling, J. K.",
          series="Harry Potter ; 2", numbers={"loans": 700}),
    title("The hobbit", contributor="Tolkien, J. R. R.", numbers={"loans": 300}),
    title("The annotated hobbit", contributor="Tolkien, J. R. R.", numbers={"loans": 5}),
    title("J.R.R. Tolkien: a biography", contributor="Carpenter, Humphrey"),
    title("Qurʼan", known=("al-Qurʼān", "The holy Qur'an", "القرآن"), numbers={"loans": 9}),
    title("M*A*S*H", contributor="Altman, Robert", facets={"format": ["dvd"]}),
    title("Les misérables", contributor="Hugo, Victor", known=("The miserable ones",)),
    title("Mañana", contributor="Nothomb, Amélie"),
    title("Преступление и наказание", known=("Prestuplenie i nakazanie", "Crime and punishment"),
          contributor="Достоевский, Фёдор. Dostoyevsky, Fyodor"),
    title("Last train home", known=("Gui tu lie che", "归途列车"), contributor="Fan, Lixin 范立欣"),
    title("1984", known=("Nineteen eighty-four",), contributor="Orwell, George"),
    title("2001: a space odyssey", contributor="Clarke, Arthur C."),
    title("Twenty thousand leagues under the sea", known=("20,000 leagues under the sea",),
          contributor="Verne, Jules"),
    title("It", contributor="King, Stephen", numbers={"loans": 80}),
    title("It ends with us", contributor="Hoover, Colleen", numbers={"loans": 999}),
    title("Catch-22", contributor="Heller, Joseph"),
    title("Spider-Man: far from home", facets={"format": ["dvd"]}),
    title("The C++ programming language", contributor="Stroustrup, Bjarne"),
    title("Pride and prejudice", contributor="Austen, Jane", numbers={"loans": 200}),
    title("Pride and prejudice and zombies", contributor="Grahame-Smith, Seth",
          numbers={"loans": 400}),
    title("The fault in our stars", contributor="Green, John",
          known=("The fault in our stars John Green",), numbers={"loans": 90}),
    title("The fault in our stars", number="dvd", contributor="Boone, Josh",
          notes="Based on the book by John Green", numbers={"loans": 900}),
    title("Brave new world", contributor="Huxley, Aldous",
          known=("Brave new world Aldous Huxley", "Brave new world Huxley")),
    title("Brave new world by Aldous Huxley: notes", contributor="Smith, A.",
          numbers={"loans": 700}),
    title("L'étranger", contributor="Camus, Albert", known=("L'étranger Albert Camus",)),
    title("Die Verwandlung", contributor="Kafka, Franz", known=("Die Verwandlung Franz Kafka",)),
    title("Le deuxième sexe", contributor="Beauvoir, Simone de",
          known=("Le deuxième sexe Simone de Beauvoir",)),
    title("Step by step", contributor="Somebody"),
    title("ノルウェイの森", known=("Noruwei no mori", "Norwegian wood"), contributor="村上春樹"),
)  # fmt: skip

WHOLE_TITLES = [
    ("middlemarch", "Middlemarch"),
    ("it", "It"),
    ("hobbit", "The hobbit"),
    ("pride and prejudice", "Pride and prejudice"),
    ("1984", "1984"),
]
WITH_THE_AUTHOR = [
    ("middlemarch george eliot", "Middlemarch"),
    ("tolkien hobbit", "The hobbit"),
    ("harry potter rowling", "Harry Potter and the philosopher's stone"),
    ("stephen king it", "It"),
]
TITLE_BY_AUTHOR = [
    ("The fault in our stars by John Green", "The fault in our stars"),
    ("Brave new world by Aldous Huxley", "Brave new world"),
    ("brave new world BY huxley", "Brave new world"),
    ("Brave New World / by Aldous Huxley", "Brave new world"),
    ("Brave New World / Aldous Huxley", "Brave new world"),
    ("Brave New World, Aldous Huxley", "Brave new world"),
    ("brave new world, by aldous huxley", "Brave new world"),
    ("l'étranger par albert camus", "L'étranger"),
    ("l'etranger de albert camus", "L'étranger"),
    ("Die Verwandlung von Franz Kafka", "Die Verwandlung"),
    ("Le deuxième sexe de Simone de Beauvoir", "Le deuxième sexe"),
    ("step by step", "Step by step"),
    ("Aldous Huxley Brave new world", "Brave new world"),
    ("huxley brave new world", "Brave new world"),
]
PUNCTUATION = [
    ("mash", "M*A*S*H"),
    ("M.A.S.H.", "M*A*S*H"),
    ("catch 22", "Catch-22"),
    ("catch22", "Catch-22"),
    ("spiderman far from home", "Spider-Man: far from home"),
    ("c++ programming", "The C++ programming language"),
    ("2001 a space odyssey", "2001: a space odyssey"),
    ("harry potter and the philosophers stone", "Harry Potter and the philosopher's stone"),
    ("pride & prejudice", "Pride and prejudice"),
]
NUMBERS = [
    ("harry potter 2", "Harry Potter and the chamber of secrets"),
    ("20000 leagues under the sea", "Twenty thousand leagues under the sea"),
    ("nineteen eighty four", "1984"),
    ("“Twenty thousand” leagues under the sea", "Twenty thousand leagues under the sea"),
]
NAMES = [
    ("jrr tolkien biography", "J.R.R. Tolkien: a biography"),
    ("J. R. R. Tolkien hobbit", "The hobbit"),
    ("jk rowling chamber", "Harry Potter and the chamber of secrets"),
]
DIACRITICS = [
    ("les miserables", "Les misérables"),
    ("MANANA", "Mañana"),
    ("amelie nothomb", "Mañana"),
    ("quran", "Qurʼan"),
    ("al-quran", "Qurʼan"),
]
SCRIPTS = [
    ("القرآن", "Qurʼan"),
    ("преступление", "Преступление и наказание"),
    ("crime and punishment", "Преступление и наказание"),
    ("достоевский федор", "Преступление и наказание"),
    ("歸途列車", "Last train home"),
    ("gui tu lie che", "Last train home"),
    ("guitulieche", "Last train home"),
    ("范立欣", "Last train home"),
    ("ノルウェイの森", "ノルウェイの森"),
    ("ﾉﾙｳｪｲの森", "ノルウェイの森"),
    ("norwegian wood", "ノルウェイの森"),
    ("村上春樹", "ノルウェイの森"),
]
SEARCHES = [
    *WHOLE_TITLES, *WITH_THE_AUTHOR, *TITLE_BY_AUTHOR,
    *PUNCTUATION, *NUMBERS, *NAMES, *DIACRITICS, *SCRIPTS,
]  # fmt: skip


@pytest.fixture(scope="module", params=ENGINES)
def library(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The titles, in each engine."""
    directory: Path = tmp_path_factory.mktemp("relevance")
    library = Library(ENGINES[request.param](directory / "index", request))
    library.has(*TITLES)
    return library


@pytest.mark.parametrize(("typed", "first"), SEARCHES)
def test_this_comes_first(library: Library, typed: str, first: str) -> None:
    assert library.finds(typed)[:1] == [first]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("j.r.r. tolkien", "jrr tolkien"),
        ("qur'an", "quran"),
        ("spider man", "spiderman"),
        ("pride & prejudice", "pride prejudice"),
        ("MISÉRABLES", "miserables"),
        ("“hobbit”", "hobbit"),
    ],
)
def test_both_ways_of_typing_find_the_same(library: Library, one: str, other: str) -> None:
    assert library.finds(one) == library.finds(other) != []
