"""Rating a work: once a person, changed at will.

A second rating in the same work changes the first, on whichever edition it is given. Only a join of
works can bring two of one person together; then the latest is the one that counts and is changed.
"""

from django.db import transaction
from django.utils import timezone

from commonplace.bibliography import identity
from commonplace.catalogue.grouping.anchors import NoSuchTitle, anchor_for
from commonplace.catalogue.queries import title
from commonplace.catalogue.stores import PRECIOUS
from commonplace.catalogue.storing import log_precious_changes
from commonplace.community.contributions.authors import Author
from commonplace.community.contributions.models import LEAST_STARS, MOST_STARS, Rating, State
from commonplace.community.contributions.refusals import ContributionRefused, Why
from commonplace.community.contributions.words import tidied_name


def rate(title_id: str, stars: int, author: Author, *, language: str = "") -> Rating:
    """Give the work of this title so many half stars.

    Raises ``NoSuchTitle`` or ``ContributionRefused``.
    """
    if not LEAST_STARS <= stars <= MOST_STARS:
        raise ContributionRefused(Why.NO_STARS)
    if not author.key:
        raise ContributionRefused(Why.NOBODY)
    with transaction.atomic(PRECIOUS):
        log_precious_changes([title_id])  # first: from here on, one at a time
        rating = _of(author, title_id, language)
        rating.stars, rating.changed = stars, timezone.now()
        rating.author_name, rating.role = tidied_name(author.name), author.role
        rating.version += not rating._state.adding
        if rating.state == State.WITHDRAWN:
            rating.state = State.PUBLISHED
        rating.save()
    return rating


def _of(author: Author, title_id: str, language: str) -> Rating:
    """The rating of this author that counts in this title's work, or a new one on this title."""
    anchor = anchor_for(title_id)
    before = Rating.objects.filter(anchor__work_id=anchor.work_id, author=author.key)
    latest = before.order_by("-changed", "-contribution_id").first()
    if latest is not None:
        return latest
    row = title(title_id)
    if row is None:
        raise NoSuchTitle(title_id)
    return Rating(
        contribution_id=identity("rating", author.key, str(anchor.pk)),
        anchor=anchor,
        format=row.description.format,
        author=author.key,
        library="",
        origin_id="",
        language=language,
        written=timezone.now(),
        state=State.PUBLISHED,
        review_reason="",
    )
