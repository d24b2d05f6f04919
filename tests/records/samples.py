"""A record for everything that can go wrong while reading, each named for what is odd about it."""

from collections.abc import Mapping, Sequence

from commonplace.records.readers.framing.frame import LIMIT

NAMESPACE = b'xmlns="http://www.loc.gov/MARC21/slim"'


def iso2709(
    *fields: tuple[bytes, bytes], flag: bytes = b"a", leader: bytes = b"cam  i 4500"
) -> bytes:
    """A record of MARC 21 with these fields, byte for byte."""
    directory, data = b"", b""
    for tag, content in fields:
        directory += b"%b%04d%05d" % (tag, len(content) + 1, len(data))
        data += content + b"\x1e"
    base = 24 + len(directory) + 1
    length = base + len(data) + 1
    start = b"%05d%b%b22%05d%b" % (length, leader[:4], flag, base, leader[4:])
    return start + directory + b"\x1e" + data + b"\x1d"


def title(text: bytes, *, flag: bytes = b"a") -> bytes:
    """A record with a control number and this title."""
    return iso2709((b"001", b"1"), (b"245", b"00\x1fa" + text), flag=flag)


def marcxml(*records: bytes) -> bytes:
    """A collection of these elements."""
    return b"<collection %b>%b</collection>" % (NAMESPACE, b"".join(records))


def xml_title(text: bytes, leader: bytes = b"00000cam a2200000 i 4500") -> bytes:
    """An element of MARCXML with a control number and this title."""
    return (
        b'<record><leader>%b</leader><controlfield tag="001">1</controlfield>'
        b'<datafield tag="245" ind1="0" ind2="0"><subfield code="a">%b</subfield></datafield>'
        b"</record>"
    ) % (leader, text)


def json_title(text: bytes) -> bytes:
    """An object of MARC-in-JSON with a control number and this title."""
    return (
        b'{"leader":"00000cam a2200000 i 4500","fields":[{"001":"1"},'
        b'{"245":{"ind1":"0","ind2":"0","subfields":[{"a":"%b"}]}}]}'
    ) % text


GOOD = title(b"Good")
LONG_NOTES: Sequence[tuple[bytes, bytes]] = [(b"500", b"  \x1fa" + b"n" * 9000)] * 12
LATIN_1 = "Été à la forêt, déjà".encode("latin-1")

PROVOKING: Mapping[str, bytes] = {
    "byte_order_mark": b"\xef\xbb\xbf" + GOOD,
    "bytes_between_records": GOOD + b"\r\n\r\n" + GOOD,
    "wrong_length": b"99999" + GOOD[5:],
    "record_too_long": b"99999"
    + iso2709((b"001", b"1"), *LONG_NOTES).split(b"cam", 1)[1].join((b"cam", b"")),
    "terminator_missing": GOOD[:-1] + GOOD,
    "truncated": GOOD + GOOD[:50],
    "not_a_record": GOOD + b"what is this\x1d" + GOOD,
    "over_limit": GOOD + b"n" * (LIMIT + 1),
    "bad_leader": GOOD.replace(b"cam a", b"c\x01m a"),
    "wrong_base_address": GOOD[:12] + b"00000" + GOOD[17:],
    "wrong_directory": GOOD.replace(b"2450009", b"2450007"),
    "field_too_long": iso2709((b"001", b"1"), (b"500", b"  \x1fa" + b"n" * 9995)).replace(
        b"500" + b"10000", b"500" + b"0000"
    ),
    "fields_not_in_directory": iso2709((b"001", b"1\x1e  \x1faLeft out")).replace(
        b"0010015", b"0010002"
    ),
    "unreadable_directory": GOOD.replace(b"245", b"24"),
    "unreadable_xml": marcxml(xml_title(b"Good"), xml_title(b"Bad </b>")),
    "unreadable_json": b"[" + json_title(b"Good") + b"," + json_title(b'"') + b"]",
    "unexpected_form": marcxml(xml_title(b"Good").replace(b"</record>", b"<more/></record>")),
    "no_fields": GOOD + iso2709(),
    "bad_tag": GOOD.replace(b"245", b"2 5"),
    "bad_indicators": GOOD.replace(b"00\x1fa", b"\xc3\x9f\x1fa"),
    "bad_subfield_code": GOOD.replace(b"00\x1faG", b"00\x1f G"),
    "no_subfields": iso2709((b"001", b"1"), (b"245", b"00\x1faGood"), (b"500", b"  ")),
    "wrong_encoding_flag": title("Été".encode(), flag=b" "),
    "guessed_encoding": title(LATIN_1),
    "unknown_encoding": title(b"\xff\xdb\xff\xdc \xff\xdb\xff\xdc \xff\xdb\xff\xdc\xff\xdb"),
    "bad_utf8": title("Été à la forêt ".encode() + b"\xff"),
    "bad_marc8": title(b"Ca\x1bf\xe2e", flag=b" "),
    "character_references": title(b"L&#x2019;hiver"),
    "control_characters": title(b"Good\x00 and\x07 bad"),
    "lone_surrogates": json_title(rb"Half \ud83d of it"),
    "lost_characters": title("Qu\ufffdbec".encode()),
}
