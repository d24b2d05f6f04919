"""Which words of a vocabulary may have been meant by one that is not in it.

A word is kept under keys: itself, itself less each of its letters, and its skeleton, which has no
vowels, no letter twice and one letter for those that sound alike. Words that share a key are near
each other; how near says the optimal string alignment distance, in which two letters that changed
places count as one mistake. The keys are those of symmetric deletion, which knows no alphabet.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

from rapidfuzz.distance import OSA

from commonplace.search.suggestions.runs import HAS_SIGN
from commonplace.search.suggestions.vocabulary import SHORTEST

BUCKETS = 1 << 16
_ONE_MISTAKE, _TWO_MISTAKES, _THREE_MISTAKES = 3, 6, 8
_MOST_TWICE_LESS = 16
_SKELETON = "="
_LEAST_SKELETON = 3
_UNHEARD = str.maketrans(
    {"q": "k", "c": "k", "z": "s", "x": "ks", "v": "w", "j": "g"}
    | dict.fromkeys("aeiouyh")  # Latin
    | dict.fromkeys("аеёиоуыэюяіїєйьъ")  # Cyrillic
    | dict.fromkeys("αεηιουω")  # Greek
    | dict.fromkeys("اويىةهء")  # Arabic, without the letters that are often left out
    | dict.fromkeys("אוהיע")  # Hebrew likewise
)
_TWICE = re.compile(r"(.)\1+")
_ALIKE_AT_THE_END = str.maketrans("y", "i")
_SOUNDS = (("ph", "f"), ("ck", "k"), ("sch", "sh"), ("tsch", "ch"))


@dataclass(frozen=True, slots=True)
class Known:
    """A word of the vocabulary; ``weight`` grows by one whenever twice as many titles have it."""

    word: str
    weight: int


def buckets_to_keep(word: str) -> set[int]:
    """Where a word of the vocabulary is kept."""
    return _buckets(_keys(word))


def buckets_to_look_in(word: str) -> set[int]:
    """Where words that may have been meant by this one are kept."""
    keys = set(_keys(word))
    if mistakes_in(word) > 1 and len(word) <= _MOST_TWICE_LESS:
        keys.update(less for shorter in _less_one(word) for less in _less_one(shorter))
    return _buckets(keys)


def own_bucket(word: str) -> int:
    """The one place where a word itself is kept, whatever else is near."""
    return crc32(word.encode("utf-8", "replace")) % BUCKETS


def mistakes_in(word: str) -> int:
    """How many mistakes a word of this length is likely to hold and still be known."""
    if HAS_SIGN.search(word):
        return 1 if len(word) >= _ONE_MISTAKE else 0
    if len(word) < _ONE_MISTAKE:
        return 0
    return 2 if len(word) >= _TWO_MISTAKES else 1


def nearest(typed: str, known: Iterable[Known], most: int) -> list[str]:
    """The known words that may have been meant by this one, the likeliest first."""
    heard, mistakes = skeleton(typed), mistakes_in(typed)
    near = {}
    for each in known:
        # One more than is likely is forgiven to a long word that sounds the same.
        distance = OSA.distance(typed, each.word, score_cutoff=mistakes + 1)
        if 0 < distance <= mistakes + 1 and len(each.word) >= min(SHORTEST, len(typed)):
            # A letter doubled, or one that should be, is the commonest mistake there is.
            is_doubled = _undoubled(typed) == _undoubled(each.word)
            sounds_alike = is_doubled or (bool(heard) and heard == skeleton(each.word))
            is_forgiven = sounds_alike and len(typed) >= _THREE_MISTAKES
            if distance <= mistakes + is_forgiven:
                near[each.word] = _cost(typed, each, distance, sounds_alike=sounds_alike)
    return sorted(near, key=lambda word: (near[word], word))[:most]


def is_one_mistake(typed: str, other: str) -> bool:
    """Whether a single mistake lies between these two."""
    return OSA.distance(typed, other, score_cutoff=1) == 1


def _undoubled(word: str) -> str:
    """No letter twice; a last y is heard as an i."""
    return _TWICE.sub(r"\1", word[:-1] + word[-1:].translate(_ALIKE_AT_THE_END))


def _cost(typed: str, known: Known, distance: int, *, sounds_alike: bool) -> float:
    """How unlikely it is that this was meant."""
    begins_otherwise = typed[0] != known.word[0]
    return distance + 0.5 * begins_otherwise - 0.4 * sounds_alike - 0.08 * known.weight


def skeleton(word: str) -> str:
    """What is left of a word that is heard and not seen; nothing where that is too little.

    >>> skeleton("dostoyevsky"), skeleton("dostoevskii"), skeleton("ada")
    ('dstwsk', 'dstwsk', '')
    """
    for written, said in _SOUNDS:
        word = word.replace(written, said)
    bare = _TWICE.sub(r"\1", word.translate(_UNHEARD))
    return bare if len(bare) >= _LEAST_SKELETON and not HAS_SIGN.search(bare) else ""


def halves(word: str) -> Iterator[tuple[str, str]]:
    """The two words that may have been written as one."""
    return ((word[:at], word[at:]) for at in range(SHORTEST - 1, len(word) - SHORTEST + 2))


def _keys(word: str) -> Sequence[str]:
    heard = skeleton(word)
    return [word, *_less_one(word), *([_SKELETON + heard] if heard else [])]


def _less_one(word: str) -> list[str]:
    return [word[:at] + word[at + 1 :] for at in range(len(word))] if len(word) > 1 else []


def _buckets(keys: Iterable[str]) -> set[int]:
    return {crc32(key.encode("utf-8", "replace")) % BUCKETS for key in keys}
