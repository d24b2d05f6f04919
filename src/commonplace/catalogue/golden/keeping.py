"""Keeping golden queries and letting go of them.

A title expected is kept by its anchor, as readers' words are: should the title go to another work,
or be withdrawn while other editions stay, the expectation follows.
"""

import re
from enum import Enum
from typing import NamedTuple
from urllib.parse import urlencode

from django.db import transaction
from django.utils import timezone

from commonplace.bibliography import identity
from commonplace.catalogue.golden.models import MOST_PLACES, Expectation, GoldenQuery
from commonplace.catalogue.golden.values import Search
from commonplace.catalogue.grouping.addresses import lead_of
from commonplace.catalogue.grouping.anchors import NoSuchTitle, anchor_for
from commonplace.catalogue.grouping.deciding import By
from commonplace.catalogue.grouping.models import Anchor
from commonplace.catalogue.letters.words import kept
from commonplace.catalogue.queries import title, titles_of_works
from commonplace.catalogue.stores import PRECIOUS
from commonplace.search.fields import field_named
from commonplace.search.query.parsing import parse
from commonplace.search.query.tree import Nothing

MOST_KEPT = 500
MOST_EXPECTED = 10
LONGEST_TEXT = 1_000
LONGEST_FILTERS = 4_000
LONGEST_NOTE = 1_000
_ID = re.compile(r"(?:.*/(?:title|work)/)?([a-z2-7]{13})(?![a-z0-9]).*", re.ASCII | re.DOTALL)
"""The id of a title or a work, alone or in the address of its page."""


class Why(Enum):
    """Why something cannot be kept."""

    NO_WORDS = "there is nothing to search for"
    LONG_WORDS = f"the search has more than {LONGEST_TEXT} characters, or too many filters"
    LONG_NOTE = f"the note has more than {LONGEST_NOTE} characters"
    NOTHING_EVER = "nothing can be found by these words, whatever the catalogue has"
    NO_TITLE = (
        "no title or work in the catalogue has this id; search shows the ids of titles, "
        "and the address of a page ends with one"
    )
    NO_PLACE = f"the place is a number from 1 to {MOST_PLACES}"
    MANY_QUERIES = f"there are {MOST_KEPT} golden queries, and no more may be kept"
    MANY_EXPECTED = f"a golden query expects {MOST_EXPECTED} titles at most"


class GoldenRefused(ValueError):
    """It cannot be kept so; pages say ``why`` in words."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why


class Wanted(NamedTuple):
    """What is to be found, by its id or its page's address, and within how many places."""

    an_id: str
    within: int = 1


def keep(search: Search, wanted: Wanted, *, by: By, note: str = "") -> int:
    """Keep this search with what it is to find; the number of the golden query.

    Kept already, it is to find this as well; the title known already, its place is changed. Raises
    ``GoldenRefused``.
    """
    plain, note = _plain(search), kept(note)
    if len(note) > LONGEST_NOTE:
        raise GoldenRefused(Why.LONG_NOTE)
    if not 1 <= wanted.within <= MOST_PLACES:
        raise GoldenRefused(Why.NO_PLACE)
    anchor = _anchor_of(_id_in(kept(wanted.an_id)))
    with transaction.atomic(PRECIOUS):
        row = _row_of(plain, by)
        if note:
            GoldenQuery.objects.filter(pk=row.pk).update(note=note)
        _expect(row, anchor, wanted.within)
    return row.pk


def let_go(number: int) -> bool:
    """Keep this golden query no longer; whether there was one."""
    deleted, _each = GoldenQuery.objects.filter(pk=number).delete()
    return deleted > 0


def expect_no_longer(number: int) -> bool:
    """Take back one expectation, and its query when that expects nothing else; if there was one."""
    with transaction.atomic(PRECIOUS):
        found = Expectation.objects.filter(pk=number).first()
        if found is None:
            return False
        found.delete()
        GoldenQuery.objects.filter(pk=found.query_id, expected=None).delete()
    return True


def own_id_of(search: Search) -> str:
    """What the same search has in common, whoever kept it."""
    return identity("golden", search.text, search.field, urlencode(search.filters))


def _plain(search: Search) -> Search:
    """The search as it is kept: its field by its name, whichever of its names was used."""
    text = " ".join(kept(search.text).split())
    filters = tuple(dict.fromkeys((kept(name), kept(value)) for name, value in search.filters))
    if not text and not filters:
        raise GoldenRefused(Why.NO_WORDS)
    if len(text) > LONGEST_TEXT or len(urlencode(filters)) > LONGEST_FILTERS:
        raise GoldenRefused(Why.LONG_WORDS)
    field = field_named(search.field)
    name = field.name if field else search.field
    if isinstance(parse(text, field=name).tree, Nothing):
        raise GoldenRefused(Why.NOTHING_EVER)
    return Search(text, name, filters)


def _id_in(typed: str) -> str:
    """The id typed, alone or in the address of a page; empty where there is none."""
    found = _ID.fullmatch(typed)
    return found[1] if found else ""


def _anchor_of(an_id: str) -> Anchor:
    """Where to expect: at this title, or at one of this work's. Raises ``GoldenRefused``."""
    title_id = an_id if title(an_id) else _title_of_work(an_id)
    try:
        return anchor_for(title_id)
    except NoSuchTitle as error:
        raise GoldenRefused(Why.NO_TITLE) from error


def _title_of_work(work_id: str) -> str:
    lead = lead_of(work_id)
    rows = titles_of_works([lead])[lead] if isinstance(lead, str) else []
    return rows[0].title_id if rows else ""


def _row_of(search: Search, by: By) -> GoldenQuery:
    own_id = own_id_of(search)
    known = GoldenQuery.objects.filter(own_id=own_id).first()
    if known is not None:
        return known
    if GoldenQuery.objects.count() >= MOST_KEPT:
        raise GoldenRefused(Why.MANY_QUERIES)
    said = {
        "text": search.text,
        "field": search.field,
        "filters": urlencode(search.filters),
        "made_by": by.account,
        "made_by_name": by.name,
        "made": timezone.now(),
    }
    return GoldenQuery.objects.get_or_create(own_id=own_id, defaults=said)[0]


def _expect(row: GoldenQuery, anchor: Anchor, within: int) -> None:
    known = Expectation.objects.filter(query=row, anchor__title_id=anchor.title_id).first()
    if known is not None:
        Expectation.objects.filter(pk=known.pk).update(within=within)
        return
    if Expectation.objects.filter(query=row).count() >= MOST_EXPECTED:
        raise GoldenRefused(Why.MANY_EXPECTED)
    said = {"within": within}  # two may say so at once
    Expectation.objects.update_or_create(query=row, anchor=anchor, defaults=said)
