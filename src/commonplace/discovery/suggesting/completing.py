"""Completions of what is being typed, told apart: titles, people, subjects, series.

The engine completes from the front of titles and headings, the commonest first; titles that have
what is typed within them, or in another script, are looked for besides. What very many begin with
was counted when the index was built.
"""

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from commonplace.bibliography import Description, HeadingKind
from commonplace.browse.beginnings import beginning
from commonplace.catalogue.queries import titles_by_id
from commonplace.discovery.answers import Asked
from commonplace.discovery.indexes import served_version
from commonplace.discovery.serving import asked_of_engine, best_hits, counted
from commonplace.search.analysis import title_form, words_of
from commonplace.search.analysis.titles import as_typed
from commonplace.search.engines.contract import Filter, Request, Sort
from commonplace.search.engines.errors import EngineError
from commonplace.search.engines.layout import COMPLETED_BY
from commonplace.search.query.parsing import parse
from commonplace.search.query.tree import Prefix, TitleIs
from commonplace.search.suggestions.beginnings import LONGEST

MOST = {
    HeadingKind.TITLE: 5,
    HeadingKind.NAME: 4,
    HeadingKind.SUBJECT: 3,
    HeadingKind.SERIES: 3,
}
SHORTEST = 2
_LONGEST = 200
_LOOKED_AT, _LOOKED_WITHIN = 20, 12
_LONG_ENOUGH_TO_BE_WITHIN = 3
_MOST_KEPT = 2_000
_kept: OrderedDict[tuple[object, str], tuple["Completion", ...]] = OrderedDict()


@dataclass(frozen=True, slots=True)
class Completion:
    """What may be being typed, what it is, and the search that finds it with how many titles.

    ``title_id`` is the one title that is called so, where there is only one; ``leads_to`` is what
    it stands for: the works that are called so, or the heading.
    """

    text: str
    kind: HeadingKind
    asked: Asked
    titles: int
    title_id: str = ""
    leads_to: frozenset[str] = frozenset()

    @property
    def is_twin(self) -> bool:
        """Whether this is a name in its own script, and the search is for another form of it."""
        return bool(self.asked.filters) and self.text not in self.leads_to


def completions(typed: str) -> Sequence[Completion]:
    """Completions of what was typed, by kind in the order of ``MOST``; remembered for a while."""
    words = words_of(typed[:_LONGEST])
    key = " ".join(words)
    if len(key) < (SHORTEST if key.isascii() else 1):
        return ()
    try:
        known = (served_version(), key)
    except EngineError:
        return ()
    if known in _kept:
        return _kept[known]
    completed = tuple(_completed(key, words))
    if completed:  # where there is nothing, the index may only have been slow
        _kept[known] = completed
    while len(_kept) > _MOST_KEPT:
        _kept.popitem(last=False)
    return completed


def forget_completions() -> None:
    """Forget every completion."""
    _kept.clear()


def _completed(key: str, words: Sequence[str]) -> Iterator[Completion]:
    kept = _kept_for(key)
    told = _told_apart(_suggested(key)) if kept is None else _told(*kept)
    for kind, most in MOST.items():
        of_kind = [each for each in told if each.kind is kind]
        looks_within = kept is None and kind is HeadingKind.TITLE
        within = _within(key, words) if looks_within else ()
        yield from _first_of(map(_with_its_works, chain(of_kind, within)), most)


def _kept_for(key: str) -> tuple[list[str], list[str]] | None:
    """Titles and headings that begin so, where so many do that they were counted beforehand."""
    kept = beginning(key[:LONGEST])
    return kept.completing(key, _LOOKED_AT) if kept else None


def _told(titles: Sequence[str], headings: Sequence[str]) -> list[Completion]:
    return [*_found([_title(text) for text in titles]), *_told_apart(headings)]


def _first_of(found: Iterable[Completion], most: int) -> Iterator[Completion]:
    """The first few that differ and lead elsewhere; no more are looked for than are wanted."""
    seen: set[str] = set()
    left = most
    for each in found:
        form = title_form(each.text)
        if form not in seen and not (each.leads_to and each.leads_to <= seen):
            seen |= {form, *each.leads_to}
            yield each
            if not (left := left - 1):
                return


def _suggested(key: str) -> Sequence[str]:
    """What the engine completes this to."""
    nothing: Sequence[str] = ()
    return asked_of_engine(lambda engine: engine.suggest(key, limit=_LOOKED_AT), nothing)


