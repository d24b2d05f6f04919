"""MARC 21 in ISO 2709, always UTF-8 (leader/09 a).

ISO 2709:2008: a leader of 24, a directory of 12-character entries, fields that end in 1E, the
record in 1D. Lengths are counted in bytes; a field of more than 9,999 or a record of more than
99,999 bytes has no directory entry that could say so.
"""

from commonplace.records.record import Field, Record

_FIELD_END, _RECORD_END, _SUBFIELD = b"\x1e", b"\x1d", b"\x1f"
_LONGEST_FIELD, _LONGEST_RECORD = 9_999, 99_999


class RecordTooLong(ValueError):
    """The record cannot be said in ISO 2709; MARCXML has no such limit."""


def as_iso2709(record: Record) -> bytes:
    """The record's bytes. Raises ``RecordTooLong`` when the format has no room for it."""
    directory, data = bytearray(), bytearray()
    for field in record.fields():
        content = _field(field)
        if len(content) > _LONGEST_FIELD:
            raise RecordTooLong(f"field {field.tag} has {len(content):,} bytes")
        directory += f"{field.tag[:3]:>3}{len(content):04}{len(data):05}".encode("ascii", "replace")
        data += content
    base = 24 + len(directory) + 1
    length = base + len(data) + 1
    if length > _LONGEST_RECORD:
        raise RecordTooLong(f"the record has {length:,} bytes")
    given = record.leader.encode("ascii", "replace").decode("ascii")
    leader = f"{length:05}{given[5:9]}a22{base:05}{given[17:20]}4500".encode("ascii")
    return bytes(leader + directory + _FIELD_END + data + _RECORD_END)


def _field(field: Field) -> bytes:
    if not field.subfields:
        return _plain(field.value) + _FIELD_END
    parts = (code.encode("utf-8") + _plain(value) for code, value in field.subfields)
    content = b"".join(_SUBFIELD + part for part in parts)
    return _plain(field.indicators) + content + _FIELD_END


def _plain(text: str) -> bytes:
    kept = text.translate({0x1D: None, 0x1E: None, 0x1F: None})
    return kept.encode("utf-8", "replace")
