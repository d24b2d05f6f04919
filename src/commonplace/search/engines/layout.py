"""A document made ready for an index: everything analysed, nothing left for the engine to decide.

``prepare`` is a pure function whose result can be pickled, so worker processes do this part and the
one writer only feeds the engine. ``VERSION`` changes whenever an index made before must be rebuilt.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain

from commonplace.bibliography.names_that_last import number_of
from commonplace.search.analysis import (
    MARK,
    Analysed,
    analyse,
    analyse_each,
    forms_in,
    title_forms,
)
from commonplace.search.analysis.pinyin import said_whole
from commonplace.search.analysis.titles import as_typed, sort_keys, without_article
from commonplace.search.analysis.tokens import AND, lines_of
from commonplace.search.engines.contract import Document
from commonplace.search.engines.ordering import columns_of
from commonplace.search.engines.ranking import popularity_factor
from commonplace.search.fields import DESCRIBED, FACETS, NAMES, NUMBERS, TEXTS, TITLES

VERSION = 9
TITLE_BEGINS = "^"
_AND = f" {AND} "
SUBDIVIDED = " -- "
LEAST_NUMBER, MOST_NUMBER = -(2**62), 2**62
LONGEST_VALUE = 500
LONGEST_COMPLETION = 120
_MOST_LANGUAGES = 3
_MOST_APART = 1e-4
COMPLETED_BY = "\x1f"
_COMMA = re.compile(r"[,،，]\s+|[،，]")
_SHARED = frozenset(
    {"author", "contributor", "region", "period", "genre", "publisher", "edition", "agerating"}
)
COMPLETED_FACETS = ("author", "subject", "series")

Prepared = dict[str, str | int | float | list[str]]


class DocumentRefused(ValueError):
    """A document names a text, facet or number that ``search.fields`` does not know."""


def prepare(document: Document) -> Prepared:
    """What the index keeps of one title."""
    _refuse_unknown(document)
    prepared = _texts(document)
    for facet, values in document.facets.items():
        prepared[f"f_{facet}"] = _exact(values)
    for name, number in document.numbers.items():
        prepared[f"n_{name}"] = max(LEAST_NUMBER, min(int(number), MOST_NUMBER))
    prepared["id"] = title = number_of(document.title_id)
    prepared.update(columns_of(document, title))
    prepared["work"] = number_of(document.work_id)
    prepared["known"] = list(known_forms(document))
    prepared["weight"] = 2 ** (popularity_factor(document.numbers) + _apart(title)) - 2
    prepared["completion"] = list(dict.fromkeys(completions(document)))
    return prepared


def known_forms(document: Document) -> frozenset[str]:
    """Every form under which the title is known whole."""
    forms = frozenset(filter(None, title_forms(document.known_titles)))
    if all(map(str.isascii, forms)) or not forms_in(_languages(document)).is_read_in_pinyin:
        return forms
    return forms | frozenset(filter(None, map(said_whole, forms)))


def _languages(document: Document) -> tuple[str, ...]:
    return tuple(document.facets.get("language", ())[:_MOST_LANGUAGES])


def exact(value: str) -> str:
    """A facet's value as every engine keeps and compares it: whole, but without what breaks."""
    if not value.isascii():
        value = value.encode("utf-8", "ignore").decode("utf-8")
    return value.replace("\0", "")[:LONGEST_VALUE]


def _exact(values: Sequence[str]) -> list[str]:
    together = "".join(values)
    if together.isascii() and "\0" not in together and len(together) <= LONGEST_VALUE:
        return list(filter(None, values))
    return [each for value in values if (each := exact(value))]


def _apart(title: int) -> float:
    """Too little to matter, and enough that titles which are otherwise alike keep one order."""
    return _MOST_APART * (1 - (title + 2**63) / 2**64)


def _refuse_unknown(document: Document) -> None:
    for given, known in (
        (document.texts, TEXTS),
        (document.facets, FACETS),
        (document.numbers, NUMBERS),
    ):
        if not given.keys() <= known.keys():
            names = ", ".join(sorted(given.keys() - known.keys()))
            raise DocumentRefused(f"title {document.title_id}: no field {names} in search.fields")


def analysed(document: Document) -> Iterator[tuple[str, Analysed]]:
    """Each text of the document with its words, in all their forms.

    Titles with *and* in them stand there with it, too, so that it can be told who has it.
    """
    forms = forms_in(_languages(document))
    for text, values in document.texts.items():
        found = analyse_each(values) if text in _SHARED else analyse(values)
        if text in TITLES:
            found.extra.extend(forms.of_titles(found, values))
            if AND in found.extra:
                found.main.extend(line for line in lines_of(_in_lines(values)) if _AND in line)
        elif text in DESCRIBED:
            found.extra.extend(forms.of_description(found))
        elif text in NAMES:
            found.extra.extend(forms.of_names(found))
        yield text, found


def _in_lines(values: Sequence[str]) -> list[str]:
    return [value.replace("\n", " ") for value in values]


def _texts(document: Document) -> Prepared:
    prepared: Prepared = {}
    anywhere: list[str] = []
    for text, found in analysed(document):
        lines = [*found.main, " ".join(found.extra)] if found.extra else found.main
        anywhere += lines
        prepared[f"t_{text}"] = _begun(lines, len(found.main)) if text == "title" else lines
    prepared["anywhere"] = " ".join(anywhere).replace(MARK, "")
    return prepared


def _begun(lines: Sequence[str], titles: int) -> list[str]:
    """Lines of titles with a mark where each begins, so that a title's start can be looked for.

    The first words stand marked at the end, too: one word is looked up faster than two in order.
    """
    first = dict.fromkeys(TITLE_BEGINS + line.split(" ", 1)[0] for line in lines[:titles])
    begun = [f"{TITLE_BEGINS} {line}" for line in lines[:titles]]
    return [*begun, *lines[titles:], " ".join(first)]


def completions(document: Document) -> Iterator[str]:
    """What typing is completed to, behind the keys it is looked up by.

    Headings are completed without their subdivisions: nobody types those from the front. One in
    another script has the heading that it leads to behind itself.
    """
    yield from _keyed(next(iter(document.texts.get("title", ())), ""))
    for facet in COMPLETED_FACETS:
        for heading in document.facets.get(facet, ()):
            yield from _keyed_heading(heading.partition(SUBDIVIDED)[0])
    for name, heading in document.vernacular:
        yield from _keyed_twin(name.partition(SUBDIVIDED)[0], exact(heading))


def _keyed(value: str, *more: str) -> tuple[str, ...]:
    shown = " ".join(exact(value).split())
    if len(shown) > LONGEST_COMPLETION:
        return ()
    orders = (shown, without_article(shown), _straight(shown), *more)
    spellings = dict.fromkeys(chain.from_iterable(map(as_typed, orders)))
    return tuple(f"{key}{COMPLETED_BY}{shown}" for key in sort_keys(spellings) if key)


_keyed_heading = lru_cache(maxsize=50_000)(_keyed)


@lru_cache(maxsize=10_000)
def _keyed_twin(name: str, heading: str) -> tuple[str, ...]:
    """A name in its own script, which often stands there as it is spoken, by its last word, too."""
    given, _, family = exact(name).rstrip().rpartition(" ")
    keys = _keyed(name, f"{family} {given}")
    return tuple(f"{key}{COMPLETED_BY}{heading}" for key in keys)


def _straight(name: str) -> str:
    """A name in the order it is spoken: *Lixin Fan* for *Fan, Lixin*."""
    family, comma, given = _COMMA.sub(", ", name).partition(", ")
    return f"{given} {family}" if comma and "," not in given else name
