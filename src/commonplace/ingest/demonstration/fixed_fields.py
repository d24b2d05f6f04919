"""Leader, 006, 007 and 008 of one entry.

MARC 21, 008: 00-05 date entered; 06-14 dates; 15-17 country; 18-34 by type of material;
35-37 language; 38-39 modified record and source.
"""

import re

from commonplace.ingest.demonstration.carriers import CARRIERS
from commonplace.ingest.demonstration.draft import Draft
from commonplace.ingest.demonstration.table import Entry
from commonplace.ingest.demonstration.vocabulary import country_code

_AUDIENCES = {"children": "j", "teens": "d", "adults": "e", "general": "g"}
_FREQUENCIES = {
    "daily": "d", "weekly": "w", "biweekly": "e", "semimonthly": "s", "monthly": "m",
    "bimonthly": "b", "quarterly": "q", "annual": "a",
}  # fmt: skip
_MINUTES = re.compile(r"\b(\d{1,3}) min")
_AGES = re.compile(r"\d+\D+(?P<oldest>\d+)")
_CHILDREN = ((5, "a"), (8, "b"), (13, "c"))


def leader_of(entry: Entry) -> str:
    """The leader; lengths and addresses are filled in when the record is written out."""
    return f"00000n{CARRIERS[entry.format].leader} a22000003i 4500"


def add_fixed_fields(draft: Draft, entry: Entry, entered: str) -> None:
    """006 where a second form needs it, 007 for what needs a machine, 008 always."""
    carrier = CARRIERS[entry.format]
    if carrier.is_online:
        draft.control("006", "m     o  d        ")
    for content in carrier.of_007:
        draft.control("007", _seen(content, entry))
    draft.control("008", of_008(entry, entered))


def _seen(content: str, entry: Entry) -> str:
    if content.startswith("v") and "black and white" in entry.physical:
        return content[:3] + "b" + content[4:]
    return content


def of_008(entry: Entry, entered: str) -> str:
    """The forty characters of 008."""
    kind = CARRIERS[entry.format].leader[0]
    level = CARRIERS[entry.format].leader[1]
    special = _SPECIAL["s" if level == "s" else kind](entry)
    whole = f"{entered}{_dates(entry)}{country_code(entry.place)}{special}{entry.main_language} d"
    if len(whole) != len("yymmddtdat1dat2ctr") + 17 + len("lng d"):
        raise AssertionError(f"{entry.where}: 008 has {len(whole)} characters")
    return whole


def _dates(entry: Entry) -> str:
    year = entry.published
    first = str(year) if year else "uuuu"
    if CARRIERS[entry.format].leader[1] == "s":
        return f"c{first}9999"
    if not year:
        return f"n{first}uuuu"
    if entry.original_year and entry.original_year < year:
        letter = "p" if CARRIERS[entry.format].leader[0] == "g" else "r"
        return f"{letter}{first}{entry.original_year}"
    return f"s{first}    "


def _audience(entry: Entry) -> str:
    if entry.audience != "children":
        return _AUDIENCES.get(entry.audience, " ")
    ages = _AGES.search(entry.ages)
    if not ages:
        return "j"
    return next((code for oldest, code in _CHILDREN if int(ages["oldest"]) <= oldest), "j")


def _form(entry: Entry) -> str:
    if CARRIERS[entry.format].is_online:
        return "o"
    return {"large_print": "d", "braille": "f"}.get(entry.format, " ")


def _literary(entry: Entry) -> str:
    return "1" if entry.fiction else "0"


def _text(entry: Entry) -> str:
    pictures = {"graphic_novel": "a   ", "board_book": "a   ", "picture_book": "a   "}
    contents = "6   " if entry.format == "graphic_novel" else "    "
    drawn = pictures.get(entry.format, "a   " if "illus" in entry.physical else "    ")
    return f"{drawn}{_audience(entry)}{_form(entry)}{contents} 000 {_literary(entry)} "


def _sound(entry: Entry) -> str:
    spoken = CARRIERS[entry.format].leader[0] == "i"
    words = ("f " if entry.fiction else "  ") if spoken else "  "
    style = "nn" if spoken else "uu"
    return f"{style}n {_audience(entry)}{_form(entry)}      {words} n "


def _film(entry: Entry) -> str:
    found = _MINUTES.search(entry.extent)
    minutes = f"{int(found[1]):03}" if found else "---"
    technique = "a" if entry.animated else "l"
    return f"{minutes} {_audience(entry)}      {_form(entry)}   v{technique}"


def _program(entry: Entry) -> str:
    return f"    {_audience(entry)}{_form(entry)}  g        "


def _map(entry: Entry) -> str:
    kind = "e" if entry.format == "atlas" else "a"
    return f"       {kind}   {_form(entry)} 0   "


def _object(entry: Entry) -> str:
    return f"nnn {_audience(entry)}          gn"


def _serial(entry: Entry) -> str:
    often = _FREQUENCIES.get(entry.frequency, " ")
    kind = "n" if entry.format == "newspaper" else "p"
    return f"{often}r {kind} {_form(entry)}     0   b0"


_SPECIAL = {
    "a": _text, "c": _sound, "e": _map, "g": _film, "i": _sound, "j": _sound, "m": _program,
    "r": _object, "s": _serial,
}  # fmt: skip
