"""The headings a title stands under, with the ids their pages are addressed by.

A heading's id comes from its kind and its normalised label, so two records that differ in case,
punctuation or diacritics share a page.
"""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from commonplace.bibliography import Contributor, Description, HeadingKind, heading_id_of

_NAME, _SUBJECT = HeadingKind.NAME.value, HeadingKind.SUBJECT.value
_GENRE, _SERIES = HeadingKind.GENRE.value, HeadingKind.SERIES.value


class HeadingRef(NamedTuple):
    """One heading: its address, its kind, the form readers see, the original script's twin."""

    heading_id: str
    kind: str
    label: str
    vernacular: str


def headings_of(description: Description) -> tuple[HeadingRef, ...]:
    """Every heading of this title, once each, in the record's order."""
    refs = [_ref(*each) for each in _labels(description) if each[1]]
    return tuple({ref.heading_id: ref for ref in refs}.values())


def heading_of_name(contributor: Contributor) -> HeadingRef:
    """The name heading of this contributor; dates belong to it and keep namesakes apart."""
    return _ref(_NAME, _name_label(contributor), contributor.vernacular)


def heading_of(kind: HeadingKind, label: str, vernacular: str = "") -> HeadingRef:
    """The heading of this kind with this label."""
    return _ref(kind.value, label, vernacular)


def _labels(description: Description) -> Iterator[tuple[str, str, str]]:
    for contributor in description.contributors:
        yield _NAME, _name_label(contributor), contributor.vernacular
    for subject in description.subjects:
        yield _SUBJECT, subject.label, subject.vernacular
    for genre in description.genres:
        yield _GENRE, genre.label, genre.vernacular
    for series in description.series:
        yield _SERIES, series.heading or series.title, series.vernacular


def _name_label(contributor: Contributor) -> str:
    return f"{contributor.name}, {contributor.dates}" if contributor.dates else contributor.name


def _ref(kind: str, label: str, vernacular: str) -> HeadingRef:
    return HeadingRef(_heading_id(kind, label), kind, label, vernacular)


@lru_cache(maxsize=50_000)
def _heading_id(kind: str, label: str) -> str:
    return heading_id_of(kind, _normalised(label))


def _normalised(label: str) -> str:
    if label.isascii():
        return " ".join(label.lower().translate(_ASCII).split())
    decomposed = unicodedata.normalize("NFKD", label).casefold()
    kept = (c if c.isalnum() else " " for c in decomposed if not unicodedata.combining(c))
    return " ".join("".join(kept).split())


_ASCII = {code: " " for code in range(128) if not chr(code).isalnum()}
