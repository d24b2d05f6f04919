"""The words of this catalogue where a misspelt one can look for what it may have meant.

They are put in whole when an index is built and grow as titles come in. A word that no title has
any more stays until the next building: whoever offers it counts first what it finds.
"""

from collections.abc import Collection, Iterable, Mapping

from django.db import connections, transaction

from commonplace.catalogue.stores import DERIVED, Table, among, in_chunks, select
from commonplace.search.suggestions.spelling import (
    Known,
    buckets_to_keep,
    buckets_to_look_in,
    own_bucket,
)

SPELLINGS = Table(DERIVED, "browse_spellingrow", ("bucket", "words"), same=("bucket",))
_END, _BEFORE_WEIGHT = "\n", "\t"


def put_spellings(words: Mapping[str, int]) -> None:
    """Keep these words, each with its number of titles, and no others."""
    lines: dict[int, list[str]] = {}
    for word, titles in words.items():
        line = _line(word, titles)
        for bucket in buckets_to_keep(word):
            lines.setdefault(bucket, []).append(line)
    rows = ((bucket, _END.join(lines[bucket])) for bucket in sorted(lines))
    with transaction.atomic(DERIVED):
        with connections[DERIVED].cursor() as cursor:
            cursor.execute(f"DELETE FROM {SPELLINGS.name}")  # noqa: S608 -- our own name
        for chunk in in_chunks(rows):
            SPELLINGS.put(chunk)


def add_spellings(words: Mapping[str, int]) -> None:
    """Keep those of these words that were not known."""
    known = {each.word for each in _kept_in({own_bucket(word) for word in words})}
    new = {word: titles for word, titles in words.items() if word not in known}
    lines: dict[int, list[str]] = {}
    for word, titles in new.items():
        for bucket in buckets_to_keep(word):
            lines.setdefault(bucket, []).append(_line(word, titles))
    with transaction.atomic(DERIVED):
        for chunk in in_chunks(lines):
            kept = _rows(chunk)
            SPELLINGS.put([(b, _END.join([*kept.get(b, ()), *lines[b]])) for b in chunk])


def words_near(word: str) -> list[Known]:
    """The words that share a key with this one, and a few others."""
    return list(dict.fromkeys(_kept_in(buckets_to_look_in(word))))


def are_spelt(words: Collection[str]) -> set[str]:
    """Those of these words that the catalogue has."""
    wanted = set(words)
    return {each.word for each in _kept_in(map(own_bucket, wanted)) if each.word in wanted}


def _line(word: str, titles: int) -> str:
    return f"{word}{_BEFORE_WEIGHT}{titles.bit_length()}"


def _kept_in(buckets: Iterable[int]) -> Iterable[Known]:
    for chunk in in_chunks(set(buckets)):
        for lines in _rows(chunk).values():
            for line in lines:
                word, _, weight = line.partition(_BEFORE_WEIGHT)
                yield Known(word, int(weight))


def _rows(buckets: Collection[int]) -> dict[int, list[str]]:
    sql = f"SELECT bucket, words FROM {SPELLINGS.name} WHERE {among('bucket', buckets)}"  # noqa: S608 -- our own names
    rows = select(DERIVED, sql, list(buckets))
    return {bucket: words.split(_END) for bucket, words in rows}
