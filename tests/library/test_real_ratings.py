"""Real histograms of ratings, made into rows, come out of the catalogue as they went in."""

import csv
import gzip
import json
from pathlib import Path

import pytest
from stdnum import isbn

from commonplace.community.contributions.queries import ratings_of
from commonplace.community.contributions.values import Kind
from commonplace.community.importing.taking_in import Import, take_in
from tests.library.contributing import book, work_of
from tests.library.contributing import take_in as load

BOOKS = 60
PEOPLE = 50


def test_ratings_of_real_books_found_by_their_isbn_have_the_histograms_they_had(
    shared: Path, sqlite_home: object, tmp_path: Path
) -> None:
    assert sqlite_home is not None
    with gzip.open(shared / "data/goodbooks/books.csv.gz", "rt", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if isbn.is_valid(row["isbn"])][:BOOKS]
    load([book(r["book_id"], r["title"], r["authors"], isbn.to_isbn13(r["isbn"])) for r in rows])
    wanted = {row["book_id"]: _scaled(row) for row in rows}
    with (tmp_path / "ratings.jsonl").open("w", encoding="utf-8") as file:
        for row in rows:
            stars = [n for n, count in enumerate(wanted[row["book_id"]], 1) for _ in range(count)]
            for nth, each in enumerate(stars):
                said = {"isbn": row["isbn"], "rating": each, "author_id": f"reader {nth}"}
                file.write(json.dumps(said) + "\n")
    run = Import(Kind.RATING, "Elsewhere", lambda row: pytest.fail(str(row)), lambda _rows: None)
    take_in(tmp_path / "ratings.jsonl", run)
    for row in rows:
        ratings = ratings_of(work_of(row["book_id"]))
        assert ratings.histogram[1::2] == wanted[row["book_id"]]
        assert not any(ratings.histogram[::2])
        assert ratings.mean == pytest.approx(float(row["average_rating"]), abs=0.1)


def _scaled(row: dict[str, str]) -> tuple[int, ...]:
    """The five counts of a book, as so many people would have given them."""
    counts = [int(row[f"ratings_{stars}"]) for stars in range(1, 6)]
    return tuple(round(PEOPLE * count / sum(counts)) for count in counts)
