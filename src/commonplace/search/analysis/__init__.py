"""Text → words, once for all engines: folding, scripts, spellings, forms of whole titles."""

from commonplace.search.analysis.folding import fold
from commonplace.search.analysis.titles import sort_key, title_form, title_forms
from commonplace.search.analysis.tokens import (
    Analysed,
    Term,
    analyse,
    analyse_each,
    terms_of,
    words_of,
)

__all__ = [
    "Analysed",
    "Term",
    "analyse",
    "analyse_each",
    "fold",
    "sort_key",
    "terms_of",
    "title_form",
    "title_forms",
    "words_of",
]
