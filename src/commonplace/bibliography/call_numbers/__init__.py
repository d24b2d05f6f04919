"""Call numbers: which scheme one follows and the key that files it where a librarian would."""

from commonplace.bibliography.call_numbers.keys import SCHEMES, scheme_of, shelf_key

__all__ = ["SCHEMES", "scheme_of", "shelf_key"]
