"""What pages ask of contributions: named SQL, answered with frozen values.

Works are asked for by the id they have now; an anchor knows it. Only what is published is answered.
A plus before a column keeps SQLite from looking through a popular work where few authors are asked
for; ``NOT (author = '')`` is how the index of one rating an author is made, so that it is used.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from commonplace.catalogue.stores import PRECIOUS, among, as_stored, in_chunks, select
from commonplace.community.contributions.models import MOST_STARS, Role, State
from commonplace.community.contributions.values import (
    Kind,
    Place,
    Ratings,
    Standing,
    Voices,
    WrittenComment,
)

NO_VOICES = Voices()
Libraries = Collection[str] | None
_TABLES = {Kind.RATING: "community_rating", Kind.COMMENT: "community_comment"}
_ANCHORS_AT_ONCE = 100
_AUTHORS_AT_ONCE = 1_000
_PUBLISHED = "state = 'published'"
_COMMENT = """contribution_id, anchor_id, format, author_name, role, library, language, written,
              version, words, is_spoiler, author"""


def ratings_of(work_id: str, libraries: Libraries = None) -> Ratings:
    """The ratings of this work that count."""
    return ratings_of_works([work_id], libraries).get(work_id, Ratings())


def ratings_of_works(work_ids: Collection[str], libraries: Libraries = None) -> dict[str, Ratings]:
    """The ratings that count of those of these works that have any."""
    works: dict[str, list[int]] = {}
    for chunk in in_chunks(work_ids):
        sql = f"SELECT work_id, id FROM catalogue_anchor WHERE {among('work_id', chunk)}"
        for work_id, anchor in select(PRECIOUS, sql, chunk):
            works.setdefault(work_id, []).append(anchor)
    counts = _by_anchor([each for anchors in works.values() for each in anchors], libraries)
    made = {work_id: _ratings(anchors, counts, libraries) for work_id, anchors in works.items()}
    return {work_id: ratings for work_id, ratings in made.items() if ratings.count}


def voices_of(work_id: str, limit: int) -> Voices:
    """What the page of a work begins with: its ratings, its newest comments, how many there are."""
    anchors = _anchors_of(work_id)
    if not anchors:
        return NO_VOICES
    ratings = ratings_of(work_id)
    comments = _count(Kind.COMMENT, anchors)
    newest = tuple(_newest(anchors, None, limit, None)) if comments and limit else ()
    counts = {Kind.RATING: ratings.count, Kind.COMMENT: comments}
    return Voices(ratings, newest, counts)


def comments_of(
    work_id: str, start: Place | None = None, *, limit: int, libraries: Libraries = None
) -> list[WrittenComment]:
    """The comments of this work from this place on, the newest first."""
    anchors = _anchors_of(work_id)
    return _newest(anchors, start, limit, libraries) if anchors else []


def count_comments(work_id: str, libraries: Libraries = None) -> int:
    """How many comments this work has."""
    anchors = _anchors_of(work_id)
    return _count(Kind.COMMENT, anchors, libraries) if anchors else 0


def standing_of(contribution_id: str) -> Standing | None:
    """Where this contribution is and in which state; ``None`` when there never was one."""
    for kind, table in _TABLES.items():
        sql = f"""SELECT state, title_id, work_id, written FROM {table}
                  JOIN catalogue_anchor ON catalogue_anchor.id = anchor_id
                  WHERE contribution_id = %s"""
        for state, title_id, work_id, written in select(PRECIOUS, sql, [contribution_id]):
            return Standing(kind, State(state), title_id, work_id, _moment(written))
    return None


def _by_anchor(anchors: Collection[int], libraries: Libraries) -> dict[int, list[int]]:
    """How many ratings of each number of stars stand on those of these anchors that have any."""
    where, values = _within(libraries)
    counts: dict[int, list[int]] = {}
    for chunk in in_chunks(anchors):
        sql = f"""SELECT anchor_id, stars, count(*) FROM community_rating
                  WHERE {among("anchor_id", chunk)} AND {_PUBLISHED}{where}
                  GROUP BY anchor_id, stars"""
        for anchor, stars, count in select(PRECIOUS, sql, [*chunk, *values]):
            counts.setdefault(anchor, [0] * MOST_STARS)[stars - 1] = count
    return counts


def _ratings(anchors: Iterable[int], counts: dict[int, list[int]], libraries: Libraries) -> Ratings:
    """The ratings of one work: those on its anchors, less those that a later one supersedes."""
    rated = sorted((each for each in anchors if each in counts), key=lambda each: sum(counts[each]))
    histogram = [sum(each) for each in zip(*(counts[anchor] for anchor in rated), strict=True)]
    if len(rated) > 1:
        for stars in _superseded(rated, libraries):
            histogram[stars - 1] -= 1
    return Ratings(tuple(histogram)) if rated else Ratings()


def _superseded(anchors: Sequence[int], libraries: Libraries) -> Iterator[int]:
    """The stars of each rating whose author has a later one on these anchors."""
    where, values = _within(libraries)
    by_author: dict[str, list[tuple[datetime, str, int]]] = {}
    for authors in in_chunks(_repeated(anchors), _AUTHORS_AT_ONCE):
        sql = f"""SELECT author, changed, contribution_id, stars FROM community_rating
                  WHERE {among("author", authors)} AND {among("+anchor_id", anchors)}
                  AND {_PUBLISHED}{where}"""
        for author, changed, *told in select(PRECIOUS, sql, [*authors, *anchors, *values]):
            by_author.setdefault(author, []).append((_moment(changed), *told))
    for theirs in by_author.values():
        yield from (stars for *_when, stars in sorted(theirs)[:-1])


def _repeated(anchors: Sequence[int]) -> list[str]:
    """The authors with ratings on several of these anchors, the one with the most standing last.

    Each of them has one on another than the last: only those are looked through.
    """
    sql = f"""SELECT DISTINCT author FROM community_rating AS one
              WHERE {among("anchor_id", anchors[:-1])} AND NOT (author = '') AND EXISTS (
                  SELECT 1 FROM community_rating AS other
                  WHERE {among("other.anchor_id", anchors)} AND other.anchor_id <> one.anchor_id
                  AND other.author = one.author AND NOT (other.author = ''))"""
    return [row[0] for row in select(PRECIOUS, sql, [*anchors[:-1], *anchors])]


def _anchors_of(work_id: str) -> dict[int, str]:
    """The anchors of a work, each with its title."""
    sql = "SELECT id, title_id FROM catalogue_anchor WHERE work_id = %s"
    return dict(select(PRECIOUS, sql, [work_id]))


def _count(kind: Kind, anchors: Collection[int], libraries: Libraries = None) -> int:
    where, values = _within(libraries)
    total = 0
    for chunk in in_chunks(anchors):
        sql = f"""SELECT count(*) FROM {_TABLES[kind]}
                  WHERE {among("anchor_id", chunk)} AND {_PUBLISHED}{where}"""
        total += select(PRECIOUS, sql, [*chunk, *values])[0][0]
    return total


def _newest(
    anchors: dict[int, str], start: Place | None, limit: int, libraries: Libraries
) -> list[WrittenComment]:
    """The newest of each anchor by its index, put together: it costs the same among 100,000."""
    rows: list[tuple[Any, ...]] = []
    for chunk in in_chunks(anchors, _ANCHORS_AT_ONCE):
        one, values = _newest_of_one(start, libraries)
        sql = " UNION ALL ".join(
            f"SELECT * FROM ({one} LIMIT {int(limit)}) AS a{anchor}" for anchor in chunk
        )
        rows += select(PRECIOUS, sql, [each for anchor in chunk for each in (anchor, *values)])
    rows.sort(key=lambda row: (_moment(row[7]), row[0]), reverse=True)
    stars = _stars_of({row[11] for row in rows[:limit]}, anchors)
    return [_comment(row, anchors[row[1]], stars.get(row[11], 0)) for row in rows[:limit]]


def _comment(row: tuple[Any, ...], title_id: str, stars: int) -> WrittenComment:
    contribution_id, _, format_code, name, role, library, language, written, *rest, _ = row
    version, words, is_spoiler = rest
    return WrittenComment(
        contribution_id=contribution_id,
        title_id=title_id,
        format=format_code,
        author_name=name,
        role=Role(role),
        library=library,
        language=language,
        written=_moment(written),
        version=version,
        words=words,
        is_spoiler=bool(is_spoiler),
        stars=stars,
    )


def _newest_of_one(start: Place | None, libraries: Libraries) -> tuple[str, list[Any]]:
    """The statement for one anchor, and its values behind the anchor's number."""
    where, values = _within(libraries)
    if start is not None:
        where += " AND (written, contribution_id) <= (%s, %s)"
        values += [as_stored(PRECIOUS, start.written), start.contribution_id]
    sql = f"""SELECT {_COMMENT} FROM community_comment WHERE anchor_id = %s AND {_PUBLISHED}{where}
              ORDER BY written DESC, contribution_id DESC"""
    return sql, values


def _stars_of(authors: set[str], anchors: Collection[int]) -> dict[str, int]:
    """How these authors rated the work; of one who did so twice, the latest."""
    known = sorted(authors - {""})
    if not known:
        return {}
    rows: list[tuple[Any, ...]] = []
    for chunk in in_chunks(anchors):
        sql = f"""SELECT author, stars, changed, contribution_id FROM community_rating
                  WHERE {among("author", known)} AND {among("+anchor_id", chunk)}
                  AND {_PUBLISHED}"""
        rows += select(PRECIOUS, sql, [*known, *chunk])
    rows.sort(key=lambda row: (_moment(row[2]), row[3]))
    return {row[0]: row[1] for row in rows}


def _within(libraries: Libraries) -> tuple[str, list[Any]]:
    """The condition that something was written at one of these libraries, and its values."""
    if libraries is None:
        return "", []
    return f" AND {among('library', libraries)}", list(libraries)


def _moment(value: Any) -> datetime:
    """A time as the store gives it: SQLite keeps text in UTC, PostgreSQL gives it aware."""
    moment = value if isinstance(value, datetime) else datetime.fromisoformat(value)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
