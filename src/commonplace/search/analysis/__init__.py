"""Text → words, once for all engines: folding, scripts, spellings, forms of whole titles."""

from commonplace.search.analysis.folding import fold
from commonplace.search.analysis.forms import MARK, Forms, forms_in
from commonplace.search.analysis.terms import Term, terms_of
from commonplace.search.analysis.titles import sort_key, title_form, title_forms
from commonplace.search.analysis.tokens import (
    Analysed,
    analyse,
    analyse_each,
    phrase_of,
    words_of,
)

__all__ = [
    "MARK",
    "Analysed",
    "Forms",
    "Term",
    "analyse",
    "analyse_each",
    "fold",
    "forms_in",
    "phrase_of",
    "sort_key",
    "terms_of",
    "title_form",
    "title_forms",
    "words_of",
]
