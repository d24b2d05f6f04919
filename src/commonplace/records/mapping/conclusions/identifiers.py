"""Numbers and links, each once; what could not be read is reported."""

from commonplace.bibliography import Identifiers, Link
from commonplace.records.mapping.builders.identifiers import Number, oclc_in
from commonplace.records.mapping.builders.links import LinkLine
from commonplace.records.mapping.plan import Gathered

_NONE = Identifiers()
_BOOKLAND = ("978", "9791", "9798")
"""How an EAN begins that is an ISBN."""
_GIVEN_BY_OCLC = ("ocm", "ocn", "on1", "on9")


def identifiers(gathered: Gathered) -> Identifiers:
    """The numbers the record gives, in the forms we keep."""
    values = gathered.values
    oclc = _numbers(values.get("oclcs"), "", "", gathered)
    own = gathered.first("control_number")
    if gathered.first("number_given_by").strip() == "OCoLC" or own.startswith(_GIVEN_BY_OCLC):
        number = oclc_in(own) or (
            Number(own.strip().lstrip("0")) if own.strip().isdigit() else None
        )
        oclc = tuple(dict.fromkeys((*oclc, number.value))) if number else oclc
    isbn = _numbers(values.get("isbns"), "isbn_wrong", "020$a", gathered)
    trade = _numbers(values.get("trade_numbers"), "trade_number_wrong", "024$a", gathered)
    if trade:
        books = [number for number in trade if number.startswith(_BOOKLAND)]
        isbn = tuple(dict.fromkeys((*isbn, *books)))
    return Identifiers(
        isbn=isbn,
        issn=_numbers(values.get("issns"), "issn_wrong", "022$a", gathered),
        lccn=_numbers(values.get("lccns"), "lccn_wrong", "010$a", gathered),
        oclc=oclc,
        upc=tuple(number for number in trade if not number.startswith(_BOOKLAND)),
    )


def _numbers(
    found: list[Number] | None, code: str, place: str, gathered: Gathered
) -> tuple[str, ...]:
    if not found:
        return ()
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
