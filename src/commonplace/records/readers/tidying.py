"""Putting the fields of a record right: tags, indicators, subfield codes and the text itself.

MARC 21: a tag is three letters or digits; 00X have a value and nothing else; all others have two
indicators and subfields with a code of one character. Text is NFC and free of control characters.
"""

import re
from collections.abc import Iterable, Sequence
from unicodedata import normalize

from commonplace.records.readers.findings import Findings
from commonplace.records.record import Field

FIRST_DATA_TAG = "010"
LEADER_LENGTH = 24

TAG = re.compile(r"[0-9A-Za-z]{3}\Z")
SHORT_TAG = re.compile(r"\d{1,2}\Z")
INDICATORS = re.compile(r"[ -\[\]-~]{2}\Z")
CODE = re.compile(r"[!-~]\Z")
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
SURROGATE = re.compile("[\ud800-\udfff]")
LOST = "\ufffd"
LONG = 20_000
PIECE = re.compile(r".{1,500}(?= )|.{1,500}", re.DOTALL)

MEANT = {
    **{ord(each): " " for each in "\t\n\r"},
    0x13: "–",
    0x14: "—",
    0x18: "‘",
    0x19: "’",
    0x1C: "“",
    **{each: bytes([each]).decode("cp1252", "ignore") for each in range(0x80, 0xA0)},
    **dict.fromkeys((0x88, 0x89, 0x98, 0x9C), ""),
}
"""What control characters stand for: quotation marks and dashes that lost a byte or were taken for
Windows characters. The last four mark words not to be filed under and are no text. Marks that turn
the direction of writing (U+202A to U+202E, U+2066 to U+2069) are dropped: a page says the direction
itself, and a record could turn what stands beside it."""


def is_control(tag: str) -> bool:
    """Whether fields with this tag are control fields (00X)."""
    return tag < FIRST_DATA_TAG


def tidied(fields: Iterable[Field], findings: Findings) -> list[Field]:
    """The fields that can be kept, each put right."""
    kept = []
    for field in fields:
        if tag := _tag(field.tag, findings):
            kept.append(_control(tag, field, findings) or _data(tag, field, findings))
    return [each for each in kept if each]


def tidy_leader(leader: str, findings: Findings) -> str:
    """The leader as 24 plain characters."""
    if len(leader) == LEADER_LENGTH and leader.isascii() and leader.isprintable():
        return leader
    findings.note("bad_leader", "leader", "Blanks were put where it could not be read.")
    return re.sub(r"[^ -~]", " ", leader)[:LEADER_LENGTH].ljust(LEADER_LENGTH)


def tidy_text(text: str, place: str, findings: Findings) -> str:
    """The text in NFC, free of what no text may hold."""
    if text.isascii() and text.isprintable():
        return text
    if SURROGATE.search(text):
        text = SURROGATE.sub(LOST, text)
        findings.note("lone_surrogates", place, "They were replaced by U+FFFD.")
    elif LOST in text and not findings.has("bad_utf8", "bad_marc8"):
        findings.note("lost_characters", place, "U+FFFD was kept where they were.")
    if CONTROL.search(text):
        text = CONTROL.sub(_meant, text)
        findings.note("control_characters", place, "They were removed, or put as what they meant.")
    return composed(text)


def composed(text: str) -> str:
    """The text in NFC; a long one piece by piece, lest thousands of accents take for ever."""
    if len(text) <= LONG:
        return normalize("NFC", text)
    return "".join(normalize("NFC", each) for each in PIECE.findall(text))


def _meant(found: re.Match[str]) -> str:
    return MEANT.get(ord(found[0]), "")


def _tag(tag: str, findings: Findings) -> str:
    if TAG.match(tag):
        return tag
    if SHORT_TAG.match(tag):
        findings.note("bad_tag", tag, "Zeros were put before it.")
        return tag.zfill(3)
    findings.note("bad_tag", repr(tag), "The field was left out.")
    return ""


def _control(tag: str, field: Field, findings: Findings) -> Field | None:
    """A control field, when it is one: by its tag, or by its value (as in Aleph's FMT)."""
    if field.subfields and is_control(tag):
        findings.note("unexpected_form", tag, "The subfields of a control field were run together.")
        value = field.value + "".join(value for _, value in field.subfields)
    elif is_control(tag) or (not tag.isdigit() and field.value):
        value = field.value
    else:
        return None
    return Field(tag, "  ", (), tidy_text(value, tag, findings))


def _data(tag: str, field: Field, findings: Findings) -> Field | None:
    subfields = field.subfields
    if field.value and not subfields:
        subfields = [("", field.value)]
    if not any(value for _, value in subfields):
        findings.note("no_subfields", tag, "The empty field was left out.")
        return None
    indicators = field.indicators
    if not INDICATORS.match(indicators):
        indicators = _indicators(indicators)
        findings.note("bad_indicators", tag, "Blanks were put in the place of what could not be.")
    return Field(tag, indicators, _subfields(tag, subfields, findings))


def _indicators(indicators: str) -> str:
    return re.sub(r"[^ -\[\]-~]", " ", indicators[:2].ljust(2))


def _subfields(
    tag: str, subfields: Sequence[tuple[str, str]], findings: Findings
) -> list[tuple[str, str]]:
    kept = []
    for stated, value in subfields:
        if stated or value:
            code = stated if CODE.match(stated) else _code(tag, stated, findings)
            kept.append((code, tidy_text(value, f"{tag}${code}", findings)))
    return kept


def _code(tag: str, code: str, findings: Findings) -> str:
    """The code that was probably meant: the plain letter under an accent, else the main one."""
    plain = normalize("NFKD", code)[:1]
    meant = plain if CODE.match(plain) else "a"
    findings.note("bad_subfield_code", tag, f"The subfield was read as ${meant}.")
    return meant
