"""The titles: ISBD taken apart, a parallel title told from a remainder, a missing title replaced.

Inside 245, ``$a Title = $b Parallel : remainder of it`` and ``$a Title : $b remainder = Parallel``
mean different things; the sign at the end of $a tells. Records made by machine put everything into
$a with the signs inside; they are read the same way.
"""

import re
from typing import Any

from commonplace.records.mapping.plan import Gathered
from commonplace.records.mapping.punctuation import trimmed
from commonplace.records.mapping.steps import unique, without_medium

_PARALLEL = re.compile(r"\s+=\s*|\s*=\s+")
_BEFORE_SKIP = " '’ʼʻ-\"“«¿¡([‘ʿʾ·.،"


def titles(gathered: Gathered) -> dict[str, Any]:
    """The parts of ``Description`` that name the publication."""
    printed = gathered.texts.get("title_printed") or []
    remainders = gathered.texts.get("remainder_printed") or []
    made: dict[str, Any] = {}
    if printed:
        head, remainder, parallel = parted(printed[0], remainders[0] if remainders else "")
        made |= _named(head, remainder, parallel)
    if not made.get("title_proper"):
        made["title_proper"] = _replacement(gathered)
    _part(made, gathered)
    _others(made, printed[1:], gathered)
    _skip(made, gathered)
    return made


def _named(head: str, remainder: str, parallel: list[str]) -> dict[str, Any]:
    made: dict[str, Any] = {"title_proper": head}
    if remainder:
        made["remainder"] = remainder
    if parallel:
        made["parallel_titles"] = parallel
    return made


def parted(a: str, b: str) -> tuple[str, str, list[str]]:
    """Title proper, remainder and parallel titles, from 245 $a and $b as printed.

    >>> parted("Igualdad en la educación =", "Equal education : a right /")
    ('Igualdad en la educación', '', ['Equal education : a right'])
    >>> parted("Atlas :", "of all countries = Weltatlas /")
    ('Atlas', 'of all countries', ['Weltatlas'])
    >>> parted("Decade of waiting : a report /", "")
    ('Decade of waiting', 'a report', [])
    """
    if not b and (" : " in a or " / " in a):
        a, _, b = a.partition(" / ")[0].partition(" : ")
    parallel_first = a.rstrip().endswith("=")
    head, *more = _PARALLEL.split(a) if "=" in a else [a]
    pieces = _PARALLEL.split(b) if "=" in b else [b]
    remainder = "" if parallel_first else trimmed(pieces.pop(0))
    parallel = [trimmed(each) for each in (*more, *pieces)]
    return without_medium([trimmed(head)])[0], remainder, [each for each in parallel if each]


def _replacement(gathered: Gathered) -> str:
    """The title of a record that has none in 245$a."""
    own = gathered.first("title_without_a")
    if own:
        return own
    texts, twins = gathered.texts, gathered.vernacular
    for name, place in (
        ("parallel_in_246", "246"),
        ("variants", "246"),
        ("uniform_title", "130"),
        ("unlinked_titles", "880"),
        ("host_titles", "773"),
    ):
        if texts.get(name):
            gathered.report("title_missing", "245$a", f"the title was taken from {place}")
            return texts[name][0]
    gathered.report("title_missing", "245$a", "no other title was found; it has none")
    return next(iter(twins.get("title_printed", ())), "")


def _part(made: dict[str, Any], gathered: Gathered) -> None:
    number, name = gathered.first("part_number"), gathered.first("part_name")
    if number:
        made["part_number"] = number
    if name and name != made.get("title_proper"):
        made["part_name"] = name


def _others(made: dict[str, Any], repeated: list[str], gathered: Gathered) -> None:
    texts = gathered.texts
    if repeated:
        gathered.report("field_repeated", "245", "the first is the title, the others are variants")
    variants = [*texts.get("variants", ()), *(trimmed(each) for each in repeated)]
    if variants:
        made["variant_titles"] = tuple(
            each for each in unique(variants) if each != made["title_proper"]
        )
    parallel = [*made.get("parallel_titles", ()), *texts.get("parallel_in_246", ())]
    if parallel:
        made["parallel_titles"] = tuple(unique(parallel))


def _skip(made: dict[str, Any], gathered: Gathered) -> None:
    """The filing indicator, unless it points into the middle of a word or past the end."""
    said = gathered.first("filing")
    skip = int(said) if said.isdigit() else 0
    if not skip:
        return
    title = made["title_proper"]
    if skip < len(title) and title[skip - 1] in _BEFORE_SKIP:
        made["filing_skip"] = skip
    else:
        gathered.report("filing_skip_wrong", "245 second indicator", "filed under the whole title")
