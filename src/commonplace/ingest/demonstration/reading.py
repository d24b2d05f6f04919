"""Reads the demonstration's table, one block a work; what is wrong with it is said in a sentence.

A ``TableFault`` names the file, the work and the key. Editions take over what their work says,
unless they say otherwise themselves; contributors are added up.
"""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from commonplace.bibliography import FORMATS
from commonplace.ingest.demonstration.carriers import CARRIERS
from commonplace.ingest.demonstration.languages import LANGUAGES
from commonplace.ingest.demonstration.table import Entry, several

AUDIENCES = ("", "children", "teens", "adults", "general")
_MADE_HERE = {"is_of_the_original", "file", "classed"}
_EDITION_KEYS = {*Entry.__struct_fields__, "class"} - _MADE_HERE
_WORK_KEYS = (_EDITION_KEYS - {"format", "isbn", "issn", "lccn", "oclc", "found_in", "copies"}) | {
    "work_edition"
}
#: What belongs to one wording of the title, so an edition with a title of its own starts afresh.
_OF_THE_TITLE = ("remainder", "romanised", "vernacular", "responsibility", "part_name")


class TableFault(Exception):
    """The table cannot be used as it is; the message says where, what, and what to write."""


def read_table(folder: Path) -> Iterator[Entry]:
    """Every edition of every file of the folder, files by name, rows in their order."""
    files = sorted(folder.glob("*.toml"))
    if not files:
        raise TableFault(f"{folder}: there is no table of titles here (no file called *.toml).")
    for file in files:
        yield from _entries_of(file)


def _entries_of(file: Path) -> Iterator[Entry]:
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TableFault(f"{file.name}: this is not TOML: {error}.") from error
    for section in content:
        if section != "work":
            raise TableFault(f"{file.name}: no such section “{section}”; there is only [[work]].")
    for number, work in enumerate(content.get("work", []), 1):
        yield from _editions_of(work, file.name, number)


def _editions_of(work: Mapping[str, Any], file: str, number: int) -> Iterator[Entry]:
    if not work.get("title"):
        raise TableFault(f"{file}, work {number}: the work has no title.")
    where = f"{file}, “{work['title']}”"
    own = {key: value for key, value in work.items() if key != "edition"}
    editions = work.get("edition")
    if not isinstance(editions, list) or not editions:
        raise TableFault(f"{where}: no [[work.edition]]; a work needs one edition at least.")
    _refuse_unknown(own, _WORK_KEYS, where)
    for edition in editions:
        _refuse_unknown(edition, _EDITION_KEYS, where)
        yield _checked(_merged(own, edition, file), where)


def _refuse_unknown(table: Mapping[str, Any], known: set[str], where: str) -> None:
    for key in table:
        if key not in known:
            raise TableFault(f"{where}: no key is called “{key}”; demo/README.md lists them.")


def _merged(work: dict[str, Any], edition: dict[str, Any], file: str) -> dict[str, Any]:
    own_title = edition.get("title", work["title"]) != work["title"]
    taken_over = {
        key: value for key, value in work.items() if not (own_title and key in _OF_THE_TITLE)
    }
    whole = {**taken_over, **edition, "file": file}
    whole["contributors"] = _added(work, edition)
    whole["also"] = [*work.get("also", []), *edition.get("also", [])]
    whole["classed"] = whole.pop("class", "")
    whole["is_of_the_original"] = "vernacular" in edition or _speaks_the_original(whole)
    whole["original_language"] = whole.get("original_language") or _first(work, "language")
    if "vernacular" not in edition:
        whole["vernacular"] = work.get("vernacular", {})
        whole["romanised"] = whole.get("romanised") or work.get("romanised", "")
    if own_title and "uniform" not in edition:
        whole["uniform"] = work.get("uniform") or work["title"]
    return whole


def _added(work: Mapping[str, Any], edition: Mapping[str, Any]) -> list[str]:
    both = [*work.get("contributors", []), *edition.get("contributors", [])]
    return list(dict.fromkeys(both))


def _first(table: Mapping[str, Any], key: str) -> str:
    return next(iter(several(table.get(key, "eng"))), "")


def _speaks_the_original(whole: Mapping[str, Any]) -> bool:
    """Whether the work's vernacular title is this edition's own title in its own script."""
    original = whole.get("original_language", "")
    return not original or original in several(whole.get("language", "eng"))


def _checked(whole: dict[str, Any], where: str) -> Entry:
    try:
        entry = msgspec.convert(whole, Entry)
    except msgspec.ValidationError as error:
        raise TableFault(f"{where}: {error}.") from error
    _check_codes(entry, where)
    _check_evidence(entry, where)
    return entry


def _check_codes(entry: Entry, where: str) -> None:
    if entry.format not in CARRIERS:
        known = ", ".join(sorted(CARRIERS))
        reason = "cannot be catalogued yet" if entry.format in FORMATS else "is not a format"
        raise TableFault(f"{where}: “{entry.format}” {reason}; write one of {known}.")
    original = [entry.original_language] if entry.original_language else []
    for code in [*entry.languages, *entry.subtitles, *original]:
        if code not in LANGUAGES:
            raise TableFault(f"{where}: “{code}” is not a MARC language code this table knows.")
    if entry.audience not in AUDIENCES:
        raise TableFault(
            f"{where}: “{entry.audience}” is not an audience; write {', '.join(AUDIENCES[1:])}."
        )


def _check_evidence(entry: Entry, where: str) -> None:
    numbers = [*several(entry.isbn), *several(entry.issn)]
    numbers += [*several(entry.lccn), *several(entry.oclc)]
    if numbers and not several(entry.found_in):
        raise TableFault(f"{where}: {numbers[0]} needs found_in, the file whose record has it.")
