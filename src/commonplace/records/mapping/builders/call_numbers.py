"""Call numbers a record carries for the title: MARC 21 050–086 and the local 09X.

The tag says whose scheme it is; for local tags the number's own look decides, because libraries
put what they like there.
"""

import re

from commonplace.bibliography import CallNumber
from commonplace.records.mapping.punctuation import tidy
from commonplace.records.record import Field

SCHEMES = {
    "050": "lc", "055": "lc", "060": "nlm", "070": "other", "080": "udc", "082": "dewey",
    "083": "dewey", "084": "other", "086": "sudoc", "090": "lc", "091": "local", "092": "dewey",
    "096": "nlm", "098": "local", "099": "local",
}  # fmt: skip
_LC = re.compile(r"[A-HJ-NP-VZ][A-Z]{0,2} ?\d{1,4}(?:\.\d+)?(?: ?\.[A-Z]\d|[A-Z ./]|$)")
_DEWEY = re.compile(r"(?:[A-Z&\[\]]{1,6}\.? )?\d{3}(?:\.\d+)?(?![\d:])")
_PARTS = {"050": "ab", "055": "ab", "060": "ab", "070": "ab", "086": "a", "090": "ab"}


def call_number(field: Field) -> CallNumber | None:
    """The number of one field; ``None`` when it is empty.

    >>> call_number(Field("082", "04", (("a", "947.084/1092"), ("2", "22"))))
    CallNumber(scheme='dewey', number='947.0841092')
    """
    scheme = SCHEMES[field.tag]
    if scheme in ("dewey", "udc") and field.tag != "092":
        return _classification(field, scheme)
    number = tidy(" ".join(_once(field, _PARTS.get(field.tag, "abcefp"))))
    return CallNumber(_seen(field, scheme, number), number) if number else None


def _once(field: Field, codes: str) -> list[str]:
    """The parts, $a only once: a second $a is another class, not part of this number."""
    kept: list[str] = []
    has_class = False
    for code, value in field.subfields:
        if code in codes and not (code == "a" and has_class and field.tag < "091"):
            kept.append(value)
            has_class = has_class or code == "a"
    return kept


def _classification(field: Field, scheme: str) -> CallNumber | None:
    number = tidy(field.first("a"))
    if scheme == "dewey":
        number = number.replace("/", "").replace("'", "").replace("’", "")
        if not number[:1].isdigit():
            scheme = "local"
    return CallNumber(scheme, number) if number else None


def _seen(field: Field, scheme: str, number: str) -> str:
    if field.tag == "086":
        return "sudoc" if field.indicators[0] in "0 " else "other"
    if field.tag in ("050", "090") and not _LC.match(number):
        return "local" if field.tag == "090" else scheme
    if field.tag in ("091", "092", "099"):
        return "dewey" if _DEWEY.match(number) else "lc" if _LC.match(number) else "local"
    return scheme
