"""Everything that can be wrong with a record, by a stable code; where, and what we did about it.

Problems are data, never exceptions. ``PROBLEMS`` is the reference: a code, its meaning, whether the
record is quarantined (set aside byte for byte) or mended and kept. It is made of groups, in the
order a record meets them; ``docs/reference/problems.md`` explains each code, and a test compares.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong. ``place`` is where in the record (``245$a``, ``leader/12-16``).

    ``done`` says in words what was done about it.
    """

    code: str
    place: str
    done: str


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a code means, and whether a record with it is set aside instead of loaded."""

    meaning: str
    quarantines: bool = False


FRAMING: Mapping[str, Meaning] = {
    "byte_order_mark": Meaning("The file begins with a byte order mark."),
    "bytes_between_records": Meaning("Line ends, blanks or NULs stand between two records."),
    "wrong_length": Meaning("The leader's record length is not where the record ends."),
    "record_too_long": Meaning("The record is over the 99,999 bytes that MARC 21 allows."),
    "terminator_missing": Meaning("The record does not end with a record terminator."),
    "truncated": Meaning("The file ends before the record does.", quarantines=True),
    "not_a_record": Meaning("These bytes do not have the form of a record.", quarantines=True),
    "over_limit": Meaning("The record is larger than anything we take in.", quarantines=True),
    "compressed_file_damaged": Meaning(
        "The compressed file breaks off or is damaged here; the rest is unread.", quarantines=True
    ),
}

STRUCTURE: Mapping[str, Meaning] = {
    "bad_leader": Meaning("The leader is short, missing or holds what no leader may hold."),
    "wrong_base_address": Meaning("The leader does not say where the fields begin."),
    "wrong_directory": Meaning("The directory does not say where each field is."),
    "field_too_long": Meaning("A field is over the 9,999 bytes that MARC 21 allows."),
    "fields_not_in_directory": Meaning("The record holds fields that its directory leaves out."),
    "unreadable_directory": Meaning(
        "The directory and the fields cannot be brought together.", quarantines=True
    ),
    "unreadable_xml": Meaning("The record is not well-formed XML.", quarantines=True),
    "unreadable_json": Meaning("The record is not well-formed JSON.", quarantines=True),
    "unexpected_form": Meaning("Part of the record does not have the form of MARC."),
    "no_fields": Meaning("The record has no fields.", quarantines=True),
    "bad_tag": Meaning("A tag is not three letters or digits."),
    "bad_indicators": Meaning("A field does not have two indicators of one plain character each."),
    "bad_subfield_code": Meaning("A subfield code is not a letter, a digit or a plain sign."),
    "no_subfields": Meaning("A field that should have subfields has none."),
}

TEXT: Mapping[str, Meaning] = {
    "wrong_encoding_flag": Meaning("The leader names another encoding than the bytes are in."),
    "guessed_encoding": Meaning("The text is in an encoding that MARC does not know."),
    "unknown_encoding": Meaning("No encoding makes sense of the text.", quarantines=True),
    "bad_utf8": Meaning("Some bytes are not UTF-8 though the rest is."),
    "bad_marc8": Meaning("Some bytes have no meaning in MARC-8."),
    "character_references": Meaning("Characters are written as &#x…; in a record that need not."),
    "control_characters": Meaning("The text holds control characters."),
    "lone_surrogates": Meaning("The text holds halves of characters."),
    "lost_characters": Meaning("Characters were lost before the record came to us (U+FFFD)."),
}

MAPPING: Mapping[str, Meaning] = {
    "control_number_missing": Meaning("There is no control number (001)."),
    "fixed_field_missing": Meaning("There is no 008: its dates, language and codes are unknown."),
    "fixed_field_short": Meaning("The 008 is shorter than 40 characters."),
    "title_missing": Meaning("There is no title proper (245, subfield a)."),
    "field_repeated": Meaning("A field that a record has once is there more than once."),
    "filing_skip_wrong": Meaning("The characters that filing leaves out do not end at a word."),
    "vernacular_unlinked": Meaning("A field in the original script is linked to no other field."),
    "date_impossible": Meaning("The dates in 008 are no years that a publication can have."),
    "language_unknown": Meaning("A language code is not in the MARC list."),
    "isbn_wrong": Meaning("An ISBN has the wrong length or the wrong check digit."),
    "issn_wrong": Meaning("An ISSN has the wrong length or the wrong check digit."),
    "lccn_wrong": Meaning("A Library of Congress control number does not have its form."),
    "trade_number_wrong": Meaning("A UPC or EAN has the wrong length or the wrong check digit."),
    "link_refused": Meaning("An address is not one of the web, or not one to follow safely."),
    "item_date_wrong": Meaning("A due date is no date."),
}

PROBLEMS: Mapping[str, Meaning] = {**FRAMING, **STRUCTURE, **TEXT, **MAPPING}


def quarantines(problems: Iterable[Problem]) -> bool:
    """Whether any of these problems means that the record is set aside."""
    return any(PROBLEMS[each.code].quarantines for each in problems)
