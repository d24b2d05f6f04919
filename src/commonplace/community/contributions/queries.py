"""What pages ask of contributions: named SQL, answered with frozen values.

Works are asked for by the id they have now; an anchor knows it. Only what is published is answered.
"""

from collections.abc import Collection, Iterable, Sequence
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
_PUBLISHED = "state = 'published'"
_COMMENT = """contribution_id, anchor_id, format, author_name, role, library, language, written,
              version, words, is_spoiler, author"""


def ratings_of(work_id: str, libraries: Libraries = None) -> Ratings:
    """The ratings of this work that count."""
    return ratings_of_works([work_id], libraries).get(work_id, Ratings())


def ratings_of_works(work_ids: Collection[str], libraries: Libraries = None) -> dict[str, Ratings]:
    """The ratings that count of those of these works that have any."""
    made: dict[str, Ratings] = {}
    for chunk in in_chunks(work_ids):
        rows = _by_anchor(chunk, libraries)
        several = _on_several_anchors(rows)
        plain = [(work, stars, count) for work, _, stars, count in rows if work not in several]
        made |= _histograms(plain + (_latest(several, libraries) if several else []))
    return made


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


def _by_anchor(work_ids: Sequence[str], libraries: Libraries) -> list[tuple[Any, ...]]:
    """For each of these works, anchors and numbers of stars: how many ratings there are."""
    where, values = _within(libraries)
    sql = f"""SELECT work_id, anchor_id, stars, count(*) FROM catalogue_anchor
              JOIN community_rating ON anchor_id = catalogue_anchor.id
              WHERE {among("work_id", work_ids)} AND {_PUBLISHED}{where}
              GROUP BY work_id, anchor_id, stars"""
    return select(PRECIOUS, sql, [*work_ids, *values])


def _on_several_anchors(rows: Iterable[tuple[Any, ...]]) -> list[str]:
    """The works where one author's ratings may stand on more than one anchor."""
    anchors: dict[str, set[int]] = {}
    for work_id, anchor, _stars, _count in rows:
        anchors.setdefault(work_id, set()).add(anchor)
    return [work_id for work_id, some in anchors.items() if len(some) > 1]


def _latest(work_ids: Sequence[str], libraries: Libraries) -> list[tuple[Any, ...]]:
    """The same without anchors, and of each author the latest only."""
    where, values = _within(libraries)
    sql = f"""SELECT work_id, stars, count(*) FROM (
                  SELECT work_id, stars, row_number() OVER (
                      PARTITION BY work_id, coalesce(nullif(author, ''), contribution_id)
                      ORDER BY changed DESC, contribution_id DESC) AS place
                  FROM catalogue_anchor JOIN community_rating ON anchor_id = catalogue_anchor.id
                  WHERE {among("work_id", work_ids)} AND {_PUBLISHED}{where}) AS ranked
              WHERE place = 1 GROUP BY work_id, stars"""
    return select(PRECIOUS, sql, [*work_ids, *values])


def _histograms(rows: Iterable[tuple[Any, ...]]) -> dict[str, Ratings]:
    made: dict[str, list[int]] = {}
    for work_id, stars, count in rows:
        made.setdefault(work_id, [0] * MOST_STARS)[stars - 1] += count
    return {work_id: Ratings(tuple(counts)) for work_id, counts in made.items()}


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
                  WHERE {among("author", known)} AND {among("anchor_id", chunk)} AND {_PUBLISHED}"""
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
