"""What counts for how much when results are put in order of relevance.

First, always, the titles that are named whole. Then by where the words stand: in the title, in a
genre, in a name, in title and name together, in a subject, elsewhere; closer and earlier in the
title is better, and a word as it was typed is worth more than one it only leads to. Offices and
committees within a larger body count only beside a title: nobody who types *constitution* looks for
a subcommittee. How rare the words are, how short the title and how much it is asked for only tip
the scale.
"""

from collections.abc import Mapping, Sequence
from math import log2

from commonplace.search.analysis.terms import Term, are_small_words
from commonplace.search.engines.ordering import popularity

Places = tuple[tuple[tuple[str, ...], float], ...]
PLACES: Places = (
    (("title",), 20.0),
    (("title", "author", "artist", "contributor", "responsibility"), 20.0),
    (("author", "artist", "contributor"), 24.0),
    (("series",), 16.0),
    (("subject", "genre"), 12.0),
    (("genre",), 52.0),
)
TITLE_AS_TYPED = 20.0
TITLE_WITHIN = 30.0
TITLE_TURNED = 60.0
TITLE_PHRASE = 12.0
VALUE_NAMED = 30.0
TITLE_START = 12.0
RARITY = 0.2
MOST_TERMS_RANKED = 16
_MOST_FROM_POPULARITY = 0.25
_FROM_TWICE_AS_MUCH = 0.015


def places_of(terms: Sequence[Term]) -> Places:
    """Where these words count for something: *and of the* only in a title."""
    return PLACES[:1] if are_small_words(terms) else PLACES


def popularity_factor(numbers: Mapping[str, int]) -> float:
    """Between 1 and 1.25: what a score is multiplied by."""
    return 1 + min(_MOST_FROM_POPULARITY, _FROM_TWICE_AS_MUCH * log2(1 + popularity(numbers)))
