"""Call numbers: which scheme one follows, its parts, the key that files it, its class in words.

One module a scheme, all keeping ``scheme.Scheme``. To add one: write the module, name it in
``recognising``, and add its orders to the conformance suite.
"""

from commonplace.bibliography.call_numbers.recognising import (
    SCHEMES,
    scheme_named,
    scheme_of,
    shelf_key,
)
from commonplace.bibliography.call_numbers.scheme import Range, Scheme

__all__ = ["SCHEMES", "Range", "Scheme", "scheme_named", "scheme_of", "shelf_key"]
