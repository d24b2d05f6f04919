"""One MARC-in-JSON record: ``leader``, and ``fields`` of one tag each in order."""

import json
from collections.abc import Iterator

import orjson

from commonplace.records.problems import Problem
from commonplace.records.readers.findings import Findings
from commonplace.records.readers.tidying import tidied, tidy_leader
from commonplace.records.record import Field, Record, WholeRecord


def read(content: bytes) -> tuple[Record | None, tuple[Problem, ...]]:
    """The record in this object and what is wrong with it."""
    findings = Findings()
    found = _object(content, findings)
    if not isinstance(found, dict):
        findings.note("unreadable_json", "record", "The record was set aside.")
        return None, findings.problems()
    fields = tidied(_fields(found.get("fields"), findings), findings)
    if not fields:
        findings.note("no_fields", "record", "The record was set aside.")
        return None, findings.problems()
    leader = found.get("leader")
    plain = tidy_leader(leader if isinstance(leader, str) else "", findings)
    return WholeRecord(plain, fields), findings.problems()


def _object(content: bytes, findings: Findings) -> object:
    """What the JSON says; a second, more patient reader allows halves of characters."""
    try:
        return orjson.loads(content)
    except orjson.JSONDecodeError:
        text = content.decode("utf-8", "replace")
    if text.encode("utf-8") != content:
        findings.note("bad_utf8", "record", "U+FFFD was put for what is not UTF-8.")
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _fields(fields: object, findings: Findings) -> Iterator[Field]:
    for each in fields if isinstance(fields, list) else ():
        for tag, content in each.items() if isinstance(each, dict) else ():
            if isinstance(content, str):
                yield Field(tag, "  ", (), content)
            elif isinstance(content, dict):
                indicators = _one(content.get("ind1")) + _one(content.get("ind2"))
                subfields = list(_subfields(tag, content.get("subfields"), findings))
                yield Field(tag, indicators, subfields)
            else:
                findings.note("unexpected_form", tag, "The field was left out.")


def _subfields(tag: str, subfields: object, findings: Findings) -> Iterator[tuple[str, str]]:
    for each in subfields if isinstance(subfields, list) else ():
        for code, value in each.items() if isinstance(each, dict) else ():
            if isinstance(value, str):
                yield code, value
            elif isinstance(value, int | float):
                yield code, str(value)
            else:
                findings.note("unexpected_form", f"{tag}${code}", "The subfield was left out.")


def _one(indicator: object) -> str:
    """One indicator; an empty or missing one is a blank, which is what was meant."""
    return indicator if isinstance(indicator, str) and indicator else " "
