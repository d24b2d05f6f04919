"""What is no file of records is refused in one sentence, from its first bytes."""

import gzip
import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonplace.records.readers import NotRecords, open_records
from tests.records.samples import GOOD, marcxml


def a_zip() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("../../records.mrc", GOOD)
    return packed.getvalue()


REFUSED = {
    "a web page": b"<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head></html>",
    "a web page, in capitals": b"\n\n<HTML><BODY>Not found</BODY></HTML>",
    "a web page, as XHTML": b'<?xml version="1.0"?>\n<!DOCTYPE html>\n<html></html>',
    "a zip archive": a_zip(),
    "a zip archive in gzip": gzip.compress(a_zip()),
    "a PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "a picture": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "plain text": b"Dear colleague, the records will follow next week.\n",
    "a table": b"id,title,year\n1,Walden,1854\n",
    "numbers": b"12345678901234567890123456789012345678901234567890",
    "MarcEdit's text form": b"=LDR  00714cam a2200205 a 4500\n=001  12883376\n",
    "an empty file": b"",
    "blanks": b" \r\n\0\0\n",
    "an empty gzip file": gzip.compress(b""),
    "gzip inside gzip": gzip.compress(gzip.compress(GOOD)),
    "a damaged gzip file": b"\x1f\x8b\x08\0noise",
    "the first two bytes of gzip": b"\x1f\x8b",
    "other XML": b'<?xml version="1.0"?><modsCollection><mods/></modsCollection>',
    "an empty collection": marcxml(),
    "other JSON": b'{"items": [{"id": 1}]}',
    "an empty list": b"[]",
    "a laugh a billion times": b"""<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">
        <!ENTITY lol2 "&lol;&lol;&lol;">]><lolz>&lol2;</lolz>""",
    "a program": b"\x7fELF\x02\x01\x01\0",
    "something unknown": b"\x01\x02\x03\x04" * 50,
}


@pytest.mark.parametrize("what", REFUSED)
def test_this_is_refused_in_one_sentence(what: str) -> None:
    with pytest.raises(NotRecords) as refusal:
        open_records(io.BytesIO(REFUSED[what]))
    message = str(refusal.value)
    assert message.endswith(".")
    assert message.count(".") <= 1 + message.count("; ")
    assert "\n" not in message


def test_a_web_page_is_named_as_one() -> None:
    with pytest.raises(NotRecords, match="looks like a web page"):
        open_records(io.BytesIO(REFUSED["a web page"]))


class StopsAfter(io.BytesIO):
    """A stream that fails when more is read than a first look needs."""

    def read(self, size: int | None = -1, /) -> bytes:
        if self.tell() > 2 * 1024 * 1024:
            raise AssertionError("more was read than a first look")
        return super().read(size)


def test_a_file_of_gigabytes_is_refused_at_its_first_bytes() -> None:
    with pytest.raises(NotRecords):
        open_records(StopsAfter(REFUSED["a zip archive"] + b"\0" * 50_000_000))


@given(st.binary(max_size=600))
def test_whatever_a_file_holds_it_is_records_or_refused(content: bytes) -> None:
    with suppress(NotRecords):
        list(open_records(io.BytesIO(content)))
