"""MARC-8 to Unicode: Latin with its diacritics, and by escape sequences eight other sets.

A diacritic stands before its letter in MARC-8 and after it in Unicode. The tables are pymarc's,
which are the Library of Congress's; what is not in them becomes U+FFFD and is counted.
MARC 21 specifications, character sets: MARC-8 encoding environment.
"""

import re
from functools import cache
from typing import NamedTuple

from pymarc.marc8_mapping import CODESETS, ODD_MAP

ESCAPE = b"\x1b"
ASCII, ANSEL, EACC = 0x42, 0x45, 0x31
BLANK = 0x20

DESIGNATION = re.compile(
    rb"\x1b(?:(?P<g0>[(,]|\$,?)(?P<set0>[\x21-\x7e])|(?P<g1>[)-]|\$[)-])(?P<set1>[\x21-\x7e])"
    rb"|(?P<short>[gbps]))"
)
LOST = "\ufffd"


def decode_marc8(field: bytes) -> tuple[str, int]:
    """The text of one field, and how many characters in it have no meaning."""
    text = "".join(_runs(field)) if ESCAPE in field else _translated(field, ASCII, ANSEL)
    return text, text.count(LOST)


class _Sets(NamedTuple):
    """What bytes mean while two sets are in force."""

    table: dict[int, str]
    diacritic_and_letter: re.Pattern[str]
    diacritics_at_end: re.Pattern[str]


def _runs(field: bytes) -> list[str]:
    """The field from one escape sequence to the next, each with the sets then in force."""
    g0, g1 = ASCII, ANSEL
    texts, waiting, at = [], "", 0
    for found in DESIGNATION.finditer(field):
        text, marks = _decoded(field[at : found.start()], g0, g1)
        texts.append(_marked(text, waiting))
        waiting, at = marks if text else waiting + marks, found.end()
        g0, g1 = _designated(found, g0, g1)
    text, marks = _decoded(field[at:], g0, g1)
    return [*texts, _marked(text, waiting) if text else waiting, marks]


def _marked(text: str, marks: str) -> str:
    """The text with diacritics on its first letter that were left over before it."""
    return text[:1] + marks + text[1:] if text else ""


def _designated(found: re.Match[bytes], g0: int, g1: int) -> tuple[int, int]:
    if found["set1"]:
        return g0, ord(found["set1"])
    if found["set0"]:
        return ord(found["set0"]), g1
    return (ASCII if found["short"] == b"s" else ord(found["short"])), g1


def _decoded(run: bytes, g0: int, g1: int) -> tuple[str, str]:
    """The text of a run, and the diacritics at its end that belong to what comes after."""
    if g0 == EACC:
        return _east_asian(run), ""
    at_end = _sets(g0, g1).diacritics_at_end.search(run.decode("latin-1"))
    end = at_end.start() if at_end else len(run)
    marks = run[end:].decode("latin-1").translate(_sets(g0, g1).table)
    return _translated(run[:end], g0, g1), marks


def _translated(run: bytes, g0: int, g1: int) -> str:
    if run.isascii() and g0 == ASCII and ESCAPE not in run:
        return run.decode("ascii")
    sets = _sets(g0, g1)
    text = run.decode("latin-1")
    return sets.diacritic_and_letter.sub(r"\2\1", text).translate(sets.table)


@cache
def _sets(g0: int, g1: int) -> _Sets:
    table = {0x1B: LOST, **dict.fromkeys(range(0x80, 0x100), LOST)}
    diacritics = set()
    sets = [(g0, each) for each in range(0x21, 0x7F)] + [(g1, each) for each in range(0xA0, 0x100)]
    for code, byte in sets:
        meaning = _meaning(code, byte)
        table[byte] = chr(meaning[0]) if meaning else LOST
        if meaning and meaning[1]:
            diacritics.add(re.escape(chr(byte)))
    one = f"[{''.join(sorted(diacritics))}]" if diacritics else "(?!)"
    diacritic_and_letter = re.compile(f"(?<!{one})({one}++)([^\x1e\x1f])")
    return _Sets(table, diacritic_and_letter, re.compile(f"(?<!{one}){one}++\\Z"))


def _meaning(code: int, byte: int) -> tuple[int, int] | None:
    table = CODESETS.get(code, {})
    found = table.get(byte) or table.get(byte ^ 0x80)
    if found:
        return found[0], found[1]
    odd = ODD_MAP.get(byte)
    return (odd, 0) if odd else None


def _east_asian(run: bytes) -> str:
    """Three bytes a character; blanks and delimiters are themselves."""
    texts, at = [], 0
    table = CODESETS[EACC]
    while at < len(run):
        if run[at] <= BLANK:
            texts.append(chr(run[at]))
            at += 1
            continue
        code = int.from_bytes(run[at : at + 3])
        meaning = table.get(code)
        texts.append(chr(meaning[0] if meaning else ODD_MAP.get(code, 0xFFFD)))
        at += 3
    return "".join(texts)
