"""What counts for how much when results are put in order of relevance.

First, always, the titles that are named whole. Then by where the words stand: in the title, in a
name, in a subject, elsewhere; closer and earlier in the title is better; how much a title is asked
for only tips the scale.
"""

from collections.abc import Mapping
from math import log2

from commonplace.search.engines.ordering import popularity

PLACES: tuple[tuple[tuple[str, ...], float], ...] = (
    (("title",), 40.0),
    (("author", "artist", "contributor"), 24.0),
    (("series",), 16.0),
    (("subject", "genre"), 12.0),
)
TITLE_PHRASE = 12.0
TITLE_START = 12.0
MOST_TERMS_RANKED = 16
_MOST_FROM_POPULARITY = 0.2


def popularity_factor(numbers: Mapping[str, int]) -> float:
    """Between 1 and 1.2: what a score is multiplied by."""
    return 1 + min(_MOST_FROM_POPULARITY, 0.01 * log2(1 + popularity(numbers)))
