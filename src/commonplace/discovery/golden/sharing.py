"""Golden queries as JSON lines that mean something in another library, and taking them in.

A title is named by its id, by its record, and by its work key, which is the same in every library.
Ids of titles are made of control numbers, which two libraries may both use for different books: so
an id counts only where the title has that key, else the key finds the title.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import IO, Annotated, Any

import msgspec

from commonplace.catalogue.golden.keeping import GoldenRefused, Wanted, keep
from commonplace.catalogue.golden.queries import all_golden, keys_now
from commonplace.catalogue.golden.values import Search
from commonplace.catalogue.grouping.deciding import By
from commonplace.catalogue.grouping.exporting import records_of_titles, texts_of_keys
from commonplace.catalogue.grouping.queries import titles_with_keys
from commonplace.discovery.asking import BadFilter, filters_from
from commonplace.search.fields import field_named
from commonplace.search.query.tree import ANYWHERE

MOST_LINE = 100_000


AnId = Annotated[str, msgspec.Meta(pattern=r"\A(?:[a-z2-7]{13})?\Z")]


class SharedTitle(msgspec.Struct, frozen=True):
    """A title expected, as a line names it."""

    title_id: AnId = ""
    key_id: AnId = ""
    within: int = 1


class SharedQuery(msgspec.Struct, frozen=True):
    """A golden query, as a line has it; what else it says is not read."""

    query: str
    expected: tuple[SharedTitle, ...]
    field: str = ANYWHERE
    filters: tuple[tuple[str, str], ...] = ()
    note: str = ""


class Aside(Enum):
    """Why a line, or a title in it, was not taken in."""

    NOT_A_LINE = "it is not a golden query in JSON"
    FIELD = "it names a field or a filter that is not known here"
    NO_TITLE = "no title it expects is in this catalogue"


@dataclass(slots=True)
class Taken:
    """What became of a file: how many titles are expected by what was read, what was set aside."""

    queries: int = 0
    titles: int = 0
    aside: list[tuple[int, str]] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """The report for programs."""
        aside = [{"line": line, "reason": reason} for line, reason in self.aside]
        return {"queries": self.queries, "titles": self.titles, "set_aside": aside}


def golden_for_export() -> Iterator[dict[str, Any]]:
    """Every golden query, in the order they were kept, ready for any JSON writer."""
    every = all_golden()
    expected = [each for one in every for each in one.expected]
    records = records_of_titles(each.title_id for each in expected)
    now = {each.title_id: each.key_id for each in expected} | keys_now(records)
    texts = texts_of_keys(now.values())
    for one in every:
        yield {
            "query": one.search.text,
            "field": one.search.field,
            "filters": [list(pair) for pair in one.search.filters],
            "note": one.note,
            "kept": one.made.isoformat(),
            "expected": [
                {
                    "title_id": each.title_id,
                    "within": each.within,
                    "source": records.get(each.title_id, ("", ""))[0],
                    "control_number": records.get(each.title_id, ("", ""))[1],
                    "key_id": now[each.title_id],
                    "key": texts.get(now[each.title_id]),
                }
                for each in one.expected
            ],
        }


def take_in(lines: Iterable[bytes], *, by: By) -> Taken:
    """Keep the golden queries of these lines; known ones are to find what the lines say as well."""
    taken = Taken()
    for number, line in enumerate(lines, 1):
        if line.strip():
            _take_line(line, number, by, taken)
    return taken


def read_lines(file: IO[bytes]) -> Iterator[bytes]:
    """The lines of a file; of one that is too long to be a golden query, its beginning."""
    while line := file.readline(MOST_LINE):
        yield line
        while line and not line.endswith(b"\n"):
            line = file.readline(MOST_LINE)


def _take_line(line: bytes, number: int, by: By, taken: Taken) -> None:
    try:
        said = msgspec.json.decode(line, type=SharedQuery)
        filters_from(said.filters)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        taken.aside.append((number, Aside.NOT_A_LINE.value))
        return
    except BadFilter:
        taken.aside.append((number, Aside.FIELD.value))
        return
    if field_named(said.field) is None:
        taken.aside.append((number, Aside.FIELD.value))
        return
    kept = _keep(said, number, by, taken)
    taken.titles += kept
    taken.queries += bool(kept)


def _keep(said: SharedQuery, number: int, by: By, taken: Taken) -> int:
    search, kept = Search(said.query, said.field, said.filters), 0
    here = [(title_id, each.within) for each in said.expected if (title_id := _title_of(each))]
    if not here:
        taken.aside.append((number, Aside.NO_TITLE.value))
    for title_id, within in here:
        try:
            keep(search, Wanted(title_id, within), by=by, note=said.note)
        except GoldenRefused as refused:
            taken.aside.append((number, refused.why.value))
            break
        kept += 1
    return kept


def _title_of(each: SharedTitle) -> str:
    """The title of this catalogue that is meant; nothing where there is none."""
    key_now = keys_now([each.title_id]).get(each.title_id) if each.title_id else None
    if key_now and each.key_id in {"", key_now}:
        return each.title_id
    with_key = titles_with_keys([each.key_id] if each.key_id else []).get(each.key_id, "")
    return with_key if keys_now([with_key]) else ""
