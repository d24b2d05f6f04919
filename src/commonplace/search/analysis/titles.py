"""Whole titles made comparable, for the rule that known titles come first."""

import re
import unicodedata

from commonplace.search.analysis.tokens import words_of

LONGEST_FORM = 400
_LEADING_ARTICLE = re.compile(r"^\W*(?:the|an?)\s+(?=\S)", re.IGNORECASE)


def title_form(text: str) -> str:
    """The one spelling of a whole title under which it is known.

    Case, diacritics, punctuation, spaces, *and* or *&* and a leading English article make no
    difference, so *gui tu lie che* and *Guitulieche* are one. A title of signs alone (*…*, *?*)
    stands for itself. Empty only for text that shows nothing.
    """
    title = without_article(text)
    words = words_of(title)
    form = "".join(word for word in words if word != "and") or "".join(words)
    return (form or _signs(title))[:LONGEST_FORM]


def without_article(title: str) -> str:
    """The title without an English article at its head."""
    return _LEADING_ARTICLE.sub("", title, count=1)


def _signs(text: str) -> str:
    shown = (each for each in text if unicodedata.category(each)[0] not in "CZ")
    return "".join(shown)


def sort_key(text: str) -> str:
    """The key a title or a name is filed under: its words, folded, in order."""
    return " ".join(words_of(text))
