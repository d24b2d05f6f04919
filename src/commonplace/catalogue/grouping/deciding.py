"""What staff may decide about works: join them, set titles apart, undo either; each with a reason.

A decision is written first, with its change log, and works are settled after it. Whatever comes
between is made good by the follower: a decision that was acknowledged is never lost.
"""

import json
import secrets
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from enum import Enum
from typing import NamedTuple

from django.db import OperationalError, transaction
from django.utils import timezone

from commonplace.bibliography import id_of, identity, number_of
from commonplace.catalogue.grouping.models import GroupingDecision
from commonplace.catalogue.grouping.rulings import followed, standing
from commonplace.catalogue.grouping.settling import settle_now
from commonplace.catalogue.stores import DERIVED, PRECIOUS, among, in_chunks, select
from commonplace.catalogue.storing import log_precious_changes
from commonplace.works.evidence import Kind

LONGEST_REASON = 1_000
FEWEST_WORKS, MOST_WORKS = 2, 20
PATIENCE = 5
"""How many seconds staff wait for works to be settled while somebody else writes."""


class Why(Enum):
    """Why something cannot be decided."""

    NO_REASON = "no reason was given"
    LONG_REASON = f"the reason has more than {LONGEST_REASON} characters"
    NOT_SEVERAL = f"a join takes two to {MOST_WORKS} works"
    NO_SUCH_WORK = "the work has no titles here"
    ALL_OR_NONE = "some of a work's titles are set apart, never none of them or all"
    NOT_STANDING = "there is no such decision, or it was undone"


class By(NamedTuple):
    """Who decides: the account's id, and the name colleagues know it by."""

    account: str
    name: str


class DecisionRefused(ValueError):
    """It cannot be decided so; pages say ``why`` in words."""

    def __init__(self, why: "Why") -> None:
        super().__init__(why.value)
        self.why = why


def join(work_ids: Collection[str], *, by: By, reason: str) -> GroupingDecision:
    """Let these works be one. Raises ``DecisionRefused``."""
    said = _said(reason)
    wanted = sorted(set(work_ids))
    if not FEWEST_WORKS <= len(wanted) <= MOST_WORKS:
        raise DecisionRefused(Why.NOT_SEVERAL)
    keys: list[str] = []
    for work_id in wanted:
        titles = _titles_by_key(work_id)
        if not titles:
            raise DecisionRefused(Why.NO_SUCH_WORK)
        keys += titles
    decision = GroupingDecision(kind=GroupingDecision.Kind.JOIN, keys=json.dumps(sorted(keys)))
    return _decided(decision, by, said)


def split(work_id: str, title_ids: Collection[str], *, by: By, reason: str) -> GroupingDecision:
    """Set these titles of a work apart from its others. Raises ``DecisionRefused``.

    A key whose titles all leave leaves with them: later titles that have it will follow.
    """
    said = _said(reason)
    leaving = set(title_ids)
    titles = _titles_by_key(work_id)
    everyone = {title for some in titles.values() for title in some}
    if not everyone:
        raise DecisionRefused(Why.NO_SUCH_WORK)
    if not leaving or not leaving < everyone:
        raise DecisionRefused(Why.ALL_OR_NONE)
    whole = sorted(key for key, some in titles.items() if some <= leaving)
    rest = sorted(key for key, some in titles.items() if not some <= leaving)
    decision = GroupingDecision(
        kind=GroupingDecision.Kind.SPLIT,
        keys=json.dumps(whole),
        rest=json.dumps(rest),
        titles=json.dumps(sorted(leaving)),
    )
    return _decided(decision, by, said)


def undo(decision_id: str, *, by: By, reason: str) -> GroupingDecision:
    """Take a decision back: works are again what they would be without it.

    Raises ``DecisionRefused``, also when it was undone already.
    """
    said = _said(reason)
    with transaction.atomic(PRECIOUS):
        decision = GroupingDecision.objects.select_for_update().filter(own_id=decision_id).first()
        if decision is None or decision.undone is not None:
            raise DecisionRefused(Why.NOT_STANDING)
        decision.undone, decision.undone_reason = timezone.now(), said
        decision.undone_by, decision.undone_by_name = by
        decision.save()
        touched = _touched_by(decision)
        log_precious_changes(touched)
    _settle_now(touched)
    return decision


def _said(reason: str) -> str:
    said = " ".join(reason.replace("\0", " ").split())
    if not said:
        raise DecisionRefused(Why.NO_REASON)
    if len(said) > LONGEST_REASON:
        raise DecisionRefused(Why.LONG_REASON)
    return said


def _decided(decision: GroupingDecision, by: By, reason: str) -> GroupingDecision:
    decision.own_id = identity("grouping decision", secrets.token_hex(16))
    decision.made, decision.reason = timezone.now(), reason
    decision.made_by, decision.made_by_name = by
    with transaction.atomic(PRECIOUS):
        decision.save()
        touched = _touched_by(decision)
        log_precious_changes(touched)
    _settle_now(touched)
    return decision


def _settle_now(title_ids: Sequence[str]) -> None:
    """Settle at once, unless a load is writing: the follower does it then, from the change log."""
    try:
        settle_now(title_ids, patience=PATIENCE)
    except OperationalError:
        return


def _touched_by(decision: GroupingDecision) -> list[str]:
    """Titles from which everything this decision changes can be reached."""
    named = [*json.loads(decision.keys), *json.loads(decision.rest)]
    titles = set(json.loads(decision.titles))
    keys = followed(named)
    titles |= {id_of(title) for title, own in standing().set_apart.items() if own in keys}
    for chunk in in_chunks(keys):
        sql = f"""SELECT min(title) FROM rows_evidence
                  WHERE kind = {Kind.KEY:d} AND {among("value", chunk)} GROUP BY value"""  # noqa: S608 -- marks only
        titles |= {id_of(row[0]) for row in select(DERIVED, sql, chunk)}
    return sorted(titles)


def _titles_by_key(work_id: str) -> dict[str, set[str]]:
    """The titles of a work by what they are grouped under: their key, or the id of a split."""
    sql = "SELECT title_id, key_id FROM rows_title WHERE work_id = %s"
    set_apart = standing().set_apart
    titles: defaultdict[str, set[str]] = defaultdict(set)
    rows: Iterable[tuple[str, ...]] = select(DERIVED, sql, [work_id])
    for title_id, key_id in rows:
        own = set_apart.get(number_of(title_id))
        titles[key_id if own is None else id_of(own)].add(title_id)
    return dict(titles)
