"""The nearest first: which tier each title found is in, and the most asked for first in each.

Of few titles all are looked at once, each scored by the tiers it is in. Of many, tier by tier is
asked until as much is found as was wanted: a reader's own branch alone has more than anybody reads.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from commonplace.search.engines import plan
from commonplace.search.engines.contract import Request, Sort
from commonplace.search.engines.hits import NumberedHits, runs
from commonplace.search.engines.plan import NO_TITLE, All, Clause, EveryTitle, Worth
from commonplace.search.engines.simplifying import IsThere, simplified

FEW_ENOUGH = 20_000


class Scored(NamedTuple):
    """Titles by falling score, as columns; ``popular`` is the number they are then sorted by."""

    scores: Sequence[float]
    popular: Sequence[int]
    titles: list[int]
    works: list[int]


AskedWithin = Callable[[Request, Clause], NumberedHits]
AskedScored = Callable[[Sequence[Clause]], Scored]


def is_in_tiers(request: Request) -> bool:
    """Whether this question wants its answer tier by tier."""
    return request.sort is Sort.NEAREST and bool(request.tiers)


def all_at_once(request: Request, is_there: IsThere, ask: AskedScored) -> NumberedHits:
    """The best of few titles; ``ask`` answers with all of them, scored by these clauses.

    Each tier is worth more than all behind it together, so that the highest power of two in a score
    is the tier. ``is_there`` knows whether a field has a value: what no title has costs nothing.
    """
    tiers = plan.tiers(request.tiers)
    found = [simplified(tier, is_there) for tier in tiers]
    worth = [Worth(tier, 2.0 ** (len(tiers) - at)) for at, tier in enumerate(found)]
    scored = ask([each for each in worth if each.clause != NO_TITLE])
    for tier in runs([int(score).bit_length() for score in scored.scores]):
        in_order = sorted(
            zip(scored.popular[tier], scored.titles[tier], scored.works[tier], strict=True),
            reverse=True,
        )
        _, scored.titles[tier], scored.works[tier] = zip(*in_order, strict=True)
    hits = NumberedHits(scored.titles, scored.works, [0.0] * len(scored.titles))
    return hits[: request.limit]


def tier_by_tier(request: Request, is_there: IsThere, ask: AskedWithin) -> NumberedHits:
    """The best of many titles; ``ask`` answers a question within a tier, a clause of its own."""
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
