"""What a file is, told from its first bytes and never from its name.

What is not a file of records is refused here, before anything is read, in one plain sentence.
"""

import re

from commonplace.records.readers.framing.frame import Serialization
from commonplace.records.readers.framing.source import Source

ENOUGH = 256 * 1024

BYTE_ORDER_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
BLANK = b"\xef\xbb\xbf \t\r\n\0"

LOOKS_LIKE = (
    (b"PK\x03\x04", "a zip archive or an office document; unpack it and load what is in it"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "a word-processor document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"BZh", "a bzip2 archive; unpack it and load what is in it"),
    (b"\xfd7zXZ", "an xz archive; unpack it and load what is in it"),
    (b"7z\xbc\xaf", "a 7-Zip archive; unpack it and load what is in it"),
    (b"Rar!", "a RAR archive; unpack it and load what is in it"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive; unpack it and load what is in it"),
    (b"\x1f\x8b", "a gzip file inside a gzip file; unpack it once and load what is in it"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"SQLite format 3", "a database"),
    (b"=LDR", "MarcEdit's text form; compile it to MARC and load that"),
)

LEADER = re.compile(rb"\d{5}[ -/:-~][ -~]{4}..\d{5}", re.DOTALL)
DIRECTORY_END = re.compile(rb"[0-9A-Za-z]{3}\d{9}\x1e")
WEB_PAGE = re.compile(
    rb"\s*(?:<[?!][^>]*>\s*)*<(?:html|head|body|script|title|div|p)\b", re.IGNORECASE
)
HTML_TYPE = re.compile(rb"<!doctype html\b", re.IGNORECASE)
XML_RECORD = re.compile(rb"<(?:[\w.-]+:)?(?:leader|controlfield|datafield)[\s>]")
XML_COLLECTION = re.compile(rb"<(?:[\w.-]+:)?(?:collection|OAI-PMH|searchRetrieveResponse)[\s/>]")
XML_ENCODING = re.compile(rb"""<\?xml[^>]{,200}encoding\s*=\s*["']([\w.-]{1,40})["']""")
JSON_RECORD = re.compile(
    rb'\{\s{,99}"(?:leader"\s{,9}:|fields"\s{,9}:\s{,99}\[\s{,99}\{\s{,99}"[0-9A-Za-z]{1,3}"\s{,9}:)'
)
ENCODINGS = re.compile(r"(?:iso-8859-\d+|iso8859-\d+|latin-?1|windows-125\d|cp125\d|koi8-[ru])\Z")


class NotRecords(ValueError):
    """A file that holds no records; the message is one sentence for the person who gave it."""


def serialization_of(source: Source) -> Serialization:
    """How the records in this file are written down; ``NotRecords`` is raised if it has none."""
    start = source.head(2)[:2]
    if start in BYTE_ORDER_MARKS:
        source.recode(BYTE_ORDER_MARKS[start])
    head = source.head(ENOUGH)
    text = head.lstrip(BLANK)
    if not text:
        raise NotRecords(_empty(source, head))
    _refuse_what_is_plain(text)
    if text.startswith(b"<"):
        return _xml(source, text)
    if text.startswith((b"{", b"[")):
        return _json(text)
    if LEADER.match(text) or DIRECTORY_END.search(text):
        return Serialization.MARC21
    raise NotRecords(f"This is not MARC: it looks like {_something(text)}.")


def _empty(source: Source, head: bytes) -> str:
    if source.damage:
        return f"This cannot be read: {source.damage}."
    if head:
        return "This is not MARC: it holds nothing but blanks."
    return "This is not MARC: the file is empty."


def _refuse_what_is_plain(text: bytes) -> None:
    for start, name in LOOKS_LIKE:
        if text.startswith(start):
            raise NotRecords(f"This is not MARC: it looks like {name}.")


def _xml(source: Source, text: bytes) -> Serialization:
    if not XML_RECORD.search(text):
        if WEB_PAGE.match(text) or HTML_TYPE.match(text):
            raise NotRecords("This is not MARC: it looks like a web page.")
        if XML_COLLECTION.search(text):
            raise NotRecords("There is not one MARC record in this XML.")
        raise NotRecords("This is not MARC: it is XML, but not MARCXML.")
    declared = XML_ENCODING.match(text)
    encoding = declared[1].decode("ascii").lower() if declared else "utf-8"
    if ENCODINGS.match(encoding):
        source.recode(encoding)
    return Serialization.MARCXML


def _json(text: bytes) -> Serialization:
    if not JSON_RECORD.search(text):
        raise NotRecords("This is not MARC: it is JSON, but not MARC-in-JSON.")
    return Serialization.JSON


def _something(text: bytes) -> str:
    sample = text[:1000]
    if re.search(rb"[\x00-\x08\x0e-\x1f]", sample):
        return "something made for another program"
    return "plain text or a table"
