"""A title as the search engine keeps it: which parts of a description answer which field.

``TEXTS`` is the table to read or change: a field of the query language and where its words come
from.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from django.conf import settings

from commonplace.bibliography import CallNumber, Contributor, Description, Heading, Item, ItemStatus
from commonplace.bibliography.call_numbers import scheme_named
from commonplace.bibliography.collation import by_value, tailored
from commonplace.discovery.headings import HeadingRef
from commonplace.search.analysis import fold, sort_key
from commonplace.search.analysis.pinyin import said_whole
from commonplace.search.engines.contract import Document
from commonplace.search.fields import IS_HELD, IS_ONLINE

Words = Iterable[str]

ARTISTS = frozenset(
    {
        "actor", "animator", "artist", "choreographer", "composer", "conductor", "dancer",
        "director", "film director", "illustrator", "instrumentalist", "musician", "narrator",
        "performer", "photographer", "producer", "singer", "television director", "voice actor",
    }
)  # fmt: skip

TEXTS: dict[str, Callable[[Description], Words]] = {
    "title": lambda d: (
        d.full_title, *d.parallel_titles, d.uniform_title, *d.variant_titles,
        d.vernacular.get("title_proper", ""), d.vernacular.get("remainder", ""),
        *d.vernacular_titles, *(c.work for c in d.contributors),
    ),
    "author": lambda d: _names(c for c in d.contributors if _is_author(c)),
    "artist": lambda d: (*_names(c for c in d.contributors if _is_artist(c)), d.cast),
    "contributor": lambda d: _names(c for c in d.contributors if _is_somebody_else(c)),
    "responsibility": lambda d: (
        *_names(c for c in d.contributors if _is_office(c)), d.responsibility, d.credits,
    ),
    "subject": lambda d: _labels(s for s in d.subjects if s.thesaurus != "local"),
    "localheading": lambda d: _labels(s for s in d.subjects if s.thesaurus == "local"),
    "region": lambda d: d.regions,
    "period": lambda d: d.periods,
    "genre": lambda d: _labels(d.genres),
    "series": lambda d: (f"{s.title} {s.number} {s.vernacular}" for s in d.series),
    "contents": lambda d: (f"{c.title} {c.by}" for c in d.contents),
    "summary": lambda d: (d.summary, d.vernacular.get("summary", "")),
    "notes": lambda d: (*d.notes, d.language_note, *d.playing),
    "award": lambda d: d.awards,
    "agerating": lambda d: (d.audience.rating,),
    "publisher": lambda d: (d.publication.publisher, d.publication.place),
    "edition": lambda d: (d.edition,),
    "callnumber": lambda d: (c.number for c in d.call_numbers),
    "identifier": lambda d: (
        *d.identifiers.isbn, *d.identifiers.issn, *d.identifiers.lccn, *d.identifiers.oclc,
        *d.identifiers.upc,
    ),
}  # fmt: skip

_WITHIN_A_BODY = re.compile(r"[^\W\d_]{3,}\W*\. \w")
NO_LIMIT = 99
"""The oldest age that something suits which suits everyone from its youngest on."""

ONLINE = frozenset({"ebook", "eaudiobook", "evideo", "emusic", "emagazine", "website", "database"})


class TitleNames(NamedTuple):
    """What a title is called by machines: here, as one of its work, in its library system."""

    title_id: str
    work_id: str
    control_number: str


def document_of(
    names: TitleNames,
    description: Description,
    items: Sequence[Item],
    headings: Sequence[HeadingRef],
    *,
    added: int,
) -> Document:
    """The document of one title; ``added`` is the day it came in, since 1970."""
    creator = description.creator
    return Document(
        title_id=names.title_id,
        work_id=names.work_id,
        texts=texts_of_title(description, items),
        known_titles=known_titles(description),
        facets=_facets(description, items, headings) | _local_number(names.control_number),
        numbers=_numbers(description, items, added),
        title_key=filed(description.title_proper[description.filing_skip :]),
        author_key=filed(creator.name if creator else ""),
        vernacular=tuple(dict.fromkeys(_twins(description))),
    )


def filed(text: str) -> str:
    """What a title or a name is filed under, as the library's first language files it."""
    return filed_in(text, settings.LIBRARY.filing or settings.LIBRARY.languages[0])


def filed_in(text: str, language: str) -> str:
    """What a title or a name is filed under in this language: Han in Chinese by its sound."""
    if language.startswith("zh") and (said := said_whole(fold(text))):
        return by_value(said)
    return by_value(sort_key(tailored(text, language)))


def texts_of_description(description: Description) -> dict[str, tuple[str, ...]]:
    """The words of a description by field; fields it has nothing for are left out."""
    texts: dict[str, tuple[str, ...]] = {}
    for name, words_of in TEXTS.items():
        if words := [word for word in words_of(description) if word]:
            texts[name] = tuple(words)
    return texts


def texts_of_title(description: Description, items: Sequence[Item]) -> dict[str, tuple[str, ...]]:
    """The same, with the call numbers on the copies."""
    texts = texts_of_description(description)
    labels = tuple(dict.fromkeys(item.call_number for item in items if item.call_number))
    if labels:
        texts["callnumber"] = (*texts.get("callnumber", ()), *labels)
    return texts


