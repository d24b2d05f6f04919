"""Shelf keys: strings whose plain order is shelf order, one rule for each scheme.

LC files its class letters, then the class number as a number, then each Cutter as a decimal. Dewey
and local numbers file words by letter and figures as numbers whose fraction is a decimal (305.5
before 305.56 before 306). SuDoc files every run of figures as a whole number. Comparing is on
capital letters.
"""

import re
import unicodedata

SCHEMES = ("local", "dewey", "lc", "sudoc", "nlm", "udc", "other")

_LC = re.compile(r"([A-Z]{1,3})\s*(\d{1,5})(\.\d+)?(.*)\Z", re.DOTALL | re.ASCII)
_DEWEY = re.compile(r"\d{3}(\.\d+)?(\s|/|\Z|[^\w.])", re.ASCII)
_SUDOC = re.compile(r"[A-Z]{1,4}\s*\d+(\.\d+)*\s*:", re.ASCII)
_CUTTER = re.compile(r"\.?\s*([A-Z]+)(\d+)", re.ASCII)
_PARTS = re.compile(r"\d+(?:\.\d+)?|[^\W\d_]+")
_RUNS = re.compile(r"\d+|[A-Z]+|[/:.-]", re.ASCII)
_LONGEST = 200


def shelf_key(scheme: str, number: str) -> str:
    """The key of this call number in this scheme; empty when there is nothing to file."""
    plain = " ".join(unicodedata.normalize("NFKC", number[:_LONGEST]).upper().split())
    if not plain:
        return ""
    rule = {"lc": _lc_key, "nlm": _lc_key, "sudoc": _sudoc_key}.get(scheme, _words_key)
    return rule(plain)


def scheme_of(number: str) -> str:
    """The scheme a shelf label seems to follow; ``local`` when it is none of the published ones."""
    plain = " ".join(number[:_LONGEST].upper().split())
    if _SUDOC.match(plain):
        return "sudoc"
    if _DEWEY.match(plain):
        return "dewey"
    found = _LC.match(plain)
    if found and _CUTTER.search(found.group(4)):
        return "lc"
    return "local"


def _lc_key(number: str) -> str:
    found = _LC.match(number)
    if not found:
        return _words_key(number)
    letters, whole, fraction, rest = found.groups()
    cutters = _CUTTER.sub(r" \1.\2", rest)
    decimals = f"{int(whole):05d}{fraction or ''}"
    return f"{letters} {decimals} {' '.join(cutters.split())}".strip()


def _sudoc_key(number: str) -> str:
    runs = _RUNS.findall(number)
    return " ".join(f"{int(run):07d}" if run.isdecimal() else run for run in runs)


def _words_key(number: str) -> str:
    return " ".join(_filed(part) for part in _PARTS.findall(number))


def _filed(part: str) -> str:
    whole, point, fraction = part.partition(".")
    if not whole.isdecimal():
        return part
    return f"{int(whole):07d}{point}{fraction}"
