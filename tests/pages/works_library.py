"""A library of one much translated work, its film, and works that are easily mistaken for it."""

from collections.abc import Iterable
from pathlib import Path

from commonplace.bibliography import title_id_of
from commonplace.catalogue.grouping.queries import works_of_titles
from commonplace.ingest.loading import LoadOptions, load
from commonplace.records.record import Field, WholeRecord
from tests.making import field, marc, record

ISBN = "9780261102217"
HOSTILE = '"><script>alert(1)</script>\u202e{{ 7*7 }} %(day)s <b>'
TALE = "The hobbit"
AUTHOR = "Tolkien, J. R. R."


FORMS = {
    "book": ("am", ""),
    "heard": ("im", "sd fungnnmmned"),
    "film": ("gm", "vd cvaizu"),
}


def book(
    number: str,
    title: str = TALE,
    *more: Field,
    author: str = AUTHOR,
    fixed: str = "1990 eng",
    form: str = "book",
) -> WholeRecord:
    """An edition as a small library catalogues it; ``fixed`` are its year and language."""
    year, language = fixed.split()
    leader, carrier = FORMS[form]
    made = record(number, title, creator=author)
    said = f"290101s{year}    enk            000 1 {language} d"
    seven = [Field("007", value=carrier)] if carrier else []
    rest = [each for each in made.fields() if each.tag != "001"]
    head = [Field("001", value=number), *seven, Field("008", value=said)]
    return WholeRecord(f"00000c{leader} a2200000 i 4500", [*head, *rest, *more])


def copy(status: str = "") -> Field:
    """A copy, in unless it is due back."""
    due = ["q 2031-01-02"] if status == "out" else []
    return field("952", "a CEN", "b CEN", "o F TOL", *due)


def published(publisher: str, year: str) -> Field:
    """Who made it public, and when."""
    return field("264", "a London :", f"b {publisher},", f"c {year}.", indicators=" 1")


def translated(number: str, title: str, language: str, *more: Field) -> WholeRecord:
    """A translation, under the title of its original."""
    return book(
        number,
        title,
        field("041", f"a {language}", "h eng", indicators="1 "),
        field("240", "a Hobbit.", indicators="10"),
        *more,
        fixed=f"2001 {language}",
    )


def heard(number: str, reader: str) -> WholeRecord:
    """An audiobook on CD."""
    reading = field("700", f"a {reader},", "e narrator.", indicators="1 ")
    return book(
        number,
        TALE,
        published("Recorded Books", "2012"),
        field("300", "a 10 audio discs"),
        reading,
        fixed="2012 eng",
        form="heard",
    )


THE_TALE = (
    book("old", TALE, published("Allen & Unwin", "1966"), copy(), fixed="1966 eng"),
    book("new", TALE, published("Harper", "2020"), copy("out"), fixed="2020 eng"),
    book(
        "in", TALE, published("Harper", "1999"), copy(), field("020", f"a {ISBN}"), fixed="1999 eng"
    ),
    heard("reader1", "Inglis, Rob"),
    heard("reader2", "Serkis, Andy"),
    translated("fre", "Bilbo le hobbit", "fre", copy()),
    translated("spa", "El hobbit", "spa"),
    translated("ara", "al-Hubit", "ara"),
)  # fmt: skip
DELUXE = book("deluxe", "The hobbit deluxe", field("020", f"a {ISBN}"), fixed="2004 eng")
FILM = book("film", TALE, field("020", f"a {ISBN}"), fixed="2013 eng", form="film")
SECOND = book("vol2", "The hobbit. Volume 2", field("020", f"a {ISBN}"), fixed="2005 eng")
OTHER = book("other", "Silmarillion", fixed="1977 eng")
HOSTILE_BOOK = book("hostile", f"Hostile {HOSTILE}", author=f"Doe, {HOSTILE}")
EVERYTHING = (*THE_TALE, DELUXE, FILM, SECOND, OTHER, HOSTILE_BOOK)


def load_all(folder: Path, records: Iterable[WholeRecord] = EVERYTHING) -> None:
    """Take these records in."""
    path = folder / "works.mrc"
    path.write_bytes(marc(*records))
    load([str(path)], LoadOptions(workers=0), lambda *_: None)


def title_id(number: str) -> str:
    """The title id of this record."""
    return title_id_of("library", number)


def work_of(number: str) -> str:
    """The work this record's title is in."""
    return works_of_titles([title_id(number)])[title_id(number)]


def address(number: str) -> str:
    """The page of the work this record's title is in."""
    return f"/work/{work_of(number)}"


def for_staff(number: str) -> str:
    """The same page for staff."""
    return f"/staff{address(number)}"
