"""What two titles share, in words: the line under a similar title."""

from collections.abc import Mapping

from django.utils.translation import gettext_noop as noop
from markupsafe import Markup

from commonplace.bibliography import HeadingKind
from commonplace.discovery.searching import Shared
from commonplace.web.blocks.headings import shown_label
from commonplace.web.wording import isolated, said_here

_WORDS: Mapping[HeadingKind, str] = {
    HeadingKind.SERIES: noop("Same series: %(label)s"),
    HeadingKind.NAME: noop("Also by: %(label)s"),
    HeadingKind.SUBJECT: noop("Also about: %(label)s"),
    HeadingKind.GENRE: noop("Same genre: %(label)s"),
}


def words_for(shared: Shared | None) -> Markup:
    """What they share; empty where that is not known."""
    if shared is None:
        return Markup("")
    label = isolated(shown_label(shared.label, shared.kind))
    return said_here(_WORDS[shared.kind], label=label)


def facts_of(shared: Shared | None) -> dict[str, str] | None:
    """The same for a JSON twin."""
    return {"kind": shared.kind, "label": shared.label} if shared else None
