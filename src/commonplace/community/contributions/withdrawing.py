"""Taking back what one contributed. It is not shown from then on, and stays until it is erased."""

from django.db import transaction
from django.utils import timezone

from commonplace.catalogue.stores import PRECIOUS
from commonplace.catalogue.storing import log_precious_changes
from commonplace.community.contributions.authors import Author
from commonplace.community.contributions.models import Comment, Rating, State
from commonplace.community.contributions.refusals import ContributionRefused, Why


def withdraw(contribution_id: str, author: Author) -> None:
    """Take back one's own contribution; doing it again changes nothing.

    Whoever takes a rating back takes back every rating of theirs in the work: none they gave before
    counts in its place. One that was hidden stays so, or its author could show it again by giving
    it anew. Raises ``ContributionRefused``.
    """
    with transaction.atomic(PRECIOUS):
        for row in _to_withdraw(contribution_id, author):
            log_precious_changes([row.anchor.title_id])
            row.state, row.changed = State.WITHDRAWN, timezone.now()
            row.version += 1
            row.save()


def _to_withdraw(contribution_id: str, author: Author) -> list[Comment] | list[Rating]:
    if author.key:
        comments = Comment.objects.filter(pk=contribution_id, author=author.key)
        if comments.exists():
            not_yet = comments.exclude(state=State.WITHDRAWN)
            return list(not_yet.select_related("anchor").select_for_update())
        rating = Rating.objects.filter(pk=contribution_id, author=author.key).first()
        if rating is not None:
            of_work = Rating.objects.filter(
                anchor__work_id=rating.anchor.work_id, author=author.key
            )
            shown = of_work.exclude(state__in=(State.WITHDRAWN, State.HIDDEN))
            return list(shown.select_related("anchor").select_for_update())
    raise ContributionRefused(Why.NOT_THEIRS)
