"""*Available now* and a branch, asked together, mean one copy: in now, at that branch.

An engine's filters know titles, not copies: a title out at the one branch and in at the other has
both *now* and either branch. So the two are asked as the facet ``in``, which says where a copy is
in, and the counts of each say what choosing it beside the other would find.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from commonplace.search.engines.contract import Count, Filter, Found, Request, SearchEngine
from commonplace.search.engines.counting import commonest, each_named, without_choices
from commonplace.search.fields import IS_HELD, IS_ONLINE

AVAILABLE, BRANCH, IN = "available", "branch", "in"
NOW, ONLINE = "now", "online"
MOST_BRANCHES = 1_000


def found_by_copy(engine: SearchEngine, request: Request) -> Found:
    """The answer to a question as readers mean it."""
    mended = {name: counts for name, counts in _MENDED.items() if _is_mended(name, request)}
    asked = replace(request, counts=tuple(n for n in request.counts if n not in mended))
    found = engine.search(by_copy(asked))
    counts = {name: counts_of(engine, request) for name, counts_of in mended.items()}
    return replace(found, counts={n: {**found.counts, **counts}[n] for n in request.counts})


def by_copy(request: Request) -> Request:
    """The question in an engine's filters: where both are chosen, one copy must have both."""
    available, branches = _chosen(request, AVAILABLE), _chosen(request, BRANCH)
    if NOW not in available or not branches:
        return request
    without = without_choices(request, AVAILABLE)
    if ONLINE in available:
        narrowed = Filter(IN, values=(*branches, IS_ONLINE))
    else:
        without, narrowed = without_choices(without, BRANCH), Filter(IN, values=branches)
    return replace(without, filters=(*without.filters, narrowed))


def _is_mended(name: str, request: Request) -> bool:
    """Whether a facet's own counts would be of titles and not of copies."""
    if name not in request.counts:
        return False
    if name == BRANCH:
        return NOW in _chosen(request, AVAILABLE)
    return bool(_chosen(request, BRANCH))


def _branches(engine: SearchEngine, request: Request) -> Sequence[Count]:
    """What each branch has of what is asked: in now, or online beside it."""
    anywhere = without_choices(request, BRANCH)
    counts: Counter[str] = Counter()
    for name, asked in _parts_of(anywhere):
        part = replace(asked, counts=(name,), counts_limit=MOST_BRANCHES, limit=0)
        counts.update({each.value: each.count for each in engine.search(part).counts[name]})
    named = {IS_ONLINE, IS_HELD, *(value for value, _ in each_named(request, BRANCH))}
    common = [Count(b, count) for b, count in counts.items() if count and b not in named]
    return _with_named(engine, request, BRANCH, commonest(common)[: request.counts_limit])


def _parts_of(anywhere: Request) -> Iterator[tuple[str, Request]]:
    """What is in now and not online, by where it is in; what is online, by who has it."""
    has_online = ONLINE in _chosen(anywhere, AVAILABLE)
    plain = without_choices(anywhere, AVAILABLE)
    now = Filter(AVAILABLE, values=(NOW,), without=(ONLINE,) if has_online else ())
    yield IN, replace(plain, filters=(*plain.filters, now))
    if has_online:
        online = Filter(AVAILABLE, values=(ONLINE,))
        yield BRANCH, replace(plain, filters=(*plain.filters, online))


def _availability(engine: SearchEngine, request: Request) -> Sequence[Count]:
    """How many are in now at the branches chosen, and how many of what they have is online."""
    plain = without_choices(request, AVAILABLE)
    values = [(value, plain) for value in (NOW, ONLINE)]
    counted = _counted(engine, AVAILABLE, values)
    found = commonest(each for each in counted if each.count)
    return _with_named(engine, request, AVAILABLE, found[: request.counts_limit])


def _with_named(
    engine: SearchEngine, request: Request, name: str, common: Sequence[Count]
) -> Sequence[Count]:
    """The counts, with every value that the facet's own filters name, however rare."""
    known = {each.value: each for each in common}
    rare = [each for each in each_named(request, name) if each[0] not in known]
    return commonest([*common, *_counted(engine, name, rare)])


def _counted(engine: SearchEngine, name: str, values: Iterable[tuple[str, Request]]) -> list[Count]:
    """How many titles each of these values would find, chosen alone."""
    asked = dict(values)
    requests = [
        by_copy(replace(each, filters=(*each.filters, Filter(name, values=(value,)))))
        for value, each in asked.items()
    ]
    counts = engine.count(requests) if requests else ()
    return [Count(value, count) for value, count in zip(asked, counts, strict=True)]


def _chosen(request: Request, name: str) -> tuple[str, ...]:
    return tuple(value for each in request.filters if each.name == name for value in each.values)


_MENDED: dict[str, Callable[[SearchEngine, Request], Sequence[Count]]] = {
    BRANCH: _branches,
    AVAILABLE: _availability,
}
