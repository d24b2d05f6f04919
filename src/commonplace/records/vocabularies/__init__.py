"""Closed lists of the trade, as plain tables: codes and the words they stand for."""

from commonplace.records.vocabularies.languages import LANGUAGES, language_of
from commonplace.records.vocabularies.relators import RELATORS, role_of

__all__ = ["LANGUAGES", "RELATORS", "language_of", "role_of"]