def _told_apart(texts: Sequence[str]) -> list[Completion]:
    """What each of these is. One that nothing is called by itself heads subdivided subjects.

    A subject is looked for with its subdivisions.
    """
    found = _found([each for text in texts for each in _as_each_kind(*_shown(text))])
    told = [each for each in found if each.kind is not HeadingKind.SUBJECT]
    others = {each.text for each in told} - {each.text for each in found if each not in told}
    shown = dict.fromkeys(_shown(text)[0] for text in texts)
    return told + _found([_divided(text) for text in shown if text not in others])


def _shown(text: str) -> tuple[str, str]:
    """What is shown of a completion, and the heading it is the twin of, if it is one."""
    shown, _, heading = text.partition(COMPLETED_BY)
    return shown, heading


def _found(candidates: Sequence[Completion]) -> list[Completion]:
    """Those of these that find something, with how much."""
    counts = counted([_request(each.asked) for each in candidates])
    return [replace(each, titles=n) for each, n in zip(candidates, counts, strict=True) if n]


def _as_each_kind(text: str, heading: str) -> Iterator[Completion]:
    value = heading or text
    for name, kind in (
        ("author", HeadingKind.NAME),
        ("series", HeadingKind.SERIES),
        ("subject", HeadingKind.SUBJECT),
    ):
        asked = Asked(filters=(Filter(name, (value,)),))
        yield Completion(text, kind, asked, 0, leads_to=frozenset((value,)))
    if not heading:
        yield _title(text)


def _divided(text: str) -> Completion:
    return Completion(text, HeadingKind.SUBJECT, Asked(f'"{text}"', field="subject"), 0)


def _title(text: str) -> Completion:
    return Completion(text, HeadingKind.TITLE, Asked(text, field="title"), 0)


def _request(asked: Asked) -> Request:
    """What is counted of a search: titles called so whole, subjects that have the words."""
    if asked.filters:
        return Request(filters=asked.filters)
    if asked.field == "title":
        return Request(query=TitleIs(asked.text))
    return Request(query=parse(asked.text, field=asked.field).tree)


def _within(key: str, words: Sequence[str]) -> Iterator[Completion]:
    """Titles with what is typed within them, or called so in another script."""
    if len(key) < _LONG_ENOUGH_TO_BE_WITHIN and key.isascii():
        return
    request = Request(query=Prefix(key, "title"), sort=Sort.POPULAR, limit=_LOOKED_WITHIN)
    hits = best_hits(request)
    rows = titles_by_id([hit.title_id for hit in hits])
    found = [rows[hit.title_id] for hit in hits if hit.title_id in rows]
    called = [name for row in found if (name := _called(row.description, words))]
    counts = counted([Request(query=TitleIs(name)) for name in called])
    for name, count in zip(called, counts, strict=True):
        yield replace(_title(name), titles=count)


def _with_its_works(each: Completion) -> Completion:
    """A title with the works that are called so, and its id where it is the only one."""
    if each.kind is not HeadingKind.TITLE:
        return each
    hits = best_hits(Request(query=TitleIs(each.text), limit=_LOOKED_AT))
    works = frozenset(hit.work_id for hit in hits)
    only = hits[0].title_id if len(hits) == each.titles == 1 else ""
    return replace(each, title_id=only, leads_to=works)


def _called(said: Description, words: Sequence[str]) -> str:
    """The form of the title that has what is typed: one that begins so before any other."""
    forms = dict.fromkeys(
        filter(
            None,
            (
                said.title_proper,
                said.vernacular.get("title_proper", ""),
                *said.vernacular_titles,
                *said.parallel_titles,
                said.uniform_title,
                *said.variant_titles,
            ),
        )
    )
    spelt = [(form, words_of(typed)) for form in forms for typed in as_typed(form)]
    begun = (form for form, own in spelt if _begins(own, words))
    within = (form for form, own in spelt if _has(own, words))
    return next(chain(begun, within), "")


def _begins(own: Sequence[str], words: Sequence[str]) -> bool:
    *whole, begun = words
    rest = own[len(whole) :]
    return own[: len(whole)] == whole and bool(rest) and rest[0].startswith(begun)


def _has(own: Sequence[str], words: Sequence[str]) -> bool:
    *whole, begun = words
    return set(whole) <= set(own) and any(each.startswith(begun) for each in own)
