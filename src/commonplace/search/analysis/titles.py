"""Whole titles made comparable, for the rule that known titles come first."""

import re
import unicodedata

from commonplace.search.analysis.folding import fold
from commonplace.search.analysis.tokens import words_of

LONGEST_FORM = 400
_LEADING_ARTICLE = re.compile(r"^\s*(?:the|an?)\s+(?=\S)")


def title_form(text: str) -> str:
    """The one spelling of a whole title under which it is known.

    Case, diacritics, punctuation, spaces, *and* or *&* and a leading English article make no
    difference, so *gui tu lie che* and *Guitulieche* are one. A title of signs alone (*…*, *?*)
    stands for itself. Empty only for text that shows nothing.
    """
    folded = _LEADING_ARTICLE.sub("", fold(text), count=1)
    words = words_of(folded)
    form = "".join(word for word in words if word != "and") or "".join(words)
    return (form or _signs(text))[:LONGEST_FORM]


def _signs(text: str) -> str:
    shown = (each for each in text if unicodedata.category(each)[0] not in "CZ")
    return "".join(shown)


def sort_form(text: str, skip: int = 0) -> str:
    """The key a title or a name is filed under; ``skip`` letters at its head are left out."""
    return " ".join(words_of(text[skip:]))
