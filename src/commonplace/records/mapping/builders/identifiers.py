"""Numbers that name a publication outside: MARC 21 010, 020, 022, 024 and 035.

Each builder says either the number, in the form we keep, or what it could not read. Cancelled and
invalid numbers ($y, $z) are left alone.
"""

import re

from msgspec import Struct
from stdnum import ean, isbn, issn
from stdnum.exceptions import ValidationError

from commonplace.bibliography.identifiers import lccn_form
from commonplace.records.record import Field

_OCLC = re.compile(r"(?:\(OCoLC(?:-[A-Z]+)?\)\s*(?:oc[mn]|on)?|oc[mn]|on)0*(\d+)", re.IGNORECASE)
_ISBN_LIKE = re.compile(r"(?:97[89])?\d{9}[\dXx](?![\dXx])")


class Number(Struct, frozen=True, gc=False):
    """A number that was read, or the text that could not be."""

    value: str = ""
    wrong: str = ""


def isbn_of(field: Field) -> Number | None:
    """The ISBN in its 13-digit form.

    >>> isbn_of(Field("020", "  ", (("a", "0-486-26689-3 (pbk.) :"),))).value
    '9780486266893'
    """
    text = field.first("a")
    compact = re.sub(r"[\s\-–‐._]", "", text)
    found = _ISBN_LIKE.search(compact)
    if found is None:
        return Number(wrong=text) if re.search(r"\d{6}", compact) else None
    try:
        return Number(isbn.to_isbn13(isbn.validate(found[0])).replace("-", ""))
    except ValidationError:
        return Number(wrong=text)


def issn_of(field: Field) -> Number | None:
    """The ISSN with its hyphen.

    >>> issn_of(Field("022", "  ", (("a", "0028-0836"),))).value
    '0028-0836'
    """
    text = field.first("a")
    if not text:
        return None
    try:
        return Number(issn.format(issn.validate(text.strip(" .,;()"))))
    except ValidationError:
        return Number(wrong=text)


def lccn_of(field: Field) -> Number | None:
    """The Library of Congress control number, normalised by the Library's own rule.

    >>> [lccn_of(Field("010", "  ", (("a", text),))).value for text in ("   85-2 ", "n78-890351")]
    ['85000002', 'n78890351']
    """
    text = field.first("a")
    if not text:
        return None
    normal = lccn_form(text)
    return Number(normal) if normal else Number(wrong=text)


def oclc_of(field: Field) -> Number | None:
    """The OCLC number of a 035 that holds one, without prefix and leading zeros.

    >>> oclc_of(Field("035", "  ", (("a", "(OCoLC)ocn555555555"),))).value
    '555555555'
    """
    return oclc_in(field.first("a"))


def oclc_in(text: str) -> Number | None:
    """The OCLC number in a system number, if it is one.

    >>> oclc_in("ocm333333333").value, oclc_in("777777777")
    ('333333333', None)
    """
    found = _OCLC.match(text.strip())
    return Number(found[1]) if found else None


def trade_number_of(field: Field) -> Number | None:
    """The UPC or EAN of a 024 with first indicator 1 or 3.

    >>> trade_number_of(Field("024", "1 ", (("a", "7 95975 11423 3"),))).value
    '795975114233'
    """
    digits = re.sub(r"[\s\-]|\(.*", "", field.first("a"))
    if not digits:
        return None
    try:
        return Number(
            ean.validate(digits) if len(digits) != _UPC else ean.validate("0" + digits)[1:]
        )
    except ValidationError:
        return Number(wrong=digits)


def work_of(field: Field) -> Number | None:
    """The address of the work that a 758 says this is a publication of; parts and others aside.

    >>> entity = (("i", "has work:"), ("1", "https://id.oclc.org/worldcat/entity/E39PCF"))
    >>> work_of(Field("758", "  ", entity)).value
    'id.oclc.org/worldcat/entity/E39PCF'
    """
    relations = [value for code, value in field.subfields if code in "i4"]
    address = field.first("1") or field.first("0")
    if not _ADDRESS.match(address) or not all(map(_OWN_WORK.search, relations)):
        return None
    return Number(_ADDRESS.sub("", address).rstrip("/"))


_ADDRESS = re.compile(r"\s*https?://", re.IGNORECASE)
_OWN_WORK = re.compile(
    r"has\s?work\b|work manifested|/hasWork|P30135|instance\s?of|expression\s?of", re.IGNORECASE
)
_UPC = 12
