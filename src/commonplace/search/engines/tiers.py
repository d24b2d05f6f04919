"""The nearest first: a question answered tier by tier, until as much is found as was asked for.

What nobody will read is not looked at: a library's own branch has more than a reader leafs through.
"""

from collections.abc import Callable
from dataclasses import replace

from commonplace.search.engines import plan
from commonplace.search.engines.contract import Request, Sort
from commonplace.search.engines.hits import NumberedHits
from commonplace.search.engines.plan import NO_TITLE, All, Clause, EveryTitle
from commonplace.search.engines.simplifying import IsThere, simplified

AskedWithin = Callable[[Request, Clause], NumberedHits]


def is_in_tiers(request: Request) -> bool:
    """Whether this question wants its answer tier by tier."""
    return request.sort is Sort.NEAREST and bool(request.tiers)


def by_tier(request: Request, is_there: IsThere, ask: AskedWithin) -> NumberedHits:
    """The best titles; ``ask`` answers a question within a tier, which is a clause of its own.

    ``is_there`` knows whether a field has a value: a tier that has no title costs nothing.
    """
    found, before = NumberedHits([], [], []), tuple[Clause, ...]()
    for tier in (*plan.tiers(request.tiers), EveryTitle()):
        within = simplified(All((tier,), before), is_there)
        if within != NO_TITLE and len(found) < request.limit:
            rest = replace(request, tiers=(), limit=request.limit - len(found))
            found = _joined(found, ask(rest, within))
        before = (*before, tier)
    return found


def _joined(one: NumberedHits, other: NumberedHits) -> NumberedHits:
    return NumberedHits(
        [*one.titles, *other.titles], [*one.works, *other.works], [*one.scores, *other.scores]
    )
