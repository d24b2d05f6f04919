"""gettext for templates: the page's words as safe markup, what is filled in escaped.

Messages are ours and hold no markup. A page says a hundred of them, so each is looked up once for
each language and kept.
"""

from collections.abc import Callable
from typing import Any, Protocol

from django.utils.translation import get_language, gettext, ngettext
from markupsafe import Markup, escape

from commonplace.web.words.moments import number

_kept: dict[tuple[str | None, str], Markup] = {}


def said_here(message: str, **filled: Any) -> Markup:
    """The message in the page's language, its named places filled in."""
    key = (get_language(), message)
    words = _kept.get(key)
    if words is None:
        words = _kept[key] = Markup(gettext(message))  # noqa: S704 -- our own message
    return words % filled if filled else words


class Sayable(Protocol):
    """A sentence as data: a template, and what is filled in."""

    @property
    def template(self) -> str:
        """The sentence in English with ``{places}``."""

    def said(self, say: Callable[[str], str]) -> dict[str, str]:
        """What is filled in, its own words through ``say``."""


def isolated(words: str) -> Markup:
    """Words apart from the direction of the sentence they stand in."""
    return Markup("<bdi>%s</bdi>") % words


def sentence_of(data: Sayable, dress: Callable[[str], Markup] = isolated) -> Markup:
    """A sentence of the catalogue's in the page's language, what is filled in dressed."""
    filled = {name: dress(words) for name, words in data.said(gettext).items()}
    return escape(gettext(data.template)).format(**filled)


def counted_here(one: str, several: str, count: int, **filled: Any) -> Markup:
    """The message for so many; ``num`` is the count as figures."""
    words = Markup(ngettext(one, several, count))  # noqa: S704 -- our own message
    return words % ({"num": number(count)} | filled)
