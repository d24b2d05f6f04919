"""Which scheme a bare call number is of: the library's own word first, then its look."""

from commonplace.bibliography.call_numbers import dewey, lc, local, nlm, sudoc, un
from commonplace.bibliography.call_numbers.scheme import Scheme

# From the most to the least particular: what one of them recognises is not asked of the next.
_IN_TURN = (sudoc.SCHEME, dewey.SCHEME, nlm.SCHEME, lc.SCHEME, un.SCHEME, local.SCHEME)
_BY_CODE = {scheme.code: scheme for scheme in _IN_TURN}

# Schemes whose numbers records carry, and no shelf we know is arranged by: filed word by word.
_FILED_AS_LOCAL = ("udc", "other")
SCHEMES = (*_BY_CODE, *_FILED_AS_LOCAL)


def scheme_named(code: str) -> Scheme:
    """The scheme of this code; the local rule for a code that has none of its own."""
    return _BY_CODE.get(code, local.SCHEME)


def scheme_of(number: str, shelved_by: str = "") -> str:
    """The code of the scheme a label follows.

    ``shelved_by`` is what the library says of the shelf it stands on. A label that cannot be of
    that scheme (a DVD among the Dewey numbers) is told by its look.
    """
    if shelved_by and scheme_named(shelved_by).parse(number):
        return shelved_by
    return next((each.code for each in _IN_TURN if each.looks_like_it(number)), local.SCHEME.code)


def shelf_key(scheme: str, number: str) -> str:
    """The key that files this number; one that its scheme cannot read is filed word by word.

    Empty only where there is neither letter nor figure.
    """
    return scheme_named(scheme).key(number) or local.SCHEME.key(number)
