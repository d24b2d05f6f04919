"""Files made to waste our time take no longer than others of their size: each test would hang."""

import io

import pytest

from commonplace.records.readers import open_records, read_record
from tests.records.samples import GOOD, iso2709, json_title, marcxml, title, xml_title

MANY = 200_000
FILES = {
    "sections of CDATA that never close": marcxml(xml_title(b"<![CDATA[" * MANY)),
    "comments that never close": marcxml(xml_title(b"<!--" * MANY)),
    "records that never close": marcxml(xml_title(b"Good"), b"<record>" * MANY),
    "ends without beginnings": marcxml(xml_title(b"Good"), b"</record>" * MANY),
    "prefixes without number": marcxml(
        xml_title(b"".join(b"<a%d:b/>" % each for each in range(MANY)))
    ),
    "escapes that never close": json_title(rb"\"" * MANY + b'"'),
    "braces": json_title(b"{" * MANY + b'"') + b"{" * MANY,
    "diacritics without a letter": iso2709(
        (b"001", b"1"), *[(b"500", b"  \x1fa" + b"\xe2" * 9990)] * 9, flag=b" "
    ),
    "diacritics and escapes": iso2709(
        (b"001", b"1"), *[(b"500", b"  \x1fa" + b"\xe2" * 9900 + b"\x1b(Na")] * 9, flag=b" "
    ),
    "one long word in no encoding": iso2709(
        (b"001", b"1"), *[(b"500", b"  \x1fa" + b"a" * 9000 + b" \xff\xff")] * 9
    ),
    "accents upon accents": b"99999" + title("a\u0301\u0323".encode() * 200_000)[5:],
    "accents on one letter": b"99999" + title("\u0301\u0323".encode() * 200_000)[5:],
    "leaders in leaders": b"00026cam a2200025" * MANY + b"\x1d",
    "digits": GOOD + b"1" * 1_000_000 + b"\x1d" + GOOD,
    "blanks": GOOD + b" \r" * MANY + b"x\x1d" + GOOD,
    "terminators": GOOD + b"\x1d" * MANY + GOOD,
    "directory of nothing else": b"99999cam a2299999 i 4500"
    + b"500999900000" * 80_000
    + b"\x1e\x1d",
}


@pytest.mark.parametrize("name", FILES)
def test_reading_ends_for(name: str) -> None:
    for frame in open_records(io.BytesIO(FILES[name])):
        record, _ = read_record(frame)
        if record is not None:
            assert all(each.tag for each in record.fields())
