"""Records for tests, made in a line each."""

from commonplace.records.record import Field, WholeRecord
from commonplace.records.writers import as_iso2709

BOOK = "00000cam a2200000 i 4500"


def field(tag: str, *subfields: str, indicators: str = "  ") -> Field:
    """A field from ``"a Text"`` strings: the code, a blank, the value."""
    return Field(tag, indicators, [(each[0], each[2:]) for each in subfields])


def record(
    number: str, title: str, *more: Field, creator: str = "", leader: str = BOOK
) -> WholeRecord:
    """A bibliographic record with a control number and a title, and whatever else is given."""
    fields = [Field("001", value=number)] if number else []
    if creator:
        fields.append(field("100", f"a {creator}", indicators="1 "))
    fields.append(field("245", f"a {title}", indicators="00"))
    return WholeRecord(leader, [*fields, *more])


def marc(*records: WholeRecord) -> bytes:
    """These records as a file of MARC 21."""
    return b"".join(as_iso2709(each) for each in records)
