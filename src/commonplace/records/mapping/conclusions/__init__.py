"""What only the whole record can tell: parts of a description that several fields decide together.

``CONCLUSIONS`` names one part of ``Description`` and the function that decides it from what the
walk has gathered; ``TOGETHER`` names parts that are decided in one go, by functions that give a
dictionary of them. Parts that come straight from a row are in neither.
"""

from collections.abc import Callable
from typing import Any

from commonplace.records.mapping.conclusions.audience import audience
from commonplace.records.mapping.conclusions.fiction import is_fiction
from commonplace.records.mapping.conclusions.formats import format_code
from commonplace.records.mapping.conclusions.headings import headings
from commonplace.records.mapping.conclusions.identifiers import identifiers, links
from commonplace.records.mapping.conclusions.languages import languages
from commonplace.records.mapping.conclusions.people import contributors
from commonplace.records.mapping.conclusions.physical import carriers, physical
from commonplace.records.mapping.conclusions.publication import publication
from commonplace.records.mapping.conclusions.series import series
from commonplace.records.mapping.conclusions.titles import titles
from commonplace.records.mapping.plan import Gathered

CONCLUSIONS: tuple[tuple[str, Callable[[Gathered], Any]], ...] = (
    ("contributors", contributors),
    ("publication", publication),
    ("physical", physical),
    ("carriers", carriers),
    ("format", format_code),
    ("audience", audience),
    ("fiction", is_fiction),
    ("series", series),
    ("identifiers", identifiers),
    ("links", links),
)

TOGETHER: tuple[tuple[str, Callable[[Gathered], dict[str, Any]]], ...] = (
    (
        "title_proper remainder parallel_titles variant_titles part_number part_name filing_skip",
        titles,
    ),
    ("languages subtitles original_languages", languages),
    ("subjects genres regions periods", headings),
)

__all__ = ["CONCLUSIONS", "TOGETHER"]
