"""One ISO 2709 record, read lazily: the directory slices it, and only what is asked is taken apart.

A record that is just as MARC 21 says goes the straight way: a handful of checks, each a single pass
in C. All others are put right step by step: leader, directory, encoding, fields.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import starmap

from commonplace.records.problems import Problem
from commonplace.records.readers.directory import sorted_out, tags_in_order
from commonplace.records.readers.findings import Findings
from commonplace.records.readers.texts import decoded, has_odd_characters, plain_text
from commonplace.records.readers.tidying import (
    FIRST_DATA_TAG,
    composed,
    is_control,
    tidied,
    tidy_leader,
)
from commonplace.records.record import Field, Record, WholeRecord

FIELD_END = b"\x1e"
RECORD_END = b"\x1e\x1d"
LEADER_LENGTH = 24

PRINTABLE = bytes({*range(0x20, 0x100)} - {0x7F} | {0x1E, 0x1F})
BAD_CODE = re.compile(rb"\x1f(?![!-~])")
BAD_FIELD = re.compile(rb"\x1e(?![ -\[\]-~]{2}\x1f)")


class LazyRecord:
    """A record whose fields are known by tag and taken apart when they are asked for."""

    __slots__ = ("_tags", "_texts", "leader")

    def __init__(self, leader: str, tags: Sequence[str], texts: Sequence[str]) -> None:
        self.leader = leader
        self._tags = tags
        self._texts = texts

    def fields(self, tags: Collection[str] | None = None) -> Iterator[Field]:
        """The fields with these tags (all, when none are named), in the record's order."""
        pairs = zip(self._tags, self._texts, strict=True)
        if tags is None:
            return starmap(_field_of, pairs)
        return (_field_of(tag, text) for tag, text in pairs if tag in tags)


def _field_of(tag: str, text: str) -> Field:
    """The field in this text: indicators and subfields, or the value of a control field.

    It is made past ``Field``'s own constructor, which would take as long as all the rest.
    """
    if not text.isascii():
        text = composed(text)
    if tag < FIRST_DATA_TAG and "\x1f" not in text:
        return tuple.__new__(Field, (tag, "  ", (), text))
    parts = text.split("\x1f")
    subfields = [(each[0], each[1:]) for each in parts[1:]]
    return tuple.__new__(Field, (tag, parts[0], subfields, ""))


def read(content: bytes) -> tuple[Record | None, tuple[Problem, ...]]:
    """The record in these bytes and what is wrong with it; no record when it is past mending."""
    straight = _straight(content)
    return (straight, ()) if straight else _put_right(content)


def _straight(content: bytes) -> LazyRecord | None:
    """The record, when nothing at all is wrong with it."""
    address = content[12:17]
    base = int(address) if address.isdigit() else 0
    if content[base - 1 : base] != FIELD_END or content[-2:] != RECORD_END:
        return None
    data = content[base:-2]
    text = plain_text(data, content[9:10])
    if text is None or not content[:base].isascii() or content[:-1].translate(None, PRINTABLE):
        return None
    tags = tags_in_order(content[LEADER_LENGTH : base - 1], data.split(FIELD_END))
    if tags is None or not _is_tidy(tags, data):
        return None
    return LazyRecord(content[:LEADER_LENGTH].decode("ascii"), tags, text.split("\x1e"))


def _is_tidy(tags: Sequence[str], data: bytes) -> bool:
    """Whether control fields come first, and then fields with good indicators and codes."""
    first = data.find(b"\x1f")
    if first < 0:
        return max(tags) < FIRST_DATA_TAG
    controls = data.count(FIELD_END, 0, first)
    if controls and max(tags[:controls]) >= FIRST_DATA_TAG:
        return False
    if min(tags[controls:]) < FIRST_DATA_TAG or BAD_CODE.search(data, first):
        return False
    begin = data.rfind(FIELD_END, 0, first)
    return not BAD_FIELD.search(data, begin) if begin >= 0 else _begins_well(data)


def _begins_well(data: bytes) -> bool:
    return not BAD_FIELD.match(FIELD_END + data[:3]) and not BAD_FIELD.search(data)


def _put_right(content: bytes) -> tuple[Record | None, tuple[Problem, ...]]:
    """The same record, each part mended where it can be."""
    findings = Findings()
    body = content.rstrip(b"\x1d")
    record = None
    if fields := sorted_out(body, findings):
        leader = tidy_leader(body[:LEADER_LENGTH].decode("ascii", "replace"), findings)
        text = decoded(fields.data, leader[9], findings)
        record = None if text is None else _record(leader, fields.tags, text, findings)
    return record, findings.problems()


def _record(leader: str, tags: Sequence[str], text: str, findings: Findings) -> Record:
    texts = text.split("\x1e")
    data = text.encode("utf-8")
    is_clean = "".join(tags).isalnum() and not data.translate(None, PRINTABLE)
    if is_clean and _is_tidy(tags, data) and not has_odd_characters(data):
        return LazyRecord(leader, tags, texts)
    return WholeRecord(leader, tidied(map(_raw_field, tags, texts), findings))


def _raw_field(tag: str, text: str) -> Field:
    """The field as it stands, which may be anything."""
    if "\x1f" not in text and (is_control(tag) or not tag.isdigit()):
        return Field(tag, "  ", (), text)
    indicators, *parts = text.split("\x1f")
    if not parts:
        return Field(tag, indicators[:2], [("", indicators[2:])])
    return Field(tag, indicators, [(each[:1], each[1:]) for each in parts])
