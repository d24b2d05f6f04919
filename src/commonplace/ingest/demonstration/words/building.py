"""The table of readers' words as rows to import: comments, and a rating for each of a spread."""

import hashlib
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import orjson

from commonplace.ingest.demonstration.building import control_number_of, where
from commonplace.ingest.demonstration.reading import TableFault, read_table
from commonplace.ingest.demonstration.table import Entry

BRANCHES = ("Central", "Millgate", "Quayside", "Eastwell", "Northmoor")
HALVES = 10
_ABOUT = frozenset({"title", "format", "year", "ratings", "comment"})
_COMMENT = frozenset({"by", "role", "at", "date", "stars", "spoiler", "language", "format", "text"})


def all_words(today: date) -> bytes:
    """All that readers say, as JSON lines. Raises ``TableFault`` at the first mistake."""
    entries = list(read_table(where() / "titles"))
    rows = _rows(sorted((where() / "words").glob("*.toml")), entries, today)
    return b"".join(orjson.dumps(row) + b"\n" for row in rows)


def _rows(
    tables: Iterable[Path], entries: Iterable[Entry], today: date
) -> Iterator[dict[str, Any]]:
    by_name: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        by_name.setdefault((entry.title, entry.format), []).append(entry)
    for path in tables:
        for about in tomllib.loads(path.read_text(encoding="utf-8")).get("about", []):
            place = f"{path.name}, {about.get('title', 'a block without a title')}"
            _refuse_unknown(about, _ABOUT, place)
            number = _number(by_name, about, about["format"], place)
            yield from _spread(number, about.get("ratings", []), place)
            for nth, said in enumerate(about.get("comment", [])):
                _refuse_unknown(said, _COMMENT, place)
                edition = said.get("format", about["format"])
                number = _number(by_name, about, edition, place)
                yield _comment(f"{number}-{nth}", number, said, today)


def _number(
    by_name: Mapping[tuple[str, str], list[Entry]],
    about: Mapping[str, Any],
    edition: str,
    place: str,
) -> str:
    """The control number of the edition that is meant: the first of its format, or of its year."""
    wants_year = "year" in about and edition == about["format"]
    for entry in by_name.get((about["title"], edition), []):
        if not wants_year or entry.year == about["year"]:
            return control_number_of(entry)
    raise TableFault(f"{place}: no such title in the format {edition}.")


def _spread(number: str, ratings: list[int], place: str) -> Iterator[dict[str, Any]]:
    """A rating for each reader of a spread; ``ratings`` counts them from half a star to five."""
    if ratings and len(ratings) != HALVES:
        raise TableFault(f"{place}: ratings are ten counts, from half a star to five.")
    stars = [halves / 2 for halves, count in enumerate(ratings, start=1) for _ in range(count)]
    for nth, each in enumerate(stars):
        told = hashlib.sha256(f"{number} {nth}".encode()).digest()
        yield {
            "control_number": number,
            "rating": each,
            "author_id": f"{number} {nth}",
            "library": BRANCHES[told[0] % len(BRANCHES)],
            "date": f"{2020 + told[1] % 6}-{1 + told[2] % 12:02}-{1 + told[3] % 28:02}",
        }


def _comment(row_id: str, number: str, said: Mapping[str, Any], today: date) -> dict[str, Any]:
    """A comment; whoever gives stars with it rates the work as well."""
    name = said.get("by", "")
    return {
        "id": row_id,
        "control_number": number,
        "text": said["text"],
        "rating": said.get("stars"),
        "author_id": name or f"nameless {row_id}",
        "author_name": name,
        "role": said.get("role", "reader"),
        "library": said["at"],
        "language": said.get("language", "en"),
        "date": min(said["date"], today).isoformat(),
        "spoiler": said.get("spoiler", False),
    }


def _refuse_unknown(block: Mapping[str, Any], known: frozenset[str], place: str) -> None:
    if unknown := sorted(set(block) - known):
        raise TableFault(f"{place}: no such key: {', '.join(unknown)}.")
