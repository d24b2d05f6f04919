"""Which encoding the bytes of a MARC 21 record are in, and the text they spell.

MARC 21 knows two: leader/09 is ``a`` for UTF-8 and blank for MARC-8. Real files lie. UTF-8 is tried
first, since nothing else passes for it by chance; then MARC-8; then what libraries used instead.
"""

import re
import sys
from unicodedata import category

from commonplace.records.readers.findings import Findings
from commonplace.records.readers.legacy import best_guess, marc8_sense
from commonplace.records.readers.marc8 import ESCAPE, decode_marc8

FLAG = "leader/09"
REFERENCE = re.compile(r"&#x([0-9A-Fa-f]{2,6});")
ODD_CONTROL = re.compile(rb"\xc2[\x80-\x9f]")
ODD_SIGN = re.compile(rb"\xef(?:\xbf[\xbd-\xbf]|\xbb\xbf)|\xe2(?:\x80[\xaa-\xae]|\x81[\xa6-\xa9])")
NO_TEXT = frozenset(("Cc", "Cs"))
GOOD_SENSE, SOME_SENSE = {"a": 0.8}, 0.5
GOOD_SENSE_AS_STATED = 0.6
FEW = 5
LOST = "\ufffd"
NOT_ASCII = re.compile(r"[^\x00-\x7f]")


def plain_text(data: bytes, flag: bytes) -> str | None:
    """The text, when it is what the leader says it is and nothing in it needs care."""
    if ord("&") in data and b"&#x" in data:
        return None
    if data.isascii():
        return data.decode("ascii")
    if flag != b"a" or has_odd_characters(data):
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def has_odd_characters(data: bytes) -> bool:
    """Whether UTF-8 holds later controls, U+FFFD, byte order marks or marks that turn writing."""
    return ODD_CONTROL.search(data) is not None or ODD_SIGN.search(data) is not None


def decoded(data: bytes, flag: str, findings: Findings) -> str | None:
    """The text of a record's fields, whatever they are in; none when no encoding makes sense."""
    text = _escaped(data, findings, flag) if ESCAPE in data else _unescaped(data, findings, flag)
    if text is not None and "&#x" in text:
        text, count = REFERENCE.subn(_referred, text)
        if count and flag == "a":
            findings.note("character_references", "record", "The characters were put instead.")
    return text


def _referred(found: re.Match[str]) -> str:
    """The character, unless it is one that could break the record apart."""
    number = int(found[1], 16)
    if number > sys.maxunicode or category(chr(number)) in NO_TEXT:
        return found[0]
    return chr(number)


def _unescaped(data: bytes, findings: Findings, flag: str) -> str | None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _not_utf8(data, findings, flag)
    if flag != "a" and not text.isascii():
        findings.note("wrong_encoding_flag", FLAG, "The record was read as UTF-8, which it is.")
    return text


def _escaped(data: bytes, findings: Findings, flag: str) -> str | None:
    """Escape sequences are MARC-8, in the fields that have them at the least."""
    fields = data.split(b"\x1e")
    plain = b"\x1e".join(each for each in fields if ESCAPE not in each)
    try:
        is_mixed = not plain.isascii() and bool(plain.decode("utf-8"))
    except UnicodeDecodeError:
        is_mixed = False
    if not is_mixed:
        return _as_marc8(data, findings, flag)
    done = "Fields with escape sequences were read as MARC-8, the others as UTF-8."
    findings.note("wrong_encoding_flag", FLAG, done)
    texts = [_from_marc8(each, findings) if ESCAPE in each else each.decode() for each in fields]
    return "\x1e".join(texts)


def _not_utf8(data: bytes, findings: Findings, flag: str) -> str | None:
    high = b"\x1e".join(each for each in data.split(b"\x1e") if not each.isascii())
    text = high.decode("utf-8", "replace")
    bad = text.count(LOST)
    good = len(NOT_ASCII.findall(text)) - bad
    if good > bad or (flag == "a" and good == bad):
        return _mostly_utf8(data, bad, findings)
    sense = marc8_sense(high)
    if sense >= GOOD_SENSE.get(flag, GOOD_SENSE_AS_STATED):
        return _as_marc8(data, findings, flag)
    if (guess := best_guess(high)) and guess.sense > sense:
        done = f"The record was read as {guess.encoding}, in which its words make sense."
        findings.note("guessed_encoding", FLAG, done)
        return data.decode(guess.encoding, "replace")
    if flag == "a" and bad <= FEW:
        return _mostly_utf8(data, bad, findings)
    if flag != "a" and (sense >= SOME_SENSE or bad <= FEW):
        return _as_marc8(data, findings, flag)
    findings.note("unknown_encoding", FLAG, "The record was set aside.")
    return None


def _mostly_utf8(data: bytes, bad: int, findings: Findings) -> str:
    done = f"U+FFFD was put for {bad} bytes or broken characters."
    findings.note("bad_utf8", "record", done)
    return data.decode("utf-8", "replace")


def _as_marc8(data: bytes, findings: Findings, flag: str) -> str:
    if flag == "a":
        findings.note("wrong_encoding_flag", FLAG, "The record was read as MARC-8, which it is.")
    return "\x1e".join(_from_marc8(each, findings) for each in data.split(b"\x1e"))


def _from_marc8(field: bytes, findings: Findings) -> str:
    if field.isascii() and ESCAPE not in field:
        return field.decode("ascii")
    text, bad = decode_marc8(field)
    if bad:
        findings.note("bad_marc8", "record", "U+FFFD was put for what has no meaning.")
    return text
