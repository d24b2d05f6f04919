"""Numbers and links, each once; what could not be read is reported."""

from commonplace.bibliography import Identifiers, Link
from commonplace.records.mapping.builders.identifiers import Number, oclc_in
from commonplace.records.mapping.builders.links import LinkLine
from commonplace.records.mapping.plan import Gathered

NUMBERS = (
    # gathered as      part     a wrong one is          and stood in
    ("isbns",          "isbn",  "isbn_wrong",           "020$a"),
    ("issns",          "issn",  "issn_wrong",           "022$a"),
    ("lccns",          "lccn",  "lccn_wrong",           "010$a"),
    ("oclcs",          "oclc",  "",                     ""),
    ("trade_numbers",  "upc",   "trade_number_wrong",   "024$a"),
    ("works",          "work",  "",                     ""),
)  # fmt: skip
_NONE = Identifiers()
_BOOKLAND = ("978", "9791", "9798")
"""How an EAN begins that is an ISBN."""
_GIVEN_BY_OCLC = ("ocm", "ocn", "on1", "on9")


def identifiers(gathered: Gathered) -> Identifiers:
    """The numbers the record gives, in the forms we keep."""
    values = gathered.values
    kept: dict[str, tuple[str, ...]] = {}
    for name, part, code, place in NUMBERS:
        found = values.get(name)
        if found:
            kept[part] = _numbers(found, code, place, gathered)
    own = _own_oclc(gathered)
    if own:
        kept["oclc"] = tuple(dict.fromkeys((*kept.get("oclc", ()), own)))
    if "upc" in kept:
        _part_books(kept)
    return Identifiers(**kept) if kept else _NONE


def _own_oclc(gathered: Gathered) -> str:
    """The control number, where it is OCLC's."""
    own = gathered.first("control_number").strip()
    if own.startswith(_GIVEN_BY_OCLC) or gathered.first("number_given_by").strip() == "OCoLC":
        number = oclc_in(own)
        return number.value if number else own.lstrip("0") if own.isdecimal() else ""
    return ""


def _part_books(kept: dict[str, tuple[str, ...]]) -> None:
    """An EAN of a book is its ISBN."""
    books = [number for number in kept["upc"] if number.startswith(_BOOKLAND)]
    if books:
        kept["isbn"] = tuple(dict.fromkeys((*kept.get("isbn", ()), *books)))
        kept["upc"] = tuple(number for number in kept["upc"] if number not in books)


def _numbers(found: list[Number], code: str, place: str, gathered: Gathered) -> tuple[str, ...]:
    for each in found:
        if each.wrong:
            gathered.report(code, place, f"left out: {each.wrong[:60]}")
    return tuple(dict.fromkeys([each.value for each in found if each.value]))


def links(gathered: Gathered) -> tuple[Link, ...]:
    """The addresses, each once; one that says nothing is the thing itself where that is online."""
    lines: list[LinkLine] | None = gathered.values.get("link_lines")
    if lines is None:
        return ()
    for line in lines:
        if line.refused:
            gathered.report("link_refused", "856$u", f"not a web address: {line.refused[:60]!r}")
    made: dict[str, Link] = {}
    for line in lines:
        if line.url and line.url not in made:
            made[line.url] = _link(line, gathered)
    return tuple(made.values())


def _link(line: LinkLine, gathered: Gathered) -> Link:
    if line.relation:
        return Link(line.url, line.label, line.relation)
    return Link(line.url, line.label, "resource" if _is_online(gathered) else "related")


def _is_online(gathered: Gathered) -> bool:
    return "cr" in gathered.texts.get("carrier_codes", ()) or any(
        code[:2] == "cr" for code in gathered.texts.get("codes_007", ())
    )