def known_titles(description: Description) -> tuple[str, ...]:
    """Every whole form of the title a patron may type; with its creator after it, too."""
    d = description
    proper = d.title_proper
    forms = [
        proper, proper[d.filing_skip :], d.full_title, d.full_title[d.filing_skip :],
        *d.parallel_titles, d.uniform_title, *d.variant_titles,
        d.vernacular.get("title_proper", ""), *d.vernacular_titles,
        *(f"{proper} {each.title}" for each in d.series),
    ]  # fmt: skip
    if d.creator:
        straight = " ".join(reversed([part.strip() for part in d.creator.name.split(",")]))
        forms += [f"{proper} {straight}", f"{proper} {d.creator.name}"]
        forms.append(f"{proper} {d.creator.name.partition(',')[0]}")
    return tuple(dict.fromkeys(filter(None, forms)))


def _facets(
    description: Description, items: Sequence[Item], headings: Sequence[HeadingRef]
) -> dict[str, Sequence[str]]:
    d = description
    kind = {True: ("fiction",), False: ("nonfiction",), None: ()}[d.fiction]
    ordered = [item for item in items if item.status is ItemStatus.ON_ORDER]
    facets = {
        "format": (d.format,),
        "language": d.languages,
        "audience": (d.audience.code,) if d.audience.code else (),
        "kind": kind,
        "genre": _unique(g.label for g in d.genres),
        "subject": _unique(s.label for s in d.subjects),
        "author": _unique(c.name for c in d.contributors),
        "series": _unique(s.heading or s.title for s in d.series),
        "branch": _unique(item.branch for item in items),
        "in": _in_at(d, items),
        "available": _available(d, items),
        "onorder": _unique(("yes", *(i.branch for i in ordered))) if ordered else (),
        "class": _classes(d),
        "heading": tuple(ref.heading_id for ref in headings),
    }
    return {name: values for name, values in facets.items() if values}


def _twins(description: Description) -> Iterable[tuple[str, str]]:
    """What names, subjects and series are called in their own script, and what they are here."""
    d = description
    yield from ((c.vernacular, c.name) for c in d.contributors if c.vernacular)
    yield from ((s.vernacular, s.label) for s in d.subjects if s.vernacular)
    yield from ((s.vernacular, s.heading or s.title) for s in d.series if s.vernacular)


def _local_number(control_number: str) -> dict[str, Sequence[str]]:
    return {"localid": (control_number,)} if control_number else {}


def _numbers(description: Description, items: Sequence[Item], added: int) -> dict[str, int]:
    numbers = {"added": added, "copies": len(items), "loans": sum(item.loans for item in items)}
    audience = description.audience
    suits = audience.youngest is not None or audience.oldest is not None
    known = {
        "year": description.publication.year,
        "youngest": (audience.youngest or 0) if suits else None,
        "oldest": (NO_LIMIT if audience.oldest is None else audience.oldest) if suits else None,
        "lexile": int(audience.lexile) if audience.lexile.isdecimal() else None,
    }
    return numbers | {name: number for name, number in known.items() if number is not None}


def _names(contributors: Iterable[Contributor]) -> Words:
    return [f"{each.name} {each.vernacular}".rstrip() for each in contributors]


def _labels(headings: Iterable[Heading]) -> Words:
    return [f"{each.label} {each.vernacular}".rstrip() for each in headings]


def _is_artist(contributor: Contributor) -> bool:
    return not ARTISTS.isdisjoint(contributor.roles)


def _is_somebody_else(contributor: Contributor) -> bool:
    is_known = _is_author(contributor) or _is_artist(contributor)
    return not is_known and not _is_office(contributor)


def _is_office(contributor: Contributor) -> bool:
    """An office or a committee within a larger body: *United States. Forest Service*."""
    is_body = contributor.kind == "body" and not _is_artist(contributor)
    return is_body and _WITHIN_A_BODY.search(contributor.name) is not None


def _is_author(contributor: Contributor) -> bool:
    """A main entry without a stated role is an author, as is everyone said to be one."""
    is_plain_creator = contributor.is_creator and not contributor.roles
    return (is_plain_creator or "author" in contributor.roles) and not _is_office(contributor)


def _available(description: Description, items: Sequence[Item]) -> tuple[str, ...]:
    now = ("now",) if any(item.status is ItemStatus.IN for item in items) else ()
    return (*now, "online") if _is_online(description) else now


def _in_at(description: Description, items: Sequence[Item]) -> tuple[str, ...]:
    """The branches where a copy is in now, whether it is online, and whether it is held at all."""
    branches = _unique(item.branch for item in items if item.status is ItemStatus.IN)
    online = (IS_ONLINE,) if _is_online(description) else ()
    return (*branches, *online, IS_HELD) if items else (*branches, *online)


def _is_online(description: Description) -> bool:
    has_link = any(link.relation == "resource" for link in description.links)
    return description.format in ONLINE or has_link


def _classes(description: Description) -> tuple[str, ...]:
    """The broadest class of each number: ``dewey 300``, ``lc H``, ``sudoc Y``."""
    return _unique(_class_of(each) for each in description.call_numbers)


def _class_of(number: CallNumber) -> str:
    scheme = scheme_named(number.scheme)
    classes = scheme.classes_of(number.number) if scheme.code == number.scheme else ()
    noughts = "00" if number.scheme == "dewey" else ""
    return f"{number.scheme} {classes[0]}{noughts}" if classes else ""


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, values)))
