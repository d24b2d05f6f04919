"""Bringing the directory of an ISO 2709 record together with its fields when they disagree.

The directory says where each field is; terminators say where each ends. A field is taken only when
both leave no doubt which tag it has: otherwise the record is left alone.
"""

import struct
from collections.abc import Sequence
from typing import NamedTuple

from commonplace.records.readers.findings import Findings

ENTRY = struct.Struct("3s9s")
FIELD_END = b"\x1e"
LEADER_LENGTH = 24
LONGEST_FIELD = 9_999
LONGEST_DATA = 99_999
DELIMITER = b"\x1f"


class _Tags(dict[bytes, str]):
    """Tags as text, made once each; there are not many, and 62 × 62 × 62 at the very most."""

    def __missing__(self, tag: bytes) -> str:
        self[tag] = text = tag.decode("ascii")
        return text


TAGS = _Tags()


class Fields(NamedTuple):
    """Tags in order, and their fields with a terminator between each two."""

    tags: Sequence[str]
    data: bytes


class _Entry(NamedTuple):
    tag: str
    length: int
    offset: int


def tags_in_order(directory: bytes, pieces: Sequence[bytes]) -> list[str] | None:
    """The tags of the directory, when it tells the fields in their order without a fault."""
    if len(directory) != ENTRY.size * len(pieces) or not directory.isalnum():
        return None
    tags, offset = [], 0
    try:
        for (tag, place), piece in zip(ENTRY.iter_unpack(directory), pieces, strict=True):
            length = len(piece) + 1
            if int(place) != length * 100_000 + offset:
                return None
            tags.append(TAGS[tag])
            offset += length
    except ValueError:
        return None
    return tags


def sorted_out(body: bytes, findings: Findings) -> Fields | None:
    """The fields of a record without its terminator; none when it is past mending."""
    first = body.find(FIELD_END, LEADER_LENGTH)
    if first < 0 or len(body) < LEADER_LENGTH:
        findings.note("not_a_record", "record", "There is no directory in it.")
        return None
    stated = int(body[12:17]) if body[12:17].isdigit() else 0
    is_possible = stated > LEADER_LENGTH and body[stated - 1 : stated] == FIELD_END
    if is_possible and (fields := _fields(body, stated, findings)):
        return fields
    if stated != first + 1 and (fields := _fields(body, first + 1, findings)):
        done = f"The fields were found at {first + 1}, where the directory ends."
        findings.note("wrong_base_address", "leader/12-16", done)
        return fields
    if first == LEADER_LENGTH:
        findings.note("no_fields", "directory", "The record was set aside.")
    else:
        findings.note("unreadable_directory", "directory", "The record was set aside.")
    return None


def _fields(body: bytes, base: int, findings: Findings) -> Fields | None:
    directory = body[LEADER_LENGTH : base - 1]
    data = body[base:].removesuffix(FIELD_END)
    pieces = data.split(FIELD_END)
    if tags := tags_in_order(directory, pieces):
        return Fields(tags, data)
    if len(directory) % ENTRY.size or not directory:
        tags = _tags_of_wide_entries(directory, pieces)
        return Fields(tags, data) if tags else None
    entries = [_entry(*each) for each in ENTRY.iter_unpack(directory)]
    return _by_offset(entries, data, findings) or _by_terminator(entries, pieces, findings)


def _entry(tag: bytes, place: bytes) -> _Entry:
    name = tag.decode("ascii", "replace")
    if not place.isdigit():
        return _Entry(name, -1, -1)
    return _Entry(name, int(place[:4]), int(place[4:]))


def _by_offset(entries: Sequence[_Entry], data: bytes, findings: Findings) -> Fields | None:
    """Every entry points to whole fields, in whatever order; two to the same are one too many."""
    left_out = len(data) + 1 - sum(each.length for each in entries)
    if left_out < 0 or len({each.offset for each in entries}) < len(entries):
        return None
    closed = FIELD_END + data + FIELD_END
    taken: list[bytes] = []
    for tag, length, offset in entries:
        end = offset + length
        if length < 1 or closed[offset : offset + 1] != FIELD_END or end >= len(closed):
            return None
        if closed[end : end + 1] != FIELD_END:
            return None
        piece = closed[offset + 1 : end]
        if FIELD_END in piece:
            findings.note("control_characters", tag, "A terminator inside the field was removed.")
        taken.append(piece.replace(FIELD_END, b" "))
    if left_out:
        findings.note("fields_not_in_directory", "directory", f"{left_out} bytes were left out.")
    return Fields([each.tag for each in entries], FIELD_END.join(taken))


def _by_terminator(
    entries: Sequence[_Entry], pieces: Sequence[bytes], findings: Findings
) -> Fields | None:
    """As many fields as entries, in the same order as far as the entries that are right tell."""
    if len(entries) != len(pieces):
        return None
    offset, is_long = 0, False
    starts: dict[int, int] = {}
    for number, piece in enumerate(pieces):
        starts[offset] = number
        offset += len(piece) + 1
        is_long = is_long or len(piece) >= LONGEST_FIELD
    for number, (tag, length, start) in enumerate(entries):
        found = starts.get(start)
        is_right = found is not None and length == len(pieces[found]) + 1
        if is_right and found != number:
            return None
        if not is_right and (tag < "010") == (DELIMITER in pieces[number]):
            return None
    done = "The fields were told apart by their terminators."
    is_overflow = is_long or offset > LONGEST_DATA
    code = "field_too_long" if is_overflow else "wrong_directory"
    findings.note(code, "directory", done)
    return Fields([each.tag for each in entries], FIELD_END.join(pieces))


def _tags_of_wide_entries(directory: bytes, pieces: Sequence[bytes]) -> list[str]:
    """The tags when entries are wider than twelve bytes, because their numbers were too large.

    Each entry must say exactly the length and place of its field, so nothing is guessed.
    """
    tags, at, offset = [], 0, 0
    for piece in pieces:
        length = len(piece) + 1
        place = b"%04d%05d" % (length, offset)
        if directory[at + 3 : at + 3 + len(place)] != place:
            return []
        tags.append(directory[at : at + 3].decode("ascii", "replace"))
        at += 3 + len(place)
        offset += length
    return tags if at == len(directory) else []
