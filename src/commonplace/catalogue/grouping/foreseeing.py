"""What a decision would change, found without making it: works as they are and as they would be."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from commonplace.bibliography import id_of, number_of
from commonplace.bibliography.names_that_last import numbered
from commonplace.catalogue.grouping.queries import Decision, works_of_titles
from commonplace.catalogue.grouping.reading import part_around, texts_of_joined
from commonplace.catalogue.grouping.rulings import Standing, followed, standing
from commonplace.catalogue.stores import DERIVED, among, in_chunks, select
from commonplace.works.grouping import Join, Ruling, Split, group

Works = dict[str, tuple[str, ...]]
"""Titles by the work they are in."""

_NOT_YET = numbered("a decision nobody has made yet")


@dataclass(frozen=True, slots=True)
class Foreseen:
    """The works that a decision changes: with their titles now, and then.

    The id of a work that does not exist yet is nobody's address.
    """

    before: Works
    after: Works

    @property
    def changes_nothing(self) -> bool:
        """Whether the same titles would be together."""
        return set(self.before.values()) == set(self.after.values())


def foresee_join(work_ids: Collection[str]) -> Foreseen:
    """What would be if staff joined these works."""
    now = standing()
    titles = _titles_of(work_ids)
    keys = tuple(_unders(titles, now))
    return _foreseen(titles, now, replace(now, rulings=(Join(keys), *now.rulings)))


def foresee_split(work_id: str, title_ids: Collection[str]) -> Foreseen:
    """What would be if staff set these titles apart from the others of their work."""
    now = standing()
    titles = _titles_of([work_id])
    stay = _unders({title: key for title, key in titles.items() if title not in title_ids}, now)
    went = _unders({title: key for title, key in titles.items() if title in title_ids}, now)
    ruling: Ruling = Split(_NOT_YET, tuple(key for key in went if key not in stay), tuple(stay))
    own = {number_of(title): _NOT_YET for title in title_ids}
    then = replace(now, rulings=(ruling, *now.rulings), set_apart=now.set_apart | own)
    return _foreseen(titles, now, then)


def foresee_undoing(decision: Decision) -> Foreseen:
    """What would be if this decision were undone."""
    now, then = standing(), standing(without=decision.own_id)
    named = {*followed((*decision.keys, *decision.rest)), number_of(decision.own_id)}
    titles = _keys_of_titles({*decision.titles, *_set_apart_under(named, now)})
    return _foreseen(titles, now, then, named)


def _foreseen(
    titles: dict[str, str], now: Standing, then: Standing, named: Iterable[int] = ()
) -> Foreseen:
    """Everything that hangs together with these titles and keys, now or then."""
    around = part_around({*named, *map(number_of, titles.values())}, now)
    part = part_around(around.live | set(named), then)
    works = group(texts_of_joined(part, then), part.edges, then.rulings)
    after = {id_of(title): id_of(works.get(key, key)) for title, key in part.under.items()}
    before = works_of_titles(after)
    return _where_they_differ(before, after)


def _where_they_differ(before: dict[str, str], after: dict[str, str]) -> Foreseen:
    were, will_be = _by_work(before), _by_work({each: after[each] for each in before})
    same = set(were.values()) & set(will_be.values())
    return Foreseen(
        {work: titles for work, titles in were.items() if titles not in same},
        {work: titles for work, titles in will_be.items() if titles not in same},
    )


def _by_work(works: dict[str, str]) -> Works:
    found: dict[str, list[str]] = {}
    for title_id in sorted(works):
        found.setdefault(works[title_id], []).append(title_id)
    return {work_id: tuple(titles) for work_id, titles in sorted(found.items())}


def _titles_of(work_ids: Collection[str]) -> dict[str, str]:
    sql = f"SELECT title_id, key_id FROM rows_title WHERE {among('work_id', work_ids)}"  # noqa: S608 -- marks only
    return dict(select(DERIVED, sql, list(work_ids)))


def _keys_of_titles(title_ids: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for chunk in in_chunks(title_ids):
        sql = f"SELECT title_id, key_id FROM rows_title WHERE {among('title_id', chunk)}"  # noqa: S608 -- marks only
        found |= dict(select(DERIVED, sql, chunk))
    return found


def _unders(titles: dict[str, str], now: Standing) -> list[int]:
    """What these titles are grouped under, in the order of its spelling."""
    found = {now.set_apart.get(number_of(title), number_of(key)) for title, key in titles.items()}
    return sorted(found, key=id_of)


def _set_apart_under(named: Collection[int], now: Standing) -> list[str]:
    return [id_of(title) for title, own in now.set_apart.items() if own in named]
