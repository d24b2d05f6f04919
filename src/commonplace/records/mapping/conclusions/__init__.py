"""What only the whole record can tell: parts of a description that several fields decide together.

``CONCLUSIONS`` names the part of ``Description`` and the function that decides it from what the
walk has gathered; parts that come straight from a row are not here.
"""

from collections.abc import Callable
from typing import Any

from commonplace.records.mapping.conclusions.audience import audience
from commonplace.records.mapping.conclusions.fiction import is_fiction
from commonplace.records.mapping.conclusions.formats import format_code
from commonplace.records.mapping.conclusions.headings import genres, periods, regions, subjects
from commonplace.records.mapping.conclusions.identifiers import identifiers, links
from commonplace.records.mapping.conclusions.languages import (
    languages,
    original_languages,
    subtitles,
)
from commonplace.records.mapping.conclusions.people import contributors
from commonplace.records.mapping.conclusions.physical import carriers, physical
from commonplace.records.mapping.conclusions.publication import publication
from commonplace.records.mapping.conclusions.series import series
from commonplace.records.mapping.plan import Gathered

CONCLUSIONS: tuple[tuple[str, Callable[[Gathered], Any]], ...] = (
    ("contributors", contributors),
    ("publication", publication),
    ("physical", physical),
    ("carriers", carriers),
    ("format", format_code),
    ("languages", languages),
    ("subtitles", subtitles),
    ("original_languages", original_languages),
    ("audience", audience),
    ("fiction", is_fiction),
    ("subjects", subjects),
    ("genres", genres),
    ("regions", regions),
    ("periods", periods),
    ("series", series),
    ("identifiers", identifiers),
    ("links", links),
)

__all__ = ["CONCLUSIONS"]
