"""Which title each row is about, all rows of a batch in a few statements.

An ISBN is looked up as evidence of works has it: each title's first few. Where titles of several
works share it, nobody can say which is meant.
"""

from collections.abc import Callable, Collection, Iterable
from typing import NamedTuple

from commonplace.bibliography import id_of
from commonplace.bibliography.as_json import from_stored
from commonplace.catalogue.grouping.addresses import lead_of
from commonplace.catalogue.stores import DERIVED, among, in_chunks, select
from commonplace.community.importing.entries import Aside, By, Sought
from commonplace.works.evidence import Evidence
from commonplace.works.evidence import Kind as EvidenceKind


class Found(NamedTuple):
    """A title that is here: its id, the work it is in, its format."""

    title_id: str
    work_id: str
    format: str


def find_titles(sought: Iterable[Sought]) -> dict[Sought, Found | Aside]:
    """For each of these its title, or why there is none."""
    wanted: dict[By, list[str]] = {by: [] for by in By}
    for each in dict.fromkeys(sought):
        wanted[each.by].append(each.value)
    named = {
        (by, value): titles
        for by, values in wanted.items()
        for value, titles in _FINDERS[by](values).items()
    }
    rows = _rows({title for some in named.values() for title in some})
    return {
        Sought(by, value): _one_of([rows[title] for title in titles if title in rows])
        for (by, value), titles in named.items()
    }


def _one_of(titles: list[Found]) -> Found | Aside:
    """The first of these by its id, if they are all of one work."""
    if not titles:
        return Aside.NO_TITLE
    if len({title.work_id for title in titles}) > 1:
        return Aside.SEVERAL
    return min(titles)


def _themselves(title_ids: Collection[str]) -> dict[str, list[str]]:
    return {title_id: [title_id] for title_id in title_ids}


def _by_isbn(numbers: Collection[str]) -> dict[str, list[str]]:
    """The titles with each of these ISBN (13 figures)."""
    values = {Evidence(EvidenceKind.ISBN, number).number: number for number in numbers}
    found: dict[str, list[str]] = {number: [] for number in numbers}
    for chunk in in_chunks(values):
        sql = f"SELECT value, title FROM rows_evidence WHERE {among('value', chunk)}"  # noqa: S608 -- marks only
        for value, title in select(DERIVED, sql, chunk):
            found[values[value]].append(id_of(title))
    return found


def _by_work(work_ids: Collection[str]) -> dict[str, list[str]]:
    """The titles of each of these works, under whichever of its ids it is named."""
    found: dict[str, list[str]] = {work_id: [] for work_id in work_ids}
    now = {each: lead for each in work_ids if isinstance(lead := lead_of(each), str)}
    for chunk in in_chunks(set(now.values())):
        sql = f"SELECT work_id, title_id FROM rows_title WHERE {among('work_id', chunk)}"  # noqa: S608 -- marks only
        titles: dict[str, list[str]] = {}
        for work_id, title_id in select(DERIVED, sql, chunk):
            titles.setdefault(work_id, []).append(title_id)
        found |= {each: titles[lead] for each, lead in now.items() if lead in titles}
    return found


def _rows(title_ids: Collection[str]) -> dict[str, Found]:
    rows: dict[str, Found] = {}
    for chunk in in_chunks(title_ids):
        sql = f"""SELECT title_id, work_id, description FROM rows_title
                  WHERE {among("title_id", chunk)}"""  # noqa: S608 -- marks only
        for title_id, work_id, description in select(DERIVED, sql, chunk):
            format_code = from_stored(bytes(description)).format
            rows[title_id] = Found(title_id, work_id, format_code)
    return rows


_FINDERS: dict[By, Callable[[Collection[str]], dict[str, list[str]]]] = {
    By.TITLE: _themselves,
    By.WORK: _by_work,
    By.ISBN: _by_isbn,
}
