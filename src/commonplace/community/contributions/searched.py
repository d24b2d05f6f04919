"""What search keeps of readers' words: by work, for many works at once, published words alone.

Two or three statements answer a batch, and one where nobody has written anything about it.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from commonplace.catalogue.stores import DERIVED, PRECIOUS, among, in_chunks, select
from commonplace.community.contributions.queries import ratings_of_works
from commonplace.community.contributions.values import Ratings

MOST_COMMENTS = 200
MOST_CHARACTERS = 100_000
_ANCHORS_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Heard:
    """What readers say of one work: their ratings, and the words of its newest comments."""

    ratings: Ratings = field(default_factory=Ratings)
    comments: tuple[str, ...] = ()


NOTHING_HEARD = Heard()


def heard_of_works(work_ids: Collection[str]) -> dict[str, Heard]:
    """What readers say of those of these works of which they say anything."""
    anchors = _anchors_of(work_ids)
    if not anchors:
        return {}
    spoken_of = set(anchors.values())
    ratings, comments = ratings_of_works(spoken_of), _comments_on(anchors)
    return {
        work_id: Heard(ratings.get(work_id, Ratings()), comments.get(work_id, ()))
        for work_id in spoken_of
        if work_id in ratings or work_id in comments
    }


def comments_of_works(work_ids: Collection[str]) -> dict[str, tuple[str, ...]]:
    """The words of the newest comments on each of these works that has any."""
    return _comments_on(_anchors_of(work_ids))


def titles_spoken_of(title_ids: Collection[str]) -> list[str]:
    """Every title of the works in which words written on these titles stand now."""
    works: set[str] = set()
    for chunk in in_chunks(title_ids):
        sql = f"SELECT work_id FROM catalogue_anchor WHERE {among('title_id', chunk)}"  # noqa: S608 -- marks only
        works |= {row[0] for row in select(PRECIOUS, sql, chunk)}
    return _titles_of(works)


def every_title_spoken_of() -> list[str]:
    """Every title of the works on which anything was ever written."""
    works = select(PRECIOUS, "SELECT DISTINCT work_id FROM catalogue_anchor")
    return _titles_of({row[0] for row in works})


def _titles_of(works: Collection[str]) -> list[str]:
    titles: list[str] = []
    for chunk in in_chunks(works):
        sql = f"SELECT title_id FROM rows_title WHERE {among('work_id', chunk)}"  # noqa: S608 -- marks only
        titles += [row[0] for row in select(DERIVED, sql, chunk)]
    return titles


def _anchors_of(work_ids: Collection[str]) -> dict[int, str]:
    """The anchors of these works, each with its work."""
    anchors: dict[int, str] = {}
    for chunk in in_chunks(work_ids):
        sql = f"SELECT id, work_id FROM catalogue_anchor WHERE {among('work_id', chunk)}"  # noqa: S608 -- marks only
        anchors |= dict(select(PRECIOUS, sql, chunk))
    return anchors


def _comments_on(anchors: dict[int, str]) -> dict[str, tuple[str, ...]]:
    by_work: dict[str, list[tuple[str, str, str]]] = {}
    for anchor, *told in _rows(anchors):
        by_work.setdefault(anchors[anchor], []).append((str(told[0]), told[1], told[2]))
    return {work_id: tuple(_newest(rows)) for work_id, rows in by_work.items()}


def _newest(rows: list[tuple[str, str, str]]) -> Iterator[str]:
    """The newest first, as many as an index bears for each of a work's titles."""
    room = MOST_CHARACTERS
    for _written, _its_id, words in sorted(rows, reverse=True)[:MOST_COMMENTS]:
        yield words[:room]
        room -= len(words)
        if room <= 0:
            return


def _rows(anchors: Iterable[int]) -> Iterator[tuple[int, str, str, str]]:
    """Published comments; of an anchor with very many the newest, by its index."""
    counts: dict[int, int] = {}
    for chunk in in_chunks(anchors):
        sql = f"""SELECT anchor_id, count(*) FROM community_comment
                  WHERE {among("anchor_id", chunk)} AND {_SHOWN} GROUP BY anchor_id"""  # noqa: S608 -- marks only
        counts |= dict(select(PRECIOUS, sql, chunk))
    for chunk in in_chunks(each for each, count in counts.items() if count <= MOST_COMMENTS):
        yield from _select(f"{_COMMENTS} WHERE {among('anchor_id', chunk)} AND {_SHOWN}", chunk)
    many = (each for each, count in counts.items() if count > MOST_COMMENTS)
    for chunk in in_chunks(many, _ANCHORS_AT_ONCE):
        newest = f"{_COMMENTS} WHERE anchor_id = %s AND {_SHOWN} {_NEWEST} LIMIT {MOST_COMMENTS}"
        parts = (f"SELECT * FROM ({newest}) AS a{anchor}" for anchor in chunk)  # noqa: S608 -- our own
        yield from _select(" UNION ALL ".join(parts), chunk)


_COMMENTS = "SELECT anchor_id, written, contribution_id, words FROM community_comment"
_SHOWN = "state = 'published'"
_NEWEST = "ORDER BY written DESC, contribution_id DESC"


def _select(sql: str, anchors: list[int]) -> list[tuple[int, str, str, str]]:
    return [(row[0], row[1], row[2], row[3]) for row in select(PRECIOUS, sql, anchors)]
