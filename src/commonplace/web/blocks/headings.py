"""Subject and genre headings, series: each with how many titles stand under it, and where to go.

And what two titles share, in words: the line under a similar title.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_noop as noop
from django.utils.translation import ngettext
from markupsafe import Markup

from commonplace.bibliography import Description, HeadingKind, Series
from commonplace.discovery.headings import HeadingRef, heading_of, headings_of
from commonplace.discovery.suggesting.alike import Shared, Tie
from commonplace.web.addresses import heading_address
from commonplace.web.blocks.folding import Folded, fold
from commonplace.web.wording import isolated, said_here
from commonplace.web.words.choices import kind_label
from commonplace.web.words.moments import number
from commonplace.web.words.names import person_as_said
from commonplace.web.words.tongues import language_tag

ABOUT = frozenset({HeadingKind.SUBJECT.value, HeadingKind.GENRE.value})
_SHARED: Mapping[Tie, str] = {
    Tie.SERIES: noop("Same series: %(label)s"),
    Tie.NAME: noop("Also by: %(label)s"),
    Tie.SUBJECT: noop("Also about: %(label)s"),
    Tie.GENRE: noop("Same genre: %(label)s"),
    Tie.SHELF: noop("Shelved beside it: %(label)s"),
}


@dataclass(frozen=True, slots=True)
class ShownHeading:
    """One heading on a page. ``count`` is how many titles stand under it, ``None`` if unknown."""

    kind: str
    label: str
    twin: str
    twin_tag: str
    address: str
    count: int | None

    @property
    def kind_label(self) -> str:
        """What kind of heading it is, in words; nothing for a subject, the usual kind."""
        return "" if self.kind == HeadingKind.SUBJECT else kind_label(self.kind)

    @property
    def titles(self) -> str:
        """The count in words."""
        if self.count is None:
            return ""
        return ngettext("%(n)s title", "%(n)s titles", self.count) % {"n": number(self.count)}

    def facts(self) -> dict[str, Any]:
        """The heading for a JSON twin."""
        return {
            "kind": self.kind,
            "label": self.label,
            "vernacular": self.twin,
            "titles": self.count,
            "address": self.address,
        }


def shown_label(label: str, kind: str = HeadingKind.SUBJECT) -> str:
    """A heading as readers see it: subdivisions behind dashes, people's names the way round."""
    if kind == HeadingKind.NAME:
        return person_as_said(label)
    return label.replace(" -- ", " – ").replace("--", " – ")


def about(description: Description) -> Folded[HeadingRef]:
    """The headings for what it is about and what it is, as many as a page bears."""
    refs = [ref for ref in headings_of(description) if ref.kind in ABOUT]
    return fold(refs, weigh=lambda ref: f"{ref.label}{ref.vernacular}")


def shown(
    refs: Folded[HeadingRef], counts: Mapping[str, int], languages: Sequence[str]
) -> Folded[ShownHeading]:
    """These headings with their counts."""
    return refs.each(lambda ref: _shown(ref, counts, languages))


def _shown(ref: HeadingRef, counts: Mapping[str, int], languages: Sequence[str]) -> ShownHeading:
    return ShownHeading(
        ref.kind,
        shown_label(ref.label, ref.kind),
        ref.vernacular,
        language_tag(ref.vernacular, languages),
        heading_address(ref.kind, ref.heading_id),
        counts.get(ref.heading_id),
    )


def series_headings(description: Description) -> Folded[tuple[HeadingRef, str]]:
    """The series it is in, each with its number there, as many as a page bears."""
    series = fold(description.series, weigh=lambda one: f"{one.title}{one.heading}{one.number}")
    return series.each(lambda one: (_series_heading(one), one.number))


def _series_heading(series: Series) -> HeadingRef:
    return heading_of(HeadingKind.SERIES, series.heading or series.title, series.vernacular)


def in_series(
    description: Description, counts: Mapping[str, int]
) -> Folded[tuple[ShownHeading, str]]:
    """The same, to be shown."""
    languages = description.languages
    return series_headings(description).each(
        lambda pair: (_shown(pair[0], counts, languages), pair[1])
    )


def shared_words(shared: Shared) -> Markup:
    """What they share."""
    if shared.tie is Tie.SHELF:
        return said_here(_SHARED[shared.tie], label=isolated(shared.label))
    return said_here(_SHARED[shared.tie], label=isolated(shown_label(shared.label, shared.tie)))


def shared_facts(shared: Shared) -> dict[str, str]:
    """The same for a JSON twin."""
    return {"kind": shared.tie, "label": shared.label}
