"""Fiction or not, where the record says: genres first, then codes, then the class.

Literary form is 008/33 in books and 008/30-31 in recordings. Dewey 8x3 counts only when no code
speaks: criticism of an author has that class too.
"""

import re
from functools import lru_cache

from commonplace.records.mapping.plan import Gathered

BOOKS = {
    "0": False, "1": True, "d": True, "e": False, "f": True, "h": True, "i": False, "j": True,
    "s": False,
}  # fmt: skip
RECORDINGS = {"d": True, "f": True} | dict.fromkeys("abcehilmostv", False)
_FACT = re.compile(
    r"\bnon-?fiction|documentar|biograph|\bhistory$|essays|instructional|travelogue|concert films",
    re.IGNORECASE,
)
_FICTION = re.compile(
    r"\bfiction\b|\bnovels?\b|feature films|fiction films|\bdramas?\b(?! docum)|comed(?:y|ies)|"
    r"romance|animated films|fairy tales|thrillers?|fantasy|horror|short stories",
    re.IGNORECASE,
)
_DEWEY_FICTION = re.compile(r"8\d3(?:\.\d|$|/)")


def is_fiction(gathered: Gathered) -> bool | None:
    """Whether it is fiction; ``None`` where the record does not say."""
    by_genre = _by_genre(gathered)
    if by_genre is not None:
        return by_genre
    kind, codes = gathered.leader[6:7], gathered.first("codes_008")
    if kind in "at" and gathered.leader[7:8] not in "sib":
        said = BOOKS.get(codes[33:34])
        return said if said is not None else _by_class(gathered)
    if kind == "i":
        return next((RECORDINGS[code] for code in codes[30:32] if code in RECORDINGS), None)
    return None


def _by_genre(gathered: Gathered) -> bool | None:
    said = [genre_says(each.parts[0]) for each in gathered.values.get("genres", ())]
    if False in said:
        return False
    if True in said:
        return True
    for each in gathered.values.get("headings", ()):
        if each.is_fiction:
            return True
    return None


@lru_cache(maxsize=1 << 12)
def genre_says(label: str) -> bool | None:
    """Whether things of this genre are fiction; ``None`` for genres that are both.

    >>> genre_says("Documentary films"), genre_says("Science fiction"), genre_says("Poetry")
    (False, True, None)
    """
    if _FACT.search(label):
        return False
    return True if _FICTION.search(label) else None


def _by_class(gathered: Gathered) -> bool | None:
    for each in gathered.values.get("numbers", ()):
        if each.scheme == "dewey" and _DEWEY_FICTION.match(each.number):
            return True
    return None
