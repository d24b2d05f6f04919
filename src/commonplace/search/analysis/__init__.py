"""Text → words, once for all engines: folding, scripts, spellings, forms of whole titles."""

from commonplace.search.analysis.folding import fold
from commonplace.search.analysis.titles import sort_key, title_form
from commonplace.search.analysis.tokens import Analysed, Term, analyse, terms_of, words_of

__all__ = [
    "Analysed",
    "Term",
    "analyse",
    "fold",
    "sort_key",
    "terms_of",
    "title_form",
    "words_of",
]
