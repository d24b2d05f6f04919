"""The queue of readers' wishes for staff: matters, each the wishes for the same title."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from commonplace.catalogue.letters.queue import (
    MATTERS_A_PAGE,
    MOST_READ,
    Entry,
    Gathered,
    gathered,
)
from commonplace.catalogue.wishes.models import WAITING, State, Wish, WishAnswer


@dataclass(frozen=True, slots=True)
class ReadWish:
    """A wish as staff read it, with its history."""

    number: int
    version: int
    state: State
    title: str
    creator: str
    format: str
    note: str
    language: str
    made: datetime
    erased: datetime | None
    history: tuple[Entry, ...]


def count_waiting() -> int:
    """How many wishes wait for an answer: the number on the desk."""
    return Wish.objects.filter(state__in=WAITING).count()


def matters(
    states: Sequence[State], after: str = "", limit: int = MATTERS_A_PAGE
) -> list[Gathered]:
    """The matters with wishes in these states; what each is about is its ``likeness``."""
    return gathered("wishes_wish", ("likeness",), {"state": states}, after, limit)


def oldest_of(found: Sequence[Gathered]) -> dict[int, ReadWish]:
    """The oldest wish of each of these matters, by its number."""
    numbers = [matter.oldest for matter in found]
    return {wish.pk: _read(wish, ()) for wish in Wish.objects.filter(pk__in=numbers)}


def wishes_for(likeness: str) -> list[ReadWish]:
    """The newest wishes for this title, those that wait before the others."""
    found = list(Wish.objects.filter(likeness=likeness).order_by("-id")[:MOST_READ])
    histories: dict[int, list[Entry]] = {}
    for each in WishAnswer.objects.filter(wish__in=found).order_by("id"):
        entry = Entry(each.state, each.sentence, each.made_by_name, each.made, each.title_id)
        histories.setdefault(each.wish_id, []).append(entry)
    read = [_read(wish, tuple(histories.get(wish.pk, ()))) for wish in found]
    return sorted(read, key=lambda one: one.state not in WAITING)


def _read(wish: Wish, history: tuple[Entry, ...]) -> ReadWish:
    return ReadWish(
        wish.pk,
        wish.version,
        State(wish.state),
        wish.title,
        wish.creator,
        wish.format,
        wish.note,
        wish.language,
        wish.made,
        wish.erased,
        history,
    )
